//! From what came of all mistakes to the table of `docs/parity.md`: of each kind, how many are made and how many found.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;

use crate::kinds::KINDS;
use crate::outcome::Outcome;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/parity.md");
const BEGIN: &str = "<!-- the rates: written by tests/mutations -->\n";
const END: &str = "<!-- the end of the rates -->\n";

/// How many mistakes of each kind are found.
pub struct Rates(Vec<Rate>);

struct Rate {
    kind: &'static str,
    made: usize,
    found: usize,
    findings: usize,
    rules: BTreeMap<&'static str, usize>,
}

impl Rates {
    /// The rates of what came of mistakes, in the order of the kinds.
    pub fn of(outcomes: &[Outcome<'_>]) -> Self {
        let rate = |kind: &'static str| {
            let mut rate = Rate { kind, made: 0, found: 0, findings: 0, rules: BTreeMap::new() };
            for outcome in outcomes.iter().filter(|outcome| outcome.mistake.kind == kind) {
                rate.made += 1;
                rate.found += usize::from(outcome.is_found());
                rate.findings += outcome.rules.len() + outcome.near.len();
                let mut words: Vec<_> = outcome.rules.iter().map(|rule| rule.word()).collect();
                words.dedup();
                for word in words {
                    *rate.rules.entry(word).or_default() += 1;
                }
            }
            rate
        };
        Self(KINDS.iter().map(|kind| rate(kind.name)).filter(|rate| rate.made > 0).collect())
    }

    /// Compares the table of the page with these rates, or writes it there if the environment says so.
    pub fn keep(&self) {
        let page = fs::read_to_string(PAGE).expect("the page on parity");
        let (before, rest) = page.split_once(BEGIN).expect("where the rates begin");
        let (_, after) = rest.split_once(END).expect("where the rates end");
        let renewed = format!("{before}{BEGIN}{self}{END}{after}");
        if std::env::var("MUTATIONS_UPDATE").is_ok_and(|update| update == "always") {
            fs::write(PAGE, renewed).expect("the page can be written");
        } else {
            assert_eq!(page, renewed, "the rates have changed: MUTATIONS_UPDATE=always writes them to docs/parity.md");
        }
    }
}

impl fmt::Display for Rates {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "| mistake | made | found | findings each | by |\n|---|---:|---:|---:|---|")?;
        for rate in &self.0 {
            let mut rules: Vec<_> = rate.rules.iter().collect();
            rules.sort_by_key(|(word, count)| (std::cmp::Reverse(**count), **word));
            let rules: Vec<_> = rules.iter().take(3).map(|(word, _)| format!("`{word}`")).collect();
            let each = in_tenths(rate.findings, rate.found);
            let (kind, made, found) = (rate.kind, rate.made, rate.found);
            writeln!(formatter, "| {kind} | {made} | {found} | {each} | {} |", rules.join(", "))?;
        }
        let sum = |count: fn(&Rate) -> usize| self.0.iter().map(count).sum::<usize>();
        let (made, found, findings) = (sum(|rate| rate.made), sum(|rate| rate.found), sum(|rate| rate.findings));
        let (rate, each) = (in_tenths(found * 100, made), in_tenths(findings, found));
        writeln!(formatter, "| **all** | **{made}** | **{found}** ({rate} %) | {each} | |")
    }
}

/// A quotient with one digit behind the point.
fn in_tenths(count: usize, of: usize) -> String {
    let tenths = (count * 10 + of / 2) / of.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}
