//! An article and its captures: what the record holds and where each field came from.
//!
//! Nothing is guessed silently: a field is parsed (with its place in the input), typed by the analyst, or absent.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::{
    amended::Amended,
    block::{Block, Role},
    text::Span,
};

/// Where a value came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "origin", rename_all = "snake_case")]
pub enum Origin {
    /// Read in the input, at these code points of the decoded text.
    Parsed {
        /// Place in the decoded input.
        at: Span,
    },
    /// Typed by the analyst.
    Typed,
}

/// A value with its origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field<T> {
    /// The value.
    pub value: T,
    /// Where it came from.
    #[serde(flatten)]
    pub origin: Origin,
}

impl<T> Field<T> {
    /// A value read at `start..end` of the decoded input.
    pub fn parsed(value: T, at: Span) -> Self {
        Self {
            value,
            origin: Origin::Parsed { at },
        }
    }

    /// A value that the analyst gave.
    pub fn typed(value: T) -> Self {
        Self {
            value,
            origin: Origin::Typed,
        }
    }
}

/// When an article was published, as far as it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The day.
    pub date: NaiveDate,
    /// The time of day, where printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    /// The time zone as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
}

/// Where and when a report was filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dateline {
    /// As printed.
    pub place: String,
    /// The day, the year taken from the date of publication where the dateline has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The agency credited, where one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
}

/// What is known about a capture besides its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The article's title.
    pub headline: Field<String>,
    /// The sentence under the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deck: Option<Field<String>>,
    /// The outlet's section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<Field<String>>,
    /// Names in the order of the byline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Field<String>>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<Field<String>>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Field<String>>,
    /// The address the outlet calls its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub canonical_url: Option<Field<String>>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Field<Published>>,
    /// Where and when it was filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Field<Dateline>>,
    /// BCP 47, where the input says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Field<String>>,
}

impl Meta {
    /// A record that has a title and says nothing else.
    pub fn titled(headline: Field<String>) -> Self {
        Self {
            headline,
            deck: None,
            section: None,
            authors: Vec::new(),
            outlet: None,
            url: None,
            canonical_url: None,
            published: None,
            dateline: None,
            language: None,
        }
    }
}

/// A piece of the input that is not in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// The words.
    pub text: String,
    /// Place in the decoded input.
    pub at: Span,
    /// Why it was left out.
    pub reason: RemovedBecause,
    /// The shape it would have as a block; nothing for running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<crate::block::BlockKind>,
}

/// Why a piece of the input was left out of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemovedBecause {
    /// The headline, printed a second time.
    RepeatedHeadline,
    /// The analyst put something else in its place.
    Corrected,
    /// Menus, breadcrumbs, the page's head and foot.
    Navigation,
    /// Links to other articles.
    RelatedLinks,
    /// An invitation to subscribe, register, follow or pay.
    Promotion,
    /// An advertisement, or the label of one.
    Advertisement,
    /// Buttons to share, print or save, and their counts.
    Sharing,
    /// What readers wrote.
    Comments,
    /// Byline, date and the like, where the record has them as fields.
    AboutTheArticle,
    /// About the author, not by the author.
    AboutTheAuthor,
    /// Who took the picture.
    PictureCredit,
    /// Notices of copyright and terms of use.
    Legal,
    /// The page hides it from its readers.
    Hidden,
    /// A head or foot that stands on page after page.
    RunningHead,
    /// The number of a page.
    PageNumber,
    /// A message quoted below a reply.
    QuotedMessage,
    /// The signature under a message.
    Signature,
    /// None of these; it stands outside the article.
    OutsideArticle,
}

/// What a value was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cue {
    /// The words that a reader sees, by their place and form.
    Printed,
    /// The page's largest heading.
    Heading,
    /// The title of the window or the document.
    WindowTitle,
    /// schema.org data in JSON.
    JsonLd,
    /// schema.org data in attributes, or hAtom and hCard classes.
    Microdata,
    /// Open Graph properties, and those of Twitter cards.
    OpenGraph,
    /// Other `meta` elements, Dublin Core and the Highwire Press tags among them.
    MetaTag,
    /// A `time` element.
    TimeElement,
    /// A link's `rel`.
    LinkRelation,
    /// A class or id that names the field.
    ClassName,
    /// The dateline of the report.
    Dateline,
    /// The page's own address.
    Address,
    /// An attribute of the document's root, such as `lang`.
    Attribute,
    /// A header of a message, an answer or a saved page.
    Header,
    /// The properties of a PDF or Word document.
    Properties,
}

/// A field that more than one place in a document may state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatedField {
    /// The article's title.
    Headline,
    /// The sentence under the title.
    Deck,
    /// One of the names of the byline.
    Authors,
    /// The outlet's section.
    Section,
    /// When it was published.
    Published,
    /// Who published it.
    Outlet,
    /// The address the outlet calls its own.
    CanonicalUrl,
    /// BCP 47.
    Language,
}

impl Cue {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Heading => "heading",
            Self::WindowTitle => "window_title",
            Self::JsonLd => "json_ld",
            Self::Microdata => "microdata",
            Self::OpenGraph => "open_graph",
            Self::MetaTag => "meta_tag",
            Self::TimeElement => "time_element",
            Self::LinkRelation => "link_relation",
            Self::ClassName => "class_name",
            Self::Dateline => "dateline",
            Self::Address => "address",
            Self::Attribute => "attribute",
            Self::Header => "header",
            Self::Properties => "properties",
        }
    }
}

impl StatedField {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Deck => "deck",
            Self::Authors => "authors",
            Self::Section => "section",
            Self::Published => "published",
            Self::Outlet => "outlet",
            Self::CanonicalUrl => "canonical_url",
            Self::Language => "language",
        }
    }
}

/// What became of a value that was read, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is in the record.
    Chosen,
    /// It says the same as what was chosen.
    Agrees,
    /// Another place is trusted more.
    LessTrusted,
    /// It is a word for nothing: `admin`, `Untitled`, 1 January 1970.
    Placeholder,
    /// It names the outlet, a desk or a place and no person.
    NoPerson,
    /// It is another date: of a change, of another article, of the footer.
    AnotherDate,
    /// It can't be: a date that lies ahead, a name of a hundred words.
    Implausible,
}

/// A value that the input states for a field, chosen or not: the import sheet offers the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The field.
    pub field: StatedField,
    /// As the record would hold it; dates as `YYYY-MM-DD` or `YYYY-MM-DD HH:MM ZONE`.
    pub value: String,
    /// Place in the decoded input.
    pub at: Span,
    /// What it was read from.
    pub cue: Cue,
    /// What became of it.
    pub verdict: Verdict,
}

/// What the parser makes of one input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capture {
    /// What is known besides the text.
    pub meta: Meta,
    /// The parts in reading order, headline and deck first.
    pub blocks: Vec<Block>,
    /// What was left out.
    pub removed: Vec<Removed>,
    /// What the input states for fields that more than one place may state, the chosen ones among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Candidate>,
    /// What was done to the record by hand since it was parsed.
    #[serde(default, skip_serializing_if = "Amended::is_nothing")]
    pub amended: Amended,
    /// Parser and version, such as `text/1`.
    pub parser: String,
    /// How the bytes were read, such as `UTF-8` or `windows-1252`.
    pub encoding: String,
}

/// What stands between two blocks in the canonical text.
const BLOCK_GAP: &str = "\n\n";

/// The text that every annotation counts in: headline, deck, then every block in order, parted by an empty line. Nothing is
/// normalised. It is stored with the version and never computed again.
pub fn canonical_text(blocks: &[Block]) -> String {
    blocks.iter().map(Block::text).collect::<Vec<_>>().join(BLOCK_GAP)
}

/// What the article itself says, block by block: headlines of other articles and headings of parts are left out.
pub fn said(blocks: &[Block]) -> String {
    let own = blocks
        .iter()
        .filter(|b| !matches!(b.role, Role::Related | Role::Other));
    own.map(Block::text).collect::<Vec<_>>().join(BLOCK_GAP)
}

/// The code points each block covers in the canonical text of `blocks`.
pub fn block_spans(blocks: &[Block]) -> Vec<Span> {
    let mut at = 0;
    blocks
        .iter()
        .map(|block| {
            let span = Span::new(at, at + block.text().chars().count());
            at = span.end + BLOCK_GAP.len();
            span
        })
        .collect()
}

/// What a person writes to point at a block: ¶n for body paragraphs, KPn key points, RKn the source's risks, RLn headlines of
/// other articles, S the summary; headline, deck and headings are named in words.
pub fn locators(blocks: &[Block]) -> Vec<String> {
    let mut counts = std::collections::HashMap::new();
    let mut numbered = |sign: &'static str| {
        let n = counts.entry(sign).or_insert(0);
        *n += 1;
        format!("{sign}{n}")
    };
    blocks
        .iter()
        .map(|block| match block.role {
            Role::Headline => "Headline".to_owned(),
            Role::Deck => "Deck".to_owned(),
            Role::Summary => "S".to_owned(),
            Role::Body => numbered("¶"),
            Role::KeyPoint => numbered("KP"),
            Role::Risk => numbered("RK"),
            Role::Related => numbered("RL"),
            Role::Other => "Heading".to_owned(),
        })
        .collect()
}

/// Where the blocks of a version stand and what they are called, worked out once.
#[derive(Clone, Debug)]
pub struct Layout {
    places: Vec<(Span, String)>,
    pages: Vec<Option<u32>>,
}

impl Layout {
    /// The layout of a version's blocks.
    pub fn of(blocks: &[Block]) -> Self {
        Self {
            places: block_spans(blocks).into_iter().zip(locators(blocks)).collect(),
            pages: blocks.iter().map(|block| block.page).collect(),
        }
    }

    /// Each block's code points in the canonical text and its locator.
    pub fn places(&self) -> &[(Span, String)] {
        &self.places
    }

    /// The locator of a passage: `¶3`, or `¶3–¶4` where it runs over several blocks; `¶3, p. 2` where the source has pages.
    pub fn locator(&self, passage: Span) -> String {
        let from = self.places.partition_point(|(span, _)| span.end <= passage.start);
        let to = self.places.partition_point(|(span, _)| span.start < passage.end);
        let blocks = match self.places.get(from..to).unwrap_or_default() {
            [] => return String::new(),
            [(_, only)] => only.clone(),
            [(_, first), .., (_, last)] => format!("{first}–{last}"),
        };
        let page = |block: usize| self.pages.get(block).copied().flatten();
        match (page(from), page(to - 1)) {
            (Some(first), Some(last)) if first != last => format!("{blocks}, p. {first}–{last}"),
            (Some(page), _) => format!("{blocks}, p. {page}"),
            (None, _) => blocks,
        }
    }
}

/// Where an article stands in the analyst's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArticleState {
    /// Waiting to be looked at.
    Inbox,
    /// Put aside.
    Later,
    /// Done with.
    Archive,
}

impl ArticleState {
    /// The word in the database and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Inbox => "inbox",
            Self::Later => "later",
            Self::Archive => "archive",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::BlockKind;

    fn blocks() -> Vec<Block> {
        let block = |role, text: &str| Block::plain(role, BlockKind::Paragraph, text, None);
        vec![
            block(Role::Headline, "Título"),
            block(Role::Summary, "Sum"),
            block(Role::Other, "Key points"),
            block(Role::KeyPoint, "first"),
            block(Role::Body, "one"),
            block(Role::Body, "two"),
            block(Role::Risk, "danger"),
        ]
    }

    #[test]
    fn every_block_stands_in_the_canonical_text_where_its_span_says() {
        let blocks = blocks();
        let text: Vec<char> = canonical_text(&blocks).chars().collect();
        for (block, span) in blocks.iter().zip(block_spans(&blocks)) {
            assert_eq!(
                text[span.start..span.end].iter().collect::<String>(),
                block.text()
            );
        }
    }

    #[test]
    fn pages_of_the_source_stand_behind_the_locator() {
        let mut blocks = blocks();
        for (block, page) in blocks.iter_mut().zip([1, 1, 1, 1, 1, 2, 2]) {
            block.page = Some(page);
        }
        let (spans, layout) = (block_spans(&blocks), Layout::of(&blocks));
        assert_eq!(layout.locator(spans[3]), "KP1, p. 1");
        assert_eq!(
            layout.locator(Span::new(spans[4].start, spans[5].end)),
            "¶1–¶2, p. 1–2"
        );
    }

    #[test]
    fn locators_count_each_kind_from_one_and_join_over_blocks() {
        let blocks = blocks();
        let (spans, layout) = (block_spans(&blocks), Layout::of(&blocks));
        assert_eq!(layout.locator(spans[3]), "KP1");
        assert_eq!(layout.locator(Span::new(spans[4].start, spans[5].end)), "¶1–¶2");
        assert_eq!(layout.locator(spans[6]), "RK1");
        assert_eq!(layout.locator(spans[2]), "Heading");
        assert_eq!(layout.locator(spans[1]), "S");
        // The empty line between two blocks belongs to none.
        assert_eq!(layout.locator(Span::new(spans[4].end, spans[5].start)), "");
    }
}
