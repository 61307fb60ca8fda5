//! From two texts to the words that were taken out and put in. The only place that knows the library of differences.

use std::borrow::Cow;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::seal::{has_blank_before, same};

/// How many comparisons of two words are made at most; beyond, a text counts as written anew.
const MOST_COMPARISONS: usize = 16_000_000;
/// The most letters of words that are shown in a sentence.
const LONGEST_SHOWN: usize = 80;

/// Words that took the place of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference<'t> {
    /// What was taken out; empty where words were only put in.
    pub old: &'t str,
    /// What was put in; empty where words were only taken out.
    pub new: &'t str,
    /// Where it stands in the new text, with the word before it where nothing was put in.
    pub place: Range<usize>,
}

/// A row of words that took the place of another, by their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words that were taken out.
    pub old: Range<usize>,
    /// The words that were put in.
    pub new: Range<usize>,
}

/// The differences in words between two texts, in order. Blanks make none.
#[must_use]
pub fn difference<'t>(old: &'t str, new: &'t str) -> Vec<Difference<'t>> {
    let (before, after) = (words(old), words(new));
    let keys =
        |text: &'t str, words: &[Range<usize>]| words.iter().map(|word| key(&text[word.clone()])).collect::<Vec<_>>();
    let shown = |run: Run| {
        let put_in = extent(&after, &run.new);
        let place = match &put_in {
            Some(place) => place.clone(),
            None => after.get(run.new.start.saturating_sub(1)).cloned().unwrap_or_default(),
        };
        let old = extent(&before, &run.old).map_or("", |place| &old[place]);
        Difference { old, new: put_in.map_or("", |place| &new[place]), place }
    };
    runs(&keys(old, &before), &keys(new, &after)).into_iter().map(shown).collect()
}

/// From the beginning of the first word to the end of the last.
fn extent(words: &[Range<usize>], run: &Range<usize>) -> Option<Range<usize>> {
    let run = words.get(run.clone())?;
    Some(run.first()?.start..run.last()?.end)
}

/// The rows of words that differ. Two between which only one word is the same are one.
#[must_use]
pub fn runs<W: PartialEq + Ord + std::hash::Hash>(old: &[W], new: &[W]) -> Vec<Run> {
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let rest = (&old[start..], &new[start..]);
    let end = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    if old.is_empty() && new.is_empty() {
        return Vec::new();
    }
    if old.len().saturating_mul(new.len()) > MOST_COMPARISONS {
        return vec![Run { old: start..start + old.len(), new: start..start + new.len() }];
    }
    let mut runs: Vec<Run> = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, old, new) {
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let shifted = |range: Range<usize>| range.start + start..range.end + start;
        let run = Run { old: shifted(operation.old_range()), new: shifted(operation.new_range()) };
        match runs.last_mut().filter(|last| run.new.start <= last.new.end + 1) {
            Some(last) => (last.old.end, last.new.end) = (run.old.end, run.new.end),
            None => runs.push(run),
        }
    }
    runs
}

/// The words of a text, as ranges of its bytes. A sign beside which a blank does not count is a word by itself.
#[must_use]
pub fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, sign) in text.char_indices() {
        let is_alone = has_blank_before(sign) || sign == '«';
        if sign.is_whitespace() || is_alone {
            words.extend(start.take().map(|start| start..at));
        } else if start.is_none() {
            start = Some(at);
        }
        if is_alone {
            words.push(at..at + sign.len_utf8());
        }
    }
    words.extend(start.map(|start| start..text.len()));
    words
}

/// A word in the form in which words are compared: with one kind of apostrophe.
#[must_use]
pub fn key(word: &str) -> Cow<'_, str> {
    if word.contains(|sign| same(sign) != sign) {
        return word.chars().map(same).collect();
    }
    word.into()
}

/// Words as they can stand in a sentence: on one line, and with a mark of omission where they are many.
#[must_use]
pub fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = line.chars().count();
    if count <= LONGEST_SHOWN {
        return line;
    }
    let half = LONGEST_SHOWN / 2;
    let head: String = line.chars().take(half).collect();
    let tail: String = line.chars().skip(count - half / 2).collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> Vec<(String, String)> {
        difference(old, new).into_iter().map(|found| (found.old.to_owned(), found.new.to_owned())).collect()
    }

    fn pair(old: &str, new: &str) -> (String, String) {
        (old.to_owned(), new.to_owned())
    }

    #[test]
    fn words_are_told_and_blanks_are_not() {
        assert_eq!(told("at least five years of it", "at least ten years of it"), [pair("five", "ten")]);
        assert_eq!(told("douze ans : l'un", "douze\u{a0}ans:\nl’un"), []);
        assert_eq!(told("one two three", "one three"), [pair("two", "")]);
        assert_eq!(told("", "all new"), [pair("", "all new")]);
        assert_eq!(told("a b c d", "x b y d"), [pair("a b c", "x b y")], "one word between them is no reason to stop");
    }

    #[test]
    fn what_was_taken_out_has_a_place() {
        let new = "one three";
        let found = difference("one two three", new);
        assert_eq!(&new[found[0].place.clone()], "one");
        assert_eq!(difference("a", "")[0].place, 0..0);
    }

    #[test]
    fn a_text_that_was_written_anew_is_one_difference() {
        let old = "a ".repeat(5_000);
        let new = "b ".repeat(5_000);
        assert_eq!(difference(&old, &new).len(), 1);
        assert!(shortened(&old).chars().count() < LONGEST_SHOWN);
    }

    proptest::proptest! {
        #[test]
        fn any_difference_lies_in_its_texts(old in "[a-cé’' :\n]{0,40}", new in "[a-cé’' :\n]{0,40}") {
            let found = difference(&old, &new);
            for difference in &found {
                assert!(new.get(difference.place.clone()).is_some());
                assert!(!difference.old.is_empty() || !difference.new.is_empty());
            }
            let is_same = words(&old).len() == words(&new).len()
                && words(&old).into_iter().zip(words(&new)).all(|(left, right)| key(&old[left]) == key(&new[right]));
            assert_eq!(found.is_empty(), is_same);
        }
    }
}
