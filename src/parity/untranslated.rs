//! `untranslated`: every passage is in the language of its edition.
//!
//! Editions are written side by side, and what was copied to be translated later looks like any other text. A sentence
//! that is the same in both gives it away, and so does one in the language of the other edition. Names, figures and
//! addresses may be the same; quotations and passages marked with `lang:` may be in any language.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::comparison::{Comparison, Passage, place_of};
use super::part::passages;
use super::words::{number, sentences};
use crate::diagnostic::{Log, Rule};
use crate::domain::{Bilingual, Side, Span};
use crate::locale::is_in_other_language;
use crate::markdown::{Block, BlockKind, CALL, MarkKind};

/// So many ordinary words are the same by chance in two languages, or in a name.
const BY_CHANCE: usize = 2;
/// A title has capitals throughout; with so many words, it is no name that is the same in two languages.
const WHOLE_TITLE: usize = 3;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for (number, section) in comparison.sections.iter().enumerate() {
        let quotations = section.as_ref().map(|section| quotations(&section.blocks));
        let is_quoted = |side: Side, block: &Block| {
            let begun = quotations[side].partition_point(|span| span.start <= block.span.start);
            let is_within = begun > 0 && block.span.start < quotations[side][begun - 1].end;
            block.kind == BlockKind::Code || is_within
        };
        for passage in passages(section) {
            let said = Bilingual::of(|side| {
                let blocks = passage[side].iter().filter(|block| !is_quoted(side, block));
                blocks.flat_map(|block| said(block)).collect::<Vec<_>>()
            });
            let same = same(&said, number == 0);
            let told = Bilingual::new(
                same.iter().map(|(left, _)| *left).collect::<HashSet<_>>(),
                same.iter().map(|(_, right)| *right).collect(),
            );
            for &(left, right) in &same {
                // The edition in which it is in the wrong language has to be mended; where that is not certain, both are shown.
                let is_right = is_foreign(&said.right[right], Side::Right, comparison);
                let side = if is_right { Side::Right } else { Side::Left };
                let spans = Bilingual::new(said.left[left].span(), said.right[right].span());
                let finding =
                    comparison.finding(Rule::Untranslated, side, spans[side], spans[side.twin()], "untranslated-same");
                log.push(finding.hint("untranslated-hint"));
            }
            for side in Side::BOTH {
                for (at, sentence) in said[side].iter().enumerate() {
                    if told[side].contains(&at) || !is_foreign(sentence, side, comparison) {
                        continue;
                    }
                    let id = match comparison.code(side.twin()) {
                        "en" => "untranslated-english",
                        "fr" => "untranslated-french",
                        _ => continue,
                    };
                    let twin = twin(&said, side, at, passage, section);
                    let finding = comparison.finding(Rule::Untranslated, side, sentence.span(), twin, id);
                    log.push(finding.hint("untranslated-hint"));
                }
            }
        }
    }
}

/// The sentence at the same place in the other edition, if both have as many; otherwise the passage.
fn twin(
    said: &Bilingual<Vec<Sentence<'_>>>,
    side: Side,
    at: usize,
    passage: &Passage<'_>,
    section: &Bilingual<super::comparison::Section>,
) -> Span {
    let answers = (said.left.len() == said.right.len()).then(|| said[side.twin()][at].span());
    answers.unwrap_or_else(|| place_of(passage, section, side.twin()))
}

/// A sentence of a block.
struct Sentence<'a> {
    block: &'a Block,
    range: Range<usize>,
}

impl Sentence<'_> {
    fn span(&self) -> Span {
        self.block.prose.span(&self.range)
    }

    fn text(&self) -> &str {
        &self.block.prose.text()[self.range.clone()]
    }

    /// The same for sentences that differ in signs, blanks and capitals only.
    fn fingerprint(&self) -> u64 {
        let letters = self.text().chars().filter(|sign| sign.is_alphanumeric());
        number(letters.map(|sign| u32::from(sign.to_ascii_lowercase())))
    }

    /// Its words, without those that may be in any language.
    fn own_words(&self) -> String {
        let text = self.block.prose.text();
        let mut own = String::with_capacity(self.range.len());
        let mut at = self.range.start;
        let foreign = |kind: &MarkKind| matches!(kind, MarkKind::Language(_) | MarkKind::Code);
        let mut left_out: Vec<_> = quotes(&text[self.range.clone()], self.range.start);
        let marks = self.block.prose.marks().iter().filter(|mark| foreign(&mark.kind));
        left_out.extend(marks.map(|mark| mark.words.clone()));
        left_out.sort_by_key(|words| words.start);
        for words in left_out {
            let end = words.start.clamp(at, self.range.end);
            own.push_str(&text[at..end]);
            own.push(' ');
            at = words.end.clamp(at, self.range.end);
        }
        own.push_str(&text[at..self.range.end]);
        own
    }
}

fn said(block: &Block) -> Vec<Sentence<'_>> {
    let text = block.prose.text();
    let trimmed = |range: Range<usize>| {
        let said = &text[range.clone()];
        let start = range.start + (said.len() - said.trim_start().len());
        start..(start + said.trim().len()).max(start)
    };
    let ranges = sentences(text).map(trimmed).filter(|range| !range.is_empty());
    ranges.map(|range| Sentence { block, range }).collect()
}

/// The sentences that are the same in both, by their places in the lists.
fn same(said: &Bilingual<Vec<Sentence<'_>>>, is_front: bool) -> Vec<(usize, usize)> {
    let mut known: HashMap<u64, usize> = HashMap::with_capacity(said.right.len());
    for (at, sentence) in said.right.iter().enumerate() {
        known.entry(sentence.fingerprint()).or_insert(at);
    }
    let find = |(at, sentence): (usize, &Sentence<'_>)| {
        let is_same = known.contains_key(&sentence.fingerprint());
        let is_title = || is_front && long_words(&sentence.own_words()) >= WHOLE_TITLE;
        if !is_same || (ordinary_words(&sentence.own_words()) <= BY_CHANCE && !is_title()) {
            return None;
        }
        Some((at, known.remove(&sentence.fingerprint())?))
    };
    said.left.iter().enumerate().filter_map(find).collect()
}

/// How many words of a text are more than an article or an acronym, whatever their capitals.
fn long_words(text: &str) -> usize {
    let is_long = |word: &str| word.chars().filter(|sign| sign.is_lowercase()).count() > 2;
    text.split(|sign: char| !sign.is_alphabetic()).filter(|word| is_long(word)).count()
}

/// Whether a text is told to be the same in both editions wherever it is.
pub(super) fn is_told(text: &str) -> bool {
    ordinary_words(text) > BY_CHANCE
}

/// How many words of a text are neither names nor figures nor addresses. The first counts, for it has its capital from
/// the sentence, if others do.
fn ordinary_words(text: &str) -> usize {
    let is_ordinary = |word: &&str| {
        let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        word.chars().count() > 1
            && word.chars().all(|sign| sign.is_lowercase() || matches!(sign, '-' | '\'' | '’' | '(' | ')'))
    };
    let mut words = text.split_whitespace();
    let first = words.next().is_some_and(|word| word.chars().filter(|sign| sign.is_alphabetic()).count() > 2);
    let others = words.filter(is_ordinary).count();
    others + usize::from(first && others > 1)
}

/// Whether a sentence is in the language of the other edition.
fn is_foreign(sentence: &Sentence<'_>, side: Side, comparison: &Comparison<'_>) -> bool {
    let (own, other) = (comparison.code(side), comparison.code(side.twin()));
    // Most sentences are not, and need no copy without what may be in any language.
    is_in_other_language(sentence.text(), own, other)
        && is_in_other_language(&sentence.own_words().replace(CALL, " "), own, other)
}

/// The words between quotation marks, shifted by `offset`.
fn quotes(text: &str, offset: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, sign) in text.char_indices() {
        match (open, sign) {
            (None, '«') => open = Some((at, '»')),
            (None, '“') => open = Some((at, '”')),
            (None, '"') => open = Some((at, '"')),
            (Some((start, closing)), sign) if sign == closing => {
                found.push(offset + start..offset + at + sign.len_utf8());
                open = None;
            }
            _ => {}
        }
    }
    found
}

fn quotations(blocks: &[Block]) -> Vec<Span> {
    let mut found = Vec::new();
    for block in blocks {
        if block.kind == BlockKind::Quote {
            found.push(block.span);
        } else {
            found.extend(quotations(&block.children));
        }
    }
    found
}
