//! The nouns of Chancery and the rules that hold between them.
//!
//! Everything here is pure: no IO, no clock, no environment, no randomness. Time and random bytes are arguments, so the
//! same call gives the same answer on every machine. Reading bytes is `intake`'s business, keeping them is `store`'s,
//! printing them is `publish`'s.
//!
//! Offsets are Unicode code points unless a name says otherwise; `text` is the only place that converts them.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test that can't go on must fail"
    )
)]

pub mod address;
pub mod agency;
pub mod amended;
pub mod anchor;
pub mod annotation;
pub mod article;
pub mod assessment;
pub mod block;
pub mod brief;
pub mod diff;
pub mod evidence;
pub mod filter;
pub mod id;
pub mod lint;
pub mod marking;
pub mod matrix;
pub mod picture;
pub mod prose;
pub mod risk;
pub mod scale;
pub mod site_rule;
pub mod sketch;
pub mod source;
pub mod tag;
pub mod text;
pub mod word;
pub mod wording;

pub use id::{Mint, Sha256Hex, Uid};
