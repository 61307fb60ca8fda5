//! `link-text`: a post, an e-mail address or a telephone number that the words of a link name is what the link leads to.
//!
//! The job descriptions of one notice have addresses that differ in a number, and a link that was copied from the line
//! above keeps it.

use super::comparison::{Comparison, Passage, Section, place_of};
use super::contacts::{contact, key, spelt_out};
use super::language_map::neutral;
use super::links::links;
use super::part::passages;
use crate::diagnostic::{Log, Rule, Text};
use crate::domain::{Bilingual, Side};
use crate::markdown::{Block, MarkKind};

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    let posts = comparison.facts.iter().flat_map(|facts| &facts.posts);
    let posts: Vec<_> = posts.filter_map(|post| post.number.as_deref()).map(Number::of).collect();
    for section in &comparison.sections {
        for passage in passages(section) {
            for side in Side::BOTH {
                for block in &passage[side] {
                    misled(block, side, passage, section, comparison, log);
                    for (mark, address) in links(block) {
                        let words = &block.prose.text()[mark.words.clone()];
                        let Some((named, other)) = misnamed(words, address, &posts) else { continue };
                        // An address that only one edition has is for `link-targets`.
                        if !is_answered(address, side, passage, comparison) {
                            continue;
                        }
                        let place = comparison.words(side, &block.prose, &mark.words).span;
                        let message = match other {
                            Some(other) => Text::new("link-text-other").with("post", named).with("other", other),
                            None => Text::new("link-text").with("post", named).with("target", address),
                        };
                        let twin = place_of(passage, section, side.twin());
                        let finding = comparison.finding(Rule::LinkText, side, place, twin, message);
                        log.push(finding.hint("link-text-hint"));
                    }
                }
            }
        }
    }
}

/// Links whose words are an e-mail address or a telephone number, and which lead to something else.
fn misled(
    block: &Block,
    side: Side,
    passage: &Passage<'_>,
    section: &Bilingual<Section>,
    comparison: &Comparison<'_>,
    log: &mut Log,
) {
    for mark in block.prose.marks() {
        let MarkKind::Link(address) = &mark.kind else { continue };
        let Some(words) = spelt_out(&block.prose.text()[mark.words.clone()]) else { continue };
        let known = |contact| key(contact, side, comparison);
        if contact(address).is_some_and(|contact| known(contact) == known(words)) {
            continue;
        }
        // What only one edition has is for `contacts` and `link-targets`.
        let twins = || passage[side.twin()].iter().flat_map(|block| block.prose.marks());
        let is_same =
            |twin: &str| neutral(twin, comparison.site, side.twin()) == neutral(address, comparison.site, side);
        if !twins().any(|mark| matches!(&mark.kind, MarkKind::Link(twin) if is_same(twin))) {
            continue;
        }
        let message = Text::new("link-text-contact").with("contact", words).with("target", address);
        let twin = place_of(passage, section, side.twin());
        let finding = comparison.finding(Rule::LinkText, side, mark.span, twin, message);
        log.push(finding.hint("link-text-contact-hint"));
    }
}

/// Whether the other edition has the same address in its language.
fn is_answered(address: &str, side: Side, passage: &Passage<'_>, comparison: &Comparison<'_>) -> bool {
    let key = neutral(address, comparison.site, side);
    let mut twins = passage[side.twin()].iter().flat_map(|block| links(block));
    twins.any(|(_, twin)| neutral(twin, comparison.site, side.twin()) == key)
}

/// The number of a post, as it is written and as it is compared.
struct Number {
    written: String,
    signs: String,
}

impl Number {
    fn of(written: &str) -> Self {
        Self { written: written.to_owned(), signs: signs(written) }
    }
}

/// Letters and digits alone, in small letters: `PASP 0109` and `pasp-0109` are one number.
fn signs(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The post that the words name, if the address does not; with the post that the address names, if it is another.
fn misnamed<'w>(words: &'w str, address: &str, posts: &'w [Number]) -> Option<(&'w str, Option<&'w str>)> {
    let at = signs(address);
    let is_in_address = |post: &&Number| contains_number(&at, &post.signs);
    let said = signs(words);
    if let Some(named) = posts.iter().find(|post| contains_number(&said, &post.signs)) {
        let all_named = posts.iter().filter(|post| contains_number(&said, &post.signs));
        if all_named.clone().any(|post| is_in_address(&post)) {
            return None;
        }
        // Where the address names no post, the words may still say which post it is about.
        let other = posts.iter().find(is_in_address)?;
        return Some((&named.written, Some(&other.written)));
    }
    let named = words.split_whitespace().map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    let named = named.into_iter().find(|word| is_number(word))?;
    let signs = signs(named);
    if contains_number(&at, &signs) { None } else { Some((named, None)) }
}

/// Whether the signs hold a number that does not go on in a digit.
fn contains_number(signs: &str, number: &str) -> bool {
    let goes_on = |at: usize| signs[at + number.len()..].starts_with(|sign: char| sign.is_ascii_digit());
    !number.is_empty() && signs.match_indices(number).any(|(at, _)| !goes_on(at))
}

/// Whether a word looks like the number of a post: capitals, then at least three digits, and nothing else but dashes.
fn is_number(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &word.as_bytes()[letters..];
    let digits = rest.iter().filter(|byte| byte.is_ascii_digit()).count();
    letters >= 2
        && digits >= 3
        && rest.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || *byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_known_however_its_number_is_written() {
        let posts = [Number::of("PASP0109"), Number::of("PASP0016")];
        let misnamed = |words, address| misnamed(words, address, &posts);
        assert_eq!(misnamed("poste PASP0109", "250875/pasp0109-fr.pdf"), None);
        assert_eq!(misnamed("Post PASP 0109", "250875/PASP-0109-en.pdf"), None);
        assert_eq!(misnamed("post PASP0109", "250875/pasp0016-en.pdf"), Some(("PASP0109", Some("PASP0016"))));
        assert_eq!(misnamed("post PASP0200", "250875/pasp0016-en.pdf"), Some(("PASP0200", None)));
        assert_eq!(misnamed("post PASP0109", "https://example.org/posts"), None, "the address names no post");
        for words in ["WCAG 2.2", "the COVID-19 page", "ISO 9001", "notice 250655"] {
            assert_eq!(misnamed(words, "https://example.org/x"), None, "{words}");
        }
    }
}
