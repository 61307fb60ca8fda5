//! From `theme.yaml` to what a theme says of itself.

use std::collections::BTreeMap;

use super::fields::Fields;
use super::yaml::{self, Kind, Node};
use crate::diagnostic::{Diagnosed, Diagnostic, Log, Rule, Text, nearest};
use crate::domain::{OptionValue, Site, SitePath, is_control};

/// What a theme says of itself.
#[derive(Debug, Clone, Default)]
pub struct Manifest {
    /// The options that a site may set.
    pub options: BTreeMap<String, ThemeOption>,
}

/// An option of a theme.
#[derive(Debug, Clone)]
pub struct ThemeOption {
    /// What it takes.
    pub kind: OptionKind,
    /// Its value unless the site sets it.
    pub default: OptionValue,
}

/// What an option takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionKind {
    /// On or off.
    Flag,
    /// Any text.
    Text,
    /// One of these words.
    Choice(Vec<String>),
}

impl Manifest {
    /// The values of all options for a site; what the site sets and the theme does not know is noticed.
    #[must_use]
    pub fn values(&self, site: &Site) -> Diagnosed<BTreeMap<String, OptionValue>> {
        let mut log = Log::new();
        let mut values: BTreeMap<_, _> =
            self.options.iter().map(|(name, option)| (name.clone(), option.default.clone())).collect();
        for (name, set) in &site.options {
            let place = crate::domain::Place::new(SitePath::new("site.yaml"), set.span);
            match self.options.get(name) {
                None => {
                    let known = || self.options.keys().map(String::as_str);
                    let hint = match nearest(name, known()) {
                        Some(name) => Text::new("did-you-mean").with("name", name),
                        None => Text::new("known-keys").with("keys", known().collect::<Vec<_>>().join(", ")),
                    };
                    let message = Text::new("unknown-option").with("option", name);
                    log.push(Diagnostic::new(Rule::UnknownOption, place, message).hint(hint));
                }
                Some(option) if !option.kind.takes(&set.value) => {
                    let expected = match &option.kind {
                        OptionKind::Flag => Text::new("kind-flag"),
                        OptionKind::Text => Text::new("kind-text"),
                        OptionKind::Choice(words) => Text::new("kind-choice").with("values", words.join(", ")),
                    };
                    let message = Text::new("wrong-type").with("key", name).with_text("expected", expected);
                    log.push(Diagnostic::new(Rule::WrongType, place, message));
                }
                Some(_) => drop(values.insert(name.clone(), set.value.clone())),
            }
        }
        Diagnosed::new(values, log)
    }
}

impl OptionKind {
    fn takes(&self, value: &OptionValue) -> bool {
        match (self, value) {
            (Self::Flag, OptionValue::Flag(_)) | (Self::Text, OptionValue::Text(_)) => true,
            (Self::Choice(words), OptionValue::Text(word)) => words.contains(word),
            _ => false,
        }
    }
}

/// Reads `theme.yaml`.
#[must_use]
pub fn manifest(file: &SitePath, text: &str) -> Diagnosed<Manifest> {
    let mut log = Log::new();
    let node = match yaml::parse(text, file, 0) {
        Ok(node) => node,
        Err(finding) => {
            log.push(*finding);
            return Diagnosed::new(Manifest::default(), log);
        }
    };
    let mut fields = Fields::open(node, file, &mut log);
    let _ = (fields.text("name", &mut log), fields.node("description"));
    let mut manifest = Manifest::default();
    if let Some(mut options) = fields.map("options", &mut log) {
        for (name, node) in options.rest() {
            if let Some(option) = option(node, file, &mut log) {
                manifest.options.insert(name.value, option);
            }
        }
    }
    fields.finish(&mut log);
    Diagnosed::new(manifest, log)
}

fn option(node: Node, file: &SitePath, log: &mut Log) -> Option<ThemeOption> {
    let mut fields = Fields::open(node, file, log);
    let kind = fields.text("kind", log);
    let of = fields.texts("of", log);
    let default = fields.node("default");
    let _ = fields.node("description");
    let span = fields.span;
    let kind = match kind.as_ref().map(|kind| kind.value.as_str()) {
        Some("flag") => OptionKind::Flag,
        Some("text") => OptionKind::Text,
        Some("choice") => OptionKind::Choice(of.into_iter().map(|word| word.value).collect()),
        _ => return fields.ill_typed("kind", kind.map_or(span, |kind| kind.span), "kind-option", log),
    };
    let default = default.and_then(value).filter(|value| kind.takes(value));
    let Some(default) = default else { return fields.ill_typed("default", span, "kind-of-option", log) };
    fields.finish(log);
    Some(ThemeOption { kind, default })
}

/// The value of an option, by its form.
pub(super) fn value(node: Node) -> Option<OptionValue> {
    match node.kind {
        Kind::Plain(text) if text == "true" => Some(OptionValue::Flag(true)),
        Kind::Plain(text) if text == "false" => Some(OptionValue::Flag(false)),
        // An escape in quotes can stand for any character.
        Kind::Plain(text) | Kind::Quoted(text) if !text.contains(is_control) => Some(OptionValue::Text(text)),
        _ => None,
    }
}
