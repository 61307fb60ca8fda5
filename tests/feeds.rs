//! The feeds: what they hold at each moment of a notice's life, and that their three formats say the same.

mod common;

use std::collections::BTreeSet;

use diptych::domain::Instant;
use diptych::load::Memory;
use diptych::pipeline;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use common::html::Page;
use common::xml::Element;
use common::{Output, build, corpus, everything, instant, text};

const ADDRESS: &str = "https://careers.example.org/";
const NOW: &str = "2025-06-12T09:00:00+02:00";
const LANGUAGES: [(&str, &str); 2] = [("en", "en-GB"), ("fr", "fr-FR")];
/// The feeds of the sample site: their name, and what they are called in each language's addresses.
const FEEDS: [(&str, [&str; 2]); 4] = [
    ("feed", ["feed", "feed"]),
    ("feed-brussels", ["feed-brussels", "feed-bruxelles"]),
    ("feed-jla", ["feed-jla", "feed-acl"]),
    ("feed-senior", ["feed-senior", "feed-cadres"]),
];

/// What a reader makes of a feed in any of the formats.
#[derive(Debug, PartialEq, Eq)]
struct Feed {
    title: String,
    description: String,
    home: String,
    author: String,
    updated: Option<Instant>,
    entries: Vec<Entry>,
}

/// What a reader makes of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    id: String,
    title: String,
    url: String,
    updated: Instant,
    labels: Vec<String>,
    summary: Option<String>,
    content: String,
}

impl Feed {
    fn of_atom(output: &Output, path: &str) -> Self {
        let feed = Element::of(output, path);
        Self {
            title: feed.says("title").to_owned(),
            description: feed.says("subtitle").to_owned(),
            home: link(&feed, "alternate").attribute("href").to_owned(),
            author: feed.get("author").expect("an author").says("name").to_owned(),
            updated: Some(instant(feed.says("updated"))),
            entries: feed.all("entry").map(Entry::of_atom).collect(),
        }
    }

    fn of_rss(output: &Output, path: &str) -> Self {
        let rss = Element::of(output, path);
        assert_eq!((rss.name.as_str(), rss.attribute("version")), ("rss", "2.0"));
        let channel = rss.get("channel").expect("a channel");
        Self {
            title: channel.says("title").to_owned(),
            description: channel.says("description").to_owned(),
            home: channel.says("link").to_owned(),
            author: channel.says("dc:creator").to_owned(),
            updated: channel.get("lastBuildDate").map(|date| rfc_822(&date.text)),
            entries: channel.all("item").map(Entry::of_rss).collect(),
        }
    }

    fn of_json(output: &Output, path: &str) -> Self {
        let feed: Value = serde_json::from_str(text(output, path)).expect("JSON");
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        Self {
            title: string(&feed["title"]),
            description: string(&feed["description"]),
            home: string(&feed["home_page_url"]),
            author: string(&feed["authors"][0]["name"]),
            updated: None,
            entries: feed["items"].as_array().expect("items").iter().map(Entry::of_json).collect(),
        }
    }

    /// The references of its entries, in order.
    fn references(&self) -> Vec<&str> {
        self.entries.iter().filter_map(|entry| entry.id.rsplit('/').next()).collect()
    }

    #[track_caller]
    fn entry(&self, reference: &str) -> &Entry {
        let found = self.entries.iter().find(|entry| entry.id.ends_with(&format!("/{reference}")));
        found.unwrap_or_else(|| panic!("{reference} is not in {}", self.title))
    }
}

impl Entry {
    fn of_atom(entry: &Element) -> Self {
        assert_eq!(entry.get("content").expect("content").attribute("type"), "html");
        assert!(instant(entry.says("published")) <= instant(entry.says("updated")));
        Self {
            id: entry.says("id").to_owned(),
            title: entry.says("title").to_owned(),
            url: link(entry, "alternate").attribute("href").to_owned(),
            updated: instant(entry.says("updated")),
            labels: entry.all("category").map(|category| category.attribute("label").to_owned()).collect(),
            summary: entry.get("summary").map(|summary| summary.text.clone()),
            content: entry.says("content").to_owned(),
        }
    }

    fn of_rss(item: &Element) -> Self {
        assert_eq!(item.get("guid").expect("an identifier").attribute("isPermaLink"), "false");
        let words = |html: &Element| Html::parse_fragment(&html.text).root_element().text().collect();
        Self {
            id: item.says("guid").to_owned(),
            title: item.says("title").to_owned(),
            url: item.says("link").to_owned(),
            updated: rfc_822(item.says("pubDate")),
            labels: item.all("category").map(|category| category.text.clone()).collect(),
            summary: item.get("description").map(words),
            content: item.says("content:encoded").to_owned(),
        }
    }

    fn of_json(item: &Value) -> Self {
        assert!(instant(&string(&item["date_published"])) <= instant(&string(&item["date_modified"])));
        Self {
            id: string(&item["id"]),
            title: string(&item["title"]),
            url: string(&item["url"]),
            updated: instant(&string(&item["date_modified"])),
            labels: item["tags"].as_array().expect("tags").iter().map(string).collect(),
            summary: item.get("summary").map(string),
            content: string(&item["content_html"]),
        }
    }
}

fn at(now: &str) -> Output {
    build(&everything(), instant(now))
}

/// The English feed of all vacancies.
fn english(output: &Output) -> Feed {
    Feed::of_atom(output, "en/feed.atom")
}

/// The first link of a relation.
fn link<'e>(element: &'e Element, relation: &str) -> &'e Element {
    element.all("link").find(|link| link.attribute("rel") == relation).expect("a link")
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

/// The instant of an RSS date, whose day of the week must be right.
fn rfc_822(text: &str) -> Instant {
    let zoned = jiff::fmt::rfc2822::parse(text).unwrap_or_else(|error| panic!("{error}"));
    Instant(zoned.timestamp().as_second())
}

/// Each feed of the sample site: its name, its language, and its path without an ending.
fn each() -> impl Iterator<Item = (&'static str, &'static str, String)> {
    FEEDS.into_iter().flat_map(|(name, stems)| {
        LANGUAGES.into_iter().zip(stems).map(move |((code, _), stem)| (name, code, format!("{code}/{stem}")))
    })
}

/// Puts something else in the place of a text that a file of a site holds.
fn change(site: &mut Memory, path: &str, from: &str, to: &str) {
    let changed = text(&site.0, path).replacen(from, to, 1);
    assert_ne!(changed, text(&site.0, path), "{path} does not hold {from}");
    site.0.insert(path.into(), changed.into());
    // Nobody has signed what a test writes.
    site.0.retain(|path, _| !path.ends_with(".signature.yaml"));
}

#[test]
fn a_feed_holds_the_announced_notices_those_that_changed_last_first() {
    for now in ["2025-05-01T09:00:00+02:00", NOW, "2027-01-01T09:00:00+01:00"] {
        let prepared = pipeline::prepare(&everything(), instant(now)).expect("memory cannot fail").value;
        let prepared = prepared.expect("a site");
        let mut announced: Vec<_> = prepared.plan().announced().map(|(_, public)| &public.notice.facts).collect();
        announced.sort_by_key(|facts| {
            (std::cmp::Reverse(facts.updated().expect("it is public").instant), facts.reference.clone())
        });
        let references: Vec<_> = announced.iter().map(|facts| facts.reference.as_str()).collect();
        assert!(references.len() >= 3, "{references:?}");
        let output = at(now);
        for (code, _) in LANGUAGES {
            let feed = Feed::of_atom(&output, &format!("{code}/feed.atom"));
            assert_eq!(feed.references(), references, "{code} at {now}");
            for (entry, facts) in feed.entries.iter().zip(&announced) {
                assert_eq!(entry.id, format!("tag:careers.example.org,2026:{code}/{}", facts.reference));
                assert_eq!(Some(entry.updated), facts.updated().map(|moment| moment.instant));
                assert!(Some(entry.updated) <= feed.updated && feed.updated <= Some(instant(now)));
            }
        }
    }
}

#[test]
fn a_feed_of_a_part_holds_exactly_its_part() {
    let summer = at(NOW);
    let winter = at("2027-01-01T09:00:00+01:00");
    let expected: [(&Output, &str, &[&str]); 6] = [
        (&summer, "en/feed-brussels.atom", &["250760", "250702", "250875", "250301"]),
        (&summer, "fr/feed-acl.rss", &["250930"]),
        (&summer, "en/feed-senior.json", &["250760", "250930", "250875"]),
        (&winter, "fr/feed-bruxelles.json", &["261120", "250301"]),
        (&winter, "en/feed-jla.atom", &["261108", "260412"]),
        (&winter, "fr/feed-cadres.rss", &["261120", "261108"]),
    ];
    for (output, path, references) in expected {
        let feed = match path.rsplit('.').next() {
            Some("atom") => Feed::of_atom(output, path),
            Some("rss") => Feed::of_rss(output, path),
            _ => Feed::of_json(output, path),
        };
        assert_eq!(feed.references(), references, "{path}");
    }
    let title = |path: &str| Feed::of_atom(&summer, path).title;
    assert_eq!(title("en/feed-jla.atom"), "Vacancies at the Joint Logistics Agency – International Vacancies (sample)");
    assert_eq!(title("fr/feed-cadres.atom"), "Postes de cadre (grades G15 à G24) – Postes internationaux (exemple)");
}

#[test]
fn the_three_formats_say_the_same() {
    for now in [NOW, "2027-01-01T09:00:00+01:00"] {
        let output = at(now);
        for (name, code, path) in each() {
            let atom = Feed::of_atom(&output, &format!("{path}.atom"));
            assert!(!atom.entries.is_empty(), "{name} at {now}");
            assert_eq!(atom, Feed::of_rss(&output, &format!("{path}.rss")));
            let json = Feed::of_json(&output, &format!("{path}.json"));
            assert_eq!(Feed { updated: None, ..atom }, json);
            assert_eq!(json.home, format!("{ADDRESS}{code}/"));
            // What the page says of itself, and nothing of an order, which in a feed is another one.
            let page = if code == "en" { "en/follow" } else { "fr/suivre" };
            let page = Page::of(&output, &format!("{page}/index.html"));
            assert_eq!(page.attributes("meta[name=description]", "content"), [json.description]);
            assert_eq!(json.author, if code == "en" { "NATO" } else { "OTAN" });
        }
    }
}

#[test]
fn each_format_names_its_language_its_maker_and_its_address() {
    let output = at(NOW);
    for ((name, code, path), locale) in each().zip(LANGUAGES.iter().map(|(_, locale)| *locale).cycle()) {
        let atom = Element::of(&output, &format!("{path}.atom"));
        assert_eq!(atom.attribute("xml:lang"), locale);
        assert_eq!(link(&atom, "self").attribute("href"), format!("{ADDRESS}{path}.atom"));
        assert_eq!(atom.says("id"), format!("tag:careers.example.org,2026:{code}/{name}"));
        assert_eq!(atom.says("generator"), "diptych");
        assert_eq!(atom.get("author").expect("an author").says("uri"), "https://www.nato.int/");
        let rss = Element::of(&output, &format!("{path}.rss"));
        let channel = rss.get("channel").expect("a channel");
        assert_eq!(channel.says("language"), locale.to_lowercase());
        assert_eq!(
            channel.get("atom:link").expect("its own address").attribute("href"),
            format!("{ADDRESS}{path}.rss")
        );
        assert!(channel.all("item").all(|item| item.says("dc:language") == locale));
        let json: Value = serde_json::from_str(text(&output, &format!("{path}.json"))).expect("JSON");
        assert_eq!(json["language"], locale);
        assert_eq!(json["feed_url"], format!("{ADDRESS}{path}.json"));
        assert!(json["items"].as_array().expect("items").iter().all(|item| item["language"] == locale));
    }
}

#[test]
fn an_extension_is_an_update() {
    let (before, after) = (english(&at("2025-06-03T23:59:59+02:00")), english(&at("2025-06-04T00:00:00+02:00")));
    let (old, new) = (before.entry("250760"), after.entry("250760"));
    assert_eq!(
        (old.updated, new.updated),
        (instant("2025-05-12T00:00:00+02:00"), instant("2025-06-04T00:00:00+02:00"))
    );
    assert_eq!((&old.id, &old.title, &old.url), (&new.id, &new.title, &new.url));
    assert!(old.content.contains("6 June 2025, 23:59") && !old.content.contains("formerly"), "{}", old.content);
    assert!(new.content.contains("27 June 2025, 23:59"), "{}", new.content);
    let told = |entry: &Entry| entry.content.split("<ul>").next().expect("a beginning").to_owned();
    assert_eq!(told(old), "");
    assert!(told(new).contains("6 June 2025") && told(new).contains("formerly"), "{}", told(new));
    assert!(!old.labels.contains(&"Extended".to_owned()) && new.labels.contains(&"Extended".to_owned()));
    // It stands where what is new is looked for.
    assert_eq!(after.references()[0], "250760");
    assert_eq!(after.updated, Some(new.updated));
    assert_ne!(before.references()[0], "250760");
}

#[test]
fn a_cancellation_is_an_update_for_thirty_days() {
    let before = english(&at("2025-05-27T23:59:59+02:00"));
    assert_eq!(before.entry("250702").title, "Project Officer, Building Renovation");
    let now = "2025-05-28T00:00:00+02:00";
    for now in [now, "2025-06-26T23:59:59+02:00"] {
        let output = at(now);
        let feed = english(&output);
        let entry = feed.entry("250702");
        assert_eq!(entry.title, "Cancelled: Project Officer, Building Renovation");
        assert_eq!(entry.id, before.entry("250702").id);
        assert_eq!(entry.updated, instant("2025-05-28T00:00:00+02:00"));
        assert!(entry.labels.contains(&"Cancelled".to_owned()), "{:?}", entry.labels);
        assert!(
            entry.content.starts_with("<p><strong>This vacancy was cancelled on 28 May 2025."),
            "{}",
            entry.content
        );
        let french = Feed::of_rss(&output, "fr/feed.rss");
        assert_eq!(french.entry("250702").title, "Annulé\u{a0}: Responsable de projet, rénovation des bâtiments");
    }
    let after = english(&at("2025-06-27T00:00:00+02:00"));
    assert!(!after.references().contains(&"250702"), "{:?}", after.references());
    assert!(after.updated >= before.updated);
}

#[test]
fn what_takes_no_applications_any_more_leaves() {
    let (last, closed) = (at("2025-05-07T23:59:59+02:00"), at("2025-05-08T00:00:00+02:00"));
    let holds = |output: &Output, path: &str| text(output, path).contains("250655");
    for (name, _, path) in each().filter(|(name, ..)| ["feed", "feed-brussels"].contains(name)) {
        for ending in ["atom", "rss", "json"] {
            let path = format!("{path}.{ending}");
            assert!(holds(&last, &path) && !holds(&closed, &path), "{name}: {path}");
        }
    }
    // That it left is a change of the feed.
    assert_eq!(english(&closed).updated, Some(instant("2025-05-08T00:00:00+02:00")));
    assert!(english(&last).updated < english(&closed).updated);
}

#[test]
fn every_address_in_an_entry_is_whole_and_leads_somewhere() {
    let output = at(NOW);
    for (_, code, path) in each() {
        let (other, locale) = if code == "en" { ("fr", "fr-FR") } else { ("en", "en-GB") };
        let feed = Element::of(&output, &format!("{path}.atom"));
        let json: Value = serde_json::from_str(text(&output, &format!("{path}.json"))).expect("JSON");
        let items = json["items"].as_array().expect("items");
        assert_eq!(alternates(&feed), [(code, page(&output, code, "")), (other, page(&output, other, ""))]);
        for (entry, item) in feed.all("entry").zip(items) {
            let [own, twin] = alternates(entry).try_into().expect("two languages");
            assert_eq!((own.0, twin.0), (code, other));
            for (code, url) in [&own, &twin] {
                let file = url.strip_prefix(ADDRESS).expect("a page of the site");
                assert_eq!(Page::of(&output, &format!("{file}index.html")).one("html").attr("lang"), Some(*code));
            }
            assert_eq!(item["_diptych"]["alternate"]["url"], twin.1.as_str());
            assert_eq!(item["_diptych"]["alternate"]["language"], locale);
            let content = Html::parse_fragment(entry.says("content"));
            let addresses = Selector::parse("[href], [src]").expect("a selector");
            for element in content.select(&addresses) {
                let address = element.attr("href").or(element.attr("src")).expect("an address");
                let local = address.strip_prefix(ADDRESS).map(|file| file.split('#').next().unwrap_or(file));
                let known = local
                    .is_none_or(|file| output.contains_key(file) || output.contains_key(&format!("{file}index.html")));
                let is_whole =
                    ["https://", "http://", "mailto:", "tel:"].iter().any(|begin| address.starts_with(begin));
                assert!(known && is_whole, "{path} leads to {address}");
            }
            let twins = content.select(&addresses).filter(|element| element.attr("hreflang") == Some(other));
            let twins: Vec<_> = twins.map(|element: ElementRef<'_>| element.attr("href").unwrap_or_default()).collect();
            assert_eq!(twins, [twin.1.as_str()]);
        }
    }
}

/// The languages of an element and their addresses. Only its own is of the type that some readers take the last one of.
fn alternates(element: &Element) -> Vec<(&str, String)> {
    let links: Vec<_> = element.all("link").filter(|link| link.attribute("rel") == "alternate").collect();
    let types: Vec<_> = links.iter().map(|link| link.attribute("type")).collect();
    assert_eq!(types, ["text/html", "text/html; charset=utf-8"]);
    links.iter().map(|link| (link.attribute("hreflang"), link.attribute("href").to_owned())).collect()
}

/// The address of a page of the output.
fn page(output: &Output, code: &str, rest: &str) -> String {
    assert!(output.contains_key(&format!("{code}/{rest}index.html")));
    format!("{ADDRESS}{code}/{rest}")
}

#[test]
fn terms_are_the_same_in_both_languages_and_labels_are_words() {
    let output = at(NOW);
    let filed = |path: &str, name: &str| -> Vec<Vec<(String, String)>> {
        let category =
            |category: &Element| (category.attribute("scheme").to_owned(), category.attribute(name).to_owned());
        Element::of(&output, path).all("entry").map(|entry| entry.all("category").map(category).collect()).collect()
    };
    assert_eq!(filed("en/feed.atom", "term"), filed("fr/feed.atom", "term"));
    let of_extended = |path, name| {
        let found = filed(path, name).remove(0);
        found.into_iter().map(|(scheme, value)| format!("{scheme} {value}")).collect::<Vec<_>>()
    };
    let scheme = "tag:careers.example.org,2026";
    let terms = ["grade G17", "location brussels", "organisation nato-is", "state open", "state extended"];
    assert_eq!(of_extended("en/feed.atom", "term"), terms.map(|term| format!("{scheme}:{term}")));
    let labels = [
        "grade G17 (A.3)",
        "location Bruxelles, Belgique",
        "organisation OTAN, Secrétariat international",
        "state Ouvert",
        "state Délai prolongé",
    ];
    assert_eq!(of_extended("fr/feed.atom", "label"), labels.map(|label| format!("{scheme}:{label}")));
}

#[test]
fn facts_are_values_in_the_json_feed() {
    let output = at(NOW);
    let feed: Value = serde_json::from_str(text(&output, "fr/feed.json")).expect("JSON");
    let items = feed["items"].as_array().expect("items");
    let facts = |reference: &str| {
        let of = |item: &&Value| item["_diptych"]["reference"] == reference;
        let mut facts = items.iter().find(of).expect("an entry")["_diptych"].clone();
        facts.as_object_mut().expect("facts").remove("alternate");
        facts
    };
    let extended = serde_json::json!({
        "reference": "250760", "state": "open", "deadline": "2025-06-27T23:59:00+02:00",
        "extended_from": "2025-06-06T23:59:00+02:00", "corrected": null, "cancelled": null, "grade": "G17",
        "salary": { "from": "7804.55", "to": null, "currency": "EUR", "per": "month" },
        "location": "brussels", "organisation": "nato-is", "openings": 1,
    });
    assert_eq!(facts("250760"), extended);
    let ongoing = facts("250301");
    assert_eq!((&ongoing["deadline"], &ongoing["grade"]), (&Value::from("ongoing"), &Value::from("G8-G10")));
    // To the last digit that was typed.
    let salary = serde_json::json!({ "from": "3628.40", "to": "4565.36", "currency": "EUR", "per": "month" });
    assert_eq!(ongoing["salary"], salary);
    assert_eq!(facts("250702")["cancelled"], "2025-05-28T00:00:00+02:00");
    assert_eq!(facts("250875")["openings"], 2);
}

#[test]
fn another_title_is_the_same_entry() {
    let before = at("2025-05-01T09:00:00+02:00");
    let mut site = everything();
    let (from, to) = ("title: Chief, Pass Office", "title: Head of the Pass Office");
    change(&mut site, "content/vacancies/2025/250655.en.md", from, to);
    let after = build(&site, instant("2025-05-01T09:00:00+02:00"));
    let (old, new) = (english(&before), english(&after));
    let (old, new) = (old.entry("250655"), new.entry("250655"));
    assert_eq!(new.title, "Head of the Pass Office");
    assert_ne!(old.url, new.url);
    assert_eq!((&old.id, old.updated), (&new.id, new.updated));
}

#[test]
fn an_identifier_outlives_the_address_of_the_site() {
    let mut site = everything();
    change(&mut site, "site.yaml", "https://careers.example.org/", "https://www.example.net/jobs");
    let moved = build(&site, instant(NOW));
    let ids = |output: &Output, path: &str| -> Vec<String> {
        let feed = Element::of(output, path);
        feed.all("entry").chain([&feed]).map(|element| element.says("id").to_owned()).collect()
    };
    let here = at(NOW);
    for (code, _) in LANGUAGES {
        let path = format!("{code}/feed.atom");
        assert_eq!(ids(&moved, &path), ids(&here, &path));
        assert!(!text(&moved, &path).contains("https://careers.example.org"), "an address stayed behind");
    }
}

#[test]
fn two_builds_are_equal_and_time_alone_changes_nothing() {
    let feeds = |now: &str| -> Output { at(now).into_iter().filter(|(path, _)| path.contains("/feed")).collect() };
    let (now, again, later) = (feeds(NOW), feeds(NOW), feeds("2025-06-17T03:04:05+02:00"));
    assert_eq!(now.len(), 24);
    assert!(now == again);
    assert!(now == later, "nothing happened in between");
}

#[test]
fn a_site_without_notices_has_empty_feeds() {
    let output = at("2025-01-01T09:00:00+01:00");
    for (_, _, path) in each() {
        let atom = Feed::of_atom(&output, &format!("{path}.atom"));
        assert_eq!(atom.updated, Some(Instant(0)));
        let rss = Feed::of_rss(&output, &format!("{path}.rss"));
        assert_eq!(rss.updated, None);
        assert_eq!(Feed { updated: None, ..atom }, rss);
        let json = Feed::of_json(&output, &format!("{path}.json"));
        assert_eq!(json, rss);
        assert!(json.entries.is_empty());
    }
}

#[test]
fn words_come_back_whatever_they_hold() {
    let titles = [
        ("100", "</title><script>alert(1)</script> & &amp; &lt;b&gt;"),
        ("101", "]]> --> <![CDATA[ x ]]> {{ name }} 'single' \"double\""),
        ("102", "漢字 😀 e\u{301} œ\u{a0}; a = b?"),
    ];
    let mut site = corpus::bare("Europe/Brussels");
    change(&mut site, "site.yaml", "publisher: office\n", "");
    for (reference, title) in &titles {
        write(&mut site, reference, title);
    }
    let output = build(&site, instant(NOW));
    for (code, _) in LANGUAGES {
        let atom = Feed::of_atom(&output, &format!("{code}/feed.atom"));
        let rss = Feed::of_rss(&output, &format!("{code}/feed.rss"));
        let json = Feed::of_json(&output, &format!("{code}/feed.json"));
        assert_eq!((atom.entries.len(), &atom, &atom.entries), (titles.len(), &rss, &json.entries));
        // Without a publisher, it is the site's own feed.
        assert_eq!(atom.author, if code == "en" { "Posts" } else { "Postes" });
        for (entry, (reference, _)) in atom.entries.iter().zip(&titles) {
            let file = entry.url.strip_prefix("https://jobs.example.org/").expect("a page of the site");
            let page = Page::of(&output, &format!("{file}index.html"));
            assert_eq!(page.text("h1"), format!("{} ({reference})", entry.title));
            assert_eq!(entry.summary.as_ref(), Some(&entry.title));
            let content = Html::parse_fragment(&entry.content);
            assert_eq!(content.select(&Selector::parse("script, b").expect("a selector")).count(), 0);
        }
    }
}

/// Writes both editions of an open notice, whose summary is its title.
fn write(site: &mut Memory, reference: &str, title: &str) {
    let title = title.replace('\'', "''");
    let facts = "published: 2025-01-02\ndeadline: 2025-12-07\ncontract: standard";
    for (code, facts, section) in [("en", facts, "Summary"), ("fr", "", "Résumé")] {
        let front = format!("title: '{title}'\nsummary: '{title}'\nslug: post\n{facts}");
        let edition = format!("---\n{front}\n---\n\n## {section}\n\nWords.\n");
        site.0.insert(format!("content/vacancies/{reference}.{code}.md"), edition.into());
    }
}

#[test]
fn the_choice_of_a_language_leads_to_the_feeds_of_both() {
    let page = Page::of(&at(NOW), "index.html");
    let linked = page.attributes("link[rel=alternate][type]", "href");
    let files = ["feed.atom", "feed.rss", "feed.json", "deadlines.ics"];
    let expected = LANGUAGES.iter().flat_map(|(code, _)| files.map(|file| format!("{ADDRESS}{code}/{file}")));
    assert_eq!(linked, expected.collect::<Vec<_>>());
    let languages = page.attributes("link[rel=alternate][type]", "hreflang");
    assert_eq!(languages, ["en", "en", "en", "en", "fr", "fr", "fr", "fr"]);
}

#[test]
fn a_site_may_offer_some_formats_or_none() {
    for (outputs, ending) in [("[feed.rss]", Some("rss")), ("[sitemap.xml]", None)] {
        let mut site = everything();
        let yaml = format!("{}\noutputs: {outputs}\n", text(&site.0, "site.yaml"));
        site.0.insert("site.yaml".into(), yaml.into());
        let output = build(&site, instant(NOW));
        let expected: BTreeSet<_> =
            each().filter_map(|(_, _, path)| ending.map(|ending| format!("{path}.{ending}"))).collect();
        let found = output.keys().filter(|path| path.rsplit('/').next().is_some_and(|name| name.starts_with("feed")));
        assert_eq!(found.cloned().collect::<BTreeSet<_>>(), expected);
        let linked = Page::of(&output, "en/index.html").attributes("link[rel=alternate][type]", "href");
        assert_eq!(linked, ending.map(|ending| format!("{ADDRESS}en/feed.{ending}")).into_iter().collect::<Vec<_>>());
    }
}
