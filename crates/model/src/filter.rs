//! What a person types to narrow a list of articles: words, `"exact words"`, and tokens such as `tag:energy` or `-is:read`.
//!
//! Nothing that is typed is an error. A token that means nothing is taken as words, and one that is still being typed
//! (`tag:`, `is:un`, `after:2026-0`) means as much as it already says, so that a list doesn't flicker empty under the typing.
//! Finding the articles is `store`'s business.

use chrono::NaiveDate;

use crate::{annotation::Kind, risk::RiskNumber, text::fold_words};

/// What a list is narrowed to: every part has to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// In the order they were typed.
    pub parts: Vec<Part>,
}

/// One thing that an article has, or hasn't.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What is asked for.
    pub want: Want,
    /// Whether the articles that have it are left out.
    pub not: bool,
    /// As it was typed, with its signs.
    pub typed: String,
}

/// What can be asked of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Want {
    /// A word that begins so, or several that stand together of which the last begins so, in headline or text.
    Words(Vec<String>),
    /// These words, whole and side by side.
    Exact(Vec<String>),
    /// A tag (by its key) or one under it, on the article or on a passage of it.
    Tag(String),
    /// A source whose folded name holds this.
    Source(String),
    /// An author whose name holds this.
    Author(String),
    /// A section that begins so.
    Section(String),
    /// A place in the work: `inbox`, `later` or `archive`.
    State(&'static str),
    /// Marked as read.
    Read,
    /// Begun and not marked as read.
    InProgress,
    /// Starred.
    Starred,
    /// A passage of it is marked.
    Annotation,
    /// A marked passage has a note.
    Note,
    /// It has a tag itself.
    AnyTag,
    /// A passage of it is marked as this.
    Kind(Kind),
    /// A passage of it bears on this risk.
    Risk(RiskNumber),
    /// Published on this day or later; added, where the day isn't known.
    From(NaiveDate),
    /// Published before this day; added, where the day isn't known.
    Before(NaiveDate),
}

impl Filter {
    /// Reads what was typed.
    pub fn read(typed: &str) -> Self {
        Self {
            parts: pieces(typed).iter().filter_map(Piece::part).collect(),
        }
    }

    /// Whether nothing is left out.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The words and phrases that must stand there.
    pub fn words(&self) -> impl Iterator<Item = &Part> {
        self.parts
            .iter()
            .filter(|part| !part.not && matches!(part.want, Want::Words(_) | Want::Exact(_)))
    }

    /// The filter without its `n`-th part.
    pub fn without(&self, n: usize) -> Self {
        let kept = self.parts.iter().enumerate().filter(|(i, _)| *i != n);
        Self {
            parts: kept.map(|(_, part)| part.clone()).collect(),
        }
    }

    /// The filter as it would be typed.
    pub fn typed(&self) -> String {
        let parts: Vec<&str> = self.parts.iter().map(|part| part.typed.as_str()).collect();
        parts.join(" ")
    }
}

/// A stretch between spaces: `-`, `key:`, and what follows, quoted or not.
#[derive(Debug, Default)]
struct Piece {
    typed: String,
    not: bool,
    key: Option<String>,
    value: String,
    quoted: bool,
}

impl Piece {
    fn part(&self) -> Option<Part> {
        let want = match &self.key {
            Some(key) => match token(&key.to_lowercase(), self.value.trim()) {
                Token::Means(want) => Some(want),
                Token::Unfinished => None,
                Token::Nothing => words(&format!("{key} {}", self.value), self.quoted),
            },
            None => words(&self.value, self.quoted),
        };
        // `-is:unread` is `is:read`: one word for it is enough.
        want.map(|(want, not)| Part {
            want,
            not: not != self.not,
            typed: self.typed.clone(),
        })
    }
}

enum Token {
    Means((Want, bool)),
    Unfinished,
    Nothing,
}

fn words(text: &str, exact: bool) -> Option<(Want, bool)> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let want = if exact { Want::Exact } else { Want::Words };
    (!words.is_empty()).then(|| (want(words), false))
}

fn token(key: &str, value: &str) -> Token {
    let text = |want: fn(String) -> Want, value: String| match value.is_empty() {
        true => Token::Unfinished,
        false => Token::Means((want(value), false)),
    };
    match key {
        "tag" => text(Want::Tag, value.trim_matches(['#', '/']).to_lowercase()),
        "source" => text(Want::Source, fold_words(value)),
        "by" => text(Want::Author, value.to_owned()),
        "section" => text(Want::Section, value.to_owned()),
        "in" => choice(
            value,
            [
                ("inbox", Want::State("inbox"), false),
                ("later", Want::State("later"), false),
                ("archive", Want::State("archive"), false),
            ],
        ),
        "is" => choice(
            value,
            [
                ("unread", Want::Read, true),
                ("read", Want::Read, false),
                ("starred", Want::Starred, false),
                ("begun", Want::InProgress, false),
            ],
        ),
        "has" => choice(
            value,
            [
                ("note", Want::Note, false),
                ("annotation", Want::Annotation, false),
                ("tag", Want::AnyTag, false),
            ],
        ),
        "kind" => choice(
            value,
            Kind::ALL.map(|kind| (kind.as_str(), Want::Kind(kind), false)),
        ),
        "risk" => match value.parse() {
            Ok(number) => Token::Means((Want::Risk(number), false)),
            Err(_)
                if value.is_empty()
                    || value.eq_ignore_ascii_case("r")
                    || value.eq_ignore_ascii_case("r-") =>
            {
                Token::Unfinished
            }
            Err(_) => Token::Nothing,
        },
        "after" => day(value, Want::From),
        "before" => day(value, Want::Before),
        _ => Token::Nothing,
    }
}

/// The choice that `value` is, or is the beginning of.
fn choice<const N: usize>(value: &str, choices: [(&str, Want, bool); N]) -> Token {
    let value = value.to_lowercase();
    if value.is_empty() {
        return Token::Unfinished;
    }
    let found = choices.into_iter().find(|(word, ..)| word.starts_with(&value));
    found.map_or(Token::Nothing, |(_, want, not)| Token::Means((want, not)))
}

/// `2026`, `2026-02` or `2026-02-09`; of an unfinished one, what can be read already.
fn day(value: &str, want: fn(NaiveDate) -> Want) -> Token {
    if !value.chars().all(|c| c.is_ascii_digit() || c == '-') {
        return Token::Nothing;
    }
    let mut parts = value.split('-');
    let mut number = |digits: usize| {
        let part = parts.next().filter(|part| part.len() == digits)?;
        part.parse::<u32>().ok()
    };
    let Some(year) = number(4).and_then(|year| i32::try_from(year).ok()) else {
        return Token::Unfinished;
    };
    let month = number(2).filter(|month| (1..=12).contains(month));
    let day = month.and_then(|_| number(2)).unwrap_or(1);
    let date = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day)
        .or_else(|| NaiveDate::from_ymd_opt(year, month.unwrap_or(1), 1));
    date.map_or(Token::Nothing, |date| Token::Means((want(date), false)))
}

/// The pieces of what was typed. Quotation marks hold spaces together, also those of a word processor; one that isn't closed
/// yet runs to the end.
fn pieces(typed: &str) -> Vec<Piece> {
    let quote = |c: char| matches!(c, '"' | '“' | '”' | '„');
    let mut pieces = Vec::new();
    let mut piece = Piece::default();
    let mut inside = false;
    let mut begun = false;
    for c in typed.chars() {
        if inside || !c.is_whitespace() {
            piece.typed.push(c);
        }
        if quote(c) {
            inside = !inside;
            if !inside || piece.value.is_empty() {
                piece.quoted = true;
            }
            begun = true;
        } else if inside {
            piece.value.push(c);
        } else if c.is_whitespace() {
            if begun {
                pieces.push(std::mem::take(&mut piece));
            }
            begun = false;
        } else if c == '-' && !begun {
            piece.not = true;
            begun = true;
        } else if c == ':' && piece.key.is_none() && !piece.value.is_empty() && !piece.quoted {
            piece.key = Some(std::mem::take(&mut piece.value));
        } else {
            piece.value.push(c);
            begun = true;
        }
    }
    if begun {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Vec<String> {
        let part = |part: &Part| format!("{}{:?}", if part.not { "not " } else { "" }, part.want);
        Filter::read(typed).parts.iter().map(part).collect()
    }

    #[track_caller]
    fn check(typed: &str, parts: &[&str]) {
        assert_eq!(read(typed), parts, "{typed}");
    }

    #[test]
    fn words_phrases_and_what_is_left_out() {
        check(
            "grain  licences",
            &[r#"Words(["grain"])"#, r#"Words(["licences"])"#],
        );
        check("“legitimate targets”", &[r#"Exact(["legitimate", "targets"])"#]);
        check(
            r#"-denied -"boarding party""#,
            &[r#"not Words(["denied"])"#, r#"not Exact(["boarding", "party"])"#],
        );
        check(
            "U.S. war-risk",
            &[r#"Words(["U", "S"])"#, r#"Words(["war", "risk"])"#],
        );
        check(r#""still open"#, &[r#"Exact(["still", "open"])"#]);
    }

    #[test]
    fn tokens_say_what_is_wanted() {
        check("tag:#Energy/Gas", &[r#"Tag("energy/gas")"#]);
        check(r#"tag:"natural gas""#, &[r#"Tag("natural gas")"#]);
        check(
            "source:Ledger -section:World",
            &[r#"Source("ledger")"#, r#"not Section("World")"#],
        );
        check("by:Rios", &[r#"Author("Rios")"#]);
        check("is:unread -is:unread is:read", &["not Read", "Read", "Read"]);
        check(
            "IS:Starred has:note has:annotation",
            &["Starred", "Note", "Annotation"],
        );
        check("in:later", &[r#"State("later")"#]);
        check("kind:fact -risk:r-3", &["Kind(Fact)", "not Risk(RiskNumber(3))"]);
        check(
            "after:2026-02-09 before:2027",
            &["From(2026-02-09)", "Before(2027-01-01)"],
        );
    }

    #[test]
    fn an_unfinished_token_means_what_it_already_says() {
        check("tag: source: is: after: after:20 - kind: risk:R-", &[]);
        check("is:un", &["not Read"]);
        check("has:anno", &["Annotation"]);
        check("after:2026-0", &["From(2026-01-01)"]);
        check("after:2026-02-3", &["From(2026-02-01)"]);
        check("after:2026-02-31", &["From(2026-02-01)"]);
    }

    #[test]
    fn a_part_is_dropped_as_it_was_typed() {
        let filter = Filter::read("gas  -tag:\"natural gas\" kind:fact “two words”");
        assert_eq!(filter.without(2).typed(), "gas -tag:\"natural gas\" “two words”");
        assert_eq!(Filter::read(&filter.typed()), filter);
    }

    #[test]
    fn what_means_nothing_is_words() {
        check("is:purple", &[r#"Words(["is", "purple"])"#]);
        check("after:lunch", &[r#"Words(["after", "lunch"])"#]);
        check("http://a.b", &[r#"Words(["http", "a", "b"])"#]);
        check(":: - \" '", &[]);
        check("a* NEAR(b)", &[r#"Words(["a"])"#, r#"Words(["NEAR", "b"])"#]);
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_can_be_typed_breaks_it(typed in "\\PC*") {
            Filter::read(&typed);
        }
    }
}
