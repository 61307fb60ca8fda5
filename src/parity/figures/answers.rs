//! From the figures of two passages to those that the other one does not answer.
//!
//! The order of figures is free: a translation turns sentences round. How often one is said is not.

use std::collections::BTreeMap;

use super::read::Figure;
use super::value::{Family, Value};
use crate::domain::{Bilingual, Side};
use crate::locale::Sense;

/// What is wrong with figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// Two figures, by their positions, of which one seems to stand for the other.
    Differ(Bilingual<usize>),
    /// A figure of one side that nothing on the other is.
    Missing(Side, usize),
}

/// Beyond this many figures without an equal, nobody looks whether one is like another, or stands for it.
const MANY: usize = 100;

/// The faults of the figures of a passage, in order.
pub(super) fn faults(figures: &Bilingual<Vec<&Figure>>) -> Vec<Fault> {
    let values = |side: Side| figures[side].iter().map(|figure| &figure.value);
    if values(Side::Left).eq(values(Side::Right)) {
        return Vec::new();
    }
    let all = Bilingual::of(|side| (0..figures[side].len()).collect());
    let mut open = Open { figures, open: all };
    open.answer_in_place();
    for (left, right) in SENSES {
        open.answer_equals(left, right);
    }
    for (left, right) in SENSES {
        open.answer_likes(left, right);
    }
    open.answer_equals(Sense::Idiom, Sense::Idiom);
    open.faults()
}

/// Who may answer whom, the surest first: the least sense that a figure must have on each side.
const SENSES: [(Sense, Sense); 3] =
    [(Sense::Figure, Sense::Figure), (Sense::Figure, Sense::Idiom), (Sense::Idiom, Sense::Figure)];

/// Figures that nothing has answered yet.
struct Open<'f> {
    figures: &'f Bilingual<Vec<&'f Figure>>,
    open: Bilingual<Vec<usize>>,
}

impl Open<'_> {
    fn figure(&self, side: Side, at: usize) -> &Figure {
        self.figures[side][at]
    }

    fn is_sure(&self, side: Side, at: usize) -> bool {
        self.figure(side, at).sense == Sense::Figure
    }

    /// Where both sides have as many figures, those that stand in the same place answer each other first.
    fn answer_in_place(&mut self) {
        if self.figures.left.len() == self.figures.right.len() {
            let differs = |at: &usize| self.figures.left[*at].value != self.figures.right[*at].value;
            self.open.left.retain(differs);
            self.open.right.retain(differs);
        }
    }

    fn answer_equals(&mut self, left: Sense, right: Sense) {
        let mut answers: BTreeMap<&Value, Vec<usize>> = BTreeMap::new();
        for at in self.open.right.iter().rev().filter(|at| self.figures.right[**at].sense >= right) {
            answers.entry(&self.figures.right[*at].value).or_default().push(*at);
        }
        let mut used = vec![false; self.figures.right.len()];
        self.open.left.retain(|at| {
            let figure = self.figures.left[*at];
            let answer = answers.get_mut(&figure.value).filter(|_| figure.sense >= left).and_then(Vec::pop);
            answer.is_none_or(|answer| {
                used[answer] = true;
                false
            })
        });
        self.open.right.retain(|at| !used[*at]);
    }

    fn answer_likes(&mut self, left: Sense, right: Sense) {
        if self.open.left.len().max(self.open.right.len()) > MANY {
            return;
        }
        let lefts = std::mem::take(&mut self.open.left);
        for at in lefts {
            let figure = self.figures.left[at];
            let is_answer = |other: &&Figure| other.sense >= right && figure.value.is_like(&other.value);
            let answer = self.open.right.iter().position(|other| is_answer(&self.figures.right[*other]));
            match answer.filter(|_| figure.sense >= left) {
                Some(answer) => drop(self.open.right.remove(answer)),
                None => self.open.left.push(at),
            }
        }
    }

    /// What is left, each with the figure that it probably was on the other side.
    fn faults(mut self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let is_crowded = self.open.left.len().max(self.open.right.len()) > MANY;
        for side in Side::BOTH.into_iter().filter(|_| !is_crowded) {
            for at in self.open[side].clone() {
                if !self.is_sure(side, at) {
                    continue;
                }
                if let Some(other) = self.partner(side, at) {
                    self.open[side].retain(|open| *open != at);
                    self.open[side.twin()].retain(|open| *open != other);
                    faults.push(differ(side, at, other));
                }
            }
        }
        if !is_crowded {
            self.idioms(&mut faults);
        }
        let sure = Bilingual::of(|side| {
            self.open[side].iter().copied().filter(|at| self.is_sure(side, *at)).collect::<Vec<_>>()
        });
        if let ([left], [right]) = (sure.left.as_slice(), sure.right.as_slice()) {
            faults.push(differ(Side::Left, *left, *right));
            return faults;
        }
        for (side, open) in sure.iter() {
            faults.extend(open.iter().map(|at| Fault::Missing(side, *at)));
        }
        faults
    }

    /// The figure without an answer that this one most probably stands for: of its kind, and nearest in order.
    fn partner(&self, side: Side, at: usize) -> Option<usize> {
        let family = self.figure(side, at).value.family();
        let open = &self.open[side.twin()];
        let is_kin = |other: &usize| self.figure(side.twin(), *other).value.family() == family;
        let kin = || open.iter().copied().filter(is_kin);
        let sure = kin().filter(|other| self.is_sure(side.twin(), *other)).min_by_key(|other| other.abs_diff(at));
        // An article is no partner of a number: nobody means it.
        let is_weighty = |other: &usize| match &self.figure(side.twin(), *other).value {
            Value::Quantity(number, None) => number.as_whole().is_some_and(|number| number > 1),
            _ => true,
        };
        sure.or_else(|| kin().filter(is_weighty).min_by_key(|other| other.abs_diff(at)))
    }

    /// Ordinals and days of the week need no answer; but two that differ are a fault.
    fn idioms(&mut self, faults: &mut Vec<Fault>) {
        for family in [Family::Ordinal, Family::Weekday] {
            let kin = Bilingual::of(|side| {
                let is_kin = |at: &usize| self.figure(side, *at).value.family() == family;
                self.open[side].iter().copied().filter(is_kin).collect::<Vec<_>>()
            });
            for (left, right) in kin.left.into_iter().zip(kin.right) {
                self.open.left.retain(|open| *open != left);
                self.open.right.retain(|open| *open != right);
                faults.push(differ(Side::Left, left, right));
            }
        }
    }
}

fn differ(side: Side, at: usize, other: usize) -> Fault {
    Fault::Differ(match side {
        Side::Left => Bilingual::new(at, other),
        Side::Right => Bilingual::new(other, at),
    })
}
