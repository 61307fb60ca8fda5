//! What the server asks for and what it gets: a request in, an answer out. How it is sent is not known here.

use std::borrow::Cow;
use std::fmt;
use std::io::Read;

use super::Request;

/// Somebody who knows what is at a path.
pub trait Answer: Send + Sync {
    /// The answer to a request. It may take its time: it runs on a thread of its own, a few at once. A panic becomes
    /// the status 500 of this one request.
    fn answer(&self, request: &Request) -> Answered;
}

impl<F: Fn(&Request) -> Answered + Send + Sync> Answer for F {
    fn answer(&self, request: &Request) -> Answered {
        self(request)
    }
}

/// An answer.
#[derive(Debug)]
pub struct Answered {
    /// The status (RFC 9110 §15), one that has a body: 200, 404 and so on. One that is none becomes 500.
    pub status: u16,
    /// The media type of the body, as the header `Content-Type` has it.
    pub media_type: Cow<'static, str>,
    /// The body. It is not sent when only the head was asked for, but its length is told.
    pub body: Body,
}

/// The body of an answer.
pub enum Body {
    /// Bytes that are there.
    Bytes(Vec<u8>),
    /// Bytes that are read while they are sent, a little at a time, and how many they are. If they turn out to be
    /// fewer, the connection is cut, so that the client does not take them for the whole.
    Stream(Box<dyn Read + Send>, u64),
}

impl Answered {
    /// An answer of bytes.
    #[must_use]
    pub fn new(status: u16, media_type: impl Into<Cow<'static, str>>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { status, media_type: media_type.into(), body: Body::Bytes(bytes.into()) }
    }
}

impl Body {
    /// How many bytes it has.
    #[must_use]
    pub fn length(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Stream(_, length) => *length,
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} bytes", self.length())
    }
}
