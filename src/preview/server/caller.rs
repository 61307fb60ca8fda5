//! Turns `Origin` and the fetch metadata into who asks: one of the preview's own pages, its user, or somebody who may
//! not.
//!
//! What is decided, and why:
//! - An `Origin` must be the preview's own, exactly: another port of this machine is another origin, and so is `null`.
//! - `Sec-Fetch-Site: cross-site` and `same-site` are refused unless a page is opened by a link (`navigate`,
//!   `document`): links to the preview work from anywhere, while its pages cannot be framed, and its scripts, styles,
//!   pictures and data cannot be included. `same-site` is no better than `cross-site`, since all ports of this machine
//!   are one site.
//! - Without either header the request is answered: it comes from a program such as curl, which reads what its user
//!   could read anyway, or from a browser of before 2023, which `Cross-Origin-Resource-Policy` makes keep the answer to
//!   itself.
//! - Event streams are for the preview's own pages only, so one of the two headers must say so.

use super::head::Head;
use super::refusal::Refusal;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Caller {
    /// A page of the preview.
    Page,
    /// Somebody who typed the address or followed a link, or a program that is no browser.
    Visitor,
}

impl Caller {
    /// Tells who asks for something at `authority`, or refuses (RFC 6454 §7; W3C, Fetch Metadata Request Headers, §2).
    pub fn of(head: &Head, authority: &str) -> Result<Self, Refusal> {
        let origin = head.one("origin")?;
        if origin.is_some_and(|origin| origin.strip_prefix("http://") != Some(authority)) {
            return Err(Refusal::Forbidden);
        }
        match head.one("sec-fetch-site")? {
            Some("same-origin") => Ok(Self::Page),
            None if origin.is_some() => Ok(Self::Page),
            Some("none") | None => Ok(Self::Visitor),
            Some(_) if opens_a_page(head)? => Ok(Self::Visitor),
            Some(_) => Err(Refusal::Forbidden),
        }
    }
}

fn opens_a_page(head: &Head) -> Result<bool, Refusal> {
    Ok(head.one("sec-fetch-mode")? == Some("navigate") && head.one("sec-fetch-dest")? == Some("document"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(fields: &str) -> Result<Caller, Refusal> {
        let text = format!("GET / HTTP/1.1\r\n{fields}\r\n");
        Caller::of(&Head::read(text.as_bytes()).unwrap(), "localhost:7272")
    }

    #[test]
    fn pages_of_the_preview_are_known() {
        assert_eq!(caller("Origin: http://localhost:7272\r\n"), Ok(Caller::Page));
        assert_eq!(caller("Sec-Fetch-Site: same-origin\r\n"), Ok(Caller::Page));
    }

    #[test]
    fn visitors_open_pages() {
        let link = "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
        for fields in ["", "Sec-Fetch-Site: none\r\n"] {
            assert_eq!(caller(fields), Ok(Caller::Visitor), "{fields:?}");
        }
        assert_eq!(caller(&format!("Sec-Fetch-Site: cross-site\r\n{link}")), Ok(Caller::Visitor));
        assert_eq!(caller(&format!("Sec-Fetch-Site: same-site\r\n{link}")), Ok(Caller::Visitor));
    }

    #[test]
    fn other_origins_are_forbidden() {
        for origin in [
            "null",
            "",
            "http://localhost",
            "http://localhost:72720",
            "https://localhost:7272",
            "http://127.0.0.1:7272",
            "http://localhost:7272/",
            "http://localhost:7272.example.org",
            "HTTP://localhost:7272",
            "localhost:7272",
            "http://user@localhost:7272",
            "http://localhost:7272 http://example.org",
            "\u{fffd}",
        ] {
            assert_eq!(caller(&format!("Origin: {origin}\r\n")), Err(Refusal::Forbidden), "{origin}");
        }
        let own = "Origin: http://localhost:7272\r\n";
        assert_eq!(caller(&format!("{own}{own}")), Err(Refusal::Malformed));
        assert_eq!(caller(&format!("{own}Sec-Fetch-Site: cross-site\r\n")), Err(Refusal::Forbidden));
    }

    #[test]
    fn other_sites_include_and_frame_nothing() {
        for fields in [
            "Sec-Fetch-Site: cross-site\r\n",
            "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\n",
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n",
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n",
            "Sec-Fetch-Site: SAME-ORIGIN\r\n",
            "Sec-Fetch-Site: sideways\r\n",
            "Sec-Fetch-Site: same-origin, cross-site\r\n",
        ] {
            assert_eq!(caller(fields), Err(Refusal::Forbidden), "{fields:?}");
        }
    }
}
