//! From the text of a case to its site, what must be found in it, and what must come out of it.

use diptych::diagnostic::Rule;
use diptych::domain::Instant;

use super::expectation::Expectation;
use super::{Base, Files, change, files_under, signs, tests_folder};

const ARROW: &str = " ⟵ ";
const FOLDERS: [&str; 6] = ["content/", "i18n/", "themes/", "templates/", "assets/", "fonts/"];

/// One case.
pub struct Case {
    /// Its path below `tests/cases`, without the ending.
    pub name: String,
    pub sentence: String,
    pub files: Files,
    pub now: Instant,
    pub marks: Vec<Mark>,
    pub expectations: Vec<Expectation>,
}

/// A rule that must strike at a line.
#[derive(Debug, Clone)]
pub struct Mark {
    pub file: String,
    pub line: usize,
    pub weight: Weight,
    pub rule: Rule,
}

/// What a mark says of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Error,
    Warning,
    /// The finding is elsewhere and points here too.
    Also,
}

/// A mark before its place is known.
pub type Marked = (Weight, Rule);

/// The present of cases that do not state it.
pub fn present() -> Instant {
    instant("2026-06-01T12:00:00+02:00")
}

fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap_or_else(|| panic!("no instant: {text}"))
}

impl Case {
    /// All cases, in order. A file that is no case is a fault.
    pub fn all(base: &Base) -> Vec<Self> {
        let folder = tests_folder().join("cases");
        let compared = base.compared();
        let files = files_under(&folder).into_iter().filter(|path| !path.starts_with(folder.join("base")));
        files
            .map(|path| {
                let name = path.strip_prefix(&folder).expect("inside").to_str().expect("a name in UTF-8");
                let name = name.strip_suffix(".case").unwrap_or_else(|| panic!("{name} is no case"));
                let base = if name.starts_with("parity/") { &compared } else { base };
                Self::parse(name, &std::fs::read_to_string(&path).expect("a text"), base)
            })
            .collect()
    }

    fn parse(name: &str, text: &str, base: &Base) -> Self {
        let mut lines = text.lines().peekable();
        let mut sentence = Vec::new();
        while let Some(line) = lines.next_if(|line| header(line).is_none()) {
            sentence.push(line);
        }
        let sentence = sentence.join(" ");
        assert!(sentence.ends_with('.') && !sentence.contains(ARROW), "{name} must begin with a sentence");
        let (files, marks) = (base.files.clone(), Vec::new());
        let mut case = Self { name: name.to_owned(), sentence, files, now: present(), marks, expectations: Vec::new() };
        while let Some(line) = lines.next() {
            let header = header(line).expect("a section begins where the one before ends");
            let mut section = Vec::new();
            while let Some(line) = lines.next_if(|line| self::header(line).is_none()) {
                section.push(line);
            }
            case.section(header, &section, base);
        }
        let clean = case.marks.is_empty();
        assert!(clean || case.expectations.is_empty(), "{name}: a site with findings has no output to expect");
        case
    }

    fn section(&mut self, header: &str, lines: &[&str], base: &Base) {
        let (word, rest) = header.split_once(' ').unwrap_or((header, ""));
        match word {
            "change" => {
                let path = signs::text(rest);
                let old = base.files.get(&path).unwrap_or_else(|| panic!("the base has no {path}"));
                let old = String::from_utf8(old.clone()).expect("a text");
                self.file(path, change::apply(&old, lines));
            }
            "delete" => assert!(self.files.remove(rest).is_some(), "the base has no {rest}"),
            "now" => self.now = instant(rest),
            "elsewhere" => self.marks.extend(lines.iter().map(|line| elsewhere(line))),
            "expect" => self.expectations.push(Expectation::parse(rest, lines)),
            _ => {
                let lines = lines.iter().map(|line| marked(line)).map(|(text, marks)| (text.to_owned(), marks));
                self.file(signs::text(header), lines.collect());
            }
        }
    }

    fn file(&mut self, path: String, lines: Vec<(String, Vec<Marked>)>) {
        let known = path == "site.yaml" || FOLDERS.iter().any(|folder| path.starts_with(folder));
        assert!(known, "no file of a site: {path}");
        let mut bytes = Vec::new();
        let count = lines.len();
        for (number, (text, marks)) in (1..).zip(lines) {
            let mark = |(weight, rule)| Mark { file: path.clone(), line: number, weight, rule };
            self.marks.extend(marks.into_iter().map(mark));
            if number == count && text == "⟨end⟩" {
                bytes.pop();
                break;
            }
            bytes.extend(signs::bytes(&text));
            bytes.push(b'\n');
        }
        self.files.insert(path, bytes);
    }
}

/// What a line `-- … --` says.
fn header(line: &str) -> Option<&str> {
    line.strip_prefix("-- ")?.strip_suffix(" --")
}

/// A line without its marks, and the marks.
pub fn marked(line: &str) -> (&str, Vec<Marked>) {
    let Some((text, marks)) = line.split_once(ARROW) else {
        assert!(!line.contains('⟵'), "a mark stands after a blank: {line}");
        return (line, Vec::new());
    };
    (text, marks.split(", ").map(mark).collect())
}

fn mark(text: &str) -> Marked {
    let (weight, word) = text.split_once(": ").unwrap_or_else(|| panic!("no mark: {text}"));
    let weight = match weight {
        "error" => Weight::Error,
        "warning" => Weight::Warning,
        "also" => Weight::Also,
        other => panic!("no mark: {other}"),
    };
    let rule = Rule::ALL.iter().find(|rule| rule.word() == word).unwrap_or_else(|| panic!("no rule: {word}"));
    (weight, *rule)
}

/// `site.yaml:1 error: missing-label`.
fn elsewhere(line: &str) -> Mark {
    let (place, text) = line.split_once(' ').unwrap_or_else(|| panic!("no place: {line}"));
    let (file, number) = place.rsplit_once(':').unwrap_or_else(|| panic!("no place: {line}"));
    let (weight, rule) = mark(text);
    Mark { file: signs::text(file), line: number.parse().expect("the number of a line"), weight, rule }
}
