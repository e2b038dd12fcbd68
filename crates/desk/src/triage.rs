//! What is done to the articles of a list, one or ten thousand at a time: each gesture is one undo step.
//!
//! An article in the trash is left alone by everything but the way back: a list that shows the library can't mean it.

use model::{Uid, article::ArticleState, tag::TagPath};
use store::{Noun, Write};

use crate::{Desk, Failure, FailureKind, Result, desk::uid, wording::Label};

impl Desk {
    /// Moves articles to a place in the work.
    pub fn set_article_state(&self, given: &[String], state: ArticleState) -> Result<()> {
        let step = match state {
            ArticleState::Inbox => "op-articles-inbox",
            ArticleState::Later => "op-articles-later",
            ArticleState::Archive => "op-articles-archive",
        };
        self.triage(step, given, move |w, uid| Ok(w.set_article_state(uid, state)?))
    }

    /// Marks articles as read, or as unread.
    pub fn set_articles_read(&self, given: &[String], read: bool) -> Result<()> {
        let step = if read {
            "op-articles-read"
        } else {
            "op-articles-unread"
        };
        self.triage(step, given, move |w, uid| {
            // The time of the first reading stands.
            if w.article_is_read(uid)? == read {
                return Ok(());
            }
            Ok(w.set_article_read(uid, read)?)
        })
    }

    /// Stars articles, or takes their stars away.
    pub fn set_articles_starred(&self, given: &[String], starred: bool) -> Result<()> {
        let step = if starred {
            "op-articles-star"
        } else {
            "op-articles-unstar"
        };
        self.triage(
            step,
            given,
            move |w, uid| Ok(w.set_article_starred(uid, starred)?),
        )
    }

    /// Puts tags on articles and takes others off. What is there already, or isn't, stays as it is.
    pub fn tag_articles(&self, given: &[String], add: &[String], remove: &[String]) -> Result<()> {
        let paths = |tags: &[String]| -> Result<Vec<TagPath>> {
            Ok(tags
                .iter()
                .map(|tag| TagPath::read(tag))
                .collect::<std::result::Result<_, _>>()?)
        };
        let (add, remove) = (paths(add)?, paths(remove)?);
        self.triage("op-articles-tag", given, move |w, uid| {
            for path in &add {
                w.tag_article(uid, path)?;
            }
            for path in &remove {
                w.untag_article(uid, path)?;
            }
            Ok(())
        })
    }

    /// Throws articles away, with everything on them.
    pub fn trash_articles(&self, given: &[String]) -> Result<()> {
        self.triage("op-articles-trash", given, |w, uid| {
            Ok(w.set_trashed(Noun::Article, uid, true)?)
        })
    }

    /// Takes articles out of the trash. Those that aren't in it stay where they are.
    pub fn restore_articles(&self, given: &[String]) -> Result<()> {
        self.each_article("op-articles-restore", given, |w, uid| {
            Ok(w.set_trashed(Noun::Article, uid, false)?)
        })
    }

    /// Every tag, by path, and how many of these articles have it.
    pub fn tags_on(&self, given: &[String]) -> Result<Vec<(String, u32)>> {
        let uids = uids(given)?;
        self.read(|r| Ok(r.tags_on(&uids)?))
    }

    fn triage(
        &self,
        step: &str,
        given: &[String],
        work: impl Fn(&mut Write<'_>, Uid) -> Result<()> + Send + 'static,
    ) -> Result<()> {
        self.each_article(step, given, move |w, uid| {
            if w.article_is_trashed(uid)? {
                return Err(Failure::new(FailureKind::Conflict, "article-in-trash", &[]));
            }
            work(w, uid)
        })
    }

    fn each_article(
        &self,
        step: &str,
        given: &[String],
        work: impl Fn(&mut Write<'_>, Uid) -> Result<()> + Send + 'static,
    ) -> Result<()> {
        let uids = uids(given)?;
        if uids.is_empty() {
            return Ok(());
        }
        let label = Label::new(step).with("count", uids.len());
        self.write(label, move |w| uids.into_iter().try_for_each(|uid| work(w, uid)))?;
        Ok(())
    }
}

fn uids(given: &[String]) -> Result<Vec<Uid>> {
    given.iter().map(|given| uid(given)).collect()
}
