//! From the blocks of a passage to its links, and those that the other language does not answer.

use super::comparison::{Comparison, Passage, Section, leaves};
use super::language_map::neutral;
use super::part::{Joined, passages};
use super::unanswered::{Said, unanswered};
use crate::domain::{Bilingual, Side, Span};
use crate::markdown::{Block, Mark, MarkKind};

/// The links of a block to pages and files. E-mail addresses and telephone numbers are looked at by `contacts`, whether
/// they are links or not.
pub(super) fn links(block: &Block) -> impl Iterator<Item = (&Mark, &str)> {
    block.prose.marks().iter().filter_map(|mark| match &mark.kind {
        MarkKind::Link(address) if !is_contact(address) => Some((mark, address.as_str())),
        _ => None,
    })
}

/// The passages of a section; none where it has no link, as most sections.
pub(super) fn passages_with_links<'s, 'a>(section: &'s Joined<'a>) -> &'s [Passage<'a>] {
    let has_links =
        |(_, section): (Side, &Section)| leaves(&section.blocks).iter().any(|block| links(block).next().is_some());
    if section.iter().any(has_links) { passages(section) } else { &[] }
}

fn is_contact(address: &str) -> bool {
    address.starts_with("mailto:") || address.starts_with("tel:")
}

/// The links of a passage in each language, known by what is the same in both.
fn said(passage: &Passage<'_>, comparison: &Comparison<'_>) -> Bilingual<Vec<Said>> {
    Bilingual::of(|side| {
        let links = passage[side].iter().flat_map(|block| links(block));
        let said = links.map(|(mark, address)| Said {
            key: neutral(address, comparison.site, side),
            shown: address.to_owned(),
            span: address_span(mark, address, comparison.texts[side]),
        });
        said.collect()
    })
}

/// The first links that stand in another order, of each block that has the same ones in both languages.
pub(super) fn reordered_links(comparison: &Comparison<'_>, section: &Joined<'_>) -> Vec<Bilingual<Said>> {
    let is_one = |passage: &&Passage<'_>| passage.left.len() == 1 && passage.right.len() == 1;
    let reordered = |passage: &Passage<'_>| {
        let said = said(passage, comparison);
        let keys = said.as_ref().map(|said| {
            let mut keys: Vec<_> = said.iter().map(|said| said.key.clone()).collect();
            keys.sort_unstable();
            keys
        });
        let mut pairs = said.left.into_iter().zip(said.right).filter(|_| keys.left == keys.right);
        pairs.find(|(left, right)| left.key != right.key).map(|(left, right)| Bilingual::new(left, right))
    };
    passages_with_links(section).iter().filter(is_one).filter_map(reordered).collect()
}

/// The passages of a section in which a link is left that the other language does not have, with what is left.
pub(super) fn unanswered_links<'s>(
    comparison: &Comparison<'_>,
    section: &'s Joined<'s>,
) -> Vec<(&'s Passage<'s>, Bilingual<Vec<Said>>)> {
    let passages = passages_with_links(section);
    let left_over = unanswered(passages.iter().map(|passage| said(passage, comparison)).collect());
    let both = passages.iter().zip(left_over);
    both.filter(|(_, left_over)| !left_over.left.is_empty() || !left_over.right.is_empty()).collect()
}

/// Where the address of a link stands; where it is given elsewhere, the link.
fn address_span(mark: &Mark, address: &str, text: &str) -> Span {
    let written = text.get(mark.span.range()).and_then(|written| written.rfind(address));
    written.map_or(mark.span, |at| Span::new(mark.span.start + at, mark.span.start + at + address.len()))
}
