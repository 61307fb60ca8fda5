//! From the ways to say a time of day to the minutes since midnight: 23:59, 11.59 p.m., 23 h 59, three o'clock, midi.

use super::read::{Figure, Reader};
use super::value::{Exact, Unit, Value};
use crate::locale::{Sense, TimeUnit, Tongue};

impl Reader<'_> {
    /// A time in digits.
    pub(super) fn clock(&self, at: usize) -> Option<Figure> {
        let tokens = self.tokens;
        let hour = small(tokens.digits(at)?, 24)?;
        let minute = tokens.digits(at + 1).filter(|text| text.len() == 2).and_then(|text| small(text, 99));
        if let Some(minute) = minute {
            let (is_clock, half) = match tokens.gap(at + 1) {
                ":" => (true, self.half_of_day(at + 2)),
                "." => (false, self.half_of_day(at + 2)),
                _ => (false, None),
            };
            if is_clock || half.is_some() {
                // Seconds are not said of a notice, but they are no figure of their own.
                let seconds = usize::from(half.is_none() && tokens.gap(at + 2) == ":" && tokens.is_number(at + 2));
                return Some(self.time(at, at + 2 + seconds, hour, minute, half));
            }
        }
        if let Some(half) = self.half_of_day(at + 1).filter(|_| tokens.tongue == Tongue::English) {
            return Some(self.time(at, at + 1, hour, 0, Some(half)));
        }
        let is_french = tokens.tongue == Tongue::French && (tokens.is_joined(at + 1) || tokens.gap(at + 1).is_empty());
        if is_french && matches!(tokens.word(at + 1), "h" | "heure" | "heures") {
            let minute = tokens.digits(at + 2).filter(|text| text.len() == 2).and_then(|text| small(text, 99));
            let is_near = tokens.is_spaced(at + 2) || tokens.gap(at + 2).is_empty();
            if let Some(minute) = minute.filter(|_| is_near) {
                return Some(self.time(at, at + 3, hour, minute, None));
            }
        }
        None
    }

    /// So many hours, where the words around say that a time of day is meant.
    pub(super) fn o_clock(&self, from: usize, number: Exact, to: usize) -> Option<Figure> {
        let tokens = self.tokens;
        let hour = number.as_whole().and_then(|hour| u16::try_from(hour).ok()).filter(|hour| *hour <= 24)?;
        if tokens.tongue == Tongue::English {
            let is_o_clock = tokens.word(to) == "o" && tokens.word(to + 1) == "clock";
            return is_o_clock.then(|| self.time(from, to + 2, hour, 0, self.half_of_day(to + 2)));
        }
        if !matches!(tokens.word(to), "h" | "heure" | "heures") || !tokens.is_joined(to) && !tokens.gap(to).is_empty() {
            return None;
        }
        let half = self.half_of_day(to + 1);
        let is_after = matches!(tokens.before(from, 1), "à" | "avant" | "dès" | "vers" | "après" | "jusqu");
        let is_rate = matches!(tokens.word(to + 1), "par" | "de" | "d") || tokens.gap(to + 1).contains('/');
        if half.is_none() && (!is_after || is_rate) {
            return None;
        }
        let halves = tokens.word(to + 1) == "et" && matches!(tokens.word(to + 2), "demi" | "demie");
        let (minute, end) = if halves { (30, to + 3) } else { (0, to + 1) };
        Some(self.time(from, end, hour, minute, half))
    }

    /// Noon, midnight, days of the week, levels of languages.
    pub(super) fn named(&self, at: usize) -> Option<Figure> {
        let tokens = self.tokens;
        let word = tokens.word(at);
        if let Some(minutes) = tokens.tongue.fixed_time(word) {
            // « Après-midi », « mi-journée » are no time.
            let is_part = tokens.before(at, 1) == "après" && tokens.is_joined(at);
            return (!is_part).then(|| self.figure(at..at + 1, Value::Time(minutes), Sense::Figure));
        }
        if let Some(day) = tokens.tongue.weekday(word) {
            return Some(self.figure(at..at + 1, Value::Weekday(day), Sense::Idiom));
        }
        self.level(at).or_else(|| self.century(at))
    }

    fn time(&self, from: usize, to: usize, hour: u16, minute: u16, half: Option<HalfOfDay>) -> Figure {
        let (hour, to) = match half {
            Some(half) if half.is_afternoon && hour < 12 => (hour + 12, half.end),
            Some(half) if !half.is_afternoon && hour == 12 => (0, half.end),
            Some(half) => (hour, half.end),
            None => (hour, to),
        };
        // 24:00 is midnight. What no clock shows, such as 23:60, is a time of its own, so that it is one fault.
        let minutes = if (hour, minute) == (24, 0) { 0 } else { hour * 60 + minute };
        let mut figure = self.figure(from..to, Value::Time(minutes), Sense::Figure);
        // The point of “p.m.” belongs to it.
        let is_short = half.is_some() && self.tokens.word(to - 1) == "m" && self.tokens.gap(to).starts_with('.');
        figure.words.end += usize::from(is_short);
        figure
    }

    /// The half of the day that stands here: a.m., pm, in the afternoon, du matin.
    fn half_of_day(&self, at: usize) -> Option<HalfOfDay> {
        let tokens = self.tokens;
        let words = [tokens.word(at), tokens.word(at + 1), tokens.word(at + 2), tokens.word(at + 3)];
        let (is_afternoon, count) = match (tokens.tongue, words) {
            (Tongue::English, ["am", ..]) => (false, 1),
            (Tongue::English, ["pm", ..]) => (true, 1),
            (Tongue::English, [half @ ("a" | "p"), "m", ..]) if tokens.gap(at + 1) == "." => (half == "p", 2),
            (Tongue::English, ["in", "the", "morning", _]) => (false, 3),
            (Tongue::English, ["in", "the", "afternoon" | "evening", _]) => (true, 3),
            (Tongue::French, ["du", half @ ("matin" | "soir"), ..]) => (half == "soir", 2),
            (Tongue::French, ["de", "l", "après", "midi"]) => (true, 4),
            _ => return None,
        };
        let is_near = tokens.gap(at).trim().is_empty();
        is_near.then_some(HalfOfDay { is_afternoon, end: at + count })
    }

    /// A period of so many hours and a half or hours and minutes, or of hours that no time of day is meant with.
    pub(super) fn with_half(&self, number: Exact, unit: TimeUnit, to: usize) -> (Value, usize) {
        let tokens = self.tokens;
        let is_half = tokens.tongue == Tongue::French
            && tokens.word(to) == "et"
            && matches!(tokens.word(to + 1), "demi" | "demie");
        let half = if is_half { number.and_a_half() } else { None };
        if let Some((minutes, end)) = self.hours_and_minutes(number, unit, to) {
            return (Value::Quantity(Exact::whole(minutes), Some(Unit::Time(TimeUnit::Minute))), end);
        }
        let unit = Some(Unit::Time(unit));
        half.map_or((Value::Quantity(number, unit), to), |half| (Value::Quantity(half, unit), to + 2))
    }

    /// “7 hours 36 minutes” are one period.
    fn hours_and_minutes(&self, hours: Exact, unit: TimeUnit, to: usize) -> Option<(u32, usize)> {
        let tokens = self.tokens;
        let at = to + usize::from(matches!(tokens.word(to), "and" | "et"));
        let hours = hours.as_whole().filter(|hours| unit == TimeUnit::Hour && *hours < 100)?;
        let minutes: u32 = small(tokens.digits(at)?, 59)?.into();
        let is_near = (to..=at + 1).all(|at| tokens.is_spaced(at));
        let is_period = tokens.tongue.time_unit(tokens.word(at + 1)) == Some(TimeUnit::Minute);
        (is_near && is_period).then_some((hours * 60 + minutes, at + 2))
    }
}

/// Before or after noon, and where that has been said.
#[derive(Clone, Copy)]
struct HalfOfDay {
    is_afternoon: bool,
    end: usize,
}

fn small(text: &str, most: u16) -> Option<u16> {
    (text.len() <= 2).then(|| text.parse().ok()).flatten().filter(|number| *number <= most)
}
