//! The sample in each of the repository's themes: what every theme owes its readers, and that the plain one is short.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use diptych::domain::{Side, State};
use diptych::pipeline;

use common::html::Page;
use common::{Output, THEMES, build, instant, repository, sample, sample_in};

const EVERYTHING: &str = "2025-06-12T09:00:00+02:00";

/// The sample in both themes, built once for all tests.
static OUTPUTS: LazyLock<[Output; 2]> =
    LazyLock::new(|| THEMES.map(|theme| build(&sample_in(theme), instant(EVERYTHING))));

/// Whether a file of the output is there in every theme: only those that have a template for it have the search and the
/// pictures of notices, and each has assets of its own.
fn is_of_every_theme(path: &str) -> bool {
    let of_some = ["assets/", "cards/", "en/search/", "fr/recherche/", "en/pagefind-", "fr/pagefind-"];
    !of_some.iter().any(|folder| path.starts_with(folder))
}

/// The pages of one language, of both themes.
fn each_page(mut look: impl FnMut(&str, [&Page; 2])) {
    const IN_BOTH: [&str; 3] = ["index.html", "404.html", "410.html"];
    let is_page = |path: &str| is_of_every_theme(path) && path.ends_with(".html") && !IN_BOTH.contains(&path);
    let mut looked_at = 0;
    for path in OUTPUTS[0].keys().filter(|path| is_page(path)) {
        let [one, other] = OUTPUTS.each_ref().map(|output| Page::of(output, path));
        look(path, [&one, &other]);
        looked_at += 1;
    }
    assert!(looked_at > 20, "{looked_at} pages");
}

#[test]
fn a_site_has_the_same_files_in_every_theme() {
    let [one, other] =
        OUTPUTS.each_ref().map(|output| output.keys().filter(|path| is_of_every_theme(path)).collect::<BTreeSet<_>>());
    assert_eq!(one, other);
}

#[test]
fn what_is_not_a_page_is_the_same_in_every_theme() {
    let [one, other] = &*OUTPUTS;
    let is_text = |path: &str| [".atom", ".rss", ".json", ".ics", ".csv", ".txt"].iter().any(|end| path.ends_with(end));
    let mut compared = 0;
    for (path, bytes) in one.iter().filter(|(path, _)| is_text(path) && is_of_every_theme(path)) {
        assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&other[path]), "{path}");
        compared += 1;
    }
    assert!(compared > 20, "{compared} files");
}

#[test]
fn every_theme_tells_machines_the_same() {
    each_page(|path, pages| {
        let [one, other] = pages.map(|page| {
            let data = page.all("script[type='application/ld+json']");
            let data: Vec<String> = data.iter().map(|script| script.text().collect()).collect();
            let content = |selector: &str| page.attributes(selector, "content");
            let social = ["title", "description", "type", "url", "locale", "site_name"];
            [
                page.attributes("html", "lang"),
                page.attributes("link[rel=canonical]", "href"),
                page.alternates().into_iter().map(|(code, address)| format!("{code} {address}")).collect(),
                page.attributes("link[rel=alternate][type]", "href"),
                content("meta[name=robots]"),
                content("meta[name=description]"),
                social.iter().flat_map(|name| content(&format!("meta[property='og:{name}']"))).collect(),
                data,
            ]
        });
        assert_eq!(one, other, "{path}");
        assert!(!one[1].is_empty() && one[2].len() == 3 && !one[3].is_empty() && one[6].len() == 6, "{path}: {one:?}");
    });
}

#[test]
fn every_page_leads_to_its_twin_and_to_the_ways_to_follow() {
    each_page(|path, pages| {
        let (own, other, follow) =
            if path.starts_with("en/") { ("en", "fr", "/en/follow/") } else { ("fr", "en", "/fr/suivre/") };
        for page in pages {
            let twin = page.one("a.language");
            assert_eq!([twin.attr("lang"), twin.attr("hreflang")], [Some(other); 2], "{path}");
            let address = page.alternates().into_iter().find(|(code, _)| code == other).expect("a twin").1;
            assert!(address.ends_with(twin.attr("href").expect("an address")), "{path}");
            assert_eq!(page.one("html").attr("lang"), Some(own), "{path}");
            assert!(page.attributes("a", "href").iter().any(|href| href == follow), "{path}");
            assert_eq!(page.all("h1").len(), 1, "{path}");
            assert_eq!(
                page.attributes("a.skip", "href"),
                [format!("#{}", page.one("main").attr("id").expect("an id"))]
            );
        }
    });
}

#[test]
fn every_theme_shows_the_same_facts_and_sections() {
    each_page(|path, [full, plain]| {
        let facts = |page: &Page| -> BTreeMap<String, Vec<String>> {
            let mut facts: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for row in page.all("[class^=fact-]") {
                let value = common::html::text_of(row).lines().skip(1).collect::<String>();
                facts.entry(row.attr("class").expect("a class").to_owned()).or_default().push(value);
            }
            facts
        };
        let (shown, others) = (facts(plain), facts(full));
        for (fact, values) in others {
            let is_shown = values.iter().all(|value| shown.get(&fact).is_some_and(|shown| shown.contains(value)));
            assert!(is_shown, "{path}: {fact} is {values:?}, not {:?}", shown.get(&fact));
        }
        for selector in [".sections > section", "nav.contents li a", ".apply a"] {
            let of = |page: &Page| page.attributes(selector, if selector.ends_with('a') { "href" } else { "id" });
            let portals = |targets: Vec<String>| -> Vec<_> {
                targets.into_iter().filter(|target| !target.ends_with(".ics")).collect()
            };
            assert_eq!(portals(of(plain)), portals(of(full)), "{path}: {selector}");
        }
        let calendars = |page: &Page| page.attributes("main a[href$='.ics']", "href").is_empty();
        assert!(!path.contains("250") || calendars(full) == calendars(plain), "{path}");
    });
}

#[test]
fn the_state_of_a_notice_is_said_in_words() {
    let prepared = pipeline::prepare(&sample(), instant(EVERYTHING)).expect("the disk is there").value.expect("a site");
    let words = [
        (State::ClosingSoon, ["Closing soon", "Clôture prochaine"]),
        (State::Closed, ["closed", "clos"]),
        (State::Cancelled, ["cancelled", "annulé"]),
        (State::Filled, ["filled", "pourvu"]),
    ];
    let mut said = BTreeSet::new();
    for (theme, output) in THEMES.iter().zip(&*OUTPUTS) {
        for public in &prepared.plan().notices {
            let Some((_, words)) = words.iter().find(|(state, _)| *state == public.state) else { continue };
            for side in Side::BOTH {
                let page = Page::of(output, &format!("{}index.html", &public.paths[side][1..]));
                let banner = page.text(".banner").to_lowercase();
                let word = words[usize::from(side == Side::Right)].to_lowercase();
                assert!(banner.contains(&word), "{theme}: {} does not say {word}", public.paths[side]);
                said.insert((*theme, word));
            }
        }
    }
    assert_eq!(said.len(), 16, "{said:?}");
}

#[test]
fn the_plain_theme_is_shorter_than_three_hundred_lines() {
    let mut lines = 0;
    for folder in ["", "templates", "assets", "i18n"] {
        for entry in fs::read_dir(repository().join("themes/plain").join(folder)).expect("the theme") {
            let path = entry.expect("a file").path();
            if path.is_file() {
                let text = fs::read_to_string(&path).expect("a text");
                lines += text.lines().count();
                let longest = text.lines().map(|line| line.chars().count()).max().unwrap_or_default();
                assert!(longest <= 120, "{} has a line of {longest}", path.display());
            }
        }
    }
    assert!((100..300).contains(&lines), "{lines} lines");
}
