//! From the signed text of a part and its blocks as they stand to the words that were put in and taken out since.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::markdown::{Block, CALL, MarkKind, Prose, blocks};
use crate::parity::leaves;
use crate::signature::{key, runs, words};

/// What has changed in the words of a block.
#[derive(Debug, Default)]
pub(super) struct Edits {
    /// Words that were put in.
    pub added: Vec<Range<usize>>,
    /// Words that were taken out, and before which byte of the words they stood.
    pub removed: Vec<(usize, String)>,
}

/// What has changed, by where a block begins in its file.
pub(super) type ByBlock = BTreeMap<usize, Edits>;

/// A word with its block.
struct Word<'b> {
    block: &'b Block,
    range: Range<usize>,
    key: String,
}

/// What has changed since a text was signed.
pub(super) fn edits(signed: &str, now: &[Block]) -> ByBlock {
    let before = blocks(signed, 0);
    let (old, new) = (all_words(&before), all_words(now));
    let keys = |words: &[Word<'_>]| words.iter().map(|word| word.key.clone()).collect::<Vec<_>>();
    let mut found = ByBlock::new();
    for run in runs(&keys(&old), &keys(&new)) {
        let removed: Vec<_> = old[run.old]
            .iter()
            .map(|word| word.block.prose.text().get(word.range.clone()).unwrap_or_default())
            .collect();
        if !removed.is_empty()
            && let Some((block, at)) = place(&new, &run.new)
        {
            found.entry(block).or_default().removed.push((at, shown(&removed.join(" "))));
        }
        for word in &new[run.new] {
            let added = &mut found.entry(word.block.span.start).or_default().added;
            match added.last_mut().filter(|last| is_blank(&word.block.prose, last.end..word.range.start)) {
                Some(last) => last.end = word.range.end,
                None => added.push(word.range.clone()),
            }
        }
    }
    found
}

/// Where words stood that were taken out: before those that took their place, else after the word before them.
fn place(new: &[Word<'_>], run: &Range<usize>) -> Option<(usize, usize)> {
    if let (false, Some(first)) = (run.is_empty(), new.get(run.start)) {
        return Some((first.block.span.start, first.range.start));
    }
    match run.start.checked_sub(1).and_then(|before| new.get(before)) {
        Some(before) => Some((before.block.span.start, before.range.end)),
        None => new.first().map(|first| (first.block.span.start, first.range.start)),
    }
}

fn is_blank(prose: &Prose, range: Range<usize>) -> bool {
    prose.text().get(range).is_some_and(|between| between.trim().is_empty())
}

/// Words that were taken out, without the sign of a call.
fn shown(words: &str) -> String {
    words.replace(CALL, "{{ … }}")
}

/// The words of all blocks in order. Each call of a message is a word by its name.
fn all_words(blocks: &[Block]) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    for block in leaves(blocks) {
        let prose = &block.prose;
        for range in words(prose.text()) {
            let word = &prose.text()[range.clone()];
            let key = if word.starts_with(CALL) { call(prose, range.start) } else { key(word).into_owned() };
            found.push(Word { block, range, key });
        }
    }
    found
}

fn call(prose: &Prose, at: usize) -> String {
    let name = prose.marks().iter().find_map(|mark| match &mark.kind {
        MarkKind::Call(name) if mark.words.start == at => Some(name),
        _ => None,
    });
    format!("{CALL}{}", name.map_or("", String::as_str))
}
