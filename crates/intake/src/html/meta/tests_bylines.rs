//! The forms in which pages of the world print a byline, each as a small page, and the names in such places that are nobody's.

use super::tests::{REPORT, authors, ld, page};

/// Four long paragraphs.
fn long() -> String {
    REPORT.replace("</p><p>", " ").repeat(4)
}

/// A page with `below` behind a long text.
fn signed(below: &str) -> String {
    page("", "").replace("</article>", &format!("{}{below}</article>", long()))
}

#[test]
fn a_name_beside_the_day_under_the_headline_is_the_byline() {
    for line in [
        "Maya Rios | 3 May 2016",
        "Maya Rios · May 3, 2016",
        "Maya Rios – 3 May 2016",
        "3 May 2016 | Maya Rios",
        "3. Mai 2016, Maya Rios",
        "Maya Rios, 03.05.2016, 12:10 Uhr",
        "Maya Rios • 3 May 2016 • 5 min read",
        "Maya Rios maya.rios@selm.example | Viernes 22 abril, 2022",
        "<span>Maya Rios</span> <span>3 May 2016</span>",
        "Maya Rios<br>3 May 2016",
    ] {
        assert_eq!(
            authors(&page("", &format!("<div>{line}</div>"))),
            ["Maya Rios"],
            "{line}"
        );
    }
}

#[test]
fn places_sections_and_people_of_the_text_beside_the_day_are_no_byline() {
    for line in [
        "New York, 3 May 2016",
        "Middle East | 3 May 2016",
        "World News | 3 May 2016",
        "Selm Courier | 3 May 2016",
        "Kultur – 3. Mai 2016",
    ] {
        let page = page(
            "<meta property=og:site_name content='Selm Courier'>",
            &format!("<div>{line}</div>"),
        );
        assert_eq!(authors(&page), [""; 0], "{line}");
    }
    let told = page(
        "",
        "<div>Maya Rios | 3 May 2016</div><p>The mayor, Maya Rios, closed the harbour herself.</p>",
    );
    assert_eq!(authors(&told), [""; 0]);
    let section = page("", "<div>Port Selmer | 3 May 2016</div>").replace(
        "<body>",
        "<body><nav><ul><li><a href=/port>Port Selmer</a></li></ul></nav>",
    );
    assert_eq!(authors(&section), [""; 0]);
}

#[test]
fn a_name_below_the_last_sentence_is_the_signature() {
    for line in [
        "<p><b><i>Maya Rios</i></b></p>",
        "<p>Maya Rios</p>",
        "<p>Maya Rios<br>Chair of the Selm Foundation</p>",
        "<p>— Maya Rios</p>",
        "<p>(Maya Rios)</p>",
        "<p>—\u{2009}Maya Rios</p>",
        "<p>—\u{3000}Maya Rios\u{202f}</p>",
        "<p>Maya Rios – 3 May 2016 – Permalink</p>",
    ] {
        assert_eq!(authors(&signed(line)), ["Maya Rios"], "{line}");
    }
    for line in [
        "<p>Related articles</p>",
        "<p>Read More</p>",
        "<p><a href=/tag/cy-dee>Cy Dee</a></p>",
        "<h3>Cy Dee</h3>",
        "<p>Contact:</p><p>Maya Rios</p>",
        "<p>Photo: Maya Rios</p>",
    ] {
        assert_eq!(authors(&signed(line)), [""; 0], "{line}");
    }
    let letters = signed(&format!("<p>Maya Rios</p>{REPORT}<p>Ola Berg</p>"));
    assert_eq!(authors(&letters), [""; 0]);
    // A byline in its usual place is believed before a signature.
    let both = signed("<p>Maya Rios</p>").replace("</h1>", "</h1><p>By Ola Berg</p>");
    assert_eq!(authors(&both), ["Ola Berg"]);
}

#[test]
fn a_link_to_the_page_of_somebody_beside_the_headline_is_the_byline() {
    for address in [
        "/profile/maya-rios",
        "/people/12",
        "/experts/maya-rios",
        "/team/maya-rios",
    ] {
        let link = format!("<a href={address}>Maya Rios</a>");
        assert_eq!(authors(&page("", &link)), ["Maya Rios"], "{address}");
        let sentence = format!(
            "<p>The mayor of the town, {link}, said in the evening that the ferries stay at their piers.</p>"
        );
        assert_eq!(authors(&page("", &sentence)), [""; 0], "{address}");
        assert_eq!(
            authors(&signed(&format!("<div>{link}</div>"))),
            [""; 0],
            "{address}"
        );
    }
}

#[test]
fn what_is_said_of_a_picture_names_no_author() {
    for picture in [
        "<figure><img><figcaption class=byline>Maya Rios (left) meets the mayor.</figcaption></figure>",
        "<div class=cutline-byline><p>Maya Rios (left) meets the mayor.</p></div>",
        "<div class=photo-byline>Maya Rios</div>",
        "<div class=image-author>Maya Rios</div>",
        "<div class=image-credit><span class=author>Maya Rios</span></div>",
    ] {
        assert_eq!(authors(&page("", picture)), [""; 0], "{picture}");
    }
}

#[test]
fn credits_of_insets_and_of_the_cards_of_other_articles_name_others() {
    let report = long();
    for other in [
        format!("<h2>A town upended</h2><p><b>By Li Na, Selm</b></p>{report}"),
        format!(
            "{report}</article><ul><li><a href=/2>Ferries stay at their piers for weeks</a><div class=item-author>by Li Na</div></li></ul><article>"
        ),
        format!(
            "{report}</article><a href=/2>Ferries stay at their piers <div class=item-author>By <b>Li Na</b></div></a><article>"
        ),
    ] {
        assert_eq!(authors(&signed(&other)), [""; 0], "{other}");
    }
}

#[test]
fn the_name_in_a_sites_head_vouches_for_no_stated_author() {
    let head = "<meta name=author content='Selmer Welle'>";
    let menu = "<div>Selmer Welle</div><ul><li>News</li><li>Coast</li><li>Towns</li><li>Ferries</li><li>Wind</li><li>Help</li><li>Jobs</li></ul>";
    let page = page(head, "").replace("<body>", &format!("<body>{menu}"));
    assert_eq!(authors(&page), [""; 0]);
    let data = ld(r#"{"@type":"NewsArticle","author":{"@type":"Person","name":"Selmer Welle"}}"#);
    assert_eq!(authors(&page.replace(head, &data)), [""; 0]);
}

#[test]
fn a_box_right_below_the_article_names_its_author_and_one_far_below_does_not() {
    let between = |count: usize| "<p>Wind</p>".repeat(count);
    for (name, far) in [
        ("<div class=author-box><h4>Maya Rios</h4></div>", 8),
        (
            "<div class=about><a href=/author/maya>View all posts by Maya Rios</a></div>",
            20,
        ),
        ("<p>Alle Beiträge von Maya Rios</p>", 20),
    ] {
        let below = |count: usize| {
            let page = signed("");
            page.replace("</article>", &format!("</article>{}{name}", between(count)))
        };
        assert_eq!(authors(&below(0)), ["Maya Rios"], "{name}");
        assert_eq!(authors(&below(far)), [""; 0], "{name}");
    }
}

#[test]
fn names_alone_under_the_headline_are_the_byline_where_day_office_or_address_stands_beside_them() {
    for (top, names) in [
        ("<div>Maya Rios</div><div>3 May 2016</div>", &["Maya Rios"][..]),
        ("<div>3 May 2016</div><div>Maya Rios</div>", &["Maya Rios"]),
        (
            "<div>Maya Rios</div><div>Selm</div><div>3 May 2016</div>",
            &["Maya Rios"],
        ),
        ("<div>Maya Rios</div><div>Staff reporter</div>", &["Maya Rios"]),
        ("<div>Maya Rios, Staff Writer</div>", &["Maya Rios"]),
        ("<div>Maya Rios, @mayarios</div>", &["Maya Rios"]),
        ("<div>Maya Rios</div>", &["Maya Rios"]),
        (
            "<div>By Maya Rios</div><div>and Ola Berg</div>",
            &["Maya Rios", "Ola Berg"],
        ),
        ("<div>Maya Rios<br>The Associated Press</div>", &["Maya Rios"]),
        ("<div>Maya Rios and Ola Berg</div>", &["Maya Rios", "Ola Berg"]),
        (
            "<div>Maya Rios / Ola Berg | 3 May 2016</div>",
            &["Maya Rios", "Ola Berg"],
        ),
        (
            "<div>Maya Rios et Ola Berg, le 3 mai 2016</div>",
            &["Maya Rios", "Ola Berg"],
        ),
        (
            "<div class=authors><div>Maya Rios</div><div>Reporter</div><div>Ola Berg</div></div>",
            &["Maya Rios", "Ola Berg"],
        ),
        ("<div><a href=/@mayarios>Maya Rios</a></div>", &["Maya Rios"]),
        ("<address>Maya Rios</address>", &["Maya Rios"]),
        (
            "<div>Kovács Anna</div><div>2016. május 3.</div>",
            &["Kovács Anna"],
        ),
        (
            "<div>Мария Иванова</div><div>3 мая 2016</div>",
            &["Мария Иванова"],
        ),
    ] {
        assert_eq!(authors(&page("", top)), names, "{top}");
    }
}

#[test]
fn sections_places_firms_and_credits_of_pictures_beside_the_day_are_no_byline() {
    for top in [
        "<div>Case Study</div><div>3 May 2016</div>",
        "<div>Kansas City</div><div>3 May 2016</div>",
        "<div>Sierra Leone and Guinea Bissau</div>",
        "<div>Premier League · 3 May 2016</div>",
        "<div>Samsung Electronics</div><div>3 May 2016</div>",
        "<div>Harbour Closure, Storm Damage</div>",
        "<div>Image: Maya Rios</div><div>3 May 2016</div>",
        "<div>© Maya Rios</div><div>3 May 2016</div>",
        "<div>Maya Rios via AP</div>",
        "<div>Tags: Maya Rios, Ola Berg</div>",
        "<div>Maya Rios</div><p>The last who left was Rios, with the keys of the tower in her hands.</p>",
    ] {
        assert_eq!(authors(&page("", top)), [""; 0], "{top}");
    }
}

#[test]
fn the_line_of_a_town_or_a_sign_may_stand_before_the_word_for_by() {
    for line in [
        "Aus Selm berichtet Maya Rios",
        "Aus Port Vane von Maya Rios",
        "From Selm by Maya Rios",
        "Posted: 3 May 2016 | By: Maya Rios",
        "Artikel vom 3. Mai 2016 von Maya Rios",
        "Posted by Maya Rios under Coast",
        "Teksti Maya Rios",
        "作者：王小明 编辑：李娜",
        "김철수 기자",
    ] {
        let names = authors(&page("", &format!("<p>{line}</p>")));
        assert!(
            matches!(names.as_slice(), [one] if ["Maya Rios", "王小明", "김철수"].contains(&one.as_str())),
            "{line}: {names:?}"
        );
    }
}

#[test]
fn a_box_below_the_article_tells_who_wrote_it() {
    for (below, names) in [
        (
            "<h3>About the author</h3><h4>Maya Rios</h4><p>Maya writes about the coast.</p>",
            &["Maya Rios"][..],
        ),
        (
            "<h3>Über die Autorin</h3><p>Maya Rios ist Redakteurin beim Kurier.</p>",
            &["Maya Rios"],
        ),
        (
            "<p><em>Maya Rios is a senior fellow at the Selm Institute. Ola Berg is a professor of history.</em></p>",
            &["Maya Rios", "Ola Berg"],
        ),
        ("<p>Maya Rios is the mayor of Selm.</p>", &[]),
    ] {
        assert_eq!(authors(&signed(below)), names, "{below}");
    }
    let long = format!("<div class=author-bio><h3>Maya Rios</h3>{REPORT}{REPORT}</div>");
    assert_eq!(authors(&signed(&long)), ["Maya Rios"]);
    // Whom the text tells of is not its author.
    let told =
        signed("<p>Maya Rios is a writer from Selm.</p>").replace("Nobody was hurt.", "Maya Rios was hurt.");
    assert_eq!(authors(&told), [""; 0]);
}

#[test]
fn the_dateline_names_an_agency_or_a_reporter() {
    for (start, names) in [
        ("SELM (Reuters) - The", &["Reuters"][..]),
        ("Selm (dpa/lno) – The", &["dpa/lno"]),
        ("(셀름=통신) 김철수 기자 = The", &["김철수"]),
        ("Selm (population 900) - The", &[]),
    ] {
        let page = page("", "").replacen("<p>The", &format!("<p>{start}"), 1);
        assert_eq!(authors(&page), names, "{start}");
    }
}

#[test]
fn stated_names_may_be_contributors_in_two_parts_or_turned_round() {
    assert_eq!(authors(&page("", "<div>Coast, Maya Rios</div>")), [""; 0]);
    for head in [
        ld(r#"{"@type":"NewsArticle","contributor":{"@type":"Person","name":"Maya Rios"}}"#),
        ld(r#"{"@type":"NewsArticle","author":{"@type":"Person","givenName":"Maya","familyName":"Rios"}}"#),
        "<meta name=citation_author content='Rios, Maya'>".to_owned(),
    ] {
        let page = page(&head, "<div>Coast, Maya Rios</div>");
        assert_eq!(authors(&page), ["Maya Rios"], "{head}");
    }
}
