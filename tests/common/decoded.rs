//! From the bytes of an output to everything that someone could read out of them: what must not be published may not stand
//! there in another form either.
//!
//! A text can stand in a file as it is, folded over two lines (iCalendar), with escapes of JSON or Fluent (`\u202f`), with
//! references of HTML or XML (also of HTML within XML), with percent signs in an address, or in base64. The index of the
//! search is compressed, and knows some signs by stand-ins.

use std::io::Read;

use flate2::read::GzDecoder;

use super::Output;

/// An output with all forms of its files, to be searched.
pub struct Searched<'o> {
    files: Vec<(&'o str, String)>,
}

impl<'o> Searched<'o> {
    /// Makes all forms, once.
    pub fn new(output: &'o Output) -> Self {
        let forms = |path: &str, bytes: &[u8]| {
            let plain = readable(path, bytes).to_lowercase();
            let (json, html, percent) = (json(&plain), html(&html(&plain)), percent(&plain));
            [path.to_lowercase(), plain, json, html, percent].join("\n")
        };
        // Pagefind's own programs are the same on every site.
        let is_program = |path: &str| is_index(path) && (path.ends_with(".js") || path.contains("/wasm."));
        let files = output.iter().filter(|(path, _)| !is_program(path));
        Self { files: files.map(|(path, bytes)| (path.as_str(), forms(path, bytes))).collect() }
    }

    /// The files in whose names or bytes a text stands in any form, whatever its case.
    pub fn places_of(&self, text: &str) -> Vec<&'o str> {
        let mut wanted = base64(text);
        wanted.push(text.to_lowercase());
        let holds = |forms: &str| wanted.iter().any(|wanted| forms.contains(wanted.as_str()));
        self.files.iter().filter(|(_, forms)| holds(forms)).map(|(path, _)| *path).collect()
    }
}

/// The words of a file; those of a calendar with its folded lines in one piece.
pub fn readable(path: &str, bytes: &[u8]) -> String {
    if is_index(path) {
        let mut plain = Vec::new();
        let bytes = GzDecoder::new(bytes).read_to_end(&mut plain).map_or(bytes, |_| &plain);
        return String::from_utf8_lossy(bytes).replace('\u{2060}', "\u{202f}").replace('\u{feff}', "\u{a0}");
    }
    let text = String::from_utf8_lossy(bytes);
    if path.ends_with(".ics") { text.replace("\r\n ", "") } else { text.into_owned() }
}

/// Whether a file belongs to the index of the search.
pub fn is_index(path: &str) -> bool {
    path.contains("/pagefind-")
}

/// Escapes such as `\u202f` resolved.
fn json(text: &str) -> String {
    replaced(text, "\\u", |rest| {
        let digits = rest.get(..4)?;
        Some((char::from_u32(u32::from_str_radix(digits, 16).ok()?)?, 4))
    })
}

/// References such as `&#8239;`, `&#x202f;` and `&amp;` resolved.
fn html(text: &str) -> String {
    replaced(text, "&", |rest| {
        let name = rest.get(..rest.find(';').filter(|end| *end < 10)?)?;
        let sign = match (name, name.strip_prefix("#x"), name.strip_prefix('#')) {
            ("amp", ..) => '&',
            ("lt", ..) => '<',
            ("gt", ..) => '>',
            ("quot", ..) => '"',
            ("nbsp", ..) => '\u{a0}',
            (_, Some(digits), _) => char::from_u32(u32::from_str_radix(digits, 16).ok()?)?,
            (_, _, Some(digits)) => char::from_u32(digits.parse().ok()?)?,
            _ => return None,
        };
        Some((sign, name.len() + 1))
    })
}

/// A text with every escape that begins with a mark replaced by the sign that it stands for and that `read` finds behind
/// the mark, with the length of the rest of the escape.
fn replaced(text: &str, mark: &str, read: impl Fn(&str) -> Option<(char, usize)>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split(mark);
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        if let Some((sign, length)) = read(part) {
            out.push(sign);
            out.push_str(&part[length..]);
        } else {
            out.push_str(mark);
            out.push_str(part);
        }
    }
    out
}

/// Bytes such as `%e2` resolved.
fn percent(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let resolved = digits.filter(|_| *first == b'%').and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(resolved.unwrap_or(*first));
        rest = if resolved.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What stands for a text in base64, wherever it begins in the bytes: the signs that depend on it alone. All in small
/// letters, as the files are.
fn base64(text: &str) -> Vec<String> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let of = |before: usize| {
        let mut bits = vec![false; before * 8];
        bits.extend(text.bytes().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1 == 1)));
        let signs = bits.chunks_exact(6).map(|six| six.iter().fold(0, |sum, bit| sum << 1 | usize::from(*bit)));
        let signs: String = signs.map(|sign| char::from(SIGNS[sign])).collect();
        // The first ones also depend on the bytes before.
        signs[(before * 8).div_ceil(6)..].to_lowercase()
    };
    (0..3).map(of).collect()
}
