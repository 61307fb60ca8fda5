//! Finds `{{ name }}` in a text.

use crate::domain::Span;

/// A call of a message in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call<'a> {
    /// What stands between the braces, trimmed.
    pub name: &'a str,
    /// From the first brace to the last.
    pub span: Span,
}

impl Call<'_> {
    /// Whether the name is one that a message can have.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        self.name.starts_with(|first: char| first.is_ascii_alphabetic())
            && self.name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    }
}

/// The calls in a text, in order. An opening without an end on the same line is text.
pub fn calls(text: &str) -> impl Iterator<Item = Call<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find("{{")?;
            let inner = &text[start + 2..];
            let length = inner.find(['}', '\n']).unwrap_or(inner.len());
            if inner[length..].starts_with("}}") {
                from = start + 2 + length + 2;
                return Some(Call { name: inner[..length].trim(), span: Span::new(start, from) });
            }
            from = start + 2;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_found_with_their_places() {
        let found: Vec<_> =
            calls("by {{ deadline }}, {{x-1}} {{ open {{a b}} }}").map(|call| (call.name, call.span.start)).collect();
        assert_eq!(found, [("deadline", 3), ("x-1", 19), ("open {{a b", 27)]);
        assert!(!Call { name: "a b", span: Span::new(0, 0) }.is_well_formed());
    }
}
