//! `list-punctuation`: the items of one list end in the same way, and the last of them as that way asks.
//!
//! After `;` the last item has a full stop; a sentence per item has one each; words alone have none. A list that changes its
//! mind shows where an item was added, and readers take a full stop in the middle for the end.

use super::comparison::Comparison;
use super::reading::is_address;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::Side;
use crate::locale::is_joining;
use crate::markdown::{Block, BlockKind, CALL, MarkKind};

/// How an item ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    Semicolon,
    Comma,
    /// A full stop, or another sign that ends a sentence.
    Stop,
    Nothing,
    /// Only where a list follows.
    Colon,
}

/// An item whose end is known.
struct Item<'a> {
    paragraph: &'a Block,
    ending: Ending,
    place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before the last one.
    Inner,
    Last,
    /// A list follows in it.
    Parent,
}

/// Whether a list stands in an item of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Depth {
    Outer,
    Nested,
}

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        for side in Side::BOTH {
            lists(comparison, side, &section[side].blocks, Depth::Outer, log);
        }
    }
}

fn lists(comparison: &Comparison<'_>, side: Side, blocks: &[Block], depth: Depth, log: &mut Log) {
    for block in blocks {
        if block.kind == BlockKind::List {
            list(comparison, side, block, depth, log);
        }
        let depth = if block.kind == BlockKind::Item { Depth::Nested } else { depth };
        lists(comparison, side, &block.children, depth, log);
    }
}

fn list(comparison: &Comparison<'_>, side: Side, list: &Block, depth: Depth, log: &mut Log) {
    let language = &comparison.site.languages[side].code;
    let last = list.children.len().saturating_sub(1);
    let known = |(at, item)| known(item, if at == last { Place::Last } else { Place::Inner }, language);
    let items: Vec<_> = list.children.iter().enumerate().filter_map(known).collect();
    let finding = |item: &Item<'_>, message: Text, expected: Ending| {
        let text = item.paragraph.prose.text();
        let end = text.trim_end().len();
        let start = text[..end].char_indices().next_back().map_or(0, |(start, _)| start);
        let place = comparison.words(side, &item.paragraph.prose, &(start..end));
        let hint = Text::new("list-punctuation-hint").with_text("ending", Text::new(expected.word()));
        Diagnostic::new(Rule::ListPunctuation, place, message.with_text("here", Text::new(item.ending.word())))
            .hint(hint)
    };
    let is_closed = |item: &&Item<'_>| item.place == Place::Parent && item.ending.is_closing();
    for parent in items.iter().filter(is_closed) {
        log.push(finding(parent, Text::new("list-punctuation-parent"), Ending::Colon));
    }
    let Some(usual) = usual(&items) else { return };
    let strays: Vec<_> = items.iter().filter(|item| item.place == Place::Inner && item.ending != usual).collect();
    let inner = items.iter().filter(|item| item.place == Place::Inner).count();
    // Where there is no rule, one finding says so.
    let said = if strays.len() * 2 > inner { 1 } else { strays.len() };
    for stray in strays.into_iter().take(said) {
        let message = Text::new("list-punctuation").with_text("others", Text::new(usual.word()));
        log.push(finding(stray, message, usual));
    }
    let is_wrong = |item: &&Item<'_>| item.place == Place::Last && !usual.allows_last(item.ending, depth);
    if let Some(last) = items.last().filter(is_wrong) {
        let message = match last.ending {
            Ending::Semicolon | Ending::Comma => Text::new("list-punctuation-goes-on"),
            _ => Text::new("list-punctuation-last").with_text("others", Text::new(usual.word())),
        };
        log.push(finding(last, message, usual.last()));
    }
}

/// How most of the items before the last one end.
fn usual(items: &[Item<'_>]) -> Option<Ending> {
    let count = |ending| items.iter().filter(|item| item.place == Place::Inner && item.ending == ending).count();
    let endings = [Ending::Nothing, Ending::Stop, Ending::Comma, Ending::Semicolon];
    let last = items.last().filter(|item| item.place == Place::Last).map(|item| item.ending);
    let fits = |ending: Ending| last == Some(ending.last());
    // Of those that are as frequent, the one that fits the last item; of these, a list that has some `;` was meant to have
    // them all.
    let inner = endings.into_iter().filter(|ending| count(*ending) > 0);
    inner.max_by_key(|ending| (count(*ending), fits(*ending)))
}

/// An item with its end, unless a call, an abbreviation or an address leaves that open.
fn known<'a>(item: &'a Block, place: Place, language: &str) -> Option<Item<'a>> {
    let list = item.children.iter().position(|block| block.kind == BlockKind::List);
    let before = &item.children[..list.unwrap_or(item.children.len())];
    let paragraph = before.last().filter(|block| block.kind == BlockKind::Paragraph)?;
    let ending = ending(paragraph, language)?;
    Some(Item { paragraph, ending, place: if list.is_some() { Place::Parent } else { place } })
}

fn ending(paragraph: &Block, language: &str) -> Option<Ending> {
    let mut text = paragraph.prose.text().trim_end();
    let last_word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    if is_joining(language, last_word) {
        text = text[..text.len() - last_word.len()].trim_end();
    }
    let inner = text.trim_end_matches([')', '»', '”', '"', '’', ' ', '\u{a0}', '\u{202f}']);
    let is_closed = inner.len() < text.len();
    match inner.chars().next_back()? {
        CALL => None,
        '.' if is_abbreviated(last_word) => None,
        '.' | '!' | '?' | '…' => Some(Ending::Stop),
        _ if is_closed => Some(Ending::Nothing),
        ';' => Some(Ending::Semicolon),
        ',' => Some(Ending::Comma),
        // Without a list behind it, a colon is a question of how the items are nested.
        ':' => None,
        _ if ends_in_address(paragraph) => None,
        _ => Some(Ending::Nothing),
    }
}

/// Whether the point may belong to the word: “etc.”, “p.m.”, “N.”.
fn is_abbreviated(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    bare == "etc" || bare.contains('.') || bare.chars().count() < 2
}

fn ends_in_address(paragraph: &Block) -> bool {
    let text = paragraph.prose.text();
    let end = text.trim_end().len();
    let mut marks = paragraph.prose.marks().iter();
    marks.any(|mark| {
        let is_link = matches!(mark.kind, MarkKind::Link(_));
        is_link && mark.words.end >= end && text.get(mark.words.clone()).is_some_and(is_address)
    })
}

impl Ending {
    const fn word(self) -> &'static str {
        match self {
            Self::Semicolon => "ending-semicolon",
            Self::Comma => "ending-comma",
            Self::Stop => "ending-stop",
            Self::Nothing => "ending-nothing",
            Self::Colon => "ending-colon",
        }
    }

    /// Whether it closes what a list is still to follow.
    const fn is_closing(self) -> bool {
        matches!(self, Self::Semicolon | Self::Comma | Self::Stop)
    }

    /// How the last item ends where the others end so.
    const fn last(self) -> Self {
        match self {
            Self::Semicolon | Self::Comma => Self::Stop,
            other => other,
        }
    }

    fn allows_last(self, last: Self, depth: Depth) -> bool {
        let goes_on = depth == Depth::Nested && matches!(last, Self::Semicolon | Self::Comma);
        last == self.last() || goes_on || self == Self::Comma && last == Self::Nothing
    }
}
