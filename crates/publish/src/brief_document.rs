//! The brief as it leaves Chancery: the versioned exchange format `brief/1`.
//!
//! The same document is laid out as a PDF, printed as Markdown, saved as JSON and
//! attached to the PDF, so that a colleague's Chancery can read it again. It holds
//! frozen copies: quotes, grades and judgements stay as they were when the brief was
//! composed, whatever happens to the library later. It knows nothing of layout;
//! numbering and back-links are worked out in [`crate::brief_view`].
//!
//! Reading is lenient about what it does not know (unknown fields are ignored) and
//! strict about the one thing it must know: `schema` is [`SCHEMA`].

use serde::{Deserialize, Serialize};

/// The name and version of this format.
pub const SCHEMA: &str = "brief/1";

/// A whole brief. See the module for what it is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BriefDocument {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Title block and bibliographic data.
    pub meta: Meta,
    /// Who may read it.
    pub marking: Marking,
    /// The likelihood scale that every judgement of the brief uses.
    pub scale: Scale,
    /// The risk matrix: a lookup from likelihood and impact to a rating.
    pub matrix: Matrix,
    /// Bottom line up front: one paragraph. Required section.
    #[serde(default)]
    pub bluf: Vec<Run>,
    /// Key judgements, most important first. Required section.
    #[serde(default)]
    pub judgements: Vec<Judgement>,
    /// Scope note. Left out of print when empty.
    #[serde(default)]
    pub scope: Vec<Paragraph>,
    /// Discussion. Required section.
    #[serde(default)]
    pub discussion: Vec<Paragraph>,
    /// Key assumptions, one a paragraph. Left out of print when empty.
    #[serde(default)]
    pub assumptions: Vec<Paragraph>,
    /// Alternative analysis. Required section.
    #[serde(default)]
    pub alternatives: Vec<Paragraph>,
    /// Outlook; printed together with the indicators. Required section.
    #[serde(default)]
    pub outlook: Vec<Paragraph>,
    /// Implications. Left out of print when empty.
    #[serde(default)]
    pub implications: Vec<Paragraph>,
    /// Change since the last note. Left out of print when empty.
    #[serde(default)]
    pub changes: Vec<Paragraph>,
    /// Information gaps, one a paragraph. Required section.
    #[serde(default)]
    pub gaps: Vec<Paragraph>,
    /// Source summary statement. Required section.
    #[serde(default)]
    pub source_summary: Vec<Paragraph>,
    /// Risks of the register that this brief reports.
    #[serde(default)]
    pub risks: Vec<Risk>,
    /// Signposts to watch.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// Dated events. Left out of print when empty.
    #[serde(default)]
    pub timeline: Vec<TimelineEntry>,
    /// What the sources said, word for word.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Where the evidence was found.
    #[serde(default)]
    pub sources: Vec<Source>,
}

/// A paragraph of running text.
pub type Paragraph = Vec<Run>;

/// A piece of running text. User text is always data: nothing in it is ever read as markup.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Run {
    /// Plain words.
    Text(String),
    /// A citation of an evidence item.
    Cite {
        /// The `id` of the [`Evidence`].
        cite: String,
    },
    /// Words set bold, italic or both.
    Styled {
        /// The words.
        t: String,
        /// Bold.
        #[serde(default, skip_serializing_if = "is_false")]
        b: bool,
        /// Italic.
        #[serde(default, skip_serializing_if = "is_false")]
        i: bool,
    },
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference"
)]
fn is_false(value: &bool) -> bool {
    !*value
}

/// Title block and bibliographic data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// Identity or serial of the brief, e.g. `VN-2031-014`.
    pub id: String,
    /// What kind of product it is, as printed above the title: `Intelligence note`.
    pub kind: String,
    /// The desk or subject line beside the kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk: Option<String>,
    /// The title: a judgement rather than a topic.
    pub title: String,
    /// A line under the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<String>,
    /// The organisation that issues it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org: Option<String>,
    /// Date of the brief, `YYYY-MM-DD`. Also the time stamp of the PDF.
    pub date: String,
    /// Nothing later than this was considered: `YYYY-MM-DD`, optionally followed by a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub info_cutoff: Option<String>,
    /// Version of the brief, e.g. `1.0`.
    pub version: String,
    /// Draft, Final … as printed.
    pub status: String,
    /// Language of the text, BCP 47: `en`.
    pub lang: String,
    /// Region of the language, ISO 3166: `GB`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Keywords for the PDF's properties.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// `a4` or `us-letter`.
    pub paper: String,
    /// Which layout: `intel-note`.
    pub template: String,
}

/// Who may read the brief: a Traffic Light Protocol 2.0 label.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Marking {
    /// `TLP`.
    pub scheme: String,
    /// `CLEAR`, `GREEN`, `AMBER`, `AMBER+STRICT` or `RED`.
    pub level: String,
    /// The label as printed, never translated: `TLP:AMBER+STRICT`.
    pub label: String,
    /// A further restriction, printed with the label on every page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handling: Option<String>,
}

/// A scale of estimative language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// Identity, e.g. `icd-203`.
    pub id: String,
    /// Name as printed, e.g. `ICD 203`.
    pub label: String,
    /// The terms from least to most likely.
    pub terms: Vec<ScaleTerm>,
}

/// One term of a scale with its band.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScaleTerm {
    /// Identity, e.g. `very-unlikely`.
    pub id: String,
    /// The words, e.g. `very unlikely`.
    pub term: String,
    /// Lower bound, percent.
    pub low: f64,
    /// Upper bound, percent.
    pub high: f64,
}

/// The risk matrix. Ratings are looked up, never multiplied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Matrix {
    /// Identity with version, e.g. `house/1`.
    pub id: String,
    /// Words for likelihood levels 1 to 5.
    pub likelihood: [String; 5],
    /// Words for impact levels 1 to 5.
    pub impact: [String; 5],
    /// `ratings[likelihood - 1][impact - 1]`, each 1 to 5.
    pub ratings: [[u8; 5]; 5],
    /// Words for ratings 1 to 5: Very low to Very high.
    pub words: [String; 5],
}

/// A key judgement: what the analyst holds, how likely, how sure and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// Identity, e.g. `KJ1`.
    pub id: String,
    /// The sentence, with citations.
    pub text: Vec<Run>,
    /// How likely.
    pub likelihood: Likelihood,
    /// How sure, printed in a sentence of its own.
    pub confidence: Confidence,
}

/// A term of the scale with the band it stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Likelihood {
    /// The `id` of the brief's [`Scale`].
    pub scale: String,
    /// The words.
    pub term: String,
    /// Lower bound, percent.
    pub low: f64,
    /// Upper bound, percent.
    pub high: f64,
}

/// How far the evidence carries the judgement. Not a likelihood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Confidence {
    /// `low`, `moderate` or `high`.
    pub level: String,
    /// Why.
    pub basis: String,
}

/// A risk of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Risk {
    /// Number in the register: `R-1`.
    pub id: String,
    /// Short name.
    pub title: String,
    /// What could happen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The assessment that stands; absent when nobody has assessed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessed: Option<RiskAssessment>,
    /// Likelihood and impact level before, shown as a ghost on the matrix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<(u8, u8)>,
    /// Sectors exposed.
    #[serde(default)]
    pub sectors: Vec<String>,
    /// `id`s of the evidence it rests on.
    #[serde(default)]
    pub cites: Vec<String>,
}

/// One version of a judgement on a risk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RiskAssessment {
    /// Likelihood level, 1 to 5.
    pub likelihood: u8,
    /// Impact level, 1 to 5.
    pub impact: u8,
    /// The rating's word; must be what the brief's [`Matrix`] says.
    pub rating: String,
    /// The likelihood term.
    pub term: String,
    /// Lower bound of the term, percent.
    pub low: f64,
    /// Upper bound of the term, percent.
    pub high: f64,
    /// How sure, and why.
    pub confidence: Confidence,
    /// Why this likelihood and impact.
    pub rationale: String,
    /// When it was judged, `YYYY-MM-DD`.
    pub as_of: String,
    /// `new`, `rising`, `stable` or `falling`.
    pub trend: String,
    /// Until when it holds: a date or words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon: Option<String>,
}

/// A signpost to watch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// What to look for.
    pub text: String,
    /// `raises` or `lowers` the likelihood.
    pub direction: String,
    /// `not-seen`, `emerging`, `seen` or `reversed`.
    pub state: String,
}

/// A dated event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// Date as printed, or `YYYY-MM-DD`.
    pub date: String,
    /// What happened or is expected.
    pub label: String,
    /// `past`, `key`, `expected` or `open`.
    pub kind: String,
}

/// What a source said, word for word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Identity that citations name.
    pub id: String,
    /// The `id` of the [`Source`].
    pub source: String,
    /// Where in the source: `¶3`, `KP1`, `RK2`, `S`.
    pub locator: String,
    /// Who spoke, where the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// The exact words.
    pub quote: String,
    /// Language of the quote when it differs from the brief's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// `supports`, `contradicts` or `context`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<String>,
    /// Admiralty grade: reliability of the source and credibility of this passage, `B2`; `F6` when unjudged.
    pub grade: String,
    /// What the analyst marked it as: `fact`, `judgement`, `risk`, `question` or `claim`.
    pub kind: String,
    /// W3C Web Annotation selectors, so that the passage can be found again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selector: Option<serde_json::Value>,
    /// The analyst's own remark on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Where evidence was found; the fields of an ICS 206 endnote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Identity that evidence names: `S1`.
    pub id: String,
    /// Title of the article.
    pub title: String,
    /// By whom.
    #[serde(default)]
    pub authors: Vec<String>,
    /// Publisher; prints as “publisher not stated” when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Section of the outlet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Date of publication, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Place of the dateline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline_place: Option<String>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Admiralty reliability `A` to `F`.
    pub reliability: String,
    /// Why that reliability.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reliability_reason: Option<String>,
    /// Admiralty credibility `1` to `6`, as the desk sums it up; `6` when unjudged.
    pub credibility: String,
    /// Source descriptor: what affects its quality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// SHA-256 of the original bytes, lower-case hexadecimal.
    pub sha256: String,
    /// When it was taken, `YYYY-MM-DD` optionally followed by a time.
    pub accessed: String,
}
