//! What must hold for every site: the laws of the pipeline, tried on random small corpora.
//!
//! `DIPTYCH_CASES=50 cargo test --test laws` tries fifty times as many. What once failed is kept in `laws.seeds` and is
//! tried first.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::io::Read;
use std::sync::atomic::{AtomicU32, Ordering};

use diptych::diagnostic::{Diagnosed, Failure, Rule};
use diptych::domain::{Instant, State, Zone};
use diptych::load::{Entry, Listing, Memory, Source};
use diptych::pipeline;
use diptych::render::Minify;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use common::corpus::{self, Corpus, NOW, corpus, spoken_of};
use common::decoded::{Searched, is_index, readable};
use common::html::Page;
use common::views::Views;
use common::xml::Element;
use common::{Output, assert_inside, build, build_as, findings, instant, list, text};

/// So many cases, or as many times more as `DIPTYCH_CASES` says.
fn cases(count: u32) -> ProptestConfig {
    let times = std::env::var("DIPTYCH_CASES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    ProptestConfig {
        cases: count.saturating_mul(times),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("tests/laws.seeds"))),
        ..ProptestConfig::default()
    }
}

fn now() -> Instant {
    instant(NOW)
}

/// A site whose files are listed, and answered for, in any order.
struct Shuffled {
    site: Memory,
    order: u64,
    asked: AtomicU32,
}

impl Shuffled {
    fn new(site: Memory, order: u64) -> Self {
        Self { site, order, asked: AtomicU32::new(0) }
    }
}

impl Source for Shuffled {
    fn list(&self) -> Result<Diagnosed<Listing>, Failure> {
        let found = self.site.list()?;
        let mut entries: Vec<_> = found.value.iter().cloned().collect();
        entries.sort_by_cached_key(|entry| {
            entry.path.as_str().bytes().fold(self.order, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()))
        });
        let mut listing = Listing::default();
        for entry in entries {
            listing.add(entry).expect("each file comes once");
        }
        Ok(Diagnosed::new(listing, found.log))
    }

    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, Failure> {
        // Some answers come later than others, so that the files of one folder are read in another order each time.
        let turn = self.asked.fetch_add(1, Ordering::Relaxed);
        for _ in 0..(self.order.rotate_left(turn % 64) & 3) {
            std::thread::yield_now();
        }
        self.site.bytes(entry)
    }

    fn open(&self, entry: &Entry) -> Result<Box<dyn Read + Send>, Failure> {
        self.site.open(entry)
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn the_same_site_gives_the_same_bytes(corpus in corpus(), order in any::<u64>()) {
        let site = corpus.site();
        let once = build(&site, now());
        same(&once, &build(&site, now()), "again");
        same(&once, &build(&Shuffled::new(site.clone(), order), now()), "in another order of files");
        same(&once, &build(&corpus.moved().site(), now()), "from other subfolders");
        for threads in [1, 2, 4] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            same(&once, &pool.install(|| build(&site, now())), "with another number of threads");
        }
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn what_is_private_changes_nothing_and_stands_nowhere(corpus in corpus()) {
        let output = build(&corpus.site(), now());
        same(&build(&corpus.public(now()).site(), now()), &output, "with private notices");
        let searched = Searched::new(&output);
        for canary in corpus.canaries(now()) {
            prop_assert_eq!(searched.places_of(&canary), Vec::<&str>::new(), "{} leaks", canary);
        }
        // The look itself must be able to find something.
        for notice in corpus.public(now()).notices {
            prop_assert!(!searched.places_of(&notice.token()).is_empty(), "{} is missing", notice.token());
        }
    }

    #[test]
    fn both_languages_or_neither(corpus in corpus(), days in -260_i64..260) {
        let output = build(&corpus.site(), now().plus(days * 86_400));
        let pages: BTreeMap<&str, Page> =
            output.keys().filter(|path| path.ends_with(".html")).map(|path| (path.as_str(), Page::of(&output, path))).collect();
        let sitemap = sitemap(&output);
        for (path, page) in &pages {
            let language = page.one("html").attr("lang").unwrap_or_default().to_owned();
            if page.all("link[rel=canonical]").is_empty() || *path == "index.html" {
                let both = text(&output, path);
                prop_assert_eq!(spoken_of(both, "en"), spoken_of(both, "fr"), "{}", path);
                continue;
            }
            let canonical = page.one("link[rel=canonical]").attr("href").unwrap_or_default();
            prop_assert_eq!(&file(canonical), path);
            let alternates = page.alternates();
            let (codes, addresses): (Vec<_>, Vec<_>) = alternates.iter().cloned().unzip();
            prop_assert_eq!(&codes[..], ["en", "fr", "x-default"], "{}", path);
            let own = usize::from(language == "fr");
            prop_assert_eq!(&addresses[own], canonical);
            let twin_path = file(&addresses[1 - own]);
            let twin = pages.get(twin_path.as_str());
            prop_assert!(twin.is_some(), "the twin of {path}, {twin_path}, is missing");
            let twin = twin.expect("just asked");
            prop_assert_eq!(&alternates, &twin.alternates(), "{} and its twin", path);
            // What the sitemap says of a page is what the page says of itself.
            if let Some(said) = sitemap.get(canonical) {
                prop_assert_eq!(said, &alternates, "{} in the sitemap", path);
            }
            let switch = page.one("a.language").attr("href").unwrap_or_default();
            prop_assert_eq!(file(switch), twin_path.clone());
            let back = twin.one("a.language").attr("href").unwrap_or_default();
            prop_assert_eq!(&file(back), path, "a page's twin's twin is itself");
            let (here, there) = if own == 0 { ("en", "fr") } else { ("fr", "en") };
            prop_assert_eq!(spoken_of(text(&output, path), here), spoken_of(text(&output, &twin_path), there), "{}", path);
        }
        // Each file for machines speaks of as many notices in its language as its twin does in the other one; a file of
        // both languages is its own twin.
        let mut machines: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let is_one = |path: &str| !path.ends_with(".html") && !path.starts_with("files/") && !is_index(path);
        for path in output.keys().filter(|path| is_one(path)) {
            let words = readable(path, &output[path]);
            for code in ["en", "fr"].into_iter().filter(|code| spoken_in(path, code)) {
                machines.entry(twin_name(path)).or_default().push(spoken_of(&words, code).join(" "));
            }
        }
        for (path, spoken) in machines {
            prop_assert_eq!(spoken.len(), 2, "{} is alone", path);
            prop_assert_eq!(&spoken[0], &spoken[1], "{} and its twin", path);
        }
        // Whoever searches finds the same notices in both languages.
        let [searched, twin] = ["en", "fr"].map(|code| {
            let files = output.iter().filter(|(path, _)| is_index(path) && spoken_in(path, code));
            files.flat_map(|(path, bytes)| spoken_of(&readable(path, bytes), code)).collect::<BTreeSet<_>>()
        });
        prop_assert_eq!(searched, twin);
    }

    #[test]
    fn every_output_agrees_on_every_notice(corpus in corpus(), seconds in -22_000_000_i64..22_000_000) {
        let now = now().plus(seconds);
        let truths = corpus.notices.iter().map(|notice| (notice.token(), notice.truth(now))).collect();
        let found = Views::of(&build(&corpus.site(), now)).disagreements(&truths);
        prop_assert!(found.is_empty(), "{}", found.join("\n"));
    }

    #[test]
    fn smaller_pages_say_the_same(corpus in corpus()) {
        let site = corpus.site();
        let plain = build_as(&site, now(), Minify::No).map_err(|findings| TestCaseError::fail(list(&findings)))?;
        let small = build(&site, now());
        prop_assert_eq!(plain.keys().collect::<Vec<_>>(), small.keys().collect::<Vec<_>>());
        for (path, bytes) in &plain {
            if !path.ends_with(".html") {
                prop_assert_eq!(bytes, &small[path], "{}", path);
                continue;
            }
            let pages = [&plain, &small].map(|output| Page::of(output, path));
            for part in ["head > title", "body"] {
                let [plain, small] = pages.each_ref().map(|page| page.text(part));
                prop_assert_eq!(plain, small, "{} in {}", part, path);
            }
            for (element, name) in [("[href]", "href"), ("[id]", "id"), ("[lang]", "lang"), ("[datetime]", "datetime")] {
                let [plain, small] = pages.each_ref().map(|page| page.attributes(element, name));
                prop_assert_eq!(plain, small, "{} in {}", name, path);
            }
        }
    }
}

/// The instants of a notice's life, in seconds from the day on which the dates of [`life`] begin.
#[derive(Debug, Clone)]
struct Life {
    published: i64,
    deadline: Option<i64>,
    extended: Option<[i64; 2]>,
    corrected: Vec<i64>,
    cancelled: Option<i64>,
    filled: Option<i64>,
    withdrawn: Option<i64>,
}

prop_compose! {
    /// Lives of two months around the night in which the clocks go forward. All that can happen happens in any order.
    fn life()(
        published in 0_i64..30 * 86_400,
        deadline in prop::option::weighted(0.9, 86_400_i64..40 * 86_400),
        (from, on) in (1_i64..86_400 * 40, 1_i64..86_400 * 60),
        extended in prop::bool::weighted(0.6),
        corrected in vec(0_i64..86_400 * 60, 0..3),
        cancelled in prop::option::weighted(0.5, 1_i64..86_400 * 50),
        filled in prop::option::weighted(0.5, 1_i64..86_400 * 50),
        withdrawn in prop::option::weighted(0.2, 1_i64..86_400 * 70),
    ) -> Life {
        let after = |seconds: Option<i64>| seconds.map(|seconds| published + seconds);
        let extended = deadline.filter(|_| extended).map(|deadline| [published + from % deadline, published + on]);
        let corrected = corrected.into_iter().map(|seconds| published + seconds).collect();
        let (deadline, cancelled, filled) = (after(deadline), after(cancelled), after(filled));
        Life { published, deadline, extended, corrected, cancelled, filled, withdrawn: after(withdrawn) }
    }
}

impl Life {
    const BEGIN: &str = "2025-03-01T00:00:00Z";

    /// The facts as front matter has them.
    fn facts(&self) -> String {
        let utc = Zone::named("UTC").expect("a zone");
        let moment = |seconds: i64| utc.moment(instant(Self::BEGIN).plus(seconds)).to_string();
        let mut facts = format!("published: {}\ndeadline: ", moment(self.published));
        facts.push_str(&self.deadline.map_or("ongoing".to_owned(), moment));
        if let Some([from, on]) = self.extended {
            let _ = write!(facts, "\nextended: {{ from: {}, on: {} }}", moment(from), moment(on));
        }
        if !self.corrected.is_empty() {
            let corrections: Vec<_> =
                self.corrected.iter().map(|on| format!("{{ on: {}, text: A slip. }}", moment(*on))).collect();
            let _ = write!(facts, "\ncorrections: [{}]", corrections.join(", "));
        }
        for (key, seconds) in [("cancelled", self.cancelled), ("filled", self.filled), ("withdrawn", self.withdrawn)] {
            let _ = seconds.map(|seconds| write!(facts, "\n{key}: {}", moment(seconds)));
        }
        facts
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn nothing_changes_before_it_is_said_to_and_then_it_does(life in life(), between in any::<prop::sample::Index>()) {
        let (facts, other) = (life.facts(), "published: 2024-01-02\ndeadline: ongoing");
        let site = with_notices("Europe/Brussels", &[("one", &facts), ("other", other)]);
        let mut now = instant(Life::BEGIN).plus(-1);
        let mut output = build(&site, now);
        loop {
            let prepared = pipeline::prepare(&site, now).expect("memory cannot fail");
            let until = prepared.value.expect("a site").census().until;
            let last = until.unwrap_or_else(|| now.plus(1000 * 86_400)).plus(-1);
            let length = usize::try_from(last.0 - now.0).expect("it lies ahead");
            let some = now.plus(i64::try_from(between.index(length + 1)).expect("a small number"));
            for at in [some, last] {
                same(&output, &build(&site, at), &format!("at {now:?} and {} s later", at.0 - now.0));
            }
            let Some(until) = until else { break };
            let changed = build(&site, until);
            prop_assert_ne!(&output, &changed, "nothing changes at {:?}", until);
            (now, output) = (until, changed);
        }
    }
}

/// The file of an output that an address leads to.
fn file(address: &str) -> String {
    let path = address.trim_start_matches("https://jobs.example.org").trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

#[test]
fn what_is_hidden_in_another_form_is_found() {
    let found = |path: &str, text: &str| {
        let output = Output::from([(path.to_owned(), text.into())]);
        Searched::new(&output).places_of("90\u{202f}104,73").len()
    };
    for (path, text) in [
        ("a.html", "<p>90\u{202f}104,73</p>"),
        ("a.html", "<p>90&#8239;104,73</p>"),
        ("a.html", "<p>90&#x202F;104,73</p>"),
        ("a.atom", "<p>90&amp;#x202f;104,73</p>"),
        ("a.json", "\"90\\u202F104,73\""),
        ("a.xml", "?q=90%E2%80%AF104%2C73"),
        ("a.ics", "SUMMARY:90\u{202f}10\r\n 4,73"),
        ("a.txt", "OTDigK8xMDQsNzM="),
        ("a.txt", "YTkw4oCvMTA0LDcz"),
        ("a.txt", "YWE5MOKArzEwNCw3Mw=="),
        ("90\u{202f}104,73.txt", ""),
    ] {
        assert_eq!(found(path, text), 1, "{path}: {text}");
    }
    assert_eq!(found("a.txt", "90 104,73 %E2 &# \\u &;"), 0);
}

/// Whether a file is in a language: those of neither folder are in both.
fn spoken_in(path: &str, code: &str) -> bool {
    path.starts_with(&format!("{code}/")) || !["en/", "fr/"].iter().any(|folder| path.starts_with(folder))
}

/// A name that a file shares with its twin.
fn twin_name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    if spoken_in(path, "en") && spoken_in(path, "fr") { path.to_owned() } else { name.replace("-ici.", "-here.") }
}

/// The alternates of each page that the sitemap lists.
fn sitemap(output: &Output) -> BTreeMap<String, Vec<(String, String)>> {
    let urls = Element::of(output, "sitemap.xml");
    let alternates = urls.all("url").map(|url| {
        let links = url.all("xhtml:link").filter(|link| link.attribute("rel") == "alternate");
        let mut links: Vec<_> =
            links.map(|link| (link.attribute("hreflang").to_owned(), link.attribute("href").to_owned())).collect();
        links.sort();
        (url.says("loc").to_owned(), links)
    });
    alternates.collect()
}

/// Compares two outputs file by file, so that a difference can be read.
fn same(one: &Output, other: &Output, how: &str) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{how}");
    for (path, bytes) in one {
        assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&other[path]), "{path} {how}");
    }
}

/// Days on which the clocks change, in six zones: the day, its first second, and the second after its 23:59. In Santiago
/// a day begins at one o'clock; on Lord Howe Island the clocks move by half an hour, in Casablanca the other way round.
const CHANGES: [[&str; 4]; 12] = [
    ["Europe/Brussels", "2025-03-30", "2025-03-30T00:00:00+01:00", "2025-03-31T00:00:00+02:00"],
    ["Europe/Brussels", "2025-10-26", "2025-10-26T00:00:00+02:00", "2025-10-27T00:00:00+01:00"],
    ["America/New_York", "2025-03-09", "2025-03-09T00:00:00-05:00", "2025-03-10T00:00:00-04:00"],
    ["America/New_York", "2025-11-02", "2025-11-02T00:00:00-04:00", "2025-11-03T00:00:00-05:00"],
    ["America/Santiago", "2025-09-07", "2025-09-07T01:00:00-03:00", "2025-09-08T00:00:00-03:00"],
    ["America/Santiago", "2025-04-06", "2025-04-06T00:00:00-04:00", "2025-04-07T00:00:00-04:00"],
    ["Australia/Lord_Howe", "2025-04-06", "2025-04-06T00:00:00+11:00", "2025-04-07T00:00:00+10:30"],
    ["Australia/Lord_Howe", "2025-10-05", "2025-10-05T00:00:00+10:30", "2025-10-06T00:00:00+11:00"],
    ["Africa/Casablanca", "2025-02-23", "2025-02-23T00:00:00+01:00", "2025-02-24T00:00:00+00:00"],
    ["Africa/Casablanca", "2025-04-06", "2025-04-06T00:00:00+00:00", "2025-04-07T00:00:00+01:00"],
    ["Pacific/Chatham", "2025-04-06", "2025-04-06T00:00:00+13:45", "2025-04-07T00:00:00+12:45"],
    ["Pacific/Chatham", "2025-09-28", "2025-09-28T00:00:00+12:45", "2025-09-29T00:00:00+13:45"],
];

#[test]
fn a_state_begins_at_its_second_also_where_the_clocks_change() {
    for [zone, day, begins, ends] in CHANGES {
        let (begins, ends) = (instant(begins), instant(ends));
        let site = one_of_each(zone, day);
        for at in [begins, ends].into_iter().flat_map(|turn| [-1, 0, 1].map(|second| turn.plus(second))) {
            let views = Views::of(&build(&site, at));
            let told = format!("{zone}, {} s after {day} begins", at.0 - begins.0);
            let begun = at >= begins;
            let state = |before, after| if begun { after } else { before };
            views.assert_state("published", state(State::Scheduled, State::Open), &told);
            views.assert_state("cancelled", state(State::Open, State::Cancelled), &told);
            views.assert_state("filled", state(State::Open, State::Filled), &told);
            views.assert_state("deadline", if at < ends { State::ClosingSoon } else { State::Closed }, &told);
        }
    }
}

#[test]
fn a_deadline_holds_through_its_minute_and_what_comes_first_counts() {
    let facts = "published: 2025-01-02T09:00\ndeadline: 2025-05-07T17:30\ncancelled: 2025-05-07T17:00";
    let site =
        with_notices("Europe/Brussels", &[("timed", facts), ("other", &facts.replace("\ncancelled", "\nfilled"))]);
    for (at, state, other) in [
        ("2025-01-02T08:59:59+01:00", State::Scheduled, State::Scheduled),
        ("2025-01-02T09:00:00+01:00", State::Open, State::Open),
        ("2025-05-07T16:59:59+02:00", State::ClosingSoon, State::ClosingSoon),
        ("2025-05-07T17:00:00+02:00", State::Cancelled, State::Filled),
        ("2025-05-07T17:31:00+02:00", State::Cancelled, State::Filled),
    ] {
        let views = Views::of(&build(&site, instant(at)));
        views.assert_state("timed", state, at);
        views.assert_state("other", other, at);
    }
    let site = with_notices("Europe/Brussels", &[("timed", facts.split("\ncancelled").next().expect("the rest"))]);
    for (at, state) in [
        ("2025-04-30T17:30:59+02:00", State::Open),
        ("2025-04-30T17:31:00+02:00", State::ClosingSoon),
        ("2025-05-07T17:30:59+02:00", State::ClosingSoon),
        ("2025-05-07T17:31:00+02:00", State::Closed),
    ] {
        Views::of(&build(&site, instant(at))).assert_state("timed", state, at);
    }
}

/// Four notices, of each of which one date is the given day.
fn one_of_each(zone: &str, day: &str) -> Memory {
    let notices = ["published", "cancelled", "filled", "deadline"].map(|key| {
        let mut facts = BTreeMap::from([("published", "2024-01-01"), ("deadline", "2030-01-01")]);
        facts.insert(key, day);
        let facts: Vec<_> = facts.into_iter().map(|(key, value)| format!("{key}: {value}")).collect();
        (key, facts.join("\n"))
    });
    with_notices(zone, &notices.each_ref().map(|(name, facts)| (*name, facts.as_str())))
}

/// Notices with these references and facts.
fn with_notices(zone: &str, notices: &[(&str, &str)]) -> Memory {
    let mut site = corpus::bare(zone);
    for (name, facts) in notices {
        let english = format!("---\ntitle: A post\n{facts}\n---\n\n## Summary\n\nWords.\n");
        let corrections = facts.lines().find(|fact| fact.starts_with("corrections")).unwrap_or_default();
        let french = format!("---\ntitle: Un poste\n{corrections}\n---\n\n## Résumé\n\nDes mots.\n");
        site.0.insert(format!("content/vacancies/{name}.en.md"), english.into());
        site.0.insert(format!("content/vacancies/{name}.fr.md"), french.into());
    }
    site
}

/// Text that is hard to read: what has brought down readers of Markdown, YAML, Fluent and templates.
const NASTY: [&str; 60] = [
    "---\n",
    "\n---\n",
    "\r\n",
    "\r",
    "\0",
    "\u{feff}",
    "\u{e000}0\u{e001}",
    "\u{202e}",
    "\u{200b}",
    "\u{fffe}",
    "\t",
    "é",
    "𝄞",
    "# ",
    "## ",
    "## Summary\n",
    "### {#x}\n",
    "{#",
    "{{",
    "}}",
    "{{ deadline }}",
    "{{ ",
    "{%",
    "%}",
    "{% if x %}",
    "{# ",
    "{",
    "}",
    "[a](javascript:x)",
    "[a](",
    "](../../../x)",
    "![](x.png)",
    "<script>",
    "<!--",
    "&#x6A;",
    "`",
    "~~~\n",
    "[^1]",
    "[^1]: x\n",
    "| a |\n|--|\n",
    ">>>>>>",
    "&a",
    "*a",
    "!!str",
    "<<: *a",
    "? ",
    "- ",
    "[",
    "]",
    ": ",
    "\"",
    "'",
    "|\n  ",
    "title: ",
    "draft: yes\n",
    "deadline: 2025-02-30\n",
    "salary: { amount: 1e9, currency: EUR, per: month }\n",
    "posts: [{ number: x }]\n",
    ".attr = ",
    "{ $x -> \n [a] b\n *[c] d\n }",
];

/// A change to a text: takes a range away and puts something in its place, perhaps many times over.
#[derive(Clone)]
struct Change {
    at: prop::sample::Index,
    length: usize,
    words: Vec<u8>,
    times: usize,
}

impl fmt::Debug for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.words.escape_ascii();
        write!(formatter, "{:?} {} bytes: {} × \"{words}\"", self.at, self.length, self.times)
    }
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let words = prop_oneof![
        4 => prop::sample::select(&NASTY[..]).prop_map(|nasty| nasty.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..12),
        1 => "\\PC{0,8}".prop_map(String::into_bytes),
    ];
    let times = prop_oneof![6 => Just(1_usize), 1 => Just(300)];
    let change = (any::<prop::sample::Index>(), 0_usize..12, words, times);
    vec(change.prop_map(|(at, length, words, times)| Change { at, length, words, times }), 1..5)
}

/// The bytes with the changes made.
fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let from = change.at.index(bytes.len() + 1);
        let to = (from + change.length).min(bytes.len());
        bytes.splice(from..to, change.words.repeat(change.times));
    }
    bytes
}

/// A site that says a little of everything, to be damaged.
fn whole() -> Memory {
    let facts = "published: 2025-01-02\ndeadline: 2025-12-07\nlocation: here\ncontract: standard\ngrade: P1-P3\n\
        salary: { amount: 4565.36, currency: EUR, per: month }\nextended: { from: 2025-11-07, on: 2025-11-01 }\n\
        posts:\n  - { number: A1, openings: 2, job-description: \"https://example.org/a.pdf\" }";
    let mut site = with_notices("Europe/Brussels", &[("250655", facts)]);
    for code in ["en", "fr"] {
        let page = format!("---\ntitle: About {code}\nmenu: 1\n---\n\nSee [it](../vacancies/250655.{code}.md).\n");
        site.0.insert(format!("content/pages/about.{code}.md"), page.into());
    }
    site.0.insert("templates/page.html".into(), b"{% extends \"base.html\" %}{% block main %}<h1>{{ page.title }}</h1>{{ content }}{% if site.menu %}{{ t(id=\"home-count\", count=2) }}{% endif %}{% endblock main %}".to_vec());
    site.0.insert("assets/style.css".into(), b"body { background: url(favicon.svg) }".to_vec());
    site
}

/// Builds a damaged site: whatever it holds, every finding lies in its file, and nothing comes down.
fn survives(site: &Memory) {
    let said = findings(site, now());
    assert_inside(&said, site);
    let fallen = said.iter().find(|finding| finding.rule == Rule::InternalError);
    assert!(fallen.is_none(), "{}", list(&said));
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn any_edition_is_read(changes in changes(), file in prop::sample::select(&[
        "content/vacancies/250655.en.md", "content/vacancies/250655.fr.md", "content/pages/about.fr.md",
    ][..])) {
        damage(file, &changes);
    }

    #[test]
    fn any_site_yaml_is_read(changes in changes()) {
        damage("site.yaml", &changes);
    }

    #[test]
    fn any_strings_are_read(changes in changes(), file in prop::sample::select(&[
        "i18n/en/all.ftl", "i18n/fr/all.ftl", "themes/secretariat/i18n/fr.ftl",
    ][..])) {
        damage(file, &changes);
    }

    #[test]
    fn any_theme_is_read(changes in changes(), file in prop::sample::select(&[
        "templates/page.html", "themes/secretariat/templates/base.html", "themes/secretariat/templates/notice.html",
        "themes/secretariat/theme.yaml", "assets/style.css",
    ][..])) {
        damage(file, &changes);
    }

    #[test]
    fn any_bytes_are_read(bytes in vec(any::<u8>(), 0..400), file in prop::sample::select(&[
        "content/vacancies/250655.en.md", "content/pages/about.fr.md", "site.yaml", "i18n/en/all.ftl",
        "templates/page.html", "themes/secretariat/theme.yaml", "assets/style.css",
    ][..])) {
        let mut site = whole();
        site.0.insert(file.to_owned(), bytes);
        survives(&site);
    }

    #[test]
    fn any_front_matter_is_read(text in "(title|draft|published|deadline|salary|posts|grade|slug|[a-z]{1,4})?(: |:|\n)\\PC{0,40}\n?\\PC{0,20}") {
        let mut site = whole();
        site.0.insert("content/vacancies/250655.fr.md".into(), format!("---\n{text}\n---\n\n## Résumé\n\nA\n").into());
        survives(&site);
    }
}

fn damage(file: &str, changes: &[Change]) {
    let mut site = whole();
    let bytes = site.0.remove(file).expect("the file is there");
    site.0.insert(file.to_owned(), changed(bytes, changes));
    survives(&site);
}

#[test]
fn the_site_to_be_damaged_is_sound() {
    assert!(build(&whole(), now()).contains_key("en/vacancies/250655-a-post/index.html"));
    let corpus = Corpus { notices: Vec::new(), pages: Vec::new() };
    assert!(build(&corpus.site(), now()).contains_key("fr/index.html"));
}
