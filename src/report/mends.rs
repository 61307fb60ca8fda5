//! From what can be mended in some files to the difference that it makes, for people: each line as it is and as it would
//! be, with marks for what nobody sees.

use std::fmt::Write as _;
use std::ops::Range;

use super::Voice;
use crate::diagnostic::Text;
use crate::domain::{is_control, is_invisible};
use crate::mend::{Mend, MendKind};

/// How much of a line is shown around a change, in bytes.
const AROUND: usize = 28;

/// The difference that mends make. Of long lines, only what is near a change is shown.
#[must_use]
pub fn mends<'a>(files: impl Iterator<Item = (&'a str, &'a str, &'a [Mend])>, voice: &Voice) -> String {
    let mut out = String::new();
    let mut counts = [0; MendKind::ALL.len()];
    for (path, text, mends) in files {
        let counted = MendKind::ALL.map(|kind| mends.iter().filter(|mend| mend.kind == kind).count());
        counts.iter_mut().zip(counted).for_each(|(count, counted)| *count += counted);
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{}",
            voice.say(&Text::new("fix-file").with("path", path).with("counts", said(counted, voice)))
        );
        lines(text, mends, &mut out);
        out.push('\n');
    }
    let _ = writeln!(out, "{}", voice.say(&Text::new("fix-signs")));
    let _ = writeln!(out, "{}", voice.say(&Text::new("fix-counts").with("counts", said(counts, voice))));
    out
}

/// The counts of each kind that there is.
fn said(counts: [usize; MendKind::ALL.len()], voice: &Voice) -> String {
    let there = MendKind::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    let said: Vec<_> =
        there.map(|(kind, count)| voice.say(&Text::new(name(kind)).with_count("count", count))).collect();
    said.join(", ")
}

const fn name(kind: MendKind) -> &'static str {
    match kind {
        MendKind::ByteOrderMark => "mend-mark",
        MendKind::LineEnd => "mend-line-ends",
        MendKind::LastLineEnd => "mend-last-line",
        MendKind::Blanks => "mend-blanks",
        MendKind::Apostrophe => "mend-apostrophes",
        MendKind::NoBreakSpace => "mend-no-break-spaces",
        MendKind::MissingSpace => "mend-missing-spaces",
    }
}

/// The lines in which something else changes than how their ends are stored.
fn lines(text: &str, mends: &[Mend], out: &mut String) {
    let is_shown =
        |mend: &&Mend| !matches!(mend.kind, MendKind::ByteOrderMark | MendKind::LineEnd | MendKind::LastLineEnd);
    let mut shown = mends.iter().filter(is_shown).copied().peekable();
    let mut at = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let end = at + line.len();
        let mut here = Vec::new();
        while let Some(mend) = shown.next_if(|mend| mend.span.start < end) {
            here.push(mend);
        }
        if !here.is_empty() {
            let start = at + line.len() - line.trim_start_matches('\u{feff}').len();
            let line = start..at + line.trim_end_matches(['\n', '\r']).len();
            let (before, after) = difference(text, &line, &here);
            let _ = writeln!(out, "{number:>5} - {before}\n{number:>5} + {after}");
        }
        at = end;
    }
}

/// A line as it is and as it would be, near its changes.
fn difference(text: &str, line: &Range<usize>, mends: &[Mend]) -> (String, String) {
    let mut before = String::new();
    let mut after = String::new();
    let mut from = line.start;
    let mut mends = mends.iter().peekable();
    while let Some(first) = mends.next() {
        let start = text.floor_char_boundary(first.span.start.saturating_sub(AROUND).max(from));
        if start > from {
            before.push('…');
            after.push('…');
        }
        let mut at = start;
        let mut mend = first;
        loop {
            for out in [&mut before, &mut after] {
                visible(&text[at..mend.span.start], out);
            }
            marked(&text[mend.span.range()], mend.kind, &mut before);
            marked(mend.text, mend.kind, &mut after);
            at = mend.span.end;
            let Some(next) = mends.next_if(|next| next.span.start <= at + 2 * AROUND) else { break };
            mend = next;
        }
        from = text.ceil_char_boundary(at + AROUND).min(line.end.max(at));
        for out in [&mut before, &mut after] {
            visible(&text[at..from], out);
        }
    }
    if from < line.end {
        before.push('…');
        after.push('…');
    }
    (before, after)
}

/// Blanks that go are seen; all else is as in any other part of a line.
fn marked(text: &str, kind: MendKind, out: &mut String) {
    if kind == MendKind::Blanks {
        out.extend(text.chars().map(|blank| if blank == '\t' { '→' } else { '·' }));
    } else {
        visible(text, out);
    }
}

fn visible(text: &str, out: &mut String) {
    out.extend(text.chars().map(|sign| match sign {
        '\u{a0}' => '⍽',
        '\u{202f}' => '‿',
        '\t' => ' ',
        sign if is_control(sign) || is_invisible(sign) => char::REPLACEMENT_CHARACTER,
        sign => sign,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Profile;
    use crate::mend;
    use crate::report::Tongue;

    fn shown(text: &str, tongue: Tongue) -> String {
        let found = mend::edition(text, Profile::France);
        mends([("a.fr.md", text, found.as_slice())].into_iter(), &Voice::new(tongue))
    }

    #[test]
    fn a_difference_is_short_and_shows_what_nobody_sees() {
        let long = "mot ".repeat(30);
        let said =
            shown(&format!("\u{feff}L'avis : oui \t\r\n\r\n{long}est-ce l'autre ? {long}fin!\r\n"), Tongue::English);
        let expected = "a.fr.md: byte order mark, 3 line ends, 1 line with trailing blanks, 2 apostrophes, 2 no-break spaces, 1 missing space\n    1 - L'avis : oui·→\n    1 + L’avis⍽: oui\n    3 - …mot mot mot mot mot est-ce l'autre ? mot mot mot mot mot mot mo… mot mot mot mot mot mot fin!\n    3 + …mot mot mot mot mot est-ce l’autre‿? mot mot mot mot mot mot mo… mot mot mot mot mot mot fin‿!\n";
        assert_eq!(said.split("\n\n").next().map(|file| format!("{file}\n")).as_deref(), Some(expected));
    }

    proptest::proptest! {
        #[test]
        fn any_difference_can_be_shown(text in "[a-zé'«»:! \t\r\n\u{a0}*\\u{feff}]{0,120}") {
            let shown = shown(&text, Tongue::French);
            proptest::prop_assert_eq!(shown.matches(" - ").count(), shown.matches(" + ").count());
        }
    }
}
