//! Words of notices, and the figures that are read in them.

use std::collections::BTreeMap;

use super::read::{Terms, read};
use super::tokens::Tokens;
use super::value::{Date, Unit, Value};
use crate::locale::{Sense, Tongue};

fn terms(levels: &[String]) -> Terms<'_> {
    let grades = [("G10", "G10"), ("B4", "G10"), ("G22", "G22"), ("A5", "G22")];
    let grades: BTreeMap<_, _> = grades.into_iter().map(|(name, grade)| (name.to_owned(), grade)).collect();
    Terms { grades, levels, is_month_first: false }
}

/// The figures of a text in short, with `?` where they need no answer.
fn said(tongue: Tongue, text: &str) -> String {
    let levels = ["I", "II", "III", "IV", "V"].map(str::to_owned);
    let found = read(&Tokens::new(text, tongue), &terms(&levels), &[]);
    assert!(found.iter().all(|figure| text.get(figure.words.clone()).is_some()), "{found:?}");
    let doubt = |sense| if sense == Sense::Idiom { "?" } else { "" };
    let found: Vec<_> = found.iter().map(|figure| format!("{}{}", short(&figure.value), doubt(figure.sense))).collect();
    found.join(" ")
}

fn short(value: &Value) -> String {
    match value {
        Value::Quantity(number, unit) => {
            let unit = match unit {
                None => String::new(),
                Some(Unit::Percent) => "%".to_owned(),
                Some(Unit::Money(currency)) => (*currency).to_owned(),
                Some(Unit::Time(unit)) => format!("{unit:?}").to_lowercase(),
            };
            format!("{number}{unit}")
        }
        Value::Ordinal(place) => format!("{place}."),
        Value::Fraction(above, below) => format!("{above}/{below}"),
        Value::Date(Date { year, month, day, part }) => {
            let number = |number: Option<u16>| number.map_or("-".to_owned(), |number| number.to_string());
            let part = part.map_or(String::new(), |part| format!("{part:?}").to_lowercase());
            format!("{}/{}/{}{part}", number(*year), number(month.map(u16::from)), number(day.map(u16::from)))
        }
        Value::Time(minutes) => format!("{:02}:{:02}", minutes / 60, minutes % 60),
        Value::Weekday(day) => format!("day{day}"),
        Value::Code(code) => code.clone(),
        Value::Level(level) => format!("level-{level}"),
    }
}

fn check(tongue: Tongue, examples: &[(&str, &str)]) {
    let wrong: Vec<_> = examples.iter().map(|(text, figures)| (*text, said(tongue, text), *figures)).collect();
    let wrong: Vec<_> = wrong.into_iter().filter(|(_, said, figures)| said != figures).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn english_figures() {
    check(
        Tongue::English,
        &[
            ("at least ten years' experience", "10year"),
            ("two to three weeks", "2week 3week"),
            ("a twelve-month plan", "12month"),
            ("within 10 working days, 3 more", "10day 3"),
            ("1,500 people, 4.5 metres, 1.5 million, 12 300", "1500 4.5 1500000 12300"),
            ("WCAG 2.2 and version 2.2.1", "2.2 2.2.1"),
            ("5% or 5 per cent, between 5 and 10 %", "5% 5% 5% 10%"),
            ("€4,565.36, 4,565.36 EUR, EUR 4,565.36 to 5,000", "4565.36EUR 4565.36EUR 4565.36EUR 5000EUR"),
            ("2 million euros, €1.5m, $500, 500 dollars", "2000000EUR 1500000EUR 500$ 500$"),
            ("7 May 2025, May 7, 2025, 2025-05-07, 07/05/2025", "2025/5/7 2025/5/7 2025/5/7 2025/5/7"),
            ("the 7th of May, 7 to 9 May 2025, May 7 to 9, 2025", "-/5/7 2025/5/7 2025/5/9 2025/5/7 2025/5/9"),
            ("7, 8 and 9 May; 1st June", "-/5/7 -/5/8 -/5/9 -/6/1"),
            ("in March, it may march in May; May you", "-/3/- -/5/- -/5/-?"),
            (
                "the first half of July 2025, early July, mid-July, at the end of July",
                "2025/7/-half(1) -/7/-early -/7/-middle -/7/-late",
            ),
            (
                "first half of 2025, second quarter of 2025, early 2025, in 2025",
                "2025/-/-half(1) 2025/-/-quarter(2) 2025/-/-early 2025",
            ),
            ("23:59, 11:59 p.m., 11.59 pm, 5 p.m., noon, midnight", "23:59 23:59 23:59 17:00 12:00 00:00"),
            ("8:30–12:30, three o'clock in the morning, at 12 a.m.", "08:30 12:30 03:00 00:00"),
            ("grade G10 (B.4), B.4/G-10, A5, PASP0109, JLA-MS-003", "G10 G10 G22 PASP0109 JLAMS003"),
            ("level III in one, level V or II; World War II", "level-III 1? level-V level-II"),
            ("one of the two, both, a second opinion, on Friday", "1? 2? 2? 2.? day5?"),
            ("twenty-one posts and the 21st century", "21 21."),
            ("two thirds, three quarters, half", "2/3 0.75 0.5?"),
            ("two and a half years", "2.5year"),
            ("call +32 2 707 41 11 or 02 707 41 11", ""),
            ("7 hours 36 minutes, two hours and 5 minutes, 1½ days", "456minute 125minute 1.5"),
            ("half a per cent, a quarter of them, four fifths", "0.5% 0.25? 0.8"),
            ("in the early 1990s, Q1 2027, H2 2027, annex Q1", "1990 2027/-/-quarter(1) 2027/-/-half(2) Q1"),
            ("Mid-2025 and COVID-19", "2025/-/-middle COVID19"),
        ],
    );
}

#[test]
fn french_figures() {
    check(
        Tongue::French,
        &[
            ("entre le 4 et le 8 octobre 2027, du 4 au 8 octobre", "2027/10/4 2027/10/8 -/10/4 -/10/8"),
            ("au moins dix ans d'expérience", "10year"),
            ("de deux à trois semaines", "2week 3week"),
            ("les vingt prochaines années", "20year"),
            ("1 500 personnes, 4,5 mètres, 1,5 million, 12\u{202f}300", "1500 4.5 1500000 12300"),
            ("1,500 et 1.500", "1.5 1500"),
            ("5 % ou 5 pour cent, de 5 à 10 %", "5% 5% 5% 10%"),
            ("4 565,36 €, 4 565,36 EUR, 2 millions d'euros, 1,5 M€", "4565.36EUR 4565.36EUR 2000000EUR 1500000EUR"),
            ("le 7 mai 2025, 1er mai, 07/05/2025, du 7 au 9 mai 2025", "2025/5/7 -/5/1 2025/5/7 2025/5/7 2025/5/9"),
            ("les 7, 8 et 9 mai ; le 1er juin", "-/5/7 -/5/8 -/5/9 -/6/1"),
            (
                "la première quinzaine de juillet 2025, début juillet, à la mi-juillet, fin du mois de juillet",
                "2025/7/-half(1) -/7/-early -/7/-middle -/7/-late",
            ),
            (
                "au premier semestre 2025, au 2e trimestre de 2025, début 2025, en 2025",
                "2025/-/-half(1) 2025/-/-quarter(2) 2025/-/-early 2025",
            ),
            (
                "23 h 59, 23h59, 17 h, à 17 heures, à midi, à minuit, l'après-midi",
                "23:59 23:59 17hour 17:00 12:00 00:00",
            ),
            ("à trois heures du matin, seize heures de présence", "03:00 16hour"),
            ("24 h/24, 7 j/7, 24 heures sur 24 et 7 jours sur 7", "24 7 24 7"),
            ("7 heures et 36 minutes, un lundi sur deux ; 0,5 %", "456minute 1? day1? 2? 0.5%"),
            ("quatre cinquièmes, les trois dixièmes, T1 2027", "0.8 0.3 2027/-/-quarter(1)"),
            ("grade G10 (B.4), A.5, poste PASP0109", "G10 G22 PASP0109"),
            ("niveau III dans l'une, niveau V dans l'autre", "level-III 1? level-V"),
            ("l'un des deux, le second cas, un ordinateur neuf", "1? 2? 2.? 1? 9?"),
            ("une trentaine de dépôts, plusieurs milliers", "1? 30?"),
            ("deux ans et demi, deux tiers, trois quarts", "2.5year 2/3 0.75"),
            ("soixante-dix agents, quatre-vingts, vingt et une", "70 80 21"),
            ("le XXIe siècle, le 3e étage, la 2e", "21. 3. 2."),
            ("7 sept. 2025, 3 févr. 2026", "2025/9/7 2026/2/3"),
        ],
    );
}

proptest::proptest! {
    #[test]
    fn any_words_are_read(text in "([0-9]{1,4}|[ .,:/€%-]|\u{a0}|May|mai|h|un|deux|a\\.m\\.|G10|first|half|of|juillet|[a-zé]{1,3}|EUR|II){0,40}") {
        for tongue in [Tongue::English, Tongue::French] {
            let _ = said(tongue, &text);
        }
    }
}
