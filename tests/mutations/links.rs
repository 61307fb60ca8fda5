//! From a line to mistakes in its links and addresses.

use std::ops::Range;

use crate::chance::Chance;
use crate::mistake::{Mistake, Place, Reach};
use crate::structure::between;

/// A link as it is written: `[words](destination)`.
struct Link {
    whole: Range<usize>,
    words: Range<usize>,
    destination: Range<usize>,
}

/// The words of the link are no link.
pub fn dropped(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let dropped = |link: Link| {
        let words = place.text().text[link.words].to_owned();
        place.change(link.whole, words)
    };
    links(place).into_iter().filter_map(dropped).collect()
}

/// The link leads to where another one leads.
pub fn pointed_elsewhere(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let elsewhere = all_destinations(place);
    let mut pointed = |link: Link| {
        let old = &place.text().text[link.destination.clone()];
        let is_of_kind = |other: &&&str| **other != old && other.starts_with("mailto:") == old.starts_with("mailto:");
        let others: Vec<_> = elsewhere.iter().filter(is_of_kind).collect();
        (!others.is_empty()).then(|| place.change(link.destination, **chance.one(&others))).flatten()
    };
    links(place).into_iter().filter_map(&mut pointed).collect()
}

/// The link leads to where the other edition's leads.
pub fn to_the_other_language(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let Some(twin) = place.pair().twin(place.side, place.line) else { return Vec::new() };
    let twin = Place { side: place.side.twin(), line: twin, ..*place };
    let theirs = links(&twin);
    let ours = links(place);
    if ours.len() != theirs.len() {
        return Vec::new();
    }
    let swapped = |(ours, theirs): (Link, Link)| place.change(ours.destination, &twin.text().text[theirs.destination]);
    ours.into_iter().zip(theirs).filter_map(swapped).collect()
}

/// A link of the line leads to where the next one leads, and that one to where it leads.
pub fn exchanged(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let text = &place.text().text;
    let exchanged = |pair: &[Link]| {
        let [first, second] = [&pair[0].destination, &pair[1].destination];
        let edits =
            vec![place.edit(first.clone(), &text[second.clone()]), place.edit(second.clone(), &text[first.clone()])];
        place.mistake(edits, Reach::Line)
    };
    links(place).windows(2).filter_map(exchanged).collect()
}

/// The words of the link name another post.
pub fn post_number(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let mut changed = |link: Link| {
        let words = &place.text().text[link.words.clone()];
        let digits = words.len() - words.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
        let number = format!("{:04}", 1 + chance.below(9998));
        (digits == 4).then(|| place.change(link.words.end - 4..link.words.end, number)).flatten()
    };
    links(place).into_iter().filter_map(&mut changed).collect()
}

/// A letter of an e-mail address is another, in its words and where the link leads.
pub fn mail(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let text = &place.text().text;
    let mut changed = |link: Link| {
        let address = text[link.destination.clone()].strip_prefix("mailto:")?;
        let at = chance.below(address.find('@')?);
        let new = if address[at..].starts_with('x') { "z" } else { "x" };
        let mut edits = vec![place.edit(link.destination.start + 7 + at..link.destination.start + 8 + at, new)];
        if text[link.words.clone()] == *address {
            edits.push(place.edit(link.words.start + at..link.words.start + at + 1, new));
        }
        place.mistake(edits, Reach::Line)
    };
    links(place).into_iter().filter_map(&mut changed).collect()
}

/// A digit of a telephone number is another, in its words and where the link leads.
pub fn telephone(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let text = &place.text().text;
    let mut changed = |link: Link| {
        text[link.destination.clone()].strip_prefix("tel:")?;
        let new = chance.below(9);
        let last = |range: &Range<usize>| place.edit(range.end - 1..range.end, new.to_string());
        place.mistake(vec![last(&link.destination), last(&link.words)], Reach::Line)
    };
    links(place).into_iter().filter_map(&mut changed).collect()
}

/// The links of a line; passages in another language and images are none.
fn links(place: &Place<'_>) -> Vec<Link> {
    let text = &place.text().text;
    let link = |whole: Range<usize>| {
        let middle = whole.start + text[whole.clone()].find("](")?;
        let destination = middle + 2..whole.end - 1;
        let is_image = text[..whole.start].ends_with('!');
        let is_link = !is_image && !text[destination.clone()].starts_with("lang:");
        is_link.then(|| Link { words: whole.start + 1..middle, destination, whole })
    };
    between(place, "[", ")").into_iter().filter_map(link).collect()
}

/// Where the links of all pairs lead in this language.
fn all_destinations<'a>(place: &Place<'a>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for pair in &place.corpus.pairs {
        let text = &pair.texts[place.side];
        let rests = text.text.match_indices("](").map(|(at, _)| &text.text[at + 2..]);
        let ends = rests.filter_map(|rest| rest.split(')').next());
        found.extend(ends.filter(|destination| !destination.starts_with("lang:") && !destination.contains(".png")));
    }
    found.sort_unstable();
    found.dedup();
    found
}
