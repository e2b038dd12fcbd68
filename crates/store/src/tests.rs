//! What the library promises: nothing halfway, everything undoable, nothing changed unseen.

use std::path::Path;

use chrono::DateTime;
use model::{
    Uid,
    amended::Amended,
    anchor::capture,
    annotation::Kind,
    article::{ArticleState, Capture, Field, Meta},
    assessment::{Confidence, Judgement},
    block::{Block, BlockKind, Role, number_blocks},
    brief::{BlockBody, Section, Template},
    evidence::{Stance, Weight},
    marking::Tlp,
    scale::Scale,
    source::{Credibility, Reliability},
    tag::TagPath,
    text::{Indexed, Span},
};
use proptest::prelude::*;

use crate::{
    Error, Library, Noun, Op,
    annotation::NewAnnotation,
    article::{NewArticle, Page},
    brief::{FrontMatter, NewBrief, NewCitation},
    journal, migrate,
    risk::NewRisk,
    source::SourceKind,
};

/// An operation at second `n`; the random bytes are its number, which is enough to be different.
pub(crate) fn op(n: u64) -> Op {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&(n << 20).to_be_bytes());
    let at = DateTime::from_timestamp_millis(1_770_000_000_000 + i64::try_from(n).unwrap() * 1000).unwrap();
    Op {
        label: format!("step {n}"),
        at,
        random,
    }
}

pub(crate) fn library(folder: &Path) -> Library {
    Library::open(folder, op(0)).unwrap()
}

pub(crate) fn article(n: u64) -> NewArticle {
    let mut blocks = vec![
        Block::plain(
            Role::Headline,
            BlockKind::Heading { level: 1 },
            format!("Headline {n}"),
            None,
        ),
        Block::plain(
            Role::Body,
            BlockKind::Paragraph,
            "The port of Selm stays closed, the ministry said.",
            None,
        ),
        Block::plain(Role::Related, BlockKind::Paragraph, "Ferry fares rise", None),
    ];
    number_blocks(&mut blocks);
    let meta = Meta::titled(Field::typed(format!("Headline {n}")));
    let capture = Capture {
        meta,
        blocks,
        removed: Vec::new(),
        candidates: Vec::new(),
        amended: Amended::default(),
        parser: "text/1".into(),
        encoding: "UTF-8".into(),
    };
    NewArticle {
        capture,
        snapshot: format!("bytes {n}").into_bytes(),
        file_name: None,
        source: None,
    }
}

/// Every journalled row as JSON, by table and uid: what "equal" means for undo.
fn state(library: &Library) -> Vec<String> {
    library
        .read::<_, Error>(|read| {
            let mut rows = Vec::new();
            for table in journal::journalled(read.connection)? {
                let sql = format!(
                    "SELECT '{0} ' || {1} FROM \"{0}\" AS row ORDER BY uid",
                    table.name,
                    journal::row_as_json(&table, "row")
                );
                let mut statement = read.connection.prepare(&sql)?;
                let found = statement.query_map([], |row| row.get(0))?;
                for row in found {
                    rows.push(row?);
                }
            }
            Ok(rows)
        })
        .unwrap()
}

fn findings(library: &Library) -> Vec<String> {
    library
        .check()
        .unwrap()
        .findings
        .into_iter()
        .map(|f| format!("{}: {}", f.check, f.detail))
        .collect()
}

/// One of each kind of write there is. Picks its records by `pick`; does nothing where there is none yet.
fn write_something(library: &Library, n: u64, kind: u8, pick: usize) {
    let text = format!("words {n}");
    let done = library.write::<(), Error>(op(n), move |w| {
        let articles = w.articles(&Page {
            limit: 100,
            ..Page::default()
        })?;
        let risks = w.risks()?;
        let briefs = w.briefs()?;
        let some = |count: usize| (count > 0).then(|| pick % count.max(1));
        let annotation = match some(articles.len()) {
            Some(i) => w.annotations(articles[i].uid)?.into_iter().next(),
            None => None,
        };
        match (
            kind,
            some(articles.len()),
            some(risks.len()),
            some(briefs.len()),
            annotation,
        ) {
            (1, Some(a), ..) => {
                let version = w.newest_version(articles[a].uid)?;
                let indexed = Indexed::new(&version.text);
                let start = pick % 10;
                let selectors = capture(&indexed, Span::new(start, start + 5)).unwrap();
                w.annotate(
                    &version,
                    &NewAnnotation {
                        kind: Kind::ALL[pick % 5],
                        selectors,
                        note: Some(text),
                        speaker: None,
                        credibility: Credibility::UNJUDGED,
                        tags: vec![TagPath::read(&format!("tag/{}", pick % 3)).unwrap()],
                    },
                )?;
            }
            (2, Some(a), ..) => w.tag_article(
                articles[a].uid,
                &TagPath::read(&format!("tag/{}", pick % 4)).unwrap(),
            )?,
            (3, Some(a), ..) => w.set_trashed(Noun::Article, articles[a].uid, true)?,
            (4, Some(a), ..) => {
                w.set_article_state(articles[a].uid, ArticleState::Later)?;
                w.set_article_starred(articles[a].uid, pick.is_multiple_of(2))?;
                w.set_article_read(articles[a].uid, true)?;
            }
            (5, ..) => {
                let source = w.source_or_new(&format!("Outlet {}", pick % 3), SourceKind::Outlet)?;
                w.grade_source(source, Reliability::B, &text)?;
            }
            (6, ..) => {
                w.add_risk(&NewRisk {
                    title: text,
                    statement: None,
                    statement_is_claim: false,
                    origin: None,
                    sectors: vec!["ports".into()],
                })?;
            }
            (7, _, Some(r), ..) => {
                let judgement = Judgement {
                    likelihood: Scale::icd203().of_percent(12.5).unwrap(),
                    impact: 3,
                    confidence: Confidence::Low,
                    confidence_basis: text.clone(),
                    rationale: text,
                    as_of: "2026-02-02".parse().unwrap(),
                    horizon: None,
                };
                let rating = judgement.check().unwrap();
                w.assess(risks[r].uid, &judgement, rating, &[])?;
            }
            (8, _, Some(r), _, Some(annotation)) => {
                w.link(risks[r].uid, annotation.uid, Stance::Supports, Weight::M)?;
            }
            (9, ..) => {
                w.add_brief(&NewBrief {
                    template: Template::IntelNote,
                    front: FrontMatter {
                        title: text,
                        subtitle: None,
                        marking: Tlp::Green,
                        cutoff: None,
                        desk: None,
                        org: None,
                        authors: vec!["A. Analyst".into()],
                    },
                })?;
            }
            (10, _, _, Some(b), Some(annotation)) => {
                let citation = NewCitation {
                    annotation: annotation.uid,
                    version: annotation.version,
                    quote: annotation.quote,
                    locator: "¶1".into(),
                };
                let body = BlockBody::Paragraph {
                    section: Section::Discussion,
                    text,
                };
                w.add_brief_block(briefs[b].uid, &body, risks.first().map(|r| r.uid), &[citation])?;
            }
            (11, _, Some(r), ..) => w.set_trashed(Noun::Risk, risks[r].uid, true)?,
            (12, _, _, Some(b), _) => w.set_trashed(Noun::Brief, briefs[b].uid, true)?,
            (13, _, _, _, Some(annotation)) => w.set_trashed(Noun::Annotation, annotation.uid, true)?,
            _ => {
                let source = w.source_or_new(&format!("Outlet {}", pick % 3), SourceKind::Outlet)?;
                w.add_article(&NewArticle {
                    source: Some(source),
                    ..article(n)
                })?;
            }
        }
        Ok(())
    });
    done.unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undoing_all_gives_the_start_and_redoing_all_the_end_across_restarts(
        steps in proptest::collection::vec((0u8..14, 0usize..50), 1..30),
        restart in 0usize..30,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut open = library(folder.path());
        let start = state(&open);
        let mut n = 1;
        // A run-up makes sure that each kind of write finds something to work on.
        for kind in [0, 0, 1, 6, 8, 9, 10] {
            write_something(&open, n, kind, n as usize);
            n += 1;
        }
        for (i, (kind, pick)) in steps.iter().enumerate() {
            write_something(&open, n, *kind, *pick);
            n += 1;
            if i == restart {
                drop(open);
                open = library(folder.path());
            }
        }
        let end = state(&open);
        let mut undone = 0;
        while open.undo(op(n)).unwrap().is_some() {
            n += 1;
            undone += 1;
            if undone == restart {
                drop(open);
                open = library(folder.path());
            }
        }
        prop_assert_eq!(state(&open), start);
        prop_assert_eq!(findings(&open), Vec::<String>::new());
        drop(open);
        open = library(folder.path());
        let mut redone = 0;
        while open.redo(op(n)).unwrap().is_some() {
            n += 1;
            redone += 1;
        }
        prop_assert_eq!(redone, undone);
        prop_assert_eq!(state(&open), end);
        prop_assert_eq!(findings(&open), Vec::<String>::new());
    }
}

#[test]
fn something_new_after_an_undo_ends_redo_and_undo_goes_on_behind_it() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    for n in 1..=3 {
        write_something(&library, n, 6, 0);
    }
    assert_eq!(library.undo(op(4)).unwrap().unwrap().label, "step 3");
    assert_eq!(library.undo(op(5)).unwrap().unwrap().label, "step 2");
    assert_eq!(library.redo(op(6)).unwrap().unwrap().label, "step 2");
    write_something(&library, 7, 6, 0);
    assert_eq!(library.redo(op(8)).unwrap(), None);
    let undone: Vec<String> = (9..)
        .map_while(|n| library.undo(op(n)).unwrap())
        .map(|step| step.label)
        .collect();
    assert_eq!(undone, ["step 7", "step 2", "step 1"]);
}

#[test]
fn an_operation_that_fails_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    write_something(&library, 1, 0, 0);
    let before = state(&library);
    let failed = library.write::<(), Error>(op(2), |w| {
        w.add_risk(&NewRisk {
            title: "half done".into(),
            statement: None,
            statement_is_claim: false,
            origin: None,
            sectors: Vec::new(),
        })?;
        Err(Error::ChangedSince { noun: "risk".into() })
    });
    assert!(matches!(failed, Err(Error::ChangedSince { .. })));
    assert_eq!(state(&library), before);
    assert_eq!(library.check().unwrap().operations, 1);
    assert_eq!(findings(&library), Vec::<String>::new());
}

#[test]
fn an_operation_that_changes_nothing_is_no_step() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    write_something(&library, 1, 2, 0);
    write_something(&library, 2, 6, 0);
    let ((), changes) = library.write::<_, Error>(op(3), |_| Ok(())).unwrap();
    assert_eq!(changes.op, None);
    assert_eq!(library.undo(op(4)).unwrap().unwrap().label, "step 2");
}

#[test]
fn a_write_outside_an_operation_is_refused_by_the_library_itself() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    write_something(&library, 1, 6, 0);
    let refused =
        library.on_writer(|connection| Ok(connection.execute("UPDATE risk SET title = 'forged'", [])?));
    assert!(matches!(refused, Err(Error::Sqlite(_))), "{refused:?}");
}

#[test]
fn what_was_changed_behind_the_programs_back_is_found() {
    for (forgery, check) in [
        ("UPDATE op SET label = 'forged' WHERE id = 1", "journal"),
        (
            "UPDATE change SET after = replace(after, 'words', 'wards') WHERE id = (SELECT max(id) FROM change)",
            "journal",
        ),
        ("UPDATE content SET body = 'forged' WHERE id = 1", "content"),
        ("DELETE FROM snapshot", "content"),
        (
            "DROP TRIGGER journal_risk_update; UPDATE risk SET title = 'forged'",
            "journal",
        ),
        ("DROP TRIGGER journal_risk_delete", "schema"),
        (
            "INSERT INTO risk_search (risk_search) VALUES ('delete-all')",
            "search",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let library = library(folder.path());
        for (n, kind) in [(1, 0), (2, 1), (3, 6)] {
            write_something(&library, n, kind, 1);
        }
        assert_eq!(findings(&library), Vec::<String>::new());
        library
            .on_writer(move |connection| Ok(connection.execute_batch(forgery)?))
            .unwrap();
        let found = library.check().unwrap().findings;
        assert!(found.iter().any(|f| f.check == check), "{forgery}: {found:?}");
    }
}

#[test]
fn programs_that_make_one_library_at_once_all_get_it() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            let made: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| Library::open(folder.path(), op(0)).map(|l| l.is_new())))
                .collect();
            let made: Vec<bool> = made
                .into_iter()
                .map(|opened| opened.join().unwrap().unwrap())
                .collect();
            assert_eq!(made.iter().filter(|new| **new).count(), 1, "{made:?}");
        });
    }
}

#[test]
fn two_programs_write_to_one_library_in_turn() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (library(folder.path()), library(folder.path()));
    std::thread::scope(|scope| {
        for (library, offset) in [(&first, 0), (&second, 100)] {
            scope.spawn(move || (1..=20).for_each(|n| write_something(library, offset + n, 6, 0)));
        }
    });
    let numbers: Vec<String> = first
        .read::<_, Error>(|r| Ok(r.risks()?.iter().map(|r| r.number.to_string()).collect()))
        .unwrap();
    assert_eq!(numbers, (1..=40).map(|n| format!("R-{n}")).collect::<Vec<_>>());
    assert_eq!(findings(&second), Vec::<String>::new());
}

#[test]
fn the_same_bytes_and_the_same_text_are_recognised() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    write_something(&library, 1, 0, 0);
    let uid: Uid = library
        .read::<_, Error>(|r| {
            Ok(r.articles(&Page {
                limit: 1,
                ..Page::default()
            })?[0]
                .uid)
        })
        .unwrap();
    library
        .read::<_, Error>(|r| {
            let version = r.newest_version(uid)?;
            let other = model::Sha256Hex::of(b"other bytes");
            assert_eq!(r.article_of_snapshot(&version.snapshot)?, Some(uid));
            assert_eq!(r.article_of_snapshot(&other)?, None);
            assert_eq!(r.articles_with_text(&version.text)?, [uid]);
            assert_eq!(r.articles_with_text("other text")?, []);
            assert_eq!(r.snapshot(&version.snapshot)?, b"bytes 1");
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_is_no_library_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("library.sqlite");
    let open = || Library::open(folder.path(), op(0)).err();

    std::fs::write(&file, "my shopping list").unwrap();
    assert!(matches!(open(), Some(Error::Damaged { .. })));
    assert_eq!(std::fs::read(&file).unwrap(), b"my shopping list");

    std::fs::remove_file(&file).unwrap();
    rusqlite::Connection::open(&file)
        .unwrap()
        .execute_batch("CREATE TABLE t (x)")
        .unwrap();
    assert!(matches!(open(), Some(Error::Foreign { .. })));

    std::fs::remove_file(&file).unwrap();
    drop(library(folder.path()));
    rusqlite::Connection::open(&file)
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    assert!(matches!(open(), Some(Error::Newer { found: 99, .. })));

    assert!(matches!(
        Library::open(&file, op(0)),
        Err(Error::Unreadable { .. })
    ));
}

#[test]
fn a_foreign_database_is_left_as_it_is_to_the_last_byte() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("library.sqlite");
    rusqlite::Connection::open(&file)
        .unwrap()
        .execute_batch("CREATE TABLE t (x)")
        .unwrap();
    let before = std::fs::read(&file).unwrap();
    assert!(matches!(
        Library::open(folder.path(), op(0)),
        Err(Error::Foreign { .. })
    ));
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn after_closing_the_file_alone_is_complete() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    write_something(&library, 1, 6, 0);
    // A reader at rest must not be the last to close: it can't write the log back.
    assert_eq!(library.read::<_, Error>(|r| Ok(r.risks()?.len())).unwrap(), 1);
    drop(library);
    assert!(!folder.path().join("library.sqlite-wal").exists());
}

#[test]
fn a_number_that_was_given_is_never_given_again() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    write_something(&library, 1, 6, 0);
    library.undo(op(2)).unwrap();
    write_something(&library, 3, 6, 0);
    let numbers = library.read::<_, Error>(|r| Ok(r.risks()?.iter().map(|r| r.number.0).collect::<Vec<_>>()));
    assert_eq!(numbers.unwrap(), [2]);
}

#[test]
fn damage_inside_the_file_is_a_finding_of_the_check() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("library.sqlite");
    let open = library(folder.path());
    (1..=40).for_each(|n| write_something(&open, n, 0, 0));
    let root: u64 = open
        .on_writer(|c| {
            Ok(c.query_row(
                "SELECT rootpage FROM sqlite_schema WHERE name = 'article_version'",
                [],
                |r| r.get(0),
            )?)
        })
        .unwrap();
    drop(open);
    let mut bytes = std::fs::read(&file).unwrap();
    let page = usize::try_from((root - 1) * 4096).unwrap();
    bytes[page..page + 4096].fill(0xff);
    std::fs::write(&file, bytes).unwrap();
    let found = library(folder.path()).check().unwrap().findings;
    assert!(found.iter().any(|f| f.check == "database"), "{found:?}");
}

#[test]
fn sqlite_is_new_enough_not_to_lose_its_log() {
    // Before 3.51.3 a checkpoint racing a reset of the log could lose writes (reliability.md 1).
    assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
}

#[test]
fn schema_sql_is_fresh() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    let now = library
        .on_writer(|connection| migrate::schema(connection))
        .unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema.sql");
    let head = "-- Generated from migrations/ and the journal's triggers: UPDATE_EXPECT=1 cargo nextest run -p store schema_sql\n\n";
    let now = format!("{head}{now}");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&file, &now).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == now,
        "schema.sql is not what the migrations make: run UPDATE_EXPECT=1 cargo nextest run -p store schema_sql"
    );
}
