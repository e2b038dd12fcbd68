//! Marking passages.

use std::sync::Arc;

use model::{
    Uid,
    anchor::{self, Quote},
    annotation::Kind,
    source::Credibility,
    tag::TagPath,
    text::Span,
};
use serde::{Deserialize, Serialize};
use store::annotation::NewAnnotation;

use crate::{Desk, Failure, FailureKind, Result, amend::markable, desk::uid, reading::Laid, wording::Label};

/// A passage as a person points at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// Words of the article, with words around them where they stand more than once.
    Quote {
        /// The words.
        exact: String,
        /// Words right before.
        prefix: Option<String>,
        /// Words right after.
        suffix: Option<String>,
        /// Where they are expected; decides between several places that fit.
        near: Option<usize>,
    },
    /// Code points of the canonical text.
    Range(Span),
}

impl Passage {
    /// Code points `start` to, and without, `end`.
    pub fn range(start: usize, end: usize) -> Self {
        Self::Range(Span::new(start, end))
    }
}

/// An annotation to be made.
#[derive(Clone, Debug)]
pub struct Annotate {
    /// The article's identity.
    pub article: String,
    /// What to mark.
    pub passage: Passage,
    /// What it is to the analyst.
    pub kind: Kind,
    /// Markdown.
    pub note: Option<String>,
    /// Tags.
    pub tags: Vec<TagPath>,
    /// Who is quoted, as the analyst says.
    pub speaker: Option<String>,
    /// How credible the passage is; 6, not judged, where nothing is said.
    pub credibility: Option<Credibility>,
}

/// An annotation as one line of a stream gives it. Keys that mean nothing here are passed over, so that records of other
/// programs can be streamed as they are.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object with a passage, and what it is")]
struct Line {
    article: Option<String>,
    #[serde(alias = "exact")]
    quote: Option<String>,
    prefix: Option<String>,
    suffix: Option<String>,
    start: Option<usize>,
    end: Option<usize>,
    kind: Option<String>,
    note: Option<String>,
    #[serde(alias = "tag")]
    tags: Option<OneOrMore>,
    speaker: Option<String>,
    credibility: Option<u8>,
}

/// A tag, or a list of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "tags are a text or a list of texts")]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

/// What the lines of a stream needn't repeat.
#[derive(Clone, Debug, Default)]
pub struct StreamDefaults {
    /// The article of lines that name none.
    pub article: Option<String>,
    /// The kind of lines that name none.
    pub kind: Option<Kind>,
}

impl Annotate {
    /// Reads one line of a stream: a JSON object with `article`, `quote` (and `prefix`, `suffix`) or `start` and `end` or both,
    /// `kind`, and where wanted `note`, `tags`, `speaker`, `credibility`.
    pub fn from_json(line: &[u8], defaults: &StreamDefaults) -> Result<Self> {
        let line: Line = serde_json::from_slice(line).map_err(|e| Failure::unreadable_line(&e))?;
        let tags = match line.tags {
            None => Vec::new(),
            Some(OneOrMore::One(tag)) => vec![tag],
            Some(OneOrMore::More(tags)) => tags,
        };
        let kind = line.kind.map(|kind| kind.parse()).transpose()?.or(defaults.kind);
        Ok(Self {
            passage: match (line.quote, line.start.zip(line.end)) {
                (Some(exact), range) => Passage::Quote {
                    exact,
                    prefix: line.prefix,
                    suffix: line.suffix,
                    near: range.map(|(start, _)| start),
                },
                (None, Some((start, end))) => Passage::range(start, end),
                (None, None) => return Err(Failure::new(FailureKind::Invalid, "passage-missing", &[])),
            },
            article: line
                .article
                .or_else(|| defaults.article.clone())
                .ok_or_else(|| Failure::missing("article"))?,
            kind: kind.ok_or_else(|| Failure::missing("kind"))?,
            note: line.note,
            tags: tags
                .iter()
                .map(|t| TagPath::read(t))
                .collect::<std::result::Result<_, _>>()?,
            speaker: line.speaker,
            credibility: line.credibility.map(Credibility::try_from).transpose()?,
        })
    }
}

/// An annotation that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Annotated {
    /// Identity.
    pub uid: Uid,
    /// The article.
    pub article: Uid,
    /// What it is to the analyst.
    pub kind: Kind,
    /// The words marked.
    pub quote: String,
    /// First code point of the canonical text.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Where that is, for people.
    pub locator: String,
    /// How often the words stand in the article; the first place was marked when it is more than one.
    pub occurrences: usize,
}

impl Desk {
    /// Marks a passage. The same passage may be marked again: people see different things in it.
    pub fn annotate(&self, request: Annotate) -> Result<Annotated> {
        let article = uid(&request.article)?;
        let credibility = request.credibility.unwrap_or(Credibility::UNJUDGED);
        if credibility == Credibility::CONFIRMED {
            // Tradecraft.md 2.1: 1 needs another independence group, which links of passages will show.
            return Err(Failure::new(FailureKind::Conflict, "credibility-confirmed", &[]));
        }
        let last = Arc::clone(&self.last_read);
        let (annotated, _) = self.write(
            Label::new("op-mark").with("kind", request.kind.as_str()),
            move |w| {
                let laid = markable(w, &last, article)?;
                let (at, occurrences) = find(&laid, &request.passage)?;
                let selectors = anchor::capture(&laid.text(), at)
                    .ok_or_else(|| Failure::bug("a passage was found outside the text"))?;
                let new = NewAnnotation {
                    kind: request.kind,
                    selectors,
                    note: filled(request.note),
                    speaker: request.speaker.as_deref().and_then(one_line),
                    credibility,
                    tags: request.tags,
                };
                Ok(Annotated {
                    uid: w.annotate(&laid.version, &new)?,
                    article,
                    kind: new.kind,
                    quote: new.selectors.exact,
                    start: at.start,
                    end: at.end,
                    locator: laid.layout.locator(at),
                    occurrences,
                })
            },
        )?;
        Ok(annotated)
    }
}

/// Text that says something.
pub(crate) fn filled(text: Option<String>) -> Option<String> {
    text.filter(|t| !t.trim().is_empty())
}

/// Text that stands on one line: a title, a name. Signs that nobody sees go, white space becomes single spaces; nothing when
/// nothing is left.
pub(crate) fn one_line(text: &str) -> Option<String> {
    let hidden = |c: char| matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let visible: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !hidden(*c))
        .collect();
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars()
        .any(|c| !matches!(c, '\u{200c}' | '\u{200d}' | '\u{200e}' | '\u{200f}' | ' '))
        .then_some(line)
}

fn find(laid: &Laid, passage: &Passage) -> Result<(Span, usize)> {
    let text = laid.text();
    match passage {
        Passage::Range(at) if at.is_empty() || at.end > text.len() => Err(Failure::new(
            FailureKind::Invalid,
            "passage-outside",
            &[
                ("start", at.start.into()),
                ("end", at.end.into()),
                ("length", text.len().into()),
            ],
        )),
        Passage::Range(at) if text.slice(*at).trim().is_empty() => {
            Err(Failure::new(FailureKind::Invalid, "passage-blank", &[]))
        }
        Passage::Range(at) => Ok((*at, 1)),
        Passage::Quote {
            exact,
            prefix,
            suffix,
            near,
        } => {
            let quote = Quote {
                exact,
                prefix: prefix.as_deref(),
                suffix: suffix.as_deref(),
            };
            let found = anchor::find_quote(&text, laid.folded(), quote);
            let chosen = found
                .iter()
                .min_by_key(|at| near.map_or(0, |near| at.start.abs_diff(near)));
            let chosen = chosen.ok_or_else(|| {
                let start: String = exact.chars().take(60).collect();
                Failure::new(
                    FailureKind::NotFound,
                    "passage-not-found",
                    &[("quote", start.into())],
                )
            })?;
            Ok((*chosen, found.len()))
        }
    }
}

#[cfg(test)]
mod tests {
    use model::anchor::Folded;

    use super::*;
    use crate::{WorkerProgram, search::tests::article};

    #[test]
    fn a_line_holds_only_what_can_be_seen() {
        assert_eq!(
            one_line(" Bob\u{7}  \n the\u{200b}re ").as_deref(),
            Some("Bob there")
        );
        assert_eq!(one_line("\u{1b}[31m x").as_deref(), Some("[31m x"));
        for nothing in ["", " ", "\u{200b}", "\u{7}\u{200e}"] {
            assert_eq!(one_line(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn an_article_is_read_and_folded_once_for_all_the_marks_on_it() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::open(folder.path(), WorkerProgram::current_exe().unwrap()).unwrap();
        let text = "The port stays closed. Ferries go on to the islands.";
        let article = article(&desk, "Port closed", &[text], "2026-01-01", "Ledger");
        let mark = |passage: &str| {
            let line = format!(r#"{{"article": "{article}", "kind": "fact", {passage}}}"#);
            let request = Annotate::from_json(line.as_bytes(), &StreamDefaults::default()).unwrap();
            desk.annotate(request).unwrap();
            desk.last_read
                .kept()
                .expect("the article wasn't read through what keeps it")
        };
        let first = mark(r#""quote": "The port""#);
        let folded: *const Folded = first.folded();
        for passage in [r#""quote": "Ferries go on""#, r#""start": 17, "end": 23"#] {
            let again = mark(passage);
            assert!(Arc::ptr_eq(&first, &again), "read again for {passage}");
            assert!(std::ptr::eq(folded, again.folded()), "folded again for {passage}");
        }
    }
}
