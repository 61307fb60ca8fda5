//! From the marks of a section (images, calls, references to footnotes) to those that one edition has more of.

use std::collections::BTreeMap;

use super::comparison::Passage;
use super::part::{Joined, parts};
use crate::domain::{Bilingual, Side, Span};
use crate::markdown::{Mark, MarkKind};

/// What a mark is counted as, if it is counted.
type Key = fn(&MarkKind) -> Option<&str>;

/// A mark that nothing answers.
pub(super) struct Surplus<'a> {
    /// The edition in which it stands.
    pub side: Side,
    /// What it was counted as.
    pub key: &'a str,
    /// The mark.
    pub mark: &'a Mark,
    /// Where its answer should stand in the other edition.
    pub twin: Span,
}

/// What a section has more of in one edition, in order. Where a mark stands within the section does not
/// matter, but those are named that stand where the editions differ.
pub(super) fn surplus<'s>(section: &'s Joined<'s>, key: Key) -> Vec<Surplus<'s>> {
    let mut counts = BTreeMap::<&str, i64>::new();
    let mut places = Vec::new();
    for part in parts(section) {
        for passage in section.passages_in(part) {
            let marks = Bilingual::of(|side| marks(passage, side, key));
            let count = |side: Side| marks[side].iter().map(|(key, _)| *key).collect::<Vec<_>>();
            for key in count(Side::Left) {
                *counts.entry(key).or_default() += 1;
            }
            for key in count(Side::Right) {
                *counts.entry(key).or_default() -= 1;
            }
            if !marks.left.is_empty() || !marks.right.is_empty() {
                let head = |side: Side| passage[side].first().map_or(part.heads[side], |block| block.span);
                places.push((marks, Bilingual::of(head)));
            }
        }
    }
    counts.into_iter().flat_map(|(key, excess)| of_key(key, excess, &places)).collect()
}

/// The marks of a passage in one edition with what they are counted as.
fn marks<'a>(passage: &Passage<'a>, side: Side, key: Key) -> Vec<(&'a str, &'a Mark)> {
    let all = passage[side].iter().flat_map(|block| block.prose.marks());
    all.filter_map(|mark| Some((key(&mark.kind)?, mark))).collect()
}

type Place<'a> = (Bilingual<Vec<(&'a str, &'a Mark)>>, Bilingual<Span>);

/// As many as one edition has more of, from the passages in which it has more.
fn of_key<'a>(key: &'a str, excess: i64, places: &[Place<'a>]) -> Vec<Surplus<'a>> {
    let side = if excess > 0 { Side::Left } else { Side::Right };
    let mut found = Vec::new();
    let mut left = usize::try_from(excess.unsigned_abs()).unwrap_or(usize::MAX);
    for (marks, heads) in places {
        let of = |side: Side| marks[side].iter().filter(|(other, _)| *other == key).map(|(_, mark)| *mark);
        let more = of(side).count().saturating_sub(of(side.twin()).count()).min(left);
        left -= more;
        let skip = of(side).count() - more;
        found.extend(of(side).skip(skip).map(|mark| Surplus { side, key, mark, twin: heads[side.twin()] }));
    }
    found
}
