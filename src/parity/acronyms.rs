//! `acronyms`: an acronym of one edition is in the other too, in the letters of its language.
//!
//! ONU stands for UN because the glossary says so, PDF for PDF because it is the same, and HR for RH because the letters
//! are. What is left is a word that only half of the readers are given. Where the glossary asks for it, an acronym is said
//! in full at least once in each edition, for those who come from elsewhere.

use std::collections::HashSet;
use std::ops::Range;

use super::comparison::{Comparison, Passage, leaves, passages, place_of};
use super::words::words;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Side, Span};
use crate::markdown::{Block, BlockKind, MarkKind};

/// What is written in capitals and is no acronym of a language: currencies, times of the day.
const SIGNS: [&str; 13] = ["AM", "PM", "CET", "CEST", "GMT", "UTC", "EUR", "USD", "GBP", "CHF", "CAD", "NOK", "DKK"];

/// An acronym in a block, its full stops taken away.
struct Acronym {
    letters: String,
    span: Span,
}

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    let codes = Codes::of(comparison);
    // One difference is said once, however often it comes.
    let mut told = HashSet::new();
    for section in &comparison.sections {
        for passage in passages(section) {
            let mut found = Bilingual::of(|side| acronyms(&passage, side, comparison, &codes));
            if found.left.is_empty() && found.right.is_empty() {
                continue;
            }
            let keys = Bilingual::of(|side| keys(&found[side], side, comparison));
            let said_in_full = Bilingual::of(|side| terms(&passage, side, comparison));
            for side in Side::BOTH {
                let twin = side.twin();
                found[side].retain(|acronym| {
                    let key = key(acronym, side, comparison);
                    // A term that is said in full beside its acronym is for `glossary`.
                    let is_answered = |key: &Key| match key {
                        Key::Term(term) => said_in_full[twin].contains(term) || said_in_full[side].contains(term),
                        Key::Letters(_) => false,
                    };
                    !keys[twin].contains(&key) && !is_answered(&key) && !told.contains(&acronym.letters)
                });
            }
            let pairs = found.left.len().min(found.right.len());
            for (left, right) in found.left.iter().zip(&found.right) {
                log.extend(exchanged(left, right, comparison));
            }
            for side in Side::BOTH {
                for acronym in &found[side][pairs..] {
                    let twin = place_of(&passage, section, side.twin());
                    log.push(lonely(acronym, side, twin, comparison));
                }
            }
            told.extend(found.left.into_iter().chain(found.right).map(|acronym| acronym.letters));
        }
    }
    never_in_full(comparison, &codes, log);
}

/// Two acronyms that have no other answer. Where the glossary knows one of them, it says what the other should be.
fn exchanged(left: &Acronym, right: &Acronym, comparison: &Comparison<'_>) -> Option<Diagnostic> {
    let is_known = |side: Side, acronym: &Acronym| comparison.lexicon.term_of(side, &acronym.letters).is_some();
    if is_known(Side::Left, left) {
        return Some(lonely(left, Side::Left, right.span, comparison));
    }
    if is_known(Side::Right, right) {
        return Some(lonely(right, Side::Right, left.span, comparison));
    }
    if has_same_letters(&left.letters, &right.letters) {
        return None;
    }
    let message = Text::new("acronyms-other").with("acronym", &left.letters).with("other", &right.letters);
    let finding = comparison.finding(Rule::Acronyms, Side::Left, left.span, right.span, message);
    Some(finding.hint("acronyms-hint"))
}

/// An acronym that the other edition does not have.
fn lonely(acronym: &Acronym, side: Side, twin: Span, comparison: &Comparison<'_>) -> Diagnostic {
    let term = comparison.lexicon.term_of(side, &acronym.letters);
    let other = term.and_then(|term| comparison.lexicon.terms[term].short[side.twin()].as_ref());
    let message = match other {
        Some(other) => Text::new("acronyms-known").with("acronym", &acronym.letters).with("other", other),
        None => Text::new("acronyms").with("acronym", &acronym.letters),
    };
    comparison.finding(Rule::Acronyms, side, acronym.span, twin, message).hint("acronyms-hint")
}

/// Acronyms that the glossary wants to be said in full, and that an edition never does.
fn never_in_full(comparison: &Comparison<'_>, codes: &Codes, log: &mut Log) {
    if !comparison.lexicon.terms.iter().any(|term| term.is_to_define) {
        return;
    }
    for side in Side::BOTH {
        let (mut used, mut said) = (Vec::new(), HashSet::new());
        for section in &comparison.sections {
            for block in section[side].heading.iter().chain(leaves(&section[side].blocks)) {
                let known = |acronym: Acronym| {
                    let term = comparison.lexicon.term_of(side, &acronym.letters)?;
                    comparison.lexicon.terms[term].is_to_define.then_some((term, acronym))
                };
                used.extend(in_block(block, side, comparison, codes).into_iter().filter_map(known));
                let terms = comparison.lexicon.terms_in(side, &words(block.prose.text()));
                said.extend(terms.into_iter().map(|(term, _)| term));
            }
        }
        for (term, acronym) in used {
            if !said.insert(term) {
                continue;
            }
            let name = &comparison.lexicon.terms[term].name[side];
            let message = Text::new("acronyms-undefined").with("acronym", &acronym.letters).with("name", name);
            let finding = Diagnostic::new(Rule::Acronyms, comparison.place(side, acronym.span), message);
            log.push(
                finding.hint(Text::new("acronyms-undefined-hint").with("acronym", &acronym.letters).with("name", name)),
            );
        }
    }
}

/// By what an acronym is known in both languages.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Term(usize),
    Letters(String),
}

fn key(acronym: &Acronym, side: Side, comparison: &Comparison<'_>) -> Key {
    match comparison.lexicon.term_of(side, &acronym.letters) {
        Some(term) => Key::Term(term),
        None => Key::Letters(acronym.letters.clone()),
    }
}

fn keys(acronyms: &[Acronym], side: Side, comparison: &Comparison<'_>) -> HashSet<Key> {
    acronyms.iter().map(|acronym| key(acronym, side, comparison)).collect()
}

/// The terms that a passage says in full.
fn terms(passage: &Passage<'_>, side: Side, comparison: &Comparison<'_>) -> HashSet<usize> {
    let terms = |block: &&Block| comparison.lexicon.terms_in(side, &words(block.prose.text()));
    passage[side].iter().flat_map(terms).map(|(term, _)| term).collect()
}

fn acronyms(passage: &Passage<'_>, side: Side, comparison: &Comparison<'_>, codes: &Codes) -> Vec<Acronym> {
    passage[side].iter().flat_map(|block| in_block(block, side, comparison, codes)).collect()
}

fn has_same_letters(left: &str, right: &str) -> bool {
    let sorted = |letters: &str| {
        let mut letters: Vec<_> = letters.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(left) == sorted(right)
}

/// What stands in capitals and has a meaning of its own: grades, clearances, levels, numbers of posts.
struct Codes {
    words: HashSet<String>,
    /// Labels such as `NATO SECRET`, which are not translated word by word.
    labels: Bilingual<Vec<String>>,
}

impl Codes {
    fn of(comparison: &Comparison<'_>) -> Self {
        let vocabulary = &comparison.site.vocabulary;
        let mut words: HashSet<String> = SIGNS.iter().map(|&sign| sign.to_owned()).collect();
        words.extend(vocabulary.grades.iter().flat_map(|(grade, aliases)| aliases.iter().chain([grade])).cloned());
        words.extend(vocabulary.clearances.iter().chain(&vocabulary.language_levels).cloned());
        // “[FR]” beside a link tells the language of its page.
        words.extend(Side::BOTH.map(|side| comparison.code(side).to_ascii_uppercase()));
        let posts = comparison.facts.iter().flat_map(|facts| &facts.posts).filter_map(|post| post.number.as_ref());
        for number in posts {
            words.extend(number.split(|sign: char| !sign.is_ascii_uppercase()).map(str::to_owned));
        }
        let label = |side: Side, key: &String| comparison.wordings[side].label("clearance", key);
        let labels = Bilingual::of(|side| vocabulary.clearances.iter().map(|key| label(side, key)).collect());
        Self { words, labels }
    }

    /// Whether the words at this place are a part of a label.
    fn is_in_label(&self, side: Side, text: &str, word: &Range<usize>) -> bool {
        self.labels[side].iter().any(|label| {
            label.match_indices(&text[word.clone()]).any(|(at, _)| {
                word.start
                    .checked_sub(at)
                    .and_then(|start| text.get(start..))
                    .is_some_and(|text| text.starts_with(label))
            })
        })
    }
}

/// The acronyms of a block: two to six capitals, with digits or full stops between them.
fn in_block(block: &Block, side: Side, comparison: &Comparison<'_>, codes: &Codes) -> Vec<Acronym> {
    if block.kind == BlockKind::Code {
        return Vec::new();
    }
    let text = block.prose.text();
    let capitals = capitals(text);
    let is_foreign = |kind: &MarkKind| matches!(kind, MarkKind::Language(_) | MarkKind::Code);
    let foreign: Vec<_> = block.prose.marks().iter().filter(|mark| is_foreign(&mark.kind)).collect();
    let is_elsewhere =
        |word: &Range<usize>| foreign.iter().any(|mark| mark.words.start <= word.start && word.end <= mark.words.end);
    let mut found = Vec::new();
    for (at, word) in capitals.iter().enumerate() {
        let letters: String = text[word.clone()].chars().filter(|sign| *sign != '.').collect();
        let count = letters.chars().filter(|sign| sign.is_uppercase()).count();
        let digits = letters.len() - letters.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
        let is_acronym = (2..=6).contains(&count)
            && digits < 2
            && !letters.bytes().all(|byte| b"IVX".contains(&byte))
            && !codes.words.contains(&letters)
            && !codes.words.contains(&text[word.clone()])
            && !is_in_title(text, &capitals, at)
            && !codes.is_in_label(side, text, word)
            && !is_elsewhere(word);
        if is_acronym {
            found.push(Acronym { letters, span: comparison.words(side, &block.prose, word).span });
        }
    }
    found
}

/// Whether a word stands in a row of three or more, or beside a long one: then all is in capitals, as in a title.
fn is_in_title(text: &str, capitals: &[Range<usize>], at: usize) -> bool {
    let is_row =
        |pair: &[Range<usize>]| text.get(pair[0].end..pair[1].start).is_some_and(|between| between.trim().is_empty());
    let before = capitals[..=at].windows(2).rev().take(2).take_while(|pair| is_row(pair)).count();
    let after = capitals[at..].windows(2).take(2).take_while(|pair| is_row(pair)).count();
    let row = &capitals[at - before..=at + after];
    row.len() > 2 || row.iter().any(|word| word.len() > 8) && row.len() > 1
}

/// The words in capitals, those that belong to numbers and addresses left out.
fn capitals(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let belongs = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '@' | '/' | '.' | '&');
    let mut rest = 0;
    while let Some(start) = text[rest..].find(char::is_uppercase).map(|at| rest + at) {
        let from = text[..start]
            .rfind(|sign| !belongs(sign))
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let end = text[start..].find(|sign| !belongs(sign)).map_or(text.len(), |at| start + at);
        rest = end;
        let whole = &text[from.max(found.last().map_or(0, |word| word.end)).min(start)..end];
        let is_address = whole.contains(['@', '_']) || whole.contains("//") || whole.contains("www.");
        let is_code = whole.contains('-') && whole.contains(|sign: char| sign.is_ascii_digit());
        if is_address || is_code {
            continue;
        }
        let mut at = start;
        for piece in text[start..end].split_inclusive(['-', '/', '&']) {
            let word = piece.trim_end_matches(['-', '/', '&', '.']);
            if let Some(length) = acronym_length(word) {
                found.push(at..at + length);
            }
            at += piece.len();
        }
    }
    found
}

/// The length of the capitals of a word that is in capitals, but for an `s` of the plural.
fn acronym_length(word: &str) -> Option<usize> {
    let stem = word.strip_suffix('s').unwrap_or(word);
    let is_sign = |sign: char| sign.is_uppercase() || sign.is_ascii_digit() || sign == '.';
    let capitals = stem.chars().filter(|sign| sign.is_uppercase()).count();
    (capitals > 1 && stem.chars().all(is_sign) && !stem.contains("..")).then_some(stem.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_words_of_their_own() {
        let said = |text: &'static str| capitals(text).into_iter().map(|word| &text[word]).collect::<Vec<_>>();
        assert_eq!(said("The UN, U.N. and NGOs (ICT) or EU/NATO."), ["UN", "U.N", "NGO", "ICT", "EU", "NATO"]);
        assert_eq!(said("L'ÉMI et l'ONU."), ["ÉMI", "ONU"]);
        assert!(said("A5, G10, JLA-CS-017, HR@x.example, McDonald, Oslo, https://X.EXAMPLE/AB").is_empty());
        assert_eq!(said("CO2"), ["CO2"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_capitals_within_it(text in "([A-ZÉ]{1,3}|[a-z]{1,2}|[-/.@& 's\u{1F600}é]){0,30}") {
            for word in capitals(&text) {
                assert!(text.get(word).is_some());
            }
        }
    }
}
