//! From a line of an edition to a mistake in it: what is put where, and where it should be noticed.

use std::ops::Range;

use diptych::domain::{Bilingual, Side};

use crate::chance::Chance;
use crate::corpus::{Corpus, Pair};
use crate::text::{Kind, Line, Text};

/// A line in which mistakes can be made.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// All pairs.
    pub corpus: &'a Corpus<'a>,
    /// Which of them it is in.
    pub pair: usize,
    /// The edition.
    pub side: Side,
    /// The line.
    pub line: &'a Line,
}

/// A mistake that somebody could make.
pub struct Mistake {
    /// Its kind.
    pub kind: &'static str,
    /// In which pair it is made.
    pub pair: usize,
    /// In which section.
    pub section: usize,
    /// What it does.
    pub edits: Vec<Edit>,
    /// Where it should be noticed, in bytes of the texts before it.
    pub passage: Bilingual<Range<usize>>,
}

/// Some bytes of an edition, and what is put in their place.
#[derive(Debug, Clone)]
pub struct Edit {
    /// The edition.
    pub side: Side,
    /// The bytes.
    pub range: Range<usize>,
    /// What is put there.
    pub with: String,
}

/// How far around a mistake it may be noticed.
#[derive(Clone, Copy)]
pub enum Reach {
    /// The line and the one that answers it.
    Line,
    /// The list or the table.
    Block,
    /// From one heading to the next.
    Part,
    /// The section.
    Section,
}

impl<'a> Place<'a> {
    /// The pair.
    pub fn pair(&self) -> &'a Pair {
        &self.corpus.pairs[self.pair]
    }

    /// The text of the edition.
    pub fn text(&self) -> &'a Text {
        &self.pair().texts[self.side]
    }

    /// The words of the line.
    pub fn words(&self) -> &'a str {
        self.text().words(self.line)
    }

    /// The words of the line that answers it.
    pub fn twin_words(&self) -> Option<&'a str> {
        let twin = self.pair().twin(self.side, self.line)?;
        Some(self.pair().texts[self.side.twin()].words(twin))
    }

    /// The parts of the line that a reader sees, each with where it begins.
    pub fn seen(&self) -> impl Iterator<Item = (usize, &'a str)> {
        let text = self.text();
        text.seen(self.line).into_iter().map(move |range| (range.start, &text.text[range]))
    }

    /// An edit of this edition.
    pub fn edit(&self, range: Range<usize>, with: impl Into<String>) -> Edit {
        Edit { side: self.side, range, with: with.into() }
    }

    /// The line with its end, and the blank one after it if the line is a block by itself.
    pub fn whole(&self) -> Range<usize> {
        let text = &self.text().text;
        let is_block = !matches!(self.line.kind, Kind::Item | Kind::Row);
        let rest = &text[self.line.range.end..];
        let ends = if is_block && rest.starts_with("\n\n") { 2 } else { rest.len().min(1) };
        self.line.range.start..self.line.range.end + ends
    }

    /// A line of the same kind and language in another pair.
    pub fn elsewhere(&self, chance: &mut Chance) -> Option<&'a str> {
        let is_other = |pair: &usize| *pair != self.pair;
        let lines: Vec<_> = (0..self.corpus.pairs.len())
            .filter(is_other)
            .flat_map(|pair| {
                let text = &self.corpus.pairs[pair].texts[self.side];
                text.lines.iter().filter(|line| line.kind == self.line.kind).map(|line| &text.text[line.range.clone()])
            })
            .collect();
        (!lines.is_empty()).then(|| *chance.one(&lines))
    }

    /// A mistake of these edits. There is none where they change nothing.
    pub fn mistake(&self, edits: Vec<Edit>, reach: Reach) -> Option<Mistake> {
        let texts = &self.pair().texts;
        let changes = edits.iter().any(|edit| texts[edit.side].text[edit.range.clone()] != edit.with);
        let passage = self.passage(reach)?;
        let (pair, section) = (self.pair, self.line.section);
        changes.then_some(Mistake { kind: "", pair, section, edits, passage })
    }

    /// One edit as a mistake that is noticed at its line.
    pub fn change(&self, range: Range<usize>, with: impl Into<String>) -> Option<Mistake> {
        self.mistake(vec![self.edit(range, with)], Reach::Line)
    }

    fn passage(&self, reach: Reach) -> Option<Bilingual<Range<usize>>> {
        let pair = self.pair();
        let own = around(self.text(), self.line, reach);
        let twin = &pair.texts[self.side.twin()];
        let other = match pair.twin(self.side, self.line) {
            Some(line) => around(twin, line, reach),
            // A fact has no line that answers it.
            None if self.line.section == 0 => 0..0,
            None => return None,
        };
        Some(match self.side {
            Side::Left => Bilingual::new(own, other),
            Side::Right => Bilingual::new(other, own),
        })
    }
}

impl Mistake {
    /// The texts of the pair with the mistake in them.
    pub fn texts(&self, pair: &Pair) -> Bilingual<String> {
        Bilingual::of(|side| {
            let mut text = pair.texts[side].text.clone();
            let mut edits: Vec<_> = self.edits.iter().filter(|edit| edit.side == side).collect();
            edits.sort_by_key(|edit| std::cmp::Reverse(edit.range.start));
            for edit in edits {
                text.replace_range(edit.range.clone(), &edit.with);
            }
            text
        })
    }

    /// Where it should be noticed, in bytes of the texts with the mistake in them.
    pub fn passage_after(&self, side: Side) -> Range<usize> {
        let edits = || self.edits.iter().filter(|edit| edit.side == side);
        let end = self.passage[side].end.max(edits().map(|edit| edit.range.end).max().unwrap_or(0));
        let (added, taken) =
            edits().fold((0, 0), |(added, taken), edit| (added + edit.with.len(), taken + edit.range.len()));
        self.passage[side].start..end + added - taken
    }
}

/// What stands around a line of a text.
fn around(text: &Text, line: &Line, reach: Reach) -> Range<usize> {
    let lines: Vec<_> = text.section(line.section).collect();
    let stops = |other: &Line| match reach {
        Reach::Line => true,
        Reach::Block => other.kind == Kind::Blank,
        Reach::Part => matches!(other.kind, Kind::Section | Kind::SubHeading),
        Reach::Section => false,
    };
    let before = lines[..line.at].iter().rev().take_while(|line| !stops(line)).last();
    let after = lines[line.at + 1..].iter().take_while(|line| !stops(line)).last();
    // A part begins with its heading.
    let heading = lines[..line.at].iter().rfind(|line| stops(line)).filter(|_| matches!(reach, Reach::Part));
    let start = heading.or(before).map_or(line.range.start, |line| line.range.start);
    start..after.map_or(line.range.end, |line| line.range.end)
}
