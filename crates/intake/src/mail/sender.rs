//! Whether a message's sender is a person or an outlet.
//!
//! A newsletter's sender is an outlet, often with a person in the same name ("Maya Rios from The Brief"). A name is a person's
//! when it has the form of one and nothing says otherwise: no role in the address, no word of outlets, no domain called the same.

use std::sync::LazyLock;

use regex::Regex;

use super::mime::{Part, Person};
use crate::structure::{self, pattern};

/// Who sent a message, in the words of its headers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sender {
    /// The person.
    pub(super) person: Option<String>,
    /// The outlet.
    pub(super) outlet: Option<String>,
}

/// Headers that only lists and newsletters have.
const OF_LISTS: [&str; 6] = [
    "List-Id",
    "List-Unsubscribe",
    "List-Post",
    "Feedback-ID",
    "X-Campaign-ID",
    "X-Mailgun-Tag",
];

/// First parts of addresses behind which no one person stands.
static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|news(?:letter|letters|desk|room)?|info|contact|hello|editor(?:s|ial)?|alerts?|updates?|digest|briefings?|bulletin|press|media|mail(?:er|ing)?|team|support|subscriptions?|daily|weekly|notifications?|service|desk|redaktion|redaccion|presse|admin|webmaster)(?:[-_.+].*)?$",
    )
});

/// Words that persons' names do not have.
static OUTLET_WORD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:the|news|newsletter|alerts?|updates?|digest|briefing|brief|bulletin|weekly|daily|today|times|post|review|report|reports|politics|policy|institute|centre|center|council|ministry|office|group|press|agency|team|desk|online|magazine|journal|radio|tv|network|watch|monitor|foundation|university|department|embassy|commission|service|list|via)\b",
    )
});

/// "Maya Rios from The Brief", "Maya Rios at The Courier", "Maya Rios | The Courier", "The Brief by Maya Rios".
static PERSON_OF: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?P<person>.+?)(?:\s+(?:from|at|of|@)\s+|\s*[|·]\s*|,\s+)(?P<outlet>.+)$"));
static OUTLET_BY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?P<outlet>.+?)\s+(?:by|with)\s+(?P<person>.+)$"));

/// "Maya Rios via Politics List": the list forwards what the person wrote.
static VIA: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\s+via\s+.+$"));

/// Who sent `message`.
pub(super) fn sender(message: &Part) -> Sender {
    let Some(from) = message.people("From").into_iter().next() else {
        return Sender::default();
    };
    let is_list = is_newsletter(message);
    of_person(&from, is_list)
}

/// Whether `message` went to a list of subscribers.
pub(super) fn is_newsletter(message: &Part) -> bool {
    let precedence = message
        .words("Precedence")
        .unwrap_or_default()
        .to_ascii_lowercase();
    OF_LISTS.iter().any(|name| message.raw(name).is_some()) || matches!(precedence.as_str(), "bulk" | "list")
}

fn of_person(from: &Person, is_list: bool) -> Sender {
    let Some(shown) = from
        .name
        .as_deref()
        .map(unquoted)
        .filter(|n| !n.is_empty() && !n.contains('@'))
    else {
        return Sender::default();
    };
    let (local, domain) = from.address.rsplit_once('@').unwrap_or((&from.address, ""));
    let name = turned(&VIA.replace(shown, ""));
    let person = |name: &str| structure::is_person(name) && !OUTLET_WORD.is_match(name);
    for form in [&PERSON_OF, &OUTLET_BY] {
        if let Some(parts) = form.captures(&name)
            && person(&parts["person"])
            && !person(&parts["outlet"])
        {
            return Sender {
                person: Some(parts["person"].to_owned()),
                outlet: Some(parts["outlet"].to_owned()),
            };
        }
    }
    let local = local.to_lowercase();
    let signs = name.to_lowercase();
    let in_local = signs
        .split_whitespace()
        .any(|word| word.len() > 2 && local.contains(word));
    let domain = domain.to_lowercase().replace('-', "");
    let in_domain = signs
        .split_whitespace()
        .any(|word| word.len() > 3 && domain.contains(word));
    // An address may repeat the outlet's name as well as a person's; a newsletter from a domain of that name is the outlet's.
    let of_name = in_local && !(is_list && in_domain);
    let is_person = person(&name) && (of_name || !ROLE.is_match(&local) && !is_list && !in_domain);
    if is_person {
        Sender {
            person: Some(name),
            outlet: None,
        }
    } else {
        let is_outlet = is_list || ROLE.is_match(&local) || in_domain || OUTLET_WORD.is_match(&name);
        Sender {
            person: None,
            outlet: is_outlet.then_some(name),
        }
    }
}

fn unquoted(name: &str) -> &str {
    name.trim().trim_matches(['"', '\'']).trim()
}

/// `Rios, Maya` as `Maya Rios`.
fn turned(name: &str) -> String {
    match name.split_once(", ") {
        Some((last, first))
            if !first.contains(',')
                && structure::is_person(&format!("{first} {last}"))
                && !OUTLET_WORD.is_match(first) =>
        {
            format!("{first} {last}")
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_and_outlets_are_told_apart() {
        for (name, address, is_list, person, outlet) in [
            (
                "Maya Rios",
                "maya.rios@courier.example",
                false,
                Some("Maya Rios"),
                None,
            ),
            ("Rios, Maya", "m@x.example", false, Some("Maya Rios"), None),
            (
                "Maya Rios",
                "mrios@substack.example",
                true,
                Some("Maya Rios"),
                None,
            ),
            (
                "The Selm Courier",
                "news@courier.example",
                true,
                None,
                Some("The Selm Courier"),
            ),
            (
                "Selm Courier",
                "hello@selmcourier.example",
                false,
                None,
                Some("Selm Courier"),
            ),
            (
                "Politico Playbook",
                "playbook@politico.example",
                true,
                None,
                Some("Politico Playbook"),
            ),
            (
                "Maya Rios from The Brief",
                "brief@x.example",
                true,
                Some("Maya Rios"),
                Some("The Brief"),
            ),
            (
                "The Brief by Maya Rios",
                "brief@x.example",
                true,
                Some("Maya Rios"),
                Some("The Brief"),
            ),
            (
                "Maya Rios via Politics List",
                "list@x.example",
                false,
                Some("Maya Rios"),
                None,
            ),
            ("maya@x.example", "maya@x.example", false, None, None),
            ("", "desk@x.example", true, None, None),
        ] {
            let from = Person {
                name: Some(name.to_owned()),
                address: address.to_owned(),
            };
            let found = of_person(&from, is_list);
            assert_eq!(
                (found.person.as_deref(), found.outlet.as_deref()),
                (person, outlet),
                "{name}"
            );
        }
    }
}
