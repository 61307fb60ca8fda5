//! From one Fluent file to its messages, with the place of each and what each of them asks for.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::{self, ParserError};

use crate::diagnostic::{Diagnosed, Diagnostic, Log, Rule, Text, kibibytes};
use crate::domain::{Place, SitePath, Span, is_control};

/// The largest Fluent file, in bytes.
const LARGEST: usize = 256 * 1024;
/// The parser calls itself for each brace within a brace.
const DEEPEST: usize = 32;

/// The Fluent files of one language from one source: a theme, or the site itself.
#[derive(Debug, Clone, Default)]
pub struct Layer {
    /// The texts of the files that can be used.
    pub texts: Vec<(SitePath, String)>,
    /// The messages and terms (these with a leading `-`) by id.
    pub messages: BTreeMap<String, Message>,
    /// Whether a part could not be read: then messages that seem to be missing may be there.
    pub has_gaps: bool,
}

/// What is known of a message without formatting it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Where its id stands.
    pub place: Place,
    /// Whether it has a text of its own beside its attributes.
    pub has_value: bool,
    /// The names of its attributes.
    pub attributes: BTreeSet<String>,
    /// The arguments that it names itself.
    pub variables: BTreeSet<String>,
    /// The other messages and terms that it names.
    pub references: BTreeSet<String>,
    /// What it says in any case and for any arguments: the texts between what is put in.
    pub phrases: Vec<String>,
}

impl Layer {
    /// Reads the Fluent files of one language, in the order given.
    #[must_use]
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a SitePath, &'a str)>) -> Diagnosed<Self> {
        let mut layer = Self::default();
        let mut log = Log::new();
        for (path, text) in files {
            if let Some(fault) = unfit(path, text) {
                layer.has_gaps = true;
                log.push(fault);
            } else {
                layer.add(path, text, &mut log);
            }
        }
        Diagnosed::new(layer, log)
    }

    fn add(&mut self, path: &SitePath, text: &str, log: &mut Log) {
        let resource = match parser::parse(text) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                self.has_gaps = true;
                for error in errors {
                    let place = Place::new(path.clone(), fault_in(text, &error));
                    let message = Text::new("invalid-strings").with("problem", error.kind);
                    log.push(Diagnostic::new(Rule::InvalidStrings, place, message).hint("invalid-strings-hint"));
                }
                resource
            }
        };
        for entry in &resource.body {
            let (id, name, message) = match entry {
                Entry::Message(message) => (
                    message.id.name.to_owned(),
                    message.id.name,
                    Found::of(message.value.as_ref(), &message.attributes),
                ),
                Entry::Term(term) => {
                    (format!("-{}", term.id.name), term.id.name, Found::of(Some(&term.value), &term.attributes))
                }
                _ => continue,
            };
            let place = Place::new(path.clone(), span_in(text, name));
            if let Some(first) = self.messages.get(&id) {
                let finding =
                    Diagnostic::new(Rule::DuplicateString, place, Text::new("duplicate-string").with("name", &id));
                log.push(finding.hint("duplicate-string-hint").related(first.place.clone(), "first-here"));
                continue;
            }
            self.messages.insert(id, message.at(place));
        }
        self.texts.push((path.clone(), text.to_owned()));
    }
}

/// What would bring the parser down, found before it runs.
pub(super) fn unfit(path: &SitePath, text: &str) -> Option<Diagnostic> {
    if text.len() > LARGEST {
        let message = Text::new("too-large").with_text("limit", kibibytes(256));
        return Some(Diagnostic::new(Rule::TooLarge, Place::top(path.clone()), message));
    }
    // A literal such as `{"\\u0001"}` could bring in what no source may hold.
    if let Some(at) =
        text.match_indices('\\').map(|(at, _)| at).find(|at| escaped(&text[at + 1..]).is_some_and(is_control))
    {
        let place = Place::new(path.clone(), Span::new(at, at + 6));
        return Some(Diagnostic::new(Rule::ControlCharacter, place, "control-character-entity").hint("character-hint"));
    }
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            // An unclosed brace ends with its entry, which ends where a line begins with a name.
            b'\n' if text.as_bytes().get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || *next == b'-') => {
                depth = 0;
            }
            _ => {}
        }
        if depth > DEEPEST {
            let place = Place::new(path.clone(), Span::new(at, at + 1));
            return Some(Diagnostic::new(Rule::InvalidStrings, place, "strings-too-deep").hint("invalid-strings-hint"));
        }
    }
    None
}

/// The character that `u0001` or `U000001` stands for behind a backslash.
fn escaped(text: &str) -> Option<char> {
    let digits = match text.as_bytes().first()? {
        b'u' => text.get(1..5)?,
        b'U' => text.get(1..7)?,
        _ => return None,
    };
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

/// Where the parser met a fault. Of an entry without an end it is the entry's last line, not the next one's. The parser
/// counts bytes and may stop in the middle of a character.
fn fault_in(text: &str, error: &ParserError) -> Span {
    let entry = error.slice.clone().and_then(|slice| Some((slice.start, text.get(slice)?)));
    let last = entry.map_or(text.len(), |(start, entry)| start + entry.trim_end().len());
    let start = text.floor_char_boundary(error.pos.start.min(last));
    Span::new(start, text.ceil_char_boundary(error.pos.end.min(last).max(start)))
}

/// The parser gives names as parts of the text, so that their place is the distance between the two.
pub(super) fn span_in(text: &str, part: &str) -> Span {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len());
    Span::new(start, (start + part.len()).min(text.len()))
}

#[derive(Default)]
struct Found {
    has_value: bool,
    attributes: BTreeSet<String>,
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
    phrases: Vec<String>,
}

impl Found {
    fn of(value: Option<&Pattern<&str>>, attributes: &[fluent_syntax::ast::Attribute<&str>]) -> Self {
        let mut found = Self { has_value: value.is_some(), ..Self::default() };
        if let Some(pattern) = value {
            found.pattern(pattern);
        }
        for attribute in attributes {
            found.attributes.insert(attribute.id.name.to_owned());
            found.pattern(&attribute.value);
        }
        found
    }

    fn at(self, place: Place) -> Message {
        let Self { has_value, attributes, variables, references, phrases } = self;
        Message { place, has_value, attributes, variables, references, phrases }
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        let mut phrase = String::new();
        for element in &pattern.elements {
            match element {
                // Each line is an element of its own.
                PatternElement::TextElement { value } => phrase.push_str(value),
                PatternElement::Placeable { expression } => {
                    self.phrases.push(std::mem::take(&mut phrase));
                    self.expression(expression);
                }
            }
        }
        self.phrases.push(phrase);
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, expression: &InlineExpression<&str>) {
        match expression {
            InlineExpression::VariableReference { id } => drop(self.variables.insert(id.name.to_owned())),
            InlineExpression::MessageReference { id, .. } => drop(self.references.insert(id.name.to_owned())),
            InlineExpression::TermReference { id, .. } => drop(self.references.insert(format!("-{}", id.name))),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Diagnosed<Layer> {
        Layer::read([(&SitePath::new("i18n/en/a.ftl"), text)])
    }

    #[test]
    fn a_message_tells_its_place_and_what_it_asks_for() {
        let layer = read("a = x\nopenings = { $openings ->\n    [one] { a }\n   *[other] { DATETIME($deadline) }\n  }\n    .title = { -term }\n").value;
        let message = &layer.messages["openings"];
        assert_eq!(message.place.span, Span::new(6, 14));
        assert_eq!(message.variables.iter().collect::<Vec<_>>(), ["deadline", "openings"]);
        assert_eq!(message.references.iter().collect::<Vec<_>>(), ["-term", "a"]);
        assert!(message.attributes.contains("title"));
        let phrases: Vec<_> = message.phrases.iter().filter(|phrase| !phrase.is_empty()).collect();
        assert!(phrases.is_empty(), "nothing but what is put in: {phrases:?}");
    }

    #[test]
    fn a_heap_of_braces_is_refused_before_the_parser_runs() {
        let log = read(&format!("a = {}", "{".repeat(100_000))).log;
        assert!(log.has_errors());
    }

    #[test]
    fn an_id_twice_is_refused() {
        assert!(read("a = x\na = y\n").log.has_errors());
    }
}
