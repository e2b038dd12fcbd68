//! Where reports come from: copies of one report are one origin.

use std::sync::Arc;

use desk::origin;
use serde::{Deserialize, Serialize};
use tauri::State;

use super::at_desk;
use crate::failure::Failure;
use crate::library::Library;

/// Why an article is in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum OriginCue {
    /// It is the one that was asked about.
    Itself,
    /// The person said so.
    Said,
    /// One names the other's page as its own address.
    Address,
    /// Both credit one agency and share this part of the shorter text.
    Agency {
        /// Percent.
        percent: u32,
    },
    /// They share this part of the shorter text.
    Words {
        /// Percent.
        percent: u32,
    },
}

impl From<origin::OriginCue> for OriginCue {
    fn from(cue: origin::OriginCue) -> Self {
        use origin::OriginCue as C;
        match cue {
            C::Itself => Self::Itself,
            C::Said => Self::Said,
            C::Address => Self::Address,
            C::Agency { percent } => Self::Agency {
                percent: percent.into(),
            },
            C::Words { percent } => Self::Words {
                percent: percent.into(),
            },
        }
    }
}

/// An article of a group.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct OriginMember {
    /// The article.
    pub article: String,
    /// Its title.
    pub headline: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// The day it was published, YYYY-MM-DD.
    pub published: Option<String>,
    /// What ties it to the group.
    pub cue: OriginCue,
}

/// Articles that have one origin.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct OriginGroup {
    /// The agency that one of them credits.
    pub agency: Option<String>,
    /// Whether the person said where the article that was asked about comes from.
    pub said: bool,
    /// The articles, the one asked about first.
    pub members: Vec<OriginMember>,
}

impl From<origin::OriginGroup> for OriginGroup {
    fn from(group: origin::OriginGroup) -> Self {
        let member = |member: origin::OriginMember| OriginMember {
            article: member.article.to_string(),
            headline: member.headline,
            outlet: member.outlet,
            published: member.published,
            cue: member.cue.into(),
        };
        Self {
            agency: group.agency,
            said: group.said,
            members: group.members.into_iter().map(member).collect(),
        }
    }
}

/// What a person says about an article's origin.
#[derive(Clone, Debug, Deserialize, specta::Type)]
#[serde(tag = "say", rename_all = "snake_case")]
pub enum SayOrigin {
    /// It is a report of its own.
    Alone,
    /// It has the origin of another article.
    With {
        /// That article.
        article: String,
    },
    /// What the cues say.
    ByCues,
}

/// The articles that have one origin with this one, and why.
///
/// # Errors
/// There is no such article.
#[tauri::command]
#[specta::specta]
pub async fn article_origins(
    library: State<'_, Arc<Library>>,
    article: String,
) -> Result<OriginGroup, Failure> {
    at_desk(&library, move |desk| Ok(desk.origins(&article)?.into())).await
}

/// Says where an article's report comes from, against the cues, in one step.
///
/// # Errors
/// There is no such article.
#[tauri::command]
#[specta::specta]
pub async fn say_origin(
    library: State<'_, Arc<Library>>,
    article: String,
    say: SayOrigin,
) -> Result<(), Failure> {
    let say = match say {
        SayOrigin::Alone => origin::SayOrigin::Alone,
        SayOrigin::With { article } => origin::SayOrigin::With(article),
        SayOrigin::ByCues => origin::SayOrigin::ByCues,
    };
    at_desk(&library, move |desk| desk.say_origin(&article, say)).await
}
