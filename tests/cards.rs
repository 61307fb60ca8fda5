//! The pictures of notices for social networks: what stands in the pages, what is drawn, and what is not drawn again.

mod common;

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::atomic::{AtomicUsize, Ordering};

use diptych::diagnostic::{Failure, Rule, Severity};
use diptych::domain::Side;
use diptych::load::Folder;
use diptych::pipeline::{self, Sink};
use diptych::preview::server::{Answer, Body, Request};
use diptych::preview::{Preview, Settings};
use diptych::publish::{Note, Output, Patience, Stage};
use diptych::render::Minify;
use diptych::report::Tongue;

use common::command::{NOW, Place};
use common::html::Page;
use common::{build, findings, instant, sample, text};

const SAMPLE_NOW: &str = "2025-05-30T09:00:00+02:00";
const ADDRESS: &str = "https://careers.example.org/";

/// A site with two open notices that has pictures.
fn place() -> Place {
    let place = Place::new();
    let yaml = place.read("site.yaml");
    place.write("site.yaml", format!("{yaml}\noutputs: [social-tags, social-images]\n").as_bytes());
    place
}

/// The paths of the pictures of an output.
fn cards(output: &common::Output) -> Vec<&str> {
    output.keys().map(String::as_str).filter(|path| path.starts_with("cards/")).collect()
}

#[test]
fn every_page_of_a_notice_leads_to_its_own_picture_and_says_what_it_shows() {
    let prepared = pipeline::prepare(&sample(), instant(SAMPLE_NOW)).expect("the disk is there").value.expect("a site");
    let output = build(&sample(), instant(SAMPLE_NOW));
    let mut found = Vec::new();
    for public in &prepared.plan().notices {
        for (side, code) in Side::BOTH.into_iter().zip(["en", "fr"]) {
            let page = Page::of(&output, &format!("{}index.html", &public.paths[side][1..]));
            let content = |selector: &str| page.one(selector).attr("content").expect("a content").to_owned();
            let address = content("meta[property='og:image']");
            let path = address.strip_prefix(ADDRESS).expect("a whole address").to_owned();
            assert!(path.starts_with(&format!("cards/{}-{code}-", public.notice.facts.reference)), "{path}");
            let png = &output[&path];
            assert!(png.starts_with(b"\x89PNG\r\n\x1a\n") && png.len() < 40_000, "{path}: {}", png.len());
            let size = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes")).to_string();
            assert_eq!(
                (size(16), size(20)),
                (content("meta[property='og:image:width']"), content("meta[property='og:image:height']"))
            );
            assert_eq!((size(16).as_str(), size(20).as_str()), ("1200", "630"));
            let alt = content("meta[property='og:image:alt']");
            for part in [content("meta[property='og:title']").as_str(), public.notice.facts.reference.as_str()] {
                assert!(alt.contains(part.split(" (").next().expect("a part")), "“{part}” is not in “{alt}”");
            }
            assert_eq!(content("meta[name='twitter:card']"), "summary_large_image");
            assert_eq!(content("meta[name='twitter:image']"), address);
            found.push(path);
        }
    }
    found.sort();
    assert_eq!(cards(&output), found, "no other notice has one");
    assert!(!text(&output, "en/index.html").contains("og:image"));
}

#[test]
fn a_picture_says_when_a_notice_has_ended_and_changes_with_it() {
    let place = place();
    let facts = |state: &str| {
        format!(
            "---\ntitle: Post 101\npublished: 2025-01-02\ndeadline: 2025-12-07\n{state}location: here\ncontract: standard\n---\n\n## Summary\n\nWords.\n"
        )
    };
    let states = [
        ("", "Apply by 7 December 2025, 23:59"),
        ("cancelled: 2025-06-01\n", "This vacancy has been cancelled."),
        ("filled: 2025-06-01\n", "This post has been filled."),
    ];
    let mut before = Vec::new();
    for (state, words) in states {
        place.write("content/vacancies/101.en.md", facts(state).as_bytes());
        let output = build(&Folder::open(place.root()).expect("a site"), instant(NOW));
        let page = Page::of(&output, "en/vacancies/101-post-101/index.html");
        let content = |property: &str| page.attributes(&format!("meta[property='{property}']"), "content").concat();
        assert!(content("og:image:alt").contains(words), "{}", content("og:image:alt"));
        let image = content("og:image");
        assert!(!before.contains(&image), "{image}");
        before.push(image);
    }
}

/// A sink that counts what is drawn.
struct Counted<'s>(&'s Stage, AtomicUsize);

impl Sink for Counted<'_> {
    fn file(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        Sink::file(self.0, path, bytes)
    }

    fn copy(&self, path: &str, from: &mut dyn Read) -> Result<(), Failure> {
        Sink::copy(self.0, path, from)
    }

    fn picture(&self, path: &str, draw: &dyn Fn() -> Option<Vec<u8>>) -> Result<(), Failure> {
        let count = || {
            self.1.fetch_add(1, Ordering::Relaxed);
            draw()
        };
        self.0.picture(path, &count)
    }
}

/// Publishes a site; how many pictures were drawn.
fn publish(place: &Place) -> usize {
    let source = Folder::open(place.root()).expect("a site");
    let prepared = pipeline::prepare(&source, instant(NOW)).expect("the disk is there").value.expect("a site");
    let output = Output::resolve(&place.path("public"), place.root()).expect("a place for the output");
    let stage = output.lock(Patience::Refuse).expect("nobody else publishes").stage().expect("the disk is there");
    let counted = Counted(&stage, AtomicUsize::new(0));
    let log = prepared.render(&source, &counted, Minify::Yes).expect("the disk is there").log;
    assert!(log.is_empty(), "{:?}", log.sorted());
    let drawn = counted.1.into_inner();
    stage.publish(Note { key: String::new(), valid: (0, 0), summary: String::new() }).expect("it can be published");
    drawn
}

#[test]
fn only_what_has_changed_is_drawn_again() {
    let place = place();
    assert_eq!(publish(&place), 4);
    let first = place.output();
    assert_eq!(publish(&place), 0);
    assert_eq!(place.output(), first, "what was taken over is what was drawn");
    place.notice("102", "Other words, which no picture shows.");
    assert_eq!(publish(&place), 0);
    let english = place.read("content/vacancies/102.en.md");
    place.write("content/vacancies/102.en.md", english.replace("title: Post 102", "title: Officer").as_bytes());
    assert_eq!(publish(&place), 1);
    let second = place.output();
    assert_eq!(cards(&second).len(), 5, "the old one stays for those who fetch it late");
    assert_eq!(publish(&place), 0);
    assert_eq!(cards(&place.output()).len(), 4);
    place.write("content/vacancies/102.en.md", english.replace("title:", "draft: true\ntitle:").as_bytes());
    assert_eq!(publish(&place), 0);
    let left = place.output();
    assert!(
        cards(&left).iter().all(|path| path.starts_with("cards/101-")),
        "a withdrawn notice takes its pictures along"
    );
}

#[test]
fn a_sign_that_no_face_has_is_told_and_keeps_nothing_back() {
    let place = place();
    let english = place.read("content/vacancies/101.en.md");
    place.write("content/vacancies/101.en.md", english.replace("title: Post 101", "title: Officer, Ω Unit").as_bytes());
    let said = findings(&Folder::open(place.root()).expect("a site"), instant(NOW));
    let [finding] = said.as_slice() else { panic!("{}", common::list(&said)) };
    assert_eq!((finding.rule, finding.severity), (Rule::InvalidPicture, Severity::Warning));
    assert_eq!(finding.place.file.as_str(), "content/vacancies/101.en.md");
    place.build().says("Ω (U+03A9)");
    assert_eq!(cards(&place.output()).len(), 4);
}

#[test]
fn a_preview_draws_the_picture_that_is_asked_for() {
    let place = place();
    place.build();
    let settings = Settings { tongue: Tongue::English, editor: None };
    let folder = Folder::open(place.root()).expect("a site");
    let preview = Preview::begin(folder, instant(NOW), settings).expect("the files can be read");
    let output = place.output();
    let ask =
        |path: String| preview.answer(&Request { path, query: BTreeMap::new(), cookies: BTreeMap::new(), head: false });
    for path in cards(&output) {
        let answered = ask(format!("/{path}"));
        assert_eq!((answered.status, &*answered.media_type), (200, "image/png"));
        let Body::Bytes(bytes) = answered.body else { panic!("it is not read from the disk") };
        assert_eq!(bytes, output[path]);
    }
    assert_eq!(ask("/cards/101-en-0123456789abcdef.png".into()).status, 404);
}
