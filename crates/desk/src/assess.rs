//! The risk register: making entries, judging them, linking what bears on them.

use chrono::NaiveDate;
use model::{
    Uid,
    assessment::{Confidence, Incomplete, Judgement},
    block::Role,
    evidence::{Stance, Weight},
    risk::{RiskNumber, Trend},
    scale::{Likelihood, Scale},
};
use serde::Serialize;
use store::{
    Read,
    annotation::AnnotationRow,
    risk::{AssessmentRow, Keeping, NewRisk, RiskRow},
};

use crate::{
    Desk, Failure, FailureKind, Result,
    annotate::{filled, one_line},
    clock,
    desk::uid,
    read::{AnnotationShown, Versions},
    wording::Label,
