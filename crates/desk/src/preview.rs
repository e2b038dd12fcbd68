//! A brief laid out while it is written: which pages there are and what they look like.
//!
//! One person's eyes, one set of pages: laying out another brief forgets the one before. What calls this should do so on a
//! thread of its own; the first time in a process costs the reading of the typefaces.

use publish::Typesetter;

use crate::{
    Desk, Failure, Result,
    desk::uid,
    document::{build, empty_brief},
};

/// Words that are being typed and are not in the library yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    /// The block's identity.
    pub block: String,
    /// What it says now, in Markdown.
    pub text: String,
}

/// A page of a brief.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewPage {
    /// What it looks like, as a name: equal names, equal pages.
    pub look: String,
    /// In points.
    pub width: f64,
    /// In points.
    pub height: f64,
}

/// The pages of the brief that was laid out last.
#[derive(Default)]
pub struct Preview {
    typesetter: Typesetter,
}

impl Preview {
    /// Lays out a brief, with the words that are being typed in the place of those it holds. When it can't be laid out the
    /// pages from before stay.
    pub fn lay_out(&mut self, desk: &Desk, brief: &str, typing: Option<Typing>) -> Result<Vec<PreviewPage>> {
        let brief = uid(brief)?;
        let typing = typing
            .map(|t| Ok::<_, Failure>((uid(&t.block)?, t.text)))
            .transpose()?;
        let document = desk.read(|r| {
            let mut blocks = r.brief_blocks(brief)?;
            if let Some((block, text)) = typing
                && let Some(row) = blocks.iter_mut().find(|row| row.uid == block)
            {
                row.body = row.body.clone().with_text(text);
            }
            Ok::<_, Failure>(build(r, &r.brief(brief)?, &blocks)?.document)
        })?;
        self.typesetter.set(&document)?;
        Ok(self.pages())
    }

    /// Reads the typefaces by laying out an empty brief, so that the first real one doesn't wait for them.
    pub fn warm(&mut self) {
        // Nobody asked for these pages: that they can't be made is said when somebody does.
        let _ = empty_brief().map(|document| self.typesetter.set(&document));
    }

    /// The pages as they are.
    pub fn pages(&self) -> Vec<PreviewPage> {
        let named = |(n, look): (usize, &u128)| {
            let (width, height) = self.typesetter.size(n)?;
            Some(PreviewPage {
                look: format!("{look:032x}"),
                width,
                height,
            })
        };
        let looks = self.typesetter.looks().iter().enumerate();
        looks.filter_map(named).collect()
    }

    /// The page that looks like this, as SVG: paths only, no text, no script, nothing from elsewhere.
    pub fn svg(&self, look: &str) -> Option<String> {
        let wanted = u128::from_str_radix(look, 16).ok()?;
        let page = self.typesetter.looks().iter().position(|look| *look == wanted)?;
        self.typesetter.svg(page)
    }
}
