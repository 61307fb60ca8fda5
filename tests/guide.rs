//! The tables of the guide for theme authors against what templates get: each field, its type, and nothing else.
//!
//! Both are read as text: `src/render/context.rs`, and the pages on themes in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The structures that have a table of their own, by the headings over it. The fields of all others stand in the table of
/// the structure that holds them.
const TABLES: [(&str, [&str; 2]); 16] = [
    ("SiteContext", ["`site`, in every template", "`site`, dans tous les gabarits"]),
    (
        "PageContext",
        [
            "`page`, in all but `root.html` and `not-found.html`",
            "`page`, partout sauf dans `root.html` et `not-found.html`",
        ],
    ),
    ("NoticeTemplate", ["`notice.html`"; 2]),
    ("HomeTemplate", ["`home.html`"; 2]),
    ("ClosedTemplate", ["`closed.html`"; 2]),
    ("FollowTemplate", ["`follow.html`"; 2]),
    ("SearchTemplate", ["`search.html`"; 2]),
    ("CardTemplate", ["The picture of a notice", "L’image d’un avis"]),
    ("OrdinaryTemplate", ["`page.html`"; 2]),
    ("FacesTemplate", ["`root.html` and `not-found.html`", "`root.html` et `not-found.html`"]),
    ("BoardTemplate", ["Templates for job boards", "Les gabarits pour les sites d’emploi"]),
    ("ListingContext", ["A vacancy in a list", "Un avis dans une liste"]),
    ("MomentContext", ["A moment", "Un moment"]),
    ("LanguageContext", ["A language", "Une langue"]),
    ("ItemContext", ["A link", "Un lien"]),
    ("FeedLinkContext", ["A feed in the head", "Un flux dans l’en-tête"]),
];

/// The words of each language for types.
const WORDS: [[&str; 9]; 2] = [
    ["text", "HTML", "number", "flag", "moment", "object", "list of ", " or null", "s"],
    ["texte", "HTML", "nombre", "booléen", "moment", "objet", "liste de ", " ou nul", "s"],
];

/// The fields of each structure of the contexts, with their types as Rust writes them.
fn structures() -> BTreeMap<String, Vec<(String, String)>> {
    let mut structures = BTreeMap::new();
    let mut name = String::new();
    for line in read("src/render/context.rs").lines() {
        if let Some(rest) = line.strip_prefix("pub(super) struct ") {
            name = rest.trim_end_matches(" {").into();
            structures.insert(name.clone(), Vec::new());
        } else if let Some((field, kind)) = line.strip_prefix("    pub ").and_then(|rest| rest.split_once(": ")) {
            let fields: &mut Vec<_> = structures.get_mut(&name).expect("a field stands in a structure");
            fields.push((field.trim_start_matches("r#").to_owned(), kind.trim_end_matches(',').to_owned()));
        }
    }
    structures
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The name of a heading in an address.
fn anchor(heading: &str) -> String {
    let signs = heading.to_lowercase();
    signs.chars().filter(|sign| sign.is_alphanumeric() || " -_".contains(*sign)).collect::<String>().replace(' ', "-")
}

/// The types that the guide should give to the fields of a structure, by path.
struct Expected<'a> {
    structures: &'a BTreeMap<String, Vec<(String, String)>>,
    language: usize,
    rows: BTreeMap<String, String>,
}

impl Expected<'_> {
    fn add(&mut self, structure: &str, prefix: &str) {
        let fields = &self.structures[structure];
        for (name, kind) in fields.iter().filter(|(_, kind)| kind != "PageContext") {
            let path = format!("{prefix}{name}");
            let inner = |kind: &str, outer: &str| Some(kind.strip_prefix(outer)?.strip_suffix('>')?.to_owned());
            let (kind, is_null) = inner(kind, "Option<").map_or((kind.clone(), false), |kind| (kind, true));
            let (kind, is_list) = inner(&kind, "Vec<").map_or((kind.clone(), false), |kind| (kind, true));
            let said = self.said(&kind, is_list, is_null);
            self.rows.insert(path.clone(), said);
            if self.structures.contains_key(&kind) && heading(&kind, self.language).is_none() {
                self.add(&kind, &format!("{path}{}.", if is_list { "[]" } else { "" }));
            }
        }
    }

    /// A type in the words of the guide. Where a structure has a table, it is named by the link to it.
    fn said(&self, kind: &str, is_list: bool, is_null: bool) -> String {
        let [text, _, number, flag, moment, object, list, null, plural] = WORDS[self.language];
        let word = match kind {
            "String" | "&'static str" => text,
            "bool" => flag,
            "u32" | "usize" | "i16" => number,
            "MomentContext" => moment,
            kind if heading(kind, self.language).is_some() => "",
            kind if self.structures.contains_key(kind) || kind.starts_with("BTreeMap<") => object,
            _ => panic!("the guide has no word for {kind}"),
        };
        let word = match heading(kind, self.language).filter(|_| word.is_empty()) {
            Some(heading) => format!("(#{})", anchor(heading)),
            None => format!("{word}{}", if is_list { plural } else { "" }),
        };
        format!("{}{word}{}", if is_list { list } else { "" }, if is_null { null } else { "" })
    }
}

fn heading(structure: &str, language: usize) -> Option<&'static str> {
    TABLES.iter().find(|(name, _)| *name == structure).map(|(_, headings)| headings[language])
}

/// The rows of the table under a heading: each name with its type, whose links are shortened to their targets.
fn rows(page: &str, heading: &str) -> BTreeMap<String, String> {
    let start = format!("### {heading}\n");
    let section = page.split(start.as_str()).nth(1).unwrap_or_else(|| panic!("there is no heading “{heading}”"));
    let section = section.split("\n#").next().unwrap_or_default();
    let mut rows = BTreeMap::new();
    for line in section.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<_> = line.split(" | ").collect();
        let kind = if cells.len() < 3 { "" } else { cells[1] };
        let kind = match kind.split_once('[').zip(kind.split_once(']')) {
            Some(((before, _), (_, after))) => format!("{before}{after}"),
            None => kind.to_owned(),
        };
        let kind = kind.replace("d’", "de ");
        for name in cells[0].split('`').skip(1).step_by(2) {
            assert_eq!(rows.insert(name.to_owned(), kind.clone()), None, "{heading} has {name} twice");
        }
    }
    rows
}

#[test]
fn the_guide_names_each_field_of_each_template_with_its_type() {
    let structures = structures();
    let mut faults = Vec::new();
    for (language, path) in ["docs/guide/en/themes.md", "docs/guide/fr/themes.md"].into_iter().enumerate() {
        let page = read(path);
        let [text, html, ..] = WORDS[language];
        for (structure, headings) in TABLES {
            let prefix = match structure {
                "SiteContext" => "site.",
                "PageContext" => "page.",
                _ => "",
            };
            let mut expected = Expected { structures: &structures, language, rows: BTreeMap::new() };
            expected.add(structure, prefix);
            let mut found = rows(&page, headings[language]);
            for (name, kind) in expected.rows {
                let place = format!("{path}, “{}”: `{name}`", headings[language]);
                match found.remove(&name) {
                    None => faults.push(format!("{place} is missing ({kind})")),
                    // What is a text to Rust may hold HTML.
                    Some(said) if said.replace(html, text) == kind => {}
                    Some(said) => faults.push(format!("{place} is “{kind}”, not “{said}”")),
                }
            }
            faults.extend(
                found.keys().map(|name| format!("{path}, “{}”: no template gets `{name}`", headings[language])),
            );
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_template_has_a_table() {
    let templates: Vec<_> = structures().into_keys().filter(|name| name.ends_with("Template")).collect();
    let missing: Vec<_> = templates.iter().filter(|name| heading(name, 0).is_none()).collect();
    assert!(templates.len() >= 7 && missing.is_empty(), "{missing:?} have no table in the guide for theme authors");
}

#[test]
fn the_guide_names_each_string_of_diptych_with_its_arguments() {
    let mut own: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in read("src/strings/own/en.ftl").lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
            id = name.into();
        }
        let named =
            line.split('$').skip(1).map(|rest| rest.split([' ', ')', ',']).next().unwrap_or_default().to_owned());
        own.entry(id.clone()).or_default().extend(named);
    }
    own.retain(|id, _| !id.is_empty());
    for (path, heading) in [("docs/guide/en/themes.md", "Strings"), ("docs/guide/fr/themes.md", "Les textes communs")] {
        let page = read(path);
        let section = page.split(&format!("\n## {heading}\n")).nth(1).expect("the section of strings");
        let section = section.split("\n## ").next().unwrap_or_default();
        let mut told = BTreeMap::new();
        for line in section.lines().filter(|line| line.starts_with("| `")) {
            let mut cells = line.trim_matches('|').split(" | ");
            let names = |cell: Option<&str>| -> BTreeSet<String> {
                cell.unwrap_or_default().split('`').skip(1).step_by(2).map(|name| name.replace('$', "")).collect()
            };
            let (ids, arguments) = (names(cells.next()), names(cells.next()));
            told.extend(ids.into_iter().map(|id| (id, arguments.clone())));
        }
        assert!(told.keys().eq(own.keys()), "{path}: {:?}", told.keys().collect::<Vec<_>>());
        for (id, arguments) in &own {
            // A text need not use all that it is given.
            assert!(arguments.is_subset(&told[id]), "{path}: {id} has the arguments {arguments:?}");
        }
    }
}

/// A page without the examples in it.
fn without_code(page: &str) -> String {
    let prose = page.split("```").step_by(2).collect::<String>();
    prose.split('`').step_by(2).collect()
}

#[test]
fn links_inside_the_guide_lead_to_headings() {
    for language in ["en", "fr"] {
        let folder = format!("docs/guide/{language}");
        let names = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder)).expect("the guide");
        for name in names.map(|entry| entry.expect("a page").file_name().into_string().expect("a name")) {
            let page = read(&format!("{folder}/{name}"));
            for target in without_code(&page).split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
                let Some((file, wanted)) = target.split_once('#').filter(|(file, _)| !file.contains("//")) else {
                    continue;
                };
                let there = if file.is_empty() { page.clone() } else { read(&format!("{folder}/{file}")) };
                let headings = there.lines().filter(|line| line.starts_with('#'));
                let is_there =
                    headings.map(|line| anchor(line.trim_start_matches('#').trim())).any(|anchor| anchor == wanted);
                assert!(is_there, "{folder}/{name} leads to {target}");
            }
        }
    }
}
