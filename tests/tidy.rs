//! Keeps the shape of the program: its floors, its dependencies, its messages and the pages that document its rules.
//!
//! It reads the source as text, line by line; what a compiler or clippy already keeps is not looked at here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use diptych::diagnostic::Rule;

/// The modules of the library from the ground up. A module may use those on the floors below its own, and no other.
const FLOORS: [&[&str]; 12] = [
    &["domain"],
    &["diagnostic"],
    &["load", "locale", "picture", "search", "serving"],
    &["markdown", "strings"],
    &["read", "wording"],
    &["mend", "pair", "signature"],
    &["check", "parity", "plan"],
    &["render"],
    &["publish", "report"],
    &["pipeline", "proof"],
    &["deploy", "preview"],
    &["commands"],
];

/// What stands around the texts of a source, a script or a page.
const QUOTES: [char; 3] = ['"', '\'', '`'];

/// Packages that more than one module uses, or none, and why.
const SHARED: [(&str, &str); 5] = [
    ("serde", "its derives stand at the types that they are for"),
    ("serde_json", "each format of a file stands where that file is made"),
    ("sha2", "domain takes the digest of a text, publish that of a file while it is written"),
    ("tokio", "the preview serves on it, Pagefind takes documents on its threads, and OpenDAL waits on it"),
    ("icu_provider", "named only to switch on its feature `sync`"),
];

#[test]
fn every_file_says_what_it_turns_into_what() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} does not open with //!", path.display());
    }
}

#[test]
fn imports_only_go_down() {
    let floor = |module: &str| FLOORS.iter().position(|floor| floor.contains(&module));
    for (path, text) in sources() {
        let module = module(&path);
        if ["lib", "main"].contains(&module.as_str()) {
            continue;
        }
        let own = floor(&module).unwrap_or_else(|| panic!("{module} stands on no floor of this test"));
        for other in named_after("crate::", &code(&text)).filter(|other| *other != module) {
            let below = floor(&other).is_some_and(|floor| floor < own);
            assert!(below, "{} uses {other}, which is not below it", path.display());
        }
    }
}

#[test]
fn every_package_has_one_owner() {
    let mut owners: BTreeMap<String, BTreeSet<String>> =
        packages().into_iter().map(|name| (name, BTreeSet::new())).collect();
    for (path, text) in sources() {
        let code = code(&text);
        for (package, owners) in &mut owners {
            if names_package(&code, &package.replace('-', "_")) {
                owners.insert(module(&path));
            }
        }
    }
    for (package, owners) in &owners {
        let shared = SHARED.iter().any(|(name, _)| name == package);
        assert_eq!(owners.len() != 1, shared, "{package} is used in {owners:?}");
    }
}

#[test]
fn every_rule_is_documented_in_both_languages() {
    for page in ["docs/guide/en/rules.md", "docs/guide/fr/regles.md"] {
        let text = fs::read_to_string(root().join(page)).unwrap_or_else(|_| panic!("{page} is missing"));
        let headings =
            text.lines().filter_map(|line| line.trim_start_matches('#').trim().strip_prefix('`')?.strip_suffix('`'));
        let documented: BTreeSet<_> = headings.collect();
        let rules: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.word()).collect();
        let differences: Vec<_> = rules.symmetric_difference(&documented).collect();
        assert!(differences.is_empty(), "{page} and the rules differ in {differences:?}");
    }
}

#[test]
fn every_message_is_said_and_every_message_said_exists() {
    let messages = fs::read_to_string(root().join("src/report/messages/en.ftl")).expect("the messages");
    let ids: BTreeSet<_> =
        messages.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id).filter(|id| is_id(id)).collect();
    let code: String = sources().into_iter().chain(preview()).map(|(_, text)| code(&text)).collect();
    let literals: BTreeSet<_> = code.split(QUOTES).collect();
    // `format!("state-{}", …)` says every message that begins in that way, and so does a script's `state-${…}`.
    let beginnings: Vec<_> =
        literals.iter().filter_map(|text| text.split_once('{')).map(|(start, _)| start.trim_end_matches('$')).collect();
    let is_said = |id: &str| {
        literals.contains(id)
            || literals.contains(counted(id))
            || beginnings.iter().any(|start| start.ends_with('-') && is_id(start) && id.starts_with(start))
    };
    let unsaid: Vec<_> = ids.iter().filter(|id| !is_said(id)).collect();
    assert!(unsaid.is_empty(), "nobody says {unsaid:?}");
    for opening in ["Text::new(\"", ".hint(\"", "Failure::new(\""] {
        let said = code.split(opening).skip(1).filter_map(|rest| rest.split('"').next());
        let unknown: Vec<_> = said.filter(|id| !ids.contains(id)).collect();
        assert!(unknown.is_empty(), "there is no message {unknown:?}");
    }
}

#[test]
fn what_pages_say_without_a_theme_is_among_the_own_strings() {
    let own = fs::read_to_string(root().join("src/strings/own/en.ftl")).expect("the strings");
    let ids: BTreeSet<_> = own.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id).collect();
    let openings = ["bundle.text(\"", ".text(side, \"", ".text(twin, \"", ".say(\""];
    let mut said = 0;
    for (folder, openings) in [("src/render", &openings[..]), ("src/wording", &[".text(\""])] {
        let code: String = files(folder, "rs").into_iter().map(|(_, text)| text).collect();
        for rest in openings.iter().flat_map(|opening| code.split(opening).skip(1)) {
            let id = rest.split('"').next().unwrap_or_default();
            assert!(ids.contains(id) || ["grade", "time-zone"].contains(&id), "no theme need have {id}");
            said += 1;
        }
    }
    assert!(said > 20, "{said}");
}

#[test]
fn the_preview_has_a_message_for_each_of_its_words() {
    let messages = fs::read_to_string(root().join("src/report/messages/en.ftl")).expect("the messages");
    let ids: BTreeSet<_> =
        messages.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| counted(id)).collect();
    for (path, text) in preview() {
        let code = code(&text);
        let said = code.split(QUOTES).filter(|text| ["desk-", "pair-"].iter().any(|room| text.starts_with(room)));
        let unknown: Vec<_> = said.filter(|id| is_id(id) && !id.ends_with('-') && !ids.contains(id)).collect();
        assert!(unknown.is_empty(), "{} says {unknown:?}, of which there is no message", path.display());
    }
}

#[test]
fn the_preview_needs_no_other_server_and_nothing_inline() {
    for (path, text) in preview() {
        for mark in ["://", "<style", " style=", "<script>", " onclick=", "innerHTML", "eval("] {
            let is_name_of_a_format = mark == "://" && text.matches(mark).count() == 1 && text.contains("xmlns=");
            assert!(is_name_of_a_format || !text.contains(mark), "{} holds {mark}", path.display());
        }
    }
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("to", "do!("),
        concat!("unimple", "mented!"),
        concat!("#[ig", "nore"),
    ];
    for (path, text) in files("src", "rs").into_iter().chain(files("tests", "rs")) {
        for mark in marks {
            assert!(!text.contains(mark), "{} holds {mark}", path.display());
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<(PathBuf, String)> {
    files("src", "rs")
}

/// The pages, styles and scripts of the preview.
fn preview() -> Vec<(PathBuf, String)> {
    ["html", "css", "js", "svg"].into_iter().flat_map(|ending| files("src/preview/assets", ending)).collect()
}

/// The id that a script says with a number beside it, which chooses between `ID-one` and `ID-other`.
fn counted(id: &str) -> &str {
    id.strip_suffix("-one").or_else(|| id.strip_suffix("-other")).unwrap_or(id)
}

/// The files with this ending in a folder and below, in order, each with its text.
fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut open = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                let text = fs::read_to_string(&path).expect("a text");
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// The first part of a file's path below `src`.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix(root().join("src")).expect("a source");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// A source without its comments.
fn code(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The names that stand behind a prefix.
fn named_after(prefix: &str, code: &str) -> impl Iterator<Item = String> {
    assert!(!code.contains(&format!("{prefix}{{")), "one `use` for each module is easier to read, here and elsewhere");
    let is_name = |sign: char| sign.is_ascii_lowercase() || sign == '_';
    let rests: Vec<_> = code.split(prefix).skip(1).map(str::to_owned).collect();
    rests.into_iter().map(move |rest| rest.chars().take_while(|sign| is_name(*sign)).collect())
}

/// Whether a path in the code begins with the package, or a `use` brings it in whole.
fn names_package(code: &str, package: &str) -> bool {
    let is_part = |sign: char| sign.is_alphanumeric() || sign == '_' || sign == ':' || sign == '.';
    let begins = |at: usize| !code[..at].ends_with(is_part);
    let path = format!("{package}::");
    code.match_indices(&path).any(|(at, _)| begins(at)) || code.contains(&format!("use {package};"))
}

/// The packages that the program is built with.
fn packages() -> Vec<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest");
    let mut names = Vec::new();
    let mut section = "";
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if section.ends_with("dependencies]")
            && section != "[dev-dependencies]"
            && let Some((name, _)) = line.split_once(" = ")
        {
            names.push(name.to_owned());
        }
    }
    assert!(names.len() > 20, "the manifest is read wrongly");
    names
}

/// Whether a text can be the id of a message.
fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
