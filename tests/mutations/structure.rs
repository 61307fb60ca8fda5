//! From a line to mistakes in the shape of a text: items, paragraphs, sub-headings, tables, images, footnotes, calls.

use std::ops::Range;

use crate::chance::Chance;
use crate::mistake::{Mistake, Place, Reach};
use crate::text::Kind;

/// Messages that any notice can call.
const MESSAGES: [&str; 8] = [
    "openings",
    "grade",
    "clearance",
    "deadline",
    "salary",
    "languages",
    "qualifications-must",
    "qualifications-asset",
];

/// The line is not there.
pub fn item_dropped(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    dropped(place, Kind::Item, Reach::Block)
}

/// An item of another notice stands before this one.
pub fn item_added(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    added(place, Kind::Item, Reach::Block, chance)
}

/// The item belongs to the one before it.
pub fn item_nested(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let start = place.line.range.start;
    let (before, line) = place.text().text.split_at(start);
    let follows = before.lines().last().is_some_and(|before| before.starts_with("- ")) && line.starts_with("- ");
    let nested = follows.then(|| place.mistake(vec![place.edit(start..start, "  ")], Reach::Block));
    nested.flatten().into_iter().collect()
}

/// The paragraph is not there.
pub fn paragraph_dropped(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    dropped(place, Kind::Paragraph, Reach::Part)
}

/// A paragraph of another notice stands before this one.
pub fn paragraph_added(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    added(place, Kind::Paragraph, Reach::Part, chance)
}

/// The sub-heading is not there.
pub fn sub_heading_dropped(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    dropped(place, Kind::SubHeading, Reach::Section)
}

/// The sub-heading is one level lower.
pub fn sub_heading_level(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let start = place.line.range.start;
    let is_one = place.line.kind == Kind::SubHeading;
    is_one.then(|| place.change(start..start, "#")).flatten().into_iter().collect()
}

/// The row is not there.
pub fn row_dropped(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    dropped(place, Kind::Row, Reach::Block)
}

/// A cell of the row has no words.
pub fn cell_emptied(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    if place.line.kind != Kind::Row {
        return Vec::new();
    }
    let bars: Vec<_> = place.words().match_indices('|').map(|(at, _)| at).collect();
    let starts = std::iter::once(0).chain(bars.iter().map(|bar| bar + 1));
    let cells = starts.zip(&bars).map(|(start, end)| start..*end);
    let emptied = cells.map(|cell| place.edit(shifted(place, cell), " "));
    emptied.filter_map(|edit| place.mistake(vec![edit], Reach::Block)).collect()
}

/// The image is not there.
pub fn image_dropped(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    if place.line.kind == Kind::Paragraph && place.words().starts_with("![") {
        return dropped(place, Kind::Paragraph, Reach::Part);
    }
    between(place, "![", ")").into_iter().filter_map(|image| place.change(image, "")).collect()
}

/// The footnote, or the reference to it, is not there.
pub fn footnote_dropped(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    if place.line.kind == Kind::Footnote {
        return dropped(place, Kind::Footnote, Reach::Section);
    }
    let references = between(place, "[^", "]").into_iter().map(|reference| vec![place.edit(reference, "")]);
    references.filter_map(|edits| place.mistake(edits, Reach::Section)).collect()
}

/// The strong words with which an item or a paragraph begins stand out no more.
pub fn emphasis_dropped(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let Some(strong) = between(place, "**", "**").into_iter().next() else { return Vec::new() };
    let begins = strong.start == place.line.words.start;
    let edits = vec![place.edit(strong.start..strong.start + 2, ""), place.edit(strong.end - 2..strong.end, "")];
    begins.then(|| place.mistake(edits, Reach::Block)).flatten().into_iter().collect()
}

/// `(PASP0109 only)` is not there.
pub fn post_mark_dropped(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    let is_mark = |range: &Range<usize>| {
        let words = &place.text().text[range.clone()];
        words.ends_with(" only)") || words.ends_with(" uniquement)")
    };
    between(place, " (", ")").into_iter().filter(is_mark).filter_map(|mark| place.change(mark, "")).collect()
}

/// A call of a message is not there.
pub fn call_dropped(place: &Place<'_>, _: &mut Chance) -> Vec<Mistake> {
    if place.line.kind == Kind::Call {
        return dropped(place, Kind::Call, Reach::Part);
    }
    between(place, "{{", "}}").into_iter().filter_map(|call| place.change(call, "")).collect()
}

/// A call is one of another message.
pub fn call_exchanged(place: &Place<'_>, chance: &mut Chance) -> Vec<Mistake> {
    let mut exchanged = |call: Range<usize>| {
        let old = place.text().text[call.clone()].trim_matches(['{', '}', ' ']);
        let others: Vec<_> = MESSAGES.into_iter().filter(|name| *name != old).collect();
        place.change(call, format!("{{{{ {} }}}}", chance.one(&others)))
    };
    between(place, "{{", "}}").into_iter().filter_map(&mut exchanged).collect()
}

fn dropped(place: &Place<'_>, kind: Kind, reach: Reach) -> Vec<Mistake> {
    let dropped = (place.line.kind == kind).then(|| place.mistake(vec![place.edit(place.whole(), "")], reach));
    dropped.flatten().into_iter().collect()
}

fn added(place: &Place<'_>, kind: Kind, reach: Reach, chance: &mut Chance) -> Vec<Mistake> {
    if place.line.kind != kind {
        return Vec::new();
    }
    let Some(line) = place.elsewhere(chance) else { return Vec::new() };
    let ends = if kind == Kind::Item { "\n" } else { "\n\n" };
    let start = place.line.range.start;
    place.mistake(vec![place.edit(start..start, format!("{line}{ends}"))], reach).into_iter().collect()
}

/// What stands from one sign to another in the words of a line, both included.
pub fn between(place: &Place<'_>, open: &str, close: &str) -> Vec<Range<usize>> {
    let words = place.words();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = words[from..].find(open).map(|at| from + at) {
        let inside = start + open.len();
        let Some(end) = words[inside..].find(close).map(|at| inside + at + close.len()) else { break };
        found.push(shifted(place, start..end));
        from = end;
    }
    found
}

fn shifted(place: &Place<'_>, range: Range<usize>) -> Range<usize> {
    let by = place.line.words.start;
    range.start + by..range.end + by
}
