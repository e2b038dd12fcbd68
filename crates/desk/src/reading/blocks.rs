//! The text of an article as blocks of text nodes, in pages that travel quickly however long the article or one of its blocks
//! is. The marks on it are the business of the module above.

use model::block::{Block, BlockKind, Inline, Mark as Style, Role};

use crate::{Desk, Result, desk::uid};

/// A text node may hold about this many characters: WebKit slows down beyond any patience when marks stand in long ones
/// (desktop.md, "the cliff").
const LONGEST_RUN: usize = 500;

/// About as many bytes does a page of blocks have as it travels: the first is there soon, and none holds up what a person does.
const PAGE: usize = 150_000;

/// What surrounds the words of a run or a block as it travels, in bytes.
const AROUND: usize = 80;

/// Blocks in a row.
#[derive(Clone, Debug)]
pub struct BlockPage {
    /// The blocks.
    pub blocks: Vec<BlockShown>,
    /// Where the page that follows begins; nothing at the end.
    pub next: Option<PageStart>,
}

/// Where a page of blocks begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageStart {
    /// The block, by number.
    pub block: usize,
    /// How many of its runs, of a table its rows, came on the page before: more than none for a block longer than a page.
    pub part: usize,
}

/// A block as text nodes.
#[derive(Clone, Debug)]
pub struct BlockShown {
    /// Its number in the version, from 0.
    pub index: usize,
    /// Its id.
    pub id: String,
    /// The part it plays.
    pub role: Role,
    /// Its shape; the rows of a table are in `rows`.
    pub kind: BlockKind,
    /// ¶3, KP1 …
    pub locator: String,
    /// Its words; empty for a table.
    pub runs: Vec<Run>,
    /// A table's rows of cells.
    pub rows: Vec<Vec<Vec<Run>>>,
    /// Its length in UTF-16 units.
    pub length: usize,
}

/// Text that becomes one text node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Where they begin in the block, in UTF-16 units.
    pub start: usize,
    /// How they are set.
    pub styles: Vec<Style>,
    /// Where they lead to, as written in the source.
    pub link: Option<String>,
}

impl Desk {
    /// The blocks of a version from `from` on, as many as a page holds. A block that is longer than a page comes in several.
    pub fn article_blocks(&self, version: &str, from: PageStart) -> Result<BlockPage> {
        let version = uid(version)?;
        let laid = self.read(|r| self.last_read.version(r, version))?;
        let locators = laid.layout.places().iter().map(|(_, locator)| locator.as_str());
        Ok(page(&laid.version.capture.blocks, locators, from))
    }
}

fn page<'l>(blocks: &[Block], locators: impl Iterator<Item = &'l str>, from: PageStart) -> BlockPage {
    let (mut page, mut weight) = (Vec::new(), 0);
    for (index, (block, locator)) in blocks.iter().zip(locators).enumerate().skip(from.block) {
        let mut shown = BlockShown::of(index, block, locator);
        let cut = shown.cut(if index == from.block { from.part } else { 0 });
        weight += shown.weight();
        let begins = |part| Some(PageStart { block: index, part });
        if !page.is_empty() && weight > PAGE {
            let next = begins(0);
            return BlockPage { blocks: page, next };
        }
        page.push(shown);
        if let Some(part) = cut {
            let next = begins(part);
            return BlockPage { blocks: page, next };
        }
    }
    BlockPage {
        blocks: page,
        next: None,
    }
}

impl BlockShown {
    fn of(index: usize, block: &Block, locator: &str) -> Self {
        let mut at = 0;
        let (mut runs, mut rows, mut kind) = (Vec::new(), Vec::new(), block.kind.clone());
        if let BlockKind::Table { rows: cells } = &mut kind {
            // As in the canonical text: cells are parted by a tab, rows by a line feed, each one unit long.
            let mut row_shown = |row: Vec<Vec<Inline>>| {
                let mut cell_shown = |cell: Vec<Inline>| {
                    let runs = runs_of(&cell, &mut at);
                    at += 1;
                    runs
                };
                row.into_iter().map(&mut cell_shown).collect::<Vec<_>>()
            };
            rows = std::mem::take(cells).into_iter().map(&mut row_shown).collect();
            at = at.saturating_sub(1);
        } else {
            runs = runs_of(&block.spans, &mut at);
        }
        Self {
            index,
            id: block.id.clone(),
            role: block.role,
            kind,
            locator: locator.to_owned(),
            runs,
            rows,
            length: at,
        }
    }

    /// Leaves out the first `start` parts, and those a page has no room for; gives where these begin.
    fn cut(&mut self, start: usize) -> Option<usize> {
        if self.rows.is_empty() {
            cut(&mut self.runs, start, Run::weight)
        } else {
            cut(&mut self.rows, start, |row| {
                row.iter().flatten().map(Run::weight).sum()
            })
        }
    }

    /// About how many bytes it has as it travels.
    fn weight(&self) -> usize {
        let cells = self.rows.iter().flatten().flatten();
        AROUND + self.runs.iter().chain(cells).map(Run::weight).sum::<usize>()
    }
}

impl Run {
    fn weight(&self) -> usize {
        AROUND + self.text.len() + self.link.as_ref().map_or(0, String::len)
    }
}

fn cut<T>(parts: &mut Vec<T>, start: usize, weight: impl Fn(&T) -> usize) -> Option<usize> {
    parts.drain(..start.min(parts.len()));
    let mut all = 0;
    let within = parts.iter().take_while(|part| {
        all += weight(part);
        all <= PAGE
    });
    let fits = within.count().max(1);
    let more = fits < parts.len();
    parts.truncate(fits);
    more.then_some(start + fits)
}

/// The runs of some spans, from unit `at` on, which moves to their end.
fn runs_of(spans: &[Inline], at: &mut usize) -> Vec<Run> {
    let mut runs = Vec::new();
    for span in spans {
        for piece in pieces(&span.text) {
            runs.push(Run {
                text: piece.to_owned(),
                start: *at,
                styles: span.marks.clone(),
                link: span.link.clone(),
            });
            *at += piece.encode_utf16().count();
        }
    }
    runs
}

/// `text` in pieces of at most [`LONGEST_RUN`] characters, cut behind white space where there is any.
fn pieces(text: &str) -> Vec<&str> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while let Some((limit, _)) = rest.char_indices().nth(LONGEST_RUN) {
        let word = rest[..limit]
            .char_indices()
            .rev()
            .find(|(_, c)| c.is_whitespace())
            .map(|(byte, c)| byte + c.len_utf8());
        let (piece, after) = rest.split_at(word.unwrap_or(limit));
        pieces.push(piece);
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_behind_words_and_only_a_long_word_is_cut_inside() {
        let words = "word ".repeat(250);
        let cut = pieces(&words);
        assert!(
            cut.iter()
                .all(|piece| piece.ends_with(' ') && piece.len() <= LONGEST_RUN)
        );
        assert_eq!(cut.concat(), words);
        let long = "x".repeat(1_200);
        assert_eq!(
            pieces(&long).iter().map(|p| p.len()).collect::<Vec<_>>(),
            [500, 500, 200]
        );
        assert!(pieces("").is_empty());
    }

    #[test]
    fn cells_of_a_table_begin_where_the_canonical_text_has_them() {
        let cell = |text: &str| vec![Inline::plain(text)];
        let kind = BlockKind::Table {
            rows: vec![vec![cell("a😀"), cell("b")], vec![cell("c"), cell("d")]],
        };
        let block = Block {
            spans: Vec::new(),
            ..Block::plain(Role::Body, kind, "", None)
        };
        let shown = BlockShown::of(0, &block, "¶1");
        let starts: Vec<_> = shown
            .rows
            .iter()
            .flatten()
            .flatten()
            .map(|run| run.start)
            .collect();
        assert_eq!(starts, [0, 4, 6, 8]);
        assert_eq!(shown.length, block.text().encode_utf16().count());
    }

    /// All pages, the blocks of each with how many parts came of them.
    fn pages(blocks: &[Block]) -> Vec<Vec<(usize, usize)>> {
        let (mut pages, mut from) = (Vec::new(), Some(PageStart::default()));
        while let Some(start) = from {
            let page = page(blocks, std::iter::repeat("¶"), start);
            assert!(page.blocks.iter().map(BlockShown::weight).sum::<usize>() <= PAGE + LONGEST_RUN);
            let parts = page.blocks.iter().map(|b| (b.index, b.runs.len() + b.rows.len()));
            pages.push(parts.collect());
            from = page.next;
        }
        pages
    }

    #[test]
    fn a_page_ends_where_a_block_does_and_only_one_longer_than_a_page_is_cut() {
        let block = |kind, letters| Block::plain(Role::Body, kind, "x".repeat(letters), None);
        let of = |letters| block(BlockKind::Paragraph, letters);
        let third = PAGE / 3;
        assert_eq!(pages(&[]), [[]]);
        assert_eq!(pages(&[of(0), of(10), of(20)]), [[(0, 0), (1, 1), (2, 1)]]);
        let counts: Vec<usize> = pages(&[of(third), of(third), of(third), of(10)])
            .iter()
            .map(Vec::len)
            .collect();
        assert_eq!(counts, [2, 2]);

        let long = pages(&[of(10), of(PAGE * 2), of(10)]);
        assert_eq!(long.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1, 2]);
        let parts: usize = long
            .iter()
            .flatten()
            .filter(|(index, _)| *index == 1)
            .map(|(_, parts)| parts)
            .sum();
        assert_eq!(parts, (PAGE * 2).div_ceil(LONGEST_RUN));

        let row = vec![vec![Inline::plain("x".repeat(1_000))]];
        let table = BlockKind::Table { rows: vec![row; 400] };
        let rows = pages(&[Block {
            spans: Vec::new(),
            ..Block::plain(Role::Body, table, "", None)
        }]);
        assert!(rows.len() > 2);
        assert_eq!(rows.iter().flatten().map(|(_, parts)| parts).sum::<usize>(), 400);
    }
}
