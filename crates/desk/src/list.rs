//! Lists of articles: pages of rows, a list as a whole, the counts beside the lists, and the preview of one article.
//!
//! What is done to the articles of a list is in `triage`; the whole of one article is in `read`.

use model::{
    Uid,
    article::Capture,
    block::{Block, Role},
    filter::Filter,
};
use serde::Serialize;
use store::article;
pub use store::article::{Counts, Order, Which};

use crate::{Desk, Result, claim::adopted_claims, desk::uid, read::ArticleRow};

/// A list.
#[derive(Clone, Debug, Default)]
pub struct Cut {
    /// Which articles.
    pub which: Which,
    /// In what order.
    pub order: Order,
    /// Narrowed to what, as typed; see [`Filter`].
    pub filter: String,
}

/// So many rows of a list after a row.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The list.
    pub cut: Cut,
    /// Identity of the last row seen.
    pub after: Option<String>,
    /// Rows at most.
    pub limit: u32,
}

/// What is asked of a list as a whole.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    /// Rows a page.
    pub every: u32,
    /// Where groups begin, the newest first: times as the library writes them, or days when the list is by day of publication.
    pub since: Vec<String>,
    /// Identity of a row whose place is wanted.
    pub find: Option<String>,
}

/// A list as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// How many rows it has.
    pub total: u32,
    /// Identity of the row before each page but the first.
    pub stops: Vec<String>,
    /// Rows in each group, then those in none.
    pub groups: Vec<u32>,
    /// The place of the row asked for, from 0; nothing when it isn't in the list.
    pub place: Option<u32>,
}

/// An article at a glance: what decides whether it is read now, later or never.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// The row of the list.
    #[serde(flatten)]
    pub row: ArticleRow,
    /// The version it is of.
    pub version: Uid,
    /// The outlet's summary, or the first paragraphs where it has none.
    pub summary: Vec<String>,
    /// The outlet's key points.
    pub key_points: Vec<KeyPoint>,
    /// The risks that the source names.
    pub claims: Vec<Claim>,
}

/// A key point of the outlet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyPoint {
    /// What is said.
    pub statement: String,
    /// What the outlet says follows from it, as printed.
    pub impact: Option<String>,
}

/// A risk that the source names. It is the source's claim until somebody adopts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// From 1, in the order of the article.
    pub number: u32,
    /// Its name; the beginning of the statement where it has none.
    pub label: String,
    /// The entry of the register that was adopted from it.
    pub risk: Option<AdoptedAs>,
}

/// An entry of the register, as far as an article points to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AdoptedAs {
    /// Identity.
    pub uid: Uid,
    ///
    pub number: String,
}

/// Code points a text in a preview has at most: with so few texts, a preview stays far below 20 kB.
const LONGEST: usize = 700;
/// Texts of each kind in a preview at most.
const MOST: usize = 8;
/// Paragraphs that stand for a summary that isn't there.
const OPENING: usize = 2;

impl Cut {
    fn read(&self) -> article::Cut {
        article::Cut {
            which: self.which,
            order: self.order,
            filter: Filter::read(&self.filter),
        }
    }
}

impl Desk {
    /// A page of a list of articles.
    pub fn articles(&self, page: &Page) -> Result<Vec<ArticleRow>> {
        let page = article::Page {
            cut: page.cut.read(),
            after: page.after.as_deref().map(uid).transpose()?,
            limit: page.limit,
        };
        self.read(|r| Ok(r.articles(&page)?.into_iter().map(ArticleRow::from).collect()))
    }

    /// A list of articles as a whole.
    pub fn article_extent(&self, cut: &Cut, measure: &Measure) -> Result<Extent> {
        let measure = article::Measure {
            every: measure.every,
            since: measure.since.clone(),
            find: measure.find.as_deref().map(uid).transpose()?,
        };
        let extent = self.read(|r| Ok(r.article_extent(&cut.read(), &measure)?))?;
        Ok(Extent {
            total: extent.total,
            stops: extent.stops.iter().map(ToString::to_string).collect(),
            groups: extent.groups,
            place: extent.place,
        })
    }

    /// The identities of all articles of a list, in its order.
    pub fn article_uids(&self, cut: &Cut) -> Result<Vec<String>> {
        let uids = self.read(|r| Ok(r.article_uids(&cut.read())?))?;
        Ok(uids.iter().map(ToString::to_string).collect())
    }

    /// How many records of each kind there are.
    pub fn counts(&self) -> Result<Counts> {
        self.read(|r| Ok(r.counts()?))
    }

    /// How many articles are outside the trash.
    pub fn article_count(&self) -> Result<u32> {
        self.read(|r| Ok(r.article_count()?))
    }

    /// An article at a glance.
    pub fn preview(&self, given: &str) -> Result<Preview> {
        let article = uid(given)?;
        self.read(|r| {
            let row = r.article(article)?;
            let version = r.newest_version(article)?;
            let adopted = adopted_claims(r, &version)?;
            let uid = version.uid;
            let capture = version.capture;
            let adopted = |number| {
                let risk = adopted.iter().find(|risk| risk.claim == number)?;
                Some(AdoptedAs {
                    uid: risk.risk,
                    number: risk.number.to_string(),
                })
            };
            Ok(Preview {
                row: row.into(),
                version: uid,
                summary: summary(&capture),
                key_points: of_role(&capture, Role::KeyPoint).map(key_point).collect(),
                claims: (1..)
                    .zip(of_role(&capture, Role::Risk))
                    .map(|(number, block)| Claim {
                        number,
                        label: claim_label(block),
                        risk: adopted(number),
                    })
                    .collect(),
            })
        })
    }
}

fn of_role(capture: &Capture, role: Role) -> impl Iterator<Item = &Block> {
    capture
        .blocks
        .iter()
        .filter(move |block| block.role == role)
        .take(MOST)
}

fn summary(capture: &Capture) -> Vec<String> {
    let texts = |role, most| -> Vec<String> {
        let texts = of_role(capture, role).map(|block| cut(&block.text()));
        texts.filter(|text| !text.is_empty()).take(most).collect()
    };
    let summary = texts(Role::Summary, MOST);
    if summary.is_empty() {
        texts(Role::Body, OPENING)
    } else {
        summary
    }
}

fn key_point(block: &Block) -> KeyPoint {
    match &block.parts {
        Some(parts) => KeyPoint {
            statement: cut(&parts.statement),
            impact: parts.impact.as_deref().map(cut),
        },
        None => KeyPoint {
            statement: cut(&block.text()),
            impact: None,
        },
    }
}

fn claim_label(block: &Block) -> String {
    let parts = block.parts.as_ref();
    match parts.and_then(|parts| parts.label.as_deref()) {
        Some(label) => cut(label),
        None => cut(parts.map_or(&block.text(), |parts| &parts.statement)),
    }
}

/// `text` without what exceeds the preview, which ends in an ellipsis then.
fn cut(text: &str) -> String {
    match text.trim().char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.trim()[..at].trim_end()),
        None => text.trim().to_owned(),
    }
}
