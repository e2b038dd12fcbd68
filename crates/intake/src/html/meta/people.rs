//! Names of people in bylines: `By Maya Rios and Ola Berg`, `Von Žan Čeh | 3. Mai 2016`, `Text: Li Na`, and what is no name.
//!
//! A byline is a promise that a person stands behind the words, so an account (`admin`), a desk (`Redaktion`), a firm or the
//! outlet itself is told from a name. Pen names are names: what a page prints in the place of its author may be one word in small
//! letters, but only there ([`Place::Author`]) and in lines that give the day, too.

use std::ops::Range;

use model::article::Verdict;

use super::{
    cues::{
        AND, BY, END, ENDING, FIRST, Front, LABEL, NEVER, NOBODY, ORGANISATION, OTHERS, PARTICLE, Place,
        ROLE, Word, cue, lists, lists_of_label, words,
    },
    days, eastern, is_mark,
};

/// Longest name in characters, most words of one, most names of a byline.
const LONGEST: usize = 60;
const WORDS: usize = 6;
const NAMES: usize = 12;
/// Most words about a person behind the name: a sentence may begin with "by", too.
const SKIPPED: usize = 10;

/// Names read in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Byline {
    /// Bytes of each name.
    pub(super) names: Vec<Range<usize>>,
    /// Whether a word like "by" stands before them.
    pub(super) is_cued: bool,
    /// Whether nothing between them was refused.
    pub(super) is_all_people: bool,
}

/// The names that `line` gives, or why it gives none.
pub(super) fn byline(line: &str, place: Place) -> Result<Byline, Verdict> {
    let names = eastern::names(line);
    if !names.is_empty() {
        return Ok(Byline {
            names,
            is_cued: true,
            is_all_people: true,
        });
    }
    let Front { words, behind, until } = Front::of(line, place);
    if place == Place::Line && behind.is_none() {
        return Err(Verdict::Implausible);
    }
    // No sentence: pages print who wrote and when in such lines, and there one word may be a name.
    let is_dated = place == Place::Line && !days::days(line).is_empty();
    let mut reader = Names {
        line,
        place,
        is_dated,
        names: Vec::new(),
        open: None,
        refused: None,
        has_ended: false,
        skipped: 0,
        is_listed: false,
        is_done: false,
    };
    let end = reader.read(words.get(behind.unwrap_or_default()..).unwrap_or_default(), until);
    if !reader.is_done && !ends_well(line, end, until) {
        return Err(reader
            .refused
            .filter(|_| place == Place::Author)
            .unwrap_or(Verdict::Implausible));
    }
    // "Von Bayern für Bayern" is a sentence.
    let is_full = |name: &Range<usize>| is_full(&line[name.clone()]).unwrap_or(true);
    if place == Place::Line && !is_dated && reader.skipped > 0 && !reader.names.iter().all(is_full) {
        return Err(Verdict::Implausible);
    }
    if reader.names.is_empty() {
        return Err(reader.refused.unwrap_or(Verdict::Implausible));
    }
    Ok(Byline {
        is_all_people: reader.refused.is_none(),
        names: reader.names,
        is_cued: behind.is_some(),
    })
}

/// The desk, agency or firm that `line` names as the author: all words behind the cue and before a date.
pub(super) fn desk(line: &str) -> Option<Range<usize>> {
    const LONGEST_DESK: usize = 50;
    let Front { words, behind, until } = Front::of(line, Place::Author);
    let start = words.get(behind.unwrap_or_default())?.range.start;
    let until = line[start..until]
        .find([',', '|', '(', '['])
        .map_or(until, |at| start + at);
    let name = line[start..until]
        .split(" - ")
        .next()?
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let fits = name.len() <= LONGEST_DESK && !name.contains('@') && !name.split_whitespace().any(is_address);
    (fits && !name.is_empty()).then(|| start..start + name.len())
}

/// Whether `line` is only the words that stand before names: "By", "Author:".
pub(super) fn is_cue(line: &str) -> bool {
    const LONGEST_CUE: usize = 40;
    let words = words(line);
    line.len() < LONGEST_CUE && !words.is_empty() && cue(&words, Place::Author, None) == Some(words.len())
}

/// Whether the first word of `line` may stand before names.
pub(super) fn begins_with_cue(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    lists_of_label(
        first
            .trim_start_matches(['(', '[', '—', '–'])
            .trim_end_matches(':'),
    ) & (BY | LABEL | FIRST)
        != 0
        || !eastern::names(line).is_empty()
}

/// Whether the names that end at byte `end` are all there is before a sign or the date at `until`: a sentence may begin with
/// "by" too, but it goes on. Small words stand before a date ("am", "on", "under").
fn ends_well(line: &str, end: usize, until: usize) -> bool {
    let rest = line[end..until].trim();
    let sign = rest.starts_with([
        '|', '·', '•', '–', '-', '—', '(', '[', '/', '@', '>', '»', '*', '…',
    ]);
    let small = || rest.split_whitespace().count() < 4 && !rest.contains(char::is_uppercase);
    rest.is_empty() || sign || until < line.len() && small()
}

/// Reads names word by word.
struct Names<'l> {
    line: &'l str,
    place: Place,
    /// Whether a day stands in the line, too.
    is_dated: bool,
    names: Vec<Range<usize>>,
    /// The name that is being read.
    open: Option<Range<usize>>,
    /// Why the first that is no name is none.
    refused: Option<Verdict>,
    /// Something else stood behind a name: where it was written, a firm, what the person does. It goes on until one more name.
    has_ended: bool,
    /// Words of that kind.
    skipped: usize,
    /// A comma stands behind the last name.
    is_listed: bool,
    /// Others follow, who did something else: "Text: Maya Rios, Foto: Ola Berg".
    is_done: bool,
}

impl Names<'_> {
    /// Reads `words` up to byte `until`; where it stopped understanding.
    fn read(&mut self, words: &[Word<'_>], until: usize) -> usize {
        for word in words {
            if word.range.start >= until || self.names.len() >= NAMES {
                self.close();
                return word.range.start.min(until);
            }
            if !self.take(word) {
                self.close();
                return word.range.start;
            }
        }
        self.close();
        until
    }

    /// Takes one word in; false where the names are at an end.
    fn take(&mut self, word: &Word<'_>) -> bool {
        let bare = word
            .text
            .trim_end_matches([',', ';', ':', '|', ')', ']', '】', '）']);
        if bare.is_empty() || bare.chars().all(|c| !c.is_alphanumeric()) {
            if matches!(bare, "&" | "+" | "/") || bare.is_empty() && !word.text.contains('|') {
                self.close();
                self.is_listed |= bare == "/";
                return true;
            }
            // A bar or a bullet before the first name is a leftover of the page's.
            return self.names.is_empty() && self.open.is_none();
        }
        if bare.starts_with(['(', '[']) {
            return false;
        }
        if bare.contains('@') || is_address(bare) {
            self.close();
            self.refused.get_or_insert(Verdict::NoPerson);
            return true;
        }
        let label = bare.split([':', '：']).next().unwrap_or(bare);
        let known = lists(label.trim_end_matches('.'));
        if known & OTHERS != 0 && (self.open.is_some() || !self.names.is_empty()) {
            self.close();
            self.is_done = !self.names.is_empty();
            return false;
        }
        if self.has_ended {
            self.has_ended = known & AND == 0;
            self.skipped += 1;
            return self.skipped <= SKIPPED;
        }
        let ends = word.text.len() > bare.len();
        if let Some(open) = &self.open
            && known & (AND | END) != 0
            && !ends
        {
            // "BY MAYA RIOS AND OLA BERG", but "Et" may be somebody's name.
            let capitals = |text: &str| !text.chars().any(char::is_lowercase);
            if bare.starts_with(char::is_lowercase) || capitals(bare) && capitals(&self.line[open.clone()]) {
                self.close();
                self.has_ended = known & AND == 0;
                return true;
            }
        }
        // "Maya Rios, in Cairo"
        if self.open.is_none()
            && !self.names.is_empty()
            && known & END != 0
            && bare.starts_with(char::is_lowercase)
        {
            self.has_ended = true;
            return true;
        }
        // ", and Ola Berg"
        if self.open.is_none() && !self.names.is_empty() && known & AND != 0 {
            return true;
        }
        let is_firm = known & ORGANISATION != 0 && bare.starts_with(char::is_lowercase);
        if is_firm && (self.open.is_some() || !self.names.is_empty()) {
            self.close();
            return true;
        }
        if known & ROLE != 0 && !(self.open.is_some() && known & PARTICLE != 0) {
            self.close();
            self.has_ended = !self.names.is_empty() && !ends;
            return true;
        }
        let capital = bare
            .trim_start_matches(['\'', '’', '"', '“', '„', '«', '‘'])
            .chars()
            .next()
            .is_some_and(|c| {
                c.is_alphabetic() && !c.is_lowercase() || c.is_numeric() && self.place == Place::Author
            });
        let inside = known & PARTICLE != 0
            || ["d'", "d’", "al-", "el-", "l'", "l’", "o'"]
                .iter()
                .any(|p| bare.starts_with(p));
        // A pen name in small letters is the first and only word.
        let is_place = self.place == Place::Author || self.is_dated && known == 0;
        let pen = is_place && self.open.is_none() && self.names.is_empty();
        if !capital && !inside && !pen {
            // "Maya Rios, Head of Research"
            let goes_on = self.is_listed && !self.names.is_empty();
            if goes_on {
                self.open = None;
                self.has_ended = true;
            }
            return goes_on;
        }
        // "MAYA RIOS Associated Press"
        let capitals = |text: &str| text.len() > 3 && !text.chars().any(char::is_lowercase);
        if let Some(open) = &self.open
            && bare.contains(char::is_lowercase)
            && known & PARTICLE == 0
            && self.line[open.clone()].split_whitespace().count() > 1
            && self.line[open.clone()].split_whitespace().all(capitals)
        {
            self.close();
            self.has_ended = !self.names.is_empty();
            return true;
        }
        // "Maya Rios/AFP" is Maya Rios.
        let slash = bare.find('/').filter(|_| self.open.is_some());
        let end = word.range.start + slash.unwrap_or(bare.len());
        match &mut self.open {
            Some(open) => open.end = end,
            None => self.open = Some(word.range.start..end),
        }
        // "By Maya Rios. Photos by Ola Berg", but not "R. R." or "Jr."
        let stops = bare.ends_with('.')
            && bare.chars().filter(|c| c.is_alphabetic()).count() > 3
            && bare.matches('.').count() == 1;
        if stops
            && slash.is_none()
            && let Some(open) = &mut self.open
        {
            open.end -= 1;
        }
        // "Last update: 3 May 2016" names nobody.
        if word.text.ends_with(':') && word.range.end < self.line.trim_end().len() {
            self.open = None;
        }
        if ends || slash.is_some() || stops {
            self.close();
            self.is_listed = word.text.ends_with(',');
        }
        true
    }

    /// Ends the name that is being read and keeps it, if it is one.
    fn close(&mut self) {
        let Some(mut range) = self.open.take() else {
            return;
        };
        let outside = |c: char| c.is_whitespace() || "\"”“„«»*—–-|·,;:(".contains(c);
        let trimmed = self.line[range.clone()].trim_end_matches(|c| outside(c) || ['\'', '’'].contains(&c));
        range.end = range.start + trimmed.len();
        let bare = trimmed.trim_start_matches(|c| outside(c) || c == '‘');
        range.start += trimmed.len() - bare.len();
        // "Maya Rios le" of "Maya Rios le 3 mai".
        while let Some((name, last)) = self.line[range.clone()].rsplit_once(char::is_whitespace) {
            if last.contains(char::is_uppercase) || !last.starts_with(char::is_lowercase) {
                break;
            }
            range.end = range.start + name.trim_end().len();
        }
        let name = &self.line[range.clone()];
        // "Maya Rios, Cairo", "Maya Rios, da Agência": behind a full name no other is less than one.
        let lesser = is_full(name) == Some(false) || name.starts_with(char::is_lowercase);
        if lesser
            && self.is_listed
            && self
                .names
                .iter()
                .any(|known| is_full(&self.line[known.clone()]) == Some(true))
        {
            self.has_ended = true;
            return;
        }
        let is_pen_name = self.is_dated && name.starts_with(char::is_lowercase);
        match person(name, if is_pen_name { Place::Author } else { self.place }) {
            Ok(()) => {
                let same = |known: &Range<usize>| self.line[known.clone()] == self.line[range.clone()];
                if !self.names.iter().any(same) {
                    self.names.push(range);
                }
                self.is_listed = false;
            }
            Err(why) => {
                self.has_ended = why == Verdict::NoPerson && !self.names.is_empty();
                self.refused.get_or_insert(why);
            }
        }
    }
}

/// Whether `name` is of two words at least, for names in scripts that part them: one word may be anything.
pub(super) fn is_full(name: &str) -> Option<bool> {
    let parts_words = |c: char| c.is_ascii() || c.is_lowercase() || c.is_uppercase();
    match name.contains(char::is_whitespace) {
        true => Some(true),
        false => name.contains(parts_words).then_some(false),
    }
}

/// Whether a word is a web address.
fn is_address(word: &str) -> bool {
    let small = word.to_lowercase();
    let domain = |d: &str| {
        small
            .strip_suffix(d)
            .is_some_and(|rest| rest.ends_with(|c: char| c.is_alphanumeric()))
    };
    small.contains("://")
        || small.starts_with("www.")
        || [
            ".de", ".com", ".net", ".org", ".at", ".ch", ".fr", ".it", ".es", ".uk", ".info", ".eu", ".nl",
            ".pl", ".ru", ".br",
        ]
        .iter()
        .any(|d| domain(d))
}

/// Whether the end of a word says that it is an organisation's: "Landesanstalt".
fn is_compound(word: &str) -> bool {
    let small = word.to_lowercase();
    let starts = small.char_indices().map(|(at, _)| at).skip(1);
    starts.into_iter().any(|at| lists(&small[at..]) & ENDING != 0)
}

/// Whether `name` can be a person's, or why not.
pub(super) fn person(name: &str, place: Place) -> Result<(), Verdict> {
    let name = name.trim();
    let known = lists(name.trim_end_matches([':', '*', '.']).trim_end());
    if name.chars().filter(|c| c.is_alphabetic()).count() < 2 || known & (NOBODY | AND) != 0 {
        return Err(Verdict::Placeholder);
    }
    let count = name.split_whitespace().count();
    if count > WORDS || name.chars().count() > LONGEST || known & (BY | LABEL) != 0 {
        return Err(Verdict::Implausible);
    }
    let of = |list| {
        name.split(|c: char| c.is_whitespace() || c == '/' || c == '-')
            .any(|word| lists(word.trim_matches([',', '(', ')'])) & list != 0)
    };
    let compound = || name.split_whitespace().any(is_compound);
    let organisation = of(ORGANISATION) || compound();
    if organisation || is_address(name) {
        return Err(Verdict::NoPerson);
    }
    if of(NEVER) {
        return Err(Verdict::Implausible);
    }
    // An acronym in a line of words is no pen name.
    const ACRONYM: usize = 5;
    let capitals = |c: char| c.is_uppercase() || !c.is_alphabetic();
    if place == Place::Line && count == 1 && name.len() <= ACRONYM && name.chars().all(capitals) {
        return Err(Verdict::NoPerson);
    }
    let odd = |c: char| {
        !(c.is_alphanumeric() || c.is_whitespace() || ".'’‘-‐‑–_,\"“”·&$".contains(c) || is_mark(c))
    };
    let numbered = name.chars().any(char::is_numeric) && count > 1;
    // A word in small letters is a pen name when it stands alone.
    let first_small = name.starts_with(char::is_lowercase)
        && name
            .split(['\'', '’', ' '])
            .next()
            .is_none_or(|first| lists(first) & PARTICLE == 0 && first.len() > 1);
    if numbered || name.chars().any(odd) || (first_small && (count > 1 || place == Place::Line)) {
        return Err(Verdict::Implausible);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str, place: Place) -> Result<Vec<&str>, Verdict> {
        byline(line, place).map(|b| b.names.into_iter().map(|r| &line[r]).collect())
    }

    #[test]
    fn names_are_read_behind_the_words_for_by_of_many_languages() {
        for (line, names) in [
            ("By Maya Rios", &["Maya Rios"][..]),
            ("BY MAYA RIOS AND JOHN O'NEIL", &["MAYA RIOS", "JOHN O'NEIL"]),
            ("Von Ola Berg und Žan Čeh", &["Ola Berg", "Žan Čeh"]),
            (
                "Par Anne-Laure d’Orval et Li Na",
                &["Anne-Laure d’Orval", "Li Na"],
            ),
            ("Por José de la Cruz", &["José de la Cruz"]),
            ("di Carla Rossi", &["Carla Rossi"]),
            ("Door Piet van der Meer", &["Piet van der Meer"]),
            ("Door van der Meer, 3 mei 2016", &["van der Meer"]),
            ("Posted on May 3, 2016 by joe", &["joe"]),
            ("Verfasst von pixelmacher am 3.5.2016", &["pixelmacher"]),
            ("3. Mai 2016 von Žana in Allgemein", &["Žana"]),
            ("Автор: Мария Иванова", &["Мария Иванова"]),
            ("作者：王小明", &["王小明"]),
            ("文/王小明", &["王小明"]),
            ("记者 王小明", &["王小明"]),
            ("โดย สมชาย ใจดี", &["สมชาย ใจดี"]),
            ("By Maya Rios in Port Vane", &["Maya Rios"]),
            (
                "By Maya Rios in Selm and Ola Berg in Port Vane",
                &["Maya Rios", "Ola Berg"],
            ),
            ("Von Maya Rios, Selm", &["Maya Rios"]),
            ("Por Maya Rios, da Agência Selm", &["Maya Rios"]),
            ("Par Maya Rios, correspondante à Selm", &["Maya Rios"]),
            ("By Maya Rios for the Selm Courier", &["Maya Rios"]),
            ("By Maya Rios, Special to the Courier", &["Maya Rios"]),
            ("Von unserer Korrespondentin Maya Rios", &["Maya Rios"]),
            ("Opinion by Maya Rios", &["Maya Rios"]),
            ("03.05.2016, 12:10 Uhr | Von Maya Rios", &["Maya Rios"]),
            ("Autor/in: Maya Rios", &["Maya Rios"]),
            ("Text: Ola Berg, Foto: Cy Dee", &["Ola Berg"]),
            ("Geschrieben von Ola Berg | 3. Mai 2016", &["Ola Berg"]),
            ("By Maya Rios, Senior Correspondent", &["Maya Rios"]),
            ("By Maya Rios, Selm News, Port Vane", &["Maya Rios"]),
            (
                "By Maya Rios, Selm News, and Ola Berg",
                &["Maya Rios", "Ola Berg"],
            ),
            ("Autor: Maya Rios/AFP", &["Maya Rios"]),
            ("3. Mai 2016 von Ola Berg", &["Ola Berg"]),
            ("By Ana Lima, Bo Ek, and Cy Dee", &["Ana Lima", "Bo Ek", "Cy Dee"]),
            ("By Maya Rios @mayarios", &["Maya Rios"]),
            ("By Maya Rios - May 3, 2016", &["Maya Rios"]),
            ("ByMaya Rios", &["Maya Rios"]),
            ("Byron Rios", &[]),
            ("Von R. R. am 07.08.2013 um 09:07 Uhr", &["R. R."]),
            ("Par Maya Rios le 3 mai 2016", &["Maya Rios"]),
            ("Auteur(s) : Maya Rios", &["Maya Rios"]),
            ("Auteur·rice : Maya Rios", &["Maya Rios"]),
            ("Redakteur:in: Maya Rios", &["Maya Rios"]),
            ("Escribe Maya Rios", &["Maya Rios"]),
            ("Une tribune de Maya Rios", &["Maya Rios"]),
            ("---- by Maya Rios", &["Maya Rios"]),
            ("(Von Maya Rios)", &["Maya Rios"]),
            ("By Maya Rios, Head of Research", &["Maya Rios"]),
            ("By Maya Rios, Privacy and Technology Project", &["Maya Rios"]),
            ("By Maya Rios / Selm", &["Maya Rios"]),
            ("By Maya 𐔰/Aaaa.", &["Maya 𐔰"]),
            ("Alle Beiträge von Maya Rios", &["Maya Rios"]),
            ("By MAYA RIOS Associated Press", &["MAYA RIOS"]),
            ("Words by Maya Rios. Photos by Ola Berg.", &["Maya Rios"]),
            ("Reporting by Maya Rios; Editing by Ola Berg", &["Maya Rios"]),
            ("来源：新华网 作者：王小明", &["王小明"]),
        ] {
            let found = read(line, Place::Line).unwrap_or_default();
            assert_eq!(found, names, "{line}");
        }
    }

    #[test]
    fn a_line_with_a_day_in_it_may_still_be_a_sentence() {
        for line in [
            "Closed by storm on May 3, 2016",
            "Updated May 3, 2016 by the newsroom",
            "3. Mai 2016 von unserer Redaktion",
            "Am 3. Mai 2016 von hohen Wellen getroffen",
            "Selm, 3 May 2016: hit by storm",
            "On May 3, 2016 by order of the mayor",
            "By 3 May 2016 the harbour was open",
            "By May 3, 2016",
            "Von Selm nach Vane am 3. Mai 2016",
        ] {
            assert!(
                read(line, Place::Line).is_err(),
                "{line}: {:?}",
                read(line, Place::Line)
            );
        }
    }

    #[test]
    fn in_the_place_of_the_author_no_word_for_by_is_needed_and_pen_names_count() {
        for (line, names) in [
            ("Maya Rios", &["Maya Rios"][..]),
            ("reineke_fuchs", &["reineke_fuchs"]),
            ("Marianne1", &["Marianne1"]),
            ("Posted by Ola Berg on May 3, 2016", &["Ola Berg"]),
            ("Veröffentlicht am 3. Mai 2016 von Ola Berg", &["Ola Berg"]),
            ("Maya Rios Updated May 3, 2016", &["Maya Rios"]),
            ("Ola Berg, Cy Dee", &["Ola Berg", "Cy Dee"]),
            ("王小明", &["王小明"]),
            ("김철수 기자", &["김철수"]),
            ("03.05.2016 | Maya Rios", &["Maya Rios"]),
            ("Maya Rios reports", &["Maya Rios"]),
        ] {
            assert_eq!(read(line, Place::Author).as_deref(), Ok(names), "{line}");
        }
    }

    #[test]
    fn accounts_desks_firms_and_sentences_are_nobody() {
        for (line, why) in [
            ("admin", Verdict::Placeholder),
            ("Super User", Verdict::Placeholder),
            ("Name *", Verdict::Placeholder),
            ("Redaktion", Verdict::NoPerson),
            ("Berg Media GmbH", Verdict::NoPerson),
            ("dpa/lno", Verdict::NoPerson),
            ("info@example.org", Verdict::NoPerson),
            ("www.example.org", Verdict::NoPerson),
            ("https://example.org/author/12", Verdict::NoPerson),
            ("Sächsische Landesanstalt", Verdict::NoPerson),
            ("Letters To The Editor", Verdict::Implausible),
            ("Letzte Aktualisierung: heute", Verdict::Implausible),
            ("3. Mai 2016", Verdict::Implausible),
            ("", Verdict::Implausible),
        ] {
            assert_eq!(read(line, Place::Author), Err(why), "{line}");
        }
        for line in [
            "By the time talks began, both sides had left.",
            "By withdrawing its troops the ministry hopes to calm markets.",
            "Von der Leyen reist nach Kiew und trifft den Präsidenten.",
            "Von Bayern für Bayern",
            "By Karl Munk in the year that the harbour of Selm was built by hundreds of men.",
            "Photo by Ola Berg",
            "Von SPÖ",
            "Maya Rios",
        ] {
            assert!(read(line, Place::Line).is_err(), "{line}");
        }
    }
}
