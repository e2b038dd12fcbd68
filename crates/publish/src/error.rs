//! What can go wrong on the way out, each as a sentence that names the place in the
//! brief and says what to do. Nothing is written when one of these is returned.

/// Why a brief could not be turned into bytes, or bytes into a brief.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The bytes are not a brief at all.
    #[error("This is not a brief that Chancery can read: {0}. Nothing was imported.")]
    Unreadable(String),
    /// The document is of another format or version.
    #[error(
        "This is a “{found}” document, and this Chancery reads “brief/1”. Nothing was imported; a newer Chancery may read it."
    )]
    Schema {
        /// What the document calls itself.
        found: String,
    },
    /// A field that a brief cannot be without is empty.
    #[error("The {place} is empty. Give it a text and export again.")]
    Empty {
        /// Which field.
        place: String,
    },
    /// A citation names evidence that the brief does not hold.
    #[error(
        "The {place} cites “{id}”, which is not among the brief's evidence. Add that evidence or remove the citation."
    )]
    UnknownCitation {
        /// Where the citation stands.
        place: String,
        /// What it names.
        id: String,
    },
    /// Evidence names a source that the brief does not hold.
    #[error(
        "The {place} names the source “{id}”, which is not among the brief's sources. Add that source or remove the evidence."
    )]
    UnknownSource {
        /// Which evidence.
        place: String,
        /// What it names.
        id: String,
    },
    /// A word is not one of the words allowed at that place.
    #[error("The {place} is “{value}”; it must be one of: {known}.")]
    UnknownLevel {
        /// Which field.
        place: String,
        /// What stands there.
        value: String,
        /// What may stand there.
        known: String,
    },
    /// Two things of one kind share an id.
    #[error("Two {what} have the id “{id}”; ids must differ.")]
    DuplicateId {
        /// Which kind: evidence items, sources, risks, judgements.
        what: String,
        /// The id.
        id: String,
    },
    /// A number lies outside its scale.
    #[error("The {place} is {value}; it must lie within {range}.")]
    OutOfRange {
        /// Which field.
        place: String,
        /// What stands there.
        value: String,
        /// What may stand there.
        range: String,
    },
    /// A date that is not a calendar date in the form `YYYY-MM-DD`.
    #[error("The {place} “{value}” is not a date in the form YYYY-MM-DD.")]
    Date {
        /// Which field.
        place: String,
        /// What stands there.
        value: String,
    },
    /// Two fields that say the same thing disagree.
    #[error(
        "The {place} says “{found}” where {by} says “{expected}”. Assess it again, or correct one of them."
    )]
    Contradiction {
        /// Which field.
        place: String,
        /// What stands there.
        found: String,
        /// What decides.
        by: String,
        /// What should stand there.
        expected: String,
    },
    /// No embedded typeface has the letters.
    #[error(
        "The {place} holds {script} text (“{sample}”), and none of the brief's typefaces has these letters. Transliterate it, or export as Markdown."
    )]
    Script {
        /// Where the text stands.
        place: String,
        /// Name of the script, e.g. `Ethiopic`.
        script: String,
        /// The first letters that cannot be printed.
        sample: String,
    },
    /// Typst refused the document, which is a bug of ours or a combination of marks no typeface can set.
    #[error(
        "The page could not be typeset: {0}. The brief itself is unharmed; it can be exported as Markdown or JSON."
    )]
    Typeset(String),
}
