//! From a text to the characters in it that deceive: controls, signs that reverse the reading order, signs that nobody
//! sees.

use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Place, SitePath, Span, is_control};

/// Finds the characters that deceive (Unicode Technical Report 36; CVE-2021-42574).
#[must_use]
pub fn signs(path: &SitePath, text: &str) -> Log {
    let mut log = Log::new();
    let mut from = 0;
    while let Some(found) = text.as_bytes()[from..].iter().position(|byte| may_begin_one(*byte)) {
        let at = from + found;
        let Some(sign) = text[at..].chars().next() else { break };
        from = at + sign.len_utf8();
        let rule = match sign {
            sign if is_control(sign) => Rule::ControlCharacter,
            '\u{200B}' | '\u{200C}' | '\u{2060}' | '\u{FEFF}' => Rule::InvisibleCharacter,
            _ => continue,
        };
        let message = Text::new(rule.word()).with("code", format!("U+{:04X}", u32::from(sign)));
        let place = Place::new(path.clone(), Span::new(at, at + sign.len_utf8()));
        log.push(Diagnostic::new(rule, place, message).hint("character-hint"));
        if sign == '\0' {
            // Hardly a text at all: in UTF-16, every second character would be one.
            break;
        }
    }
    mixed_scripts(path, text, &mut log);
    log
}

/// Finds words that mix Latin letters with Greek or Cyrillic ones, many of which look the same: a search for the word
/// would miss it (Unicode Technical Standard 39).
fn mixed_scripts(path: &SitePath, text: &str, log: &mut Log) {
    // The bytes that begin a Greek or Cyrillic letter.
    if !text.bytes().any(|byte| (0xCE..=0xD3).contains(&byte)) {
        return;
    }
    let latin = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{24f}');
    let alike = |letter: char| matches!(letter, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}');
    let mut at = 0;
    for word in text.split_inclusive(|end: char| !end.is_alphabetic()) {
        let letters = word.trim_end_matches(|end: char| !end.is_alphabetic());
        if letters.contains(latin) && letters.contains(alike) {
            let place = Place::new(path.clone(), Span::new(at, at + letters.len()));
            let message = Text::new("mixed-script").with("word", letters);
            log.push(Diagnostic::new(Rule::MixedScript, place, message).hint("mixed-script-hint"));
        }
        at += word.len();
    }
}

/// Whether a byte can begin a character that deceives. Most bytes of a text cannot, which makes the search quick.
const fn may_begin_one(byte: u8) -> bool {
    matches!(byte, 0..=0x08 | 0x0B..=0x1F | 0x7F | 0xC2 | 0xD8 | 0xE2 | 0xEE | 0xEF)
}
