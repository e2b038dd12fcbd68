//! import, list, show, text.

use std::process::ExitCode;

use desk::{
    Desk,
    import::{ChangedPassage, ImportAs, ImportStatus, Imported, Picture, Refetched},
    list::{Cut, Page, Which},
    read::{ArticleRow, ArticleShown},
    wording::sentence,
};
use serde::Serialize;

use crate::{
    args::{ImportArgs, ListArgs},
    out::Out,
};

pub(crate) fn import(args: ImportArgs, desk: &Desk, out: &mut Out) -> ExitCode {
    let about = ImportAs {
        outlet: args.outlet,
        url: args.url,
        ..ImportAs::default()
    };
    let through = desk.import(&args.paths, &about, &mut |imported| {
        if imported.status == ImportStatus::Failed {
            out.item_failed();
        }
        out.answer(&imported, imported_line);
    });
    if let Err(failure) = through {
        return out.failure(&failure);
    }
    out.code()
}

fn imported_line(imported: &Imported) -> String {
    let status = match imported.status {
        ImportStatus::Imported => sentence("cli-imported", &[]),
        ImportStatus::NewVersion => sentence("cli-new-version", &[]),
        ImportStatus::Duplicate => sentence("cli-duplicate", &[]),
        ImportStatus::Failed => sentence("cli-failed", &[]),
    };
    let parts = [
        imported.article.as_deref(),
        imported.headline.as_deref(),
        imported.problem.as_deref(),
    ];
    let said: Vec<&str> = parts.into_iter().flatten().collect();
    let mut lines = vec![format!("{status:9}  {}  {}", imported.path, said.join("  "))];
    let changed = imported.version.iter().flat_map(|version| &version.changed);
    lines.extend(changed.map(changed_line));
    lines.join("\n")
}

/// What came of an article's page.
#[derive(Serialize)]
struct FetchedAnew<'a> {
    article: &'a str,
    #[serde(flatten)]
    outcome: Outcome<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Outcome<'a> {
    Came(Refetched),
    Failed(super::ItemFailed<'a>),
}

pub(crate) fn refetch(articles: &[String], desk: &Desk, out: &mut Out) -> ExitCode {
    for article in articles {
        let came = desk.refetch(article);
        let (outcome, line) = match &came {
            Ok(refetched) => (
                Outcome::Came(refetched.clone()),
                refetched_lines(article, refetched),
            ),
            Err(failure) => {
                out.item_failed();
                let said = format!(
                    "{:11}  {article}  {}",
                    sentence("cli-failed", &[]),
                    failure.message
                );
                (Outcome::Failed(failure.into()), said)
            }
        };
        out.answer(&FetchedAnew { article, outcome }, |_| line);
    }
    out.code()
}

fn refetched_lines(article: &str, refetched: &Refetched) -> String {
    let (status, changed) = match refetched {
        Refetched::Unchanged => ("cli-unchanged", [].as_slice()),
        Refetched::SameText => ("cli-same-text", [].as_slice()),
        Refetched::NewVersion(added) => ("cli-new-version", added.changed.as_slice()),
    };
    let mut lines = vec![format!("{:11}  {article}", sentence(status, &[]))];
    lines.extend(changed.iter().map(changed_line));
    lines.join("\n")
}

pub(crate) fn pictures(article: &str, fetch: bool, desk: &Desk, out: &mut Out) -> ExitCode {
    let pictures = match fetch {
        true => desk.fetch_pictures(article),
        false => desk.pictures(article),
    };
    let listed = pictures.iter().flatten();
    if listed.clone().any(|picture| picture.problem.is_some()) {
        out.item_failed();
    }
    out.finish_list(pictures, picture_line)
}

fn picture_line(picture: &Picture) -> String {
    let kept = picture.media.clone();
    let kept = kept.unwrap_or_else(|| sentence("cli-picture-missing", &[]));
    let problem = picture.problem.as_deref().unwrap_or(&picture.alt);
    format!("{kept:11}  {}  {problem}", picture.address)
}

/// A cited passage that reads differently now.
fn changed_line(changed: &ChangedPassage) -> String {
    let at = changed.risks.iter().chain(&changed.briefs);
    let at = at.map(String::as_str).collect::<Vec<_>>().join(", ");
    let mut args = vec![("at", at.into()), ("quote", changed.quote.as_str().into())];
    let id = match &changed.now {
        Some(now) => {
            args.push(("now", now.as_str().into()));
            "cli-passage-changed"
        }
        None => "cli-passage-gone",
    };
    format!("    {}", sentence(id, &args))
}

/// Rows read at a time, so that a library of any size lists in steady memory.
const ROWS: u32 = 500;

pub(crate) fn list(args: &ListArgs, desk: &Desk, out: &mut Out) -> ExitCode {
    let which = if args.trashed { Which::Trash } else { Which::All };
    let mut page = Page {
        cut: Cut {
            which,
            ..Cut::default()
        },
        after: None,
        limit: ROWS,
    };
    loop {
        let rows = match desk.articles(&page) {
            Ok(rows) => rows,
            Err(failure) => return out.failure(&failure),
        };
        for row in &rows {
            out.answer(row, row_line);
        }
        match rows.last() {
            Some(last) if rows.len() == ROWS as usize => page.after = Some(last.uid.clone()),
            _ => return out.code(),
        }
    }
}

fn row_line(row: &ArticleRow) -> String {
    let published = row.published.as_deref().unwrap_or("          ");
    let section = row
        .section
        .as_deref()
        .map(|s| format!("  [{s}]"))
        .unwrap_or_default();
    format!("{}  {published}  {}{section}", row.uid, row.headline)
}

pub(crate) fn show(article: &str, desk: &Desk, out: &mut Out) -> ExitCode {
    out.finish(desk.article(article), shown_lines)
}

fn shown_lines(shown: &ArticleShown) -> String {
    let row = &shown.row;
    let source = shown
        .source
        .as_ref()
        .map(|s| format!("{} ({})", s.name, s.reliability.as_str()));
    let facts = [
        ("cli-section", row.section.clone()),
        ("cli-published", row.published.clone()),
        ("cli-by", Some(row.authors.join(", ")).filter(|a| !a.is_empty())),
        ("cli-source", source),
        ("cli-tags", Some(row.tags.join(", ")).filter(|t| !t.is_empty())),
        (
            "cli-state",
            Some(sentence(
                "cli-state-of",
                &[("state", if row.trashed { "trash" } else { &row.state }.into())],
            )),
        ),
        ("cli-hash", Some(shown.version.sha256.clone())),
    ];
    let mut lines = vec![row.headline.clone(), row.uid.clone()];
    lines.extend(
        facts
            .into_iter()
            .filter_map(|(name, value)| Some(format!("{:10} {}", sentence(name, &[]), value?))),
    );
    for (block, place) in shown.version.capture.blocks.iter().zip(&shown.version.places) {
        lines.push(String::new());
        lines.push(format!("{:8} {}", place.locator, block.text()));
    }
    for annotation in &shown.annotations_list {
        lines.push(String::new());
        lines.push(super::annotation::line(annotation));
    }
    lines.join("\n")
}

pub(crate) fn text(article: &str, version: Option<u32>, desk: &Desk, out: &mut Out) -> ExitCode {
    #[derive(Serialize)]
    struct Text<'a> {
        uid: &'a str,
        text: String,
    }
    let text = match version {
        Some(number) => desk.text_of_version(article, number),
        None => desk.text(article),
    };
    out.finish(text.map(|text| Text { uid: article, text }), |t| t.text.clone())
}
