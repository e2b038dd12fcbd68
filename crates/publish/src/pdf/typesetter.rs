//! A brief kept laid out while it is edited: which pages changed, and what they look like.

use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

use super::{MEMO_AGE, compile, picture};
use crate::brief_document::BriefDocument;
use crate::error::Error;

/// Holds the pages of the newest version of a brief that could be laid out.
#[derive(Default)]
pub struct Typesetter {
    laid_out: Option<LaidOut>,
}

struct LaidOut {
    document: BriefDocument,
    pages: PagedDocument,
    hashes: Vec<u128>,
}

impl Typesetter {
    /// A typesetter without pages.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lays out a new version and returns the indices (from 0) of the pages that look
    /// different from before. Pages that fell away are not listed: see [`Self::pages`].
    ///
    /// # Errors
    /// As [`super::pdf`]; the pages of the version before stay.
    pub fn set(&mut self, document: &BriefDocument) -> Result<Vec<usize>, Error> {
        let pages = compile(document, None);
        comemo::evict(MEMO_AGE);
        let pages = pages?;
        let hashes: Vec<u128> = pages.pages().iter().map(typst::utils::hash128).collect();
        let before = self.laid_out.as_ref().map_or(&[][..], |old| &old.hashes);
        let changed = (0..hashes.len())
            .filter(|&page| before.get(page) != hashes.get(page))
            .collect();
        self.laid_out = Some(LaidOut {
            document: document.clone(),
            pages,
            hashes,
        });
        Ok(changed)
    }

    /// How many pages there are.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.laid_out.as_ref().map_or(0, |now| now.hashes.len())
    }

    /// What each page looks like, as a number: equal numbers, equal pages.
    #[must_use]
    pub fn looks(&self) -> &[u128] {
        self.laid_out.as_ref().map_or(&[], |now| &now.hashes)
    }

    /// A page's width and height in points; none when there is no such page.
    #[must_use]
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        let size = self.laid_out.as_ref()?.pages.pages().get(page)?.frame.size();
        Some((size.x.to_pt(), size.y.to_pt()))
    }

    /// A page as SVG; none when there is no such page.
    #[must_use]
    pub fn svg(&self, page: usize) -> Option<String> {
        let page = self.laid_out.as_ref()?.pages.pages().get(page)?;
        Some(picture::with_outlines(&typst_svg::svg(
            page,
            &SvgOptions::default(),
        )))
    }

    /// The version that is laid out, as a PDF; none before the first. Layout is remembered,
    /// so this costs little more than the export.
    ///
    /// # Errors
    /// [`Error::Typeset`] when Typst cannot write it.
    pub fn pdf(&self) -> Option<Result<Vec<u8>, Error>> {
        self.laid_out.as_ref().map(|now| super::pdf(&now.document))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;
    use typst::layout::{Frame, FrameItem};

    use super::*;
    use crate::brief_document::Run;
    use crate::fixture;

    /// All text of a frame without blanks.
    fn text(frame: &Frame, into: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => text(&group.frame, into),
                FrameItem::Text(item) => into.extend(
                    item.text
                        .chars()
                        .filter(|letter| !letter.is_whitespace() && *letter != '\u{200b}'),
                ),
                _ => {}
            }
        }
    }

    /// Letters we can print, left to right, none of which combines with its neighbour.
    fn letters() -> impl Strategy<Value = String> {
        let letter = prop_oneof![
            4 => prop::char::range(' ', '~'),
            2 => prop::sample::select("#$*_@\\<>`=/[](){}~-+\"'".chars().collect::<Vec<_>>()),
            1 => prop::char::range('\u{ae}', '\u{17f}'),
            1 => prop::char::range('Α', 'Ρ'),
            1 => prop::char::range('А', 'я'),
            1 => prop::char::range('一', '伀'),
            1 => prop::sample::select("←→↑↓✓⚠🚢“”‘’–—…¶§€".chars().collect::<Vec<_>>()),
        ];
        prop::collection::vec(letter, 1..60)
            .prop_map(|letters| format!("a{}z", letters.into_iter().collect::<String>()))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn text_goes_in_and_the_same_text_comes_out(title in letters(), words in letters(), quote in letters()) {
            let mut brief = fixture::empty();
            let full = fixture::strait();
            brief.meta.title.clone_from(&title);
            brief.discussion = vec![vec![Run::Text(words.clone())]];
            brief.sources = full.sources;
            brief.evidence = full.evidence[..1].to_vec();
            brief.evidence[0].quote.clone_from(&quote);
            let mut printed = String::new();
            for page in compile(&brief, None).unwrap().pages() {
                text(&page.frame, &mut printed);
            }
            for given in [title, words, format!("“{quote}”")] {
                let given: String = given.chars().filter(|letter| !letter.is_whitespace()).collect();
                prop_assert!(printed.contains(&given), "{given} is not in {printed}");
            }
        }
    }

    #[test]
    fn an_edit_changes_only_its_page() {
        let mut brief = fixture::strait();
        let mut typesetter = Typesetter::new();
        assert_eq!(typesetter.set(&brief).unwrap(), [0, 1]);
        assert!(typesetter.set(&brief).unwrap().is_empty());
        brief.gaps[0] = vec![Run::Text("Whether anyone was asked.".into())];
        assert_eq!(typesetter.set(&brief).unwrap(), [1]);
        brief.bluf[0] = Run::Text("Velmora has decreed ".into());
        assert_eq!(typesetter.set(&brief).unwrap(), [0]);
        assert!(typesetter.svg(1).unwrap().starts_with("<svg"));
        assert_eq!(typesetter.svg(2), None);
    }

    #[test]
    fn a_version_that_cannot_be_laid_out_leaves_the_one_before() {
        let mut brief = fixture::strait();
        let mut typesetter = Typesetter::new();
        typesetter.set(&brief).unwrap();
        brief.meta.title = String::new();
        assert!(typesetter.set(&brief).is_err());
        assert_eq!(typesetter.pages(), 2);
        assert_eq!(
            typesetter.pdf().unwrap().unwrap(),
            crate::pdf(&fixture::strait()).unwrap()
        );
    }

    /// Every text of a frame with its right edge and its base line on the page.
    fn edges(frame: &Frame, x: f64, y: f64, into: &mut Vec<(String, f64, f64)>) {
        for (at, item) in frame.items() {
            let (x, y) = (x + at.x.to_pt(), y + at.y.to_pt());
            match item {
                FrameItem::Group(group) => {
                    let shift = group.transform;
                    edges(&group.frame, x + shift.tx.to_pt(), y + shift.ty.to_pt(), into);
                }
                FrameItem::Text(item) => into.push((item.text.to_string(), x + item.width().to_pt(), y)),
                _ => {}
            }
        }
    }

    #[test]
    fn nothing_runs_off_the_page_however_long_the_texts() {
        let mut brief = fixture::strait();
        let long = format!(
            "{} {}",
            "Many words without any end. ".repeat(200),
            "x".repeat(300)
        );
        brief.meta.title = format!("A title that {} goes on", "w".repeat(100));
        brief.judgements[0].text = vec![Run::Text(long.clone())];
        brief.judgements[1].confidence.basis.clone_from(&long);
        brief.discussion.push(vec![Run::Text(long.clone())]);
        brief.alternatives = vec![vec![Run::Text(long.clone())]];
        brief.risks[0].detail = Some(long.clone());
        brief.risks[1].title = "y".repeat(200);
        brief.risks[2].sectors = vec!["z".repeat(120)];
        brief.indicators[0].text.clone_from(&long);
        brief.evidence[0].quote.clone_from(&long);
        brief.evidence[1].note = Some(long.clone());
        brief.sources[0].note = Some(long.clone());
        brief.sources[0].url = Some(format!("https://example.org/{}", "a/b-c?d=".repeat(60)));
        brief.marking.handling = Some("NO ONWARD DISCLOSURE. ".repeat(12));
        let pages = compile(&brief, None).unwrap();
        let mut seen = Vec::new();
        for page in pages.pages() {
            let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
            let mut texts = Vec::new();
            edges(&page.frame, 0.0, 0.0, &mut texts);
            for (text, right, base) in texts {
                assert!(
                    right <= width - 45.0 && base <= height - 20.0,
                    "“{text}” ends at {right:.0}, {base:.0} of {width:.0}, {height:.0}"
                );
                seen.push(text);
            }
        }
        assert!(seen.len() > 500);
    }
}
