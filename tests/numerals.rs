//! Spells numbers in all the ways that people do, and reads them back.

use diptych::locale::{Form, Numeral, Sense, Tongue};
use proptest::prelude::*;

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const PETITS: [&str; 20] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];
const DIZAINES: [&str; 7] = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"];

/// How somebody writes English numbers.
#[derive(Debug, Clone, Copy)]
struct English {
    /// *a hundred*, not *one hundred*.
    article: bool,
    /// *a hundred and five*, not *a hundred five*.
    and: bool,
    /// *twelve hundred*, not *one thousand two hundred*.
    hundreds: bool,
}

impl English {
    fn spell(self, number: usize) -> String {
        let one = |count: usize| if count == 1 && self.article { "a".to_owned() } else { self.spell(count) };
        // Nobody says “a thousand a hundred”.
        let inner = Self { article: false, ..self };
        let joined = |head: String, rest: usize| match rest {
            0 => head,
            1..100 if self.and => format!("{head} and {}", inner.spell(rest)),
            _ => format!("{head} {}", inner.spell(rest)),
        };
        match number {
            0..20 => SMALL[number].to_owned(),
            20..100 if number.is_multiple_of(10) => TENS[number / 10].to_owned(),
            20..100 => format!("{}-{}", TENS[number / 10], SMALL[number % 10]),
            100..1000 => joined(format!("{} hundred", one(number / 100)), number % 100),
            _ if self.hundreds && !(number / 100).is_multiple_of(10) => {
                joined(format!("{} hundred", self.spell(number / 100)), number % 100)
            }
            _ => joined(format!("{} thousand", one(number / 1000)), number % 1000),
        }
    }

    fn ordinal(self, number: usize) -> String {
        let text = self.spell(number);
        let at = text.rfind([' ', '-']).map_or(0, |at| at + 1);
        let (head, last) = text.split_at(at);
        let last = match last {
            "one" => "first".to_owned(),
            "two" => "second".to_owned(),
            "three" => "third".to_owned(),
            "five" => "fifth".to_owned(),
            "eight" => "eighth".to_owned(),
            "nine" => "ninth".to_owned(),
            "twelve" => "twelfth".to_owned(),
            tens if tens.ends_with('y') => format!("{}ieth", &tens[..tens.len() - 1]),
            other => format!("{other}th"),
        };
        format!("{head}{last}")
    }
}

/// How somebody writes French numbers.
#[derive(Debug, Clone, Copy)]
struct French {
    /// Hyphens everywhere, as recommended in 1990.
    hyphens: bool,
    /// *septante*, with *nonante*.
    seventy: Option<&'static str>,
    /// *huitante* or *octante*.
    eighty: Option<&'static str>,
    /// *une*, not *un*.
    feminine: bool,
    /// *quinze cents*, not *mille cinq cents*.
    hundreds: bool,
}

impl French {
    fn spell(self, number: usize) -> String {
        let text = self.old(number);
        let text = if self.feminine && (text == "un" || text.ends_with(" un") || text.ends_with("-un")) {
            format!("{text}e")
        } else {
            text
        };
        if self.hyphens { text.replace(' ', "-") } else { text }
    }

    fn old(self, number: usize) -> String {
        match number {
            0..20 => PETITS[number].to_owned(),
            70..80 if self.seventy.is_some() => tens(self.seventy.unwrap_or_default(), number % 10),
            80..90 if self.eighty.is_some() => tens(self.eighty.unwrap_or_default(), number % 10),
            90..100 if self.seventy.is_some() => tens("nonante", number % 10),
            20..70 => tens(DIZAINES[number / 10], number % 10),
            71 => "soixante et onze".to_owned(),
            70..80 => format!("soixante-{}", PETITS[number - 60]),
            80..100 if number == 80 => "quatre-vingts".to_owned(),
            80..100 => format!("quatre-vingt-{}", PETITS[number - 80]),
            100 => "cent".to_owned(),
            101..200 => format!("cent {}", self.old(number - 100)),
            200..1000 if number.is_multiple_of(100) => format!("{} cents", PETITS[number / 100]),
            200..1000 => format!("{} cent {}", PETITS[number / 100], self.old(number % 100)),
            1000 => "mille".to_owned(),
            _ if self.hundreds && (11..20).contains(&(number / 100)) => match number % 100 {
                0 => format!("{} cents", PETITS[number / 100]),
                rest => format!("{} cent {}", PETITS[number / 100], self.old(rest)),
            },
            1001..2000 => format!("mille {}", self.old(number - 1000)),
            _ if number.is_multiple_of(1000) => format!("{} mille", PETITS[number / 1000]),
            _ => format!("{} mille {}", PETITS[number / 1000], self.old(number % 1000)),
        }
    }

    fn ordinal(self, number: usize) -> String {
        if number == 1 {
            return if self.feminine { "première" } else { "premier" }.to_owned();
        }
        let text = Self { feminine: false, ..self }.spell(number);
        let text = text.strip_suffix("cents").map(|head| format!("{head}cent")).unwrap_or(text);
        let text = text.strip_suffix("vingts").map(|head| format!("{head}vingt")).unwrap_or(text);
        let text = text.strip_suffix('e').map(str::to_owned).unwrap_or(text);
        let text = text.strip_suffix("neuf").map(|head| format!("{head}neuv")).unwrap_or(text);
        let text = text.strip_suffix("cinq").map(|head| format!("{head}cinqu")).unwrap_or(text);
        format!("{text}ième")
    }
}

fn tens(tens: &str, unit: usize) -> String {
    match unit {
        0 => tens.to_owned(),
        1 => format!("{tens} et un"),
        unit => format!("{tens}-{}", PETITS[unit]),
    }
}

fn read(tongue: Tongue, text: &str) -> Option<Numeral> {
    let words: Vec<_> = text.split([' ', '-']).collect();
    tongue.numeral(&words)
}

fn is_all(text: &str, found: Option<Numeral>, number: usize, form: Form) -> bool {
    found.is_some_and(|found| {
        found.number as usize == number && found.form == form && found.words == text.split([' ', '-']).count()
    })
}

#[test]
fn english_is_read_as_it_is_spelt() {
    let choices = [false, true];
    for article in choices {
        for and in choices {
            for hundreds in choices {
                let speller = English { article, and, hundreds };
                round(Tongue::English, |number| (speller.spell(number), speller.ordinal(number)));
            }
        }
    }
}

#[test]
fn french_is_read_as_it_is_spelt() {
    let choices = [false, true];
    for hyphens in choices {
        for seventy in [None, Some("septante")] {
            for feminine in choices {
                for hundreds in choices {
                    for eighty in [None, Some("huitante"), Some("octante")] {
                        let speller = French { hyphens, seventy, eighty, feminine, hundreds };
                        round(Tongue::French, |number| (speller.spell(number), speller.ordinal(number)));
                    }
                }
            }
        }
    }
}

/// Spells all numbers below ten thousand and reads them back.
fn round(tongue: Tongue, spell: impl Fn(usize) -> (String, String)) {
    for number in 0..10_000 {
        let (cardinal, ordinal) = spell(number);
        assert!(is_all(&cardinal, read(tongue, &cardinal), number, Form::Cardinal), "{cardinal}");
        if number > 0 {
            assert!(is_all(&ordinal, read(tongue, &ordinal), number, Form::Ordinal), "{ordinal}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_are_read_without_fear(words in proptest::collection::vec(
        prop_oneof![
            "[a-zé]{0,4}", "(et|and|a|mil|mille|cent|cents|vingt|quatre|dix|hundred|thousand|half|third|of|un)",
        ], 0..8)) {
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        for tongue in [Tongue::English, Tongue::French] {
            prop_assert!(tongue.numeral(&words).is_none_or(|found| (1..=words.len()).contains(&found.words)));
        }
    }
}

/// The number that a text begins with, in short: `21`, `21.` for an ordinal, `2/3`, `~30` for a group; with `?` where it
/// is often no figure.
fn short(tongue: Tongue, text: &str) -> String {
    let Some(found) = read(tongue, text) else { return "-".to_owned() };
    let doubt = if found.sense == Sense::Idiom { "?" } else { "" };
    match found.form {
        Form::Cardinal => format!("{}{doubt}", found.number),
        Form::Ordinal => format!("{}.{doubt}", found.number),
        Form::Fraction(below) => format!("{}/{below}{doubt}", found.number),
        Form::Group => format!("~{}{doubt}", found.number),
    }
}

#[test]
fn words_that_are_often_no_figure_are_doubted() {
    let english = [
        ("one of the posts", "1?"),
        ("first of all", "1.?"),
        ("second opinion", "2.?"),
        ("third parties", "3.?"),
        ("fourth floor", "4."),
        ("both languages", "~2?"),
        ("half a day", "1/2?"),
        ("two thirds of", "2/3"),
        ("three quarters", "3/4"),
        ("a third of", "1/3?"),
        ("a third language", "-"),
        ("a dozen", "-"),
        ("a new post", "-"),
        ("several thousand", "-"),
        ("one hundred and two hundred", "100"),
        ("two thousand and three thousand", "2000"),
        ("ten and a half", "10"),
    ];
    for (text, number) in english {
        assert_eq!(short(Tongue::English, text), number, "{text}");
    }
    let french = [
        ("un bâtiment", "1?"),
        ("neuf", "9?"),
        ("dix neuf ans", "19"),
        ("second cas", "2.?"),
        ("cents", "-"),
        ("mil", "-"),
        ("mil neuf cent quatre vingt quatre", "1984"),
        ("mille et une nuits", "1001"),
        ("deux tiers", "2/3"),
        ("tiers", "1/3?"),
        ("trois quarts", "3/4"),
        ("moitié", "1/2?"),
        ("trentaine de dépôts", "~30?"),
        ("milliers de passes", "-"),
        ("vingt et unième", "21."),
        ("vingt et trente", "20"),
    ];
    for (text, number) in french {
        assert_eq!(short(Tongue::French, text), number, "{text}");
    }
}

#[test]
fn every_numeral_begins_with_a_word_that_can_begin_one() {
    let english = English { article: true, and: true, hundreds: true };
    let french =
        French { hyphens: false, seventy: Some("septante"), eighty: Some("octante"), feminine: true, hundreds: true };
    for number in 0..10_000 {
        for (tongue, text) in [(Tongue::English, english.spell(number)), (Tongue::French, french.spell(number))] {
            let first = text.split([' ', '-']).next().unwrap_or_default();
            assert!(tongue.begins_numeral(first), "{text}");
        }
    }
}
