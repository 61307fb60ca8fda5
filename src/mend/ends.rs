//! From a text as it is stored to the same text with plain lines, and from a place in the one to its place in the other.

use super::{Mend, MendKind};
use crate::domain::Span;

/// The mark that some editors put before a text.
const MARK: char = '\u{feff}';

/// What becomes of a carriage return without a line feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Carriage {
    /// It ends a line, as it does in Markdown.
    Mended,
    /// It stays: it may be no end of a line at all.
    Kept,
}

/// What parts a stored text from its plain one.
pub(super) struct Ends {
    mends: Vec<Mend>,
    /// How long the mark at the beginning is.
    mark: usize,
    /// The places in the plain text of the line feeds that had a carriage return before them.
    pairs: Vec<usize>,
}

impl Ends {
    /// The plain text, with `\n` after each line and no mark.
    pub fn of(stored: &str, carriage: Carriage) -> (Self, String) {
        let plain = stored.strip_prefix(MARK).unwrap_or(stored);
        let mark = stored.len() - plain.len();
        let mut ends = Self { mends: Vec::new(), mark, pairs: Vec::new() };
        if mark > 0 {
            ends.mends.push(Mend { span: Span::new(0, mark), text: "", kind: MendKind::ByteOrderMark });
        }
        let mut out = String::with_capacity(plain.len());
        let mut from = 0;
        for (at, _) in plain.match_indices('\r') {
            out.push_str(&plain[from..at]);
            from = at + 1;
            let text = if plain[from..].starts_with('\n') {
                ends.pairs.push(out.len());
                ""
            } else if carriage == Carriage::Mended {
                out.push('\n');
                "\n"
            } else {
                out.push('\r');
                continue;
            };
            ends.mends.push(Mend { span: Span::new(at, from).shifted(mark), text, kind: MendKind::LineEnd });
        }
        out.push_str(&plain[from..]);
        (ends, out)
    }

    /// Mends of the plain text and those of the line ends, at their places in the stored text.
    pub fn joined(self, mends: Vec<Mend>) -> Vec<Mend> {
        let stored = |at: usize| at + self.mark + self.pairs.partition_point(|pair| *pair < at);
        let mut joined = self.mends.clone();
        joined.extend(mends.into_iter().map(|mend| {
            let span = Span::new(stored(mend.span.start), stored(mend.span.end));
            Mend { span, ..mend }
        }));
        joined.sort_by_key(|mend| (mend.span.start, mend.span.end));
        joined
    }
}
