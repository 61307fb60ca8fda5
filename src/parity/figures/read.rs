//! From the words of a block to the figures in them, in order.
//!
//! Only what a reader sees counts, so neither destinations of links nor calls of messages; addresses and telephone numbers
//! are no figures, and code is not read.

use std::collections::BTreeMap;
use std::ops::Range;

use super::tokens::Tokens;
use super::value::{Date, Unit, Value};
use crate::domain::{Side, Site};
use crate::locale::{Sense, Tongue};
use crate::markdown::{MarkKind, Prose};

/// A figure in the words of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::parity) struct Figure {
    /// Which words.
    pub words: Range<usize>,
    /// What it says.
    pub value: Value,
    /// Whether it is surely meant as a figure.
    pub sense: Sense,
    /// Which words and runs of digits.
    pub(super) tokens: Range<usize>,
}

/// What a site gives its own sense: codes of grades, levels of languages, the order of day and month.
pub(in crate::parity) struct Terms<'a> {
    /// Grades by all their names, as codes are compared.
    pub grades: BTreeMap<String, &'a str>,
    /// Levels of knowledge of a language.
    pub levels: &'a [String],
    /// Whether 5/7 is 7 May.
    pub is_month_first: bool,
}

impl<'a> Terms<'a> {
    /// The terms of a site, in one of its languages.
    pub fn new(site: &'a Site, side: Side) -> Self {
        let mut grades = BTreeMap::new();
        for (grade, aliases) in &site.vocabulary.grades {
            for name in aliases.iter().chain([grade]) {
                grades.insert(compact(name), grade.as_str());
            }
        }
        let is_month_first = matches!(site.languages[side].locale.as_str(), "en-US" | "en-PH");
        Self { grades, levels: &site.vocabulary.language_levels, is_month_first }
    }
}

/// A code as codes are compared: capitals and digits only.
pub(super) fn compact(code: &str) -> String {
    code.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// The figures in some words. A passage in another language that is marked as such is read in that language.
pub(in crate::parity) fn figures(prose: &Prose, tongue: Tongue, terms: &Terms<'_>) -> Vec<Figure> {
    let text = prose.text();
    let mut found = Vec::new();
    let code = prose.marks().iter().filter(|mark| mark.kind == MarkKind::Code).map(|mark| mark.words.clone());
    let code: Vec<_> = code.collect();
    let mut from = 0;
    for mark in prose.marks() {
        let MarkKind::Language(language) = &mark.kind else { continue };
        let foreign = Tongue::of(language).filter(|foreign| *foreign != tongue);
        if let Some(foreign) = foreign.filter(|_| mark.words.start >= from) {
            part(text, &(from..mark.words.start), tongue, (terms, &code), &mut found);
            part(text, &mark.words, foreign, (terms, &code), &mut found);
            from = mark.words.end;
        }
    }
    part(text, &(from..text.len()), tongue, (terms, &code), &mut found);
    found
}

/// Reads a part of a text by the terms of the site, but for the code in it.
fn part(
    text: &str,
    range: &Range<usize>,
    tongue: Tongue,
    (terms, code): (&Terms<'_>, &[Range<usize>]),
    found: &mut Vec<Figure>,
) {
    let Some(text) = text.get(range.clone()).filter(|text| !text.is_empty()) else { return };
    let tokens = Tokens::new(text, tongue);
    let first = code.partition_point(|code| code.end <= range.start);
    let code = code[first..].iter().take_while(|code| code.start < range.end);
    let code = code.map(|code| code.start.saturating_sub(range.start)..code.end - range.start);
    let mut hidden: Vec<_> = code.chain(addresses(text)).collect();
    hidden.sort_unstable_by_key(|range| range.start);
    for mut figure in read(&tokens, terms, &hidden) {
        figure.words = figure.words.start + range.start..figure.words.end + range.start;
        found.push(figure);
    }
}

/// Reads the figures of a text, but for those in hidden places.
pub(in crate::parity) fn read(tokens: &Tokens<'_>, terms: &Terms<'_>, hidden: &[Range<usize>]) -> Vec<Figure> {
    let mut reader = Reader { tokens, terms, found: Vec::new() };
    let mut hidden = hidden.iter().peekable();
    let mut at = 0;
    while at < tokens.len() {
        let start = tokens.place(&(at..at + 1)).start;
        while hidden.next_if(|range| range.end <= start).is_some() {}
        let step = match hidden.peek() {
            Some(range) if range.start <= start => None,
            _ => reader.step(at),
        };
        at = match step {
            Some(Step::Figure(figure)) => {
                let next = figure.tokens.end.max(at + 1);
                reader.push(figure);
                next
            }
            Some(Step::Pass(to)) => to.max(at + 1),
            None => at + 1,
        };
    }
    reader.found
}

/// Where web and e-mail addresses stand.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let marks = ["://", "www.", "@"];
    let mut found = Vec::new();
    if !marks.iter().any(|mark| text.contains(mark)) {
        return found;
    }
    let mut at = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        if marks.iter().any(|mark| chunk.contains(mark)) {
            found.push(at..at + chunk.len());
        }
        at += chunk.len();
    }
    found
}

/// What the words from one place on are.
pub(super) enum Step {
    /// A figure.
    Figure(Figure),
    /// No figure, up to there.
    Pass(usize),
}

/// Reads figures one after the other.
pub(super) struct Reader<'t> {
    pub tokens: &'t Tokens<'t>,
    pub terms: &'t Terms<'t>,
    pub found: Vec<Figure>,
}

impl Reader<'_> {
    fn step(&mut self, at: usize) -> Option<Step> {
        if self.tokens.is_number(at) {
            return self.number(at);
        }
        let figure = self.code(at).or_else(|| self.month_first(at)).or_else(|| self.named(at));
        figure.or_else(|| self.spelled(at)).map(Step::Figure)
    }

    fn number(&mut self, at: usize) -> Option<Step> {
        if let Some(to) = self.telephone(at) {
            return Some(Step::Pass(to));
        }
        let figure = self.date_in_digits(at).or_else(|| self.clock(at));
        let figure = figure.or_else(|| self.literal(at).map(|(number, to)| self.counted(at, number, to)));
        let figure = figure.or_else(|| self.version(at));
        figure.map_or(Some(Step::Pass(at + 1)), |figure| Some(Step::Figure(figure)))
    }

    /// A number in words, with what it counts.
    fn spelled(&mut self, at: usize) -> Option<Figure> {
        if !self.tokens.tongue.begins_numeral(self.tokens.word(at)) {
            return None;
        }
        let mut row = [""; 12];
        let count = self.tokens.row(at, &mut row);
        let numeral = self.tokens.tongue.numeral(&row[..count])?;
        Some(self.said(at, numeral))
    }

    /// A figure made of some words and runs of digits.
    pub fn figure(&self, tokens: Range<usize>, value: Value, sense: Sense) -> Figure {
        Figure { words: self.tokens.place(&tokens), value, sense, tokens }
    }

    /// Keeps a figure. It takes the place of those that turned out to be parts of it, and tells the one before it what
    /// it counts: two to three *years*, between 5 and 10 *%*.
    fn push(&mut self, mut figure: Figure) {
        while self.found.last().is_some_and(|last| last.tokens.start >= figure.tokens.start) {
            self.found.pop();
        }
        if let Some(last) = self.found.last_mut().filter(|last| continues(self.tokens, &last.tokens, &figure.tokens)) {
            match (&mut last.value, &mut figure.value) {
                (Value::Quantity(_, before @ None), Value::Quantity(_, Some(unit))) => *before = Some(*unit),
                (Value::Quantity(_, Some(Unit::Money(unit))), Value::Quantity(_, after @ None)) => {
                    *after = Some(Unit::Money(unit));
                }
                _ => {}
            }
        }
        self.name_days(&figure);
        self.found.push(figure);
    }

    /// In “7, 8 and 9 May 2025”, the first numbers are days too.
    fn name_days(&mut self, figure: &Figure) {
        let Value::Date(date) = &figure.value else { return };
        if date.day.is_none() {
            return;
        }
        let mut next = figure.tokens.clone();
        for last in self.found.iter_mut().rev() {
            // “Monday 7 and Tuesday 8 September”.
            if matches!(last.value, Value::Weekday(_)) && last.tokens.end == next.start {
                next = last.tokens.clone();
                continue;
            }
            let day = match last.value {
                Value::Quantity(number, None) if last.sense == Sense::Figure => number.as_whole(),
                Value::Ordinal(place) if last.sense == Sense::Figure => Some(place),
                _ => None,
            };
            let day = day.and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=31).contains(day));
            let Some(day) = day.filter(|_| continues(self.tokens, &last.tokens, &next)) else { break };
            last.value = Value::Date(Date { day: Some(day), ..*date });
            next = last.tokens.clone();
        }
    }
}

/// Whether two figures are the ends of a range or neighbours in an enumeration.
fn continues(tokens: &Tokens<'_>, last: &Range<usize>, next: &Range<usize>) -> bool {
    let (end, start) = (last.end, next.start);
    if end == start {
        return matches!(tokens.gap(start).trim(), "-" | "\u{2013}" | "\u{2014}" | "/" | ",");
    }
    let has_article = end + 2 == start && tokens.tongue.is_article(tokens.word(end + 1));
    let is_spaced = (end..=start).all(|at| tokens.is_spaced(at));
    (end + 1 == start || has_article) && is_spaced && tokens.tongue.joins(tokens.word(end))
}
