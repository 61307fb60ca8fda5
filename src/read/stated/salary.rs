//! From the mapping of a salary to its exact amounts, currency and period.

use super::Facts;
use crate::diagnostic::{Rule, Text};
use crate::domain::{Decimal, Period, Salary, Span, Spanned};
use crate::read::fields::Fields;
use crate::read::yaml::Node;

impl Facts<'_, '_> {
    pub(super) fn salary(&mut self, _: &'static str, node: Node) -> Option<Salary> {
        let mut fields = Fields::open(node, self.fields.file(), self.log);
        let span = fields.span;
        let amount = fields.text("amount", self.log);
        let (from, to) = (fields.text("from", self.log), fields.text("to", self.log));
        let currency = fields.text("currency", self.log);
        let per = fields.text("per", self.log);
        fields.finish(self.log);
        let incomplete = |part: &str| Text::new("missing-part").with("key", "salary").with("part", part);
        let (low, high) = match (amount, from, to) {
            (Some(amount), None, None) => (amount, None),
            (None, Some(from), Some(to)) => (from, Some(to)),
            (None, None, None) => {
                self.note(Rule::InvalidSalary, span, incomplete("amount"), None);
                return None;
            }
            _ => {
                self.note(Rule::InvalidSalary, span, "salary-amount-or-range".into(), None);
                return None;
            }
        };
        let from = self.decimal(&low);
        let to = high.as_ref().map(|high| self.decimal(high));
        let currency = self.salary_word(currency, span, "currency", |text| {
            (text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())).then(|| text.to_owned())
        });
        let per = self.salary_word(per, span, "per", |text| {
            Period::WORDS.iter().find(|(word, _)| *word == text).map(|(_, period)| *period)
        });
        let (from, to) = match (from?, to) {
            (from, None) => (from, None),
            (from, Some(to)) => (from, Some(to?)),
        };
        if to.as_ref().is_some_and(|to| *to <= from) {
            self.note(Rule::InvertedRange, span, "inverted-salary".into(), None);
            return None;
        }
        Some(Salary { from, to, currency: currency?, per: per? })
    }

    fn decimal(&mut self, text: &Spanned<String>) -> Option<Decimal> {
        let decimal = Decimal::parse(&text.value);
        if decimal.is_none() {
            let message = Text::new("invalid-amount").with("value", &text.value);
            self.note(Rule::InvalidSalary, text.span, message, Some("invalid-amount-hint".into()));
        }
        decimal
    }

    fn salary_word<T>(
        &mut self,
        text: Option<Spanned<String>>,
        span: Span,
        part: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let Some(text) = text else {
            self.note(
                Rule::InvalidSalary,
                span,
                Text::new("missing-part").with("key", "salary").with("part", part),
                None,
            );
            return None;
        };
        let value = read(&text.value);
        if value.is_none() {
            let hint = if part == "per" { "period-hint" } else { "currency-hint" };
            let message = Text::new("invalid-salary-part").with("part", part).with("value", &text.value);
            self.note(Rule::InvalidSalary, text.span, message, Some(hint.into()));
        }
        value
    }
}
