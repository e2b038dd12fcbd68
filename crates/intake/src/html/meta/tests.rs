//! Every cue and every trap as a small page.

use model::{
    article::{Capture, Cue, StatedField, Verdict},
    text::Indexed,
};
use proptest::prelude::*;

use crate::{html, reading::Hints};

/// A report long enough to be one.
pub(super) const REPORT: &str = "<p>The harbour of Selm was closed on the morning after the storm, and the two ferries that \
    carry workers to the island stayed at their piers while engineers looked at the breakwater, the mayor said.</p>\
    <p>Nobody was hurt. The repair will take three weeks, according to the office that runs the port, and the island's \
    fishermen have been promised that their losses will be paid from the fund that was set up for such cases.</p>";

fn read(page: &str) -> (String, Capture) {
    let reading = html::read(page.as_bytes(), &Hints::default()).unwrap();
    (reading.text, reading.capture)
}

/// A page with `head` in its head and `top` above the report.
pub(super) fn page(head: &str, top: &str) -> String {
    format!(
        "<html><head>{head}</head><body><article><h1>Storm closes the harbour</h1>{top}{REPORT}</article></body></html>"
    )
}

pub(super) fn authors(page: &str) -> Vec<String> {
    read(page).1.meta.authors.into_iter().map(|a| a.value).collect()
}

fn day(page: &str) -> Option<String> {
    read(page).1.meta.published.map(|p| p.value.date.to_string())
}

fn verdict(page: &str, field: StatedField, value: &str) -> Option<Verdict> {
    let candidates = read(page).1.candidates;
    candidates
        .into_iter()
        .find(|c| c.field == field && c.value == value)
        .map(|c| c.verdict)
}

pub(super) fn ld(json: &str) -> String {
    format!("<script type=\"application/ld+json\">{json}</script>")
}

#[test]
fn a_title_without_a_visible_sign_is_none() {
    let headline = |title: &str| {
        let page = format!("<title>{title}</title><p>x");
        read(&page).1.meta.headline.value
    };
    assert_eq!(headline("\u{feff}"), headline(""));
    assert_eq!(headline("&#xfeff; Storm \u{200b}"), "Storm");
}

#[test]
fn the_headline_is_the_heading_that_the_stated_titles_speak_for() {
    let long = "The storm closes the harbour of Selm";
    for (head, body, title) in [
        // The outlet's name is in the title, and in a heading of its own.
        (
            format!("<title>{long} | The Selm Courier</title>"),
            format!("<h1>The Selm Courier</h1><h2>{long}</h2>"),
            long,
        ),
        // A kicker stands above the title in the same heading.
        (
            format!("<meta property=og:title content='{long}'><title>{long} - Courier</title>"),
            format!("<h1><span>After the storm</span> <span>{long}</span></h1>"),
            long,
        ),
        (
            format!("<meta property=og:title content='After the storm: {long}'>"),
            format!("<h1><span>After the storm</span><span>: {long}</span></h1>"),
            long,
        ),
        // One heading, and no title at all.
        (String::new(), format!("<h1>{long}</h1>"), long),
        // No heading: the title without the outlet's name.
        (
            format!(
                "<meta property=og:site_name content='Selm Courier'><meta property=og:title content='{long} - Selm Courier'>"
            ),
            String::new(),
            long,
        ),
        // No heading, but a line that says a part of the title.
        (
            format!("<title>Selm Courier - {long} - News from Selm</title>"),
            format!("<div>{long}</div>"),
            long,
        ),
        // The largest heading belongs to the sidebar.
        (
            format!("<meta property=og:title content='{long}'>"),
            format!("<aside><h1>Storms</h1></aside><h2>{long}</h2>"),
            long,
        ),
    ] {
        let page = format!("<html><head>{head}</head><body>{body}{REPORT}</body></html>");
        assert_eq!(read(&page).1.meta.headline.value, title, "{page}");
    }
    let nothing = format!("<body>{REPORT}</body>");
    assert!(
        read(&nothing)
            .1
            .meta
            .headline
            .value
            .starts_with("The harbour of Selm was closed")
    );
}

#[test]
fn a_byline_is_read_from_every_place_that_shows_one() {
    for (head, top) in [
        ("", "<p class=byline>By Maya Rios</p>"),
        ("", "<div>By Maya Rios</div>"),
        ("", "<p>3 May 2016 · <a href=/author/maya-rios>Maya Rios</a></p>"),
        ("", "<div class=written-by>Maya Rios</div>"),
        ("", "<div data-testid=byline>Maya Rios</div>"),
        (
            "<meta name=twitter:data2 content='Maya Rios'>",
            "<div>Maya Rios</div>",
        ),
        ("", "<div>By</div><div>Maya Rios</div>"),
        ("", "<div><span>By</span><span>Maya Rios</span></div>"),
        ("", "<div>Author:</div><div>Maya Rios/AFP</div>"),
        ("", "<a rel=author href=/a>Maya Rios</a>"),
        ("", "<span itemprop=author>Maya Rios</span>"),
        ("", "<div class=vcard><span class=fn>Maya Rios</span></div>"),
        (
            "",
            "<div class='articleAuthor'><b>Maya Rios</b><i>Staff</i></div>",
        ),
        (
            "",
            "<div class=author>Von Maya Rios, 3. Mai 2016, 12:10 Uhr</div>",
        ),
        ("<meta name=author content='Maya Rios'>", "<div>Maya Rios</div>"),
        (
            "<meta name=author content='Maya Rios'>",
            "<div>Maya Rios, in the harbour</div>",
        ),
    ] {
        let page = page(head, top);
        assert_eq!(authors(&page), ["Maya Rios"], "{page}");
    }
}

#[test]
fn a_name_that_only_machines_are_told_is_not_in_the_byline() {
    let data = ld(
        r#"{"@type":"NewsArticle","headline":"Storm closes the harbour","author":{"@type":"Person","name":"Maya Rios"}}"#,
    );
    assert_eq!(authors(&page(&data, "")), [""; 0]);
    assert_eq!(
        verdict(&page(&data, ""), StatedField::Authors, "Maya Rios"),
        Some(Verdict::LessTrusted)
    );
    assert_eq!(authors(&page(&data, "<p>Maya Rios</p>")), ["Maya Rios"]);
    // Where the page has another byline, the account that uploaded the text is not the author.
    let other = page(&data, "<p class=byline>By Ola Berg</p>");
    assert_eq!(authors(&other), ["Ola Berg"]);
}

#[test]
fn the_page_may_name_more_people_than_it_states_or_put_a_word_too_many() {
    let data = ld(r#"{"@type":"NewsArticle","author":"Maya Rios"}"#);
    let more = page(&data, "<p class=byline>By Maya Rios and Ola Berg</p>");
    assert_eq!(authors(&more), ["Maya Rios", "Ola Berg"]);
    let word = page(&data, "<p class=byline>Maya Rios World</p>");
    assert_eq!(authors(&word), ["Maya Rios"]);
}

#[test]
fn accounts_outlets_readers_and_authors_of_other_articles_are_no_authors() {
    let courier = "<meta property=og:site_name content='Selm Courier'>";
    for (head, top) in [
        ("", "<p class=byline>admin</p>"),
        (courier, "<p class=byline>By Selm Courier</p>"),
        (courier, "<a rel=author>Selm Courier</a>"),
        (
            "<meta name=author content='Berg Web GmbH'>",
            "<p>Berg Web GmbH</p>",
        ),
        (
            "<meta name=author content='Maya Rios'>",
            "<p>Only the harbour's keeper Maya Rios, who has seen many storms, was not surprised by this one, she said on the morning after it.</p>",
        ),
        ("", "<div class=author>Follow</div>"),
        ("", "<div class=author>3 May 2016</div>"),
        ("", "<p>By noon the harbour was closed.</p>"),
        ("", "<p>Photo by Ola Berg</p>"),
    ] {
        let page = page(head, top);
        let page = page.replace("</article>", "</article><div id=comments><p class=author>Cy Dee</p></div><aside><span class=author>Li Na</span></aside><ul class=related><li><span class=author>Ana Lima</span></li></ul>");
        assert_eq!(authors(&page), [""; 0], "{page}");
    }
}

#[test]
fn an_agency_is_named_where_the_byline_names_nobody_else() {
    assert_eq!(authors(&page("", "<p class=byline>dpa/lno</p>")), ["dpa/lno"]);
    assert_eq!(
        authors(&page("", "<p class=byline>Maya Rios, dpa</p>")),
        ["Maya Rios"]
    );
}

#[test]
fn a_byline_may_stand_below_the_article() {
    for byline in [
        "<p>Text: Maya Rios</p>",
        "<footer>Posted by <span class='author vcard'>Maya Rios</span></footer>",
        "<div class=post-footer>Posted by <span class=fn>Maya Rios</span></div>",
    ] {
        let below = page("", "").replace("</article>", &format!("{byline}</article>"));
        assert_eq!(authors(&below), ["Maya Rios"], "{byline}");
    }
}

#[test]
fn the_cards_of_other_articles_and_quotations_name_others() {
    for other in [
        "<section><h4><a href=/2>Ferries stay at their piers</a></h4><span class=byline>By Li Na</span></section>",
        "<blockquote>We are safe. <p>Posted by Li Na</p></blockquote>",
    ] {
        let page = page("", "").replace("</article>", &format!("</article>{other}"));
        assert_eq!(authors(&page), [""; 0], "{page}");
    }
}

#[test]
fn the_day_is_read_from_every_place_that_has_one() {
    for (head, top) in [
        (
            "<meta property=article:published_time content=2016-05-03T10:00:00+02:00>",
            "",
        ),
        ("<meta name=dc.date.issued content=2016-05-03>", ""),
        ("<meta name=citation_publication_date content=2016/05/03>", ""),
        (
            "<link rel=canonical href=https://selm.example/2016/05/03/storm/>",
            "",
        ),
        ("", "<time datetime=2016-05-03>3 May</time>"),
        ("", "<time datetime=2016-05-03T10:00Z>two days ago</time>"),
        ("", "<span class=date>03.05.2016</span>"),
        (
            "",
            "<abbr class=published title=2016-05-03T10:00:00Z>two days ago</abbr>",
        ),
        ("<meta name=published_at content=2016-05-03T10:00:00Z>", ""),
        (
            "",
            "<span itemprop=datePublished content=2016-05-03></span><p>3. Mai 2016</p>",
        ),
        ("", "<p>Mardi 3 mai 2016 à 12h10</p>"),
        (
            "",
            "<p>Selm, 3 May 2016 – The storm was the worst in years. Nobody had seen the like, say those who have lived there all their lives and who know each of the harbour's stones by its name and by its number.</p>",
        ),
    ] {
        let page = page(head, top);
        assert_eq!(day(&page).as_deref(), Some("2016-05-03"), "{page}");
    }
    let below = page("", "").replace("</article>", "<p>Published on 3 May 2016</p></article>");
    assert_eq!(day(&below).as_deref(), Some("2016-05-03"));
}

#[test]
fn the_printed_day_is_the_local_one_and_keeps_its_place() {
    let page = page(
        "<meta property=article:published_time content=2016-05-02T22:30:00Z>",
        "<p class=date>Tuesday, 3 May 2016</p>",
    );
    let (text, capture) = read(&page);
    let published = capture.meta.published.unwrap();
    assert_eq!(published.value.date.to_string(), "2016-05-03");
    let chosen = capture
        .candidates
        .iter()
        .find(|c| c.verdict == Verdict::Chosen && c.field == StatedField::Published)
        .unwrap();
    assert_eq!(chosen.cue, Cue::ClassName);
    assert_eq!(Indexed::new(&text).slice(chosen.at), "3 May 2016");
}

#[test]
fn other_dates_are_not_the_day_of_publication() {
    let head = "<header><p>Tuesday, 7 June 2016</p></header><article>";
    let comments = "<ol class=comments><li><time datetime=2016-05-04>4 May 2016</time></li></ol>";
    let footer = "<footer>© 2016, as of 9 May 2016</footer>";
    let related = "<div class=related><span class=date>1 May 2016</span></div>";
    for top in [
        "",
        "<p class=date>1 January 1970</p>",
        "<p class=date>in March 2016</p>",
        "<p>The last storm like this one was on 3 May 2016, when two boats sank before the eyes of hundreds on the pier and nobody could help those on board, as old people still tell it.</p>",
        "<p class=date>03/04/2016</p>",
    ] {
        let page = page("", top)
            .replace("<article>", head)
            .replace("</article>", &format!("</article>{comments}{related}{footer}"));
        assert_eq!(day(&page), None, "{page}");
    }
    // One word of one machine for a page that shows no day.
    assert_eq!(
        day(&page(
            &ld(r#"{"@type":"WebPage","datePublished":"2016-05-03"}"#),
            ""
        )),
        None
    );
    // The day of a change, beside that of publication.
    let changed = page("", "<p>Published 3 May 2016</p><p>Updated 8 May 2016</p>");
    assert_eq!(day(&changed).as_deref(), Some("2016-05-03"));
    assert_eq!(
        verdict(&changed, StatedField::Published, "2016-05-08"),
        Some(Verdict::AnotherDate)
    );
}

#[test]
fn the_page_decides_which_number_is_the_month() {
    let date = "<p class=date>03/05/2016</p>";
    let other = "<meta property=article:published_time content=2016-05-03T08:00:00Z>";
    assert_eq!(day(&page(other, date)).as_deref(), Some("2016-05-03"));
    for (language, iso) in [
        ("fr", Some("2016-05-03")),
        ("en-GB", Some("2016-05-03")),
        ("en-US", Some("2016-03-05")),
        ("en", None),
    ] {
        let page = page("", date).replace("<html>", &format!("<html lang={language}>"));
        assert_eq!(day(&page).as_deref(), iso, "{language}");
    }
}

#[test]
fn outlet_section_address_and_language_are_what_the_page_states() {
    let data = ld(
        r#"[{"@type":"NewsArticle","articleSection":"Harbours","publisher":{"@type":"Organization","name":"Selm Courier"}},
        {"@type":"BreadcrumbList","itemListElement":[{"name":"Home"},{"name":"Coast"},{"name":"Storm closes the harbour"}]}]"#,
    );
    let page = page(
        &format!("<link rel=canonical href='https://selm.example/storm'>{data}"),
        "",
    )
    .replace("<html>", "<html lang=en_GB>");
    let meta = read(&page).1.meta;
    let values = [&meta.outlet, &meta.section, &meta.canonical_url, &meta.language];
    let values: Vec<_> = values
        .into_iter()
        .map(|f| f.as_ref().map(|f| f.value.as_str()))
        .collect();
    assert_eq!(
        values,
        [
            Some("Selm Courier"),
            Some("Harbours"),
            Some("https://selm.example/storm"),
            Some("en-GB")
        ]
    );
    let empty = read(&self::page(
        "<link rel=canonical href=/storm><title>Storm closes the harbour | Wind and waves</title>",
        "",
    ))
    .1
    .meta;
    assert_eq!(
        (empty.outlet, empty.section, empty.canonical_url, empty.language),
        (None, None, None, None)
    );
}

#[test]
fn a_deck_is_printed_beside_the_headline_in_a_place_of_its_own() {
    let deck = "Two ferries stay at their piers for weeks";
    let head = format!("<meta name=description content='{deck}'>");
    let of = |top: &str| read(&page(&head, top)).1.meta.deck.map(|d| d.value);
    assert_eq!(
        of(&format!("<p class=standfirst>{deck}</p>")).as_deref(),
        Some(deck)
    );
    assert_eq!(of(&format!("<h2>{deck}</h2>")).as_deref(), Some(deck));
    // The beginning of the report, which search engines are shown.
    assert_eq!(of(&format!("<p>{deck}</p>")), None);
    assert_eq!(of("<h2>The engineers</h2>"), None);
}

#[test]
fn every_value_can_be_shown_where_it_stands() {
    let data = ld(
        r#"{"@type":"NewsArticle","headline":"Storm &amp; harbour","author":["Maya Rios"],"datePublished":"2016-05-03T08:00:00Z"}"#,
    );
    let head = format!(
        "<title>Storm closes the harbour – Courier</title><meta property=og:title content='Ställe im Sturm'>{data}"
    );
    let (text, capture) = read(&page(
        &head,
        "<p class=byline>Por Maya Rios</p><p>3 de mayo de 2016</p>",
    ));
    let text = Indexed::new(&text);
    for candidate in &capture.candidates {
        let shown = text.slice(candidate.at);
        let same = candidate.field == StatedField::Published || shown == candidate.value;
        assert!(same && !shown.is_empty(), "{candidate:?}: {shown}");
    }
    assert!(
        text.text().ends_with("json-ld author: Maya Rios"),
        "{}",
        text.text()
    );
}

#[test]
fn a_page_that_is_called_after_its_sidebar_still_has_a_headline_and_a_day() {
    let body = format!(
        "<div class='wrapper sidebar-active'><h1 itemprop=headline>Storm closes harbour</h1>\
         <time itemprop=datePublished datetime=2016-05-03>3 May 2016</time><article>{REPORT}{REPORT}</article></div>"
    );
    let (_, capture) = read(&format!("<title>The Selm Shop</title><body>{body}</body>"));
    assert_eq!(capture.meta.headline.value, "Storm closes harbour");
    assert_eq!(
        capture.meta.published.unwrap().value.date.to_string(),
        "2016-05-03"
    );
}

proptest! {
    #[test]
    fn no_signs_around_a_name_are_too_strange(odd in prop::array::uniform4("[ \u{a0}\u{2009}\u{202f}\u{3000}—–|·,(:]{0,3}"), cue in "(By|Von|记者|記者|Text)?") {
        let [a, b, c, d] = odd;
        let name = format!("{a}Žan Čeh{b}");
        let credits = format!("<p>{cue}{name}</p><p>{c}3 May 2016{d}{name}</p>");
        let box_and_signature = format!("<p>{name}</p><div class=author-box><h3>About {a}Žan Čeh</h3><p>{name} is a reporter.</p></div>");
        let page = page("", &credits).replace("</article>", &format!("{box_and_signature}</article>"));
        let (_, capture) = read(&page);
        for author in &capture.meta.authors {
            prop_assert!("Žan Čeh".contains(author.value.as_str()), "{}", author.value);
        }
    }

    #[test]
    fn no_data_are_too_strange(json in r#"([\[\]{}:,"\\]|"@type"|"NewsArticle"|"author"|"datePublished"|"2016-05-0"|é){0,60}"#, name in "\\PC{0,40}", date in "[0-9./:T +-]{0,20}") {
        let name = name.replace(['<', '&'], "");
        read(&page(&ld(&json), &format!("<p class=byline>By {name}</p><time>{date}</time>")));
    }
}
