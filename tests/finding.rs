//! Lists of open vacancies beside the home page: they show what the home page shows, lead to each other, and stay.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use diptych::domain::{Facts, Instant, Side, State};
use diptych::load::{Memory, Source};
use diptych::pipeline::{self, Prepared};
use diptych::plan::{Content, Dimension, Order, Public, Selection};
use proptest::prelude::*;

use common::corpus::{NOW, corpus};
use common::html::Page;
use common::{Output, add_folder, build, instant, repository, sample, text, theme};

/// Instants at which the sample has one, two and four open vacancies, a range of grades and some that have closed.
const INSTANTS: [&str; 3] = ["2025-05-01T09:00:00+02:00", "2025-06-12T09:00:00+02:00", "2026-03-01T09:00:00+01:00"];

fn other_site() -> Memory {
    let mut site = theme();
    add_folder(&mut site, &repository().join("tests/other_site"), "");
    site
}

fn prepared(source: &dyn Source, now: Instant) -> Prepared {
    pipeline::prepare(source, now).expect("the disk is there").value.expect("a site")
}

fn page(output: &Output, path: &str) -> Page {
    Page::of(output, &format!("{}index.html", &path[1..]))
}

/// The addresses of the notices that a list shows, in its order.
fn shown(page: &Page) -> Vec<String> {
    page.attributes(".vacancies h2 a", "href")
}

/// Whether a notice has a value, by the definition and not by the program.
fn has(public: &Public, dimension: Dimension, key: &str, grades: &[&str]) -> bool {
    let facts = &public.notice.facts;
    let is = |fact: &Option<String>| fact.as_deref() == Some(key);
    match dimension {
        Dimension::Location => is(&facts.location),
        Dimension::Organisation => is(&facts.organisation),
        Dimension::Contract => is(&facts.contract),
        Dimension::Deadline => public.state == State::ClosingSoon && key == "closing-soon",
        Dimension::Grade => facts.grade.as_ref().is_some_and(|range| {
            let rank = |code: &str| grades.iter().position(|grade| *grade == code).expect("a known grade");
            (rank(&range.from)..=rank(&range.to)).contains(&rank(key))
        }),
    }
}

/// What must hold of the lists of any site.
fn lists_agree(source: &dyn Source, now: Instant) {
    let (prepared, output) = (prepared(source, now), build(source, now));
    let (plan, site) = (prepared.plan(), &prepared.material().words.site);
    let grades: Vec<_> = site.vocabulary.grades.iter().map(|(grade, _)| grade.as_str()).collect();
    let address = |path: &str| format!("{}{path}", site.base_path());
    let open: Vec<&Public> = plan.open().collect();
    for side in Side::BOTH {
        let home = page(&output, &site.home_path(side));
        let urls = |notices: &[&Public]| notices.iter().map(|it| address(&it.paths[side])).collect::<Vec<_>>();
        assert_eq!(shown(&home), urls(&open));
        let links: BTreeMap<_, _> = home
            .all(".finder li")
            .into_iter()
            .map(|item| {
                let words: String = item.text().collect();
                let count = words.rsplit_once('(').and_then(|(_, count)| count.trim_end_matches(')').parse().ok());
                let link = item.child_elements().next().expect("a link");
                (link.attr("href").expect("an address").to_owned(), count.unwrap_or(open.len()))
            })
            .collect();
        let mut listed: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let mut led_to = BTreeSet::from([address(&site.home_path(side))]);
        for list in &plan.lists {
            let own = page(&output, &list.paths[side]);
            assert_eq!(own.attributes("meta[name=robots]", "content"), ["noindex, follow"]);
            let expected = match &list.selection {
                Selection::Having(dimension, key) => {
                    let expected: Vec<_> =
                        open.iter().copied().filter(|public| has(public, *dimension, key, &grades)).collect();
                    listed.entry(dimension.word()).or_default().extend(urls(&expected));
                    expected
                }
                Selection::Sorted(order) => {
                    let sorted = plan.listed(&list.selection, side, site);
                    assert!(in_order(&sorted, *order, side, &grades), "{order:?}");
                    sorted
                }
            };
            assert_eq!(shown(&own), urls(&expected), "{}", list.paths[side]);
            let is_sorted = matches!(list.selection, Selection::Sorted(_));
            if open.len() > 1 && (is_sorted || !expected.is_empty()) {
                let url = address(&list.paths[side]);
                assert_eq!(links.get(&url), Some(&expected.len()), "{url}");
                led_to.insert(url);
            }
            let current = own.attributes(".finder [aria-current]", "href");
            assert_eq!(current, [address(&list.paths[side])], "it knows where it is");
            assert_eq!(own.attributes(".finder-all a", "href"), [address(&site.home_path(side))]);
        }
        if open.len() > 1 {
            assert_eq!(links.keys().cloned().collect::<BTreeSet<_>>(), led_to, "and no others");
        }
        // All lists of a fact together show the open notices that have it.
        for dimension in Dimension::ALL {
            let keys = dimension.keys(&site.vocabulary);
            let having = |public: &&Public| keys.iter().any(|key| has(public, dimension, key, &grades));
            let having: Vec<_> = open.iter().copied().filter(having).collect();
            let listed = listed.remove(dimension.word()).unwrap_or_default();
            assert_eq!(listed, urls(&having).into_iter().collect::<BTreeSet<_>>(), "{dimension:?}");
        }
    }
}

/// Whether each notice may stand before the next one.
fn in_order(notices: &[&Public], order: Order, side: Side, grades: &[&str]) -> bool {
    notices.windows(2).all(|two| {
        let [one, next] = [two[0], two[1]].map(|public| &public.notice);
        match order {
            Order::Grade => {
                let rank = |facts: &Facts| {
                    let grade = facts.grade.as_ref()?;
                    grades.iter().position(|code| *code == grade.to)
                };
                rank(&one.facts) >= rank(&next.facts)
            }
            Order::Title => {
                let [one, next] = [one, next].map(|notice| notice.editions[side].words.title.value.to_lowercase());
                // Where both are plain letters and blanks, their order is beyond doubt.
                let are_plain = one.chars().chain(next.chars()).all(|sign| sign.is_ascii_lowercase() || sign == ' ');
                !are_plain || one <= next
            }
            Order::Published => {
                let published = |facts: &Facts| facts.published.map(|moment| moment.instant);
                published(&one.facts) >= published(&next.facts)
            }
        }
    })
}

#[test]
fn the_lists_of_the_sample_show_what_its_home_page_shows() {
    for now in INSTANTS {
        lists_agree(&sample(), instant(now));
    }
}

#[test]
fn the_lists_of_another_organisation_do_too() {
    lists_agree(&other_site(), instant("2025-05-05T09:00:00+02:00"));
}

#[test]
fn a_list_is_named_in_the_words_of_its_language() {
    let output = build(&sample(), instant(INSTANTS[1]));
    for (path, title) in [
        ("/en/find/grade/g9/", "Open vacancies: G9 (C.6)"),
        (
            "/fr/trouver/organisme/otan-secretariat-international/",
            "Postes à pourvoir\u{a0}: OTAN, Secrétariat international",
        ),
        ("/fr/trouver/trier-par/les-plus-recents-d-abord/", "Postes à pourvoir, les plus récents d’abord"),
    ] {
        assert_eq!(page(&output, path).text("h1"), title);
    }
}

#[test]
fn an_empty_list_leads_back_to_all() {
    // All that is open now is in Brussels.
    let output = build(&sample(), instant(INSTANTS[2]));
    let page = page(&output, "/en/find/location/luxembourg-luxembourg/");
    assert!(shown(&page).is_empty());
    assert!(page.text(".empty").starts_with("There are no open vacancies on this list"));
    assert_eq!(page.attributes(".finder-all a", "href"), ["/en/"]);
    assert!(!text(&output, "en/index.html").contains("luxembourg-luxembourg"));
    assert!(!text(&output, "sitemap.xml").contains("/en/find/"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lists_show_what_the_home_page_shows_and_their_addresses_stay(corpus in corpus(), days in 0_i64..200) {
        let site = corpus.site();
        let now = instant(NOW);
        lists_agree(&site, now);
        let addresses = |now: Instant| -> BTreeSet<String> {
            let prepared = prepared(&site, now);
            let lists = prepared.plan().pages.iter().filter(|page| matches!(page.content, Content::List(..)));
            lists.map(|page| page.path.clone()).collect()
        };
        let later = addresses(now.plus(days * 86_400));
        prop_assert!(addresses(now).is_subset(&later), "{later:?}");
    }
}
