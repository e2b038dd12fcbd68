//! What a person can do with a library: import, read, annotate, assess, compose, export, search, take back.
//!
//! The window and the command line are two faces of this list; neither thinks for itself. Each gesture is one function, one
//! transaction and one undo step. This is the only crate of the middle that reads the clock (`clock`), and the only place
//! where failures become sentences (`failure`).

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test that can't go on must fail"
    )
)]

pub mod amend;
pub mod annotate;
pub mod assess;
pub mod check_brief;
pub mod claim;
mod clock;
pub mod compare;
pub mod compose;
mod convert;
mod desk;
mod document;
pub mod export;
mod failure;
mod fetch;
pub mod grade;
pub mod import;
pub mod kept_picture;
pub mod list;
pub mod note;
pub mod origin;
pub mod outline;
mod parse;
pub mod preview;
pub mod read;
pub mod reading;
pub mod register;
pub mod revise;
pub mod sample;
pub mod search;
pub mod settings;
mod tag;
mod throw_away;
pub mod tray;
pub mod triage;
pub mod wording;

pub use convert::Conversion;
pub use desk::{Desk, Stepped, default_folder, is_library, sample_folder};
pub use failure::{Failure, FailureKind};
pub use parse::{Parser, WorkerProgram, parse_worker};
pub use store::{Changes, Steps};

/// Vocabulary of the nouns, so that a face needn't know where it lives.
pub mod words {
    pub use model::{
        Uid,
        anchor::AnchorState,
        annotation::Kind,
        article::ArticleState,
        article::Dateline,
        assessment::Confidence,
        block::{BlockKind, Mark, Role},
        brief::{BlockBody, Group, Section, Template},
        evidence::{Stance, Weight},
        lint::Severity,
        marking::Tlp,
        matrix::{Matrix, Rating},
        prose::{Words, paragraphs},
        risk::{RiskStatus, Trend},
        scale::{Likelihood, PercentSource, Scale, level_of_percent},
        source::{Credibility, Reliability},
        tag::TagPath,
        text::{Indexed, Span},
    };
    pub use store::tag::TagRow;
}

/// The result of something a person asked for.
pub type Result<T> = std::result::Result<T, Failure>;
