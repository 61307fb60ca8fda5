//! From the sections of a notice to the description of a job: HTML of nothing but paragraphs, lists and line breaks,
//! which is all that Google's page on job postings allows.
//!
//! Every word stays, and none is added. Where an element has no counterpart its text stays: a heading becomes a
//! paragraph, so does a row of a table, whose cells become lines of it. It only reads HTML of our own, in which `<` and
//! `>` occur nowhere but around tags.

use quick_xml::escape::{partial_escape, unescape};

use crate::render::compose::Fragments;
use crate::render::context::SectionContext;

/// The sections in which the notice has words of its own, with everything that stands in them. The others say the same
/// in many notices; they are the description only of a notice that has nothing else.
pub(super) fn of(sections: &[SectionContext], fragments: &Fragments) -> String {
    let has_words = |section: &&SectionContext| section.blocks.iter().any(|block| block.kind == "words");
    let none_has_words = !sections.iter().any(|section| has_words(&section));
    let mut html = String::new();
    for section in sections.iter().filter(|section| none_has_words || has_words(section)) {
        heading(&section.title, &mut html);
        html.push_str(section.intro.as_deref().unwrap_or_default());
        for block in &section.blocks {
            if let Some(title) = &block.title {
                heading(title, &mut html);
            }
            html.push_str(&block.html);
        }
    }
    simplified(&fragments.put_into(&html))
}

fn heading(text: &str, html: &mut String) {
    html.push_str("<h2>");
    html.push_str(&partial_escape(text));
    html.push_str("</h2>");
}

/// The words of HTML on one line.
pub(super) fn words(html: &str) -> String {
    let simplified = simplified(html);
    let texts = simplified.split('<').enumerate().map(|(at, part)| match part.split_once('>') {
        Some((_, text)) if at > 0 => text,
        _ => part,
    });
    let line = texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    unescape(&line).map_or_else(|_| line.clone(), Into::into)
}

/// HTML in paragraphs, lists and line breaks, without blanks around them.
fn simplified(html: &str) -> String {
    let mut simple = Simple { out: String::with_capacity(html.len()), as_typed: false };
    for (at, part) in html.split('<').enumerate() {
        let Some((tag, text)) = part.split_once('>').filter(|_| at > 0) else {
            simple.text(part);
            continue;
        };
        simple.tag(tag);
        // The arrow that leads from a footnote back to its place is no word.
        if !tag.contains("role=\"doc-backlink\"") {
            simple.text(text);
        }
    }
    simple.out
}

/// HTML while it is simplified.
struct Simple {
    out: String,
    /// Whether line ends are the text's own.
    as_typed: bool,
}

impl Simple {
    fn text(&mut self, text: &str) {
        // Every tag that is written here stands around a block or ends a line: blanks beside it mean nothing.
        let text = if self.out.is_empty() || self.out.ends_with('>') { text.trim_ascii_start() } else { text };
        if !self.as_typed {
            self.out.push_str(text);
            return;
        }
        for (at, line) in text.trim_ascii_end().lines().enumerate() {
            if at > 0 {
                self.line_break();
            }
            self.out.push_str(line.trim_ascii_start());
        }
    }

    fn tag(&mut self, tag: &str) {
        let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name = tag.split(|sign: char| !sign.is_ascii_alphanumeric()).next().unwrap_or_default();
        if name == "pre" {
            self.as_typed = !is_end;
        }
        match name {
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" | "tr" => self.element("p", is_end),
            "ul" | "ol" => self.element("ul", is_end),
            "li" => self.element("li", is_end),
            "td" | "th" if !is_end => self.cell(),
            "br" => self.line_break(),
            _ => {}
        }
    }

    /// The start or the end of an element. One without words goes.
    fn element(&mut self, name: &str, is_end: bool) {
        self.trim();
        while self.out.ends_with("<br>") {
            self.out.truncate(self.out.len() - "<br>".len());
            self.trim();
        }
        let is_empty =
            self.out.strip_suffix('>').and_then(|out| out.strip_suffix(name)).is_some_and(|out| out.ends_with('<'));
        if is_end && is_empty {
            self.out.truncate(self.out.len() - name.len() - "<>".len());
            return;
        }
        self.out.push_str(if is_end { "</" } else { "<" });
        self.out.push_str(name);
        self.out.push('>');
    }

    /// A cell is a line of its row.
    fn cell(&mut self) {
        self.trim();
        if !self.out.ends_with('>') {
            self.line_break();
        }
    }

    fn line_break(&mut self) {
        self.trim();
        self.out.push_str("<br>");
    }

    /// Takes away the blanks at the end.
    fn trim(&mut self) {
        self.out.truncate(self.out.trim_ascii_end().len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::context::BlockContext;

    /// What is left of each piece of HTML.
    const SIMPLIFIED: [(&str, &str); 16] = [
        ("", ""),
        ("<p>a</p>\n<p>b\nc</p>\n", "<p>a</p><p>b\nc</p>"),
        ("<h3 id=\"x\">A &amp; b</h3><p>c</p>", "<p>A &amp; b</p><p>c</p>"),
        ("<ul>\n<li>a;</li>\n<li><strong>b</strong>: c.</li>\n</ul>", "<ul><li>a;</li><li>b: c.</li></ul>"),
        (
            "<ol start=\"3\"><li><p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</li></ol>",
            "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>",
        ),
        ("<p><em>a</em> <strong>b</strong>\n<code>c</code></p>", "<p>a b\nc</p>"),
        ("<p>see <a href=\"/x?a=1&amp;b=%3E\" title=\"t &gt; u\">this</a>.</p>", "<p>see this.</p>"),
        ("<p>les « <span lang=\"en\">Key challenges</span> »</p>", "<p>les « Key challenges »</p>"),
        ("<p>a<br />\nb</p>", "<p>a<br>b</p>"),
        ("<blockquote>\n<p>a</p>\n</blockquote>\n<hr />\n<p>b</p>", "<p>a</p><p>b</p>"),
        ("<pre><code>a  b\n &lt;c&gt;\n</code></pre>\n<p>d\ne</p>", "<p>a  b<br>&lt;c&gt;</p><p>d\ne</p>"),
        ("<p><img src=\"a.png\" alt=\"b\" /></p><p>c</p>", "<p>c</p>"),
        (
            "<div class=\"table\"><table><thead><tr><th scope=\"col\">a</th><th></th></tr></thead><tbody>\
             <tr><td>b</td><td class=\"end\">c d</td></tr><tr><td></td><td>e</td></tr></tbody></table></div>",
            "<p>a</p><p>b<br>c d</p><p>e</p>",
        ),
        ("<p>a<sup><a href=\"#note-1\" id=\"note-1-ref\" role=\"doc-noteref\">1</a></sup>.</p>", "<p>a1.</p>"),
        (
            "<div class=\"footnote\" id=\"note-1\" role=\"note\"><p>a</p>\n\
             <a href=\"#note-1-ref\" role=\"doc-backlink\" aria-label=\"Back\">↩</a></div>\n<p>b</p>",
            "<p>a</p><p>b</p>",
        ),
        (
            "<p>&lt;script&gt;alert(1)&lt;/script&gt; &quot;é\u{202f}; 🦊</p>",
            "<p>&lt;script&gt;alert(1)&lt;/script&gt; &quot;é\u{202f}; 🦊</p>",
        ),
    ];

    #[test]
    fn only_paragraphs_lists_and_line_breaks_stay() {
        for (html, simple) in SIMPLIFIED {
            assert_eq!(simplified(html), simple, "{html}");
            assert_eq!(simplified(simple), simple, "it is simple already");
        }
    }

    /// The text of HTML without its blanks and tags.
    fn letters(html: &str) -> String {
        let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        texts.flat_map(str::chars).filter(|sign| !sign.is_ascii_whitespace() && *sign != '↩').collect()
    }

    #[test]
    fn no_word_is_lost_and_none_is_added() {
        let all: String = SIMPLIFIED.iter().map(|(html, _)| *html).collect();
        assert_eq!(letters(&simplified(&all)), letters(&all));
        let each: String = SIMPLIFIED.iter().map(|(_, simple)| *simple).collect();
        assert_eq!(simplified(&all), each);
    }

    #[test]
    fn words_are_one_line_without_html() {
        assert_eq!(words("Nationals of <em>A &amp; B</em> only."), "Nationals of A & B only.");
        assert_eq!(words("<p>a</p>\n<p>b<br />c</p>"), "a b c");
    }

    #[test]
    fn a_job_is_described_where_the_notice_has_words_of_its_own() {
        let mut fragments = Fragments::default();
        let mut block = |kind, title: Option<&str>, html: &str| BlockContext {
            kind,
            id: String::new(),
            title: title.map(str::to_owned),
            html: fragments.add(html.into()),
            while_open: false,
        };
        let section = |title: &str, blocks| SectionContext {
            id: String::new(),
            number: 1,
            title: title.to_owned(),
            intro: None,
            blocks,
            while_open: false,
        };
        let clause = section("Contract", vec![block("clause", None, "<p>Shared.</p>")]);
        let own =
            section("R & D", vec![block("words", None, "<p>Own.</p>"), block("clause", Some("More"), "<p>x</p>")]);
        let sections = [own, clause];
        assert_eq!(of(&sections, &fragments), "<p>R &amp; D</p><p>Own.</p><p>More</p><p>x</p>");
        assert_eq!(of(&sections[1..], &fragments), "<p>Contract</p><p>Shared.</p>");
        assert_eq!(of(&[], &fragments), "");
    }
}
