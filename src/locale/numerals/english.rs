//! English number words, from *zero* to *nine hundred and ninety-nine thousand nine hundred and ninety-nine*.

use super::{Form, Numeral, Reading, Sense};

pub(super) fn numeral(words: &[&str]) -> Option<Numeral> {
    if let Some(found) = group(words).or_else(|| fraction(words)) {
        return Some(found);
    }
    let found = below_million(words)?;
    let form = if found.is_ordinal { Form::Ordinal } else { Form::Cardinal };
    // “First of all”, “a second opinion”, “third parties”, “one of them”, “zero tolerance”.
    let is_idiom = if found.is_ordinal { found.number <= 3 } else { found.number <= 1 };
    Some(found.numeral(form, if is_idiom { Sense::Idiom } else { Sense::Figure }))
}

fn group(words: &[&str]) -> Option<Numeral> {
    let number = match *words.first()? {
        "both" | "twice" | "either" | "pair" | "pairs" | "couple" | "double" | "two-fold" => 2,
        "thrice" | "triple" => 3,
        "dozen" | "dozens" => 12,
        _ => return None,
    };
    Some(Reading::new(number, 1).numeral(Form::Group, Sense::Idiom))
}

/// “Half”, “a third of”, “two thirds”, “three quarters”.
fn fraction(words: &[&str]) -> Option<Numeral> {
    let (above, after) = match words.first()? {
        word if matches!(*word, "half" | "quarter") => (1, 0),
        word if matches!(*word, "a" | "an") => (1, 1),
        word => (small(word).filter(|number| (1..10).contains(number))?, 1),
    };
    let word = *words.get(after)?;
    let below = match (above, word) {
        (1, "half") | (_, "halves") => 2,
        (1, "quarter") | (_, "quarters") => 4,
        (2.., "thirds") => 3,
        (2.., "fifths") => 5,
        (2.., "tenths") => 10,
        (1, "third") if words.get(after + 1) == Some(&"of") => 3,
        _ => return None,
    };
    let sense = if above == 1 { Sense::Idiom } else { Sense::Figure };
    Some(Reading::new(above, after + 1).numeral(Form::Fraction(below), sense))
}

fn below_million(words: &[&str]) -> Option<Reading> {
    let head = below_thousand(words)?;
    let rest = &words[head.words..];
    if head.is_ordinal || head.number == 0 {
        return Some(head);
    }
    let head = match rest.first() {
        Some(&"thousand") => head.times(1000, false),
        Some(&"thousandth") => return Some(head.times(1000, true)),
        _ => return article(words, head),
    };
    Some(joined(words, head, below_thousand))
}

/// An article counts as one before a hundred or a thousand only.
fn article(words: &[&str], head: Reading) -> Option<Reading> {
    (words[0] != "a" || head.number > 1).then_some(head)
}

fn below_thousand(words: &[&str]) -> Option<Reading> {
    let head = if words.first() == Some(&"a") { Reading::new(1, 1) } else { below_hundred(words)? };
    if head.is_ordinal || head.number == 0 {
        return Some(head);
    }
    match words.get(head.words) {
        Some(&"hundred") => Some(joined(words, head.times(100, false), below_hundred)),
        Some(&"hundredth") => Some(head.times(100, true)),
        _ => Some(head),
    }
}

/// A part with what follows it, with or without “and”. What counts hundreds or thousands of its own is another number:
/// between two hundred *and* three hundred.
fn joined(words: &[&str], head: Reading, read: impl Fn(&[&str]) -> Option<Reading>) -> Reading {
    let skipped = usize::from(words.get(head.words) == Some(&"and"));
    let Some(rest) = words.get(head.words + skipped..) else { return head };
    let smaller = read(rest).filter(|rest| rest.number > 0);
    let Some(smaller) = smaller.filter(|_| rest.first() != Some(&"a")) else { return head };
    let is_another = matches!(rest.get(smaller.words), Some(&("hundred" | "thousand")));
    if is_another { head } else { head.plus(smaller, skipped) }
}

fn below_hundred(words: &[&str]) -> Option<Reading> {
    let first = *words.first()?;
    if let Some(number) = small(first) {
        return Some(Reading::new(number, 1));
    }
    if let Some(number) = ordinal(first) {
        return Some(Reading::ordinal(number, 1));
    }
    let tens = Reading::new(tens(first)?, 1);
    let Some(word) = words.get(1) else { return Some(tens) };
    let unit = small(word).map(|number| Reading::new(number, 1));
    let unit = unit.or_else(|| ordinal(word).map(|number| Reading::ordinal(number, 1)));
    Some(unit.filter(|unit| (1..10).contains(&unit.number)).map_or(tens, |unit| tens.plus(unit, 0)))
}

fn small(word: &str) -> Option<u32> {
    Some(match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        _ => return None,
    })
}

fn tens(word: &str) -> Option<u32> {
    Some(match word {
        "twenty" => 20,
        "thirty" => 30,
        "forty" | "fourty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

fn ordinal(word: &str) -> Option<u32> {
    let number = match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fifth" => 5,
        "eighth" => 8,
        "ninth" => 9,
        "twelfth" => 12,
        "hundredth" => 100,
        "thousandth" => 1000,
        _ => {
            let stem = word.strip_suffix("th")?;
            return small(stem).filter(|number| *number > 3).or_else(|| tens_of(stem));
        }
    };
    Some(number)
}

/// The tens of *twentieth*, given *twentie*.
fn tens_of(stem: &str) -> Option<u32> {
    let stem = stem.strip_suffix("ie")?;
    ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"]
        .iter()
        .zip(2..)
        .find(|(tens, _)| **tens == stem)
        .map(|(_, tens)| tens * 10)
}
