//! From a sheet to the page: what it is about, the facts, the sections side by side, and a place to sign.

use std::fmt::Arguments;

use super::edits::{ByBlock, edits};
use super::html::{escaped, put, sentence, style_string};
use super::prose::Setter;
use super::rows::rows;
use super::{MARK, Sheet};
use crate::diagnostic::Text;
use crate::domain::{Bilingual, Part, Side};
use crate::markdown::Block;
use crate::parity::Section;
use crate::signature::{Change, Step, Telling};
use crate::strings::Args;

const STYLE: &str = include_str!("proof.css");

/// The page of a sheet.
pub(super) fn page(sheet: &Sheet<'_>) -> String {
    let titles = Bilingual::as_ref(&sheet.notice.editions).map(|edition| edition.words.title.value.as_str());
    let args = Bilingual::of(|side| sheet.wordings[side].arguments(&sheet.notice.facts, titles[side]));
    let asides = ["proof-added", "proof-removed"].map(|id| sheet.say(&Text::new(id)));
    let setters = Bilingual::of(|side| Setter {
        wording: &sheet.wordings[side],
        args: &args[side],
        path: &sheet.notice.editions[side].path,
        address: sheet.address,
        asides: asides.clone(),
    });
    let mut page = Page { sheet, setters, out: String::from(MARK) };
    page.begin();
    page.about(&titles);
    page.facts(&args);
    sheet.comparison.sections.iter().for_each(|section| page.section(section));
    page.place_to_sign();
    page.out.push_str("</main>\n</body>\n</html>\n");
    page.out
}

impl Sheet<'_> {
    pub(super) fn say(&self, text: &Text) -> String {
        self.voice.say(text)
    }

    fn code(&self, side: Side) -> &str {
        &self.comparison.site.languages[side].code
    }
}

/// A page while it is put together.
struct Page<'s> {
    sheet: &'s Sheet<'s>,
    setters: Bilingual<Setter<'s>>,
    out: String,
}

impl Page<'_> {
    fn put(&mut self, html: Arguments<'_>) {
        put(&mut self.out, html);
    }

    fn say(&self, id: &'static str) -> String {
        sentence(&self.sheet.say(&Text::new(id)))
    }

    fn begin(&mut self) {
        let reference = &self.sheet.notice.facts.reference;
        let title = self.sheet.say(&Text::new("proof-title").with("reference", reference));
        let code = self.sheet.voice.tongue().code();
        let running = [title.clone(), self.sheet.voice.moment(&self.sheet.now)].map(|text| style_string(&text));
        self.put(format_args!(
            "<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"robots\" content=\"noindex\">\n\
             <style>\n{STYLE}@page {{ @top-left {{ content: {}; }} @top-right {{ content: {}; }} }}\n</style>\n</head>\n<body>\n",
            escaped(&title),
            running[0],
            running[1],
        ));
    }

    /// What the sheet is about: the titles, who signed last, what has been found.
    fn about(&mut self, titles: &Bilingual<&str>) {
        let sheet = self.sheet;
        let title = sheet.say(&Text::new("proof-title").with("reference", &sheet.notice.facts.reference));
        self.put(format_args!("<header>\n<p class=\"site\">"));
        let names = &sheet.comparison.site.name;
        let [left, right] = Side::BOTH.map(|side| span(sheet.code(side), &names[side]));
        self.put(format_args!("{left} · {right}</p>\n<h1>{}</h1>\n", escaped(&title)));
        for side in Side::BOTH {
            self.put(format_args!("<p class=\"title\" lang=\"{}\">{}</p>\n", sheet.code(side), escaped(titles[side])));
        }
        self.put(format_args!("</header>\n<main>\n<ul class=\"about\">\n"));
        let moment = Text::new("proof-made").with("moment", sheet.voice.moment(&sheet.now));
        let mut said = vec![moment, self.signed()];
        if sheet.record.is_some() && !sheet.changes.is_empty() {
            said.push(Text::new("proof-changes").with_count("count", sheet.changes.len()));
        }
        said.push(match sheet.findings.len() {
            0 => Text::new("proof-no-findings"),
            count => Text::new("proof-findings").with_count("count", count),
        });
        said.push(Text::new("proof-clauses"));
        for text in said {
            self.put(format_args!("<li>{}</li>\n", sentence(&sheet.say(&text))));
        }
        self.out.push_str("</ul>\n");
        let general = sheet.findings_list(&sheet.findings_in(None));
        self.out.push_str(&general);
        let is_gone = |change: &&Change| change.step == Step::Removed;
        sheet.changes.iter().filter(is_gone).for_each(|change| self.told(&change.part));
    }

    fn signed(&self) -> Text {
        match self.sheet.record {
            None => Text::new("proof-unsigned"),
            Some(record) => {
                let hand = &record.signature.hand;
                Text::new("proof-signed").with("by", &hand.by).with_date("date", hand.on)
            }
        }
    }

    /// The facts in the words of each language.
    fn facts(&mut self, args: &Bilingual<Args<'_>>) {
        let sheet = self.sheet;
        let rows = Bilingual::of(|side| sheet.wordings[side].rows(&sheet.notice.facts, &args[side]));
        let heading = self.say("proof-facts");
        self.put(format_args!("<section aria-labelledby=\"facts\">\n<h2 id=\"facts\">{heading}</h2>\n"));
        self.told(&Part::Facts);
        self.begin_table("facts");
        for (left, right) in rows.left.iter().zip(&rows.right) {
            let both = Bilingual::new(left, right);
            self.row(&Bilingual::of(|side| {
                let row = both[side];
                format!(
                    "<p class=\"fact\"><span class=\"label\">{}</span> <span>{}</span></p>",
                    escaped(&row.label),
                    escaped(&row.value)
                )
            }));
        }
        self.out.push_str("</tbody>\n</table>\n</section>\n");
    }

    /// A section in both languages, row by row.
    fn section(&mut self, section: &Bilingual<Section>) {
        let part = match &section.left.id {
            Some(id) => Part::Section(id.clone()),
            None => Part::Words,
        };
        let id = format!("part-{}", part.name());
        let headings = Bilingual::of(|side| {
            let heading = section[side].heading.as_ref()?;
            let words = self.setters[side].prose(&heading.prose, None);
            Some(format!("<span lang=\"{}\">{words}</span>", self.sheet.code(side)))
        });
        let heading = match headings.both() {
            Some(both) => format!("{} <span class=\"hinge\" aria-hidden=\"true\">|</span> {}", both.left, both.right),
            None => self.say("proof-words"),
        };
        self.put(format_args!("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{heading}</h2>\n", escaped(&id)));
        let spans = section.as_ref().map(|section| section.span);
        let findings = self.sheet.findings_list(&self.sheet.findings_in(Some(&spans)));
        self.out.push_str(&findings);
        let edits = Bilingual::of(|side| self.edits(&part, side, &section[side].blocks));
        let has_words = |part: &Part| self.sheet.record.is_some_and(|record| record.texts.contains_key(part));
        if !has_words(&part) {
            self.told(&part);
        }
        self.begin_table(&id);
        for row in rows(&section.left.blocks, &section.right.blocks) {
            self.row(&Bilingual::of(|side| {
                let block = |block: &&Block| self.setters[side].block(block, &edits[side], row.depth);
                row.blocks[side].iter().map(block).collect()
            }));
        }
        self.out.push_str("</tbody>\n</table>\n</section>\n");
    }

    /// What has changed in a part since it was signed, where its words cannot show it.
    fn told(&mut self, part: &Part) {
        let (Some(record), Some(change)) = (self.sheet.record, self.change(part)) else { return };
        let languages = &self.sheet.comparison.site.languages;
        let telling = Telling { record, parts: self.sheet.parts, languages, limit: usize::MAX };
        let sentence = sentence(&self.sheet.say(&telling.sentence(change)));
        self.put(format_args!("<p class=\"since\">{sentence}</p>\n"));
    }

    fn change(&self, part: &Part) -> Option<&Change> {
        self.sheet.changes.iter().find(|change| change.part == *part)
    }

    /// The words that have changed in a part since it was signed.
    fn edits(&self, part: &Part, side: Side, blocks: &[Block]) -> ByBlock {
        let Some(change) = self.change(part) else { return ByBlock::new() };
        let has_changed = match change.step {
            Step::Left => side == Side::Left,
            Step::Right => side == Side::Right,
            Step::Both => true,
            Step::Added | Step::Removed => false,
        };
        let signed = self.sheet.record.and_then(|record| record.texts.get(part)).filter(|_| has_changed);
        let Some(signed) = signed else { return ByBlock::new() };
        match part {
            Part::Words => edits(&unlabelled(&signed[side]), blocks),
            _ => edits(&signed[side], blocks),
        }
    }

    /// A table with a column for each language; its head stands on each printed page anew.
    fn begin_table(&mut self, label: &str) {
        self.put(format_args!("<table class=\"pair\" aria-labelledby=\"{}\">\n<thead><tr>", escaped(label)));
        for side in Side::BOTH {
            let language = &self.sheet.comparison.site.languages[side];
            self.put(format_args!("<th scope=\"col\" lang=\"{}\">{}</th>", language.code, escaped(language.name())));
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
    }

    fn row(&mut self, cells: &Bilingual<String>) {
        self.out.push_str("<tr>");
        for (side, html) in cells.iter() {
            self.put(format_args!("<td lang=\"{}\">{html}</td>", self.sheet.code(side)));
        }
        self.out.push_str("</tr>\n");
    }

    /// Lines for a name, a date and a signature for each language.
    fn place_to_sign(&mut self) {
        let [heading, text] = ["proof-sign", "proof-sign-text"].map(|id| self.say(id));
        self.put(format_args!(
            "<section class=\"sign\" aria-labelledby=\"sign\">\n<h2 id=\"sign\">{heading}</h2>\n<p>{text}</p>\n<div class=\"lines\">\n"
        ));
        for side in Side::BOTH {
            let language = &self.sheet.comparison.site.languages[side];
            self.put(format_args!("<div><h3 lang=\"{}\">{}</h3>\n<dl>", language.code, escaped(language.name())));
            for id in ["proof-name", "proof-date", "proof-signature"] {
                let label = self.say(id);
                self.put(format_args!("<div><dt>{label}</dt><dd>&nbsp;</dd></div>"));
            }
            self.out.push_str("</dl></div>\n");
        }
        self.out.push_str("</div>\n</section>\n");
    }
}

fn span(code: &str, text: &str) -> String {
    format!("<span lang=\"{code}\">{}</span>", escaped(text))
}

/// What stands behind the key with which a line begins; that of a correction holds its day.
fn without_label(line: &str) -> Option<&str> {
    let correction = line.strip_prefix("correction ").and_then(|rest| rest.split_once(": "));
    let keys = ["title: ", "summary: ", "post-title: "];
    keys.iter().find_map(|key| line.strip_prefix(key)).or_else(|| correction.map(|(_, words)| words))
}

/// The words of a front matter without their keys, each a paragraph.
fn unlabelled(text: &str) -> String {
    let line = |line: &str| match without_label(line) {
        Some(words) => format!("\n{words}\n"),
        None => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}
