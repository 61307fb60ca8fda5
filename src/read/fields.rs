//! From a YAML mapping to typed values, with a finding for each key or value that does not fit.
//!
//! A reader asks for its keys one after the other; what nobody asked for is unknown, and the nearest asked name is told.

use super::yaml::{Kind, Node};
use crate::diagnostic::{Diagnostic, Log, Rule, Text, nearest};
use crate::domain::{Place, SitePath, Span, Spanned, is_control};

/// The entries of a mapping that have not been asked for yet.
pub(super) struct Fields<'a> {
    file: &'a SitePath,
    entries: Vec<(Spanned<String>, Node)>,
    asked: Vec<&'static str>,
    /// Where the mapping stands.
    pub span: Span,
}

impl<'a> Fields<'a> {
    /// The entries of a mapping; of anything else a finding, and no entries.
    pub fn open(node: Node, file: &'a SitePath, log: &mut Log) -> Self {
        let span = node.span;
        let mut entries: Vec<(Spanned<String>, Node)> = Vec::new();
        match node.kind {
            Kind::Map(found) => {
                for (key, value) in found {
                    match entries.iter().find(|(earlier, _)| earlier.value == key.value) {
                        Some((earlier, _)) => {
                            let message = Text::new("duplicate-key").with("key", &key.value);
                            let finding =
                                Diagnostic::new(Rule::DuplicateKey, Place::new(file.clone(), key.span), message);
                            let first = Place::new(file.clone(), earlier.span);
                            log.push(finding.hint("duplicate-key-hint").related(first, "first-here"));
                        }
                        None => entries.push((key, value)),
                    }
                }
            }
            _ => log.push(Diagnostic::new(Rule::WrongType, Place::new(file.clone(), span), "wrong-type-mapping")),
        }
        Self { file, entries, asked: Vec::new(), span }
    }

    /// The place of a value in this file.
    pub fn place(&self, span: Span) -> Place {
        Place::new(self.file.clone(), span)
    }

    /// The file.
    pub const fn file(&self) -> &'a SitePath {
        self.file
    }

    /// Whether a key is there and has not been asked for yet.
    pub fn states(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, _)| name.value == key)
    }

    /// The value of a key as it is.
    pub fn node(&mut self, key: &'static str) -> Option<Node> {
        self.asked.push(key);
        let at = self.entries.iter().position(|(name, _)| name.value == key)?;
        Some(self.entries.remove(at).1)
    }

    /// Takes away an entry whose key is none of those that are asked for.
    pub fn remove(&mut self, key: &str) -> Option<(Spanned<String>, Node)> {
        let at = self.entries.iter().position(|(name, _)| name.value == key)?;
        Some(self.entries.remove(at))
    }

    /// The entries that are left, for a mapping whose keys are names.
    pub fn rest(&mut self) -> Vec<(Spanned<String>, Node)> {
        std::mem::take(&mut self.entries)
    }

    /// A text of one line: what was typed, in quotes or not.
    pub fn text(&mut self, key: &'static str, log: &mut Log) -> Option<Spanned<String>> {
        let node = self.node(key)?;
        self.as_text(key, node, log)
    }

    /// That value as a text of one line. A line break, through an escape or in a block of text, would end a line of a
    /// calendar or of a table elsewhere than the writer sees.
    pub fn as_text(&self, key: &str, node: Node, log: &mut Log) -> Option<Spanned<String>> {
        let mut text = self.as_prose(key, node, log)?;
        // A block of text ends in a line end, which is no part of it.
        text.value.truncate(text.value.trim_end_matches('\n').len());
        if text.value.contains('\n') {
            return self.ill_typed(key, text.span, "kind-line", log);
        }
        Some(text)
    }

    /// A text that may have several lines.
    pub fn prose(&mut self, key: &'static str, log: &mut Log) -> Option<Spanned<String>> {
        let node = self.node(key)?;
        self.as_prose(key, node, log)
    }

    fn as_prose(&self, key: &str, node: Node, log: &mut Log) -> Option<Spanned<String>> {
        match node.kind {
            // An escape in quotes can stand for any character.
            Kind::Quoted(text) if text.chars().any(is_control) => {
                let place = self.place(node.span);
                log.push(
                    Diagnostic::new(Rule::ControlCharacter, place, "control-character-entity").hint("character-hint"),
                );
                None
            }
            Kind::Plain(text) | Kind::Quoted(text) if !text.trim().is_empty() => Some(Spanned::new(text, node.span)),
            _ => self.ill_typed(key, node.span, "kind-text", log),
        }
    }

    /// `true` or `false`, without quotes and in no other word.
    pub fn flag(&mut self, key: &'static str, log: &mut Log) -> Option<Spanned<bool>> {
        let node = self.node(key)?;
        match &node.kind {
            Kind::Plain(text) if text == "true" => Some(Spanned::new(true, node.span)),
            Kind::Plain(text) if text == "false" => Some(Spanned::new(false, node.span)),
            _ => self.ill_typed(key, node.span, "kind-flag", log),
        }
    }

    /// A whole number.
    pub fn count(&mut self, key: &'static str, log: &mut Log) -> Option<Spanned<u32>> {
        let node = self.node(key)?;
        let number = match &node.kind {
            Kind::Plain(text) if text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() < 7 => text.parse().ok(),
            _ => None,
        };
        match number {
            Some(number) => Some(Spanned::new(number, node.span)),
            None => self.ill_typed(key, node.span, "kind-count", log),
        }
    }

    /// A list.
    pub fn list(&mut self, key: &'static str, log: &mut Log) -> Option<Spanned<Vec<Node>>> {
        let node = self.node(key)?;
        match node.kind {
            Kind::List(items) => Some(Spanned::new(items, node.span)),
            _ => self.ill_typed(key, node.span, "kind-list", log),
        }
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str, log: &mut Log) -> Vec<Spanned<String>> {
        let items = self.list(key, log).map(|items| items.value).unwrap_or_default();
        items.into_iter().filter_map(|item| self.as_text(key, item, log)).collect()
    }

    /// A mapping.
    pub fn map(&mut self, key: &'static str, log: &mut Log) -> Option<Fields<'a>> {
        let node = self.node(key)?;
        match node.kind {
            Kind::Map(_) => Some(Fields::open(node, self.file, log)),
            _ => self.ill_typed(key, node.span, "kind-mapping", log),
        }
    }

    /// Notes that a value is not what its key asks for; gives nothing, for the place of the value.
    pub fn ill_typed<T>(&self, key: &str, span: Span, expected: &'static str, log: &mut Log) -> Option<T> {
        let message = Text::new("wrong-type").with("key", key).with_text("expected", Text::new(expected));
        log.push(Diagnostic::new(Rule::WrongType, self.place(span), message));
        None
    }

    /// Notes the keys that nobody asked for.
    pub fn finish(self, log: &mut Log) {
        for (key, _) in &self.entries {
            let place = Place::new(self.file.clone(), key.span);
            let message = Text::new("unknown-key").with("key", &key.value);
            let hint = match nearest(&key.value, self.asked.iter().copied()) {
                Some(name) => Text::new("did-you-mean").with("name", name),
                None => Text::new("known-keys").with("keys", self.asked.join(", ")),
            };
            log.push(Diagnostic::new(Rule::UnknownKey, place, message).hint(hint));
        }
    }
}
