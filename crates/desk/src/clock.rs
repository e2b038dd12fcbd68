//! The only clock and the only dice of the program.

use chrono::{DateTime, NaiveDate, Utc};
use store::Op;

use crate::{Failure, Result, wording::Label};

/// Now, to the millisecond, as the library keeps it.
pub(crate) fn now() -> DateTime<Utc> {
    #[expect(clippy::disallowed_methods, reason = "this is the place that may")]
    Utc::now()
}

/// Today in UTC.
pub(crate) fn today() -> NaiveDate {
    now().date_naive()
}

/// An operation that happens now.
pub(crate) fn op(label: Label) -> Result<Op> {
    let mut random = [0; 10];
    getrandom::fill(&mut random).map_err(Failure::bug)?;
    Ok(Op {
        label: label.into(),
        at: now(),
        random,
    })
}
