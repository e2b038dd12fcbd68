//! What lists promise: pages that join without gap or repetition, filters that find what they say.

use model::{
    Uid,
    article::{ArticleState, Field, Published},
    filter::Filter,
    source::Credibility,
    tag::TagPath,
    text::Span,
};

use super::{Cut, Extent, Measure, Order, Page, Which};
use crate::{
    Error, Library, Noun,
    annotation::NewAnnotation,
    article::NewArticle,
    source::SourceKind,
    tests::{article, library, op},
};

/// Article `n` with this title, published on day `n` of a month unless `n` is a multiple of five.
fn titled(n: u64, title: &str) -> NewArticle {
    let mut new = article(n);
    new.capture.meta.headline = Field::typed(title.to_owned());
    new.capture.blocks[0].spans[0].text = title.to_owned();
    let date = chrono::NaiveDate::from_ymd_opt(2026, 2, u32::try_from(n % 7 + 1).unwrap()).unwrap();
    new.capture.meta.published = (!n.is_multiple_of(5)).then(|| {
        Field::typed(Published {
            date,
            time: None,
            zone: None,
        })
    });
    new
}

fn add(library: &Library, n: u64, new: NewArticle) -> Uid {
    let added = library.write::<_, Error>(op(n), move |w| w.add_article(&new));
    added.unwrap().0
}

fn titles(library: &Library, which: Which, filter: &str) -> Vec<String> {
    let page = Page {
        cut: Cut {
            which,
            order: Order::Title,
            filter: Filter::read(filter),
        },
        after: None,
        limit: 100,
    };
    let rows = library.read::<_, Error>(|r| r.articles(&page)).unwrap();
    rows.into_iter().map(|row| row.headline).collect()
}

#[test]
fn pages_in_every_order_join_to_the_whole_list() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    for n in 1..=23 {
        // Titles and days repeat: what is equal must not be lost between two pages.
        add(&library, n, titled(n, ["grain", "Ports", "élan"][n as usize % 3]));
    }
    for order in [Order::Added, Order::Published, Order::Title] {
        let cut = Cut {
            order,
            ..Cut::default()
        };
        let (all, extent) = library
            .read::<_, Error>(|r| {
                let measure = Measure {
                    every: 5,
                    ..Measure::default()
                };
                Ok((r.article_uids(&cut)?, r.article_extent(&cut, &measure)?))
            })
            .unwrap();
        assert_eq!((all.len(), extent.total), (23, 23));
        let starts = [None].into_iter().chain(extent.stops.into_iter().map(Some));
        let mut joined = Vec::new();
        for after in starts {
            let page = Page {
                cut: cut.clone(),
                after,
                limit: 5,
            };
            let rows = library.read::<_, Error>(|r| r.articles(&page)).unwrap();
            joined.extend(rows.into_iter().map(|row| row.uid));
        }
        assert_eq!(joined, all, "{order:?}");
    }
}

#[test]
fn orders_put_first_what_they_say() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    for (n, title) in [(1, "b"), (2, "C"), (3, "a"), (5, "d")] {
        add(&library, n, titled(n, title));
    }
    let in_order = |order| {
        let page = Page {
            cut: Cut {
                order,
                ..Cut::default()
            },
            after: None,
            limit: 9,
        };
        let rows = library.read::<_, Error>(|r| r.articles(&page)).unwrap();
        rows.into_iter().map(|row| row.headline).collect::<String>()
    };
    assert_eq!(in_order(Order::Added), "daCb");
    // The fifth has no date.
    assert_eq!(in_order(Order::Published), "aCbd");
    assert_eq!(in_order(Order::Title), "abCd");
}

#[test]
fn a_list_tells_its_groups_and_the_place_of_a_row() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    let uids: Vec<Uid> = (1..=5).map(|n| add(&library, n, titled(n, "t"))).collect();
    let added: Vec<String> = library
        .read::<_, Error>(|r| uids.iter().map(|uid| Ok(r.article(*uid)?.added_at)).collect())
        .unwrap();
    let measure = Measure {
        every: 2,
        since: vec![added[4].clone(), added[1].clone()],
        find: Some(uids[0]),
    };
    let extent = library
        .read::<_, Error>(|r| r.article_extent(&Cut::default(), &measure))
        .unwrap();
    assert_eq!(
        extent,
        Extent {
            total: 5,
            stops: vec![uids[3], uids[1]],
            groups: vec![1, 3, 1],
            place: Some(4),
        }
    );
}

#[test]
fn each_place_lists_its_own_and_the_trash_only_what_was_thrown_away() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    let uids: Vec<Uid> = (1..=4)
        .map(|n| add(&library, n, titled(n, &format!("t{n}"))))
        .collect();
    library
        .write::<_, Error>(op(9), move |w| {
            w.set_article_state(uids[1], ArticleState::Later)?;
            w.set_article_state(uids[2], ArticleState::Archive)?;
            w.set_article_read(uids[0], true)?;
            w.set_trashed(Noun::Article, uids[3], true)
        })
        .unwrap();
    assert_eq!(titles(&library, Which::Inbox, ""), ["t1"]);
    assert_eq!(titles(&library, Which::Later, ""), ["t2"]);
    assert_eq!(titles(&library, Which::Archive, ""), ["t3"]);
    assert_eq!(titles(&library, Which::All, ""), ["t1", "t2", "t3"]);
    assert_eq!(titles(&library, Which::Trash, ""), ["t4"]);
    assert_eq!(titles(&library, Which::All, "-in:archive"), ["t1", "t2"]);
    let counts = library.read::<_, Error>(|r| r.counts()).unwrap();
    assert_eq!(
        (
            counts.inbox,
            counts.unread,
            counts.later,
            counts.archive,
            counts.trash
        ),
        (1, 0, 1, 1, 1)
    );
}

#[test]
fn a_filter_finds_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    let mut grain = titled(1, "Grain lane reopens");
    grain.capture.meta.section = Some(Field::typed("World % trade".into()));
    grain.capture.meta.authors = vec![Field::typed("Ada Vance".into())];
    let grain = add(&library, 1, grain);
    let port = add(&library, 2, titled(2, "Port strike"));
    add(&library, 5, titled(5, "Élysée denies"));
    library
        .write::<_, Error>(op(9), move |w| {
            w.tag_article(grain, &TagPath::read("energy/gas").unwrap())?;
            w.set_article_read(port, true)?;
            w.set_article_starred(port, true)?;
            let source = w.source_or_new("The Northern Ledger", SourceKind::Outlet)?;
            let mut sourced = titled(10, "Rail freight");
            sourced.source = Some(source);
            w.add_article(&sourced)?;
            let version = w.newest_version(port)?;
            let selectors =
                model::anchor::capture(&model::text::Indexed::new(&version.text), Span::new(0, 4));
            let mark = NewAnnotation {
                kind: model::annotation::Kind::Fact,
                selectors: selectors.unwrap(),
                note: Some("see".into()),
                speaker: None,
                credibility: Credibility::UNJUDGED,
                tags: vec![TagPath::read("Labour").unwrap()],
            };
            w.annotate(&version, &mark)
        })
        .unwrap();
    let (e, g, p, r) = (
        "Élysée denies",
        "Grain lane reopens",
        "Port strike",
        "Rail freight",
    );
    for (filter, found) in [
        ("", &[g, p, r, e][..]),
        ("grai", &[g]),
        ("elysee", &[e]),
        ("\"lane reopens\"", &[g]),
        ("\"lane reop\"", &[]),
        ("-grain -port", &[]),
        ("-strike is:read", &[]),
        ("-reopens -freight", &[p, e]),
        ("ministry sel", &[g, p, r, e]),
        ("ferry", &[]),
        ("tag:energy", &[g]),
        ("tag:ENERGY/gas", &[g]),
        ("tag:energ", &[]),
        ("tag:labour", &[p]),
        ("-tag:energy", &[p, r, e]),
        ("has:tag", &[g]),
        ("is:starred", &[p]),
        ("is:unread", &[g, r, e]),
        ("has:note", &[p]),
        ("-has:annotation", &[g, r, e]),
        ("source:ledger", &[r]),
        ("-source:ledger", &[g, p, e]),
        ("by:vance", &[g]),
        ("section:world", &[g]),
        ("section:%", &[]),
        ("-section:world", &[p, r, e]),
        ("before:2026-02-03", &[g, r, e]),
        ("after:2026-02-03", &[p]),
        ("\" ' * ( NEAR \\", &[]),
    ] {
        let mut found = found.to_vec();
        let mut got = titles(&library, Which::All, filter);
        got.sort();
        found.sort_unstable();
        assert_eq!(got, found, "{filter}");
    }
}

#[test]
fn tags_on_several_articles_are_counted_and_taken_off() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(folder.path());
    let uids: Vec<Uid> = (1..=3).map(|n| add(&library, n, titled(n, "t"))).collect();
    let tag = |path: &str| TagPath::read(path).unwrap();
    let tagged = uids.clone();
    library
        .write::<_, Error>(op(9), move |w| {
            w.tag_article(tagged[0], &tag("Ports"))?;
            w.tag_article(tagged[1], &tag("ports"))?;
            w.tag_article(tagged[1], &tag("grain"))?;
            w.untag_article(tagged[0], &tag("never seen"))
        })
        .unwrap();
    let counted = || library.read::<_, Error>(|r| r.tags_on(&uids)).unwrap();
    assert_eq!(counted(), [("grain".to_owned(), 1), ("Ports".to_owned(), 2)]);
    let first = uids[0];
    library
        .write::<_, Error>(op(10), move |w| w.untag_article(first, &tag("PORTS")))
        .unwrap();
    assert_eq!(counted(), [("grain".to_owned(), 1), ("Ports".to_owned(), 1)]);
    let none = library.read::<_, Error>(|r| r.tags_on(&[])).unwrap();
    assert_eq!(none, [("grain".to_owned(), 0), ("Ports".to_owned(), 0)]);
}
