//! The thread that lays out pages.
//!
//! One thread holds the pages. Of several requests that wait, only the newest is laid out: the others would show what nobody
//! looks at any more. Pages leave as images through `media`, each under the name of what it looks like.

use std::io;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use crate::failure::Failure;
use crate::library::Library;
use desk::preview::{Preview, PreviewPage, Typing};

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

    /// Answers the page that looks like this, as SVG; nothing when there is none by now.
    pub fn page(&self, look: &str, answer: Box<dyn FnOnce(Option<String>) + Send>) {
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

#[cfg(test)]
mod tests {
    use super::*;

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
