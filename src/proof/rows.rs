//! From the blocks of a section in both languages to rows, each of what answers each other.
//!
//! Lists go item by item; a table, a quotation or a piece of code is one row. Where the shapes differ, what stands between
//! the same sub-headings is one row, so that nothing is put beside what it does not answer.

use crate::domain::Bilingual;
use crate::markdown::{Block, BlockKind};
use crate::parity::by_sub_heading;

/// What stands side by side.
pub(super) struct Row<'b> {
    /// The blocks of each language.
    pub blocks: Bilingual<Vec<&'b Block>>,
    /// How deep in lists they stand; zero outside of any.
    pub depth: usize,
}

/// The rows of a section.
pub(super) fn rows<'b>(left: &'b [Block], right: &'b [Block]) -> Vec<Row<'b>> {
    let mut found = Vec::new();
    align(left, right, 0, &mut found);
    found
}

fn align<'b>(left: &'b [Block], right: &'b [Block], depth: usize, found: &mut Vec<Row<'b>>) {
    if left.is_empty() && right.is_empty() {
        return;
    }
    if is_same_shape(left, right) {
        for (left, right) in left.iter().zip(right) {
            if left.kind == BlockKind::List && left.children.len() == right.children.len() {
                let items = left.children.iter().zip(&right.children);
                items.for_each(|(left, right)| item(left, right, depth + 1, found));
            } else {
                found.push(Row { blocks: Bilingual::new(vec![left], vec![right]), depth });
            }
        }
        return;
    }
    // A part without a beginning of its own would be parted for ever.
    let parts = |blocks: &'b [Block]| by_sub_heading(blocks).into_iter().filter(|part| !part.is_empty()).collect();
    let both: Bilingual<Vec<_>> = Bilingual::new(parts(left), parts(right));
    if both.left.len() > 1 && both.left.len() == both.right.len() {
        both.left.into_iter().zip(both.right).for_each(|(left, right)| align(left, right, depth, found));
        return;
    }
    let all = |blocks: &'b [Block]| blocks.iter().collect();
    found.push(Row { blocks: Bilingual::new(all(left), all(right)), depth });
}

/// The words of an item, then what else stands in it.
fn item<'b>(left: &'b Block, right: &'b Block, depth: usize, found: &mut Vec<Row<'b>>) {
    let words = |block: &'b Block| block.children.split_first().filter(|(first, _)| first.kind == BlockKind::Paragraph);
    match (words(left), words(right)) {
        (Some((left, left_rest)), Some((right, right_rest))) => {
            found.push(Row { blocks: Bilingual::new(vec![left], vec![right]), depth });
            align(left_rest, right_rest, depth, found);
        }
        _ => align(&left.children, &right.children, depth, found),
    }
}

fn is_same_shape(left: &[Block], right: &[Block]) -> bool {
    let is_same = |(left, right): (&Block, &Block)| match (&left.kind, &right.kind) {
        (BlockKind::Footnote(_), BlockKind::Footnote(_)) => true,
        (left, right) => left == right,
    };
    left.len() == right.len() && left.iter().zip(right).all(is_same)
}
