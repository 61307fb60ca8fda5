//! Turns a head into a request that may be answered. All rules meet here; none of them needs a socket.

use std::collections::BTreeMap;

use super::caller::Caller;
use super::events::EVENTS;
use super::head::{Head, Method};
use super::host::authority;
use super::refusal::Refusal;
use super::target::Target;

/// A request that may be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The path, decoded. It begins with `/`; its parts are neither `.` nor `..`, hold none of `\ ? # %` and no control
    /// character, and are empty at the end only.
    pub path: String,
    /// The values of the query, decoded, by their names.
    pub query: BTreeMap<String, String>,
    /// The cookies by their names, as they came. Those of other programs of this machine are among them, since browsers
    /// do not tell ports apart here (RFC 6265 §8.5).
    pub cookies: BTreeMap<String, String>,
    /// Whether only the head of the answer is asked for.
    pub head: bool,
}

impl Request {
    /// Passes a head through all rules for a server at `port`.
    pub(super) fn admit(head: &Head, port: u16) -> Result<Self, Refusal> {
        let authority = authority(head, port)?;
        let caller = Caller::of(head, &authority)?;
        if head.method == Method::Other {
            return Err(Refusal::Method);
        }
        head.check_bodiless()?;
        let Target { path, query } = Target::read(head.target)?;
        if path == EVENTS && caller != Caller::Page {
            return Err(Refusal::Forbidden);
        }
        Ok(Self { path, query, cookies: cookies(head), head: head.method == Method::Head })
    }
}

/// The cookies (RFC 6265 §4.2.1 and §5.4), the first of each name. One that is no text is somebody else's.
fn cookies(head: &Head) -> BTreeMap<String, String> {
    let mut cookies = BTreeMap::new();
    for value in head.all("cookie") {
        for pair in value.split(|byte| *byte == b';') {
            if let Ok(pair) = std::str::from_utf8(pair)
                && let Some((name, value)) = pair.trim_matches([' ', '\t']).split_once('=')
            {
                cookies.entry(name.to_owned()).or_insert_with(|| value.to_owned());
            }
        }
    }
    cookies
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_of_others_do_no_harm() {
        let text =
            b"GET / HTTP/1.1\r\nCookie: a=1; b=\"x=y\";; c; =d; e=\xff ;a=2\r\nCookie: f=2025-05-08T00:01\r\n\r\n";
        let cookies = cookies(&Head::read(text).unwrap());
        let expected = [("", "d"), ("a", "1"), ("b", "\"x=y\""), ("f", "2025-05-08T00:01")];
        assert!(cookies.iter().map(|(name, value)| (name.as_str(), value.as_str())).eq(expected), "{cookies:?}");
    }
}
