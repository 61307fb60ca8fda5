//! `list-items`: both editions have the same lists, with as many items, nested alike.
//!
//! What a candidate must have, and what they will do, stands in lists. An item that is dropped or added in one language is a
//! condition that half of the candidates do not know of, and nothing else on the page shows that it is missing.

use super::answers::Alone;
use super::comparison::Comparison;
use super::part::{Kind, Part, Whole, children, head, parts};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Side};
use crate::markdown::{Block, BlockKind};

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        // Items are looked at with their list, which knows whether they are nested otherwise as a whole.
        for part in parts(section).iter().filter(|part| part.of != Whole::Item) {
            lists(comparison, part, log);
        }
    }
}

/// Compares the lists of a part, and what is in them.
fn lists(comparison: &Comparison<'_>, part: &Part<'_>, log: &mut Log) {
    let answers = part.answers(Kind::List);
    if let Some(alone) = answers.alone.first() {
        log.push(list_alone(comparison, part, alone, answers.pairs.len() + answers.alone.len(), answers.pairs.len()));
    }
    for pair in &answers.pairs {
        items(comparison, pair, log);
    }
}

/// Compares the items of two lists.
fn items(comparison: &Comparison<'_>, lists: &Bilingual<&Block>, log: &mut Log) {
    let answers = children(lists);
    let count = lists.as_ref().map(|list| items_within(list));
    let Some(alone) = answers.alone.first() else {
        for item in &answers.pairs {
            nested(comparison, item, log);
        }
        return;
    };
    let side = alone.side;
    if count.left == count.right {
        log.push(nested_otherwise(comparison, lists, side.twin()));
        return;
    }
    let own = |side: Side| lists[side].children.len();
    let message = Text::new("list-items").with_count("here", own(side)).with_count("there", own(side.twin()));
    let twin = alone.beside.map_or(lists[side.twin()].span, head);
    log.push(comparison.finding(Rule::ListItems, side, head(alone.it), twin, message).hint("list-items-hint"));
}

/// As many items in all: at the first that holds others, and the first of them in the edition where they stand beside it.
fn nested_otherwise(comparison: &Comparison<'_>, lists: &Bilingual<&Block>, side: Side) -> Diagnostic {
    let items = Bilingual::of(|side| &lists[side].children);
    let at = items[side].iter().position(|item| item.children.iter().any(is_list)).unwrap_or_default();
    let here = items[side].get(at).unwrap_or(lists[side]);
    let there = items[side.twin()].get(at + 1).unwrap_or(lists[side.twin()]);
    let message = Text::new("list-items-nested");
    comparison.finding(Rule::ListItems, side, head(here), head(there), message).hint("list-items-nested-hint")
}

/// Compares the lists in two items that answer each other.
fn nested(comparison: &Comparison<'_>, items: &Bilingual<&Block>, log: &mut Log) {
    let heads = items.as_ref().map(|item| head(item));
    let blocks = items.as_ref().map(|item| item.children.as_slice());
    lists(comparison, &Part::new(Whole::Item, heads, blocks), log);
}

fn list_alone(
    comparison: &Comparison<'_>,
    part: &Part<'_>,
    alone: &Alone<&Block>,
    here: usize,
    there: usize,
) -> Diagnostic {
    let twin = alone.beside.map_or(part.heads[alone.side.twin()], head);
    let (message, hint) = match part.of {
        Whole::Item => ("list-items-in-item", "list-items-nested-hint"),
        _ => ("list-items-lists", "list-items-lists-hint"),
    };
    let message = Text::new(message).with_count("here", here).with_count("there", there);
    comparison.finding(Rule::ListItems, alone.side, head(alone.it), twin, message).hint(hint)
}

fn is_list(block: &Block) -> bool {
    block.kind == BlockKind::List
}

/// How many items a list has with those of the lists in it.
fn items_within(list: &Block) -> usize {
    let nested = |item: &Block| item.children.iter().filter(|block| is_list(block)).map(items_within).sum::<usize>();
    list.children.iter().map(|item| 1 + nested(item)).sum()
}
