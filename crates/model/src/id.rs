//! Identities: UUIDv7 for records, SHA-256 for bytes.
//!
//! A `Uid` never changes and never comes from a position, so a link survives every edit around it (ux.md 1.4).
//! Time and randomness are handed in: `model` has neither.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The identity of a record: a UUIDv7, so that sorting by it is sorting by time of making.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Uid(uuid::Uuid);

impl Uid {
    /// A new identity from the time (milliseconds since 1970, UTC) and ten random bytes.
    pub fn new(unix_millis: u64, random: [u8; 10]) -> Self {
        Self(uuid::Builder::from_unix_timestamp_millis(unix_millis, &random).into_uuid())
    }

    /// When it was made, in milliseconds since 1970 (UTC): the first 48 bits.
    pub fn unix_millis(self) -> u64 {
        let (high, low, ..) = self.0.as_fields();
        u64::from(high) << 16 | u64::from(low)
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

/// Makes the identities of one operation: all at the same time, each different, in the order they were made.
#[derive(Clone, Debug)]
pub struct Mint {
    unix_millis: u64,
    first: [u8; 2],
    next: u64,
}

impl Mint {
    /// A mint for an operation at `unix_millis`, from ten random bytes.
    pub fn new(unix_millis: u64, random: [u8; 10]) -> Self {
        let [a, b, rest @ ..] = random;
        // A UUIDv7 keeps 62 of the last 64 bits; the highest of them is left free, so that counting up never runs over.
        Self {
            unix_millis,
            first: [a, b],
            next: u64::from_be_bytes(rest) >> 3,
        }
    }

    /// The next identity.
    pub fn uid(&mut self) -> Uid {
        let mut random = [0; 10];
        random[..2].copy_from_slice(&self.first);
        random[2..].copy_from_slice(&self.next.to_be_bytes());
        self.next += 1;
        Uid::new(self.unix_millis, random)
    }
}

/// What was given is no UUID.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not an identifier")]
pub struct NotAUid(pub String);

impl FromStr for Uid {
    type Err = NotAUid;

    fn from_str(s: &str) -> Result<Self, NotAUid> {
        uuid::Uuid::try_parse(s)
            .map(Self)
            .map_err(|_| NotAUid(s.to_owned()))
    }
}

/// A SHA-256 digest as 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sha256Hex(String);

impl Sha256Hex {
    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect())
    }

    /// A digest read back from where this program wrote it.
    pub fn from_stored(hex: String) -> Self {
        Self(hex)
    }

    /// The 64 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Sha256Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uids_sort_by_time_and_survive_a_round_trip() {
        let early = Uid::new(1_700_000_000_000, [255; 10]);
        let late = Uid::new(1_700_000_000_001, [0; 10]);
        assert!(early < late);
        assert_eq!(early.to_string().parse::<Uid>(), Ok(early));
        assert!("R-1".parse::<Uid>().is_err());
    }

    #[test]
    fn a_mint_never_makes_the_same_identity_twice() {
        let mut mint = Mint::new(1_700_000_000_000, [255; 10]);
        let made: Vec<Uid> = (0..1000).map(|_| mint.uid()).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn digest_matches_the_published_vector_of_fips_180_4() {
        assert_eq!(
            Sha256Hex::of(b"abc").as_str(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
