//! From the text of a source file to what is mechanical in it and can be mended: the mark at its beginning, line ends,
//! blanks at the ends of lines, no-break spaces, apostrophes.
//!
//! What a page shows does not change by it, but for a space that French asks for and that was not typed. A mend is a part of
//! the text and what takes its place; nothing is written here. Where a text would read otherwise, it is left as it is.

mod blanks;
mod ends;
mod proof;
mod words;

use crate::domain::{Profile, Span};
use crate::markdown;
use crate::read::front;
use crate::strings::idle_blanks;
use ends::Ends;

/// One thing to mend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mend {
    /// The part of the text; empty where something is put in.
    pub span: Span,
    /// What takes its place.
    pub text: &'static str,
    /// What was wrong.
    pub kind: MendKind,
}

/// What can be wrong with a text so that a machine can mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MendKind {
    /// A byte order mark.
    ByteOrderMark,
    /// The end of a line in the manner of Windows or of old Macs.
    LineEnd,
    /// The last line has no end.
    LastLineEnd,
    /// Blanks at the end of a line.
    Blanks,
    /// An apostrophe of the typewriter, or a single quotation mark.
    Apostrophe,
    /// A space that must not be parted from its sign, or is missing inside « ».
    NoBreakSpace,
    /// A space that was not typed at all.
    MissingSpace,
}

impl MendKind {
    /// All kinds, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::ByteOrderMark,
        Self::LineEnd,
        Self::LastLineEnd,
        Self::Blanks,
        Self::Apostrophe,
        Self::NoBreakSpace,
        Self::MissingSpace,
    ];
}

/// What can be mended in an edition whose language has this typography. The mends are in order and do not touch.
#[must_use]
pub fn edition(text: &str, profile: Profile) -> Vec<Mend> {
    let (ends, plain) = Ends::of(text, ends::Carriage::Mended);
    let front = front(&plain);
    if markdown::scan(&plain[front.body..]).excess.is_some() {
        return ends.joined(Vec::new());
    }
    let blocks = markdown::blocks(&plain[front.body..], front.body);
    let mut mends = blanks::edition(&plain, &front, &blocks);
    mends.extend(blanks::last_line(&plain));
    mends.extend(words::front(&plain, &front, profile));
    mends.extend(words::body(&plain, &blocks, profile));
    ends.joined(proof::proven(&plain, in_order(mends), profile))
}

/// What can be mended in a file of strings: lines only. Strings also stand in feeds, calendars and addresses, where they
/// are said as they were typed.
#[must_use]
pub fn strings(text: &str) -> Vec<Mend> {
    let (ends, plain) = Ends::of(text, ends::Carriage::Kept);
    let mut mends: Vec<_> =
        idle_blanks(&plain).into_iter().map(|span| Mend { span, text: "", kind: MendKind::Blanks }).collect();
    mends.extend(blanks::last_line(&plain));
    ends.joined(in_order(mends))
}

/// The text with what was to be mended in it.
#[must_use]
pub fn mended(text: &str, mends: &[Mend]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for mend in mends {
        out.push_str(&text[from..mend.span.start]);
        out.push_str(mend.text);
        from = mend.span.end;
    }
    out.push_str(&text[from..]);
    out
}

/// Mends in order. Of two that touch the same part, the earlier one stays.
fn in_order(mut mends: Vec<Mend>) -> Vec<Mend> {
    mends.sort_by_key(|mend| (mend.span.start, mend.span.end));
    let mut end = 0;
    mends.retain(|mend| {
        let is_free = mend.span.start >= end;
        end = end.max(mend.span.end);
        is_free
    });
    mends
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The mended text, with `~` and `_` for the two no-break spaces.
    fn shown(text: &str, profile: Profile) -> String {
        let once = mended(text, &edition(text, profile));
        assert_eq!(edition(&once, profile), [], "mending twice mends nothing more");
        once.replace('\u{a0}', "~").replace('\u{202f}', "_")
    }

    #[test]
    fn lines_are_mended() {
        let text = "\u{feff}---\r\ntitle: Été \t\r\nsummary: |\r\n  a  \r\n---\r\n## A  \r\n\r\nbreak  \r\nx \\ \r\n\r\n    code  \r\n\r\nend \r\n  \r\nend";
        let expected = "---\ntitle: Été\nsummary: |\n  a  \n---\n## A\n\nbreak  \nx \\ \n\n    code  \n\nend\n\nend\n";
        assert_eq!(shown(text, Profile::AsTyped), expected);
        assert_eq!(shown("a\rb\r\r\nc", Profile::AsTyped), "a\nb\n\nc\n");
        assert_eq!(shown("a\n  ", Profile::AsTyped), "a\n");
        assert_eq!(shown("", Profile::AsTyped), "");
    }

    #[test]
    fn french_words_are_mended_as_the_build_sets_them() {
        for (typed, expected) in [
            ("L'avis : « oui » ; 4 565,36 EUR, 10 %...", "L’avis~: «~oui~»_; 4_565,36~EUR, 10~%..."),
            ("Postulez! **Clarté**: «rigueur» ?", "Postulez_! **Clarté**~: «~rigueur~»_?"),
            (
                "*l*'un et `l'autre : x`, [l'avis](l'a.md \"l'x\") :",
                "*l*’un et `l'autre : x`, [l’avis](l'a.md \"l'x\")~:",
            ),
            ("candidat(e)s, la/le, directrice/directeur : 23:59", "candidat(e)s, la/le, directrice/directeur~: 23:59"),
            (
                "https://x.example/l'a?b;c! <jobs@x.example> : d'ici",
                "https://x.example/l'a?b;c! <jobs@x.example>~: d’ici",
            ),
            ("{{ deadline }} : d'ici {{x}}!", "{{ deadline }}~: d’ici {{x}}_!"),
            ("[It's so : new](lang:en) et l'autre", "[It's so : new](lang:en) et l’autre"),
            ("[l'avis] : [x][l'avis]\n\n[l'avis]: /a", "[l'avis]~: [x][l'avis]\n\n[l'avis]: /a"),
            ("12' et 5'30, l\\'un, l&#39;un &amp; d'un", "12' et 5'30, l\\'un, l&#39;un &amp; d’un"),
            ("| l'un : |\n|---|\n| d'autre ? |", "| l’un~: |\n|---|\n| d’autre_? |"),
            ("## L'un : {#l'id}\n\n1. qu'il ;\n   - s'il !", "## L’un~: {#l'id}\n\n1. qu’il_;\n   - s’il_!"),
        ] {
            assert_eq!(shown(&format!("{typed}\n"), Profile::France), format!("{expected}\n"));
        }
    }

    #[test]
    fn english_words_keep_their_spaces() {
        let typed = "The staff's 'new' post : 10 %, the 1990's, 6' tall; \"so\"...\n";
        assert_eq!(shown(typed, Profile::English), "The staff’s ‘new’ post : 10 %, the 1990’s, 6' tall; \"so\"...\n");
        assert_eq!(shown(typed, Profile::AsTyped), typed);
    }

    #[test]
    fn a_front_matter_keeps_its_form() {
        let typed = "---\ntitle: 'Chef d''équipe : bureau'\nsummary: >-\n  Traite l'avis\n  « un » ;\n\n  fin\npost-titles:\n  - \"L'un ?\"\n  - \"L\\u0027un ?\"\n# l'autre :\napply: l'un\n---\n";
        let expected = "---\ntitle: 'Chef d’équipe~: bureau'\nsummary: >-\n  Traite l’avis\n  «~un~»_;\n\n  fin\npost-titles:\n  - \"L’un_?\"\n  - \"L\\u0027un ?\"\n# l'autre :\napply: l'un\n---\n";
        assert_eq!(shown(typed, Profile::France), expected);
    }

    #[test]
    fn what_would_become_something_else_stays() {
        assert_eq!(shown("Un [a](b !) et l'autre\n", Profile::France), "Un [a](b !) et l'autre\n");
        assert_eq!(shown("```\nl'un : \nx", Profile::France), "```\nl'un : \nx");
    }

    #[test]
    fn strings_have_their_lines_mended_only() {
        let text = "\u{feff}a = l'un :  \r\n    x  \r\n  \r\nb = { $c }  ";
        assert_eq!(mended(text, &strings(text)), "a = l'un :  \n    x\n\nb = { $c }\n");
        assert_eq!(strings("a = b\rc = d\n"), []);
    }

    /// Signs, words and lines in which Markdown, YAML and French have something to say.
    const SIGNS: &str = "([-*>|#` \\[\\](){}&;!?:'\"^.«»%@=<\\\\\n\t~]|\r\n|\r|  \n|\n\n|[a-zéà0-9]{1,3}|[ld]'|\u{a0}|\u{202f}|\\{\\{ x \\}\\}|\\]\\(a|lang:en|    |```\n|&amp;){0,60}";

    /// The blocks as they are read, with one kind of space and apostrophe.
    fn read(text: &str) -> String {
        fn inner(blocks: &[markdown::Block]) -> String {
            let said = |block: &markdown::Block| {
                format!("({:?} {}{})", block.kind, plain(block.prose.text()), inner(&block.children))
            };
            blocks.iter().map(said).collect()
        }
        let plain = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
        inner(&markdown::blocks(&plain, 0))
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(400))]
        #[test]
        fn any_body_is_mended_once_and_reads_the_same(text in SIGNS) {
            for profile in [Profile::France, Profile::Canada, Profile::English] {
                let mends = edition(&text, profile);
                proptest::prop_assert!(mends.is_sorted_by(|one, next| one.span.end <= next.span.start), "{:?}", mends);
                let once = mended(&text, &mends);
                proptest::prop_assert_eq!(read(&once), read(&text));
                proptest::prop_assert_eq!(edition(&once, profile), []);
            }
        }

        #[test]
        fn any_front_matter_keeps_its_values(
            title in "[\"']?([a-zé «»:;!?#'\"{},\\\\-]|\u{a0}|''|\n  ){0,20}[\"']? {0,2}",
            summary in "([>|][-+]?\n)?(  [a-zé «»:;!?#'-]{0,12} {0,2}\r?\n){0,4}",
        ) {
            let text = format!("---\ntitle: {title}\nsummary: {summary}\npost-titles: [{title}, 'd''un']\n---\n");
            for profile in [Profile::France, Profile::English] {
                let once = mended(&text, &edition(&text, profile));
                let said = |text: &str| {
                    let front = front(&text.replace("\r\n", "\n"));
                    let words: Vec<_> = front.title.iter().chain(&front.words).map(|words| words.value.clone()).collect();
                    let slug = words.first().map(|title| crate::domain::slug(title));
                    (words.iter().map(|words| plain(words.trim())).collect::<Vec<_>>(), slug)
                };
                proptest::prop_assert_eq!(said(&once), said(&text));
                proptest::prop_assert_eq!(edition(&once, profile), []);
            }
        }
    }

    fn plain(words: &str) -> String {
        words.replace(['\u{a0}', '\u{202f}', ' '], "").replace(['‘', '’'], "'")
    }
}
