//! From typed data to JSON that can stand in a script of a page.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::domain::Decimal;

/// A number with every digit as it was typed. A float would make `4565.3` of `4565.30`.
pub(super) type Number = Box<RawValue>;

/// An amount as a number of JSON: both have digits, and perhaps a point and more digits.
pub(super) fn number(amount: &Decimal) -> Option<Number> {
    RawValue::from_string(amount.to_string()).ok()
}

/// Data as the text of a script. What could end the script or begin another one, and the line ends that only JavaScript
/// knows, are written as escapes; in JSON such signs occur in texts alone, so that a parser gets back what went in.
pub(super) fn script(data: &impl Serialize) -> String {
    // Structures with named fields always have a form in JSON.
    escaped(&serde_json::to_string(data).unwrap_or_default())
}

fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 4);
    let mut from = 0;
    for (at, byte) in json.bytes().enumerate() {
        let (escape, length) = match byte {
            b'<' => ("\\u003c", 1),
            b'>' => ("\\u003e", 1),
            b'&' => ("\\u0026", 1),
            // The first byte of the two line ends, and of other signs.
            0xe2 if json[at..].starts_with('\u{2028}') => ("\\u2028", 3),
            0xe2 if json[at..].starts_with('\u{2029}') => ("\\u2029", 3),
            _ => continue,
        };
        out.push_str(&json[from..at]);
        out.push_str(escape);
        from = at + length;
    }
    out.push_str(&json[from..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces of which every text of up to four is tried.
    const PIECES: [&str; 14] = [
        "<",
        ">",
        "&",
        "\u{2028}",
        "\u{2029}",
        "\"",
        "\\",
        "\\u003c",
        "</script>",
        "<!--<script>",
        "&lt;",
        "é\u{202f}!",
        "🦊",
        "\u{1}\n\t\u{7f}",
    ];

    fn comes_back(text: &str) {
        let json = script(&text);
        assert!(!json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{json}");
        assert!(!json.chars().any(|sign| sign < ' '), "{json:?}");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), text);
    }

    #[test]
    fn a_parser_gets_back_what_went_in() {
        comes_back("");
        for one in PIECES {
            for other in PIECES {
                for third in PIECES {
                    comes_back(&format!("{one}{other}a{third}"));
                    comes_back(&format!("{one} {third}{other}{one}"));
                }
            }
        }
        for sign in '\0'..='\u{3000}' {
            comes_back(&format!("a{sign}b{sign}"));
        }
    }

    #[test]
    fn a_number_keeps_every_digit() {
        for text in ["4565.36", "4565.30", "0.50", "0", "12345678901234567.89", "10742.00"] {
            let number = number(&Decimal::parse(text).expect("an amount")).expect("a number");
            assert_eq!(script(&number), text);
        }
    }
}
