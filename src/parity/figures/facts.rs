//! `figure-against-fact`: a figure in the text that restates a fact of the notice agrees with it.
//!
//! Both editions can be wrong alike: a deadline is moved in the front matter and stays in the prose. Then no comparison of
//! the two helps, but the facts do. Only a figure that the words around it tie to a fact is held against it; of all others
//! nothing is said.

use std::ops::Range;

use super::read::{Figure, Terms};
use super::stated::stated;
use super::tokens::Tokens;
use super::value::{Date, Exact, Unit, Value};
use crate::diagnostic::{Diagnostic, Rule, Text};
use crate::domain::{Decimal, Facts, GradeRange, LanguageLevels, Moment, Period, Post, Salary, Side};
use crate::locale::{Cue, Sense, TimeUnit};
use crate::markdown::Block;
use crate::parity::comparison::Comparison;

/// Some words that contradict a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contradiction {
    /// Which words.
    pub words: Range<usize>,
    /// The key of the fact.
    pub key: &'static str,
    /// What the fact says, where that is more than what is written at its key: the hour of a deadline.
    pub fact: Option<String>,
}

impl Contradiction {
    const fn new(words: Range<usize>, key: &'static str) -> Self {
        Self { words, key, fact: None }
    }
}

/// The words of a block of one language, its figures, and where it stands.
pub(super) struct Said<'b> {
    pub block: &'b Block,
    pub tokens: Tokens<'b>,
    pub figures: &'b [Figure],
    /// Whether it is the title, or another text of the front matter.
    pub is_front: bool,
}

impl Said<'_> {
    /// The figures of a sentence.
    fn within(&self, sentence: &Range<usize>) -> &[Figure] {
        let first = self.figures.partition_point(|figure| figure.tokens.start < sentence.start);
        let last = self.figures.partition_point(|figure| figure.tokens.start < sentence.end);
        &self.figures[first..last.max(first)]
    }
}

/// What a block says otherwise than the facts.
pub(super) fn contradictions(
    said: &Said<'_>,
    facts: &Facts,
    terms: &Terms<'_>,
    comparison: &Comparison<'_>,
) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for figure in said.figures {
        let key = match &figure.value {
            Value::Date(date) => deadline(said, facts, figure, date, &mut found),
            Value::Code(code) => facts.grade.as_ref().and_then(|grade| {
                let ranks = &comparison.site.vocabulary;
                let code = terms.grades.get(code)?;
                let is_within = |grade: &GradeRange| {
                    let rank = ranks.grade_rank(code);
                    rank >= ranks.grade_rank(&grade.from) && rank <= ranks.grade_rank(&grade.to)
                };
                (!is_within(grade) && names_grade(said, figure, code)).then_some("grade")
            }),
            Value::Quantity(number, unit) => match unit {
                None => number.as_whole().and_then(|number| count(said, facts, figure, number)),
                Some(Unit::Money(currency)) => {
                    let salary = facts.salary.as_ref();
                    salary.filter(|salary| pays(said, figure, *number, currency, salary)).map(|_| "salary")
                }
                _ => None,
            },
            Value::Level(level) => {
                facts.languages.as_ref().filter(|levels| asks(said, figure, level, levels)).map(|_| "languages")
            }
            _ => None,
        };
        found.extend(key.map(|key| Contradiction::new(figure.words.clone(), key)));
    }
    if let Some(clearance) = &facts.clearance {
        found.extend(clearances(said, clearance, &comparison.site.vocabulary.clearances));
    }
    found
}

/// The finding about a contradiction, with the place at which the fact is stated.
pub(super) fn finding(
    comparison: &Comparison<'_>,
    side: Side,
    block: &Block,
    contradiction: &Contradiction,
) -> Diagnostic {
    let here = block.prose.text().get(contradiction.words.clone()).unwrap_or_default();
    let place = comparison.words(side, &block.prose, &contradiction.words);
    let stated = stated(comparison, side, contradiction.key);
    let fact = contradiction.fact.as_deref().or(stated.as_ref().map(|(_, value)| *value)).unwrap_or("…");
    let key = contradiction.key;
    let message = Text::new("figure-against-fact").with("here", here).with("key", key).with("fact", fact);
    let finding = Diagnostic::new(Rule::FigureAgainstFact, place, message);
    let finding = finding.hint(Text::new("figure-against-fact-hint").with("key", key));
    match stated {
        Some((place, _)) => finding.related(place, Text::new("fact-here")),
        None => finding,
    }
}

/// A day until which people can apply that is neither the deadline nor, of one that was moved, the former one.
fn deadline(
    said: &Said<'_>,
    facts: &Facts,
    figure: &Figure,
    date: &Date,
    found: &mut Vec<Contradiction>,
) -> Option<&'static str> {
    let deadline = facts.deadline.and_then(crate::domain::Deadline::moment)?;
    let day = date.day.filter(|_| date.part.is_none())?;
    let tokens = &said.tokens;
    let sentence = tokens.sentence(&figure.tokens);
    let near = said.within(&sentence);
    let time = near.iter().find(|other| is_hour_of(&other.tokens, figure) && matches!(other.value, Value::Time(_)));
    let from = time.map_or(figure.tokens.start, |time| time.tokens.start.min(figure.tokens.start));
    let before = sentence.start..from;
    let last = |reach: usize| from.saturating_sub(reach).max(sentence.start)..from;
    let is_limit = tokens.has(last(12), Cue::Limit)
        || (tokens.has(last(4), Cue::Until) && tokens.has(before.clone(), Cue::Application));
    let is_first = !near.iter().any(|other| matches!(other.value, Value::Date(_)) && other.tokens.end <= from);
    if !is_limit || !is_first || tokens.has(before, Cue::Step) {
        return None;
    }
    let moments = [Some(deadline), facts.extended.map(|extension| extension.from)];
    let is_day = |moment: &Moment| {
        (moment.month, moment.day) == (date.month.unwrap_or(moment.month), day)
            && date.year.is_none_or(|year| i32::from(year) == i32::from(moment.year))
    };
    let Some(moment) = moments.into_iter().flatten().find(is_day) else { return Some("deadline") };
    if let Some(time) = time {
        let minutes = u16::from(moment.hour) * 60 + u16::from(moment.minute);
        // A notice that closes after 23:59 closes at midnight.
        let is_same = time.value == Value::Time(minutes) || (time.value == Value::Time(0) && minutes == 23 * 60 + 59);
        if !is_same {
            let fact = Some(format!("{} {:02}:{:02}", moment.date(), moment.hour, moment.minute));
            found.push(Contradiction { words: time.words.clone(), key: "deadline", fact });
        }
    }
    None
}

/// Whether the words of a time of day stand close enough to a date to belong to it.
fn is_hour_of(time: &Range<usize>, date: &Figure) -> bool {
    let date = &date.tokens;
    (time.start >= date.end && time.start - date.end <= 2) || (date.start >= time.end && date.start - time.end <= 2)
}

/// Whether a grade is said to be the one of the post: in the title, or where the notice speaks of its posts.
fn names_grade(said: &Said<'_>, figure: &Figure, code: &str) -> bool {
    let tokens = &said.tokens;
    let start = figure.tokens.start;
    let sentence = tokens.sentence(&figure.tokens);
    if tokens.has(sentence.clone(), Cue::Others) {
        return false;
    }
    let is_called = tokens.has(start.saturating_sub(1)..start, Cue::Grade);
    if said.is_front {
        return is_called || tokens.raw_text(figure.tokens.clone()) == code;
    }
    let about = |(at, cue): (usize, Cue)| match cue {
        Cue::Post => (1..=2).any(|back| tokens.tongue.points(tokens.before(at, back))),
        Cue::Recruit => true,
        _ => false,
    };
    is_called && tokens.cues(sentence.start..start).any(about)
}

/// A number of staff, or of posts, that is not the fact's.
fn count(said: &Said<'_>, facts: &Facts, figure: &Figure, number: u32) -> Option<&'static str> {
    let tokens = &said.tokens;
    let Range { start, end } = figure.tokens;
    let sentence = tokens.sentence(&figure.tokens);
    let after = |reach: usize| end..(end + reach).min(sentence.end);
    let starts = |range: Range<usize>, word: &str| range.into_iter().any(|at| tokens.word(at).starts_with(word));
    if figure.sense == Sense::Figure && !tokens.has(sentence.clone(), Cue::Others) {
        let is_subordinate = after(3).any(|at| tokens.tongue.is_subordinate(tokens.word(at)));
        let is_indirect = starts(after(7), "indirect");
        let is_direct = starts(after(7), "direct");
        let supervises = tokens.has(start.saturating_sub(4).max(sentence.start)..start, Cue::Supervise)
            && tokens.has(after(2), Cue::Staff);
        let counts = |of: fn(&Post) -> Option<u32>| agrees(facts, number, of);
        if is_indirect && is_subordinate && !is_direct {
            return (!counts(|post| post.indirect_reports)).then_some("indirect-reports");
        }
        let is_staff = is_subordinate || tokens.has(after(2), Cue::Staff);
        if !is_indirect && ((is_staff && is_direct) || supervises) {
            return (!counts(|post| post.direct_reports)).then_some("direct-reports");
        }
    }
    let is_post = tokens.has(end..(end + 1).min(sentence.end), Cue::Post);
    let in_brackets = tokens.gap(start).ends_with('(') && tokens.gap(end + 1).starts_with(')');
    let recruits = tokens.has(start.saturating_sub(4).max(sentence.start)..start, Cue::Recruit);
    let openings = facts.openings();
    let is_known = number == openings
        || usize::try_from(number) == Ok(facts.posts.len())
        || facts.posts.iter().any(|post| post.openings == number);
    (is_post && (in_brackets || recruits) && !facts.posts.is_empty() && !is_known).then_some("openings")
}

/// Whether a number is that of one of the posts, or of all together; or none of them states one.
fn agrees(facts: &Facts, number: u32, of: fn(&Post) -> Option<u32>) -> bool {
    let stated: Vec<_> = facts.posts.iter().filter_map(of).collect();
    stated.is_empty() || stated.contains(&number) || stated.iter().sum::<u32>() == number
}

/// Whether an amount is said to be the salary, and is not.
fn pays(said: &Said<'_>, figure: &Figure, number: Exact, currency: &str, salary: &Salary) -> bool {
    let tokens = &said.tokens;
    let sentence = tokens.sentence(&figure.tokens);
    let is_currency = currency == salary.currency || (currency == "$" && salary.currency.ends_with('D'));
    let is_salary = tokens.has(sentence.clone(), Cue::Salary) && !tokens.has(sentence.clone(), Cue::OtherMoney);
    let is_rate = |unit: TimeUnit| unit == period(salary.per);
    let is_paid_so = sentence.clone().filter_map(|at| tokens.tongue.rate(tokens.word(at))).all(is_rate);
    let amounts = [Some(&salary.from), salary.to.as_ref()];
    let is_amount = amounts.into_iter().flatten().any(|amount| exact(amount) == Some(number));
    is_currency && is_salary && is_paid_so && !is_amount && !tokens.has(sentence, Cue::Others)
}

fn exact(amount: &Decimal) -> Option<Exact> {
    let (whole, decimals) = amount.as_str().split_once('.').unwrap_or((amount.as_str(), ""));
    Exact::read(whole, decimals)
}

const fn period(period: Period) -> TimeUnit {
    match period {
        Period::Hour => TimeUnit::Hour,
        Period::Day => TimeUnit::Day,
        Period::Week => TimeUnit::Week,
        Period::Month => TimeUnit::Month,
        Period::Year => TimeUnit::Year,
    }
}

/// Whether a level is asked for in an official language, and is none of the two.
fn asks(said: &Said<'_>, figure: &Figure, level: &str, levels: &LanguageLevels) -> bool {
    let tokens = &said.tokens;
    let sentence = tokens.sentence(&figure.tokens);
    let is_official = tokens.has(sentence.clone(), Cue::OfficialLanguage);
    let is_other = tokens.has(sentence, Cue::OtherLanguage);
    is_official && !is_other && level != levels.one && level != levels.other
}

/// Codes of clearances that the words around call one, and that are not the fact's.
fn clearances(said: &Said<'_>, fact: &str, known: &[String]) -> Vec<Contradiction> {
    let text = said.block.prose.text();
    if !known.iter().any(|code| code != fact && text.contains(code.as_str())) {
        return Vec::new();
    }
    let tokens = &said.tokens;
    let is_other = |at: &usize| {
        let raw = tokens.raw(*at);
        let near = at.saturating_sub(2)..(at + 3).min(tokens.len());
        raw.len() > 1 && raw != fact && known.iter().any(|code| code == raw) && tokens.has(near, Cue::Clearance)
    };
    // Where several are named, the text speaks of more than the one that is asked for.
    let is_about = |at: &usize| {
        let sentence = tokens.sentence(&(*at..at + 1));
        !sentence.clone().any(|at| tokens.raw(at) == fact) && !tokens.has(sentence, Cue::Others)
    };
    let found = (0..tokens.len()).filter(is_other).filter(is_about);
    found.map(|at| Contradiction::new(tokens.place(&(at..at + 1)), "clearance")).collect()
}
