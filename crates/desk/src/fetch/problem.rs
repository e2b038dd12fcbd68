//! Why a page wasn't fetched, and the sentences for it.

use std::io::ErrorKind;

use fluent_bundle::FluentValue;
use rustls::{CertificateError, Error as Tls};
use ureq::Error;
use url::Url;

use super::{address::host_shown, gate::OwnNetwork};
use crate::{Failure, FailureKind};

/// Why a page wasn't fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The address begins neither with http:// nor with https://.
    NotWeb,
    /// It can't be read as an address.
    Unreadable,
    /// It names a user, and perhaps a password.
    NamesAUser,
    /// It names a port where no web pages are.
    Port,
    /// It leads into the person's own network.
    OwnNetwork,
    /// A page that was asked for under https led to one under http.
    Downgraded,
    /// One redirect led to another too often.
    TooManyRedirects,
    /// No such name, or no network to look it up in.
    NoSuchName,
    /// Nobody answers there, or no network to ask in.
    NoConnection,
    /// No answer, or no end of it, in time.
    TimedOut,
    /// The connection can't be trusted.
    Insecure(Mistrust),
    /// The server has no page for us.
    Status(u16),
    /// Pictures, sound and the like.
    NotAPage(String),
    /// A page where a picture was expected.
    NotAPicture,
    /// More bytes than are read.
    TooLarge {
        /// Bytes.
        most: usize,
    },
    /// The answer broke off.
    CutShort,
    /// The answer follows no rule that we know.
    Garbled,
    /// The person wants it no more.
    Cancelled,
}

/// Why a connection can't be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mistrust {
    /// The certificate is too old, or not valid yet.
    Expired,
    /// It is somebody else's.
    OtherSite,
    /// Nobody this computer trusts has signed it.
    UnknownIssuer,
    /// It was withdrawn, or can't be read; or no way to talk was agreed on.
    Otherwise,
}

/// A problem and where it was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The problem.
    pub problem: Problem,
    /// The host, or what was given where there is none, as it can be shown.
    pub place: String,
}

impl Problem {
    /// What the client's error means.
    pub(super) fn of(error: Error) -> Self {
        match error {
            Error::HostNotFound => Self::NoSuchName,
            Error::Timeout(_) => Self::TimedOut,
            Error::Rustls(error) => Self::Insecure(Mistrust::of(&error)),
            Error::Tls(_) => Self::Insecure(Mistrust::Otherwise),
            Error::Other(error) if error.is::<OwnNetwork>() => Self::OwnNetwork,
            Error::Io(error) => match error.get_ref().and_then(|inner| inner.downcast_ref::<Tls>()) {
                Some(tls) => Self::Insecure(Mistrust::of(tls)),
                None if error.kind() == ErrorKind::UnexpectedEof => Self::CutShort,
                None => Self::NoConnection,
            },
            _ => Self::Garbled,
        }
    }

    /// The problem, met at `url`.
    pub(super) fn at(self, url: &Url) -> Refusal {
        Refusal {
            problem: self,
            place: host_shown(url),
        }
    }
}

impl Mistrust {
    fn of(error: &Tls) -> Self {
        use CertificateError as C;
        match error {
            Tls::InvalidCertificate(
                C::Expired | C::ExpiredContext { .. } | C::NotValidYet | C::NotValidYetContext { .. },
            ) => Self::Expired,
            Tls::InvalidCertificate(C::NotValidForName | C::NotValidForNameContext { .. }) => Self::OtherSite,
            Tls::InvalidCertificate(C::UnknownIssuer) => Self::UnknownIssuer,
            _ => Self::Otherwise,
        }
    }
}

impl From<Refusal> for Failure {
    fn from(Refusal { problem, place }: Refusal) -> Self {
        use FailureKind as Kind;
        use Problem as P;
        let place = ("place", FluentValue::from(place));
        let said = |kind, id| Failure::new(kind, id, std::slice::from_ref(&place));
        let with = |kind, id, name, value| Failure::new(kind, id, &[place.clone(), (name, value)]);
        match problem {
            P::NotWeb => said(Kind::Invalid, "address-not-web"),
            P::Unreadable => said(Kind::Invalid, "address-unreadable"),
            P::NamesAUser => said(Kind::Invalid, "address-names-a-user"),
            P::Port => said(Kind::Invalid, "address-port"),
            P::OwnNetwork => said(Kind::Invalid, "fetch-own-network"),
            P::Downgraded => said(Kind::Invalid, "fetch-downgraded"),
            P::TooManyRedirects => said(Kind::Unreadable, "fetch-too-many-redirects"),
            P::NoSuchName => said(Kind::Offline, "fetch-no-such-name"),
            P::NoConnection => said(Kind::Offline, "fetch-no-connection"),
            P::TimedOut => said(Kind::Offline, "fetch-timed-out"),
            P::Insecure(Mistrust::Expired) => said(Kind::Unreadable, "fetch-certificate-expired"),
            P::Insecure(Mistrust::OtherSite) => said(Kind::Unreadable, "fetch-certificate-of-another"),
            P::Insecure(Mistrust::UnknownIssuer) => said(Kind::Unreadable, "fetch-certificate-unknown"),
            P::Insecure(Mistrust::Otherwise) => said(Kind::Unreadable, "fetch-insecure"),
            P::Status(number @ (404 | 410)) => with(Kind::NotFound, "fetch-no-page", "number", number.into()),
            P::Status(number @ (401 | 402 | 403 | 407 | 451)) => {
                with(Kind::Unreadable, "fetch-not-for-us", "number", number.into())
            }
            P::Status(number @ (429 | 500..)) => {
                with(Kind::Unreadable, "fetch-not-now", "number", number.into())
            }
            P::Status(number) => with(Kind::Unreadable, "fetch-no-answer", "number", number.into()),
            P::NotAPage(media) => with(Kind::Invalid, "fetch-not-a-page", "media", media.into()),
            P::NotAPicture => said(Kind::Invalid, "fetch-not-a-picture"),
            P::TooLarge { most } => {
                let megabytes = (most / 1_000_000).to_string();
                with(Kind::Invalid, "fetch-too-large", "megabytes", megabytes.into())
            }
            P::CutShort => said(Kind::Unreadable, "fetch-cut-short"),
            P::Garbled => said(Kind::Unreadable, "fetch-garbled"),
            P::Cancelled => said(Kind::Conflict, "fetch-cancelled"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_a_sentence_and_a_next_step() {
        use Problem as P;
        let insecure = [
            Mistrust::Expired,
            Mistrust::OtherSite,
            Mistrust::UnknownIssuer,
            Mistrust::Otherwise,
        ];
        let problems = [
            P::NotWeb,
            P::Unreadable,
            P::NamesAUser,
            P::Port,
            P::OwnNetwork,
            P::Downgraded,
            P::TooManyRedirects,
            P::NoSuchName,
            P::NoConnection,
            P::TimedOut,
            P::Status(400),
            P::Status(403),
            P::Status(404),
            P::Status(503),
            P::NotAPage("image/png".into()),
            P::NotAPicture,
            P::TooLarge { most: 25_000_000 },
            P::CutShort,
            P::Garbled,
            P::Cancelled,
        ];
        for problem in problems.into_iter().chain(insecure.map(P::Insecure)) {
            let place = "example.org".to_owned();
            let failure = Failure::from(Refusal { problem, place });
            assert!(
                failure.message.ends_with('.') && failure.message.contains(' '),
                "{failure:?}"
            );
            assert!(
                failure.hint.as_ref().is_some_and(|hint| hint.ends_with('.')),
                "{failure:?}"
            );
        }
    }
}
