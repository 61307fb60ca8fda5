//! What the preview adds to a page, right before its end: the instant that is looked at, the watermark of a notice that is
//! withheld, the findings of its edition, and the script. All else is byte for byte what a build writes.

use std::fmt::Write as _;

use super::findings::{Excerpt, FindingContext};
use crate::diagnostic::Text;
use crate::domain::{Instant, State};
use crate::report::Voice;

/// The end of a page, before which the addition stands.
const END: &[u8] = b"</body>";

/// What is known of a page beside its bytes.
#[derive(Default)]
pub(super) struct Pane<'a> {
    /// The notice that it shows.
    pub reference: Option<&'a str>,
    /// The code of its language.
    pub language: Option<&'a str>,
    /// The state of the notice, if the public may not see it.
    pub withheld: Option<State>,
    /// The instant that is looked at.
    pub now: Instant,
    /// Whether it is the last good page, and not the present one.
    pub is_last_good: bool,
    /// What is wrong with its edition.
    pub findings: Vec<FindingContext>,
}

impl Pane<'_> {
    /// The page with what the preview adds to it. `voice` is the language of the reader; a watermark is in both.
    pub fn add_to(&self, mut page: Vec<u8>, voice: &Voice, both: [&Voice; 2]) -> Vec<u8> {
        let addition = self.addition(voice, both).into_bytes();
        let at = page.windows(END.len()).rposition(|window| window.eq_ignore_ascii_case(END)).unwrap_or(page.len());
        page.splice(at..at, addition);
        page
    }

    fn addition(&self, voice: &Voice, both: [&Voice; 2]) -> String {
        let mut html = String::from("<link rel=\"stylesheet\" href=\"/-/preview.css\"><div id=\"diptych-preview\"");
        for (name, value) in
            [("reference", self.reference), ("language", self.language), ("state", self.withheld.map(State::word))]
        {
            if let Some(value) = value {
                put(&mut html, format_args!(" data-{name}=\"{}\"", escaped(value)));
            }
        }
        put(&mut html, format_args!(" data-now=\"{}\"", self.now.0));
        if self.is_last_good {
            html.push_str(" data-last-good");
        }
        html.push('>');
        if let Some(state) = self.withheld {
            let id = match state {
                State::Draft => "pair-watermark-draft",
                State::Withdrawn => "pair-watermark-withdrawn",
                _ => "pair-watermark-scheduled",
            };
            let [left, right] = both.map(|voice| (voice.tongue().code(), voice.say(&Text::new(id))));
            let side = |(code, words): (&str, String)| format!("<span lang=\"{code}\">{}</span>", escaped(&words));
            put(&mut html, format_args!("<p class=\"diptych-watermark\">{} {}</p>", side(left), side(right)));
        }
        if !self.findings.is_empty() {
            put(&mut html, format_args!("<ol class=\"diptych-findings\" lang=\"{}\">", voice.tongue().code()));
            self.findings.iter().for_each(|finding| self.item(&mut html, finding));
            html.push_str("</ol>");
        }
        // Not deferred: it must know the page before the scripts of a theme touch it.
        html.push_str("</div><script src=\"/-/pane.js\"></script>");
        html
    }

    fn item(&self, html: &mut String, finding: &FindingContext) {
        let section = finding.section.as_deref().map(escaped).unwrap_or_default();
        let is_twins =
            finding.language.is_some() && self.language.is_some() && finding.language.as_deref() != self.language;
        let twin = if is_twins { " data-twin" } else { "" };
        put(html, format_args!("<li class=\"{}\" data-section=\"{section}\"{twin}>", finding.severity));
        put(html, format_args!("<p class=\"message\">{}</p>", escaped(&finding.message)));
        let place = spot(&finding.file, finding.line, finding.column, finding.editor.as_deref());
        put(html, format_args!("<p class=\"place\">{place}</p>"));
        excerpt(html, &finding.excerpt);
        if let Some(twin) = &finding.twin {
            let place = spot(&twin.file, twin.line, twin.column, twin.editor.as_deref());
            put(html, format_args!("<div class=\"twin\"><p class=\"place\">{place} {}</p>", escaped(&twin.message)));
            excerpt(html, &twin.excerpt);
            html.push_str("</div>");
        }
        if let Some(hint) = &finding.hint {
            put(html, format_args!("<p class=\"hint\">{}</p>", escaped(hint)));
        }
        html.push_str("</li>");
    }
}

/// A place in a file, which is broken between folders if it must be, never within a number; it leads to the editor.
fn spot(file: &str, line: usize, column: usize, editor: Option<&str>) -> String {
    let place = format!("<code>{}:{line}:{column}</code>", escaped(file).replace('/', "/<wbr>"));
    match editor {
        Some(editor) => format!("<a class=\"editor\" href=\"{}\">{place}</a>", escaped(editor)),
        None => place,
    }
}

fn excerpt(html: &mut String, line: &Excerpt) {
    if !line.is_blank() {
        let [before, marked, after] = [&line.before, &line.marked, &line.after].map(|part| escaped(part));
        let mark = if marked.is_empty() { marked } else { format!("<mark>{marked}</mark>") };
        put(html, format_args!("<pre><code>{before}{mark}{after}</code></pre>"));
    }
}

fn put(html: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = html.write_fmt(text);
}

/// A text as it stands in HTML, in an attribute too.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            sign if sign.is_control() && sign != '\t' => out.push(char::REPLACEMENT_CHARACTER),
            sign => out.push(sign),
        }
    }
    out
}
