//! From facts to the words of one language: what a reader sees of a grade, a salary, a deadline, and what a message
//! gets as its arguments.
//!
//! Everything people read comes from the strings; here is only which message says what.

mod arguments;
mod posts;
mod rows;

pub use rows::Row;

use crate::domain::{Decimal, GradeRange, Moment, Salary, Side, Site};
use crate::locale::{DateLength, Formatter};
use crate::strings::{Args, Bundle, Value};

/// The words of one language of a site.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The site.
    pub site: &'a Site,
    /// Which of its languages.
    pub side: Side,
    /// The strings of that language.
    pub bundle: &'a Bundle,
    /// The dates and numbers of that language.
    pub formatter: &'a Formatter,
}

/// A moment as machines and people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// RFC 3339 with the offset.
    pub iso: String,
    /// The date in words.
    pub date: String,
    /// The time.
    pub time: String,
}

impl Wording<'_> {
    /// A message without arguments.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.bundle.text(name, &Args::none())
    }

    /// The label of an entry of the vocabulary.
    #[must_use]
    pub fn label(&self, list: &str, key: &str) -> String {
        self.text(&format!("{list}-{key}"))
    }

    /// The label of a kind of contract, which is a part of its clause.
    #[must_use]
    pub fn contract_label(&self, key: &str) -> String {
        self.text(&format!("contract-{key}.label"))
    }

    /// A grade with its other name, as it stands in the facts of a notice; its code where the message asks for more.
    #[must_use]
    pub fn grade_label(&self, code: &str) -> String {
        let grade = GradeRange { from: code.to_owned(), to: code.to_owned() };
        let alias = self.grade_alias(&grade).unwrap_or_else(|| "none".to_owned());
        let args = Args::from([("grade", Value::from(code)), ("grade-alias", alias.into())]);
        self.bundle.format("grade", &args).unwrap_or_else(|_| code.to_owned())
    }

    /// A moment in words.
    #[must_use]
    pub fn moment(&self, moment: &Moment) -> Spoken {
        Spoken {
            iso: moment.to_string(),
            date: self.formatter.date(moment, DateLength::Long),
            time: self.formatter.time(moment),
        }
    }

    /// A grade or a range of grades.
    #[must_use]
    pub fn grade(&self, grade: &GradeRange) -> String {
        if grade.from == grade.to { grade.from.clone() } else { self.range(&grade.from, &grade.to) }
    }

    /// The other name of a grade; of a range of grades, both ends' other names.
    #[must_use]
    pub fn grade_alias(&self, grade: &GradeRange) -> Option<String> {
        let alias = |code: &str| {
            let single = GradeRange { from: code.to_owned(), to: code.to_owned() };
            self.site.vocabulary.alias(&single).map(str::to_owned)
        };
        let (from, to) = (alias(&grade.from)?, alias(&grade.to)?);
        Some(if grade.from == grade.to { from } else { self.range(&from, &to) })
    }

    /// A salary with its currency and period.
    #[must_use]
    pub fn salary(&self, salary: &Salary) -> String {
        let number = |decimal: &Decimal| self.formatter.number(decimal);
        let amount = match &salary.to {
            None => number(&salary.from),
            Some(to) => self.range(&number(&salary.from), &number(to)),
        };
        let money = self
            .bundle
            .text("money", &Args::from([("number", amount.into()), ("currency", salary.currency.as_str().into())]));
        self.bundle.text(&format!("salary-per-{}", salary.per.word()), &Args::from([("amount", money.into())]))
    }

    fn range(&self, from: &str, to: &str) -> String {
        self.bundle.text("range", &Args::from([("from", Value::from(from)), ("to", Value::from(to))]))
    }
}
