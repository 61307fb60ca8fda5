//! What the tests share: a site built in memory, its output, and where every finding stands.
//!
//! Each test file uses a part of it.
#![allow(dead_code)]

pub mod calendar;
pub mod command;
pub mod corpus;
pub mod decoded;
pub mod deployed;
pub mod history;
pub mod html;
pub mod views;
pub mod xml;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::Mutex;

use diptych::diagnostic::{Diagnostic, Failure};
use diptych::domain::Instant;
use diptych::load::{Folder, Memory, Source, decode};
use diptych::pipeline::{self, Sink};
use diptych::render::Minify;

/// The files of an output by path.
pub type Output = BTreeMap<String, Vec<u8>>;

/// The repository, which is itself a site.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The repository as a site.
pub fn sample() -> Folder {
    Folder::open(repository()).expect("the repository is a site")
}

/// The themes of the repository.
pub const THEMES: [&str; 2] = ["secretariat", "plain"];

/// The repository as a site in memory, in one of its themes, with the options that this has by itself.
pub fn sample_in(theme: &str) -> Memory {
    let mut files = Memory::default();
    for folder in ["content", "i18n", &format!("themes/{theme}")] {
        add_folder(&mut files, repository(), folder);
    }
    let yaml = fs::read_to_string(repository().join("site.yaml")).expect("the site");
    let yaml = without("theme:", &without("options:", &yaml)) + &format!("theme: {theme}\n");
    files.0.insert("site.yaml".into(), yaml.into());
    files
}

/// The repository as a site in memory that offers everything, whatever it says itself.
pub fn everything() -> Memory {
    let mut files = theme();
    for folder in ["assets", "content", "i18n"] {
        add_folder(&mut files, repository(), folder);
    }
    let yaml = fs::read_to_string(repository().join("site.yaml")).expect("the site");
    files.0.insert("site.yaml".into(), without("outputs:", &yaml).into());
    files
}

/// A text in YAML without one of its keys: from the line of the key to the next line that is not indented.
fn without(key: &str, yaml: &str) -> String {
    let mut is_in_it = false;
    let others = yaml.lines().filter(|line| {
        is_in_it = line.starts_with(key) || is_in_it && (line.is_empty() || line.starts_with(' '));
        !is_in_it
    });
    others.flat_map(|line| [line, "\n"]).collect()
}

/// The instant that an RFC 3339 text names.
pub fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap_or_else(|| panic!("“{text}” is an instant"))
}

/// Builds a site in memory. Findings of any weight are a fault of the test.
pub fn build(source: &dyn Source, now: Instant) -> Output {
    build_as(source, now, Minify::Yes).unwrap_or_else(|findings| panic!("{}", list(&findings)))
}

/// Builds a site in memory; its findings where there are any.
pub fn build_as(source: &dyn Source, now: Instant, minify: Minify) -> Result<Output, Vec<Diagnostic>> {
    let prepared = pipeline::prepare(source, now).expect("memory cannot fail");
    let mut log = prepared.log;
    let Some(prepared) = prepared.value.filter(|_| !log.has_errors()) else { return Err(log.sorted()) };
    let collected = Collected::default();
    log.append(prepared.render(source, &collected, minify).expect("memory cannot fail").log);
    if log.is_empty() { Ok(collected.0.into_inner().expect("no test panics with it")) } else { Err(log.sorted()) }
}

/// Everything that a build of the site says.
pub fn findings(source: &dyn Source, now: Instant) -> Vec<Diagnostic> {
    build_as(source, now, Minify::Yes).err().unwrap_or_default()
}

/// Findings as a list to be read.
pub fn list(findings: &[Diagnostic]) -> String {
    let line = |finding: &Diagnostic| {
        let place = &finding.place;
        format!("{}: {} {:?} {:?}\n", place.file, finding.rule.word(), place.span, finding.message)
    };
    findings.iter().map(line).collect()
}

/// Takes the files of an output and keeps them; no path may come twice.
#[derive(Default)]
struct Collected(Mutex<Output>);

impl Sink for Collected {
    fn file(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let before = self.0.lock().expect("no test panics with it").insert(path.to_owned(), bytes.to_vec());
        assert_eq!(before, None, "{path} is written twice");
        Ok(())
    }

    fn copy(&self, path: &str, from: &mut dyn Read) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).expect("memory cannot fail");
        self.file(path, &bytes)
    }
}

/// The theme of the repository, as files of a site.
pub fn theme() -> Memory {
    let mut files = Memory::default();
    add_folder(&mut files, repository(), "themes/secretariat");
    files
}

/// Adds the files of a folder, at and below `from`, to a site in memory.
pub fn add_folder(files: &mut Memory, root: &Path, from: &str) {
    for entry in fs::read_dir(root.join(from)).unwrap_or_else(|error| panic!("{from}: {error}")) {
        let entry = entry.expect("the folder can be read");
        let name = entry.file_name().into_string().expect("names are UTF-8");
        let path = if from.is_empty() { name } else { format!("{from}/{name}") };
        if entry.path().is_dir() {
            add_folder(files, root, &path);
        } else {
            files.0.insert(path, fs::read(entry.path()).expect("the file can be read"));
        }
    }
}

/// The text of a file of an output.
pub fn text<'a>(output: &'a Output, path: &str) -> &'a str {
    let bytes = output.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Whether a token stands anywhere in an output, in a path or in the bytes of a file, whatever its case.
pub fn places_of(output: &Output, token: &str) -> Vec<String> {
    let token = token.to_lowercase();
    let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).to_lowercase().contains(&token);
    output.iter().filter(|(path, bytes)| holds(path.as_bytes()) || holds(bytes)).map(|(path, _)| path.clone()).collect()
}

/// Checks that every place of a finding lies inside its file, on the borders of characters.
pub fn assert_inside(findings: &[Diagnostic], site: &Memory) {
    for finding in findings {
        let places = [&finding.place].into_iter().chain(finding.related.iter().map(|(place, _)| place));
        for place in places {
            let bytes = site.0.get(place.file.as_str()).cloned().unwrap_or_default();
            let length = bytes.len();
            let (from, to) = (place.span.start, place.span.end);
            let fits = match decode(&place.file, bytes) {
                Ok(text) => from <= to && text.get(from..to).is_some(),
                // The place was found before the file was refused.
                Err(_) => from <= to && to <= length,
            };
            assert!(fits, "{}: {} at {:?}", finding.rule.word(), place.file, place.span);
        }
    }
}
