//! One walk over a page that notes everything that may state something about it.
//!
//! Nothing is judged here: what names a field by its element, property, class or relation is noted with the words a reader sees
//! there. Parts that hold other things (comments, lists of other articles, the page's foot) are noted as [`Zone`]s; whether one
//! counts is known only when the headline has its place, because pages also wrap themselves in classes like `has-sidebar`.

use std::ops::Range;

use html5ever::local_name;

use super::schema;
use crate::html::{
    dom::{Data, Id, Page},
    lines::Lines,
};

/// Most marks of a kind, most parts, most stated values: more is no article.
const MARKS: usize = 400;
const ZONES: usize = 1_000;
const METAS: usize = 300;
/// Most bytes of JSON-LD that are read.
const JSON_LD: usize = 4 << 20;
/// Longest run of words that can be a name, a date or a title, in bytes.
const LONGEST: usize = 600;
/// Longest box that tells about an author, and longest line with the name at its head, in bytes.
const BOX: usize = 2_000;
const NAME: usize = 80;

/// How plainly a mark names its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Plainness {
    /// A class or id that holds such a word among others, or as part of one.
    Hint,
    /// A class or id of just that meaning.
    Class,
    /// A property, a relation, an element made for it.
    Property,
}

/// An element that names a field.
#[derive(Clone, Debug)]
pub(super) struct Mark<'p> {
    pub(super) node: Id,
    /// Bytes of the reading text that show it; empty where it shows nothing.
    pub(super) bytes: Range<usize>,
    pub(super) plainness: Plainness,
    /// `datetime` or `content`, where it has one.
    pub(super) stated: Option<&'p str>,
    /// What was read: `h1`, `time`, a property's or class's name.
    pub(super) what: What,
}

/// What kind of mark it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A heading of this level.
    Heading(u8),
    /// A property of schema.org, or an hAtom class.
    Property,
    /// The word for a change, not for the first day.
    Modified,
    /// A `time` element.
    Time,
    /// A link's relation.
    Relation,
    /// A class or id.
    Class,
}

/// What a part of a page holds instead of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// What others wrote: readers' comments, quotations.
    Comments,
    /// Other articles, menus, the page's foot.
    Elsewhere,
    /// The page's head.
    Head,
}

/// A value of a `meta` element.
#[derive(Clone, Debug)]
pub(super) struct Meta<'p> {
    /// Its property or name in small letters.
    pub(super) name: String,
    /// Its content as written.
    pub(super) content: &'p str,
}

/// What a page says about itself.
#[derive(Default)]
pub(super) struct Facts<'p> {
    pub(super) metas: Vec<Meta<'p>>,
    pub(super) window_title: Option<String>,
    pub(super) canonical: Option<&'p str>,
    pub(super) language: Option<&'p str>,
    pub(super) schema: schema::Stated,
    pub(super) headings: Vec<Mark<'p>>,
    pub(super) authors: Vec<Mark<'p>>,
    pub(super) dates: Vec<Mark<'p>>,
    pub(super) decks: Vec<Mark<'p>>,
    zones: Vec<(Range<Id>, Zone)>,
    captions: Vec<Range<Id>>,
}

impl<'p> Facts<'p> {
    /// The contents of `meta` elements named so, the first name first.
    pub(super) fn metas<'s>(&'s self, names: &'s [&'s str]) -> impl Iterator<Item = &'s Meta<'p>> + 's {
        names
            .iter()
            .flat_map(|name| self.metas.iter().filter(move |meta| meta.name == *name))
    }

    /// Whether `node` is part of what is said of a picture.
    pub(super) fn is_caption(&self, node: Id) -> bool {
        self.captions.iter().any(|range| range.contains(&node))
    }

    /// The zone around `node` that does not hold the headline as well.
    pub(super) fn zone(&self, node: Id, headline: Option<Id>) -> Option<Zone> {
        self.zones
            .iter()
            .rev()
            .find(|(range, _)| range.contains(&node) && headline.is_none_or(|h| !range.contains(&h)))
            .map(|(_, zone)| *zone)
    }
}

/// Walks over `page`.
pub(super) fn facts<'p>(page: &'p Page, lines: &Lines) -> Facts<'p> {
    let mut facts = Facts::default();
    let mut scripts: Vec<&'p str> = Vec::new();
    let mut json = 0;
    for id in 1..page.len() {
        let Data::Element(name, _) = page.data(id) else {
            continue;
        };
        let content = || page.attribute(id, "content").filter(|c| !c.trim().is_empty());
        match *name {
            local_name!("meta") => {
                if facts.metas.len() < METAS
                    && let Some(content) = content()
                {
                    let names = ["property", "name", "itemprop", "http-equiv"];
                    if let Some(name) = names.iter().find_map(|a| page.attribute(id, a)) {
                        facts.metas.push(Meta {
                            name: name.trim().to_ascii_lowercase(),
                            content,
                        });
                    }
                }
            }
            local_name!("title") if facts.window_title.is_none() => facts.window_title = Some(page.words(id)),
            local_name!("html") => {
                facts.language = page
                    .attribute(id, "lang")
                    .or_else(|| page.attribute(id, "xml:lang"));
            }
            local_name!("link") => {
                let is_canonical = page
                    .attribute(id, "rel")
                    .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
                if is_canonical && facts.canonical.is_none() {
                    facts.canonical = page.attribute(id, "href");
                }
            }
            local_name!("script") => {
                for child in page.children(id) {
                    if let Data::Text(text) = page.data(child)
                        && json + text.len() <= JSON_LD
                    {
                        json += text.len();
                        scripts.push(text);
                    }
                }
            }
            local_name!("body") => {}
            _ => element(page, lines, id, &mut facts),
        }
    }
    facts.schema = schema::stated(scripts.into_iter());
    // What holds most of the page and its first heading is the page, though it be called "with-sidebar".
    let first = (1..page.len()).find(|id| page.is(*id, &local_name!("h1")));
    facts.zones.retain(|(range, zone)| {
        let is_page = first.is_some_and(|first| range.contains(&first)) && 2 * range.len() > page.len();
        *zone != Zone::Elsewhere || !is_page
    });
    facts
}

/// Notes what a visible element names.
fn element<'p>(page: &'p Page, lines: &Lines, id: Id, facts: &mut Facts<'p>) {
    let mut named = Named::default();
    let name = page.name(id);
    match name {
        Some(&local_name!("nav") | &local_name!("aside") | &local_name!("footer")) => {
            named.zone = Some(Zone::Elsewhere)
        }
        // Somebody else's words: a quotation, an embedded post.
        Some(&local_name!("blockquote")) => named.zone = Some(Zone::Comments),
        Some(&local_name!("figcaption")) => named.caption = true,
        // The people to be asked about an article.
        Some(&local_name!("address")) => named.author = Some((Plainness::Hint, What::Relation)),
        Some(&local_name!("header")) => named.zone = Some(Zone::Head),
        Some(&local_name!("time")) => named.date = Some((Plainness::Property, What::Time)),
        Some(heading) => {
            if let [b'h', level @ b'1'..=b'6'] = heading.as_bytes() {
                named.title = Some((Plainness::Property, What::Heading(level - b'0')));
            }
        }
        None => return,
    }
    for attribute in page.attributes(id) {
        match &*attribute.name.local {
            "class" | "id" | "data-testid" | "data-qa" | "data-component" | "data-hook" => {
                class_words(&attribute.value, |word| named.class_word(word))
            }
            "href" => {
                let plainness = if is_under(&attribute.value, &AUTHORS) {
                    Some(Plainness::Class)
                } else if is_under(&attribute.value, &PEOPLE) || is_account(&attribute.value) {
                    Some(Plainness::Hint)
                } else {
                    None
                };
                named.author = named
                    .author
                    .or(plainness.map(|plainness| (plainness, What::Relation)));
            }
            "itemprop" | "property" => named.property(&attribute.value),
            "rel"
                if attribute
                    .value
                    .split_ascii_whitespace()
                    .any(|rel| rel.eq_ignore_ascii_case("author")) =>
            {
                named.author = Some((Plainness::Property, What::Relation));
            }
            "role" if matches!(&*attribute.value, "navigation" | "contentinfo" | "complementary") => {
                named.zone = Some(Zone::Elsewhere);
            }
            _ => {}
        }
    }
    // `<aside class="meta">` and the foot of an article are about the article.
    let in_article = || {
        page.ancestors(id)
            .any(|above| page.is(above, &local_name!("article")))
    };
    let is_about = named.zone == Some(Zone::Elsewhere)
        && (named.author.is_some()
            || named.date.is_some()
            || name == Some(&local_name!("footer")) && (named.entry || in_article()));
    if let Some(zone) = named.zone.filter(|_| !is_about)
        && facts.zones.len() < ZONES
    {
        facts.zones.push((page.within(id), zone));
    }
    if named.caption && facts.captions.len() < ZONES {
        facts.captions.push(page.within(id));
    }
    if named.comment || !named.has_fields() {
        return;
    }
    let mut bytes = shown(lines, page.within(id));
    let stated = page
        .attribute(id, "datetime")
        .or_else(|| page.attribute(id, "content"))
        .or_else(|| {
            page.attribute(id, "title")
                .filter(|_| name == Some(&local_name!("abbr")))
        })
        .filter(|s| !s.trim().is_empty());
    if bytes.is_empty() && stated.is_none() {
        return;
    }
    if bytes.len() > LONGEST {
        // A box that tells about an author has the name at its head.
        let is_box = named.author.is_some() && !named.entry && bytes.len() <= BOX;
        let text = lines.text.get(bytes.clone()).unwrap_or_default();
        let head = text.split('\n').next().filter(|_| is_box);
        let Some(head) = head.filter(|head| head.len() <= NAME) else {
            return;
        };
        bytes.end = bytes.start + head.len();
        (named.title, named.date, named.deck) = (None, None, None);
    }
    let lists = [
        (named.title, &mut facts.headings),
        (named.author, &mut facts.authors),
        (named.date, &mut facts.dates),
        (named.deck, &mut facts.decks),
    ];
    for (mark, list) in lists {
        if let Some((plainness, what)) = mark
            && list.len() < MARKS
        {
            list.push(Mark {
                node: id,
                bytes: bytes.clone(),
                plainness,
                stated,
                what,
            });
        }
    }
}

/// Parts of the address of an author's page: `/author/maya-rios`, `/?author=3`.
const AUTHORS: [&str; 23] = [
    "author",
    "authors",
    "autor",
    "autoren",
    "autores",
    "autori",
    "autore",
    "auteur",
    "auteurs",
    "autorzy",
    "forfatter",
    "writer",
    "writers",
    "contributor",
    "contributors",
    "reporter",
    "reporters",
    "journalist",
    "journalists",
    "columnist",
    "columnists",
    "journaliste",
    "periodista",
];

/// Parts of the address of the page of somebody who may be the author, or somebody that the page is about.
const PEOPLE: [&str; 27] = [
    "profile",
    "profiles",
    "people",
    "person",
    "persons",
    "personne",
    "personnes",
    "persona",
    "personas",
    "perfil",
    "profil",
    "profilo",
    "team",
    "staff",
    "expert",
    "experts",
    "experten",
    "scholars",
    "fellows",
    "user",
    "users",
    "redaktion",
    "redaction",
    "mitarbeiter",
    "firma",
    "firmas",
    "bio",
];

/// Whether a link goes to a page below one of `parts`.
fn is_under(address: &str, parts: &[&str]) -> bool {
    let mut path = address.split(['/', '?', '#', '=']);
    path.any(|part| parts.iter().any(|name| part.eq_ignore_ascii_case(name)))
        && path.next().is_some_and(|name| !name.is_empty())
}

/// Whether a link is to somebody's account or letter box: `/@maya.rios`, `mailto:maya.rios@selm.example`.
fn is_account(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    last.len() > 1 && last.starts_with('@') || path.strip_prefix("mailto:").is_some_and(|to| to.contains('@'))
}

/// The bytes of the reading text that the nodes `nodes` show.
pub(super) fn shown(lines: &Lines, nodes: Range<Id>) -> Range<usize> {
    let first = lines.pieces.partition_point(|piece| piece.node < nodes.start);
    let end = lines.pieces.partition_point(|piece| piece.node < nodes.end);
    let pieces = lines.pieces.get(first..end).unwrap_or_default();
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
        return 0..0;
    };
    let text = lines
        .text
        .get(first.bytes.start..last.bytes.end)
        .unwrap_or_default();
    let start = first.bytes.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

/// What an element's attributes name.
#[derive(Default)]
struct Named {
    title: Option<(Plainness, What)>,
    author: Option<(Plainness, What)>,
    date: Option<(Plainness, What)>,
    deck: Option<(Plainness, What)>,
    zone: Option<Zone>,
    /// It is about one comment.
    comment: bool,
    /// It is about one article of the page's own.
    entry: bool,
    /// A word like "written" was there, which "by" may follow.
    written: bool,
    /// The word "user" was there, which "name" may follow.
    user: bool,
    /// A word for a picture was there, which a word for its author may follow.
    picture: bool,
    /// It is what is said of a picture.
    caption: bool,
}

impl Named {
    fn has_fields(&self) -> bool {
        [self.title, self.author, self.date, self.deck]
            .iter()
            .any(Option::is_some)
    }

    fn property(&mut self, properties: &str) {
        for property in properties.split_ascii_whitespace() {
            let bare = property.rsplit([':', '/', '#']).next().unwrap_or(property);
            match bare.to_ascii_lowercase().as_str() {
                "headline" => self.title = Some((Plainness::Property, What::Property)),
                "name" => self.title = self.title.or(Some((Plainness::Hint, What::Property))),
                "author" | "creator" => self.author = Some((Plainness::Property, What::Property)),
                "datepublished" | "pubdate" | "issued" => {
                    self.date = Some((Plainness::Property, What::Property))
                }
                "datecreated" | "date" | "created" => {
                    self.date = self.date.or(Some((Plainness::Class, What::Property)));
                }
                "datemodified" | "modified" => self.date = Some((Plainness::Property, What::Modified)),
                "alternativeheadline" | "description" => {
                    self.deck = Some((Plainness::Property, What::Property))
                }
                "comment" | "review" => self.zone = Some(Zone::Comments),
                _ => {}
            }
        }
    }

    fn class_word(&mut self, word: &str) {
        let class = |plainness| Some((plainness, What::Class));
        let was_written = std::mem::replace(
            &mut self.written,
            matches!(word, "written" | "posted" | "submitted"),
        );
        let of_user = std::mem::replace(&mut self.user, word == "user");
        let of_picture = std::mem::replace(
            &mut self.picture,
            matches!(
                word,
                "photo" | "image" | "picture" | "img" | "foto" | "bild" | "media"
            ),
        );
        match word {
            "entry" | "post" | "article" | "story" => self.entry = true,
            "footer" if self.entry => {}
            "caption" | "cutline" | "figcaption" => self.caption = true,
            "credit" | "credits" | "author" | "byline" | "autor" | "copyright" if of_picture => {
                self.caption = true
            }
            "by" if was_written => self.author = self.author.or(class(Plainness::Class)),
            "author" | "authors" | "byline" | "bylines" | "autor" | "autoren" | "autorin" | "auteur"
            | "auteurs" | "autore" | "autores" | "writer" | "verfasser" | "redacteur" | "redakteur"
            | "forfatter" | "skribent" | "kirjoittaja" | "penulis" | "journalist" | "journaliste"
            | "reporter" | "reporters" | "columnist" | "periodista" | "redactor" | "redakteurin"
            | "autora" | "autrice" | "autorzy" | "autorka" | "autori" | "auteure" | "auteurice"
            | "redaktor" | "firma" | "firmante" | "signatur" | "skribenter" | "forfattere" | "schrijver"
            | "yazar" | "muhabir" | "reporterin" => self.author = self.author.or(class(Plainness::Class)),
            "name" if of_user => self.author = self.author.or(class(Plainness::Hint)),
            "fn" => self.author = Some((Plainness::Property, What::Property)),
            "vcard" | "creator" | "contributor" | "contributors" | "username" | "signature" => {
                self.author = self.author.or(class(Plainness::Hint));
            }
            "date" | "datum" | "fecha" | "dato" | "published" | "pubdate" | "publishdate" | "timestamp"
            | "datetime" | "posted" | "dateline" | "publication" | "data" | "tarih" | "tanggal"
            | "erstellt" | "created" => {
                self.date = self.date.or(class(Plainness::Class));
            }
            "time" | "meta" | "info" | "day" => self.date = self.date.or(class(Plainness::Hint)),
            "updated" | "modified" | "lastmod" | "aktualisiert" => {
                self.date = self.date.or(Some((Plainness::Class, What::Modified)));
            }
            "headline" | "title" | "titel" | "titre" | "titulo" | "titolo" | "heading" | "überschrift" => {
                self.title = self.title.or(class(Plainness::Class));
            }
            "subtitle" | "subheadline" | "subheading" | "subhead" | "standfirst" | "deck" | "dek"
            | "lead" | "lede" | "leadin" | "chapo" | "chapeau" | "entradilla" | "copete" | "bajada"
            | "vorspann" | "intro" | "ingress" | "manchet" | "sottotitolo" | "subtitulo" | "excerpt"
            | "abstract" | "summary" | "teaser" | "untertitel" => {
                self.deck = self.deck.or(class(Plainness::Class));
            }
            "comment" | "comments" | "commentlist" | "kommentar" | "kommentare" | "comentario"
            | "comentarios" | "commentaire" | "commentaires" | "commento" | "commenti" | "disqus"
            | "respond" | "replies" | "reply" => {
                self.comment = true;
                self.zone = Some(Zone::Comments);
            }
            "related" | "recommended" | "recommendation" | "recommendations" | "sidebar" | "footer"
            | "nav" | "navigation" | "navbar" | "menu" | "breadcrumb" | "breadcrumbs" | "popular"
            | "trending" | "card" | "cards" | "teasers" | "carousel" | "slider" | "recent" | "latest"
            | "widget" | "newsletter" | "aside" | "marginal" | "ads" | "advert" | "mostread" => {
                self.zone = self.zone.or(Some(Zone::Elsewhere))
            }
            "masthead" | "topbar" | "toolbar" => self.zone = self.zone.or(Some(Zone::Head)),
            _ => {
                if word.len() > 6 && (word.contains("author") || word.contains("byline")) {
                    self.author = self.author.or(class(Plainness::Hint));
                } else if word.len() > 4
                    && (word.ends_with("date") && word != "update" || word.ends_with("datum"))
                {
                    self.date = self.date.or(class(Plainness::Hint));
                }
            }
        }
    }
}

/// Calls `each` with the words of a class or id in small letters: `articleByline`, `article-byline` and `article__byline` are
/// "article" and "byline".
fn class_words(value: &str, mut each: impl FnMut(&str)) {
    const LONGEST_CLASS: usize = 1_000;
    let mut word = String::new();
    let mut was_small = false;
    for c in value.chars().take(LONGEST_CLASS) {
        let ends = !c.is_alphanumeric() || was_small && c.is_uppercase();
        if ends && !word.is_empty() {
            each(&word);
            word.clear();
        }
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
        was_small = c.is_lowercase();
    }
    if !word.is_empty() {
        each(&word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_read_word_by_word_however_they_are_joined() {
        for value in [
            "article-byline",
            "article__byline",
            "articleByline",
            "article byline",
            "Article_Byline",
        ] {
            let mut words = Vec::new();
            class_words(value, |word| words.push(word.to_owned()));
            assert_eq!(words, ["article", "byline"], "{value}");
        }
    }

    #[test]
    fn a_part_that_holds_the_headline_is_no_other_part() {
        let page = Page::parse(
            "<div class=has-sidebar><h1>Title</h1><div id=comments><span class=author>A reader</span></div></div>",
        );
        let lines = Lines::of(&page);
        let facts = facts(&page, &lines);
        let headline = facts.headings[0].node;
        assert_eq!(facts.zone(headline, Some(headline)), None);
        assert_eq!(
            facts.zone(facts.authors[0].node, Some(headline)),
            Some(Zone::Comments)
        );
        assert_eq!(&lines.text[facts.authors[0].bytes.clone()], "A reader");
    }
}
