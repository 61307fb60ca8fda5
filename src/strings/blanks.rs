//! From a Fluent text to the blanks at the ends of its lines that no message says.

use fluent_syntax::ast::{Attribute, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::layer::{span_in, unfit};
use crate::domain::{SitePath, Span};

/// The blanks at the ends of lines that belong to no message: without them, every message is the same. There are none in
/// a text with faults, of which nobody can tell.
#[must_use]
pub fn idle_blanks(text: &str) -> Vec<Span> {
    if unfit(&SitePath::new(""), text).is_some() {
        return Vec::new();
    }
    let Ok(resource) = parser::parse(text) else { return Vec::new() };
    let mut said = Said { text, spans: Vec::new() };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => said.entry(message.value.as_ref(), &message.attributes),
            Entry::Term(term) => said.entry(Some(&term.value), &term.attributes),
            _ => {}
        }
    }
    let mut blanks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let line_end = at + line.trim_end_matches('\n').len();
        let start = at + text[at..line_end].trim_end_matches([' ', '\t']).len();
        at += line.len();
        let behind = said.spans.partition_point(|span| span.end <= start);
        let is_said = said.spans.get(behind).is_some_and(|span| span.start < line_end);
        if start < line_end && !is_said {
            blanks.push(Span::new(start, line_end));
        }
    }
    blanks
}

/// Where the words of messages stand, in order.
struct Said<'a> {
    text: &'a str,
    spans: Vec<Span>,
}

impl Said<'_> {
    fn entry(&mut self, value: Option<&Pattern<&str>>, attributes: &[Attribute<&str>]) {
        value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)).for_each(|it| self.pattern(it));
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.spans.push(span_in(self.text, value)),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Select { variants, .. } => variants.iter().for_each(|variant| self.pattern(&variant.value)),
            Expression::Inline(InlineExpression::Placeable { expression }) => self.expression(expression),
            Expression::Inline(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_that_are_said_stay() {
        let text = "a = first  \n    second  \n   \n# note  \n\nb = { $x ->  \n    [one] one  \n   *[other] more\n  }  \n  .c = d \n";
        let mut plain = text.to_owned();
        for blank in idle_blanks(text).into_iter().rev() {
            plain.replace_range(blank.range(), "");
        }
        assert_eq!(
            plain,
            "a = first  \n    second\n\n# note\n\nb = { $x ->\n    [one] one\n   *[other] more\n  }\n  .c = d\n"
        );
        let without_comments = |text: &str| {
            let mut resource = parser::parse(text.to_owned()).expect("no faults");
            resource.body.retain(|entry| !matches!(entry, Entry::Comment(_)));
            resource
        };
        assert_eq!(without_comments(text), without_comments(&plain));
    }

    #[test]
    fn of_a_text_with_faults_nothing_is_told() {
        assert_eq!(idle_blanks("a = {  \nb  \n"), []);
        assert_eq!(idle_blanks(&"{ ".repeat(100_000)), []);
    }
}
