//! Lines that stay become blocks, lines that don't become the list of what was left out.

use std::{collections::HashSet, ops::Range};

use html5ever::local_name;
use model::{
    amended::Amended,
    article::{Capture, Origin, Removed, RemovedBecause, StatedField},
    block::{Block, BlockKind, Role, number_blocks},
    text::{Indexed, Span},
};

use super::{
    PARSER,
    clean::{Fate, SCRAP},
    dom::{Id, Page},
    inline,
    lines::{Line, Lines},
    links::Base,
    meta,
    parts::Named,
    pictures,
    score::Article,
};
use crate::reading::Hints;

/// The record of a page.
pub(super) fn capture(
    page: &Page,
    lines: &Lines,
    article: &Article,
    mut fates: Vec<Fate>,
    found: meta::Found,
    hints: &Hints<'_>,
    encoding: &str,
) -> Capture {
    let base = page
        .all(&local_name!("base"))
        .find_map(|id| page.attribute(id, "href"))
        .filter(|href| Base::of(href).is_some())
        .or(hints.url)
        .or(found.meta.canonical_url.as_ref().map(|url| url.value.as_str()))
        .and_then(Base::of);
    let printed = printed(lines, &found.shown, &mut fates);
    let builder = Builder {
        page,
        lines,
        article,
        base,
        places: Indexed::new(&lines.text),
    };
    let headline = &found.meta.headline;
    let place = match headline.origin {
        Origin::Parsed { at } => Some(at),
        Origin::Typed => None,
    };
    let title = Block::plain(
        Role::Headline,
        BlockKind::Heading { level: 1 },
        headline.value.clone(),
        place,
    );
    let mut blocks = vec![title];
    blocks.extend(printed.deck.map(|n| builder.block(Role::Deck, n)));
    blocks.extend(builder.blocks(&fates));
    number_blocks(&mut blocks);
    let removed = builder.removed(&fates, |n| {
        place == Some(builder.span(n)) || printed.deck == Some(n)
    });
    Capture {
        meta: found.meta,
        blocks,
        removed,
        candidates: found.candidates,
        amended: Amended::default(),
        parser: PARSER.to_owned(),
        encoding: encoding.to_owned(),
    }
}

/// How many nodes are searched for the picture of a caption.
const LOOK: usize = 100;

/// Code points from which a line that was left out is a paragraph of its own: longer than what menus and lists of headlines say.
const PARAGRAPH: usize = 100;

/// Lines that print a field of the record.
struct Printed {
    /// The sentence under the title, where it isn't part of the text.
    deck: Option<usize>,
}

/// Takes the lines that print fields out of the text: the title always, names and dates where they stand alone.
fn printed(lines: &Lines, shown: &[(StatedField, Range<usize>)], fates: &mut [Fate]) -> Printed {
    let mut printed = Printed { deck: None };
    for (field, bytes) in shown {
        let n = lines.all.partition_point(|line| line.bytes.end <= bytes.start);
        let (Some(line), Some(fate)) = (lines.all.get(n), fates.get_mut(n)) else {
            continue;
        };
        let is_kept = *fate == Fate::Kept;
        let is_most = bytes.len() * 2 > line.bytes.len();
        match field {
            StatedField::Headline
                if is_most && (is_kept || *fate == Fate::Removed(RemovedBecause::AboutTheArticle)) =>
            {
                *fate = Fate::Removed(RemovedBecause::RepeatedHeadline);
            }
            StatedField::Deck if !is_kept && is_most => printed.deck = printed.deck.or(Some(n)),
            StatedField::Authors | StatedField::Published | StatedField::Section
                if is_kept && is_most && line.letters < SCRAP =>
            {
                *fate = Fate::Removed(RemovedBecause::AboutTheArticle);
            }
            _ => {}
        }
    }
    printed
}

struct Builder<'p> {
    page: &'p Page,
    lines: &'p Lines,
    article: &'p Article,
    base: Option<Base<'p>>,
    places: Indexed<'p>,
}

impl Builder<'_> {
    fn span(&self, n: usize) -> Span {
        self.lines
            .all
            .get(n)
            .map_or(Span::new(0, 0), |line| self.span_of(&line.bytes))
    }

    fn span_of(&self, bytes: &Range<usize>) -> Span {
        Span::new(
            self.places.char_of_byte(bytes.start),
            self.places.char_of_byte(bytes.end),
        )
    }

    /// Everything that stays, in the order of the page.
    fn blocks(&self, fates: &[Fate]) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut pictures = self.pictures(fates).into_iter().peekable();
        let mut used = HashSet::new();
        let mut item = None;
        let mut n = 0;
        while n < fates.len() {
            while let Some((id, _)) = pictures.next_if(|(_, before)| *before <= n) {
                blocks.extend(self.wordless(id, &mut used));
            }
            let line = &self.lines.all[n];
            match fates[n] {
                Fate::Kept if line.table.is_some() => {
                    let rows = (n..fates.len())
                        .take_while(|&m| fates[m] == Fate::Kept && self.lines.all[m].table == line.table)
                        .count();
                    blocks.push(self.table(n..n + rows));
                    n += rows;
                    continue;
                }
                Fate::Kept => {
                    let role = if self.article.head.contains(&n) {
                        Role::Summary
                    } else {
                        Role::Body
                    };
                    let mut block = self.block(role, n);
                    if matches!(block.kind, BlockKind::Heading { .. }) && role == Role::Body {
                        block.role = Role::Other;
                    }
                    if matches!(block.kind, BlockKind::ListItem { .. }) {
                        // A second paragraph of an item is no item of its own.
                        let of = self.item(line);
                        if of == item {
                            block.kind = BlockKind::Paragraph;
                        }
                        item = of;
                    }
                    blocks.push(block);
                }
                Fate::Caption => blocks.push(self.figure(n, &mut used)),
                Fate::Removed(_) => {}
            }
            n += 1;
        }
        for (id, _) in pictures {
            blocks.extend(self.wordless(id, &mut used));
        }
        blocks
    }

    /// Pictures and rules among the lines that stay.
    fn pictures(&self, fates: &[Fate]) -> Vec<(Id, usize)> {
        let Some(first) = fates.iter().position(|f| *f == Fate::Kept) else {
            return Vec::new();
        };
        let last = fates.iter().rposition(|f| *f == Fate::Kept).unwrap_or(first);
        let stays = |&(id, before): &(Id, usize)| {
            let around = [before.checked_sub(1), Some(before)].into_iter().flatten();
            let is_left_out = self
                .page
                .path(id)
                .take_while(|&id| id != self.article.root)
                .any(|id| matches!(self.article.survey.named[id], Some(Named::Part(_))));
            (first..=last + 1).contains(&before)
                && self.page.within(self.article.root).contains(&id)
                && !is_left_out
                && around
                    .filter_map(|n| fates.get(n))
                    .any(|f| !matches!(f, Fate::Removed(_)))
        };
        self.lines.wordless.iter().copied().filter(stays).collect()
    }

    /// A picture without a caption, or a rule.
    fn wordless(&self, id: Id, used: &mut HashSet<Id>) -> Option<Block> {
        if self.page.is(id, &local_name!("hr")) {
            return Some(Block {
                spans: Vec::new(),
                ..Block::plain(Role::Other, BlockKind::Rule, "", None)
            });
        }
        if !pictures::is_picture(self.page, id) || !used.insert(id) {
            return None;
        }
        // Its caption will bring it.
        let has_caption = self
            .page
            .ancestors(id)
            .take(6)
            .find(|&a| self.page.is(a, &local_name!("figure")));
        let has_words = |figure: Id| !self.lines.within(&self.page.within(figure)).is_empty();
        if has_caption.is_some_and(has_words) {
            used.remove(&id);
            return None;
        }
        let source = Some(pictures::source(self.page, id, self.base.as_ref())?);
        let alt = pictures::alt(self.page, id);
        Some(Block {
            spans: Vec::new(),
            ..Block::plain(Role::Body, BlockKind::Figure { alt, source }, "", None)
        })
    }

    /// A caption with its picture: the nearest one in what holds both.
    fn figure(&self, n: usize, used: &mut HashSet<Id>) -> Block {
        let line = &self.lines.all[n];
        let around = self
            .page
            .path(line.block)
            .take(5)
            .take_while(|&id| id != self.article.root);
        let is_free = |id: &Id| self.page.is(*id, &local_name!("img")) && !used.contains(id);
        let img = around
            .map(|id| self.page.within(id))
            .find_map(|within| within.take(LOOK).find(is_free));
        used.extend(img);
        Block {
            kind: BlockKind::Figure {
                alt: img.map(|img| pictures::alt(self.page, img)).unwrap_or_default(),
                source: img.and_then(|img| pictures::source(self.page, img, self.base.as_ref())),
            },
            ..self.block(Role::Body, n)
        }
    }

    fn table(&self, numbers: Range<usize>) -> Block {
        let of = &self.lines.all[numbers.clone()];
        let rows = of
            .iter()
            .map(|line| inline::cells(self.page, self.lines, line, self.base.as_ref()));
        let place = of
            .first()
            .zip(of.last())
            .map(|(first, last)| self.span_of(&(first.bytes.start..last.bytes.end)));
        Block {
            spans: Vec::new(),
            ..Block::plain(Role::Body, BlockKind::Table { rows: rows.collect() }, "", place)
        }
    }

    /// Line `n` as a block.
    fn block(&self, role: Role, n: usize) -> Block {
        let line = &self.lines.all[n];
        Block {
            spans: inline::runs(self.page, self.lines, line, self.base.as_ref()),
            ..Block::plain(role, self.kind(line), "", Some(self.span(n)))
        }
    }

    /// The innermost item of a list around a line.
    fn item(&self, line: &Line) -> Option<Id> {
        self.page
            .path(line.block)
            .find(|&id| self.page.is(id, &local_name!("li")))
    }

    fn kind(&self, line: &Line) -> BlockKind {
        let heading = |level| BlockKind::Heading { level };
        for id in self
            .page
            .path(line.block)
            .take_while(|&id| id != self.article.root)
        {
            match self.page.name(id) {
                Some(&local_name!("h1") | &local_name!("h2")) => return heading(2),
                Some(&local_name!("h3")) => return heading(3),
                Some(&local_name!("h4")) => return heading(4),
                Some(&local_name!("h5")) => return heading(5),
                Some(&local_name!("h6")) => return heading(6),
                Some(&local_name!("li")) => return self.list_item(id),
                Some(&local_name!("blockquote")) => return BlockKind::Quote,
                Some(&local_name!("pre") | &local_name!("listing") | &local_name!("xmp")) => {
                    return BlockKind::Code;
                }
                _ => {}
            }
        }
        BlockKind::Paragraph
    }

    fn list_item(&self, item: Id) -> BlockKind {
        let lists: Vec<Id> = self
            .page
            .ancestors(item)
            .take_while(|&id| id >= self.article.root)
            .filter(|&id| matches!(self.page.name(id), Some(&local_name!("ul") | &local_name!("ol"))))
            .collect();
        BlockKind::ListItem {
            depth: u8::try_from(lists.len().saturating_sub(1)).unwrap_or(u8::MAX),
            ordered: lists
                .first()
                .is_some_and(|&list| self.page.is(list, &local_name!("ol"))),
        }
    }

    /// What was left out: short neighbours for the same reason as one piece, paragraphs one by one, so that one that is missed
    /// comes back without the others. `is_field` are lines that the record has elsewhere.
    fn removed(&self, fates: &[Fate], is_field: impl Fn(usize) -> bool) -> Vec<Removed> {
        let mut removed: Vec<Removed> = Vec::new();
        // The line before, if others may join it.
        let mut before = None;
        for (n, fate) in fates.iter().enumerate() {
            let Fate::Removed(reason) = *fate else { continue };
            if is_field(n) {
                continue;
            }
            let at = self.span(n);
            let words = self.lines.words(n);
            let joins = at.len() < PARAGRAPH;
            match removed.last_mut() {
                Some(last)
                    if joins && last.reason == reason && before.is_some() && before == n.checked_sub(1) =>
                {
                    last.text.push('\n');
                    last.text.push_str(words);
                    last.at.end = at.end;
                    last.kind = None;
                }
                _ => removed.push(Removed {
                    text: words.to_owned(),
                    at,
                    reason,
                    kind: Some(self.kind(&self.lines.all[n])).filter(|kind| *kind != BlockKind::Paragraph),
                }),
            }
            before = joins.then_some(n);
        }
        removed
    }
}
