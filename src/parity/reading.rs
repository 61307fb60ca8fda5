//! From the words of a block to those that the rules of form read: neither code, nor addresses, nor another language.

use std::ops::Range;

use super::comparison::{Comparison, Section, leaves};
use crate::diagnostic::{Diagnostic, Rule, Text};
use crate::domain::Side;
use crate::markdown::{Block, BlockKind, CALL, MarkKind};

/// The words of a block, with what stands apart in them.
pub(super) struct Reading<'a> {
    /// The block.
    pub block: &'a Block,
    /// Its words.
    pub text: &'a str,
    /// What is not read, in order and without overlaps.
    apart: Vec<Range<usize>>,
    /// The calls of messages, in order: each is one sign, whatever stands for it.
    calls: Vec<Range<usize>>,
}

/// The words of a section in one edition, block by block.
pub(super) fn readings(section: &Section) -> impl Iterator<Item = Reading<'_>> {
    let blocks = section.heading.as_ref().map(std::slice::from_ref).into_iter().chain([section.blocks.as_slice()]);
    blocks.flat_map(leaves).filter(|block| block.kind != BlockKind::Code).map(Reading::of)
}

impl<'a> Reading<'a> {
    fn of(block: &'a Block) -> Self {
        let text = block.prose.text();
        let words = |is: &dyn Fn(&MarkKind, &str) -> bool| {
            let marks = block.prose.marks().iter();
            let marks = marks.filter(|mark| is(&mark.kind, text.get(mark.words.clone()).unwrap_or_default()));
            let mut words: Vec<_> = marks.map(|mark| mark.words.clone()).collect();
            words.sort_unstable_by_key(|words| words.start);
            // Of what overlaps, the longest holds the others.
            words.dedup_by(|next, last| {
                let is_within = next.start < last.end;
                last.end = if is_within { last.end.max(next.end) } else { last.end };
                is_within
            });
            words
        };
        let apart = words(&|kind, words| match kind {
            MarkKind::Code | MarkKind::Language(_) | MarkKind::Image(_) => true,
            MarkKind::Link(_) => is_address(words),
            _ => false,
        });
        Self { block, text, apart, calls: words(&|kind, _| matches!(kind, MarkKind::Call(_))) }
    }

    /// Whether what stands there is not read.
    pub fn is_apart(&self, at: usize) -> bool {
        let next = self.apart.partition_point(|words| words.start <= at);
        next > 0 && self.apart[next - 1].contains(&at)
    }

    /// The sign before a place; of a call, [`CALL`].
    pub fn before(&self, at: usize) -> Option<char> {
        let next = self.calls.partition_point(|call| call.end < at);
        if self.calls.get(next).is_some_and(|call| call.end == at) {
            return Some(CALL);
        }
        self.text.get(..at)?.chars().next_back()
    }

    /// The sign at a place.
    pub fn after(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// The last sign before a place that is no space, and whether there are spaces in between.
    pub fn before_spaces(&self, at: usize) -> (Option<char>, Spaces) {
        let before = self.before(at);
        if !before.is_some_and(is_space) {
            return (before, Spaces::None);
        }
        let end = self.text.get(..at).unwrap_or_default().trim_end_matches(is_space).len();
        // The spaces of a call lie between its sign and its end.
        let next = self.calls.partition_point(|call| call.end <= end);
        let is_call = self.calls.get(next).is_some_and(|call| call.start < end);
        (if is_call { Some(CALL) } else { self.before(end) }, Spaces::Some)
    }

    /// A finding at some of the words.
    pub fn finding(
        &self,
        comparison: &Comparison<'_>,
        side: Side,
        rule: Rule,
        words: &Range<usize>,
        message: impl Into<Text>,
    ) -> Diagnostic {
        Diagnostic::new(rule, comparison.words(side, &self.block.prose, words), message)
    }
}

/// Whether spaces stand somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spaces {
    /// There are some.
    Some,
    /// There are none.
    None,
}

/// Whether a sign is a space within a line.
pub(super) fn is_space(sign: char) -> bool {
    sign.is_whitespace() && sign != '\n'
}

/// Whether the words of a link are its address.
pub(super) fn is_address(words: &str) -> bool {
    let begins = ["http://", "https://", "www.", "+"].iter().any(|start| words.starts_with(start));
    begins || !words.contains(char::is_whitespace) && words.contains(['@', '/', '.'])
}
