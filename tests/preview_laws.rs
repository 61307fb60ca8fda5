//! What must hold of every preview: what it serves is what a build publishes, after any history of edits.
//!
//! `DIPTYCH_HISTORIES=500 cargo test --test preview_laws` tries so many histories. What once failed is kept in
//! `preview_laws.seeds` and is tried first. What failed just now is shown as a case (see `tests/cases.rs`), with what came
//! before it.

mod common;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::rc::Rc;

use diptych::diagnostic::Diagnostic;
use diptych::domain::{Instant, SitePath};
use diptych::load::{Extent, Folder, Memory};
use diptych::pipeline::{self, Prepared};
use diptych::plan::{Content, Page, Plan};
use diptych::preview::server::{Answer, Body, Request};
use diptych::preview::{Preview, Settings};
use diptych::render::Minify;
use diptych::report::Tongue;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use tempfile::TempDir;

use common::command::Place;
use common::corpus::NOW;
use common::history::{Disk, Files, History, case, histories};
use common::{Output, build_as, instant, list};

const ADDED: (&str, &str) =
    ("<link rel=\"stylesheet\" href=\"/-/preview.css\">", "<script src=\"/-/pane.js\"></script>");

/// As many histories as `DIPTYCH_HISTORIES` says.
fn histories_of_a_run() -> ProptestConfig {
    ProptestConfig {
        cases: std::env::var("DIPTYCH_HISTORIES").ok().and_then(|count| count.parse().ok()).unwrap_or(30),
        max_shrink_iters: 400,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("tests/preview_laws.seeds"))),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(histories_of_a_run())]

    #[test]
    fn what_is_previewed_is_what_is_published(history in histories()) {
        live(&history);
    }
}

#[test]
fn a_doubtful_fact_holds_back_the_pages_of_both_editions() {
    let faults = [
        // No date, a key that nobody knows, no YAML, an order that cannot be, no word for a flag.
        ("deadline: 2025-12-07", "deadline: soon", true),
        ("deadline: 2025-12-07", "dedline: 2025-12-07", true),
        ("deadline: 2025-12-07", "deadline: [", true),
        ("deadline: 2025-12-07", "deadline: 2024-12-07", true),
        ("deadline: 2025-12-07", "deadline: 2025-12-07\ndraft: maybe", true),
        ("deadline: 2025-12-07\n", "", true),
        ("title: Post 101", "title: Post 101\nsummary: [Short]", false),
        ("First words.", "First <b>words</b>.", false),
    ];
    for (sound, fault, is_shared) in faults {
        let place = Place::new();
        let folder = Folder::open(place.root()).expect("it is a site");
        let settings = Settings { tongue: Tongue::English, editor: None };
        let preview = Preview::begin(folder, instant(NOW), settings).expect("the files can be read");
        let [english, french] = ["en", "fr"].map(|code| format!("content/vacancies/101.{code}.md"));
        place.write(&english, place.read(&english).replacen(sound, fault, 1).as_bytes());
        place.write(&french, place.read(&french).replacen("First words.", "Other words.", 1).as_bytes());
        let touched = BTreeSet::from([SitePath::new(&english), SitePath::new(&french)]);
        assert!(preview.renew(&touched, Extent::Touched, instant(NOW)).expect("the files can be read"), "{fault}");
        for (path, words, is_held) in [
            ("/en/vacancies/101-post-101/", "First words.", true),
            ("/fr/postes-vacants/101-poste-101/", if is_shared { "First words." } else { "Other words." }, is_shared),
        ] {
            let (status, page) = get(&preview, path, None).expect("it answers");
            assert_eq!(status, 200, "{path} with {fault:?}");
            assert!(holds(&page, words), "{path} with {fault:?} has other words");
            assert_eq!(holds(&page, "<li class=\"error\""), is_held, "{path} with {fault:?}");
        }
    }
}

/// Lives through a history, and compares the preview with the definition wherever it says so.
fn live(history: &History) {
    let place = tempfile::tempdir().expect("a temporary folder");
    let disk = Disk { root: place.path(), is_timeless: history.is_timeless };
    disk.become_like(&Files::new(), &history.files);
    let mut clean = history.files.clone();
    let mut watched = Watched::begin(&place, State::of(history.files.clone(), instant(NOW)));
    for (number, step) in (1..).zip(&history.steps) {
        let mut files = watched.state.files.0.clone();
        step.edits.iter().for_each(|edit| edit.apply(&mut files, &clean));
        let touched = disk.become_like(&watched.state.files.0, &files);
        watched.look(State::of(files, watched.now.plus(step.later)), &touched);
        if watched.state.is_clean() {
            clean.clone_from(&watched.state.files.0);
        }
        let Some(away) = step.compared else { continue };
        if let Err(fault) = watched.compare(away) {
            let before: Vec<_> = history.steps[..number].iter().flat_map(|step| &step.edits).collect();
            let sentence = format!("The preview is a build after {before:?}.");
            let case = case(&sentence, &watched.state.files.0, watched.now);
            let errors = list(&watched.state.errors);
            panic!("{fault}\n\n{case}\nIts errors:\n{errors}\nIt came to be so:\n{history:?}");
        }
    }
}

/// The files of a site at an instant, and what the stages make of them when nothing came before.
struct State {
    files: Memory,
    now: Instant,
    prepared: Option<Prepared>,
    errors: Vec<Diagnostic>,
    /// The editions of pairs whose facts are doubtful.
    doubtful: BTreeSet<SitePath>,
}

impl State {
    fn of(files: Files, now: Instant) -> Self {
        let files = Memory(files);
        // A disk without a site.yaml is none that a preview looks at.
        let made = pipeline::prepare(&files, now).expect("memory cannot fail");
        let errors = made.log.sorted();
        let errors = errors.into_iter().filter(|finding| finding.severity.word() == "error").collect();
        let doubtful = made.value.as_ref().map(doubtful).unwrap_or_default();
        Self { files, now, prepared: made.value, errors, doubtful }
    }

    fn is_clean(&self) -> bool {
        self.errors.is_empty() && self.prepared.is_some()
    }

    /// Whether nothing is wrong but in the content.
    fn is_whole(&self) -> bool {
        self.prepared.is_some() && self.errors.iter().all(|error| error.place.file.as_str().starts_with("content/"))
    }

    /// Whether an error is in an edition: it stands there, or makes the facts doubtful that the edition shares.
    fn is_struck(&self, edition: &SitePath) -> bool {
        self.doubtful.contains(edition) || self.errors.iter().any(|error| error.place.file == *edition)
    }

    /// Whether an edition cannot be shown as it should be: there is an error in it, or it makes no page because there is
    /// one in its twin.
    fn is_broken(&self, edition: &SitePath, pages: &Pages<'_>) -> bool {
        let stem = |path: &SitePath| path.as_str().rsplitn(3, '.').last().map(str::to_owned);
        let twin_is_struck = |error: &Diagnostic| stem(&error.place.file) == stem(edition);
        let is_shown = pages.0.iter().any(|page| page.edition.as_ref() == Some(edition));
        self.is_struck(edition) || (!is_shown && self.errors.iter().any(twin_is_struck))
    }

    /// The address of a path of the site on the server.
    fn address(&self, path: &str) -> String {
        let base = self.prepared.as_ref().map_or("", |prepared| prepared.material().words.site.base_path());
        if base.is_empty() && path == "/" { "/-/root".to_owned() } else { format!("{base}{path}") }
    }
}

fn doubtful(prepared: &Prepared) -> BTreeSet<SitePath> {
    let plan = prepared.plan();
    let public = plan.notices.iter().map(|public| &public.notice);
    let notices = public.chain(prepared.withheld().iter().map(|notice| &**notice));
    let notices = notices.map(|notice| (notice.has_sound_facts, &*notice.editions));
    let pages = plan.ordinary.iter().map(|placed| (placed.page.has_sound_facts, &placed.page.editions));
    let doubtful = notices.chain(pages).filter(|(are_sound, _)| !are_sound);
    doubtful.flat_map(|(_, editions)| editions.iter().map(|(_, edition)| edition.path.clone())).collect()
}

/// All pages of a state, those of withheld notices too.
struct Pages<'s>(Vec<Shown<'s>>);

struct Shown<'s> {
    page: &'s Page,
    plan: &'s Plan,
    edition: Option<SitePath>,
    is_withheld: bool,
}

/// The plan of what is withheld; nothing where there is no site.
fn withheld(state: &State) -> Option<Plan> {
    let prepared = state.prepared.as_ref()?;
    Some(prepared.plan().withheld(prepared.withheld(), &prepared.material().words.site, state.now))
}

impl<'s> Pages<'s> {
    fn of(state: &'s State, withheld: Option<&'s Plan>) -> Self {
        let public = state.prepared.as_ref().map(Prepared::plan);
        let all = [(public, false), (withheld, true)].into_iter().filter_map(|(plan, is)| Some((plan?, is)));
        let pages = all.flat_map(|(plan, is_withheld)| {
            plan.pages.iter().map(move |page| {
                let edition = match page.content {
                    Content::Notice(side, at) => Some(plan.notices[at].notice.editions[side].path.clone()),
                    Content::Ordinary(side, at) => Some(plan.ordinary[at].page.editions[side].path.clone()),
                    _ => None,
                };
                Shown { page, plan, edition, is_withheld }
            })
        });
        let is_struck = |shown: &Shown<'_>| shown.edition.as_ref().is_some_and(|edition| state.is_struck(edition));
        let (struck, sound): (Vec<_>, Vec<_>) = pages.partition(is_struck);
        let mut taken = BTreeSet::new();
        // Where two claim one path, the one without an error has it, and then what is public.
        Self(sound.into_iter().chain(struck).filter(|shown| taken.insert(&shown.page.path)).collect())
    }

    fn at(&self, path: &str) -> Option<&Shown<'s>> {
        self.0.iter().find(|shown| shown.page.path == path)
    }
}

impl Shown<'_> {
    fn bytes(&self, state: &State) -> Option<Vec<u8>> {
        let maker = state.prepared.as_ref()?.maker_of(self.plan, &state.files, Minify::Yes)?;
        maker.page(self.page).expect("memory cannot fail").value
    }
}

/// A preview, and what it should show by the definition.
struct Watched {
    preview: Preview,
    now: Instant,
    /// The present state of the files.
    state: Rc<State>,
    /// The last state in which nothing was wrong but in the content.
    whole: Option<Rc<State>>,
    /// For each edition that is shown, or that was and is broken now, the path and the state to show it by.
    good: BTreeMap<SitePath, (String, Rc<State>)>,
    /// Everything that was ever asked for.
    asked: RefCell<BTreeSet<String>>,
}

impl Watched {
    fn begin(place: &TempDir, state: State) -> Self {
        let folder = Folder::open(place.path()).expect("it is a site");
        let settings = Settings { tongue: Tongue::English, editor: None };
        let preview = Preview::begin(folder, state.now, settings).expect("the files can be read");
        let (now, state) = (state.now, Rc::new(state));
        let mut watched =
            Self { preview, now, state, whole: None, good: BTreeMap::new(), asked: RefCell::new(BTreeSet::new()) };
        watched.follow();
        watched
    }

    /// Has the preview look at the files, as the command does: at those that were touched, and at everything afterwards,
    /// which must find nothing more.
    fn look(&mut self, state: State, touched: &BTreeSet<String>) {
        self.now = state.now;
        let touched: BTreeSet<_> = touched.iter().map(|path| SitePath::new(path)).collect();
        let look = |touched: &BTreeSet<SitePath>, extent| {
            self.preview.renew(touched, extent, self.now).expect("the files can be read")
        };
        let is_new = look(&touched, Extent::Touched);
        assert!(!look(&BTreeSet::new(), Extent::Everything), "something was overlooked: {touched:?}");
        // Nobody is served anything else because a page was made before.
        self.preview.make_ahead().expect("the files can be read");
        let is_due = self.preview.next_turn().is_some_and(|turn| turn <= self.now);
        if is_due {
            self.preview.advance(self.now).expect("the files can be read");
        }
        // Where nothing has changed, what depends on the moment of looking stays; see drafts without a day.
        self.state = Rc::new(if is_new || is_due { state } else { State::of(state.files.0, self.state.now) });
        self.follow();
    }

    fn follow(&mut self) {
        if !self.state.is_whole() {
            return;
        }
        let state = Rc::clone(&self.state);
        let withheld = withheld(&state);
        let pages = Pages::of(&state, withheld.as_ref());
        self.good.retain(|edition, _| state.is_broken(edition, &pages));
        for shown in &pages.0 {
            if let Some(edition) = shown.edition.as_ref().filter(|edition| !state.is_broken(edition, &pages)) {
                self.good.insert(edition.clone(), (shown.page.path.clone(), Rc::clone(&state)));
            }
        }
        self.whole = Some(Rc::clone(&state));
    }

    /// Compares everything; `away` is how far from the present a reader looks as well.
    fn compare(&self, away: i64) -> Result<(), String> {
        let Some(whole) = &self.whole else { return self.survives() };
        self.survives()?;
        let withheld = withheld(whole);
        let pages = Pages::of(whole, withheld.as_ref());
        self.pages_are_served(whole, &pages)?;
        self.last_good_pages_are_served(whole, &pages)?;
        if self.state.is_clean() {
            let then = self.now.plus(away);
            if let Ok(output) = build_as(&self.state.files, then, Minify::Yes) {
                self.serves(&output, Some(then))?;
            }
            let Ok(output) = build_as(&self.state.files, self.now, Minify::Yes) else { return Ok(()) };
            self.serves(&output, None)?;
            self.serves_nothing_else(&output, &pages)?;
        }
        Ok(())
    }

    /// Whatever the state: the preview answers.
    fn survives(&self) -> Result<(), String> {
        for path in ["/", "/-/pair", "/-/desk.json", "/-/findings.json", "/-/root", "/en/", "/fr/", "/site.yaml"] {
            let (status, _) = self.get(path, None)?;
            let is_shown = self.whole.is_some();
            expect(is_shown || status != 500 || path.ends_with('/') || path == "/-/root", || {
                format!("{path}: {status}")
            })?;
        }
        let (status, desk) = self.get("/-/desk.json", None)?;
        expect(status == 503 || serde_json::from_slice::<serde_json::Value>(&desk).is_ok(), || "no desk".to_owned())
    }

    /// Every page that can be shown is shown as it is now.
    fn pages_are_served(&self, whole: &State, pages: &Pages<'_>) -> Result<(), String> {
        for shown in &pages.0 {
            let is_broken = shown.edition.as_ref().is_some_and(|edition| whole.is_broken(edition, pages));
            // What a build publishes is compared with that.
            if is_broken || (self.state.is_clean() && !shown.is_withheld) {
                continue;
            }
            let path = &shown.page.path;
            let (status, page) = self.get(&whole.address(path), None)?;
            let right = if path == "/404.html" { 404 } else { 200 };
            let Some(expected) = shown.bytes(whole) else {
                // Its template fails: an older page with what is wrong, or what is wrong alone.
                expect([right, 500].contains(&status), || format!("{path}, which cannot be made: {status}"))?;
                expect(holds(&page, "<li class=\"error\""), || format!("{path} does not say why it cannot be made"))?;
                continue;
            };
            expect(status == right, || format!("{path}: {status} instead of {right}"))?;
            same(path, &stripped(path, &page)?, &expected)?;
            expect(!shown.is_withheld || holds(&page, "class=\"diptych-watermark\""), || {
                format!("{path} has no mark")
            })?;
        }
        Ok(())
    }

    /// Every page that is broken is shown as it was when it was good last, with what is wrong.
    fn last_good_pages_are_served(&self, whole: &State, pages: &Pages<'_>) -> Result<(), String> {
        for (edition, (path, state)) in self.good.iter().filter(|(edition, _)| whole.is_broken(edition, pages)) {
            let is_others = pages.at(path).is_some_and(|shown| shown.edition.as_ref() != Some(edition));
            if is_others || state.address("") != whole.address("") {
                continue;
            }
            let withheld = withheld(state);
            let before = Pages::of(state, withheld.as_ref());
            let Some(expected) = before.at(path).and_then(|shown| shown.bytes(state)) else { continue };
            let (status, page) = self.get(&whole.address(path), None)?;
            expect(status == 200, || format!("{path}, which is broken: {status}"))?;
            same(path, &stripped(path, &page)?, &expected)?;
            expect(!self.state.is_struck(edition) || holds(&page, "<li class=\"error\""), || {
                format!("{path} does not say what is wrong")
            })?;
        }
        Ok(())
    }

    /// Every file of a build is served, byte for byte.
    fn serves(&self, output: &Output, now: Option<Instant>) -> Result<(), String> {
        for (file, expected) in output {
            let path = format!("/{}", file.strip_suffix("index.html").unwrap_or(file));
            let (status, bytes) = self.get(&self.state.address(&path), now)?;
            let right = if file == "404.html" { 404 } else { 200 };
            expect(status == right, || format!("{path} at {now:?}: {status}"))?;
            let bytes = if file.ends_with(".html") { stripped(&path, &bytes)? } else { bytes };
            same(&format!("{path} at {now:?}"), &bytes, expected)?;
        }
        Ok(())
    }

    /// No other path of the site is served than a build has, and the pages and files of what is withheld.
    fn serves_nothing_else(&self, output: &Output, pages: &Pages<'_>) -> Result<(), String> {
        let public = output.keys().map(|file| format!("/{}", file.strip_suffix("index.html").unwrap_or(file)));
        let hidden = pages.0.iter().filter(|shown| shown.is_withheld);
        let files = hidden.clone().flat_map(|shown| shown.plan.attachments.iter().map(|file| file.path.clone()));
        let hidden = hidden.clone().map(|shown| shown.page.path.clone()).chain(files);
        let known: BTreeSet<_> = public.chain(hidden).map(|path| self.state.address(&path)).collect();
        let sources = self.state.files.0.keys().map(|path| self.state.address(&format!("/{path}")));
        let asked = self.asked.borrow().clone();
        let others = asked.into_iter().chain(sources).filter(|path| !known.contains(path));
        for path in others.filter(|path| path != "/" && !path.starts_with("/-/")) {
            let (status, bytes) = self.get(&path, None)?;
            expect(status == 404, || format!("{path} is served: {status}"))?;
            same(&path, &stripped(&path, &bytes)?, &output["404.html"])?;
        }
        Ok(())
    }

    fn get(&self, path: &str, now: Option<Instant>) -> Result<(u16, Vec<u8>), String> {
        self.asked.borrow_mut().insert(path.to_owned());
        get(&self.preview, path, now)
    }
}

/// Asks a preview for a path, at the present or at another instant.
fn get(preview: &Preview, path: &str, now: Option<Instant>) -> Result<(u16, Vec<u8>), String> {
    let zone = diptych::domain::Zone::named("UTC").expect("it is known");
    let cookies = now.map(|now| ("diptych-now".to_owned(), zone.moment(now).to_string())).into_iter().collect();
    let request = Request { path: path.to_owned(), query: BTreeMap::new(), cookies, head: false };
    let answered = preview.answer(&request);
    let bytes = match answered.body {
        Body::Bytes(bytes) => bytes,
        Body::Stream(mut from, length) => {
            let mut bytes = Vec::new();
            from.read_to_end(&mut bytes).map_err(|error| format!("{path}: {error}"))?;
            expect(bytes.len() as u64 == length, || format!("{path} has another length than it says"))?;
            bytes
        }
    };
    Ok((answered.status, bytes))
}

fn expect(is_so: bool, else_what: impl FnOnce() -> String) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(else_what()) }
}

fn holds(bytes: &[u8], words: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(words)
}

fn same(path: &str, served: &[u8], expected: &[u8]) -> Result<(), String> {
    let [served, expected] = [served, expected].map(String::from_utf8_lossy);
    expect(served == expected, || format!("{path} is served as\n{served}\n\nand should be\n{expected}"))
}

/// A page without what the server adds to it, once, at its end.
fn stripped(path: &str, page: &[u8]) -> Result<Vec<u8>, String> {
    let text = String::from_utf8(page.to_vec()).map_err(|_| format!("{path} is no text"))?;
    let (before, rest) = text.split_once(ADDED.0).ok_or_else(|| format!("{path} has nothing added: {text}"))?;
    let (_, after) = rest.split_once(ADDED.1).ok_or_else(|| format!("{path} has nothing added: {text}"))?;
    expect(after.is_empty() || after.starts_with("</body>"), || format!("{path}: added in the middle"))?;
    Ok(format!("{before}{after}").into_bytes())
}
