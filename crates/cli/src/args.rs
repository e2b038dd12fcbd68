//! The command line: what can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use desk::import::{Cue, OwnServer, StatedField};
use desk::words::{
    Confidence, Credibility, Kind, Reliability, Section, Stance, TagPath, Template, Tlp, Weight,
};

/// Read news, link risks to evidence, write sourced briefs. Everything stays on this computer.
#[derive(Debug, Parser)]
#[command(
    name = "chancery",
    version,
    after_help = "Exit codes: 0 done (a duplicate is done), 1 some items failed or nothing to undo, 2 wrong usage, 3 the library \
                  can't be opened or written.\nWithout a subcommand the window opens."
)]
pub(crate) struct Cli {
    /// The library's folder [default: $XDG_DATA_HOME/chancery].
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) library: Option<PathBuf>,
    /// Print JSON: one object a line, errors as an object on standard error.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Let one server inside the own network be fetched from, for trying things out.
    #[arg(long, global = true, hide = true, value_name = "IP:PORT")]
    pub(crate) allow_server: Option<OwnServer>,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Import articles: files, folders, web addresses, or - for standard input.
    Import(ImportArgs),
    /// List articles, newest first.
    List(ListArgs),
    /// Show an article with its record and annotations.
    Show { article: String },
    /// Print an article's canonical text, which all offsets count in.
    Text {
        article: String,
        /// An earlier version's, from 1.
        #[arg(long, value_name = "N")]
        version: Option<u32>,
    },
    /// List the versions of an article, newest first.
    Versions { article: String },
    /// What is different between two articles or versions, word by word.
    Diff {
        /// An article, or a version of one.
        old: String,
        /// Another; without it, the article's newest version is compared with the one before.
        new: Option<String>,
    },
    /// The articles that have one origin with an article, and why; or say where it comes from.
    Origins(OriginsArgs),
    /// What was taught about the pages of sites.
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Fetch the pages of articles once more; what reads differently becomes a new version.
    Refetch {
        /// The articles' identities.
        #[arg(required = true, value_name = "ARTICLE")]
        articles: Vec<String>,
    },
    /// List the pictures of an article.
    Pictures {
        article: String,
        /// Fetch those that are not in the library yet.
        #[arg(long)]
        fetch: bool,
    },
    /// Put an article, annotation, risk, link or brief into the trash.
    Trash { uid: String },
    /// Take it out of the trash.
    Restore { uid: String },
    /// What an import would read in a file; no library needed.
    Extract(ExtractArgs),
    /// A file as HTML, Markdown or JSON on standard output; no library needed.
    Convert(ConvertArgs),
    /// Mark a passage of an article.
    Annotate(AnnotateArgs),
    /// Annotations on an article.
    #[command(subcommand)]
    Annotations(AnnotationsCommand),
    /// Sources and how far they can be relied on.
    #[command(subcommand)]
    Source(SourceCommand),
    /// The risk register.
    #[command(subcommand)]
    Risk(RiskCommand),
    /// Briefs.
    #[command(subcommand)]
    Brief(BriefCommand),
    /// Find words in articles, annotations, risks and briefs.
    Search {
        /// Words; "a phrase" in double quotes; the last word may be the beginning of one.
        #[arg(required = true)]
        query: Vec<String>,
    },
    /// Take the last change back.
    Undo,
    /// Make the change taken back last again.
    Redo,
    /// Look the whole library over.
    Check,
    /// Make the sample library, in a folder of its own.
    Sample,
}

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// Files, folders, addresses that begin with https:// or http://, or - for standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Who published it, where the text doesn't say.
    #[arg(long, allow_hyphen_values = true, value_name = "NAME")]
    pub(crate) outlet: Option<String>,
    /// Where it was found.
    #[arg(long, value_name = "URL")]
    pub(crate) url: Option<String>,
}

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("say")))]
pub(crate) struct OriginsArgs {
    /// The article's identity.
    pub(crate) article: String,
    /// It is a report of its own, whatever the cues say.
    #[arg(long, group = "say")]
    pub(crate) alone: bool,
    /// It has the origin of this article, whatever the cues say.
    #[arg(long, value_name = "ARTICLE", group = "say")]
    pub(crate) with: Option<String>,
    /// Let the cues stand again.
    #[arg(long, group = "say")]
    pub(crate) by_cues: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// List them by site.
    List,
    /// Teach a rule for a site; one about the same field or line goes.
    Remember(RememberArgs),
    /// Forget a rule. What it did to articles stays.
    Forget { rule: String },
}

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("how").required(true)))]
pub(crate) struct RememberArgs {
    /// The site's host, or the address of one of its pages.
    pub(crate) site: String,
    /// The field: headline, deck, authors, section, published, outlet, canonical_url or language.
    #[arg(long, value_name = "FIELD", value_parser = word::<StatedField>, required_unless_present = "without_line")]
    pub(crate) field: Option<StatedField>,
    /// Take what this cue states, as extract names it: json_ld, open_graph, meta_tag, printed …
    #[arg(long, value_name = "CUE", value_parser = word::<Cue>, group = "how", requires = "field")]
    pub(crate) from_cue: Option<Cue>,
    /// It is always this: an outlet, a section or a language.
    #[arg(
        long,
        allow_hyphen_values = true,
        value_name = "VALUE",
        group = "how",
        requires = "field"
    )]
    pub(crate) always: Option<String>,
    /// It is stated wrongly; leave it empty.
    #[arg(long, group = "how", requires = "field")]
    pub(crate) never: bool,
    /// Leave lines out that say exactly this.
    #[arg(
        long,
        allow_hyphen_values = true,
        value_name = "LINE",
        group = "how",
        conflicts_with = "field"
    )]
    pub(crate) without_line: Option<String>,
}

/// A word as JSON has it.
fn word<T: serde::de::DeserializeOwned>(given: &str) -> Result<T, String> {
    serde_json::from_value(given.into()).map_err(|e| e.to_string())
}

#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// List the trash instead.
    #[arg(long)]
    pub(crate) trashed: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExtractArgs {
    /// The file.
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub(crate) path: Option<PathBuf>,
    /// Where it was found.
    #[arg(long, value_name = "URL", conflicts_with = "jsonl")]
    pub(crate) url: Option<String>,
    /// Read lines {"path","url"} from standard input and print a line each; a bad file is a line with "error".
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ConvertArgs {
    /// The file.
    pub(crate) path: PathBuf,
    /// The form.
    #[arg(long, value_enum)]
    pub(crate) to: ConvertTo,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ConvertTo {
    /// One bare <article>.
    Html,
    /// Markdown.
    Markdown,
    /// The record and its canonical text.
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct AnnotateArgs {
    /// The article's identity; with --jsonl, of lines that name none.
    #[arg(required_unless_present = "jsonl")]
    pub(crate) article: Option<String>,
    /// Mark these words.
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["start", "jsonl"], required_unless_present_any = ["start", "jsonl"])]
    pub(crate) quote: Option<String>,
    /// Words right before them, where they stand more than once.
    #[arg(long, allow_hyphen_values = true, value_name = "TEXT", requires = "quote")]
    pub(crate) prefix: Option<String>,
    /// Words right after them.
    #[arg(long, allow_hyphen_values = true, value_name = "TEXT", requires = "quote")]
    pub(crate) suffix: Option<String>,
    /// Mark from this character of the canonical text (Unicode code points, from 0).
    #[arg(long, value_name = "N", requires = "end", conflicts_with = "jsonl")]
    pub(crate) start: Option<usize>,
    /// Up to, and without, this one.
    #[arg(long, value_name = "N", requires = "start")]
    pub(crate) end: Option<usize>,
    /// What the passage is: fact, judgement, risk, question or claim; with --jsonl, of lines that say nothing.
    #[arg(long, required_unless_present = "jsonl")]
    pub(crate) kind: Option<Kind>,
    /// A note, in Markdown.
    #[arg(long, allow_hyphen_values = true, value_name = "MD", conflicts_with = "jsonl")]
    pub(crate) note: Option<String>,
    /// A tag, such as energy/gas; may be given several times.
    #[arg(long = "tag", value_name = "PATH", value_parser = TagPath::read, conflicts_with = "jsonl")]
    pub(crate) tags: Vec<TagPath>,
    /// Who is quoted, where you know.
    #[arg(
        long,
        allow_hyphen_values = true,
        value_name = "NAME",
        conflicts_with = "jsonl"
    )]
    pub(crate) speaker: Option<String>,
    /// How credible the passage is, 2 (probably true) to 6 (cannot be judged) [default: 6].
    #[arg(long, value_name = "FIGURE", conflicts_with = "jsonl")]
    pub(crate) credibility: Option<Credibility>,
    /// Read one annotation a line from standard input as JSON, {"article", "quote" or "start" and "end", "kind", …} with the
    /// names of the options above; print a line for each as soon as it is safely written.
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AnnotationsCommand {
    /// List the annotations on an article in the order of its text.
    List { article: String },
}

#[derive(Debug, Subcommand)]
pub(crate) enum SourceCommand {
    /// List sources with their grades.
    List,
    /// Grade a source.
    Grade {
        /// The source's name.
        name: String,
        /// A (completely reliable) to E (unreliable), F cannot be judged.
        #[arg(long, value_name = "A–F")]
        reliability: Reliability,
        /// Why.
        #[arg(long, allow_hyphen_values = true, value_name = "TEXT")]
        reason: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum RiskCommand {
    /// Make an entry, or adopt a risk that a source claims.
    New {
        /// Short name.
        #[arg(long, allow_hyphen_values = true, required_unless_present = "from")]
        title: Option<String>,
        /// What may happen.
        #[arg(long, allow_hyphen_values = true)]
        statement: Option<String>,
        /// The article whose risk is adopted.
        #[arg(long, value_name = "ARTICLE", requires = "source_risk")]
        from: Option<String>,
        /// Which of its risks, from 1.
        #[arg(long, value_name = "N", requires = "from")]
        source_risk: Option<u32>,
    },
    /// Record a judgement on a risk.
    Assess(AssessArgs),
    /// Link a passage to a risk.
    Link {
        /// The risk: R-1, or its identity.
        risk: String,
        /// The annotation's identity.
        annotation: String,
        /// Which way it bears: supports, contradicts or context.
        #[arg(long)]
        stance: Stance,
        /// How much it weighs: L, M or H.
        #[arg(long, default_value = "M")]
        weight: Weight,
    },
    /// List the register.
    List,
    /// Show a risk with its history and evidence.
    Show { risk: String },
    /// List the judgements made on a risk, first to last.
    History { risk: String },
}

#[derive(Debug, Args)]
pub(crate) struct AssessArgs {
    /// The risk: R-1, or its identity.
    pub(crate) risk: String,
    /// A term of ICD 203 ("very unlikely"), its id (very-unlikely), or per cent (10%).
    #[arg(long, allow_hyphen_values = true, value_name = "TERM|ID|PERCENT")]
    pub(crate) likelihood: String,
    /// 1 negligible, 2 limited, 3 serious, 4 severe, 5 catastrophic.
    #[arg(long, value_name = "1–5", value_parser = clap::value_parser!(u8).range(1..=5))]
    pub(crate) impact: u8,
    /// How far the judgement can be trusted: low, moderate or high.
    #[arg(long)]
    pub(crate) confidence: Confidence,
    /// What the confidence rests on.
    #[arg(long, allow_hyphen_values = true, value_name = "TEXT")]
    pub(crate) basis: String,
    /// Why this judgement, and why it changed.
    #[arg(long, allow_hyphen_values = true, value_name = "TEXT")]
    pub(crate) rationale: String,
    /// The day by which it would happen, YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub(crate) horizon: Option<chrono::NaiveDate>,
    /// The day the judgement is made for, YYYY-MM-DD [default: today].
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<chrono::NaiveDate>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum BriefCommand {
    /// Make an empty brief.
    New(NewBriefArgs),
    /// Add to a brief.
    Add(AddArgs),
    /// List briefs, newest first.
    List,
    /// Show a brief with its blocks.
    Show { brief: String },
    /// Say what stands against sending a brief; exit code 1 when something holds it back.
    Check { brief: String },
    /// Write a brief to a file.
    Export {
        /// The brief's identity.
        brief: String,
        /// The form.
        #[arg(long, value_enum)]
        format: ExportFormat,
        /// The file, or - for standard output.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct NewBriefArgs {
    /// The kind of product: intel-note.
    #[arg(long, default_value = "intel-note")]
    pub(crate) template: Template,
    /// A judgement rather than a topic.
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) title: String,
    /// Who may read it: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED.
    #[arg(long)]
    pub(crate) marking: Tlp,
    /// The last day on which information was taken in, YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub(crate) cutoff: Option<chrono::NaiveDate>,
    /// The sentence under the title.
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) subtitle: Option<String>,
    /// The desk.
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) desk: Option<String>,
    /// The organisation.
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) org: Option<String>,
    /// An author; may be given several times.
    #[arg(long = "author", value_name = "NAME")]
    pub(crate) authors: Vec<String>,
}

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("what").required(true)))]
pub(crate) struct AddArgs {
    /// The brief's identity.
    pub(crate) brief: String,
    /// The bottom line up front, in Markdown (**bold**, _italic_); takes the place of the one before.
    #[arg(long, allow_hyphen_values = true, value_name = "MD", group = "what")]
    pub(crate) bluf: Option<String>,
    /// A key judgement, in Markdown (**bold**, _italic_).
    #[arg(long, visible_alias = "judgment", value_name = "MD", group = "what", requires_all = ["likelihood", "confidence", "basis"])]
    pub(crate) judgement: Option<String>,
    /// Its likelihood: a term of ICD 203, its id, or per cent.
    #[arg(
        long,
        allow_hyphen_values = true,
        value_name = "TERM|ID|PERCENT",
        requires = "judgement"
    )]
    pub(crate) likelihood: Option<String>,
    /// How far it can be trusted: low, moderate or high.
    #[arg(long, requires = "judgement")]
    pub(crate) confidence: Option<Confidence>,
    /// A clause that completes "Confidence is low: …".
    #[arg(long, allow_hyphen_values = true, value_name = "TEXT", requires = "judgement")]
    pub(crate) basis: Option<String>,
    /// A paragraph, in Markdown (**bold**, _italic_).
    #[arg(long, allow_hyphen_values = true, value_name = "MD", group = "what")]
    pub(crate) paragraph: Option<String>,
    /// Where it stands: scope, discussion, assumptions, alternatives, outlook, implications, changes, gaps, source_summary.
    #[arg(long, value_name = "ID", requires = "paragraph", default_value = "discussion")]
    pub(crate) section: Section,
    /// An entry of the risk register: R-1, or its identity.
    #[arg(long, group = "what")]
    pub(crate) risk: Option<String>,
    /// A passage as evidence.
    #[arg(long, group = "what")]
    pub(crate) annotation: Option<String>,
    /// An annotation that the text rests on; may be given several times.
    #[arg(long, value_name = "ANNOTATION")]
    pub(crate) cite: Vec<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ExportFormat {
    /// PDF/A-3a and PDF/UA-1 with the brief's data attached.
    Pdf,
    /// Markdown with footnotes.
    Md,
    /// The data itself, brief/1.
    Json,
}
