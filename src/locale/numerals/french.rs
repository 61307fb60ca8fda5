//! French number words: of France, of Belgium and of Switzerland (*septante*, *huitante*, *octante*, *nonante*), with the
//! hyphens of any time.

use super::{Form, Numeral, Reading, Sense};
use crate::locale::tongue::singular;

pub(super) fn numeral(words: &[&str]) -> Option<Numeral> {
    if let Some(found) = group(words).or_else(|| fraction(words)) {
        return Some(found);
    }
    let found = below_million(words)?;
    let form = if found.is_ordinal { Form::Ordinal } else { Form::Cardinal };
    // « L'un des », « au second plan », « la troisième fois », « un bâtiment neuf », « tolérance zéro ».
    let is_idiom = match (found.is_ordinal, found.number) {
        (true, number) => number <= 3,
        (false, 9) => found.words == 1,
        (false, number) => number <= 1,
    };
    Some(found.numeral(form, if is_idiom { Sense::Idiom } else { Sense::Figure }))
}

/// « Une trentaine », « deux douzaines ».
fn group(words: &[&str]) -> Option<Numeral> {
    let word = words.first()?;
    let number = match singular(word) {
        "dizaine" => 10,
        "douzaine" => 12,
        "quinzaine" => 15,
        "vingtaine" => 20,
        "trentaine" => 30,
        "quarantaine" => 40,
        "cinquantaine" => 50,
        "soixantaine" => 60,
        "centaine" => 100,
        "millier" => 1000,
        "double" | "paire" => 2,
        "triple" => 3,
        _ => return None,
    };
    // « Des centaines » and « plusieurs milliers » are no number.
    (!word.ends_with('s')).then(|| Reading::new(number, 1).numeral(Form::Group, Sense::Idiom))
}

/// « Demi », « la moitié », « un tiers », « trois quarts », « quatre cinquièmes ».
fn fraction(words: &[&str]) -> Option<Numeral> {
    let above = below_ten(words.first()?).filter(|above| *above > 0);
    let (above, after) = above.map_or((1, 0), |above| (above, 1));
    let below = match (above, *words.get(after)?) {
        (1, "demi" | "demie" | "moitié") => 2,
        (_, "tiers") => 3,
        (1, "quart") | (2.., "quarts") => 4,
        (2.., word) if word.ends_with("ièmes") => stem(word).and_then(unit_of).filter(|below| *below > 4)?,
        _ => return None,
    };
    let sense = if above == 1 { Sense::Idiom } else { Sense::Figure };
    Some(Reading::new(above, after + 1).numeral(Form::Fraction(below), sense))
}

fn below_million(words: &[&str]) -> Option<Reading> {
    let head = match *words.first()? {
        "mille" | "mil" | "millième" => Reading::new(1, 0),
        _ => below_thousand(words)?,
    };
    if head.is_ordinal || head.number == 0 {
        return Some(head);
    }
    let head = match words.get(head.words) {
        Some(&"mille") => head.times(1000, false),
        // « Mil » has only ever begun a year.
        Some(&"mil") if head.words == 0 && words.len() > 1 => head.times(1000, false),
        Some(&"millième") => return Some(head.times(1000, true)),
        _ => return (head.words > 0).then_some(head),
    };
    let skipped = usize::from(words.get(head.words) == Some(&"et"));
    let rest = words.get(head.words + skipped..).and_then(below_thousand).filter(|rest| rest.number > 0);
    // « Mille et une », but « mille et deux cents ».
    let rest = rest.filter(|rest| skipped == 0 || rest.number == 1);
    match rest {
        Some(rest) => Some(head.plus(rest, skipped)),
        None if words[0] == "mil" => None,
        None => Some(head),
    }
}

fn below_thousand(words: &[&str]) -> Option<Reading> {
    let is_hundred = |at: usize| matches!(words.get(at), Some(&("cent" | "cents" | "centième" | "centièmes")));
    let head = if words.first().is_some_and(|word| word.starts_with("cent")) {
        Reading::new(1, 0)
    } else {
        let head = below_hundred(words)?;
        // « Deux cents », « douze cents »; « dix cent » is no number.
        let counts = head.words == 1 && (2..20).contains(&head.number) && head.number != 10;
        let counts = counts || (17..20).contains(&head.number);
        if !counts || head.is_ordinal || !is_hundred(head.words) {
            return Some(head);
        }
        head
    };
    // « Cents » alone is small change.
    if !is_hundred(head.words) || (head.words == 0 && words[0] == "cents") {
        return None;
    }
    if words[head.words].starts_with("centi") {
        return Some(head.times(100, true));
    }
    let head = head.times(100, false);
    let rest = words.get(head.words..).and_then(below_hundred).filter(|rest| rest.number > 0);
    Some(rest.map_or(head, |rest| head.plus(rest, 0)))
}

fn below_hundred(words: &[&str]) -> Option<Reading> {
    let first = *words.first()?;
    if first == "quatre" && matches!(words.get(1), Some(&("vingt" | "vingts"))) {
        let head = Reading::new(80, 2);
        return Some(below_twenty(&words[2..]).map_or(head, |rest| head.plus(rest, 0)));
    }
    if first == "quatre" && words.get(1) == Some(&"vingtième") {
        return Some(Reading::ordinal(80, 2));
    }
    if let Some(found) = below_twenty(words) {
        return Some(found);
    }
    match first {
        "premier" | "première" | "premiers" | "premières" => return Some(Reading::ordinal(1, 1)),
        "second" | "seconde" | "seconds" | "secondes" => return Some(Reading::ordinal(2, 1)),
        "zéro" => return Some(Reading::new(0, 1)),
        _ => {}
    }
    let Some(tens) = tens(first) else { return stem(first).and_then(tens_of).map(|tens| Reading::ordinal(tens, 1)) };
    let head = Reading::new(tens, 1);
    let skipped = usize::from(words.get(1) == Some(&"et"));
    let rest = words.get(1 + skipped..).and_then(below_twenty);
    // Only sixty counts on to nineteen, and only one and eleven come with « et ».
    let rest = rest.filter(|rest| rest.number < 10 || tens == 60);
    let rest = rest.filter(|rest| if skipped == 1 { matches!(rest.number, 1 | 11) } else { true });
    Some(rest.map_or(head, |rest| head.plus(rest, skipped)))
}

/// From one to nineteen, cardinal or ordinal.
fn below_twenty(words: &[&str]) -> Option<Reading> {
    let first = *words.first()?;
    let unit = |word: &str| {
        let ordinal = || stem(word).and_then(unit_of).map(|number| Reading::ordinal(number, 1));
        below_seventeen(word).map(|number| Reading::new(number, 1)).or_else(ordinal)
    };
    let head = unit(first)?;
    if head.number != 10 || head.is_ordinal {
        return Some(head);
    }
    let rest = words.get(1).and_then(|word| unit(word)).filter(|rest| (7..10).contains(&rest.number));
    Some(rest.map_or(head, |rest| head.plus(rest, 0)))
}

fn below_ten(word: &str) -> Option<u32> {
    below_seventeen(word).filter(|number| *number < 10)
}

fn below_seventeen(word: &str) -> Option<u32> {
    Some(match word {
        "un" | "une" => 1,
        "deux" => 2,
        "trois" => 3,
        "quatre" => 4,
        "cinq" => 5,
        "six" => 6,
        "sept" => 7,
        "huit" => 8,
        "neuf" => 9,
        "dix" => 10,
        "onze" => 11,
        "douze" => 12,
        "treize" => 13,
        "quatorze" => 14,
        "quinze" => 15,
        "seize" => 16,
        _ => return None,
    })
}

fn tens(word: &str) -> Option<u32> {
    Some(match word {
        "vingt" => 20,
        "trente" => 30,
        "quarante" => 40,
        "cinquante" => 50,
        "soixante" => 60,
        "septante" => 70,
        "huitante" | "octante" => 80,
        "nonante" => 90,
        _ => return None,
    })
}

/// What an ordinal is made of: *deux* of *deuxièmes*.
fn stem(word: &str) -> Option<&str> {
    let word = singular(word);
    // Most words have another last letter.
    if word.as_bytes().last() == Some(&b'e') { word.strip_suffix("ième") } else { None }
}

fn unit_of(stem: &str) -> Option<u32> {
    match stem {
        "quatr" => Some(4),
        "cinqu" => Some(5),
        "neuv" => Some(9),
        "onz" => Some(11),
        "douz" => Some(12),
        "treiz" => Some(13),
        "quatorz" => Some(14),
        "quinz" => Some(15),
        "seiz" => Some(16),
        "une" => None,
        stem => below_seventeen(stem),
    }
}

fn tens_of(stem: &str) -> Option<u32> {
    Some(match stem {
        "vingt" => 20,
        "trent" => 30,
        "quarant" => 40,
        "cinquant" => 50,
        "soixant" => 60,
        "septant" => 70,
        "huitant" | "octant" => 80,
        "nonant" => 90,
        _ => return None,
    })
}
