//! The repository's own site at fixed instants: what the contract promises of it.

mod common;

use std::collections::BTreeSet;
use std::time::{SystemTime, UNIX_EPOCH};

use diptych::domain::{Instant, Side, State};
use diptych::pipeline;
use scraper::ElementRef;

use common::html::Page;
use common::{Output, build, everything, instant, places_of, sample, sample_in, text};

const OPEN: &str = "2025-05-01T09:00:00+02:00";
const CLOSED: &str = "2025-05-08T00:00:00+02:00";
const EVERYTHING: &str = "2025-06-12T09:00:00+02:00";
const ENGLISH: &str = "en/vacancies/250655-chief-pass-office/index.html";
const FRENCH: &str = "fr/postes-vacants/250655-chef-du-bureau-des-laissez-passer/index.html";
const ADDRESS: &str = "https://careers.example.org/";

fn at(now: &str) -> Output {
    build(&sample(), instant(now))
}

fn in_plain(now: &str) -> Output {
    build(&sample_in("plain"), instant(now))
}

fn pages(output: &Output) -> impl Iterator<Item = (&str, Page)> {
    output.keys().filter(|path| path.ends_with(".html")).map(|path| (path.as_str(), Page::of(output, path)))
}

#[test]
fn a_notice_has_the_figures_and_dates_of_each_language() {
    let output = at(OPEN);
    let english = Page::of(&output, ENGLISH);
    let fact = |page: &Page, id: &str| page.text(&format!(".fact-{id} dd"));
    assert_eq!(fact(&english, "salary"), "4,565.36\u{a0}EUR monthly");
    assert_eq!(fact(&english, "deadline"), "7 May 2025, 23:59 (Brussels time)");
    assert_eq!(fact(&english, "grade"), "G10 (B.4)");
    assert_eq!(fact(&english, "clearance"), "NATO SECRET");
    let french = Page::of(&output, FRENCH);
    assert_eq!(fact(&french, "salary"), "4\u{202f}565,36\u{a0}EUR par mois");
    assert_eq!(fact(&french, "deadline"), "7\u{a0}mai 2025 à 23\u{a0}h\u{a0}59 (heure de Bruxelles)");
    assert_eq!(fact(&french, "grade"), "G10 (B.4)");
    assert_eq!(fact(&french, "clearance"), "NATO SECRET");
    for page in [english, french] {
        assert_eq!(page.attributes(".fact-deadline time", "datetime"), ["2025-05-07T23:59:00+02:00"]);
    }
}

#[test]
fn a_notice_and_its_twin_lead_to_each_other() {
    let output = at(OPEN);
    let [english, french] = [ENGLISH, FRENCH].map(|path| path.trim_end_matches("index.html"));
    let alternates = [("en", english), ("fr", french), ("x-default", english)];
    let alternates = alternates.map(|(code, path)| (code.to_owned(), format!("{ADDRESS}{path}")));
    for (code, own, twin) in [("en", english, french), ("fr", french, english)] {
        let page = Page::of(&output, &format!("{own}index.html"));
        assert_eq!(page.one("html").attr("lang"), Some(code));
        assert_eq!(page.attributes("link[rel=canonical]", "href"), [format!("{ADDRESS}{own}")]);
        assert_eq!(page.alternates(), alternates);
        let switch = page.one("a.language");
        assert_eq!(switch.attr("href"), Some(format!("/{twin}").as_str()));
        assert_ne!(switch.attr("lang"), Some(code));
        assert_eq!(switch.attr("lang"), switch.attr("hreflang"));
    }
}

#[test]
fn a_notice_closes_at_midnight() {
    let open = at("2025-05-07T23:59:59+02:00");
    assert_eq!(Page::of(&open, ENGLISH).all("section.apply a.button").len(), 2);
    assert!(text(&open, "en/index.html").contains("250655"));
    let closed = at(CLOSED);
    for (path, home, list) in [
        (ENGLISH, "en/index.html", "en/closed-vacancies/index.html"),
        (FRENCH, "fr/index.html", "fr/postes-clos/index.html"),
    ] {
        assert!(!text(&closed, home).contains("250655"), "{home}");
        assert!(text(&closed, list).contains("250655"), "{list}");
        assert!(!text(&open, list).contains("250655"), "{list}");
        let page = Page::of(&closed, path);
        assert_eq!(page.all(".banner-closed").len(), 1);
        assert!(page.all(".apply, .apply-by, a[href=\"#page-apply\"]").is_empty(), "{path}");
        let words = text(&closed, path);
        assert!(!words.contains("portal.example.org"), "{path} still leads to a portal");
        assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
    }
}

#[test]
fn every_public_state_can_be_seen() {
    let prepared = pipeline::prepare(&sample(), instant(EVERYTHING)).expect("the disk is there").value.expect("a site");
    let found: BTreeSet<_> = prepared.plan().notices.iter().map(|public| public.state).collect();
    let all: BTreeSet<_> = State::ALL.into_iter().filter(|state| state.is_public()).collect();
    assert_eq!(found, all);
    let output = at(EVERYTHING);
    let home = Page::of(&output, "fr/index.html");
    assert!(!home.all(".tag-closing-soon").is_empty() && !home.all(".tag-extended").is_empty());
    let closed = Page::of(&output, "fr/postes-clos/index.html");
    for state in ["closed", "cancelled", "filled"] {
        assert!(!closed.all(&format!(".tag-{state}")).is_empty(), "{state}");
    }
}

#[test]
fn every_notice_is_signed_as_it_stands() {
    let mut site = everything();
    let yaml = text(&site.0, "site.yaml").to_owned();
    let asked = if yaml.contains("\nparity:\n") {
        yaml.replace("\nparity:\n", "\nparity:\n  signatures: required\n")
    } else {
        format!("{yaml}\nparity: {{ signatures: required }}\n")
    };
    site.0.insert("site.yaml".into(), asked.into());
    assert!(!build(&site, instant(OPEN)).is_empty());
}

#[test]
fn something_is_open_today_and_in_ten_years() {
    let today = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
    let today = Instant(i64::try_from(today).expect("not the end of time"));
    for now in [today, instant("2035-06-12T09:00:00+02:00")] {
        let output = build(&sample(), now);
        let open = Page::of(&output, "en/index.html").all("ul.vacancies > li").len();
        assert!(open >= 3, "{open} notices are open");
        assert_eq!(Page::of(&output, "fr/index.html").all("ul.vacancies > li").len(), open);
    }
}

#[test]
fn what_is_not_public_occurs_nowhere() {
    for now in [OPEN, EVERYTHING, "2035-06-12T09:00:00+02:00"] {
        let output = at(now);
        let prepared = pipeline::prepare(&sample(), instant(now)).expect("the disk is there").value.expect("a site");
        let public: BTreeSet<_> =
            prepared.plan().notices.iter().map(|public| public.notice.facts.reference.clone()).collect();
        let read = pipeline::read(&sample()).expect("the disk is there").value.expect("a site");
        let hidden: Vec<_> =
            read.pairs.notices.iter().filter(|notice| !public.contains(&notice.facts.reference)).collect();
        let references: Vec<_> = hidden.iter().map(|notice| notice.facts.reference.as_str()).collect();
        assert!(references.contains(&"261190") && references.contains(&"490101"), "{references:?}");
        for notice in &hidden {
            assert_eq!(places_of(&output, &notice.facts.reference), Vec::<String>::new(), "{now}");
            for side in Side::BOTH {
                let words = &notice.editions[side].words;
                let said = [Some(words.title.value.clone()), words.slug.as_ref().map(|slug| slug.value.clone())];
                for words in said.into_iter().flatten().chain(words.summary.clone().map(|summary| summary.value)) {
                    assert_eq!(places_of(&output, &words), Vec::<String>::new(), "“{words}” at {now}");
                }
            }
        }
    }
}

#[test]
fn a_strict_security_policy_holds() {
    for output in [at(OPEN), at(EVERYTHING), in_plain(EVERYTHING)] {
        for (path, page) in pages(&output) {
            assert!(page.all("style, [style], base, iframe, object, embed").is_empty(), "{path}");
            // A form that a script takes from a template is never sent.
            let in_template = |form: &ElementRef<'_>| form.ancestors().any(|node| node.value().is_fragment());
            assert!(page.all("form").iter().all(in_template), "{path}");
            for script in page.all("script") {
                let data = script.attr("type") == Some("application/ld+json");
                let own = script.attr("src").is_some_and(|source| source.starts_with("/assets/"));
                assert!(data || own && script.text().all(|text| text.trim().is_empty()), "{path}: {}", script.html());
            }
            for element in page.all("*") {
                let name = element.value().name();
                for (attribute, value) in element.value().attrs() {
                    let loads = match attribute {
                        "src" | "srcset" | "poster" | "data" | "background" => true,
                        "href" => {
                            name == "link" && !["canonical", "alternate"].contains(&element.attr("rel").unwrap_or(""))
                        }
                        _ => false,
                    };
                    assert!(!attribute.starts_with("on"), "{path}: {name} {attribute}");
                    assert!(!loads || value.starts_with('/') && !value.starts_with("//"), "{path} loads {value}");
                    if attribute == "href" {
                        let known = ["https://", "http://", "webcal://", "mailto:", "tel:", "#", "/"];
                        assert!(known.iter().any(|known| value.starts_with(known)), "{path} links {value}");
                        assert!(!value.starts_with("//"), "{path} links {value}");
                    }
                }
            }
        }
        for (path, bytes) in output.iter().filter(|(path, _)| path.ends_with(".css")) {
            let css = String::from_utf8_lossy(bytes).replace("--origin: \"https://", "--origin: \"");
            assert!(!css.contains("@import") && !css.contains("//"), "{path}");
        }
    }
}

#[test]
fn every_link_inside_the_site_leads_somewhere() {
    [at(EVERYTHING), in_plain(EVERYTHING)].iter().for_each(links_lead_somewhere);
}

fn links_lead_somewhere(output: &Output) {
    for (path, page) in pages(output) {
        let ids = page.attributes("[id]", "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id stands twice in {path}");
        for target in page.attributes("[href]", "href") {
            let local = target.strip_prefix(ADDRESS).or_else(|| target.strip_prefix('/'));
            if let Some(fragment) = target.strip_prefix('#') {
                assert!(ids.iter().any(|id| id == fragment), "{path} leads to {target}");
            } else if let Some(local) = local {
                let (file, fragment) = local.split_once('#').unwrap_or((local, ""));
                let folder = file.is_empty() || file.ends_with('/');
                let file = if folder { format!("{file}index.html") } else { file.to_owned() };
                assert!(output.contains_key(&file), "{path} leads to {target}");
                let there = fragment.is_empty()
                    || Page::of(output, &file).attributes("[id]", "id").contains(&fragment.to_owned());
                assert!(there, "{path} leads to {target}");
            }
        }
        for labelled in ["aria-labelledby", "aria-describedby"] {
            for id in page.attributes(&format!("[{labelled}]"), labelled) {
                assert!(id.split(' ').all(|id| ids.iter().any(|known| known == id)), "{path}: {labelled} {id}");
            }
        }
    }
}

#[test]
fn the_output_and_the_words_of_a_notice() {
    let output = at(OPEN);
    let is_hashed = |path: &&String| path.starts_with("assets/") || path.starts_with("cards/");
    let unhashed = |path: &String| match Some(path).filter(is_hashed).and_then(|path| path.rsplit_once('.')) {
        Some((stem, ending)) => format!("{}-[hash].{ending}", &stem[..stem.rfind('-').expect("a hash")]),
        None => path.clone(),
    };
    // Of the index of the search, the parts are named by their bytes.
    let is_part = |path: &&String| path.contains("/pagefind-") && path.contains('_');
    // No-break spaces are shown as `~`, thin ones as `_`.
    let words = |path| Page::of(&output, path).text("main").replace('\u{a0}', "~").replace('\u{202f}', "_");
    insta::with_settings!({ snapshot_path => "sample", omit_expression => true }, {
        insta::assert_snapshot!("output", output.keys().filter(|path| !is_part(path)).map(unhashed).collect::<Vec<_>>().join("\n"));
        insta::assert_snapshot!("notice_en", words(ENGLISH));
        insta::assert_snapshot!("notice_fr", words(FRENCH));
    });
}
