//! The sample library: eight invented articles and what an analyst did with them, made through the same desk that people use.
//!
//! It goes into a folder of its own, so that taking it away is taking the folder away.

use std::{collections::HashMap, path::Path};

use chrono::NaiveDate;
use model::{
    article::ArticleState,
    evidence::{Stance, Weight},
    source::{Credibility, Reliability},
    tag::TagPath,
};
use serde::{Deserialize, Serialize};

use crate::{
    Desk, Failure, FailureKind, Result, WorkerProgram,
    annotate::{Annotate, Passage},
    assess::{Assess, NewEntry},
    compose::{Addition, StartBrief},
    desk::uid,
    import::ImportAs,
    list::Page,
    wording::Label,
};

/// A sample's file name and text.
macro_rules! article {
    ($name:literal) => {
        (
            concat!("articles/", $name, ".txt"),
            include_str!(concat!("../../../samples/articles/", $name, ".txt")),
        )
    };
}

/// The articles by file name, compiled in so that the program needs nothing beside it.
const ARTICLES: [(&str, &str); 8] = [
    article!("01-strait-inspections"),
    article!("02-grid-intrusion"),
    article!("03-tanker-traffic"),
    article!("04-boarding-denied"),
    article!("05-central-bank-row"),
    article!("06-grain-licences"),
    article!("07-port-strike"),
    article!("08-strait-talks"),
];

const STORY: &str = include_str!("../../../samples/library.json");

#[derive(Deserialize)]
struct Story {
    sources: Vec<SourceStory>,
    articles: Vec<ArticleStory>,
    annotations: Vec<AnnotationStory>,
    risks: Vec<RiskStory>,
    briefs: Vec<BriefStory>,
}

#[derive(Deserialize)]
struct SourceStory {
    name: String,
    reliability: String,
    reason: String,
}

#[derive(Deserialize)]
struct ArticleStory {
    id: String,
    file: String,
    outlet: Option<String>,
    url: Option<String>,
    state: ArticleState,
    starred: bool,
    read: bool,
    tags: Vec<String>,
}

#[derive(Deserialize)]
struct AnnotationStory {
    id: String,
    article: String,
    quote: String,
    prefix: Option<String>,
    suffix: Option<String>,
    kind: String,
    note: Option<String>,
    speaker: Option<String>,
    credibility: Option<u8>,
    tags: Vec<String>,
}

#[derive(Deserialize)]
struct RiskStory {
    id: String,
    title: String,
    statement: Option<String>,
    from: Option<FromStory>,
    history: Vec<StepStory>,
}

#[derive(Deserialize)]
struct FromStory {
    article: String,
    source_risk: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum StepStory {
    Link {
        annotation: String,
        stance: Stance,
        weight: Option<Weight>,
    },
    Assess(AssessStory),
}

#[derive(Deserialize)]
struct AssessStory {
    as_of: NaiveDate,
    likelihood: String,
    impact: u8,
    confidence: String,
    basis: String,
    rationale: String,
    horizon: Option<NaiveDate>,
}

#[derive(Deserialize)]
struct BriefStory {
    template: String,
    title: String,
    subtitle: Option<String>,
    marking: String,
    cutoff: Option<NaiveDate>,
    org: Option<String>,
    desk: Option<String>,
    authors: Vec<String>,
    blocks: Vec<BlockStory>,
}

#[derive(Deserialize)]
struct BlockStory {
    bluf: Option<String>,
    judgement: Option<String>,
    paragraph: Option<String>,
    section: Option<String>,
    likelihood: Option<String>,
    confidence: Option<String>,
    basis: Option<String>,
    risk: Option<String>,
    annotation: Option<String>,
    #[serde(default)]
    cite: Vec<String>,
}

/// A sample library that was made, or was there already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleMade {
    /// Its folder.
    pub library: String,
    /// Whether it was made now.
    pub made: bool,
    /// The brief's identity.
    pub uid: Option<String>,
    /// Articles in it.
    pub articles: u32,
    /// Entries of its register.
    pub risks: usize,
    /// Briefs in it.
    pub briefs: usize,
}

/// What a library holds, seen from the samples.
enum Holds {
    /// No article.
    Nothing,
    /// All of the samples.
    Samples,
    /// Samples only, and not all that belongs to them: making them was interrupted.
    PartOfThem,
    /// Articles of somebody's own.
    Other,
}

/// Opens the sample library in `folder`, making it when there is none. What somebody has done in it since stays; one whose
/// making was interrupted is made anew.
pub fn open(folder: &Path, worker: &WorkerProgram) -> Result<(Desk, SampleMade)> {
    let desk = Desk::open(folder, worker.clone())?;
    if desk.is_sample()? {
        match desk.holds()? {
            Holds::PartOfThem => {
                drop(desk);
                store::remove(folder)?;
                return open(folder, worker);
            }
            Holds::Other => {
                let made = desk.sample_made(false)?;
                return Ok((desk, made));
            }
            Holds::Nothing | Holds::Samples => {}
        }
    }
    let made = desk.make_sample()?;
    Ok((desk, made))
}

/// Takes the sample library in `folder` away with everything that was done in it. It may not be open here. Any other library
/// is refused: only the samples carry their mark.
pub fn remove(folder: &Path, worker: &WorkerProgram) -> Result<()> {
    let path = [("path", folder.display().to_string().into())];
    let refused = || Failure::new(FailureKind::Conflict, "sample-not-there", &path);
    if !crate::is_library(folder) || !Desk::open(folder, worker.clone())?.is_sample()? {
        return Err(refused());
    }
    Ok(store::remove(folder)?)
}

impl Desk {
    /// Fills an empty library with the samples. One that holds the samples already is left as it is; one that holds anything
    /// else is refused.
    pub fn make_sample(&self) -> Result<SampleMade> {
        let path = || [("path", self.folder().display().to_string().into())];
        let made = match self.holds()? {
            Holds::Nothing => {
                self.library.mark_as_sample()?;
                self.tell(&serde_json::from_str(STORY).map_err(Failure::bug)?)?;
                true
            }
            Holds::Samples => false,
            Holds::PartOfThem => {
                return Err(Failure::new(FailureKind::Conflict, "sample-unfinished", &path()));
            }
            Holds::Other => {
                return Err(Failure::new(
                    FailureKind::Conflict,
                    "sample-needs-own-folder",
                    &path(),
                ));
            }
        };
        self.sample_made(made)
    }

    /// What there is of the samples, and of what was added to them.
    fn sample_made(&self, made: bool) -> Result<SampleMade> {
        let briefs = self.briefs()?;
        Ok(SampleMade {
            library: self.folder().display().to_string(),
            made,
            uid: briefs.last().map(|b| b.uid.to_string()),
            articles: self.article_count()?,
            risks: self.risks()?.len(),
            briefs: briefs.len(),
        })
    }

    /// What is in the library, seen from the samples.
    fn holds(&self) -> Result<Holds> {
        let rows = self.articles(&Page {
            limit: u32::MAX,
            ..Page::default()
        })?;
        let of_ours = rows
            .iter()
            .filter(|row| ARTICLES.iter().any(|(_, text)| text.contains(&row.headline)))
            .count();
        // The brief is made last, so a library that has one was finished.
        Ok(match (rows.len(), of_ours, self.briefs()?.is_empty()) {
            (0, _, _) => Holds::Nothing,
            (_, found, false) if found >= ARTICLES.len() => Holds::Samples,
            (all, found, true) if found == all => Holds::PartOfThem,
            _ => Holds::Other,
        })
    }

    fn tell(&self, story: &Story) -> Result<()> {
        for source in &story.sources {
            self.grade_source(
                &source.name,
                source.reliability.parse::<Reliability>()?,
                &source.reason,
            )?;
        }
        let mut articles = HashMap::new();
        for article in &story.articles {
            articles.insert(article.id.as_str(), self.tell_article(article)?);
        }
        let mut annotations = HashMap::new();
        for annotation in &story.annotations {
            let made = self.annotate(Annotate {
                article: named(&articles, &annotation.article)?,
                passage: Passage::Quote {
                    exact: annotation.quote.clone(),
                    prefix: annotation.prefix.clone(),
                    suffix: annotation.suffix.clone(),
                    near: None,
                },
                kind: annotation.kind.parse()?,
                note: annotation.note.clone(),
                tags: paths(&annotation.tags)?,
                speaker: annotation.speaker.clone(),
                credibility: annotation.credibility.map(Credibility::try_from).transpose()?,
            })?;
            annotations.insert(annotation.id.as_str(), made.uid.to_string());
        }
        let mut risks = HashMap::new();
        for risk in &story.risks {
            risks.insert(risk.id.as_str(), self.tell_risk(risk, &articles, &annotations)?);
        }
        for brief in &story.briefs {
            self.tell_brief(brief, &annotations, &risks)?;
        }
        Ok(())
    }

    fn tell_article(&self, story: &ArticleStory) -> Result<String> {
        let text = ARTICLES.iter().find(|(file, _)| *file == story.file);
        let (file, text) =
            text.ok_or_else(|| Failure::bug(format!("the story names no file {}", story.file)))?;
        let about = ImportAs {
            outlet: story.outlet.clone(),
            url: story.url.clone(),
            ..ImportAs::default()
        };
        let name = Path::new(file)
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let imported = self.import_bytes(Path::new(file), text.as_bytes().to_vec(), name, &about)?;
        let given = imported
            .article
            .ok_or_else(|| Failure::bug("a sample was not imported"))?;
        let article = uid(&given)?;
        let (state, read, starred, tags) = (story.state, story.read, story.starred, paths(&story.tags)?);
        self.write(Label::new("op-sort-articles").with("count", 1), move |w| {
            w.set_article_state(article, state)?;
            if read {
                w.set_article_read(article, true)?;
            }
            w.set_article_starred(article, starred)?;
            for tag in &tags {
                w.tag_article(article, tag)?;
            }
            Ok(())
        })?;
        Ok(given)
    }

    fn tell_risk(
        &self,
        story: &RiskStory,
        articles: &HashMap<&str, String>,
        annotations: &HashMap<&str, String>,
    ) -> Result<String> {
        let from = story
            .from
            .as_ref()
            .map(|from| Ok::<_, Failure>((named(articles, &from.article)?, from.source_risk)));
        let made = self.new_risk(NewEntry {
            title: Some(story.title.clone()),
            statement: story.statement.clone(),
            from: from.transpose()?,
        })?;
        let risk = made.uid.to_string();
        for step in &story.history {
            match step {
                StepStory::Link {
                    annotation,
                    stance,
                    weight,
                } => {
                    let annotation = named(annotations, annotation)?;
                    self.link(&risk, &annotation, *stance, weight.unwrap_or(Weight::M))?;
                }
                StepStory::Assess(assess) => {
                    self.assess(
                        &risk,
                        Assess {
                            likelihood: assess.likelihood.clone(),
                            impact: assess.impact,
                            confidence: assess.confidence.parse()?,
                            basis: assess.basis.clone(),
                            rationale: assess.rationale.clone(),
                            horizon: assess.horizon,
                            as_of: Some(assess.as_of),
                            review_on: None,
                            left_out: Vec::new(),
                        },
                    )?;
                }
            }
        }
        Ok(risk)
    }

    fn tell_brief(
        &self,
        story: &BriefStory,
        annotations: &HashMap<&str, String>,
        risks: &HashMap<&str, String>,
    ) -> Result<()> {
        let made = self.new_brief(StartBrief {
            template: story.template.parse()?,
            title: story.title.clone(),
            marking: story.marking.parse()?,
            subtitle: story.subtitle.clone(),
            cutoff: story.cutoff,
            desk: story.desk.clone(),
            org: story.org.clone(),
            authors: story.authors.clone(),
        })?;
        for block in &story.blocks {
            let cite = block
                .cite
                .iter()
                .map(|id| named(annotations, id))
                .collect::<Result<Vec<_>>>()?;
            let addition = block.addition(annotations, risks)?;
            self.add_to_brief(&made.uid.to_string(), addition, &cite)?;
        }
        Ok(())
    }
}

impl BlockStory {
    fn addition(
        &self,
        annotations: &HashMap<&str, String>,
        risks: &HashMap<&str, String>,
    ) -> Result<Addition> {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Ok(if let Some(bluf) = &self.bluf {
            Addition::Bluf(bluf.clone())
        } else if let Some(judgement) = &self.judgement {
            Addition::Judgement {
                text: judgement.clone(),
                likelihood: text(&self.likelihood),
                confidence: text(&self.confidence).parse()?,
                basis: text(&self.basis),
            }
        } else if let Some(paragraph) = &self.paragraph {
            Addition::Paragraph {
                text: paragraph.clone(),
                section: text(&self.section).parse()?,
            }
        } else if let Some(risk) = &self.risk {
            Addition::Risk(named(risks, risk)?)
        } else {
            Addition::Annotation(named(annotations, &text(&self.annotation))?)
        })
    }
}

fn paths(tags: &[String]) -> Result<Vec<TagPath>> {
    tags.iter().map(|tag| Ok(TagPath::read(tag)?)).collect()
}

fn named(made: &HashMap<&str, String>, id: &str) -> Result<String> {
    made.get(id)
        .cloned()
        .ok_or_else(|| Failure::bug(format!("the story names no {id}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worker() -> WorkerProgram {
        WorkerProgram::current_exe().unwrap()
    }

    #[test]
    fn only_a_library_that_carries_the_mark_is_taken_away_and_nothing_beside_it() {
        let home = tempfile::tempdir().unwrap();
        let (own, sample) = (home.path().join("own"), home.path().join("sample"));
        drop(Desk::open(&own, worker()).unwrap());
        assert!(remove(&own, &worker()).is_err());
        assert!(remove(&home.path().join("nowhere"), &worker()).is_err());
        assert!(crate::is_library(&own) && !home.path().join("nowhere").exists());

        let desk = Desk::open(&sample, worker()).unwrap();
        desk.library.mark_as_sample().unwrap();
        drop(desk);
        std::fs::write(sample.join("brief.pdf"), "mine").unwrap();
        remove(&sample, &worker()).unwrap();
        let left: Vec<_> = std::fs::read_dir(&sample).unwrap().collect();
        assert_eq!(left.len(), 1, "{left:?}");

        std::fs::remove_file(sample.join("brief.pdf")).unwrap();
        Desk::open(&sample, worker())
            .unwrap()
            .library
            .mark_as_sample()
            .unwrap();
        remove(&sample, &worker()).unwrap();
        assert!(!sample.exists());
    }
}
