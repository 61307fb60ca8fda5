//! From a range of bytes to lines and columns.

use crate::domain::Span;

/// A range of a text as people count: lines and columns from one, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The first line.
    pub line: usize,
    /// The first column.
    pub column: usize,
    /// The last line.
    pub end_line: usize,
    /// The column after the last character.
    pub end_column: usize,
}

impl Spot {
    /// Where a range lies in its text. A range beyond the text lies at its end.
    #[must_use]
    pub fn of(span: Span, text: &str) -> Self {
        let (line, column) = position(span.start, text);
        let (end_line, end_column) = position(span.end.max(span.start), text);
        Self { line, column, end_line, end_column }
    }

    /// The beginning of a file that cannot be read.
    #[must_use]
    pub const fn top() -> Self {
        Self { line: 1, column: 1, end_line: 1, end_column: 1 }
    }
}

fn position(at: usize, text: &str) -> (usize, usize) {
    let before = &text[..floor(at, text)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.bytes().filter(|byte| *byte == b'\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The nearest place before a byte at which a character begins.
pub(super) fn floor(at: usize, text: &str) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "été\nà la";
        let spot = Spot::of(Span::new(6, 9), text);
        assert_eq!(spot, Spot { line: 2, column: 1, end_line: 2, end_column: 3 });
        assert_eq!(Spot::of(Span::new(99, 120), text).line, 2);
    }
}
