//! `unbalanced`: what a quotation mark or a bracket opens is closed, and nothing else is.
//!
//! A bracket that is not closed is often half of a condition that was cut off: “(PASP0109 only”.

use super::comparison::Comparison;
use super::reading::{Reading, readings};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Side, Span};

/// What opens, and what closes it. Apostrophes are no quotation marks: nothing tells them apart.
const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('«', '»'), ('“', '”')];
/// The German way: the English opening mark closes what this one opens.
const LOW: char = '„';
/// The most signs of the marker of a list within a sentence: `a)`, `12)`, `iii)`.
const MARKER: usize = 3;

/// What is open, by the kind of the pair: where it stands in its words, or in the text if its block is over.
type Open<T> = [Vec<T>; PAIRS.len()];

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for side in Side::BOTH {
        for section in &comparison.sections {
            // What one block opens another may close: a bracket around the items of a list.
            let mut open = Open::<Span>::default();
            for reading in readings(&section[side]) {
                log.extend(block(comparison, side, &reading, &mut open));
            }
            for (pair, spans) in PAIRS.iter().zip(open) {
                log.extend(spans.into_iter().map(|span| unclosed(comparison, side, span, *pair)));
            }
        }
    }
}

/// What a block closes without need. What it leaves open is added to `open`.
fn block(comparison: &Comparison<'_>, side: Side, reading: &Reading<'_>, open: &mut Open<Span>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut own = Open::<usize>::default();
    let mut straight = Vec::new();
    let is_german = reading.text.contains(LOW);
    for (at, sign) in reading.text.char_indices().filter(|(_, sign)| is_sign(*sign)) {
        if reading.is_apart(at) || is_german && matches!(sign, '“' | '”') {
            continue;
        }
        if sign == '"' {
            // Behind a figure it means inches.
            if straight.len() % 2 == 1 || !reading.before(at).is_some_and(|before| before.is_ascii_digit()) {
                straight.push(at);
            }
            continue;
        }
        let Some(kind) = PAIRS.iter().position(|(begin, end)| sign == *begin || sign == *end) else { continue };
        if sign == PAIRS[kind].0 {
            // A quotation of several paragraphs opens in each of them and closes in the last.
            if kind >= 3 && reading.text[..at].trim().is_empty() {
                open[kind].clear();
            }
            own[kind].push(at);
        } else if own[kind].pop().is_none() && open[kind].pop().is_none() && !is_marker(reading, at, sign) {
            let words = at..at + sign.len_utf8();
            let message = Text::new("unbalanced-close").with("sign", sign);
            let hint = Text::new("unbalanced-close-hint").with("sign", sign).with("other", PAIRS[kind].0);
            found.push(reading.finding(comparison, side, Rule::Unbalanced, &words, message).hint(hint));
        }
    }
    for (kind, places) in own.into_iter().enumerate() {
        let length = PAIRS[kind].0.len_utf8();
        open[kind].extend(places.into_iter().map(|at| reading.block.prose.span(&(at..at + length))));
    }
    // A mark that stands alone repeats what stands above it.
    if let Some(at) = straight.last().filter(|_| straight.len() % 2 == 1 && reading.text.trim().len() > 1) {
        found.push(unclosed(comparison, side, reading.block.prose.span(&(*at..at + 1)), ('"', '"')));
    }
    found
}

fn is_sign(sign: char) -> bool {
    sign == '"' || PAIRS.iter().any(|(begin, end)| sign == *begin || sign == *end)
}

/// Whether a bracket belongs to the marker of a list within a sentence, or to a face.
fn is_marker(reading: &Reading<'_>, at: usize, sign: char) -> bool {
    if sign != ')' {
        return false;
    }
    let before = &reading.text[..at];
    let face = before.strip_suffix('-').unwrap_or(before);
    if face.strip_suffix([':', ';']).is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace)) {
        return true;
    }
    let marker: usize = before.chars().rev().take(MARKER).take_while(|sign| sign.is_alphanumeric()).count();
    marker > 0 && before.chars().rev().nth(marker).is_none_or(char::is_whitespace)
}

fn unclosed(comparison: &Comparison<'_>, side: Side, span: Span, pair: (char, char)) -> Diagnostic {
    let message = Text::new("unbalanced-open").with("sign", pair.0);
    let hint = Text::new("unbalanced-open-hint").with("sign", pair.0).with("other", pair.1);
    Diagnostic::new(Rule::Unbalanced, comparison.place(side, span), message).hint(hint)
}
