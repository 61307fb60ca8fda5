//! From YAML text to a tree in which every key and value has its place and keeps the text that was typed.
//!
//! No value is given a type here: `no`, `012` and `4565.30` stay what the writer wrote, and the reader of a field says
//! what it expects. Anchors, aliases, tags and merge keys are refused. This is the only place that knows the YAML library.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_yaml::{Budget, Error, Location, Options};

use crate::diagnostic::{Diagnostic, Rule, Text};
use crate::domain::{Place, SitePath, Span, Spanned};

/// A value of a YAML text.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Where it stands in the file.
    pub span: Span,
}

/// What a YAML value is, as far as its form tells.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Nothing, `~` or `null`.
    Null,
    /// Text without quotes, as it was typed.
    Plain(String),
    /// Text in quotes, or a block of text.
    Quoted(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the order in which it was typed; keys may occur twice.
    Map(Vec<(Spanned<String>, Node)>),
}

/// Reads a YAML text that begins at `offset` of its file.
///
/// # Errors
/// The first place at which the text is no YAML, or uses a part of YAML that is refused.
pub fn parse(text: &str, file: &SitePath, offset: usize) -> Result<Node, Box<Diagnostic>> {
    match serde_yaml::from_str_with_options::<Option<Raw>>(text, options()) {
        Ok(Some(raw)) => {
            let mut tag = None;
            let node = raw.node(text, offset, &mut tag);
            tag.map_or(Ok(node), |span| Err(Box::new(refused(Place::new(file.clone(), span)))))
        }
        Ok(None) => Ok(Node { kind: Kind::Map(Vec::new()), span: Span::new(offset, offset) }),
        Err(error) => Err(Box::new(refusal(&error, text, file, offset))),
    }
}

fn options() -> Options {
    let mut budget = Budget::default();
    budget.max_anchors = 0;
    budget.max_aliases = 0;
    budget.max_depth = 16;
    budget.max_nodes = 20_000;
    budget.max_events = 60_000;
    budget.max_total_scalar_bytes = 1024 * 1024;
    // A second document is refused by its own name, not as an excess.
    budget.max_documents = 2;
    let mut options = Options::default();
    options.budget = Some(budget);
    options.strict_booleans = true;
    options.reject_unsupported_tags = true;
    options.merge_keys = MergeKeyPolicy::Error;
    options.duplicate_keys = DuplicateKeyPolicy::PassThrough;
    options.non_finite_float_policy = NonFiniteFloatPolicy::PassThrough;
    options.with_snippet = false;
    options
}

fn refusal(error: &Error, text: &str, file: &SitePath, offset: usize) -> Diagnostic {
    let error = error.without_snippet();
    let start =
        error.location().and_then(|location| place_of(location, text)).map_or(offset, |span| span.start + offset);
    let place = Place::new(file.clone(), Span::new(start, start));
    let message = match error {
        Error::Budget { .. }
        | Error::UnknownAnchor { .. }
        | Error::MergeKeyNotAllowed { .. }
        | Error::UnsupportedTag { .. } => {
            return refused(place);
        }
        Error::MultipleDocuments { .. } => Text::new("several-documents"),
        other => Text::new("invalid-yaml").with("problem", first_line(&other.to_string())),
    };
    Diagnostic::new(Rule::InvalidYaml, place, message).hint("invalid-yaml-hint")
}

fn refused(place: Place) -> Diagnostic {
    Diagnostic::new(Rule::RefusedYaml, place, "refused-yaml").hint("refused-yaml-hint")
}

/// Whether a tag stands before a value; the library leaves out the ones that it knows (`!!str`).
fn has_tag(text: &str, start: usize) -> bool {
    let line = text[..start].rsplit('\n').next().unwrap_or_default();
    line.split_whitespace().next_back().is_some_and(|word| word.starts_with('!'))
}

/// The first line of a fault, without the place in the front matter that it ends in: the report tells the one in the file.
fn first_line(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.rfind(" at line ").map_or(line, |at| &line[..at])
}

/// The place of a value or an error. Errors of the scanner come with a line and a column only.
fn place_of(location: Location, text: &str) -> Option<Span> {
    let span = location.span();
    let start = if let Some(offset) = span.byte_offset().filter(|offset| *offset > 0 || location.line() <= 1) {
        usize::try_from(offset).ok()?
    } else {
        let line = usize::try_from(location.line()).ok()?.checked_sub(1)?;
        let column = usize::try_from(location.column()).ok()?.saturating_sub(1);
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        start + text[start..].chars().take(column).map(char::len_utf8).sum::<usize>()
    };
    let length = usize::try_from(span.byte_len().unwrap_or(0)).ok()?;
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    Some(Span::new(floor(start), floor(start + length)))
}

/// A value as the library gives it: with its place, but with a type that the library guessed.
struct Raw(serde_yaml::Spanned<Guess>);

enum Guess {
    Null,
    /// A boolean or a number; what was typed is in the text.
    Typed,
    Text(String),
    List(Vec<Raw>),
    Map(Vec<(serde_yaml::Spanned<String>, Raw)>),
}

impl Raw {
    fn node(self, text: &str, offset: usize, tag: &mut Option<Span>) -> Node {
        let span = place_of(self.0.referenced, text).unwrap_or_default();
        let typed = text.get(span.range()).unwrap_or_default();
        if has_tag(text, span.start) {
            *tag = Some(span.shifted(offset));
        }
        let kind = match self.0.value {
            Guess::Null => Kind::Null,
            Guess::Typed => Kind::Plain(typed.trim().to_owned()),
            Guess::Text(value) if typed.starts_with(['"', '\'', '|', '>']) => Kind::Quoted(value),
            Guess::Text(value) => Kind::Plain(value),
            Guess::List(items) => Kind::List(items.into_iter().map(|item| item.node(text, offset, tag)).collect()),
            Guess::Map(entries) => Kind::Map(
                entries
                    .into_iter()
                    .map(|(key, value)| {
                        let span = place_of(key.referenced, text).unwrap_or_default();
                        (Spanned::new(key.value, span.shifted(offset)), value.node(text, offset, tag))
                    })
                    .collect(),
            ),
        };
        let end = span.start + typed.trim_end().len();
        Node { kind, span: Span::new(span.start, end).shifted(offset) }
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_yaml::Spanned::deserialize(deserializer).map(Self)
    }
}

impl<'de> Deserialize<'de> for Guess {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Guessing)
    }
}

struct Guessing;

impl<'de> Visitor<'de> for Guessing {
    type Value = Guess;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Guess, E> {
        Ok(Guess::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Guess, E> {
        Ok(Guess::Typed)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Guess, E> {
        Ok(Guess::Typed)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Guess, E> {
        Ok(Guess::Typed)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Guess, E> {
        Ok(Guess::Typed)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Guess, E> {
        Ok(Guess::Typed)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Guess, E> {
        Ok(Guess::Typed)
    }

    fn visit_str<E>(self, text: &str) -> Result<Guess, E> {
        Ok(Guess::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Guess, E> {
        Ok(Guess::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Guess, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Guess::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Guess, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Guess::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Node, Box<Diagnostic>> {
        parse(text, &SitePath::new("site.yaml"), 100)
    }

    #[test]
    fn what_was_typed_is_kept_with_its_place() {
        let text = "a: no\nb: 012\nc: 4565.30\nd: 'true'\ne: été\nf: [x, 1e3]\ng: ~\n";
        let Kind::Map(entries) = read(text).expect("YAML").kind else { panic!("a mapping") };
        let found: Vec<_> = entries.iter().map(|(key, value)| (key.value.as_str(), value.kind.clone())).collect();
        let plain = |text: &str| Kind::Plain(text.to_owned());
        assert_eq!(found[0], ("a", plain("no")));
        assert_eq!(found[1], ("b", plain("012")));
        assert_eq!(found[2], ("c", plain("4565.30")));
        assert_eq!(found[3], ("d", Kind::Quoted("true".to_owned())));
        assert_eq!(found[6], ("g", Kind::Null));
        let Kind::List(items) = &entries[5].1.kind else { panic!("a list") };
        assert_eq!(items[1].kind, plain("1e3"));
        assert_eq!(&text[entries[4].1.span.start - 100..entries[4].1.span.end - 100], "été");
        assert_eq!(entries[2].0.span, Span::new(113, 114));
    }

    #[test]
    fn every_duplicate_is_seen() {
        let Kind::Map(entries) = read("a: 1\na: 2\n").expect("YAML").kind else { panic!("a mapping") };
        assert_eq!(entries.len(), 2);
    }

    #[test]
    fn anchors_aliases_tags_and_merges_are_refused() {
        for text in [
            "a: &x 1\nb: *x",
            "a: *x",
            "<<: {a: 1}",
            "a: !!python/object x",
            "a: !x 1",
            "a: &x [*x]",
            "a: !!str x",
            "a: !!bool true",
        ] {
            assert_eq!(read(text).expect_err(text).rule, Rule::RefusedYaml, "{text}");
        }
    }

    #[test]
    fn what_is_no_yaml_is_refused_at_its_place() {
        let refused = read("a: 1\nb: \"open\nc: 2\n").expect_err("an open quote");
        assert_eq!(refused.rule, Rule::InvalidYaml);
        assert!(refused.place.span.start > 100);
        assert!(read(&"[".repeat(100_000)).is_err());
        assert!(read("a: 1\n---\nb: 2\n").is_err());
    }
}
