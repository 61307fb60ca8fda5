//! Why a request is not passed on, and the status that says so. The client is not told more.

/// Why the server itself refuses a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is no HTTP/1.1 request, or one that could be read in two ways.
    Malformed,
    /// It is addressed to another name or port, or was sent by a page of another site.
    Forbidden,
    /// It would do more than read.
    Method,
    /// Its head did not come in time.
    Late,
    /// It has a body.
    Body,
    /// Its address is too long.
    LongTarget,
    /// Its header fields are too large or too many.
    LargeFields,
    /// Too many event streams are open.
    Full,
    /// It is of another major version of HTTP.
    Version,
}

impl Refusal {
    /// Its status (RFC 9110 §15.5 and §15.6; 431: RFC 6585 §5).
    pub const fn status(self) -> u16 {
        match self {
            Self::Malformed => 400,
            Self::Forbidden => 403,
            Self::Method => 405,
            Self::Late => 408,
            Self::Body => 413,
            Self::LongTarget => 414,
            Self::LargeFields => 431,
            Self::Full => 503,
            Self::Version => 505,
        }
    }
}
