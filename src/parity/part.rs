//! From a section to its parts: the blocks of both editions that stand at the same place, each part with its passages.
//!
//! A part is what stands under a sub-heading, in an item, a quotation or a footnote. What nothing answers is in no part, so
//! that one difference is said once, by the rule that looks for it.

use std::cell::OnceCell;
use std::ops::{Deref, Range};

use super::answers::{Answers, Likeness, answers};
use super::comparison::{Passage, Section, leaves};
use super::words::{Word, words};
use crate::domain::{Bilingual, Side, Span};
use crate::markdown::{Block, BlockKind};

/// Blocks of both editions that stand at the same place.
pub(super) struct Part<'a> {
    /// What it is a part of.
    pub of: Whole,
    /// Where a finding about the part as a whole stands.
    pub heads: Bilingual<Span>,
    /// The blocks directly in it.
    pub blocks: Bilingual<&'a [Block]>,
    /// Which of the passages of its section are directly in it.
    passages: Range<usize>,
}

/// A section in both editions, with its parts and passages: found once, as most rules ask for them.
pub struct Joined<'a> {
    section: &'a Bilingual<Section>,
    parts: Vec<Part<'a>>,
    passages: Vec<Passage<'a>>,
    words: OnceCell<Vec<Bilingual<Vec<Vec<Word>>>>>,
}

impl<'a> Joined<'a> {
    /// Finds what answers each other in a section.
    pub(super) fn new(section: &'a Bilingual<Section>) -> Self {
        let headings = section.as_ref().map(|section| section.heading.as_ref()).both();
        let heading = headings.map(|headings| headings.map(|heading| vec![heading]));
        let mut passages: Vec<_> = heading.into_iter().collect();
        let mut parts = found_parts(section);
        for part in &mut parts {
            let from = passages.len();
            part.gather_passages(&mut passages);
            part.passages = from..passages.len();
        }
        Self { section, parts, passages, words: OnceCell::new() }
    }

    /// The passages directly in a part of the section.
    pub(super) fn passages_in(&self, part: &Part<'_>) -> &[Passage<'a>] {
        &self.passages[part.passages.clone()]
    }

    /// The words of each block of each passage.
    pub(super) fn words(&self) -> &[Bilingual<Vec<Vec<Word>>>] {
        let words_of = |blocks: &Vec<&Block>| blocks.iter().map(|block| words(block.prose.text())).collect();
        self.words.get_or_init(|| self.passages.iter().map(|passage| passage.as_ref().map(words_of)).collect())
    }
}

impl Deref for Joined<'_> {
    type Target = Bilingual<Section>;

    fn deref(&self) -> &Self::Target {
        self.section
    }
}

/// What a part is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    /// A section, or what stands under one of its sub-headings.
    Section,
    /// An item of a list.
    Item,
    /// A quotation or a footnote.
    Other,
}

/// The kinds of blocks that a part is compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    List,
    Table,
    Quote,
    Footnote,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Paragraph, Self::List, Self::Table, Self::Quote, Self::Footnote];

    fn of(block: &Block) -> Option<Self> {
        match block.kind {
            BlockKind::Paragraph => Some(Self::Paragraph),
            BlockKind::List => Some(Self::List),
            BlockKind::Table => Some(Self::Table),
            BlockKind::Quote => Some(Self::Quote),
            BlockKind::Footnote(_) => Some(Self::Footnote),
            _ => None,
        }
    }
}

impl<'a> Part<'a> {
    /// A part whose passages nobody has looked for yet.
    pub fn new(of: Whole, heads: Bilingual<Span>, blocks: Bilingual<&'a [Block]>) -> Self {
        Self { of, heads, blocks, passages: 0..0 }
    }

    /// What of one kind answers each other.
    pub fn answers(&self, kind: Kind) -> Answers<&'a Block> {
        let of_kind = |(_, block): &(usize, &Block)| Kind::of(block) == Some(kind);
        let placed = |(before, (at, block)): (usize, (usize, &'a Block))| (block, at - before);
        let row = |blocks: &'a [Block]| blocks.iter().enumerate().filter(of_kind).enumerate().map(placed).collect();
        let rows = self.blocks.clone().map(row);
        answers(&rows, |(block, others)| Likeness::of(std::slice::from_ref(block)).behind(others))
            .map(|(block, _)| block)
    }

    /// Whether both editions have as many of one kind.
    pub fn is_even(&self, kind: Kind) -> bool {
        let count = |side: Side| self.blocks[side].iter().filter(|block| Kind::of(block) == Some(kind)).count();
        count(Side::Left) == count(Side::Right)
    }

    /// The smallest parts with words of their own: paragraphs, sub-headings and cells that answer each other one by one, or
    /// all of a kind where one edition has more.
    fn gather_passages(&self, passages: &mut Vec<Passage<'a>>) {
        let row = |is: fn(&Block) -> bool| {
            self.blocks.clone().map(|blocks| blocks.iter().filter(|block| is(block)).collect::<Vec<_>>())
        };
        gather(row(|block| matches!(block.kind, BlockKind::Heading(_))), passages);
        gather(row(|block| block.kind == BlockKind::Paragraph), passages);
        gather(row(|block| block.kind == BlockKind::Code), passages);
        for tables in self.answers(Kind::Table).pairs {
            for rows in children(&tables).pairs {
                // Cells of rows that differ have no answer that could be told.
                let cells = rows.map(|row| leaves(std::slice::from_ref(row)));
                if cells.left.len() == cells.right.len() {
                    gather(cells, passages);
                }
            }
        }
    }

    fn is_alike(&self) -> bool {
        Kind::ALL.into_iter().all(|kind| self.is_even(kind))
    }

    /// Adds this part and those within it.
    fn add_to(self, parts: &mut Vec<Self>) {
        let within = |of, pair: Bilingual<&'a Block>| {
            Part::new(of, pair.as_ref().map(|block| head(block)), pair.map(|block| block.children.as_slice()))
        };
        let lists = self.answers(Kind::List).pairs;
        let items: Vec<_> = lists.iter().flat_map(|lists| children(lists).pairs).collect();
        let others = [Kind::Quote, Kind::Footnote].map(|kind| self.answers(kind).pairs);
        parts.push(self);
        for item in items {
            within(Whole::Item, item).add_to(parts);
        }
        for other in others.into_iter().flatten() {
            within(Whole::Other, other).add_to(parts);
        }
    }
}

/// The children of two blocks that answer each other: items of lists, rows of tables.
pub(super) fn children<'a>(pair: &Bilingual<&'a Block>) -> Answers<&'a Block> {
    answers(&pair.as_ref().map(|block| block.children.iter().collect()), |child| {
        Likeness::of(std::slice::from_ref(child))
    })
}

/// Where a finding about a block as a whole stands: its first words.
pub(super) fn head(block: &Block) -> Span {
    leaves(std::slice::from_ref(block)).first().map_or(block.span, |leaf| leaf.span)
}

fn gather<'a>(rows: Bilingual<Vec<&'a Block>>, passages: &mut Vec<Passage<'a>>) {
    if rows.left.len() == rows.right.len() {
        passages
            .extend(rows.left.into_iter().zip(rows.right).map(|(left, right)| Bilingual::new(vec![left], vec![right])));
    } else {
        passages.push(rows);
    }
}

/// The passages of a section that answer each other, its heading first. Of what nothing answers there is none.
pub(super) fn passages<'s, 'a>(section: &'s Joined<'a>) -> &'s [Passage<'a>] {
    &section.passages
}

/// The parts of a section, each followed by those within it.
pub(super) fn parts<'s, 'a>(section: &'s Joined<'a>) -> &'s [Part<'a>] {
    &section.parts
}

/// The parts of a section, each followed by those within it, and not yet with their passages. Where the editions have other
/// sub-headings, only those parts that are alike: which of them is a part of what is known again once the sub-headings agree.
fn found_parts(section: &Bilingual<Section>) -> Vec<Part<'_>> {
    let heads = section.as_ref().map(Section::head);
    let blocks = section.as_ref().map(|section| section.blocks.as_slice());
    let whole = Part::new(Whole::Section, heads.clone(), blocks.clone());
    let rows = blocks.map(by_sub_heading);
    let mut parts = Vec::new();
    if rows.left.len() != rows.right.len() && whole.is_alike() {
        whole.add_to(&mut parts);
        return parts;
    }
    let is_even = rows.left.len() == rows.right.len();
    for blocks in answers(&rows, Likeness::of).pairs {
        let is_heading = |block: &&Block| matches!(block.kind, BlockKind::Heading(_));
        let head = |side: Side| blocks[side].first().filter(is_heading).map_or(heads[side], |block| block.span);
        let part = Part::new(Whole::Section, Bilingual::of(head), blocks);
        if is_even || part.is_alike() {
            part.add_to(&mut parts);
        }
    }
    parts
}

/// What stands before the first sub-heading, which may be nothing, and each sub-heading with what follows it.
#[must_use]
pub fn by_sub_heading(blocks: &[Block]) -> Vec<&[Block]> {
    let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading(_));
    let starts = blocks.iter().enumerate().filter(|(_, block)| is_heading(block)).map(|(at, _)| at);
    let ends: Vec<_> = std::iter::once(0).chain(starts).chain([blocks.len()]).collect();
    ends.windows(2).map(|ends| &blocks[ends[0]..ends[1]]).collect()
}

/// Whether two editions have the same blocks apart from their sub-headings.
pub(super) fn is_alike_without_sub_headings(section: &Bilingual<Section>) -> bool {
    let kinds = |section: &Section| section.blocks.iter().filter_map(Kind::of).collect::<Vec<_>>();
    kinds(&section.left) == kinds(&section.right)
}
