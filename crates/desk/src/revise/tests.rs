//! A brief is revised, and each verb is one step that undo takes back.

use model::{annotation::Kind, brief::Section};

use super::*;
use crate::{
    WorkerProgram,
    annotate::{Annotate, Passage},
    check_brief::CheckShown,
    compose::Addition,
    export::Format,
    search::tests::article,
    tray::TrayFilter,
};

const TEXT: &str = "The port stays closed, the ministry said. Ferries go on to the islands.";

/// A brief with a judgement, two paragraphs of the discussion, the first of which cites a passage, and an outlook.
struct Written {
    desk: Desk,
    brief: String,
    /// In the order of the parts.
    blocks: Vec<String>,
    /// The passage cited, and one that isn't.
    passages: [String; 2],
    folder: tempfile::TempDir,
}

fn written() -> Written {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(folder.path(), WorkerProgram::current_exe().unwrap()).unwrap();
    let article = article(&desk, "Port closed", &[TEXT], "2026-01-01", "Ledger").to_string();
    let passages = ["The port stays closed", "Ferries go on"].map(|quote| {
        let request = Annotate {
            article: article.clone(),
            passage: Passage::Quote {
                exact: quote.into(),
                prefix: None,
                suffix: None,
                near: None,
            },
            kind: Kind::Fact,
            note: None,
            tags: Vec::new(),
            speaker: None,
            credibility: None,
        };
        desk.annotate(request).unwrap().uid.to_string()
    });
    let brief = desk.new_brief(front("The port stays closed")).unwrap();
    let brief = brief.uid.to_string();
    let judgement = Addition::Judgement {
        text: "The port will stay closed through the spring.".into(),
        likelihood: "likely".into(),
        confidence: Confidence::Low,
        basis: "one report".into(),
    };
    let paragraph = |text: &str, section| Addition::Paragraph {
        text: text.into(),
        section,
    };
    let additions = [
        (judgement, vec![]),
        (
            paragraph("First.", Section::Discussion),
            vec![passages[0].clone()],
        ),
        (paragraph("Second.", Section::Discussion), vec![]),
        (paragraph("Later.", Section::Outlook), vec![]),
    ];
    let blocks = additions.map(|(addition, cite)| {
        let made = desk.add_to_brief(&brief, addition, &cite).unwrap();
        made.uid.to_string()
    });
    Written {
        desk,
        brief,
        blocks: blocks.into(),
        passages,
        folder,
    }
}

fn front(title: &str) -> StartBrief {
    StartBrief {
        template: "intel-note".parse().unwrap(),
        title: title.into(),
        marking: "TLP:GREEN".parse().unwrap(),
        subtitle: None,
        cutoff: None,
        desk: None,
        org: None,
        authors: Vec::new(),
    }
}

impl Written {
    /// The brief in lines: its title, then each block with its part, its words, and what it cites.
    fn lines(&self) -> Vec<String> {
        let outline = self.desk.brief_outline(&self.brief).unwrap();
        let mut lines = vec![outline.row.title];
        for part in &outline.parts {
            for block in &part.blocks {
                let cited = block.citations.iter().map(|c| format!(" “{}”", c.row.quote));
                let cited: String = cited.collect();
                lines.push(format!("{}: {}{cited}", part.part, block.body.text()));
            }
        }
        lines
    }

    /// Does `work` and checks that it changes the brief as `expected` says by one step, which undo takes back and redo brings
    /// again.
    #[track_caller]
    fn check(work: impl FnOnce(&Self) -> Result<()>, expected: &[&str]) {
        let this = written();
        let before = this.lines();
        work(&this).unwrap();
        let after = this.lines();
        assert_eq!(after, expected);
        this.desk.undo().unwrap();
        assert_eq!(this.lines(), before, "undone");
        this.desk.redo().unwrap();
        assert_eq!(this.lines(), after, "done again");
        assert!(this.desk.check().unwrap().findings.is_empty());
    }
}

const TITLE: &str = "The port stays closed";
const JUDGEMENT: &str = "judgements: The port will stay closed through the spring.";
const FIRST: &str = "discussion: First. “The port stays closed”";
const SECOND: &str = "discussion: Second.";
const LATER: &str = "outlook: Later.";

#[test]
fn the_front_page_and_the_words_of_a_block_are_replaced() {
    Written::check(
        |w| w.desk.set_brief(&w.brief, front("The port opens")),
        &["The port opens", JUDGEMENT, FIRST, SECOND, LATER],
    );
    Written::check(
        |w| w.desk.write_block(&w.blocks[2], "Another.".into()),
        &[TITLE, JUDGEMENT, FIRST, "discussion: Another.", LATER],
    );
}

#[test]
fn a_block_moves_within_its_part_and_never_beyond_it() {
    Written::check(
        |w| w.desk.move_block(&w.blocks[2], None, 0),
        &[TITLE, JUDGEMENT, SECOND, FIRST, LATER],
    );
    Written::check(
        |w| w.desk.move_block(&w.blocks[1], None, 99),
        &[TITLE, JUDGEMENT, SECOND, FIRST, LATER],
    );
}

#[test]
fn a_paragraph_moves_to_another_section_with_what_it_cites() {
    Written::check(
        |w| w.desk.move_block(&w.blocks[1], Some(Section::Outlook), 0),
        &[
            TITLE,
            JUDGEMENT,
            SECOND,
            "outlook: First. “The port stays closed”",
            LATER,
        ],
    );
}

#[test]
fn a_block_goes_with_its_citations_and_comes_back_with_them() {
    Written::check(
        |w| w.desk.drop_block(&w.blocks[1]),
        &[TITLE, JUDGEMENT, SECOND, LATER],
    );
}

#[test]
fn a_passage_is_cited_once_however_often_it_is_given() {
    Written::check(
        |w| w.desk.cite_in_block(&w.blocks[1], &w.passages),
        &[
            TITLE,
            JUDGEMENT,
            "discussion: First. “The port stays closed” “Ferries go on”",
            SECOND,
            LATER,
        ],
    );
    Written::check(
        |w| {
            let blocks = w.desk.brief(&w.brief)?.blocks_list;
            let citation = blocks.iter().find_map(|block| block.citations.first());
            w.desk.uncite(&citation.unwrap().uid.to_string())
        },
        &[TITLE, JUDGEMENT, "discussion: First.", SECOND, LATER],
    );
}

#[test]
fn only_a_judgement_is_judged_and_its_words_stay() {
    let w = written();
    let judge = |block: &str| {
        w.desk
            .judge_block(block, "unlikely", Confidence::High, "three reports".into())
    };
    judge(&w.blocks[0]).unwrap();
    assert_eq!(w.lines()[1], JUDGEMENT);
    assert_eq!(judge(&w.blocks[1]).unwrap_err().kind, FailureKind::Invalid);
    w.desk.undo().unwrap();
    let blocks = w.desk.brief(&w.brief).unwrap().blocks_list;
    assert!(
        matches!(&blocks[0].body, BlockBody::Judgement { basis, .. } if basis == "one report"),
        "{blocks:?}"
    );
}

#[test]
fn empty_words_are_refused_and_leave_no_step() {
    let w = written();
    let before = w.desk.steps().unwrap().undo;
    assert!(w.desk.write_block(&w.blocks[1], " \n".into()).is_err());
    assert!(w.desk.set_brief(&w.brief, front(" ")).is_err());
    assert_eq!(w.desk.steps().unwrap().undo, before);
}

#[test]
fn a_copy_has_its_own_serial_and_the_same_frozen_words() {
    let w = written();
    let before = w.lines();
    let copy = w.desk.duplicate_brief(&w.brief).unwrap();
    let first = w.desk.brief(&w.brief).unwrap().row;
    assert_ne!(copy.serial, first.serial);
    let copied = Written {
        brief: copy.uid.to_string(),
        ..w
    };
    assert_eq!(copied.lines()[1..], before[1..]);
    copied.desk.undo().unwrap();
    assert_eq!(copied.desk.briefs().unwrap().len(), 1);
}

#[test]
fn a_brief_in_the_trash_is_not_revised() {
    let w = written();
    w.desk.trash(&w.brief).unwrap();
    let refused = w.desk.write_block(&w.blocks[1], "Other.".into()).unwrap_err();
    assert_eq!(refused.kind, FailureKind::Conflict);
}

#[test]
fn a_brief_that_is_held_back_leaves_only_with_a_reason() {
    let w = written();
    let held = |w: &Written| {
        let found = w.desk.check_brief(&w.brief, None).unwrap();
        found.iter().filter(|c| CheckShown::blocks(c)).count()
    };
    assert!(held(&w) > 0, "the judgement cites nothing");
    let file = w.folder.path().join("brief.md");
    let issue = |despite| w.desk.issue_brief(&w.brief, Format::Md, &file, despite);
    assert_eq!(issue(None).unwrap_err().kind, FailureKind::Conflict);
    assert_eq!(issue(Some(" ")).unwrap_err().kind, FailureKind::Invalid);
    assert!(!file.exists());
    issue(Some("The source may not be named.")).unwrap();
    assert!(file.exists());
    assert_eq!(held(&w), 0);
    w.desk.undo().unwrap();
    assert!(held(&w) > 0, "the reason was a step of its own");
}

#[test]
fn the_tray_pages_through_every_passage_and_says_what_the_brief_cites() {
    let w = written();
    let mut filter = TrayFilter {
        limit: 1,
        ..TrayFilter::default()
    };
    let first = w.desk.evidence_tray(&w.brief, &filter).unwrap();
    assert!(first.more && first.rows.len() == 1 && first.since.is_none());
    let row = &first.rows[0].row;
    filter.after = Some((None, row.uid.to_string()));
    let second = w.desk.evidence_tray(&w.brief, &filter).unwrap();
    assert!(!second.more && second.rows.len() == 1);
    let mut notes: Vec<(String, Option<usize>)> = [first, second]
        .into_iter()
        .flat_map(|tray| tray.rows)
        .map(|shown| (shown.row.uid.to_string(), shown.note))
        .collect();
    notes.sort_by_key(|(uid, _)| *uid != w.passages[0]);
    assert_eq!(
        notes,
        [(w.passages[0].clone(), Some(1)), (w.passages[1].clone(), None)]
    );
    let words = TrayFilter {
        words: Some("ferries".into()),
        limit: 10,
        ..TrayFilter::default()
    };
    assert_eq!(w.desk.evidence_tray(&w.brief, &words).unwrap().rows.len(), 1);
}
