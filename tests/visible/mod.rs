//! Whether people can read on a page what its data tells machines.
//!
//! The check knows for every property where the page shows it, and how: as words, as a date, as an amount, by the word
//! that stands for a code. A property that it does not know, or a value that is not to be read there, is a finding.

mod leaves;
mod spoken;

use scraper::{ElementRef, Html};

use crate::common::html::{Page, text_of};
use leaves::{Leaf, leaves};

pub use leaves::value;

/// How a value is to be read.
#[derive(Clone, Copy)]
enum Read {
    /// Word for word.
    Words,
    /// As a date in words.
    Date,
    /// As a date and a time in words, on an element that tells machines the same moment.
    Moment,
    /// As a number with its digits in groups.
    Amount,
    /// By a word that stands for it.
    Code,
    /// Line by line, in order.
    Blocks,
}

/// Properties that say what a thing is or where it lies; nobody needs to read them.
const STRUCTURE: [&str; 7] = ["@context", "@type", "url", "sameAs", "item", "position", "directApply"];

/// Where each other property is to be read, and how.
const SHOWN: [(&str, &str, Read); 20] = [
    ("JobPosting.title", "h1, .post h2, .post h3", Read::Words),
    ("JobPosting.description", ".sections", Read::Blocks),
    ("JobPosting.identifier.name", ".fact-organisation dd, .fact-employer dd, .site-footer-publisher", Read::Words),
    ("JobPosting.identifier.value", ".fact-reference dd", Read::Words),
    ("JobPosting.datePosted", ".fact-published dd", Read::Date),
    ("JobPosting.validThrough", ".fact-deadline dd", Read::Moment),
    (
        "JobPosting.hiringOrganization.name",
        ".fact-organisation dd, .fact-employer dd, .site-footer-publisher",
        Read::Words,
    ),
    ("JobPosting.employmentUnit.name", ".fact-organisation dd", Read::Words),
    ("JobPosting.jobLocation.name", ".fact-location dd", Read::Words),
    ("JobPosting.jobLocation.address.addressLocality", ".fact-location dd", Read::Words),
    ("JobPosting.jobLocation.address.addressCountry", ".fact-location dd", Read::Code),
    ("JobPosting.employmentType", ".fact-schedule dd, .fact-contract dd", Read::Code),
    ("JobPosting.baseSalary.currency", ".fact-salary dd", Read::Words),
    ("JobPosting.baseSalary.value.value", ".fact-salary dd", Read::Amount),
    ("JobPosting.baseSalary.value.minValue", ".fact-salary dd", Read::Amount),
    ("JobPosting.baseSalary.value.maxValue", ".fact-salary dd", Read::Amount),
    ("JobPosting.baseSalary.value.unitText", ".fact-salary dd", Read::Code),
    ("JobPosting.totalJobOpenings", ".fact-openings dd", Read::Words),
    ("JobPosting.securityClearanceRequirement", ".fact-clearance dd", Read::Words),
    ("JobPosting.eligibilityToWorkRequirement", ".sections", Read::Words),
];

/// The same for what is told of pages other than open notices.
const SHOWN_ELSEWHERE: [(&str, &str, Read); 2] = [
    ("BreadcrumbList.itemListElement.name", ".breadcrumb", Read::Words),
    ("Organization.name", ".site-footer-publisher", Read::Words),
];

/// The texts of a page's data, as they stand in its scripts.
pub fn data(page: &Page) -> Vec<String> {
    page.all("script[type='application/ld+json']").into_iter().map(|script| script.text().collect()).collect()
}

/// The data of one type on a page; nothing where there is none, and never two.
pub fn data_of(page: &Page, kind: &str) -> Option<String> {
    let mut found = data(page).into_iter().filter(|json| value(json, "@type").as_deref() == Some(kind));
    let first = found.next();
    assert_eq!(found.next(), None, "{kind} stands twice");
    first
}

/// The lines that are read of some HTML.
pub fn lines(html: &str) -> Vec<String> {
    lines_of(Html::parse_document(html).root_element())
}

/// The lines that are read of an element, blanks as one sees them. The arrow from a footnote back to its place is none.
pub fn lines_of(element: ElementRef<'_>) -> Vec<String> {
    text_of(element).lines().map(seen).filter(|line| line != "↩").collect()
}

/// What the data of a page tells and nobody can read on it, as `property: value`. The locale is that of the page.
pub fn unseen(page: &Page, locale: &str) -> Vec<String> {
    let leaves = data(page).iter().flat_map(|json| leaves(json)).collect::<Vec<_>>();
    let hidden = leaves.iter().filter(|leaf| !is_seen(leaf, page, locale));
    hidden.map(|leaf| format!("{}: {}", leaf.path, leaf.text)).collect()
}

fn is_seen(leaf: &Leaf, page: &Page, locale: &str) -> bool {
    if STRUCTURE.contains(&leaf.name()) {
        return true;
    }
    let mut known = SHOWN.into_iter().chain(SHOWN_ELSEWHERE);
    let Some((_, selector, read)) = known.find(|(path, ..)| *path == leaf.path) else { return false };
    page.all(selector).into_iter().any(|element| {
        let lines_of_page = lines_of(element);
        let holds = |words: &str| lines_of_page.iter().any(|line| holds(line, words));
        match read {
            Read::Words => holds(&seen(&leaf.text)),
            Read::Date => spoken::date(&leaf.text, locale).is_some_and(|date| holds(&date)),
            Read::Moment => {
                let is_told = element.child_elements().any(|child| child.attr("datetime") == Some(leaf.text.as_str()));
                let spoken = spoken::date(&leaf.text, locale).zip(spoken::time(&leaf.text, locale));
                is_told && spoken.is_some_and(|(date, time)| holds(&date) && holds(&time))
            }
            Read::Amount => spoken::amount(&leaf.text, locale)
                .is_some_and(|amount| lines_of_page.iter().any(|line| holds_amount(line, &amount))),
            Read::Code => spoken::code(&leaf.text, locale).into_iter().any(holds),
            Read::Blocks => follow(&lines(&leaf.text), &lines_of_page),
        }
    })
}

/// Text with one space for every blank, whatever kind it is.
fn seen(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether whole words stand in a text.
fn holds(text: &str, words: &str) -> bool {
    let is_part = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    text.match_indices(words)
        .any(|(at, _)| !is_part(text[..at].chars().next_back()) && !is_part(text[at + words.len()..].chars().next()))
}

/// Whether a whole number stands in a text, and not only some of its groups of digits.
fn holds_amount(text: &str, amount: &str) -> bool {
    let is_digit = |sign: char| sign.is_ascii_digit();
    text.match_indices(amount).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + amount.len()..]);
        !before.trim_end_matches([' ', ',', '.']).ends_with(is_digit)
            && !after.trim_start_matches([',', '.']).starts_with(is_digit)
    })
}

/// Whether all lines stand among the others, in order. Headings of sections may have a number there.
fn follow(lines: &[String], others: &[String]) -> bool {
    let mut others = others.iter();
    lines.iter().all(|line| others.any(|other| other == line || without_number(other) == line))
}

/// The heading of a section without its number.
pub fn without_number(line: &str) -> &str {
    match line.split_once(". ") {
        Some((number, heading)) if number.bytes().all(|byte| byte.is_ascii_digit()) => heading,
        _ => line,
    }
}
