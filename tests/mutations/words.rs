//! From a line to mistakes in its words: what is left untranslated, acronyms, terms, names, clauses typed again.

use std::ops::Range;

use diptych::domain::Side;
use diptych::read;

use crate::chance::Chance;
use crate::mistake::{Edit, Mistake, Place, Reach};
use crate::strings::{self, Term};
use crate::text::Kind;

/// Names that stand in the corpus, and others of their kind.
const NAMES: [[&str; 6]; 2] = [
    ["Brussels", "Mons", "Luxembourg", "The Hague", "Anna Kovács", "Peter Lindqvist"],
    ["Bruxelles", "Mons", "Luxembourg", "La Haye", "Anna Kovács", "Peter Lindqvist"],
];
/// What somebody says who does not know the term.
const VAGUE: [&str; 2] = ["arrangement", "dispositif"];

/// A sentence is that of the other edition.
pub fn sentence_untranslated(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let Some(twin) = place.twin_words().filter(|_| place.line.kind == Kind::Paragraph) else { return Vec::new() };
    let (own, other) = (sentences(place.words()), sentences(twin));
    if own.len() != other.len() || own.len() < 2 {
        return Vec::new();
    }
    let offset = place.line.words.start;
    let put =
        |(own, other): (Range<usize>, Range<usize>)| place.change(own.start + offset..own.end + offset, &twin[other]);
    own.into_iter().zip(other).filter_map(put).collect()
}

/// A paragraph is that of the other edition.
pub fn paragraph_untranslated(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    untranslated(place, Kind::Paragraph)
}

/// An item is that of the other edition.
pub fn item_untranslated(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    untranslated(place, Kind::Item)
}

/// A title or summary is that of the other edition.
pub fn front_untranslated(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    untranslated(place, Kind::Front)
}

/// A sub-heading is that of the other edition.
pub fn sub_heading_untranslated(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    untranslated(place, Kind::SubHeading)
}

/// A letter of an acronym is another.
pub fn acronym_changed(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let mut changed = |range: Range<usize>| {
        let at = range.start + chance.below(range.len());
        let new = if place.text().text[at..].starts_with('X') { "Z" } else { "X" };
        place.change(at..at + 1, new)
    };
    acronyms(place).into_iter().filter_map(&mut changed).collect()
}

/// An acronym is the one of the other language.
pub fn acronym_untranslated(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let terms = strings::terms();
    let left = |range: Range<usize>| {
        let old = &place.text().text[range.clone()];
        let is_one = |term: &&Term| term.shorts[place.side].as_deref() == Some(old);
        let other = terms.iter().find(is_one)?.shorts[place.side.twin()].clone()?;
        place.change(range, other)
    };
    acronyms(place).into_iter().filter_map(left).collect()
}

/// A term that the glossary has is said in other words.
pub fn term(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let Some(twin) = place.twin_words() else { return Vec::new() };
    let mut made = Vec::new();
    for term in strings::terms() {
        let both = term.words.as_ref().map(|words| words.to_lowercase());
        if !twin.to_lowercase().contains(&both[place.side.twin()]) || place.line.kind == Kind::Fact {
            continue;
        }
        for (start, text) in place.seen() {
            // Signs of these languages are as long in small letters as in capitals.
            for range in whole(&text.to_lowercase(), &both[place.side]) {
                made.extend(place.change(range.start + start..range.end + start, VAGUE[of(place.side)]));
            }
        }
    }
    made
}

/// A place or a person has another name.
pub fn name(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let names = NAMES[of(place.side)];
    let mut made = Vec::new();
    if place.line.kind == Kind::Fact {
        return made;
    }
    for (start, text) in place.seen() {
        for (at, name) in names.iter().enumerate() {
            // A place is taken for another place, a person for another person.
            let kind: Vec<_> =
                names.iter().enumerate().filter(|(other, _)| (*other < 4) == (at < 4) && *other != at).collect();
            for range in whole(text, name) {
                let (_, other) = **chance.one(&kind.iter().collect::<Vec<_>>());
                made.extend(place.change(range.start + start..range.end + start, *other));
            }
        }
    }
    made
}

/// A paragraph of a clause stands before this one, in both languages; half of the time a word is missing.
pub fn clause_retyped(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let Some(twin) = place.pair().twin(place.side, place.line).filter(|_| place.line.kind == Kind::Paragraph) else {
        return Vec::new();
    };
    // An ordinary page has no clauses that it could call.
    if place.side == Side::Right || place.pair().kind == read::Kind::Page {
        return Vec::new();
    }
    let clauses = strings::paragraphs();
    let clause = chance.one(clauses);
    let mut typed = |side: Side| {
        let words: Vec<_> = clause[side].split(' ').collect();
        let at = chance.below(words.len() * 2);
        let kept = words.iter().enumerate().filter(|(word, _)| *word != at).map(|(_, word)| *word);
        format!("{}\n\n", kept.collect::<Vec<_>>().join(" "))
    };
    let edit = |side, at: usize, with| Edit { side, range: at..at, with };
    let starts = [place.line.range.start, twin.range.start];
    let edits = vec![edit(Side::Left, starts[0], typed(Side::Left)), edit(Side::Right, starts[1], typed(Side::Right))];
    place.mistake(edits, Reach::Part).into_iter().collect()
}

fn untranslated(place: &Place<'_>, kind: Kind) -> Vec<Mistake> {
    let twin = place.twin_words().filter(|_| place.line.kind == kind);
    twin.and_then(|twin| place.change(place.line.words.clone(), twin)).into_iter().collect()
}

/// Where the sentences of a text stand.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let ends = text.match_indices(['.', '?', '!']).map(|(at, sign)| at + sign.len());
    let is_end = |at: &usize| {
        let mut rest = text[*at..].chars();
        rest.next() == Some(' ') && rest.next().is_some_and(char::is_uppercase)
    };
    let mut found = Vec::new();
    let mut start = 0;
    for end in ends.filter(is_end) {
        found.push(start..end);
        start = end + 1;
    }
    found.push(start..text.len());
    found
}

/// Words of two to six capitals that are no number of a post and no level.
fn acronyms(place: &Place<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if place.line.kind == Kind::Fact {
        return found;
    }
    for (start, text) in place.seen() {
        let is_part = |sign: char| sign.is_alphanumeric() || sign == '-';
        let mut at = 0;
        for word in text.split_inclusive(|sign| !is_part(sign)) {
            let bare = word.trim_end_matches(|sign| !is_part(sign));
            let is_level = bare.chars().all(|sign| "IVX".contains(sign));
            if (2..=6).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_uppercase()) && !is_level {
                found.push(start + at..start + at + bare.len());
            }
            at += word.len();
        }
    }
    found
}

/// Where some words stand in a text, not as a part of others.
fn whole(text: &str, words: &str) -> Vec<Range<usize>> {
    let ranges = text.match_indices(words).map(|(at, _)| at..at + words.len());
    let is_whole = |range: &Range<usize>| {
        !text[..range.start].ends_with(char::is_alphanumeric) && !text[range.end..].starts_with(char::is_alphanumeric)
    };
    ranges.filter(is_whole).collect()
}

const fn of(side: Side) -> usize {
    match side {
        Side::Left => 0,
        Side::Right => 1,
    }
}
