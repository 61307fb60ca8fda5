//! `link-language`: a link that leads to a page in the other language says so.
//!
//! It is allowed, for some pages exist in one language only; but nobody should open a page and find that they cannot read
//! it. What has to be said may stand in the words of the link or right beside them.

use super::comparison::{Comparison, place_of};
use super::language_map::named_language;
use super::links::{links, passages_with_links};
use super::words::folded;
use crate::diagnostic::{Log, Rule, Text};
use crate::domain::Side;
use crate::locale::language_names;
use crate::markdown::{Block, Mark, MarkKind};

/// How far from a link its language may be named, in bytes before and after it.
const NEAR: (usize, usize) = (24, 40);

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        for passage in passages_with_links(section) {
            for side in Side::BOTH {
                for block in &passage[side] {
                    for (mark, address) in links(block) {
                        let leads_to = named_language(address, comparison.site);
                        if leads_to != Some(side.twin()) || is_said(mark, block, side, comparison) {
                            continue;
                        }
                        let own = comparison.code(side);
                        let (id, hint) = match comparison.code(side.twin()) {
                            "en" => ("link-language-english", "link-language-english-hint"),
                            "fr" => ("link-language-french", "link-language-french-hint"),
                            _ => continue,
                        };
                        if language_names(comparison.code(side.twin()), own).is_empty() {
                            continue;
                        }
                        let twin = place_of(passage, section, side.twin());
                        let message = Text::new(id).with("target", address);
                        let finding = comparison.finding(Rule::LinkLanguage, side, mark.span, twin, message);
                        log.push(finding.hint(hint));
                    }
                }
            }
        }
    }
}

/// Whether the language of the page is named in the words of the link or beside them, or a passage in that language
/// stands there.
fn is_said(mark: &Mark, block: &Block, side: Side, comparison: &Comparison<'_>) -> bool {
    let text = block.prose.text();
    let other = comparison.code(side.twin());
    let from = text.floor_char_boundary(mark.words.start.saturating_sub(NEAR.0));
    let to = text.ceil_char_boundary((mark.words.end + NEAR.1).min(text.len()));
    let near = &text[from..to];
    let names = language_names(other, comparison.code(side));
    let mut words = near.split(|sign: char| !sign.is_alphanumeric());
    let is_named = words.any(|word| {
        let is_code = word.eq_ignore_ascii_case(other) && word.bytes().all(|byte| byte.is_ascii_uppercase());
        is_code || names.contains(&folded(word).as_str())
    });
    let in_that_language = |other_mark: &Mark| {
        matches!(&other_mark.kind, MarkKind::Language(code) if code == other)
            && other_mark.words.start < to
            && other_mark.words.end > from
    };
    is_named || block.prose.marks().iter().any(in_that_language)
}
