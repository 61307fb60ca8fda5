//! Turns a request target into a path and the values of a query, each decoded once.
//!
//! What could be read in two ways is refused rather than cleaned: whoever looks the path up, now or later, with
//! whatever library, must find nothing left to interpret. Addresses of a site never need what is refused here.

use std::collections::BTreeMap;
use std::str;

use super::limits::LONGEST_TARGET;
use super::refusal::Refusal;

/// Where something is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// Begins with `/`. Its parts are neither `.` nor `..`, and empty at the end only.
    pub path: String,
    /// The values by their names, each name once.
    pub query: BTreeMap<String, String>,
}

impl Target {
    /// Reads a target in origin form (RFC 9112 §3.2.1), the only form that is meant for a server such as this.
    pub fn read(raw: &str) -> Result<Self, Refusal> {
        if raw.len() > LONGEST_TARGET {
            return Err(Refusal::LongTarget);
        }
        let (path, query) = raw.split_once('?').unwrap_or((raw, ""));
        let path = read_path(path).ok_or(Refusal::Malformed)?;
        let query = read_query(query).ok_or(Refusal::Malformed)?;
        Ok(Self { path, query })
    }
}

/// The path (RFC 3986 §3.3). After decoding, no part may hold a sign by which some reader would divide it once more
/// (`/`, `\`), end it (`?`, `#`, NUL) or decode it once more (`%`).
fn read_path(raw: &str) -> Option<String> {
    let mut parts = raw.strip_prefix('/')?.split('/').peekable();
    let mut path = String::with_capacity(raw.len());
    while let Some(part) = parts.next() {
        let part = decode(part, Plus::Plus)?;
        let is_last = parts.peek().is_none();
        if part == "." || part == ".." || (part.is_empty() && !is_last) || part.contains(['/', '\\', '?', '#', '%']) {
            return None;
        }
        path.push('/');
        path.push_str(&part);
    }
    Some(path)
}

/// The query, as forms and scripts write it (WHATWG, URL, §5.1: application/x-www-form-urlencoded), but strictly: no
/// empty pair, no name twice.
fn read_query(raw: &str) -> Option<BTreeMap<String, String>> {
    let mut values = BTreeMap::new();
    if raw.is_empty() {
        return Some(values);
    }
    for pair in raw.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decode(name, Plus::Space)?, decode(value, Plus::Space)?);
        if name.is_empty() || values.insert(name, value).is_some() {
            return None;
        }
    }
    Some(values)
}

/// The signs that stand for themselves in a path or a query, beside letters and digits.
const PLAIN: &[u8] = b"-._~!$&'()*+,;=:@/";

/// What the sign `+` stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Plus {
    /// Itself, in a path.
    Plus,
    /// A space, in a query.
    Space,
}

/// Decodes percent signs once (RFC 3986 §2.1). Nothing if a sign is not allowed to stand for itself in a target (§3.3),
/// an escape is not whole, or the result has control characters or is no UTF-8.
fn decode(raw: &str, plus: Plus) -> Option<String> {
    let mut bytes = raw.bytes();
    let mut decoded = Vec::with_capacity(raw.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => 16 * digit(bytes.next()?)? + digit(bytes.next()?)?,
            b'+' if plus == Plus::Space => b' ',
            _ if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) => byte,
            _ => return None,
        });
    }
    String::from_utf8(decoded).ok().filter(|text| !text.contains(char::is_control))
}

fn digit(byte: u8) -> Option<u8> {
    let digit = char::from(byte).to_digit(16)?;
    u8::try_from(digit).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn query<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    #[test]
    fn addresses_of_a_site_are_read() {
        for (raw, path) in [
            ("/", "/"),
            ("/en/vacancies/250655-chief/", "/en/vacancies/250655-chief/"),
            ("/files/250655/R%C3%A9sum%c3%a9%20(1).pdf", "/files/250655/Résumé (1).pdf"),
            ("/-/desk.json?", "/-/desk.json"),
            ("/a+b", "/a+b"),
            ("/...", "/..."),
        ] {
            assert_eq!(Target::read(raw), Ok(Target { path: path.to_owned(), query: query([]) }), "{raw}");
        }
        let target = Target::read("/-/pair?path=/en/%3Fa+b%2B1&now=2025-05-08T00:01&flag").unwrap();
        assert_eq!(target.query, query([("path", "/en/?a b+1"), ("now", "2025-05-08T00:01"), ("flag", "")]));
    }

    #[test]
    fn other_forms_are_refused() {
        for raw in ["*", "", "en/", "localhost:7272", "http://localhost:7272/", "HTTP://localhost/", "?a=1", "#a"] {
            assert_eq!(Target::read(raw), Err(Refusal::Malformed), "{raw:?}");
        }
        let long = format!("/{}", "a".repeat(LONGEST_TARGET));
        assert_eq!(Target::read(&long), Err(Refusal::LongTarget));
        assert!(Target::read(&long[..LONGEST_TARGET]).is_ok());
    }

    #[test]
    fn queries_are_read_once_or_refused() {
        for raw in ["/?a=1&a=2", "/?a&%61", "/?=1", "/?&", "/?a=1&", "/??", "/?a=%", "/?a=%00", "/?a=%C0%AF", "/?a#b"] {
            assert_eq!(Target::read(raw), Err(Refusal::Malformed), "{raw:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_has_one_meaning(raw in "(/|/[ -~]{0,8}|%2[efEF5]|%5[cC]|%[0-9a-fA-F]{2}|\\.|\\?|\\PC){0,12}") {
            if let Ok(target) = Target::read(&raw) {
                let parts: Vec<_> = target.path.strip_prefix('/').expect("it begins with /").split('/').collect();
                let (_, inner) = parts.split_last().expect("a part");
                prop_assert!(!inner.contains(&"") && !parts.contains(&".") && !parts.contains(&".."));
                let odd = |sign: char| sign.is_control() || "\\?#%".contains(sign);
                prop_assert!(!target.path.contains(odd));
            }
        }

        #[test]
        fn any_name_survives_its_encoding(name in "[^\\pC/\\\\?#%]{1,20}") {
            prop_assume!(name != "." && name != "..");
            let encoded = name.bytes().map(|byte| format!("%{byte:02x}")).collect::<Vec<_>>().concat();
            let target = Target::read(&format!("/{encoded}?{encoded}={encoded}")).expect("it is read");
            prop_assert_eq!(target.path, format!("/{name}"));
            prop_assert_eq!(target.query, query([(name.as_str(), name.as_str())]));
        }
    }
}
