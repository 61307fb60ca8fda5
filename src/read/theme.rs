//! From `theme.yaml` to what a theme says of itself.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::Fields;
use super::look;
use super::yaml::{self, Kind, Node};
use crate::diagnostic::{Diagnosed, Diagnostic, Log, Rule, Text, nearest};
use crate::domain::{Colour, OptionValue, Place, Site, SitePath, Spanned, is_control};

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
    /// Where the theme says so.
    pub place: Place,
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
    /// A colour that is text on these surfaces.
    Colour(Vec<Colour>),
    /// The name of an asset that is a picture, or nothing.
    Picture,
}

impl Manifest {
    /// The values of all options for a site whose assets have these names; what the site sets and the theme does not know
    /// is noticed, and what nobody could read or find.
    #[must_use]
    pub fn values(&self, site: &Site, assets: &BTreeSet<&str>) -> Diagnosed<BTreeMap<String, OptionValue>> {
        let mut log = Log::new();
        let mut values = BTreeMap::new();
        for (name, option) in &self.options {
            log.extend(option.kind.fault(name, &option.default, assets, &option.place));
            values.insert(name.clone(), option.default.clone());
        }
        for (name, set) in &site.options {
            let place = Place::new(SitePath::new("site.yaml"), set.span);
            let Some(option) = self.options.get(name) else {
                log.push(self.unknown(name, place));
                continue;
            };
            match option.kind.read(&set.value) {
                Some(value) => {
                    log.extend(option.kind.fault(name, &value, assets, &place));
                    values.insert(name.clone(), value);
                }
                None => log.push(option.ill_typed(name, &set.value, place)),
            }
        }
        Diagnosed::new(values, log)
    }

    fn unknown(&self, name: &str, place: Place) -> Diagnostic {
        let known = || self.options.keys().map(String::as_str);
        let hint = match nearest(name, known()) {
            Some(name) => Some(Text::new("did-you-mean").with("name", name)),
            None if self.options.is_empty() => None,
            None => Some(Text::new("known-keys").with("keys", known().collect::<Vec<_>>().join(", "))),
        };
        let message = Text::new("unknown-option").with("option", name);
        Diagnostic::new(Rule::UnknownOption, place, message).maybe_hint(hint)
    }
}

impl ThemeOption {
    fn ill_typed(&self, name: &str, set: &OptionValue, place: Place) -> Diagnostic {
        let message = Text::new("wrong-type").with("key", name).with_text("expected", self.kind.expected());
        let hint = match (&self.default, set) {
            (OptionValue::Colour(default), OptionValue::Text(text)) => {
                Some(look::type_instead(Colour::meant(text).unwrap_or(*default)))
            }
            _ => None,
        };
        Diagnostic::new(Rule::WrongType, place, message).maybe_hint(hint)
    }
}

impl OptionKind {
    /// The value as one of this kind, by its form.
    fn read(&self, value: &OptionValue) -> Option<OptionValue> {
        match (self, value) {
            (Self::Flag, OptionValue::Flag(_)) | (Self::Text, OptionValue::Text(_)) => Some(value.clone()),
            (Self::Choice(words), OptionValue::Text(word)) => words.contains(word).then(|| value.clone()),
            (Self::Colour(_), OptionValue::Text(text)) => Colour::parse(text).map(OptionValue::Colour),
            (Self::Picture, OptionValue::Text(name)) => {
                (name.is_empty() || look::is_picture(name)).then(|| OptionValue::Picture(name.clone()))
            }
            _ => None,
        }
    }

    /// What is wrong with a value of this kind.
    fn fault(&self, key: &str, value: &OptionValue, assets: &BTreeSet<&str>, place: &Place) -> Option<Diagnostic> {
        match (self, value) {
            (Self::Colour(surfaces), OptionValue::Colour(colour)) => look::low_contrast(key, *colour, surfaces, place),
            (Self::Picture, OptionValue::Picture(name)) => look::missing_picture(name, assets, place),
            _ => None,
        }
    }

    /// What stands behind “must be”.
    fn expected(&self) -> Text {
        match self {
            Self::Flag => Text::new("kind-flag"),
            Self::Text => Text::new("kind-text"),
            Self::Choice(words) => Text::new("kind-choice").with("values", words.join(", ")),
            Self::Colour(_) => Text::new("kind-colour"),
            Self::Picture => Text::new("kind-picture"),
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
            let Some(option) = option(node, file, &mut log) else { continue };
            // The name of a colour becomes the name of a custom property.
            if matches!(option.kind, OptionKind::Colour(_)) && !is_property(&name.value) {
                let message = Text::new("invalid-value").with("key", &name.value);
                let place = Place::new(file.clone(), name.span);
                log.push(Diagnostic::new(Rule::InvalidValue, place, message).hint("colour-name-hint"));
                continue;
            }
            manifest.options.insert(name.value, option);
        }
    }
    fields.finish(&mut log);
    Diagnosed::new(manifest, log)
}

fn is_property(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn option(node: Node, file: &SitePath, log: &mut Log) -> Option<ThemeOption> {
    let mut fields = Fields::open(node, file, log);
    let kind = fields.text("kind", log);
    let of = fields.texts("of", log);
    let text_on = fields.texts("text-on", log);
    let default = fields.node("default");
    let _ = fields.node("description");
    let span = fields.span;
    let kind = match kind.as_ref().map(|kind| kind.value.as_str()) {
        Some("flag") => OptionKind::Flag,
        Some("text") => OptionKind::Text,
        Some("choice") => OptionKind::Choice(of.into_iter().map(|word| word.value).collect()),
        Some("colour") => OptionKind::Colour(surfaces(&text_on, &fields, log)),
        Some("picture") => OptionKind::Picture,
        _ => return fields.ill_typed("kind", kind.map_or(span, |kind| kind.span), "kind-option", log),
    };
    let at = default.as_ref().map_or(span, |default| default.span);
    let default = match default {
        Some(default) => value(default).and_then(|value| kind.read(&value)),
        None => (kind == OptionKind::Picture).then(|| OptionValue::Picture(String::new())),
    };
    let expected = if matches!(kind, OptionKind::Colour(_)) { "kind-colour" } else { "kind-of-option" };
    let Some(default) = default else { return fields.ill_typed("default", at, expected, log) };
    let place = fields.place(at);
    fields.finish(log);
    Some(ThemeOption { kind, default, place })
}

/// The colours of a list; what is none is noticed.
fn surfaces(listed: &[Spanned<String>], fields: &Fields<'_>, log: &mut Log) -> Vec<Colour> {
    let surface = |text: &Spanned<String>| {
        Colour::parse(&text.value).or_else(|| fields.ill_typed("text-on", text.span, "kind-colour", log))
    };
    listed.iter().filter_map(surface).collect()
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
