//! From the notices of the sample site to 500 mistakes in them, and how many the rules of parity find at the right place.
//!
//! Each mistake is made alone, in one edition, at a place that chance chooses among all where it is possible; the chance
//! is the same at each run. A mistake is found where something is noticed at the lines that it was made in, or at those
//! of the other edition that answer them. Whatever is noticed in a section that nobody touched is a false alarm.
//!
//! The rates stand in `docs/parity.md`; `MUTATIONS_UPDATE=always cargo test --test mutations` writes them there.
//! `MUTATIONS_SEED=7 cargo test --test mutations` makes 500 others.

mod chance;
mod corpus;
mod damage;
mod figures;
mod form;
mod kinds;
mod links;
mod mistake;
mod outcome;
mod rates;
mod strings;
mod structure;
mod text;
mod words;

use rayon::prelude::*;

use corpus::Corpus;
use outcome::Outcome;
use rates::Rates;

/// How many mistakes are made.
const MISTAKES: usize = 500;
/// How many of a hundred must be found at the right place.
const AT_LEAST: usize = 95;

#[test]
fn mistakes_are_found_where_they_are() {
    let site = corpus::Site::read();
    let corpus = Corpus::new(&site);
    let seed = std::env::var("MUTATIONS_SEED").ok().and_then(|seed| seed.parse().ok());
    let mistakes = kinds::draw(&corpus, MISTAKES, seed.unwrap_or(0));
    assert_eq!(mistakes.len(), MISTAKES, "there are not enough places for mistakes");
    let outcomes: Vec<_> = mistakes.par_iter().map(|mistake| Outcome::of(mistake, &corpus)).collect();
    for outcome in outcomes.iter().filter(|outcome| !outcome.is_found() || !outcome.strays.is_empty()) {
        println!("{outcome}");
    }
    let rates = Rates::of(&outcomes);
    println!("{rates}");
    let strays: usize = outcomes.iter().map(|outcome| outcome.strays.len()).sum();
    assert_eq!(strays, 0, "findings in sections that nobody touched");
    let found = outcomes.iter().filter(|outcome| outcome.is_found()).count();
    assert!(found * 100 >= MISTAKES * AT_LEAST, "{found} of {MISTAKES} mistakes are found");
    if seed.is_none() {
        rates.keep();
    }
}

#[test]
fn editions_of_any_text_are_compared() {
    let site = corpus::Site::read();
    let corpus = Corpus::new(&site);
    (0..400).into_par_iter().for_each(|seed| damage::survives(&corpus, seed));
}
