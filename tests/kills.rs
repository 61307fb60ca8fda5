//! A build can be killed at any moment. Who reads the site meanwhile sees the old one or the new one, never less and
//! never both, and the next build finds nothing in its way.
#![cfg(unix)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use common::command::Place;

const KILLS: usize = 30;
/// The progress of a build whose site is published: only tidying up is left.
const PUBLISHED: usize = 1_000_000;

#[test]
fn a_build_can_be_killed_at_any_moment() {
    let place = Place::new();
    for number in 110..118 {
        place.notice(&number.to_string(), "More words.");
    }
    next_generation(&place, 0);
    place.build();
    let files = place.output().len();
    let published = Mutex::new(vec![0]);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut visits = 0;
            while !done.load(Ordering::Relaxed) {
                visit(&place.path("public"), &published);
                visits += 1;
            }
            visits
        });
        // The reader is stopped also when a check here fails.
        let stop = Stop(&done);
        kill_many(&place, files, &published);
        drop(stop);
        let visits: usize = reader.join().expect("the reader found a whole site each time");
        assert!(visits > KILLS, "{visits} visits");
    });
}

struct Stop<'a>(&'a AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Kills builds, each of a new generation, after so many files as chance says.
fn kill_many(place: &Place, files: usize, published: &Mutex<Vec<u32>>) {
    let (mut kills, mut generation, mut chance) = (0, 0, 250_655_u64);
    while kills < KILLS {
        generation += 1;
        next_generation(place, generation);
        // Knuth's constants: the same moments each time, spread over the whole build.
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let moment = usize::try_from(chance >> 33).expect("31 bits") % (files + files / 4);
        let moment = if moment > files { PUBLISHED } else { moment };
        let mut child = place.start(&["build"]);
        while child.try_wait().expect("it can be asked").is_none() && progress(place, generation) < moment {
            thread::yield_now();
        }
        // It may have ended in between.
        let _ = child.kill();
        let status = child.wait().expect("it has ended");
        assert!(status.signal() == Some(9) || status.success(), "{status}");
        kills += usize::from(status.signal() == Some(9));
        note(place, generation, published);
        if generation % 5 == 0 {
            place.build();
            place.assert_tidy();
            note(place, generation, published);
        }
    }
    place.build();
    place.assert_tidy();
    assert_eq!(whole_generation(place), generation);
}

/// Checks the site at rest, and notes its generation.
fn note(place: &Place, attempted: u32, published: &Mutex<Vec<u32>>) {
    let current = whole_generation(place);
    let mut published = published.lock().expect("the reader does not panic with it");
    let last = *published.last().expect("the first one");
    assert!(current == attempted || current == last, "{current} stands after {last} and {attempted}");
    if current != last {
        published.push(current);
    }
}

/// Gives every page and the style sheet another number.
fn next_generation(place: &Place, generation: u32) {
    let yaml = place.read("site.yaml");
    let name = format!("name: {{ en: Posts gen{generation}., fr: Postes gen{generation}. }}");
    let rest = yaml.split_once('\n').expect("more lines").1;
    place.write("site.yaml", format!("{name}\n{rest}").as_bytes());
    place.write("assets/style.css", format!("/* gen{generation}. */").as_bytes());
}

/// How many files the build has written.
fn progress(place: &Place, generation: u32) -> usize {
    let index = fs::read_to_string(place.path("public/en/index.html")).unwrap_or_default();
    if generation_of(&index) == Some(generation) {
        return PUBLISHED;
    }
    let stages = fs::read_dir(place.path(".public.diptych")).into_iter().flatten().flatten();
    stages.map(|stage| count(&stage.path().join("site"))).sum()
}

fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| if entry.file_type().is_ok_and(|kind| kind.is_dir()) { count(&entry.path()) } else { 1 }).sum()
}

fn generation_of(text: &str) -> Option<u32> {
    let (_, after) = text.split_once("gen")?;
    after.split_once('.')?.0.parse().ok()
}

/// The one generation that all pages of the site at rest are of. The site must be what its manifest says.
fn whole_generation(place: &Place) -> u32 {
    let intact = diptych::publish::Output::resolve(&place.path("public"), place.root());
    assert!(intact.is_ok(), "{intact:?}");
    let output = place.output();
    let pages = output.iter().filter(|(path, _)| path.ends_with(".html"));
    let found: BTreeSet<_> = pages.map(|(_, bytes)| generation_of(&String::from_utf8_lossy(bytes))).collect();
    match found.into_iter().collect::<Vec<_>>().as_slice() {
        [Some(generation)] => *generation,
        mixed => panic!("the generations {mixed:?} stand together"),
    }
}

/// Walks through the site as a visitor does: from the home page to the pages that it links, and to what they load.
fn visit(public: &Path, published: &Mutex<Vec<u32>>) {
    let home = "en/index.html";
    let (index, first) = page(public, home);
    let mut seen = vec![first];
    for path in local_links(&index).filter(|path| path.ends_with(".html")) {
        let (html, generation) = page(public, &path);
        seen.push(generation);
        for asset in local_links(&html).filter(|path| path.starts_with("assets/")) {
            if !public.join(&asset).exists() {
                assert_overtaken(public, generation, published, &asset);
            }
        }
    }
    let (_, last) = page(public, home);
    seen.push(last);
    assert!(seen.is_sorted(), "an older page came after a newer one: {seen:?}");
    if first == last {
        assert!(seen.iter().all(|generation| *generation == first), "a mixed site: {seen:?}");
    }
}

/// A page's text and generation. It is there at every moment.
fn page(public: &Path, path: &str) -> (String, u32) {
    let text = fs::read_to_string(public.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let generation = generation_of(&text).unwrap_or_else(|| panic!("{path} is cut off: {text}"));
    assert!(text.trim_end().ends_with("</html>"), "{path} is cut off");
    (text, generation)
}

/// The files of the site that a page links or loads.
fn local_links(html: &str) -> impl Iterator<Item = String> {
    let targets = html.split("href=").skip(1).map(|rest| {
        let rest = rest.trim_start_matches('"');
        &rest[..rest.find(['"', ' ', '>']).unwrap_or(rest.len())]
    });
    let local = targets.filter_map(|target| target.strip_prefix('/'));
    local.map(|path| if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() })
}

/// The assets of a page are kept for one generation more; they may only be gone where two have come since.
fn assert_overtaken(public: &Path, generation: u32, published: &Mutex<Vec<u32>>, asset: &str) {
    let (_, current) = page(public, "en/index.html");
    let published = published.lock().expect("the other thread does not panic with it");
    // The newest one may not be noted yet.
    let at = |wanted| published.iter().position(|noted| *noted == wanted).unwrap_or(published.len());
    assert!(at(current) >= at(generation) + 2, "{asset} of generation {generation} is gone at {current}");
}
