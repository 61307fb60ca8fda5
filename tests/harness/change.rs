//! `-- change PATH --`: a file of the base site with some of its lines changed, inserted or deleted.

use super::case::{Marked, marked};
use super::signs;

/// A line of the changed file.
struct Line {
    text: String,
    marks: Vec<Marked>,
}

/// Applies the lines of a section to a text; gives the new lines, each with its marks.
pub fn apply(base: &str, section: &[&str]) -> Vec<(String, Vec<Marked>)> {
    let mut lines: Vec<Line> = base.lines().map(|text| Line { text: text.to_owned(), marks: Vec::new() }).collect();
    let mut here = None::<usize>;
    for line in section {
        let (text, marks) = marked(line);
        let change = match text.split_once('⟶') {
            Some((old, new)) => (old.trim_end(), Some(new.strip_prefix(' ').unwrap_or(new))),
            None => (text, None),
        };
        match change {
            ("", Some(new)) => {
                let at = here.map_or(lines.len(), |here| here + 1);
                lines.insert(at, Line { text: new.to_owned(), marks });
                here = Some(at);
            }
            (old, new) => {
                let old = signs::text(old);
                let from = here.map_or(0, |here| here + 1);
                let found = (from..lines.len()).find(|at| lines[*at].text.contains(&old));
                let at = found.unwrap_or_else(|| panic!("no line from {from} on holds: {old}"));
                here = Some(at);
                lines[at].marks.extend(marks);
                let Some(new) = new else { continue };
                lines[at].text = lines[at].text.replacen(&old, new, 1);
                if lines[at].text.trim().is_empty() {
                    lines.remove(at);
                    here = at.checked_sub(1);
                }
            }
        }
    }
    lines.into_iter().map(|line| (line.text, line.marks)).collect()
}
