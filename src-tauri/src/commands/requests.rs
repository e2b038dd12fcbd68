//! What the desktop asks of the window, told to the interface as it comes.

use tauri::State;
use tauri::ipc::Channel;

use crate::failure::Failure;
use crate::requests::{Request, Requests};

/// Tells of every request through `on_request` from now on, in the place of any earlier channel; what came before anybody
/// listened is told first.
///
/// # Errors
/// None that is known; the type is that of every command.
#[tauri::command]
#[specta::specta]
pub async fn watch_requests(
    requests: State<'_, Requests>,
    on_request: Channel<Request>,
) -> Result<(), Failure> {
    requests.through(on_request);
    Ok(())
}
