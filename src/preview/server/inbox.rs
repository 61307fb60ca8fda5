//! Turns the bytes that a client sends into heads of requests, one after the other, each within the limits of size.
//!
//! It looks at line ends, and for what no head can hold, such as the beginning of TLS. A line ends with CR LF, and
//! neither stands alone: RFC 9112 §2.2 lets a server take a single LF for a line end, and two readers of one request
//! could then differ about where it ends.

use super::limits::{LARGEST_FIELDS, LONGEST_LINE};
use super::refusal::Refusal;

/// What has come and has not been read.
#[derive(Debug, Default)]
pub(super) struct Inbox {
    bytes: Vec<u8>,
    /// How many bytes of it have been looked at.
    seen: usize,
    /// Where the request line ends, if that has been seen.
    line: Option<usize>,
}

impl Inbox {
    /// Whether nothing of the next request has come.
    pub const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Adds what has come.
    pub fn add(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Takes out the next head, with its empty line, if it is there whole. However its bytes came, one by one or all at
    /// once, the result is the same.
    pub fn take(&mut self) -> Result<Option<Vec<u8>>, Refusal> {
        while let Some(&byte) = self.bytes.get(self.seen) {
            let at = self.seen;
            self.seen += 1;
            let after_return = at > 0 && self.bytes[at - 1] == b'\r';
            if after_return != (byte == b'\n') || !belongs(byte) {
                return Err(Refusal::Malformed);
            }
            if byte == b'\n' && self.bytes[..at - 1].ends_with(b"\r\n") {
                let rest = self.bytes.split_off(self.seen);
                let head = std::mem::replace(&mut self.bytes, rest);
                (self.seen, self.line) = (0, None);
                return Ok(Some(head));
            }
            match self.line {
                None if byte == b'\n' => self.line = Some(at),
                None if at >= LONGEST_LINE => return Err(Refusal::LongTarget),
                Some(line) if at - line > LARGEST_FIELDS => return Err(Refusal::LargeFields),
                _ => {}
            }
        }
        Ok(None)
    }
}

/// Whether a byte can be part of a head at all (RFC 9110 §5.5).
const fn belongs(byte: u8) -> bool {
    !byte.is_ascii_control() || matches!(byte, b'\r' | b'\n' | b'\t')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn heads(pieces: &[&[u8]]) -> Result<Vec<Vec<u8>>, Refusal> {
        let (mut inbox, mut heads) = (Inbox::default(), Vec::new());
        for piece in pieces {
            inbox.add(piece);
            while let Some(head) = inbox.take()? {
                heads.push(head);
            }
        }
        Ok(heads)
    }

    #[test]
    fn heads_end_with_an_empty_line() {
        assert_eq!(heads(&[b"GET / HTTP/1.1\r\n\r"]), Ok(vec![]));
        let two: &[u8] = b"GET / HTTP/1.1\r\nHost: a\r\n\r\nHEAD / HTTP/1.1\r\n\r\n";
        let (first, second) = two.split_at(27);
        assert_eq!(heads(&[two]), Ok(vec![first.to_vec(), second.to_vec()]));
        assert_eq!(heads(&two.chunks(1).collect::<Vec<_>>()), heads(&[two]));
    }

    #[test]
    fn what_no_head_can_hold_is_refused_at_once() {
        for text in
            ["GET / HTTP/1.1\n", "GET / HTTP/1.1\r\nHost: a\n", "GET / HTTP/1.1\rH", "\n", "\r\r", "\u{16}", "GET /\0"]
        {
            assert_eq!(heads(&[text.as_bytes()]), Err(Refusal::Malformed), "{text:?}");
        }
    }

    #[test]
    fn sizes_are_bounded_before_a_head_is_whole() {
        let line = |length: usize| [b"GET /".as_slice(), &vec![b'a'; length]].concat();
        assert_eq!(heads(&[&line(LONGEST_LINE - 5)]), Ok(vec![]));
        assert_eq!(heads(&[&line(LONGEST_LINE)]), Err(Refusal::LongTarget));
        let fields = |length: usize| [b"GET / HTTP/1.1\r\nA: ".as_slice(), &vec![b'a'; length]].concat();
        assert_eq!(heads(&[&fields(LARGEST_FIELDS - 3)]), Ok(vec![]));
        assert_eq!(heads(&[&fields(LARGEST_FIELDS)]), Err(Refusal::LargeFields));
    }

    proptest! {
        #[test]
        fn it_does_not_matter_in_which_pieces_bytes_come(
            bytes in proptest::collection::vec(prop_oneof![Just(b'\r'), Just(b'\n'), Just(b'a')], 0..40),
            cut in 0_usize..40,
        ) {
            let (left, right) = bytes.split_at(cut.min(bytes.len()));
            prop_assert_eq!(heads(&[left, right]), heads(&[&bytes]));
        }
    }
}
