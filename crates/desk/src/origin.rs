//! Where reports come from: copies of one report are one origin, however many outlets print it (tradecraft.md 2.3).
//!
//! The cues are what pages say of themselves (their own address is another outlet's page), the words that two texts share,
//! and the agency that both credit. A credit alone joins nothing: two reports of one agency are two. The person's word about
//! an article takes the place of all cues of that article. Nothing is stored but that word; groups are found when asked for,
//! from the indexes, so that they are always those of the texts as they stand.

use std::{
    collections::{BTreeSet, HashMap, VecDeque},
    rc::Rc,
};

use model::{Uid, address::Pages};
use serde::Serialize;
use store::{Read, likeness::Likeness, origin::OriginSaid, risk::Sourced};

use crate::{Desk, Result, desk::uid, wording::Label};

/// Articles that are looked at for each of a group.
const CANDIDATES: u32 = 64;
/// Articles of a group at most; a larger one is a press release, and its count as a source is one all the same.
const MOST: usize = 200;
/// Of the shorter text's runs, the part in the other from which they are one report by their words alone.
const SAME_REPORT: f64 = 0.5;
/// The same where both credit one agency, or one names the other's page: outlets cut and rewrite what they print.
const SAME_REPORT_BY_CUE: f64 = 0.2;
/// Runs below which sharing them says nothing.
const FEWEST_RUNS: usize = 12;

/// Why an article is in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum OriginCue {
    /// It is the one that was asked about.
    Itself,
    /// The person said so.
    Said,
    /// One names the other's page as its own address, and they share some of their words.
    Address,
    /// Both credit one agency and share this part of the shorter text, in percent.
    Agency {
        /// Percent.
        percent: u8,
    },
    /// They share this part of the shorter text, in percent.
    Words {
        /// Percent.
        percent: u8,
    },
}

/// An article of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OriginMember {
    /// The article.
    pub article: Uid,
    /// Its title.
    pub headline: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// The day it was published, YYYY-MM-DD.
    pub published: Option<String>,
    /// What ties it to the group.
    #[serde(flatten)]
    pub cue: OriginCue,
}

/// Articles that have one origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OriginGroup {
    /// The agency that one of them credits.
    pub agency: Option<String>,
    /// Whether the person said where the article that was asked about comes from.
    pub said: bool,
    /// The articles, the one asked about first.
    pub members: Vec<OriginMember>,
}

/// What a person says about an article's origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SayOrigin {
    /// It is a report of its own.
    Alone,
    /// It has the origin of this article.
    With(String),
    /// What the cues say.
    ByCues,
}

impl Desk {
    /// The articles that have one origin with this one, and why; those in the trash left out.
    pub fn origins(&self, article: &str) -> Result<OriginGroup> {
        let article = uid(article)?;
        self.library.settle_likeness()?;
        self.read(|r| {
            r.article(article)?;
            let said = r.origin_said(article)?.is_some();
            let group = group(r, &mut Met::default(), article)?;
            let mut agency = None;
            let mut members = Vec::new();
            for (uid, cue) in group {
                let row = r.article(uid)?;
                if row.trashed && uid != article {
                    continue;
                }
                agency = match agency {
                    None => r.likeness(uid)?.and_then(|l| l.agency),
                    known => known,
                };
                members.push(OriginMember {
                    article: uid,
                    headline: row.headline,
                    outlet: row.source,
                    published: row.published.map(|day| day.to_string()),
                    cue,
                });
            }
            Ok(OriginGroup {
                agency,
                said,
                members,
            })
        })
    }

    /// Says where an article's report comes from. One undo step.
    pub fn say_origin(&self, article: &str, say: SayOrigin) -> Result<()> {
        let article = uid(article)?;
        let said = match say {
            SayOrigin::Alone => Some(OriginSaid::Alone),
            SayOrigin::With(other) => {
                Some(OriginSaid::With(uid(&other)?)).filter(|s| *s != OriginSaid::With(article))
            }
            SayOrigin::ByCues => None,
        };
        let id = match said {
            Some(OriginSaid::Alone) => "op-origin-alone",
            Some(OriginSaid::With(_)) => "op-origin-with",
            None => "op-origin-cues",
        };
        self.write(Label::new(id), move |w| -> Result<()> {
            Ok(w.say_origin(article, said)?)
        })?;
        Ok(())
    }
}

/// What the articles met so far are found by: lines that many pages print make the same articles candidates again and again.
#[derive(Default)]
struct Met(HashMap<Uid, Option<Rc<Likeness>>>);

impl Met {
    fn likeness(&mut self, r: &Read<'_>, article: Uid) -> Result<Option<Rc<Likeness>>> {
        if let Some(known) = self.0.get(&article) {
            return Ok(known.clone());
        }
        let found = r.likeness(article)?.map(Rc::new);
        self.0.insert(article, found.clone());
        Ok(found)
    }
}

/// The article and those that have one origin with it, directly or by way of others, each with what ties it on.
fn group(r: &Read<'_>, met: &mut Met, article: Uid) -> Result<Vec<(Uid, OriginCue)>> {
    let mut seen = BTreeSet::from([article]);
    let mut group = vec![(article, OriginCue::Itself)];
    let mut open = VecDeque::from([article]);
    while let Some(next) = open.pop_front() {
        for (uid, cue) in tied_to(r, met, next)? {
            if group.len() < MOST && seen.insert(uid) {
                group.push((uid, cue));
                open.push_back(uid);
            }
        }
    }
    Ok(group)
}

/// The articles tied to this one by a word of the person or by a cue.
fn tied_to(r: &Read<'_>, met: &mut Met, article: Uid) -> Result<Vec<(Uid, OriginCue)>> {
    let said_with = r.said_to_be_with(article)?.into_iter();
    let mut tied: Vec<_> = said_with.map(|uid| (uid, OriginCue::Said)).collect();
    match r.origin_said(article)? {
        Some(OriginSaid::With(other)) => {
            tied.push((other, OriginCue::Said));
            return Ok(tied);
        }
        Some(OriginSaid::Alone) => return Ok(tied),
        None => {}
    }
    let mut by_cues = by_address(r, met, article)?;
    by_cues.extend(by_words(r, met, article)?);
    for (uid, cue) in by_cues {
        if uid != article && r.origin_said(uid)?.is_none() {
            tied.push((uid, cue));
        }
    }
    Ok(tied)
}

/// The page this one is a copy of, its other copies, and the copies of this one. Sites exist that state one address on every
/// page, so it must be borne out by the words.
fn by_address(r: &Read<'_>, met: &mut Met, article: Uid) -> Result<Vec<(Uid, OriginCue)>> {
    let pages = Pages::of(&r.newest_version(article)?.capture.meta);
    let original = pages.original.as_deref();
    let mut found = Vec::new();
    for uid in r.articles_at(original.into_iter(), CANDIDATES)? {
        // It may have stood there once, and elsewhere by now.
        let now = Pages::of(&r.newest_version(uid)?.capture.meta);
        if now.own().any(|own| Some(own) == original) {
            found.push(uid);
        }
    }
    found.extend(r.copies_of(original.into_iter().chain(pages.own()), CANDIDATES)?);
    let Some(own) = met.likeness(r, article)? else {
        return Ok(Vec::new());
    };
    let mut tied = Vec::new();
    for uid in found {
        let other = met.likeness(r, uid)?;
        if other.is_some_and(|other| own.sketch.shared(&other.sketch).of_shorter >= SAME_REPORT_BY_CUE) {
            tied.push((uid, OriginCue::Address));
        }
    }
    Ok(tied)
}

fn by_words(r: &Read<'_>, met: &mut Met, article: Uid) -> Result<Vec<(Uid, OriginCue)>> {
    let Some(own) = met.likeness(r, article)?.filter(says_enough) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for uid in r.articles_sharing_runs(&own.sketch, CANDIDATES)? {
        let Some(other) = met.likeness(r, uid)?.filter(says_enough) else {
            continue;
        };
        let share = own.sketch.shared(&other.sketch).of_shorter;
        let percent = (share * 100.0) as u8;
        let agency = own.agency.is_some() && own.agency == other.agency;
        if agency && share >= SAME_REPORT_BY_CUE {
            found.push((uid, OriginCue::Agency { percent }));
        } else if share >= SAME_REPORT {
            found.push((uid, OriginCue::Words { percent }));
        }
    }
    Ok(found)
}

fn says_enough(likeness: &Rc<Likeness>) -> bool {
    likeness.sketch.runs() >= FEWEST_RUNS
}

/// Independent origins among articles: those of one group are one, and so are those of one source.
pub(crate) struct Origins<'r, 'c> {
    r: &'r Read<'c>,
    names: Names,
    met: Met,
}

/// Groups, each named by the least of its members: the name doesn't depend on the order in which they were joined.
#[derive(Default)]
struct Names {
    /// For each member another one nearer to the name; the name has itself.
    nearer: HashMap<Uid, Uid>,
}

impl Names {
    fn knows(&self, uid: Uid) -> bool {
        self.nearer.contains_key(&uid)
    }

    /// The name of a member's group; who is in none is one alone.
    fn of(&self, uid: Uid) -> Uid {
        let nearer = |uid: &Uid| self.nearer.get(uid).copied().filter(|nearer| nearer != uid);
        std::iter::successors(Some(uid), nearer).last().unwrap_or(uid)
    }

    fn join(&mut self, one: Uid, other: Uid) {
        let (one, other) = (self.of(one), self.of(other));
        self.nearer.insert(one, one.min(other));
        self.nearer.insert(other, one.min(other));
    }
}

impl<'r, 'c> Origins<'r, 'c> {
    pub(crate) fn new(r: &'r Read<'c>) -> Self {
        Self {
            r,
            names: Names::default(),
            met: Met::default(),
        }
    }

    /// Finds the groups of these articles. An article may join two groups that were found before, so that what `of` says
    /// holds once all that are compared were met.
    pub(crate) fn meet(&mut self, articles: impl IntoIterator<Item = Uid>) -> Result<()> {
        for article in articles {
            if !self.names.knows(article) {
                for (member, _) in group(self.r, &mut self.met, article)? {
                    self.names.join(article, member);
                }
            }
        }
        Ok(())
    }

    /// The name of the group that an article belongs to: one of its articles, the same for all of them.
    pub(crate) fn of(&mut self, article: Uid) -> Result<Uid> {
        self.meet([article])?;
        Ok(self.names.of(article))
    }

    /// How many origins there are among `articles`, each with its source where that is known.
    pub(crate) fn count(&mut self, articles: &[Sourced]) -> Result<usize> {
        self.meet(articles.iter().map(|(article, _)| *article))?;
        // Groups that share a source are one.
        let (mut same, mut of_source) = (Names::default(), HashMap::new());
        for (article, source) in articles {
            let group = self.names.of(*article);
            let first = source.map_or(group, |source| *of_source.entry(source).or_insert(group));
            same.join(group, first);
        }
        let named = articles
            .iter()
            .map(|(article, _)| same.of(self.names.of(*article)));
        Ok(named.collect::<BTreeSet<_>>().len())
    }
}

#[cfg(test)]
mod tests {
    use model::article::{Capture, Field};

    use super::*;
    use crate::import::version_tests::{desk, imported, mark, page, risk};

    const REPORT: [&str; 3] = [
        "The port of Selm stays closed after a vote of the customs officers on Monday, their union said.",
        "Ships wait off the northern mole for a berth, and nobody knows for how long they will have to.",
        "The ministry of transport said that talks with the officers go on and that it expects a result this week.",
    ];

    fn copy(outlet: &str, paragraphs: &[&str]) -> Capture {
        let host = outlet.to_lowercase().replace(' ', "-");
        page(
            &format!("https://{host}.example/port"),
            outlet,
            outlet,
            paragraphs,
        )
    }

    fn with_credit(mut capture: Capture, agency: &str) -> Capture {
        capture.meta.authors = vec![Field::typed(agency.to_owned())];
        capture
    }

    fn outlets(desk: &Desk, article: &str) -> Vec<String> {
        let group = desk.origins(article).unwrap();
        group.members.into_iter().filter_map(|m| m.outlet).collect()
    }

    #[test]
    fn copies_of_a_report_are_one_origin_by_words_by_credit_and_by_address() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let own = [
            "Selm Courier found five captains who say that they were promised berths by Friday and were not told who would pay for the days that they lost at anchor.",
        ];
        let first = imported(&desk, &copy("Strait Post", &REPORT));
        // Cut, with a sentence of its own.
        imported(
            &desk,
            &copy(
                "Evening Mail",
                &[REPORT[0], REPORT[1], "The paper's own reporter saw nine of them."],
            ),
        );
        let alone = imported(&desk, &copy("Selm Courier", &own));
        assert_eq!(outlets(&desk, &first), ["Strait Post", "Evening Mail"]);
        assert_eq!(outlets(&desk, &alone), ["Selm Courier"]);

        // A page that names the courier's as its own address and shares too little to be a copy by its words alone; and one
        // that names the address by mistake.
        let named = |outlet: &str, paragraphs: &[&str]| {
            let mut named = copy(outlet, paragraphs);
            named.meta.canonical_url = Some(Field::typed("https://selm-courier.example/port".to_owned()));
            named
        };
        let rest = "Captains at Selm wait in vain, one of them since the middle of last month, while the owners of their \
                    ships look for other harbours along the coast that still have room for one or two more of them.";
        imported(
            &desk,
            &named(
                "Harbour News",
                &[
                    "Selm Courier found five captains who say that they were promised berths by Friday.",
                    rest,
                ],
            ),
        );
        imported(
            &desk,
            &named(
                "Harbour Sport",
                &["The rowers of Selm won the cup of the coast in the last race."],
            ),
        );
        assert_eq!(outlets(&desk, &alone), ["Selm Courier", "Harbour News"]);

        // Two that credit one agency and share a third; without the credit that is no copy.
        let rewritten = [
            REPORT[1],
            own[0],
            "Prices of grain rose on the news while traders waited for word from the capital on what comes next for them.",
        ];
        let credited = imported(&desk, &with_credit(copy("Morning Line", &rewritten), "AFP"));
        let wire = imported(
            &desk,
            &with_credit(
                copy(
                    "Night Wire",
                    &[
                        REPORT[1],
                        "Insurers said they had been asked by nobody and would pay for nothing until a court had spoken.",
                        REPORT[0],
                    ],
                ),
                "Agence France-Presse",
            ),
        );
        let group = desk.origins(&wire).unwrap();
        assert_eq!(group.agency.as_deref(), Some("AFP"));
        assert!(
            group
                .members
                .iter()
                .any(|m| m.article.to_string() == credited && matches!(m.cue, OriginCue::Agency { .. })),
            "{group:?}"
        );
    }

    #[test]
    fn groups_have_one_name_whatever_the_order_in_which_they_were_joined() {
        let uid = |n: u64| Uid::new(n, [0; 10]);
        let pairs = [(1, 2), (3, 4), (2, 4), (5, 5)];
        for turn in 0..pairs.len() {
            let mut names = Names::default();
            for (one, other) in pairs.iter().cycle().skip(turn).take(pairs.len()) {
                names.join(uid(*one), uid(*other));
            }
            let named: Vec<Uid> = (1..=6).map(|n| names.of(uid(n))).collect();
            assert_eq!(named, [1, 1, 1, 1, 5, 6].map(uid));
        }
    }

    #[test]
    fn origins_count_the_same_in_any_order_when_a_page_left_the_address_that_another_names() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let left = imported(&desk, &copy("Strait Post", &REPORT));
        let moved = page(
            "https://strait-post.example/moved",
            "Strait Post",
            "Strait Post",
            &REPORT[..2],
        );
        desk.add_version(&left, moved, b"moved".to_vec())
            .unwrap()
            .unwrap();
        let rest = "Captains at Selm wait in vain, one of them since the middle of last month, while the owners of their \
                    ships look for other harbours along the coast that still have room for one or two more of them.";
        let mut naming = copy("Harbour News", &[REPORT[0], rest]);
        naming.meta.canonical_url = Some(Field::typed("https://strait-post.example/port".to_owned()));
        let naming = imported(&desk, &naming);
        let count = |articles: [&String; 2]| {
            let articles = articles.map(|article| (article.parse().unwrap(), None));
            desk.read(|r| Origins::new(r).count(&articles)).unwrap()
        };
        assert_eq!(count([&left, &naming]), count([&naming, &left]));
    }

    #[test]
    fn the_persons_word_about_an_article_takes_the_place_of_its_cues() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let first = imported(&desk, &copy("Strait Post", &REPORT));
        let second = imported(&desk, &copy("Evening Mail", &REPORT[..2]));
        let other = imported(
            &desk,
            &copy(
                "Selm Courier",
                &["Five captains say that they were promised berths by Friday."],
            ),
        );
        desk.say_origin(&second, SayOrigin::Alone).unwrap();
        assert_eq!(outlets(&desk, &first), ["Strait Post"]);
        desk.say_origin(&second, SayOrigin::With(other.clone())).unwrap();
        assert_eq!(outlets(&desk, &other), ["Selm Courier", "Evening Mail"]);
        assert_eq!(outlets(&desk, &first), ["Strait Post"]);
        desk.undo().unwrap();
        desk.say_origin(&second, SayOrigin::ByCues).unwrap();
        assert_eq!(outlets(&desk, &first), ["Strait Post", "Evening Mail"]);
        assert_eq!(desk.check().unwrap().findings, []);
    }

    #[test]
    fn a_risk_counts_origins_and_not_copies() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let entry = risk(&desk, "Closure");
        let mut articles = Vec::new();
        for outlet in ["Strait Post", "Evening Mail", "Harbour News"] {
            let article = imported(&desk, &copy(outlet, &[&[outlet][..], &REPORT].concat()));
            mark(&desk, &article, "Ships wait off the northern mole", Some(&entry));
            articles.push(article);
        }
        let counted = || {
            let line = &desk.register().unwrap()[0];
            let shown = desk.entry(&entry).unwrap();
            let origins: BTreeSet<Uid> = shown.evidence.iter().map(|b| b.origin).collect();
            assert_eq!(
                (shown.line.articles, shown.line.sources),
                (line.articles, line.sources)
            );
            (line.articles, line.sources, origins.len())
        };
        assert_eq!(counted(), (3, 1, 1));
        desk.say_origin(&articles[2], SayOrigin::Alone).unwrap();
        assert_eq!(counted(), (3, 2, 2));
        // Two reports of one outlet are one source still.
        let again = [
            "The union of the customs officers set a date for talks with the ministry on Tuesday evening after all.",
        ];
        let again = imported(
            &desk,
            &page("https://x.example/again", "Harbour News", "Talks", &again),
        );
        mark(&desk, &again, "set a date for talks", Some(&entry));
        assert_eq!(counted(), (4, 2, 3));
    }
}
