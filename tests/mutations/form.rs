//! From a line to mistakes in its form: ends of items, spaces, apostrophes, doubled words, brackets and quotation marks.

use std::ops::Range;

use diptych::domain::Side;

use crate::chance::Chance;
use crate::mistake::{Mistake, Place, Reach};
use crate::text::Kind;

/// Spaces, ordinary and no-break ones.
const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

/// An item ends with another sign, or with none.
pub fn item_end(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let words = place.words();
    let Some(end) = words.chars().next_back().filter(|end| place.line.kind == Kind::Item && ";.".contains(*end)) else {
        return Vec::new();
    };
    let space = space_before(words, words.len() - 1).unwrap_or(0);
    let ends: Vec<_> = [";", ".", ",", ""].into_iter().filter(|other| *other != end.to_string()).collect();
    let end = place.line.range.end;
    let edits = vec![place.edit(end - 1 - space..end, *chance.one(&ends))];
    place.mistake(edits, Reach::Block).into_iter().collect()
}

/// In French, no space before a sign that has one, or inside quotation marks; in English, a space before such a sign.
pub fn space(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let mut made = Vec::new();
    // In a front matter such a space is one of YAML.
    if !matches!(place.line.kind, Kind::Paragraph | Kind::Item | Kind::Footnote) {
        return made;
    }
    for (start, text) in place.seen() {
        match place.side {
            Side::Right => {
                let bare = text
                    .match_indices([';', ':', '?', '!', '»'])
                    .filter_map(|(at, _)| Some((at, space_before(text, at)?)));
                let spaces = bare.map(|(at, space)| at - space..at);
                let open = text.match_indices('«').map(|(at, sign)| at + sign.len());
                let open = open.filter_map(|at| Some(at..at + space_after(text, at)?));
                made.extend(
                    spaces.chain(open).filter_map(|space| place.change(space.start + start..space.end + start, "")),
                );
            }
            Side::Left => {
                let signs = text.match_indices([';', ':', '?', '!']);
                let signs = signs.filter(|(at, sign)| {
                    let after = &text[at + sign.len()..];
                    after.is_empty() || after.starts_with(' ')
                });
                made.extend(signs.filter_map(|(at, _)| place.change(start + at..start + at, " ")));
            }
        }
    }
    made
}

/// An apostrophe is another sign, or has a space behind it.
pub fn apostrophe(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let mut made = Vec::new();
    if place.line.kind == Kind::Fact {
        return made;
    }
    for (start, text) in place.seen() {
        for (at, _) in text.match_indices(['\'', '’']) {
            let is_inside =
                text[..at].ends_with(char::is_alphabetic) && text[at..].chars().nth(1).is_some_and(char::is_alphabetic);
            let sign = text[at..].chars().next().map_or(1, char::len_utf8);
            let new = *chance.one(&["´", "`", "‘", "' "]);
            made.extend(is_inside.then(|| place.change(start + at..start + at + sign, new)).flatten());
        }
    }
    made
}

/// A word stands twice.
pub fn word_doubled(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    if matches!(place.line.kind, Kind::Fact | Kind::Section) {
        return Vec::new();
    }
    let mut words: Vec<Range<usize>> = Vec::new();
    for (start, text) in place.seen() {
        let mut at = 0;
        for word in text.split_inclusive(' ') {
            let bare = word.trim_end();
            if bare.chars().count() > 1 && bare.chars().all(char::is_alphabetic) {
                words.push(start + at..start + at + bare.len());
            }
            at += word.len();
        }
    }
    if words.is_empty() {
        return Vec::new();
    }
    let word = chance.one(&words).clone();
    let twice = format!("{} ", &place.text().text[word.clone()]);
    place.change(word.start..word.start, twice).into_iter().collect()
}

/// A bracket or a quotation mark is not there.
pub fn bracket_dropped(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let mut made = Vec::new();
    if place.line.kind == Kind::Fact {
        return made;
    }
    for (start, text) in place.seen() {
        for (at, sign) in text.match_indices(['(', ')', '“', '”', '«', '»']) {
            // A French mark goes with its space.
            let space = match sign {
                "«" => (0, space_after(text, at + sign.len()).unwrap_or(0)),
                "»" => (space_before(text, at).unwrap_or(0), 0),
                _ => (0, 0),
            };
            made.extend(place.change(start + at - space.0..start + at + sign.len() + space.1, ""));
        }
    }
    made
}

/// The length of the space before a sign, if there is one.
fn space_before(text: &str, at: usize) -> Option<usize> {
    text[..at].chars().next_back().filter(|sign| SPACES.contains(sign)).map(char::len_utf8)
}

/// The length of the space behind a sign, if there is one.
fn space_after(text: &str, at: usize) -> Option<usize> {
    text[at..].chars().next().filter(|sign| SPACES.contains(sign)).map(char::len_utf8)
}
