//! The thread that lays out pages, and the addresses under which the window loads them.
//!
//! One thread holds the pages. Of several requests that wait, only the newest is laid out: the others would show what nobody
//! looks at any more. Pages leave as images under `media://localhost/page/LOOK.svg`; an image runs no script and loads
//! nothing, so no markup ever becomes part of the window. The address names what the page looks like: a page that didn't
//! change keeps its address and is not loaded again.

use std::io;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use desk::preview::{Preview, PreviewPage, Typing};
use tauri::http::{Response, StatusCode, header};
use tauri::{Manager as _, Runtime, UriSchemeContext, UriSchemeResponder};

use crate::failure::Failure;
use crate::library::Library;

/// The scheme of our own images. The content policy allows it for images and nothing else.
pub const SCHEME: &str = "media";

/// How long nobody asks for pages after the start until the typefaces are read ahead.
const QUIET: Duration = Duration::from_secs(3);

/// What the thread is asked for.
enum Job {
    LayOut {
        brief: String,
        typing: Option<Typing>,
        answer: mpsc::SyncSender<Answer>,
    },
    Page {
        look: String,
        answer: Box<dyn FnOnce(Option<String>) + Send>,
    },
}

/// The pages, or nothing when a newer request took this one's place.
type Answer = Result<Option<Vec<PreviewPage>>, Failure>;

/// The thread that lays out pages.
pub struct Typesetting {
    jobs: mpsc::Sender<Job>,
}

impl Typesetting {
    /// Starts the thread. It ends with the program.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(library: Arc<Library>) -> io::Result<Self> {
        let (jobs, queue) = mpsc::channel();
        std::thread::Builder::new()
            .name("typesetting".into())
            .spawn(move || work(&library, &queue))?;
        Ok(Self { jobs })
    }

    /// Lays out a brief with the words that are being typed. Blocks until that is done; nothing when a newer request came.
    ///
    /// # Errors
    /// The library can't be opened, the brief isn't there, or it can't be laid out.
    pub fn lay_out(&self, brief: String, typing: Option<Typing>) -> Answer {
        let (answer, answered) = mpsc::sync_channel(1);
        let job = Job::LayOut {
            brief,
            typing,
            answer,
        };
        self.jobs.send(job).map_err(|_| Failure::bug())?;
        answered.recv().unwrap_or_else(|_| Err(Failure::bug()))
    }

    fn page(&self, look: &str, answer: Box<dyn FnOnce(Option<String>) + Send>) {
        let look = look.to_owned();
        // When the thread is gone the request is dropped, and the window shows its sentence in place of the page.
        let _ = self.jobs.send(Job::Page { look, answer });
    }
}

fn work(library: &Library, queue: &mpsc::Receiver<Job>) {
    let mut preview = Preview::default();
    let mut waiting = queue.recv_timeout(QUIET).ok();
    if waiting.is_none() {
        preview.warm();
    }
    loop {
        let Some(first) = waiting.take().or_else(|| queue.recv().ok()) else {
            return;
        };
        let jobs: Vec<Job> = std::iter::once(first).chain(queue.try_iter()).collect();
        let newest = jobs.iter().rposition(|job| matches!(job, Job::LayOut { .. }));
        for (n, job) in jobs.into_iter().enumerate() {
            match job {
                Job::Page { look, answer } => answer(preview.svg(&look)),
                Job::LayOut { answer, .. } if Some(n) != newest => {
                    let _ = answer.send(Ok(None));
                }
                Job::LayOut {
                    brief,
                    typing,
                    answer,
                } => {
                    let _ = answer.send(lay_out(library, &mut preview, &brief, typing).map(Some));
                }
            }
        }
    }
}

fn lay_out(
    library: &Library,
    preview: &mut Preview,
    brief: &str,
    typing: Option<Typing>,
) -> Result<Vec<PreviewPage>, Failure> {
    Ok(preview.lay_out(&*library.desk()?, brief, typing)?)
}

/// Answers the window's request for an image of ours.
#[expect(clippy::needless_pass_by_value, reason = "the signature is Tauri's")]
pub fn serve<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: tauri::http::Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let look = request
        .uri()
        .path()
        .strip_prefix("/page/")
        .and_then(|name| name.strip_suffix(".svg"));
    match look {
        Some(look) => context
            .app_handle()
            .state::<Typesetting>()
            .page(look, Box::new(move |svg| responder.respond(image(svg)))),
        None => responder.respond(image(None)),
    }
}

/// An image, or the answer that there is none.
fn image(svg: Option<String>) -> Response<Vec<u8>> {
    let status = if svg.is_some() {
        StatusCode::OK
    } else {
        StatusCode::NOT_FOUND
    };
    let mut response = Response::new(svg.unwrap_or_default().into_bytes());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        header::HeaderValue::from_static("image/svg+xml"),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        header::HeaderValue::from_static("nosniff"),
    );
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_says_what_it_is_and_a_missing_one_that_it_is_missing() {
        let page = image(Some("<svg/>".into()));
        assert_eq!(
            (page.status(), page.body().as_slice()),
            (StatusCode::OK, &b"<svg/>"[..])
        );
        assert_eq!(page.headers()[header::CONTENT_TYPE], "image/svg+xml");
        assert_eq!(image(None).status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn of_several_requests_that_wait_only_the_newest_is_laid_out() {
        let folder = tempfile::tempdir().unwrap();
        let (jobs, queue) = mpsc::channel();
        let mut answers = Vec::new();
        for _ in 0..3 {
            let (answer, answered) = mpsc::sync_channel(1);
            let job = Job::LayOut {
                brief: "nothing".into(),
                typing: None,
                answer,
            };
            jobs.send(job).unwrap();
            answers.push(answered);
        }
        drop(jobs);
        work(&Library::new(Ok(folder.path().into()), None), &queue);
        let answers: Vec<Answer> = answers.iter().map(|answer| answer.recv().unwrap()).collect();
        assert!(matches!(answers[..], [Ok(None), Ok(None), Err(_)]), "{answers:?}");
    }
}
