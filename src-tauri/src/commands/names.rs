//! The commands of the window by name: the one list that build.rs puts under the capability file.
//!
//! A command that is missing here would be open to every window (desktop.md), so `tests/contract.rs` compares this list
//! with the bindings and with the capability. build.rs includes this file: it may not use anything of the crate.

/// Every command the window may call.
pub const NAMES: &[&str] = &[
    // article
    "list_articles",
    "articles",
    "measure_articles",
    "article_uids",
    "preview_article",
    "counts",
    "set_article_state",
    "set_articles_read",
    "set_articles_starred",
    "tag_articles",
    "tags_on_articles",
    "trash_articles",
    "restore_articles",
    // article text
    "open_article",
    "article_blocks",
    "article_marks",
    "find_passage",
    "keep_reading_place",
    // annotation
    "show_mark",
    "mark_passage",
    "move_mark",
    "set_mark_kind",
    "grade_mark",
    "set_mark_tag",
    "write_note",
    "keep_note_draft",
    "trash_mark",
    "mark_choices",
    "adopt_claim",
    "link_claim",
    "set_claim_aside",
    // history
    "watch_changes",
    "undo",
    "redo",
    "steps",
    // risk
    "list_risks",
    "show_risk",
    "risk_matrix",
    "new_risk",
    "reword_risk",
    "keep_risk",
    "assess_risk",
    "link_evidence",
    "unlink_evidence",
    "trash_risk",
    // import
    "preview_import",
    "read_record_field",
    "save_import",
    "article_record",
    "correct_article",
    "save_draft",
    "import_drafts",
    "drop_draft",
    "files_to_import",
    "start_import",
    "pause_import",
    "resume_import",
    "cancel_import",
    // search
    "find",
    "search_all",
    // tag
    "list_tags",
    "rename_tag",
    "remove_tags",
    // library
    "library_info",
    "other_libraries",
    "open_library",
    "open_sample",
    "remove_sample",
    "check_library",
    "diagnostics",
    // requests
    "watch_requests",
    // native
    "pick_files",
    "pick_folder",
    "save_file",
    "open_link",
    "open_file",
    "show_in_folder",
    "read_clipboard",
    "write_clipboard",
    // settings
    "load_settings",
    "save_settings",
];
