//! From the corpus to the mistakes that are made: some of every kind, at places that chance chooses.

use crate::chance::Chance;
use crate::corpus::Corpus;
use crate::mistake::{Mistake, Place};
use crate::{figures, form, links, structure, words};
use diptych::domain::Side;

/// A kind of mistake.
pub struct Kind {
    /// What is done.
    pub name: &'static str,
    make: Make,
}

/// The mistakes of a kind that can be made in a line.
type Make = fn(&Place<'_>, &mut Chance) -> Vec<Mistake>;

/// All kinds, in the order of the documentation.
pub const KINDS: &[Kind] = &[
    Kind { name: "a number changed", make: figures::number },
    Kind { name: "a number word changed", make: figures::number_word },
    Kind { name: "an amount or percentage changed", make: figures::amount },
    Kind { name: "a date changed", make: figures::date },
    Kind { name: "an hour changed", make: figures::hour },
    Kind { name: "a grade changed", make: figures::grade },
    Kind { name: "a language level changed", make: figures::level },
    Kind { name: "a post number changed", make: figures::post_number },
    Kind { name: "a fact changed that words restate", make: figures::fact },
    Kind { name: "an item dropped", make: structure::item_dropped },
    Kind { name: "an item added", make: structure::item_added },
    Kind { name: "an item put under the one before", make: structure::item_nested },
    Kind { name: "a paragraph dropped", make: structure::paragraph_dropped },
    Kind { name: "a paragraph added", make: structure::paragraph_added },
    Kind { name: "a sub-heading dropped", make: structure::sub_heading_dropped },
    Kind { name: "a sub-heading of another level", make: structure::sub_heading_level },
    Kind { name: "a row of a table dropped", make: structure::row_dropped },
    Kind { name: "a cell of a table emptied", make: structure::cell_emptied },
    Kind { name: "an image dropped", make: structure::image_dropped },
    Kind { name: "a footnote or its reference dropped", make: structure::footnote_dropped },
    Kind { name: "a strong lead-in made plain", make: structure::emphasis_dropped },
    Kind { name: "a limitation to a post dropped", make: structure::post_mark_dropped },
    Kind { name: "a call dropped", make: structure::call_dropped },
    Kind { name: "a call exchanged for another", make: structure::call_exchanged },
    Kind { name: "a link dropped", make: links::dropped },
    Kind { name: "a link pointed elsewhere", make: links::pointed_elsewhere },
    Kind { name: "a link to the other language", make: links::to_the_other_language },
    Kind { name: "two links exchanged", make: links::exchanged },
    Kind { name: "a post number changed in a link", make: links::post_number },
    Kind { name: "an e-mail address changed", make: links::mail },
    Kind { name: "a telephone number changed", make: links::telephone },
    Kind { name: "a sentence left untranslated", make: words::sentence_untranslated },
    Kind { name: "a paragraph left untranslated", make: words::paragraph_untranslated },
    Kind { name: "an item left untranslated", make: words::item_untranslated },
    Kind { name: "a title or summary left untranslated", make: words::front_untranslated },
    Kind { name: "a sub-heading left untranslated", make: words::sub_heading_untranslated },
    Kind { name: "an acronym changed", make: words::acronym_changed },
    Kind { name: "an acronym left in the other language", make: words::acronym_untranslated },
    Kind { name: "a term rendered otherwise than the glossary says", make: words::term },
    Kind { name: "a name changed", make: words::name },
    Kind { name: "a clause retyped", make: words::clause_retyped },
    Kind { name: "the end of an item changed", make: form::item_end },
    Kind { name: "a space missing or in excess beside a sign", make: form::space },
    Kind { name: "another sign for an apostrophe", make: form::apostrophe },
    Kind { name: "a word doubled", make: form::word_doubled },
    Kind { name: "a bracket or quotation mark dropped", make: form::bracket_dropped },
];

/// So many mistakes: of each kind in turn, until there are no more places for it.
pub fn draw(corpus: &Corpus<'_>, count: usize, seed: u64) -> Vec<Mistake> {
    let seeds = (seed << 8..).zip(KINDS);
    let mut possible: Vec<_> = seeds.map(|(seed, kind)| kind.places(corpus, seed)).collect();
    let mut drawn = Vec::new();
    while drawn.len() < count && possible.iter().any(|mistakes| !mistakes.is_empty()) {
        drawn.extend(possible.iter_mut().filter_map(Vec::pop));
    }
    drawn.truncate(count);
    drawn
}

impl Kind {
    /// All mistakes of this kind, in the order of chance. What is done at a place does not depend on other places or kinds.
    fn places(&self, corpus: &Corpus<'_>, seed: u64) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        for (at, pair) in corpus.pairs.iter().enumerate() {
            for side in Side::BOTH {
                let lines = pair.texts[side].lines.iter();
                for line in lines.filter(|line| pair.is_written(line.section)) {
                    let mut chance = Chance::new((seed << 40) ^ ((at as u64) << 32) ^ line.range.start as u64);
                    let made = (self.make)(&Place { corpus, pair: at, side, line }, &mut chance);
                    mistakes.extend(made.into_iter().map(|mistake| Mistake { kind: self.name, ..mistake }));
                }
            }
        }
        Chance::new(seed).shuffle(&mut mistakes);
        mistakes
    }
}
