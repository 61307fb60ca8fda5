//! A deployment can be cut off at any moment. Visitors meanwhile see the old release or the new one, whole, and the next
//! deployment finds nothing in its way.
#![cfg(unix)]

mod common;

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use common::command::Place;
use diptych::deploy::{self, Verification};
use diptych::domain::{DeployTarget, Spanned, TargetKind};

const CUTS: usize = 50;

#[test]
fn a_deployment_can_be_cut_off_at_any_moment() {
    let place = Place::new();
    for number in 110..116 {
        place.notice(&number.to_string(), "More words.");
    }
    let beside = tempfile::tempdir().expect("a temporary folder");
    let shelf = beside.path().join("www");
    let yaml = place.read("site.yaml");
    let target = format!("targets: {{ www: {{ kind: folder, path: {} }} }}\n", shelf.display());
    place.write("site.yaml", format!("{yaml}{target}").as_bytes());
    next_generation(&place, 0);
    place.run_now(&["deploy", "--yes"]).ends(0);
    let files = Place::files_in(&shelf.join("current").canonicalize().expect("a release")).len();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let visitor = scope.spawn(|| {
            let mut visits = 0;
            while !done.load(Ordering::Relaxed) {
                visit(&shelf.join("current"));
                visits += 1;
            }
            visits
        });
        // The visitor is stopped also when a check here fails.
        let stop = Stop(&done);
        cut_many(&place, &shelf, files);
        drop(stop);
        let visits: usize = visitor.join().expect("the visitor found a whole site each time");
        assert!(visits > CUTS, "{visits} visits");
    });
}

struct Stop<'a>(&'a AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Cuts off deployments, each of a new generation, after so many files as chance says.
fn cut_many(place: &Place, shelf: &Path, files: usize) {
    let (mut cuts, mut generation, mut last, mut chance) = (0, 0, 0, 250_655_u64);
    while cuts < CUTS {
        generation += 1;
        next_generation(place, generation);
        place.build();
        // Knuth's constants: the same moments each time, spread over the whole transfer.
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let moment = usize::try_from(chance >> 33).expect("31 bits") % (files + files / 4);
        let live = fs::read_link(shelf.join("current")).expect("a link");
        let has_come = || match incoming(shelf) {
            Some(folder) => count(&folder) >= moment.min(files),
            None => fs::read_link(shelf.join("current")).expect("a link") != live,
        };
        let mut child = place.start(&["deploy", "--yes"]);
        while child.try_wait().expect("it can be asked").is_none() && !has_come() {
            thread::yield_now();
        }
        // It may have ended in between.
        let _ = child.kill();
        let status = child.wait().expect("it has ended");
        assert!(status.signal() == Some(9) || status.success(), "{status}");
        cuts += usize::from(status.signal() == Some(9));
        let shown = whole_generation(place, shelf);
        assert!(shown == last || shown == generation, "{shown} is live after {last} and {generation}");
        last = shown;
        if generation % 5 == 0 {
            finish(place, shelf, generation);
            last = generation;
        }
    }
    finish(place, shelf, generation);
}

/// A deployment that nobody cuts off: it succeeds, and leaves nothing behind of those that were.
fn finish(place: &Place, shelf: &Path, generation: u32) {
    place.run_now(&["deploy", "--yes"]).ends(0);
    assert_eq!(whole_generation(place, shelf), generation);
    let known = |name: &str| ["current", "releases", ".diptych-lock"].contains(&name) || name.starts_with("2025");
    for folder in [shelf.to_owned(), shelf.join("releases")] {
        for entry in fs::read_dir(folder).expect("a folder") {
            let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
            assert!(known(&name), "{name} was left");
        }
    }
}

/// Gives every page another number.
fn next_generation(place: &Place, generation: u32) {
    let yaml = place.read("site.yaml");
    let name = format!("name: {{ en: Posts gen{generation}., fr: Postes gen{generation}. }}");
    let rest = yaml.split_once('\n').expect("more lines").1;
    place.write("site.yaml", format!("{name}\n{rest}").as_bytes());
}

/// The folder of the release that comes in.
fn incoming(shelf: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(shelf.join("releases")).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).find(|path| path.to_string_lossy().contains(".incoming-"))
}

fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| if entry.file_type().is_ok_and(|kind| kind.is_dir()) { count(&entry.path()) } else { 1 }).sum()
}

/// The generation that is live, every file of which is as its manifest says.
fn whole_generation(place: &Place, shelf: &Path) -> u32 {
    let kind = TargetKind::Folder { path: shelf.display().to_string() };
    let name = Spanned::new("www".to_owned(), diptych::domain::Span::new(0, 0));
    let target = deploy::open(&DeployTarget { name, kind }, place.root(), &place.path("public"));
    let found = Verification::of(&mut *target.expect("a target")).expect("a live release");
    assert!(found.is_equal() && found.manifest.is_some(), "{found:?}");
    generation_of(&fs::read_to_string(shelf.join("current/en/index.html")).expect("a page"))
}

fn generation_of(text: &str) -> u32 {
    let after = text.split_once("gen").expect("a generation").1;
    after.split_once('.').expect("its end").0.parse().expect("a number")
}

/// Reads some pages as a visitor does. Each is there and whole at every moment, and none is older than the one before.
fn visit(current: &Path) {
    let mut seen = 0;
    for path in ["en/index.html", "fr/index.html", "en/vacancies/102-post-102/index.html", "index.html"] {
        let text = fs::read_to_string(current.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(text.trim_end().ends_with("</html>"), "{path} is cut off");
        let generation = generation_of(&text);
        assert!(generation >= seen, "{path} is of {generation} after {seen}");
        seen = generation;
    }
}
