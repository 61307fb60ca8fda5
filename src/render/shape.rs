//! Finds the names in templates that mean nothing: misspelt variables, strings and assets, before any page is made.
//!
//! A template is read for the paths that it names (`notice.deadline.date`), each loop and `set` opening a name of its own,
//! and each path is followed through the shape of the template's context. The shapes come from filled samples of the
//! typed contexts, so that they cannot differ from them. Names whose origin is not clear are left alone.

mod sample;
mod scanner;

use std::collections::BTreeMap;

use serde_json::Value;

use super::assets::Assets;
use super::environment::Strings;
use super::templates::{CARD, REQUIRED, SEARCH_PAGE, THEME_PREFIX, Template, Templates, is_board};
use crate::diagnostic::{Diagnostic, Log, Rule, Text, nearest};
use crate::domain::{OptionValue, Place, Span};
use scanner::{Named, Scanner};

/// Checks the names in all templates.
pub(super) fn check(
    templates: &Templates,
    options: &BTreeMap<String, OptionValue>,
    assets: &Assets,
    strings: &Strings,
) -> Log {
    let shapes = sample::shapes(options);
    let mut log = Log::new();
    for template in templates.iter() {
        let roots = roots(template, templates, &shapes);
        for named in Scanner::new(&template.text).names() {
            check_name(&named, template, &roots, assets, strings, &mut log);
        }
    }
    log
}

/// The contexts that a template can be rendered with: its own, if it is rendered itself, and those of the templates that
/// extend or include it.
fn roots<'a>(template: &Template, templates: &Templates, shapes: &'a BTreeMap<&'static str, Value>) -> Vec<&'a Value> {
    let mut names = vec![bare(&template.name).to_owned()];
    let mut at = 0;
    while at < names.len() {
        let name = names[at].clone();
        for caller in templates.iter().filter(|caller| calls(&caller.text, &name)) {
            let caller = bare(&caller.name).to_owned();
            if !names.contains(&caller) {
                names.push(caller);
            }
        }
        at += 1;
    }
    let rendered = names.iter().filter_map(|name| match name.as_str() {
        name if REQUIRED.contains(&name) || [SEARCH_PAGE, CARD].contains(&name) => Some(name),
        name => is_board(name).then_some(sample::BOARD),
    });
    rendered.filter_map(|name| shapes.get(name)).collect()
}

fn bare(name: &str) -> &str {
    name.strip_prefix(THEME_PREFIX).unwrap_or(name)
}

fn calls(text: &str, name: &str) -> bool {
    let quoted = [format!("\"{name}\""), format!("'{name}'"), format!("\"{THEME_PREFIX}{name}\"")];
    let mut calls = text.match_indices("{%").map(|(at, _)| text[at..].split("%}").next().unwrap_or_default());
    calls.any(|tag| {
        (tag.contains("extends") || tag.contains("include"))
            && quoted.iter().any(|quoted| tag.contains(quoted.as_str()))
    })
}

fn check_name(named: &Named, template: &Template, roots: &[&Value], assets: &Assets, strings: &Strings, log: &mut Log) {
    let place = |span: Span| Place::new(template.path.clone(), span);
    match named {
        Named::Variable { path, span } => {
            // A template with several contexts may name what only some of them have.
            let faults: Vec<_> = roots.iter().map(|root| follow(root, path)).collect();
            if !faults.is_empty()
                && let Some(Some(fault)) =
                    faults.iter().find(|fault| fault.is_some()).filter(|_| faults.iter().all(Option::is_some))
            {
                let message = Text::new("unknown-variable").with("name", path.join("."));
                let hint = match nearest(&fault.part, fault.known.iter().map(String::as_str)) {
                    Some(name) => Text::new("did-you-mean").with("name", name),
                    None => Text::new("known-variables").with("names", fault.known.join(", ")),
                };
                log.push(Diagnostic::new(Rule::UnknownVariable, place(*span), message).hint(hint));
            }
        }
        Named::Text { id, span } => {
            for (side, bundle) in strings.bundles.iter().filter(|(_, bundle)| !bundle.has(id)) {
                let message =
                    Text::new("unknown-string").with("name", id).with("language", &strings.languages[side].code);
                let hint = nearest(id, bundle.ids()).map(|name| Text::new("did-you-mean").with("name", name));
                log.push(Diagnostic::new(Rule::UnknownMessage, place(*span), message).maybe_hint(hint));
            }
        }
        Named::Asset { path, span } => {
            if assets.url(path).is_none() {
                let hint = nearest(path, assets.names()).map(|name| Text::new("did-you-mean").with("name", name));
                let message = Text::new("missing-asset").with("name", path);
                log.push(Diagnostic::new(Rule::MissingAsset, place(*span), message).maybe_hint(hint));
            }
        }
    }
}

/// Where a path leaves the shape.
struct Fault {
    part: String,
    known: Vec<String>,
}

fn follow(root: &Value, path: &[String]) -> Option<Fault> {
    let mut value = root;
    for part in path {
        match value {
            Value::Object(fields) => match fields.get(part) {
                Some(field) => value = field,
                None => return Some(Fault { part: part.clone(), known: fields.keys().cloned().collect() }),
            },
            // `[]` stands for an entry of a list, as a loop gives it.
            Value::Array(entries) if part == "[]" => match entries.first() {
                Some(entry) => value = entry,
                None => return None,
            },
            _ if part == "[]" => return None,
            _ => return Some(Fault { part: part.clone(), known: Vec::new() }),
        }
    }
    None
}
