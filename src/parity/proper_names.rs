//! `proper-names`: a name that is the same in all languages is in both editions, in the same letters.
//!
//! English gives capitals to titles and services, so that a capital alone says little, and many names are translated. Only
//! what is surely a name is looked at: a person behind a title of courtesy, a place of the vocabulary, a name of several
//! words that differs from one of the other edition by a letter or two, and what has letters that neither language has.

use std::collections::HashSet;
use std::ops::Range;

use super::comparison::{Comparison, Passage, Section, place_of};
use super::part::passages;
use super::unanswered::{Said, unanswered};
use super::words::folded;
use crate::diagnostic::{Log, Rule, Text, distance};
use crate::domain::{Bilingual, Side};
use crate::locale::{accented_letters, titles};
use crate::markdown::{Block, BlockKind};

/// By how many letters names that are meant to be the same may differ.
const SLIP: usize = 2;
/// A passage with more names than these is no sentence but a list, and is not searched for slips.
const MOST: usize = 64;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        let passages = passages(section);
        let names = |passage| Bilingual::of(|side| names(passage, side, comparison));
        let names: Vec<_> = passages.iter().map(names).collect();
        let certain = names.iter().map(|names| names.as_ref().map(|names| names.certain.clone())).collect();
        for ((passage, names), left_over) in passages.iter().zip(&names).zip(unanswered(certain)) {
            let mut is_told = false;
            for (left, right) in slips(names, passage) {
                is_told = true;
                let message = Text::new("proper-names-other").with("name", &left.shown).with("other", &right.shown);
                let finding = comparison.finding(Rule::ProperNames, Side::Left, left.span, right.span, message);
                log.push(finding.hint("proper-names-hint"));
            }
            if !is_told {
                report(passage, &left_over, section, comparison, log);
            }
        }
    }
}

fn report(
    passage: &Passage<'_>,
    left_over: &Bilingual<Vec<Said>>,
    section: &Bilingual<Section>,
    comparison: &Comparison<'_>,
    log: &mut Log,
) {
    for side in Side::BOTH {
        if left_over[side].is_empty() {
            continue;
        }
        let twin_text = text(passage, side.twin());
        for said in left_over[side].iter().take(MOST) {
            // It may stand there without its title, or at the beginning of a sentence.
            if twin_text.contains(&said.key) {
                continue;
            }
            let message = Text::new("proper-names").with("name", &said.shown);
            let twin = place_of(passage, section, side.twin());
            let finding = comparison.finding(Rule::ProperNames, side, said.span, twin, message);
            log.push(finding.hint("proper-names-hint"));
        }
    }
}

/// The names of a passage.
struct Names {
    /// Those that must be in the other edition.
    certain: Vec<Said>,
    /// Those of several words, which may be translated.
    several: Vec<Said>,
}

fn names(passage: &Passage<'_>, side: Side, comparison: &Comparison<'_>) -> Names {
    let mut names = Names { certain: Vec::new(), several: Vec::new() };
    for block in passage[side].iter().filter(|block| block.kind != BlockKind::Code) {
        in_block(block, side, comparison, &mut names);
    }
    let mut known = HashSet::new();
    names.certain.retain(|said| known.insert(said.key.clone()));
    names
}

/// All that a passage says, without capitals and accents.
fn text(passage: &Passage<'_>, side: Side) -> String {
    let mut text = String::new();
    for block in &passage[side] {
        text.push_str(&folded(block.prose.text()));
        text.push('\n');
    }
    text
}

fn in_block(block: &Block, side: Side, comparison: &Comparison<'_>, names: &mut Names) {
    let text = block.prose.text();
    let said = |range: Range<usize>, key: String| Said {
        key,
        shown: text[range.clone()].to_owned(),
        span: block.prose.span(&range),
    };
    for (number, locality) in comparison.lexicon.localities.iter().enumerate() {
        let name = locality[side].as_str();
        for (at, _) in text.match_indices(name).filter(|(at, _)| is_whole(text, *at, name.len())) {
            names.certain.push(said(at..at + name.len(), format!("\u{1}{number}")));
        }
    }
    let code = comparison.code(side);
    let letters = accented_letters(code).zip(accented_letters(comparison.code(side.twin())));
    for row in rows(text) {
        let words: Vec<_> = row.iter().map(|range| &text[range.clone()]).collect();
        let whole = row[0].start..row[row.len() - 1].end;
        if titles(code).contains(&words[0]) {
            if row.len() > 1 {
                let name = row[1].start..whole.end;
                names.certain.push(said(name.clone(), folded(&text[name])));
            }
            continue;
        }
        if row.len() > 1 {
            names.several.push(said(whole, folded(&words.join(" "))));
        }
        let is_foreign = |sign: char| {
            sign.is_alphabetic()
                && !sign.is_ascii()
                && letters.is_some_and(|(own, other)| !own.contains(sign) && !other.contains(sign))
        };
        for range in row.iter().filter(|range| text[(*range).clone()].contains(is_foreign)) {
            names.certain.push(said(range.clone(), folded(&text[range.clone()])));
        }
    }
}

fn is_whole(text: &str, at: usize, length: usize) -> bool {
    !text[..at].ends_with(char::is_alphanumeric) && !text[at + length..].starts_with(char::is_alphanumeric)
}

/// Words with a capital that follow each other, and the particles between them; a title of courtesy may have a full stop.
fn rows(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut rows: Vec<Vec<Range<usize>>> = Vec::new();
    let mut end_of_last = usize::MAX;
    for word in capitalised(text) {
        let between = text.get(end_of_last..word.start).unwrap_or("\n");
        let is_joined =
            matches!(between, " " | "\u{A0}" | "\u{202F}" | "-" | ". " | ".\u{A0}" | " de " | " van " | " von ");
        // A full stop ends a sentence, unless it ends a title of courtesy.
        let is_joined = is_joined
            && (!between.starts_with('.') || rows.last().is_some_and(|row| row.len() == 1 && row[0].len() < 5));
        // “O’Connor”.
        let is_irish =
            matches!(between, "'" | "’") && end_of_last > 0 && text[..end_of_last.min(text.len())].ends_with('O');
        let is_joined = is_joined || is_irish;
        end_of_last = word.end;
        match rows.last_mut().filter(|_| is_joined) {
            Some(row) => row.push(word),
            None => rows.push(vec![word]),
        }
    }
    rows
}

fn capitalised(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(start) = text[at..].find(char::is_uppercase).map(|found| at + found) {
            let end =
                text[start..].find(|sign: char| !sign.is_alphabetic()).map_or(text.len(), |length| start + length);
            at = end;
            if !text[..start].ends_with(char::is_alphanumeric) {
                return Some(start..end);
            }
        }
        None
    })
}

/// Names of several words in which all words are the same but for one that differs by a letter or two.
fn slips<'n>(names: &'n Bilingual<Names>, passage: &Passage<'_>) -> Vec<(&'n Said, &'n Said)> {
    let several = names.as_ref().map(|names| &names.several);
    if several.iter().any(|(_, several)| several.is_empty() || several.len() > MOST) {
        return Vec::new();
    }
    let text = Bilingual::of(|side| text(passage, side));
    let alone = Bilingual::of(|side: Side| {
        several[side].iter().filter(|said| !text[side.twin()].contains(&said.key)).collect::<Vec<_>>()
    });
    let slip = |left: &&'n Said| {
        let right = alone.right.iter().find(|right| is_slip(&left.key, &right.key))?;
        Some((*left, *right))
    };
    alone.left.iter().filter_map(slip).collect()
}

fn is_slip(left: &str, right: &str) -> bool {
    let (left, right): (Vec<_>, Vec<_>) = (left.split(' ').collect(), right.split(' ').collect());
    let mut different = left.iter().zip(&right).filter(|(left, right)| left != right);
    let (Some((one, other)), None) = (different.next(), different.next()) else { return false };
    let begins_alike = one.chars().next() == other.chars().next();
    left.len() == right.len() && one.len().min(other.len()) > 3 && begins_alike && distance(one, other) <= SLIP
}
