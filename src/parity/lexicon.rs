//! From the strings of a site to what rules look words up in, prepared once for all pairs: its glossary, its clauses, its
//! places.
//!
//! A term of the glossary is a message `glossary-NAME` in both languages. `.short` is its acronym, `.also` other forms of
//! it with `|` between them, and `.define = yes` asks that the acronym be said in full.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use super::words::{Word, stems, words};
use crate::domain::{Bilingual, Side, Site};
use crate::wording::Wording;

/// Messages of this beginning are terms.
const PREFIX: &str = "glossary-";
/// How many words in a row are compared with those of clauses.
pub(super) const SHINGLE: usize = 3;

/// By the number of a word, or of some words in a row.
type Numbered<T> = HashMap<u64, T, BuildHasherDefault<Spread>>;

/// The numbers of words are hashes already: they are only spread over all bits, as several rules look every word up.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        let product = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = product ^ (product >> 32);
    }
}

/// What rules look words up in.
#[derive(Default)]
pub(super) struct Lexicon {
    /// The terms of the glossary.
    pub terms: Vec<Term>,
    /// The places of the vocabulary, as each language calls them.
    pub localities: Vec<Bilingual<String>>,
    /// The forms of terms by the stem of their first word, the longest first.
    forms: Bilingual<Numbered<Vec<Form>>>,
    /// The terms by their acronyms.
    shorts: Bilingual<BTreeMap<String, usize>>,
    /// The clauses in which some words in a row stand; of several the first.
    shingles: Bilingual<Numbered<usize>>,
    /// The names of the clauses, those first that the site shows by itself.
    clauses: Vec<String>,
    /// How many those are.
    shown: usize,
}

/// A term of the glossary.
pub(super) struct Term {
    /// What each language calls it.
    pub name: Bilingual<String>,
    /// Its acronyms.
    pub short: Bilingual<Option<String>>,
    /// Whether its acronym must be said in full.
    pub is_to_define: bool,
}

/// Words that say a term.
struct Form {
    term: usize,
    stems: Vec<u64>,
}

impl Lexicon {
    /// Reads the strings of both languages.
    pub fn new(site: &Site, wordings: &Bilingual<Wording<'_>>) -> Self {
        let mut lexicon = Self::default();
        let ids: Vec<_> = wordings.left.bundle.ids().filter(|id| id.starts_with(PREFIX)).collect();
        for id in ids {
            lexicon.term(id, wordings);
        }
        for side in Side::BOTH {
            for forms in lexicon.forms[side].values_mut() {
                forms.sort_by_key(|form| std::cmp::Reverse(form.stems.len()));
            }
        }
        lexicon.localities = site.vocabulary.locations.values().filter_map(|place| place.locality.clone()).collect();
        // A site that gives no place a name of its own in each language may have typed them for the post only.
        if lexicon.localities.iter().all(|locality| locality.left == locality.right) {
            lexicon.localities.clear();
        }
        lexicon.shared_texts(site, wordings);
        lexicon
    }

    fn term(&mut self, id: &str, wordings: &Bilingual<Wording<'_>>) {
        let text = |side: Side, name: &str| wordings[side].bundle.constant(name).map(str::to_owned);
        let Some(name) = Bilingual::of(|side| text(side, id)).both() else { return };
        let part = |side: Side, part: &str| text(side, &format!("{id}.{part}"));
        let at = self.terms.len();
        for side in Side::BOTH {
            let also = part(side, "also").unwrap_or_default();
            for form in also.split('|').chain([name[side].as_str()]) {
                let stems = stems(form);
                let Some(first) = stems.first().copied() else { continue };
                self.forms[side].entry(first).or_default().push(Form { term: at, stems });
            }
            if let Some(short) = part(side, "short") {
                self.shorts[side].insert(short, at);
            }
        }
        let short = Bilingual::of(|side| part(side, "short"));
        let is_to_define = Side::BOTH.into_iter().any(|side| part(side, "define").is_some());
        self.terms.push(Term { name, short, is_to_define });
    }

    /// The clauses, the messages that they are put together from, and what introduces sections.
    fn shared_texts(&mut self, site: &Site, wordings: &Bilingual<Wording<'_>>) {
        let is_other = |id: &&str| !id.starts_with(PREFIX) && !id.starts_with("section-");
        let others = wordings.left.bundle.ids().filter(is_other).map(str::to_owned);
        let introductions = site.sections.iter().map(|section| format!("section-{}.intro", section.id));
        self.clauses = site.clauses().chain(introductions).collect();
        self.shown = self.clauses.len();
        self.clauses.extend(others);
        for side in Side::BOTH {
            for (at, clause) in self.clauses.iter().enumerate() {
                let id = clause.strip_suffix(".intro").unwrap_or(clause);
                let Some(message) = wordings[side].bundle.message(id) else { continue };
                for phrase in &message.phrases {
                    for shingle in stems(phrase).windows(SHINGLE) {
                        self.shingles[side].entry(shingled(shingle)).or_insert(at);
                    }
                }
            }
        }
    }

    /// The terms that some words say, each with the first and the last of its words. Of forms that begin at one word the
    /// longest is meant.
    pub fn terms_in(&self, side: Side, words: &[Word]) -> Vec<(usize, std::ops::Range<usize>)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(first) = words.get(at) {
            let says = |form: &&Form| {
                let rest = words.get(at..at + form.stems.len());
                rest.is_some_and(|rest| rest.iter().zip(&form.stems).all(|(word, stem)| word.stem == *stem))
            };
            let form = self.forms[side].get(&first.stem).and_then(|forms| forms.iter().find(says));
            at += form.map_or(1, |form| {
                let last = at + form.stems.len() - 1;
                found.push((form.term, first.range.start..words[last].range.end));
                form.stems.len()
            });
        }
        found
    }

    /// What the other language calls the term that these words say.
    pub fn rendering(&self, side: Side, said: &str) -> Option<&str> {
        let (term, _) = self.terms_in(side, &words(said)).into_iter().next()?;
        Some(&self.terms[term].name[side.twin()])
    }

    /// The term of an acronym.
    pub fn term_of(&self, side: Side, short: &str) -> Option<usize> {
        self.shorts[side].get(short).copied()
    }

    /// The clause in which these words in a row stand.
    pub fn clause_with(&self, side: Side, shingle: &[Word]) -> Option<usize> {
        let [first, second, third] = shingle else { return None };
        self.shingles[side].get(&shingled(&[first.stem, second.stem, third.stem])).copied()
    }

    /// Whether the site shows a clause in its section without being asked.
    pub fn is_shown(&self, clause: usize) -> bool {
        clause < self.shown
    }

    /// The name of a clause.
    pub fn clause(&self, at: usize) -> &str {
        &self.clauses[at]
    }
}

/// Some words in a row as one number.
fn shingled(stems: &[u64]) -> u64 {
    stems.iter().fold(0, |number: u64, stem| number.rotate_left(21).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ stem)
}
