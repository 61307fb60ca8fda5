//! From a seed to a pair of which one edition is damaged: nothing comes down, and every finding lies in its file.

use diptych::domain::{Bilingual, Side};

use crate::chance::Chance;
use crate::corpus::Corpus;

/// What is put anywhere into a text.
const SCRAPS: &[&str] = &[
    "",
    " ",
    "\n",
    "\n\n",
    "\n## Summary\n",
    "\n### \n",
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n| a |\n|---|\n| b |\n",
    "|",
    "[",
    "](",
    ")",
    "[^1]",
    "\n[^1]: ",
    "![",
    "**",
    "*",
    "`",
    "\n```\n",
    "{{ grade }}",
    "{{ ",
    "}}",
    "«\u{a0}",
    "\u{202f}»",
    "“",
    "”",
    "(",
    "’",
    "'",
    "É",
    "œ",
    "ﬀ",
    "İ",
    "ß",
    "e\u{301}",
    "\u{fffc}",
    "\u{a0}",
    "0",
    "12",
    "1er",
    "1,5",
    "1.",
    ".5",
    "%",
    "€",
    "23:59",
    "23 h",
    " h ",
    "31 février 2025",
    "99999999999999999999999",
    "soixante-dix",
    "quatre-vingt",
    "mille",
    "one hundred and",
    "half",
    "XIV",
    "G",
    "PASP",
    "PASP0109",
    "A.",
    "@",
    "a@b",
    "+32",
    "tel:",
    "mailto:",
    "https://",
    "/en/",
    "-fr.",
    "lang:fr",
    "&amp;",
    "&nbsp;",
    "\\",
    "\u{1F600}",
    "的",
    "NATO",
    "OTAN",
    "the the",
    ":",
    ";",
    "!",
    "?",
    "…",
    "--",
    "—",
    "-",
];

/// Damages an edition as the seed says and compares it with its twin.
pub fn survives(corpus: &Corpus<'_>, seed: u64) {
    let mut chance = Chance::new(seed);
    let pair = &corpus.pairs[chance.below(corpus.pairs.len())];
    let side = if chance.below(2) == 0 { Side::Left } else { Side::Right };
    let mut texts = pair.texts.as_ref().map(|text| text.text.clone());
    for _ in 0..=chance.below(8) {
        let text = &mut texts[side];
        let at = |text: &str, at: usize| (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let from = at(text, chance.below(text.len() + 1));
        let to = at(text, (from + chance.below(24)).min(text.len()));
        let times = [1, 1, 1, 1, 1, 40][chance.below(6)];
        text.replace_range(from..to, &chance.one(SCRAPS).repeat(times));
    }
    for finding in corpus.findings(pair, &texts.as_ref().map(String::as_str)) {
        let related = finding.related.iter().map(|(place, _)| place);
        for place in std::iter::once(&finding.place).chain(related) {
            let is_here = |side: &Side| pair.path(*side) == place.file;
            let Some(side) = Side::BOTH.into_iter().find(is_here) else { continue };
            let text = &Bilingual::as_ref(&texts)[side];
            let fits = text.get(place.span.range()).is_some();
            assert!(fits, "seed {seed}: {} at {:?} of {}", finding.rule.word(), place.span, place.file);
        }
    }
}
