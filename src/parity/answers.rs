//! From two rows of things to which of them answer each other, and which nothing answers.
//!
//! Rows of one length answer one by one: what stands where is then for people to judge. Of a longer row, those are left
//! alone without which the rest is most alike: by calls, figures, place, beginnings of words that both languages share, length.

use std::collections::BTreeSet;

use super::comparison::leaves;
use crate::domain::{Bilingual, Side};
use crate::markdown::{Block, BlockKind, MarkKind};

/// How many pairs are weighed at most. In longer rows, the last are left alone.
const WEIGHED: usize = 20_000;
/// How much each thing that both say speaks for a pair.
const CALL: i64 = 40;
const FIGURE: i64 = 30;
const PLACE: i64 = 20;
const BEGINNING: i64 = 15;
/// How much each step of a difference of lengths speaks against one, and how many steps there are. Lengths are compared
/// with the median of their row, as one language is wordier than the other; small differences say nothing.
const LENGTH: i64 = 10;
const STEPS: usize = 4;
/// The median length of the things of a row.
const MEDIAN: usize = 1000;
/// How much a call or a figure that only one of them has speaks against a pair. It may stand there in letters.
const UNSHARED: i64 = 5;
/// How many letters of a word count, so that *university* and *universitaire* are alike, and what is too short to count.
const LETTERS: usize = 4;

/// Two rows of which it is known what answers what.
pub(super) struct Answers<T> {
    /// What answers each other, in order.
    pub pairs: Vec<Bilingual<T>>,
    /// What nothing answers.
    pub alone: Vec<Alone<T>>,
}

/// Something that nothing in the other edition answers.
pub(super) struct Alone<T> {
    /// The edition in which it stands.
    pub side: Side,
    /// What it is.
    pub it: T,
    /// What stands in the other edition where its answer should: the one before, or else the one after.
    pub beside: Option<T>,
}

impl<T> Answers<T> {
    /// The same of what each thing stands for.
    pub fn map<U>(self, to: impl Fn(T) -> U) -> Answers<U> {
        let alone = |alone: Alone<T>| Alone { side: alone.side, it: to(alone.it), beside: alone.beside.map(&to) };
        Answers {
            pairs: self.pairs.into_iter().map(|pair| pair.map(&to)).collect(),
            alone: self.alone.into_iter().map(alone).collect(),
        }
    }
}

/// Finds what answers what in two rows.
pub(super) fn answers<T: Copy>(rows: &Bilingual<Vec<T>>, likeness: impl Fn(T) -> Likeness) -> Answers<T> {
    let side = if rows.left.len() >= rows.right.len() { Side::Left } else { Side::Right };
    let (long, short) = (&rows[side], &rows[side.twin()]);
    let (mut pairs, mut alone) = (Vec::with_capacity(short.len()), Vec::new());
    let mut answered = 0;
    for (at, is_alone) in skipped(long, short, likeness).into_iter().enumerate() {
        if is_alone {
            let beside = answered.max(1) - 1;
            alone.push(Alone { side, it: long[at], beside: short.get(beside).copied() });
            continue;
        }
        let (long, short) = (long[at], short[answered]);
        pairs.push(if side == Side::Left { Bilingual::new(long, short) } else { Bilingual::new(short, long) });
        answered += 1;
    }
    Answers { pairs, alone }
}

/// Which things of the longer row are left alone.
fn skipped<T: Copy>(long: &[T], short: &[T], likeness: impl Fn(T) -> Likeness) -> Vec<bool> {
    let excess = long.len() - short.len();
    if excess == 0 || short.is_empty() || short.len().saturating_mul(excess + 1) > WEIGHED {
        return (0..long.len()).map(|at| at >= short.len()).collect();
    }
    let likenesses = |row: &[T]| {
        let mut all: Vec<_> = row.iter().map(|it| likeness(*it)).collect();
        let mut lengths: Vec<_> = all.iter().map(|it| it.length).collect();
        let (_, median, _) = lengths.select_nth_unstable(row.len() / 2);
        let median = (*median).max(1);
        for it in &mut all {
            it.length = it.length.saturating_mul(MEDIAN) / median;
        }
        all
    };
    let (long, short) = (likenesses(long), likenesses(short));
    // best[j][k]: the best sum for the first j of the short row with k of the long one left alone.
    let mut best = vec![vec![0; excess + 1]; short.len() + 1];
    for (j, short) in short.iter().enumerate() {
        let mut most = i64::MIN;
        for k in 0..=excess {
            most = most.max(best[j][k] + short.with(&long[j + k]));
            best[j + 1][k] = most;
        }
    }
    // Read backwards. Of what is equally good, the last is left alone.
    let mut is_alone = vec![false; long.len()];
    let (mut j, mut k) = (short.len(), excess);
    while k > 0 {
        if j == 0 || best[j][k] == best[j][k - 1] {
            k -= 1;
            is_alone[j + k] = true;
        } else {
            j -= 1;
        }
    }
    is_alone
}

/// What things can have in common across languages.
pub(super) struct Likeness {
    tokens: BTreeSet<(i64, String)>,
    length: usize,
}

impl Likeness {
    /// Of a thing that consists of blocks.
    pub fn of(blocks: &[Block]) -> Self {
        let mut likeness = Self { tokens: BTreeSet::new(), length: 0 };
        for block in blocks {
            if let BlockKind::Footnote(label) = &block.kind {
                likeness.tokens.insert((CALL, label.clone()));
            }
        }
        for leaf in leaves(blocks) {
            let text = leaf.prose.text();
            likeness.length += text.len();
            let is_between = |sign: char| !sign.is_alphanumeric();
            likeness.tokens.extend(text.split(is_between).filter_map(token));
            for mark in leaf.prose.marks() {
                if let MarkKind::Call(name) | MarkKind::Footnote(name) = &mark.kind {
                    likeness.tokens.insert((CALL, name.clone()));
                }
            }
        }
        likeness
    }

    /// Of a thing that consists of two.
    pub fn and(mut self, mut other: Self) -> Self {
        self.tokens.append(&mut other.tokens);
        self.length += other.length;
        self
    }

    /// The same of a thing before which so many others stand that its row leaves out.
    pub fn behind(mut self, others: usize) -> Self {
        self.tokens.insert((PLACE, others.to_string()));
        self
    }

    /// How much speaks for the two as a pair.
    fn with(&self, other: &Self) -> i64 {
        let shared: i64 = self.tokens.intersection(&other.tokens).map(|(weight, _)| weight).sum();
        let differing = self.tokens.symmetric_difference(&other.tokens).filter(|(weight, _)| *weight >= FIGURE);
        let unshared = UNSHARED * i64::try_from(differing.count()).unwrap_or_default();
        let (less, more) = (self.length.min(other.length), self.length.max(other.length));
        let steps = (more - less).saturating_mul(STEPS) / more.max(1);
        shared - unshared - LENGTH * i64::try_from(steps).unwrap_or_default()
    }
}

/// A figure, or the beginning of a word.
fn token(word: &str) -> Option<(i64, String)> {
    if word.contains(|sign: char| sign.is_ascii_digit()) {
        return Some((FIGURE, word.to_owned()));
    }
    let beginning: String = word.chars().take(LETTERS).map(plain).collect();
    (beginning.len() == LETTERS).then_some((BEGINNING, beginning))
}

/// A letter as both languages write it.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'â' | 'À' | 'Â' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'î' | 'ï' | 'Î' | 'Ï' => 'i',
        'ô' | 'Ô' => 'o',
        'ù' | 'û' | 'ü' | 'Ù' | 'Û' | 'Ü' => 'u',
        'ç' | 'Ç' => 'c',
        other => other.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown;

    /// The numbers of the items of two lists that are left alone.
    fn alone(left: &str, right: &str) -> Vec<(Side, usize)> {
        let lists = Bilingual::new(markdown::blocks(left, 0), markdown::blocks(right, 0));
        let rows = lists.as_ref().map(|list| list[0].children.iter().collect::<Vec<_>>());
        let answers = answers(&rows, |block| Likeness::of(std::slice::from_ref(block)));
        let number =
            |alone: &Alone<&Block>| rows[alone.side].iter().position(|item| item.span == alone.it.span).expect("there");
        answers.alone.iter().map(|alone| (alone.side, number(alone))).collect()
    }

    #[test]
    fn what_is_least_alike_is_left_alone() {
        let english =
            "- hold a university degree;\n- have ten years of experience;\n- know the system;\n- {{ languages }}.";
        let french = "- posséder un diplôme universitaire ;\n- connaître le système ;\n- {{ languages }}.";
        assert_eq!(alone(english, french), [(Side::Left, 1)]);
        assert_eq!(alone(french, english), [(Side::Right, 1)]);
        assert_eq!(
            alone("- 5 posts\n- 6 posts\n- 7 posts\n- 8 posts", "- 6 postes\n- 8 postes"),
            [(Side::Left, 0), (Side::Left, 2)]
        );
    }

    #[test]
    fn of_what_is_alike_the_last_is_left_alone() {
        assert_eq!(alone("- a\n- a\n- a", "- a"), [(Side::Left, 1), (Side::Left, 2)]);
    }

    proptest::proptest! {
        #[test]
        fn everything_is_answered_once_or_alone(left in 0..40_usize, right in 0..40_usize) {
            let rows = Bilingual::new((0..left).collect::<Vec<_>>(), (0..right).collect());
            let answers = answers(&rows, |_| Likeness::of(&[]));
            assert_eq!(answers.pairs.len(), left.min(right));
            assert_eq!(answers.alone.len(), left.abs_diff(right));
            let side = if left >= right { Side::Left } else { Side::Right };
            let pairs = answers.pairs.iter().map(|pair| pair[side]);
            let mut all: Vec<_> = pairs.chain(answers.alone.iter().map(|alone| alone.it)).collect();
            all.sort_unstable();
            assert_eq!(all, rows[side]);
        }
    }
}
