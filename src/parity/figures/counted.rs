//! From a number and the words behind it to what it counts: per cent, money, years, a place in an order.

use super::read::{Figure, Reader};
use super::value::{Exact, Unit, Value};
use crate::locale::{Form, Numeral, Sense, Tongue, currency_code, currency_sign};

impl Reader<'_> {
    /// A number in words with what it counts.
    pub(super) fn said(&self, at: usize, numeral: Numeral) -> Figure {
        let to = at + numeral.words;
        let number = Exact::whole(numeral.number);
        match numeral.form {
            Form::Cardinal => {
                let mut figure = self.day(at, number, to).unwrap_or_else(|| self.quantity(at, number, to));
                if !matches!(figure.value, Value::Date(_) | Value::Time(_)) {
                    figure.sense = numeral.sense.min(self.sense_of_two(at, &figure));
                }
                figure
            }
            Form::Ordinal => {
                let day = self.day(at, number, to);
                day.unwrap_or_else(|| self.figure(at..to, Value::Ordinal(numeral.number), numeral.sense))
            }
            Form::Fraction(below) => {
                // “Half a per cent”.
                let end = to + usize::from(self.tokens.word(to) == "a");
                let percent = Exact::part(numeral.number, below).and_then(|part| self.percent(at, part, end));
                if let Some(figure) = percent.filter(|_| self.tokens.is_joined(to)) {
                    return figure;
                }
                let value = Exact::part(numeral.number, below)
                    .map_or(Value::Fraction(numeral.number, below), |part| Value::Quantity(part, None));
                self.figure(at..to, value, numeral.sense)
            }
            Form::Group => self.figure(at..to, Value::Quantity(number, None), numeral.sense),
        }
    }

    /// “The two posts” are often “both posts” or “the posts” in the other language.
    fn sense_of_two(&self, at: usize, figure: &Figure) -> Sense {
        let is_two = figure.value == Value::Quantity(Exact::whole(2), None);
        let is_definite = match self.tokens.tongue {
            Tongue::English => {
                matches!(self.tokens.before(at, 1), "the" | "these" | "those" | "its" | "their" | "his" | "her" | "our")
            }
            Tongue::French => matches!(
                self.tokens.before(at, 1),
                "les" | "des" | "aux" | "ces" | "ses" | "leurs" | "nos" | "vos" | "tous" | "toutes"
            ),
        };
        // « Un lundi sur deux » is every other Monday.
        let is_share = self.tokens.tongue == Tongue::French && self.tokens.before(at, 1) == "sur";
        if is_two && (is_definite || is_share) { Sense::Idiom } else { Sense::Figure }
    }

    /// A number in digits with what it counts.
    pub(super) fn counted(&self, at: usize, number: Exact, to: usize) -> Figure {
        let tokens = self.tokens;
        let is_glued = to < tokens.len() && tokens.gap(to).is_empty();
        let place = number.as_whole().filter(|_| is_glued && tokens.tongue.is_ordinal_ending(tokens.word(to)));
        if let Some(place) = place {
            let day = self.day(at, number, to + 1);
            return day.unwrap_or_else(|| self.figure(at..to + 1, Value::Ordinal(place), Sense::Figure));
        }
        // “The early 1990s” are not the beginning of 1990.
        let is_decade = is_glued && tokens.raw(to) == "s";
        let part = || self.part_of_year(at, number, to).filter(|_| !is_decade);
        let figure = self.day(at, number, to).or_else(part);
        let mut figure = figure.unwrap_or_else(|| self.quantity(at, number, to));
        if is_glued && figure.tokens.end == to {
            figure.tokens.end += 1;
        }
        figure
    }

    fn quantity(&self, from: usize, number: Exact, to: usize) -> Figure {
        let tokens = self.tokens;
        let (number, to) = self.enlarged(number, to);
        if let Some(figure) = self.o_clock(from, number, to) {
            return figure;
        }
        if let Some(figure) = self.percent(from, number, to).or_else(|| self.money(from, number, to)) {
            return figure;
        }
        let is_near = tokens.is_joined(to) || (to < tokens.len() && tokens.gap(to).is_empty());
        let unit = |at: usize| tokens.tongue.time_unit(tokens.word(at));
        if is_near && self.is_round_the_clock(from, to) {
            let end = to + 2 + usize::from(tokens.word(to + 1) == "sur");
            return self.figure(from..end, Value::Quantity(number, None), Sense::Figure);
        }
        if let Some(unit) = unit(to).filter(|_| is_near) {
            let (value, end) = self.with_half(number, unit, to + 1);
            return self.figure(from..end, value, Sense::Figure);
        }
        let is_beside =
            tokens.is_spaced(to) && tokens.tongue.is_beside_unit(tokens.word(to)) && tokens.is_spaced(to + 1);
        let unit = unit(to + 1).filter(|_| is_beside).map(Unit::Time);
        self.figure(from..to, Value::Quantity(number, unit), Sense::Figure)
    }

    /// Millions and halves.
    fn enlarged(&self, number: Exact, to: usize) -> (Exact, usize) {
        let tokens = self.tokens;
        if tokens.gap(to).trim_start().starts_with('½') {
            return (number.and_a_half().unwrap_or(number), to);
        }
        if !tokens.is_joined(to) {
            return (number, to);
        }
        let noughts = tokens.tongue.noughts(tokens.word(to)).and_then(|noughts| number.with_noughts(noughts));
        if let Some(number) = noughts {
            return (number, to + 1);
        }
        let is_half = tokens.tongue == Tongue::English
            && [tokens.word(to), tokens.word(to + 1), tokens.word(to + 2)] == ["and", "a", "half"];
        number.and_a_half().filter(|_| is_half).map_or((number, to), |number| (number, to + 3))
    }

    /// « 24 h/24 », « 7 jours sur 7 »: “24/7”.
    fn is_round_the_clock(&self, from: usize, to: usize) -> bool {
        let tokens = self.tokens;
        let is_unit = matches!(tokens.word(to), "h" | "heures" | "j" | "jours");
        let same = |at: usize| tokens.is_number(at) && tokens.raw(at) == tokens.raw(from);
        let is_said = tokens.word(to + 1) == "sur" && tokens.is_spaced(to + 1) && same(to + 2);
        is_unit && (is_said || (tokens.gap(to + 1).trim() == "/" && same(to + 1)))
    }

    fn percent(&self, from: usize, number: Exact, to: usize) -> Option<Figure> {
        let tokens = self.tokens;
        let value = Value::Quantity(number, Some(Unit::Percent));
        if tokens.gap(to).trim_start().starts_with('%') {
            return Some(self.reaching(self.figure(from..to, value, Sense::Figure), '%'));
        }
        let words = match (tokens.tongue, tokens.word(to), tokens.word(to + 1)) {
            (Tongue::English, "percent", _) => 1,
            (Tongue::English, "per", "cent") | (Tongue::French, "pour", "cent") => 2,
            _ => return None,
        };
        Some(self.figure(from..to + words, value, Sense::Figure))
    }

    /// EUR 500, 500 EUR, €500, 500 €, 1.5 million euros, 1,5 M€.
    fn money(&self, from: usize, number: Exact, to: usize) -> Option<Figure> {
        let tokens = self.tokens;
        let spaced = |at: usize| at < tokens.len() && tokens.gap(at).trim().is_empty();
        let sign_before = tokens.gap(from).trim_end().chars().next_back().and_then(currency_sign);
        // « 1,5 M€ », “€1.5m”: letters that stand for noughts.
        let short = match tokens.raw(to) {
            "k" | "K" => Some(3),
            "m" | "M" => Some(6),
            "bn" | "Md" => Some(9),
            _ => None,
        };
        let short = short.filter(|_| spaced(to)).and_then(|noughts| number.with_noughts(noughts));
        let sign_at = |to: usize| {
            let sign = tokens.gap(to).trim_start().chars().next();
            sign.filter(|_| to > from).and_then(|sign| Some((sign, currency_sign(sign)?)))
        };
        let (number, to) = match short {
            Some(short) if sign_before.is_some() || sign_at(to + 1).is_some() => (short, to + 1),
            _ => (number, to),
        };
        let value = |currency| Value::Quantity(number, Some(Unit::Money(currency)));
        if let Some(currency) = sign_before {
            let mut figure = self.figure(from..to, value(currency), Sense::Figure);
            let before = tokens.text()[..figure.words.start].trim_end();
            figure.words.start = before.char_indices().next_back().map_or(figure.words.start, |(at, _)| at);
            return Some(figure);
        }
        if let Some((sign, currency)) = sign_at(to) {
            return Some(self.reaching(self.figure(from..to, value(currency), Sense::Figure), sign));
        }
        let before = from.checked_sub(1).filter(|_| spaced(from)).and_then(|at| currency_code(tokens.raw(at)));
        if let Some(currency) = before {
            return Some(self.figure(from - 1..to, value(currency), Sense::Figure));
        }
        let skipped = usize::from(matches!(tokens.word(to), "d" | "de"));
        let at = to + skipped;
        let currency = tokens.tongue.currency(tokens.word(at)).or_else(|| currency_code(tokens.raw(at)));
        let currency = currency.filter(|_| spaced(to) && (skipped == 0 || tokens.gap(at).chars().count() == 1))?;
        Some(self.figure(from..at + 1, value(currency), Sense::Figure))
    }

    /// A figure with the sign that stands behind it.
    fn reaching(&self, mut figure: Figure, sign: char) -> Figure {
        let rest = &self.tokens.text()[figure.words.end..];
        figure.words.end += rest.find(sign).map_or(0, |at| at + sign.len_utf8());
        figure
    }
}
