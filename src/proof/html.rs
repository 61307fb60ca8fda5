//! From plain text to HTML in which it stands as it is.

use std::fmt::{Arguments, Write as _};

/// Adds HTML to a page. Writing to a string cannot fail.
pub(super) fn put(out: &mut String, html: Arguments<'_>) {
    let _ = out.write_fmt(html);
}

/// A text in which every sign stands for itself, within and outside of attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            sign => out.push(sign),
        }
    }
    out
}

/// A sentence of diptych's own, in which what is to be typed stands between backquotes.
pub(super) fn sentence(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, piece) in text.split('`').enumerate() {
        let piece = escaped(piece);
        if at % 2 == 1 {
            out.push_str("<code>");
            out.push_str(&piece);
            out.push_str("</code>");
        } else {
            out.push_str(&piece);
        }
    }
    out
}

/// A text between quotation marks of a style sheet. Nothing in it can end the text or the style sheet.
pub(super) fn style_string(text: &str) -> String {
    let plain = |sign: &char| sign.is_alphanumeric() || " -_.,:()’".contains(*sign);
    format!("\"{}\"", text.chars().filter(plain).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup() {
        assert_eq!(escaped("<a href='\"'>&"), "&lt;a href=&#39;&quot;&#39;&gt;&amp;");
        assert_eq!(sentence("Run `diptych <x>`."), "Run <code>diptych &lt;x&gt;</code>.");
        assert_eq!(style_string("a\"}</style>\\1’é"), "\"astyle1’é\"");
    }
}
