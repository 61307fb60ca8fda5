//! `tables`: both editions have the same tables, with as many rows and columns, and the same cells left empty.
//!
//! Tables hold hours, stages and amounts, which people look up without reading around them. A row that is missing is not
//! missed by them.

use super::answers::{Answers, Likeness, answers};
use super::comparison::Comparison;
use super::part::{Kind, children, head, parts};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Side, Span};
use crate::markdown::Block;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        for part in parts(section) {
            let answers = part.answers(Kind::Table);
            if let Some(alone) = answers.alone.first() {
                let there = answers.pairs.len();
                let message =
                    Text::new("tables").with_count("here", there + answers.alone.len()).with_count("there", there);
                let twin = alone.beside.map_or(part.heads[alone.side.twin()], head);
                let finding = comparison.finding(Rule::Tables, alone.side, alone.it.span, twin, message);
                log.push(finding.hint("tables-hint"));
            }
            for tables in &answers.pairs {
                log.extend(table(comparison, tables));
            }
        }
    }
}

/// Columns first: where they differ, rows say little.
fn table(comparison: &Comparison<'_>, tables: &Bilingual<&Block>) -> Vec<Diagnostic> {
    let finding = |side: Side, here: Span, there: Span, message: Text, hint: &'static str| {
        comparison.finding(Rule::Tables, side, here, there, message).hint(hint)
    };
    let counted = |message, blocks: &Bilingual<&Block>, side: Side| {
        let count = |side: Side| blocks[side].children.len();
        Text::new(message).with_count("here", count(side)).with_count("there", count(side.twin()))
    };
    let rows = children(tables);
    let Some(heads) = rows.pairs.first() else { return Vec::new() };
    if let Some(alone) = columns(tables).alone.first() {
        let twin = alone.beside.map_or(heads[alone.side.twin()].span, words);
        let message = counted("tables-columns", heads, alone.side);
        return vec![finding(alone.side, words(alone.it), twin, message, "tables-columns-hint")];
    }
    if let Some(alone) = rows.alone.first() {
        let twin = alone.beside.unwrap_or(tables[alone.side.twin()]).span;
        let message = counted("tables-rows", tables, alone.side);
        return vec![finding(alone.side, alone.it.span, twin, message, "tables-rows-hint")];
    }
    let cells = rows.pairs.iter().flat_map(|row| children(row).pairs);
    let empty = cells.filter_map(|cells| {
        let side = match (cells.left.prose.is_empty(), cells.right.prose.is_empty()) {
            (false, true) => Side::Left,
            (true, false) => Side::Right,
            _ => return None,
        };
        let message = Text::new("tables-cell");
        Some(finding(side, words(cells[side]), cells[side.twin()].span, message, "tables-cell-hint"))
    });
    empty.collect()
}

/// What answers what of the columns of two tables, each by its head.
fn columns<'a>(tables: &Bilingual<&'a Block>) -> Answers<&'a Block> {
    let heads = tables.as_ref().map(|table| match table.children.first() {
        Some(row) => row.children.iter().enumerate().map(|column| (*table, column)).collect::<Vec<_>>(),
        None => Vec::new(),
    });
    let likeness = |(table, (at, _)): (&Block, (usize, &Block))| {
        let cells = table.children.iter().filter_map(|row| row.children.get(at));
        let cells = cells.map(|cell| Likeness::of(std::slice::from_ref(cell)));
        cells.fold(Likeness::of(&[]), Likeness::and)
    };
    answers(&heads, likeness).map(|(_, (_, head))| head)
}

/// Where the words of a cell stand, without the blanks around them.
fn words(cell: &Block) -> Span {
    let text = cell.prose.text();
    if text.is_empty() { cell.span } else { cell.prose.span(&(0..text.len())) }
}
