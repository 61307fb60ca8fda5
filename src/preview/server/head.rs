//! Turns the bytes of a head into a method, a target and header fields. What they mean for this server is not known
//! here.

use httparse::{EMPTY_HEADER, Error, Header, Status};

use super::limits::MOST_FIELDS;
use super::refusal::Refusal;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    /// What is at an address (RFC 9110 §9.3.1).
    Get,
    /// The same without its body (RFC 9110 §9.3.2).
    Head,
    /// Anything else.
    Other,
}

/// The head of a request, by the grammar of RFC 9112 §3 and §5.
#[derive(Debug)]
pub(super) struct Head<'a> {
    /// What is asked for.
    pub method: Method,
    /// The request target, as it came.
    pub target: &'a str,
    /// The minor version: HTTP/1.0 or HTTP/1.1.
    pub minor: u8,
    fields: Vec<Header<'a>>,
}

impl<'a> Head<'a> {
    /// Reads a head with its empty line. Line folding, a space before a colon, control characters: all refused
    /// (RFC 9112 §5.1, §5.2).
    pub fn read(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let mut fields = [EMPTY_HEADER; MOST_FIELDS];
        let mut parsed = httparse::Request::new(&mut fields);
        match parsed.parse(bytes) {
            Ok(Status::Complete(length)) if length == bytes.len() => {}
            Err(Error::TooManyHeaders) => return Err(Refusal::LargeFields),
            Err(Error::Version) if names_a_version(bytes) => return Err(Refusal::Version),
            _ => return Err(Refusal::Malformed),
        }
        let (Some(method), Some(target), Some(minor)) = (parsed.method, parsed.path, parsed.version) else {
            return Err(Refusal::Malformed);
        };
        let method = match method {
            "GET" => Method::Get,
            "HEAD" => Method::Head,
            _ => Method::Other,
        };
        Ok(Self { method, target, minor, fields: parsed.headers.to_vec() })
    }

    /// The values of all fields with a name, in whatever case (RFC 9110 §5.1).
    pub fn all(&self, name: &str) -> impl Iterator<Item = &'a [u8]> {
        self.fields.iter().filter(move |field| field.name.eq_ignore_ascii_case(name)).map(|field| field.value)
    }

    /// The value of a field that may be there once, and is text.
    pub fn one(&self, name: &str) -> Result<Option<&'a str>, Refusal> {
        let mut values = self.all(name);
        match (values.next(), values.next()) {
            (None, _) => Ok(None),
            (Some(value), None) => std::str::from_utf8(value).map(Some).map_err(|_| Refusal::Malformed),
            (Some(_), Some(_)) => Err(Refusal::Malformed),
        }
    }

    /// Refuses a body, which a request that only reads has no use for. It is not read, so the connection must close, or
    /// it would be taken for the next request (RFC 9112 §6.3).
    pub fn check_bodiless(&self) -> Result<(), Refusal> {
        let coded = self.all("transfer-encoding").next().is_some();
        match self.one("content-length")? {
            None if coded => Err(Refusal::Body),
            None => Ok(()),
            // Both at once are a sign of request smuggling.
            Some(_) if coded => Err(Refusal::Malformed),
            Some(length) if length.is_empty() || !length.bytes().all(|byte| byte.is_ascii_digit()) => {
                Err(Refusal::Malformed)
            }
            Some(length) if length.bytes().all(|byte| byte == b'0') => Ok(()),
            Some(_) => Err(Refusal::Body),
        }
    }

    /// Whether the client means to send another request on the same connection (RFC 9112 §9.3).
    pub fn stays(&self) -> bool {
        let is_close = |option: &[u8]| option.trim_ascii().eq_ignore_ascii_case(b"close");
        self.minor == 1 && !self.all("connection").any(|value| value.split(|byte| *byte == b',').any(is_close))
    }
}

/// Whether the request line is one of some version of HTTP (RFC 9112 §2.3 and §3).
fn names_a_version(bytes: &[u8]) -> bool {
    let line = bytes.split(|byte| *byte == b'\r').next().unwrap_or_default();
    let words: Vec<_> = line.split(|byte| *byte == b' ').collect();
    matches!(words[..], [_, _, [b'H', b'T', b'T', b'P', b'/', b'0'..=b'9', b'.', b'0'..=b'9']])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn refusal(text: &str) -> Option<Refusal> {
        Head::read(text.as_bytes()).and_then(|head| head.check_bodiless()).err()
    }

    #[test]
    fn a_head_is_read() {
        let text = b"GET /en/?a=1 HTTP/1.1\r\nHost:  a \r\nX:\r\nCONNECTION: keep-alive , Close\r\n\r\n";
        let head = Head::read(text).unwrap();
        assert_eq!((head.method, head.target, head.minor), (Method::Get, "/en/?a=1", 1));
        assert_eq!(head.one("host"), Ok(Some("a")));
        assert_eq!((head.one("x"), head.one("y")), (Ok(Some("")), Ok(None)));
        assert!(!head.stays());
        assert!(Head::read(b"HEAD / HTTP/1.1\r\n\r\n").unwrap().stays());
        assert!(!Head::read(b"HEAD / HTTP/1.0\r\n\r\n").unwrap().stays());
    }

    #[test]
    fn a_field_that_must_be_alone_is_alone() {
        let head = Head::read(b"GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\nOrigin: \xff\r\n\r\n").unwrap();
        assert_eq!(head.one("host"), Err(Refusal::Malformed));
        assert_eq!(head.one("origin"), Err(Refusal::Malformed));
    }

    #[test]
    fn what_is_no_head_is_refused() {
        for (text, expected) in [
            ("GET /\r\n\r\n", Some(Refusal::Malformed)),
            ("GET  / HTTP/1.1\r\n\r\n", Some(Refusal::Malformed)),
            ("GET / HTTP/1.1 \r\n\r\n", Some(Refusal::Malformed)),
            ("GET / HTTP/1.2\r\n\r\n", Some(Refusal::Version)),
            ("PRI * HTTP/2.0\r\n\r\n", Some(Refusal::Version)),
            ("GET / FTP/1.1\r\n\r\n", Some(Refusal::Malformed)),
            ("GET / index HTTP/1.2\r\n\r\n", Some(Refusal::Malformed)),
            ("GET / HTTP/1.1\r\nA : b\r\n\r\n", Some(Refusal::Malformed)),
            ("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", Some(Refusal::Malformed)),
            ("GET / HTTP/1.1\r\nA: b\0\r\n\r\n", Some(Refusal::Malformed)),
            ("GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", None),
            ("GET / HTTP/1.1\r\nContent-Length: 1\r\n\r\n", Some(Refusal::Body)),
            ("GET / HTTP/1.1\r\nContent-Length: +0\r\n\r\n", Some(Refusal::Malformed)),
            ("GET / HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n", Some(Refusal::Malformed)),
            ("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", Some(Refusal::Body)),
            ("GET / HTTP/1.1\r\nTransfer-Encoding: a\r\nContent-Length: 0\r\n\r\n", Some(Refusal::Malformed)),
        ] {
            assert_eq!(refusal(text), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_bring_it_down(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Head::read(&bytes);
            let _ = Head::read(&[b"GET / HTTP/1.1\r\n", bytes.as_slice(), b"\r\n\r\n"].concat());
        }
    }
}
