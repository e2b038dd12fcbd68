//! A line to the interface: a channel that it opens by a command, since it may not listen to Tauri's events.
//!
//! There is one interface, so a line has one end: a page that was loaded anew opens its own, and the old one is forgotten.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use tauri::ipc::Channel;

/// A line that carries `T`.
pub struct Line<T>(Mutex<End<T>>);

struct End<T> {
    channel: Option<Channel<T>>,
    held: Vec<T>,
}

impl<T> Default for Line<T> {
    fn default() -> Self {
        Self(Mutex::new(End {
            channel: None,
            held: Vec::new(),
        }))
    }
}

impl<T: Serialize> Line<T> {
    /// Goes through `channel` from now on, beginning with what was held for it.
    pub fn through(&self, channel: Channel<T>) {
        let mut end = self.end();
        for held in end.held.drain(..) {
            // A page that is gone again; what it was told goes with it.
            let _ = channel.send(held);
        }
        end.channel = Some(channel);
    }

    /// Says `message` if anybody listens. Nobody is no failure: whoever comes reads everything anyway.
    pub fn say(&self, message: T) {
        if let Some(channel) = &self.end().channel {
            let _ = channel.send(message);
        }
    }

    /// Says `message`, or holds it for whoever comes.
    pub fn hold(&self, message: T) {
        let mut end = self.end();
        match &end.channel {
            Some(channel) => {
                let _ = channel.send(message);
            }
            None => end.held.push(message),
        }
    }

    fn end(&self) -> MutexGuard<'_, End<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn channel(heard: &Arc<Mutex<Vec<String>>>) -> Channel<u32> {
        let heard = Arc::clone(heard);
        Channel::new(move |body| {
            if let tauri::ipc::InvokeResponseBody::Json(text) = body {
                heard.lock().unwrap().push(text);
            }
            Ok(())
        })
    }

    #[test]
    fn what_is_held_waits_for_the_interface_and_what_is_said_does_not() {
        let (line, first, second) = (Line::<u32>::default(), Arc::default(), Arc::default());
        line.say(1);
        line.hold(2);
        line.through(channel(&first));
        line.say(3);
        line.through(channel(&second));
        line.hold(4);
        assert_eq!(*first.lock().unwrap(), ["2", "3"]);
        assert_eq!(*second.lock().unwrap(), ["4"]);
    }
}
