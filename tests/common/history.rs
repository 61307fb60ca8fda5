//! Random histories of a small site: what writers, editors and mishaps do to its files, one step after another.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use diptych::domain::{Instant, Zone};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::corpus::{Corpus, corpus};
use super::{add_folder, repository};

/// The files of a site by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A site and what becomes of it.
#[derive(Clone)]
pub struct History {
    pub files: Files,
    pub steps: Vec<Step>,
    /// Whether the disk tells no time, as within one tick of a clock.
    pub is_timeless: bool,
}

/// What happens between two looks at the files.
#[derive(Debug, Clone)]
pub struct Step {
    pub edits: Vec<Edit>,
    /// So many seconds pass.
    pub later: i64,
    /// Whether the whole site is compared afterwards, and at which distance from the present a reader sets the clock.
    pub compared: Option<i64>,
}

/// A change to the files of a site. One that finds nothing to change does nothing.
#[derive(Debug, Clone)]
pub enum Edit {
    /// A paragraph at the end of an edition.
    Words(Index, &'static str),
    /// Other letters in a text, as many.
    Letters(Index),
    /// A line in the front matter of an edition, instead of the one of the same key.
    Fact(Index, &'static str),
    /// An edition without the line of a key.
    NoFact(Index, &'static str),
    /// Something else in a file.
    Change(&'static str, &'static str, &'static str),
    /// A whole file.
    Write(&'static str, &'static [u8]),
    /// A byte that is no text, in a text.
    Spoil(Index),
    /// Other bytes in an attachment or an image, as many.
    Bytes(Index, u8),
    /// A file less.
    Remove(Index),
    /// A notice or page less, with both editions and its files.
    RemovePair(Index),
    /// A notice or page under another name.
    Rename(Index, &'static str),
    /// Files of another small site, which may be a notice that was removed.
    Add(Added),
    /// A folder under another name.
    Move(&'static str, &'static str),
    /// All files as when nothing was wrong last.
    Undo,
}

const WORDS: [&str; 9] = [
    "More words.",
    "{{ deadline }}",
    "{{ nothing }}",
    "## Summary",
    "See [a page](../pages/zq700k.en.md).",
    "See [it](zq100k.fr.md).",
    "See [the annex](zq100k/annex-zq100k.pdf).",
    "See [the other](zq100k/unused-zq100k.pdf).",
    "A \"word\" & <b>.",
];
const FACTS: [&str; 18] = [
    "title: Another title",
    "title: \"\"",
    "title: [",
    "draft: true",
    "draft: false",
    "published: 2025-06-10",
    "published: 2025-06-20",
    "published: soon",
    "deadline: 2025-06-18",
    "deadline: 2025-05-01",
    "deadline: ongoing",
    "cancelled: 2025-06-16",
    "filled: 2025-06-14",
    "location: nowhere",
    "grade: P2",
    "slug: same-for-all",
    "menu: 2",
    "- {",
];
const KEYS: [&str; 4] = ["title", "published", "deadline", "draft"];
/// What is changed where, and into what; each also back.
const CHANGES: [(&str, &str, &str); 22] = [
    ("site.yaml", "name: { en: Posts", "name: { en: Jobs!"),
    ("site.yaml", "https://jobs.example.org", "https://jobs.example.org/jobs"),
    ("site.yaml", "time-zone: UTC", "time-zone: Asia/Tokyo"),
    ("site.yaml", "theme: plain", "theme: other"),
    ("site.yaml", "languages: {", "languages: ["),
    ("site.yaml", "  - duties: optional\n", ""),
    ("site.yaml", "[P1, P2, P3]", "[P1, P2, P4]"),
    ("site.yaml", "theme: plain", "theme: plain\noutputs: [feed.atom, sitemap.xml]"),
    ("site.yaml", "theme: plain", "theme: plain\nclosing-soon: 2 days"),
    ("i18n/en/all.ftl", "Write to us", "Send a note"),
    ("i18n/fr/all.ftl", "Écrivez-nous", "Appelez-nous"),
    ("i18n/en/all.ftl", "section-summary = Summary", "section-summary = In short"),
    ("i18n/fr/all.ftl", "location-here = Ici\n", ""),
    ("i18n/fr/all.ftl", "how-to-apply =", "how-to-apply ="),
    ("i18n/en/all.ftl", "{ $reference }", "{ $referenc }"),
    ("i18n/en/all.ftl", "how-to-apply =", "how-to-apply"),
    ("themes/plain/templates/base.html", "<main>", "<main id=\"main\">"),
    ("themes/plain/templates/base.html", "{% endblock main %}", "{% endblok main %}"),
    ("themes/plain/templates/notice.html", "<h1>", "<h1 title=\"{{ notice.title / 2 }}\">"),
    ("themes/plain/templates/home.html", "{{", "{{ {{"),
    ("themes/plain/theme.yaml", "default: blue", "default: red"),
    ("themes/plain/i18n/fr.ftl", "state-open = ", "state-open = Tout "),
];
const WHOLE: [(&str, &[u8]); 14] = [
    ("assets/style.css", b"body { color: red }\n"),
    ("assets/style.css", b"body { color: tan }\n"),
    ("assets/logo.png", b"\x89PNG one"),
    ("assets/logo.png", b"\x89PNG two"),
    ("assets/mark.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ("themes/plain/assets/style.css", b"main { margin: 1em }\n"),
    ("templates/page.html", b"{% extends \"base.html\" %}{% block main %}<h1>{{ page.title }}</h1>{% endblock main %}"),
    ("templates/page.html", b"{% extends \"base.html\" %}{% block main %}<h2>{{ page.title }}</h2>{% endblock main %}"),
    ("i18n/en/more.ftl", b"more = More\n"),
    ("i18n/fr/more.ftl", b"more = Plus\n"),
    ("i18n/fr/more.ftl", b"location-here = L\xe0\n"),
    ("content/vacancies/.zq100k.en.md.swp", b"of an editor"),
    ("content/vacancies/con.pdf", b"no name for a file"),
    ("content/vacancies/zq100k.de.md", b"---\ntitle: Auf Deutsch\n---\n"),
];
const NAMES: [&str; 3] = ["content/vacancies/zq200k", "content/vacancies/2024/zq300k", "content/pages/zq800k"];
const MOVES: [(&str, &str); 4] = [
    ("themes/plain", "themes/other"),
    ("content/vacancies", "content/elsewhere"),
    ("content/vacancies/2024", "content/vacancies/2026"),
    ("i18n/fr", "i18n/de"),
];

/// Files that are added, of which only the names are worth showing.
#[derive(Clone)]
pub struct Added(Files);

impl fmt::Debug for Added {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.0.keys()).finish()
    }
}

/// Histories of small sites.
pub fn histories() -> impl Strategy<Value = History> {
    (corpus(), vec(step(), 1..9), any::<bool>()).prop_map(|(corpus, mut steps, is_timeless)| {
        // The last look is always at the whole.
        if let Some(last) = steps.last_mut() {
            last.compared.get_or_insert(0);
        }
        History { files: site(&corpus), steps, is_timeless }
    })
}

fn step() -> impl Strategy<Value = Step> {
    let later = prop_oneof![3 => Just(0_i64), 1 => 1_i64..40 * 86_400];
    let compared = prop::option::weighted(0.6, -50 * 86_400_i64..50 * 86_400);
    (vec(edit(), 0..3), later, compared).prop_map(|(edits, later, compared)| Step { edits, later, compared })
}

fn edit() -> impl Strategy<Value = Edit> {
    let either_way = |(file, old, new): (&'static str, &'static str, &'static str), back: bool| {
        if back && !new.is_empty() { Edit::Change(file, new, old) } else { Edit::Change(file, old, new) }
    };
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), select(&WORDS[..])).prop_map(|(at, words)| Edit::Words(at, words)),
        3 => at().prop_map(Edit::Letters),
        6 => (at(), select(&FACTS[..])).prop_map(|(at, line)| Edit::Fact(at, line)),
        1 => (at(), select(&KEYS[..])).prop_map(|(at, key)| Edit::NoFact(at, key)),
        5 => (select(&CHANGES[..]), any::<bool>()).prop_map(move |(change, back)| either_way(change, back)),
        3 => select(&WHOLE[..]).prop_map(|(path, bytes)| Edit::Write(path, bytes)),
        1 => at().prop_map(Edit::Spoil),
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Edit::Bytes(at, byte)),
        2 => at().prop_map(Edit::Remove),
        1 => at().prop_map(Edit::RemovePair),
        2 => (at(), select(&NAMES[..])).prop_map(|(at, name)| Edit::Rename(at, name)),
        2 => corpus().prop_map(|corpus| Edit::Add(Added(content(&corpus)))),
        1 => (select(&MOVES[..]), any::<bool>())
            .prop_map(|((from, to), back)| if back { Edit::Move(to, from) } else { Edit::Move(from, to) }),
        4 => Just(Edit::Undo),
    ]
}

fn content(corpus: &Corpus) -> Files {
    let mut files = corpus.site().0;
    files.retain(|path, _| path.starts_with("content/"));
    files
}

/// The site of a corpus with the theme of the cases, which is small.
fn site(corpus: &Corpus) -> Files {
    let mut site = corpus.site();
    site.0.retain(|path, _| !path.starts_with("themes/"));
    let yaml = String::from_utf8(site.0["site.yaml"].clone()).expect("a text");
    site.0.insert("site.yaml".to_owned(), yaml.replace("theme: secretariat", "theme: plain").into());
    add_folder(&mut site, &repository().join("tests/cases/base"), "themes");
    site.0
}

impl Edit {
    /// Makes the change. `clean` is the site as it was when nothing was wrong last.
    pub fn apply(&self, files: &mut Files, clean: &Files) {
        match self {
            Self::Words(at, words) => {
                if let Some(text) = chosen(files, *at, is_edition) {
                    text.extend(format!("\n{words}\n").bytes());
                }
            }
            Self::Letters(at) => {
                if let Some(text) = chosen(files, *at, is_text) {
                    // In the last line, which is no key of anything.
                    let from = text.trim_ascii_end().iter().rposition(|byte| *byte == b'\n').unwrap_or(0);
                    for letter in text[from..].iter_mut().filter(|letter| letter.is_ascii_lowercase()) {
                        *letter = if *letter == b'z' { b'a' } else { *letter + 1 };
                    }
                }
            }
            Self::Fact(at, line) => {
                if let Some(text) = chosen(files, *at, is_edition) {
                    let key = line.split_inclusive(": ").next().unwrap_or(line);
                    *text = without(text, key);
                    let at = text.iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1);
                    text.splice(at..at, format!("{line}\n").into_bytes());
                }
            }
            Self::NoFact(at, key) => {
                if let Some(text) = chosen(files, *at, is_edition) {
                    *text = without(text, &format!("{key}: "));
                }
            }
            Self::Change(path, old, new) => {
                if let Some(text) = files.get_mut(*path) {
                    *text = String::from_utf8_lossy(text).replacen(old, new, 1).into();
                }
            }
            Self::Write(path, bytes) => drop(files.insert((*path).to_owned(), bytes.to_vec())),
            Self::Spoil(at) => {
                if let Some(text) = chosen(files, *at, is_text) {
                    text.push(0xff);
                }
            }
            Self::Bytes(at, byte) => {
                if let Some(last) = chosen(files, *at, |path| !is_text(path)).and_then(|bytes| bytes.last_mut()) {
                    *last = *byte;
                }
            }
            Self::Remove(at) => {
                let removable: Vec<_> = files.keys().filter(|path| *path != "site.yaml").cloned().collect();
                if !removable.is_empty() {
                    files.remove(at.get(&removable));
                }
            }
            Self::RemovePair(at) => {
                if let Some(stem) = stem(files, *at) {
                    files.retain(|path, _| !belongs(path, &stem));
                }
            }
            Self::Rename(at, name) => {
                if let Some(stem) = stem(files, *at) {
                    let renamed = |path: String| match path.strip_prefix(&stem) {
                        Some(rest) if belongs(&path, &stem) => format!("{name}{rest}"),
                        _ => path,
                    };
                    *files = std::mem::take(files).into_iter().map(|(path, bytes)| (renamed(path), bytes)).collect();
                }
            }
            Self::Add(others) => files.extend(others.0.clone()),
            Self::Move(from, to) => {
                let moved = |path: String| match path.strip_prefix(from) {
                    Some(rest) if rest.starts_with('/') => format!("{to}{rest}"),
                    _ => path,
                };
                *files = std::mem::take(files).into_iter().map(|(path, bytes)| (moved(path), bytes)).collect();
            }
            Self::Undo => files.clone_from(clean),
        }
    }
}

fn is_edition(path: &str) -> bool {
    path.starts_with("content/") && path.ends_with(".md")
}

fn is_text(path: &str) -> bool {
    [".md", ".ftl", ".html", ".css", ".yaml"].iter().any(|ending| path.ends_with(ending))
}

fn chosen(files: &mut Files, at: Index, is_meant: impl Fn(&str) -> bool) -> Option<&mut Vec<u8>> {
    let mut meant: Vec<_> = files.iter_mut().filter(|(path, _)| is_meant(path)).map(|(_, bytes)| bytes).collect();
    if meant.is_empty() { None } else { Some(meant.swap_remove(at.index(meant.len()))) }
}

/// A text without the first line that begins like this.
fn without(text: &[u8], start: &str) -> Vec<u8> {
    let mut is_found = false;
    let lines = text.split_inclusive(|byte| *byte == b'\n');
    let kept = lines.filter(|line| is_found || !std::mem::replace(&mut is_found, line.starts_with(start.as_bytes())));
    kept.flatten().copied().collect()
}

/// The path of an edition without language and ending.
fn stem(files: &Files, at: Index) -> Option<String> {
    let editions: Vec<_> = files.keys().filter(|path| is_edition(path)).collect();
    if editions.is_empty() {
        return None;
    }
    at.get(&editions).rsplitn(3, '.').last().map(str::to_owned)
}

fn belongs(path: &str, stem: &str) -> bool {
    path.strip_prefix(stem).is_some_and(|rest| rest.starts_with(['.', '/']))
}

/// A site on the disk.
pub struct Disk<'a> {
    pub root: &'a Path,
    pub is_timeless: bool,
}

impl Disk<'_> {
    /// Makes the files on the disk the ones after a change, and tells those that were touched.
    pub fn become_like(&self, before: &Files, after: &Files) -> BTreeSet<String> {
        let paths: BTreeSet<_> = before.keys().chain(after.keys()).collect();
        let touched = paths.into_iter().filter(|path| before.get(*path) != after.get(*path)).cloned();
        let touched: BTreeSet<String> = touched.collect();
        for (at, path) in touched.iter().enumerate() {
            let full = self.root.join(path);
            match after.get(path) {
                None => fs::remove_file(full).expect("it was there"),
                // Every second file as careful editors save it.
                Some(bytes) if at % 2 == 0 => {
                    let beside = full.with_file_name(".saving");
                    self.write(&beside, bytes);
                    fs::rename(beside, full).expect("it is in one folder");
                }
                Some(bytes) => self.write(&full, bytes),
            }
        }
        touched
    }

    fn write(&self, path: &Path, bytes: &[u8]) {
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
        fs::write(path, bytes).expect("the file can be written");
        if self.is_timeless {
            let file = File::options().write(true).open(path).expect("it was just written");
            file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)).expect("times can be set");
        }
    }
}

impl fmt::Debug for History {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let times = if self.is_timeless { "without times" } else { "with times" };
        writeln!(out, "a disk {times}, {} files, then", self.files.len())?;
        for (number, step) in (1..).zip(&self.steps) {
            writeln!(out, "  {number}. {step:?}")?;
        }
        Ok(())
    }
}

/// A state of a site as a case file: what differs from the base site of `tests/cases`.
pub fn case(sentence: &str, files: &Files, now: Instant) -> String {
    let mut base = super::Memory::default();
    add_folder(&mut base, &repository().join("tests/cases/base"), "");
    let mut case = format!("{sentence}\n");
    let mut add = |text: std::fmt::Arguments<'_>| case.write_fmt(text).expect("a text takes any");
    let zone = Zone::named("UTC").expect("it is known");
    add(format_args!("-- now {} --\n", zone.moment(now)));
    for path in base.0.keys().filter(|path| !files.contains_key(*path)) {
        add(format_args!("-- delete {path} --\n"));
    }
    for (path, bytes) in files.iter().filter(|(path, bytes)| base.0.get(*path) != Some(*bytes)) {
        add(format_args!("-- {path} --\n"));
        for chunk in bytes.utf8_chunks() {
            add(format_args!("{}", chunk.valid()));
            for byte in chunk.invalid() {
                add(format_args!("⟨{byte:02X}⟩"));
            }
        }
        add(format_args!("{}", if bytes.ends_with(b"\n") { "" } else { "\n⟨end⟩\n" }));
    }
    case
}
