//! From the plain text of an edition to the blanks at the ends of its lines that mean nothing, and to a last line without
//! an end.
//!
//! Two blanks that break a line stay, and so do all blanks in code, in links and in values of several lines.

use super::{Mend, MendKind};
use crate::domain::Span;
use crate::markdown::{Block, BlockKind, MarkKind};
use crate::read::Front;

/// The blanks of an edition that mean nothing.
pub(super) fn edition(text: &str, front: &Front, blocks: &[Block]) -> Vec<Mend> {
    let mut kept = front.blocks.clone();
    keep(blocks, text, &mut kept);
    kept.sort_unstable();
    let mut kept = kept.into_iter().peekable();
    let mut reach = 0;
    let mut mends = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end_matches('\n').len();
        let start = at + text[at..end].trim_end_matches([' ', '\t']).len();
        at += line.len();
        while let Some(span) = kept.next_if(|span| span.start < end) {
            reach = reach.max(span.end);
        }
        // A backslash at the end of a line would break it.
        if start < end && reach <= start && !text[..start].ends_with('\\') {
            mends.push(Mend { span: Span::new(start, end), text: "", kind: MendKind::Blanks });
        }
    }
    mends
}

/// The end that the last line lacks.
pub(super) fn last_line(text: &str) -> Option<Mend> {
    let ends_without = !text.is_empty() && !text.ends_with('\n');
    // A last line of blanks alone is none once they are gone.
    let line = text.rsplit('\n').next().unwrap_or_default();
    let is_line = ends_without && !line.trim_matches([' ', '\t']).is_empty();
    is_line.then(|| Mend { span: Span::new(text.len(), text.len()), text: "\n", kind: MendKind::LastLineEnd })
}

/// Where blanks count.
fn keep(blocks: &[Block], text: &str, kept: &mut Vec<Span>) {
    for block in blocks {
        if block.kind == BlockKind::Code {
            let end = text[block.span.end..].find('\n').map_or(text.len(), |end| block.span.end + end);
            kept.push(Span::new(block.span.start, end));
        }
        let line_ends = block.prose.line_ends().iter().map(|at| *at..at + 1);
        let breaks = line_ends.filter(|words| &block.prose.text()[words.clone()] == "\n");
        kept.extend(breaks.map(|words| block.prose.span(&words)));
        let marks = block.prose.marks().iter().filter(|mark| {
            matches!(mark.kind, MarkKind::Code | MarkKind::Link(_) | MarkKind::Image(_) | MarkKind::Language(_))
        });
        kept.extend(marks.map(|mark| mark.span));
        keep(&block.children, text, kept);
    }
}
