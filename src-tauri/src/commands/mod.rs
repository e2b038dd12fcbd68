//! What the window may ask for, one file a noun. A command composes calls of the desk and does nothing else.
//!
//! The types that cross to the window are the window's own (with `From` conversions), so that a change inside the desk
//! never changes the bindings unseen. Ids cross as UUID strings and counts as `u32`: JavaScript has no 64-bit integers.

pub mod annotation;
pub mod article;
pub mod article_text;
pub mod brief;
pub mod brief_outline;
pub mod history;
pub mod import;
pub mod library;
pub mod names;
pub mod native;
pub mod origin;
pub mod picture;
pub mod preview;
pub mod requests;
pub mod risk;
pub mod risk_shown;
pub mod rule;
pub mod search;
pub mod settings;
pub mod tag;
pub mod version;

use std::sync::Arc;

use tauri::async_runtime::spawn_blocking;

use crate::failure::Failure;
use crate::library::Library;

/// The typed commands, for the invoke handler and for the export of `ui/src/api/bindings.ts`.
pub fn builder() -> tauri_specta::Builder<tauri::Wry> {
    tauri_specta::Builder::<tauri::Wry>::new()
        // One type a struct: without it, `Option` fields split into one for sending and one for receiving.
        .disable_serde_phases()
        .commands(tauri_specta::collect_commands![
            // article
            article::articles,
            article::measure_articles,
            article::article_uids,
            article::preview_article,
            article::counts,
            article::set_article_state,
            article::set_articles_read,
            article::set_articles_starred,
            article::tag_articles,
            article::tags_on_articles,
            article::trash_articles,
            article::restore_articles,
            // article text
            article_text::open_article,
            article_text::article_blocks,
            article_text::article_marks,
            article_text::find_passage,
            article_text::keep_reading_place,
            // annotation
            annotation::show_mark,
            annotation::mark_passage,
            annotation::move_mark,
            annotation::set_mark_kind,
            annotation::grade_mark,
            annotation::set_mark_tag,
            annotation::write_note,
            annotation::keep_note_draft,
            annotation::trash_mark,
            annotation::mark_choices,
            annotation::adopt_claim,
            annotation::link_claim,
            annotation::link_new_risk,
            annotation::set_claim_aside,
            // brief
            brief::list_briefs,
            brief::new_brief,
            brief::show_brief,
            brief::set_brief,
            brief::add_block,
            brief::write_block,
            brief::judge_block,
            brief::move_block,
            brief::drop_block,
            brief::cite_passages,
            brief::uncite_passage,
            brief::trash_brief,
            brief::duplicate_brief,
            brief::evidence_tray,
            // preview
            preview::lay_out_brief,
            preview::check_brief,
            preview::accept_checks,
            preview::export_brief,
            // history
            history::watch_changes,
            history::undo,
            history::redo,
            history::steps,
            // risk
            risk::list_risks,
            risk::show_risk,
            risk::risk_matrix,
            risk::new_risk,
            risk::reword_risk,
            risk::keep_risk,
            risk::assess_risk,
            risk::link_evidence,
            risk::unlink_evidence,
            risk::trash_risk,
            // import
            import::fetch_page,
            import::cancel_fetch,
            version::refetch_article,
            import::preview_import,
            import::read_record_field,
            import::save_import,
            import::article_record,
            import::correct_article,
            import::save_draft,
            import::import_drafts,
            import::drop_draft,
            import::files_to_import,
            import::start_import,
            import::pause_import,
            import::resume_import,
            import::cancel_import,
            // version
            version::article_versions,
            version::text_difference,
            version::import_difference,
            version::changed_passages,
            // picture
            picture::fetch_pictures,
            picture::pictures_shown,
            // origin
            origin::article_origins,
            origin::say_origin,
            // rule
            rule::site_rules,
            rule::remember_rule,
            rule::forget_rule,
            // search
            search::find,
            search::search_all,
            // tag
            tag::list_tags,
            tag::rename_tag,
            tag::remove_tags,
            // library
            library::library_info,
            library::other_libraries,
            library::open_library,
            library::open_sample,
            library::remove_sample,
            library::check_library,
            library::diagnostics,
            // requests
            requests::watch_requests,
            // native
            native::pick_files,
            native::pick_folder,
            native::save_file,
            native::open_link,
            native::open_file,
            native::show_in_folder,
            native::read_clipboard,
            native::write_clipboard,
            // settings
            settings::load_settings,
            settings::save_settings,
        ])
}

/// Runs `work` on the desk of `library` on a thread that may block, opening the library if it isn't open yet.
///
/// # Errors
/// Those of opening and of `work`; a panic inside arrives as [`Failure::bug`], and the window stays.
async fn at_desk<T, W>(library: &Arc<Library>, work: W) -> Result<T, Failure>
where
    T: Send + 'static,
    W: FnOnce(&desk::Desk) -> Result<T, desk::Failure> + Send + 'static,
{
    let library = Arc::clone(library);
    let job = move || Ok(work(&*library.desk()?)?);
    spawn_blocking(job).await.unwrap_or_else(|_| Err(Failure::bug()))
}
