//! Turns a status, a media type and a length into the head of a response, with the headers that every response has.

use std::fmt::Write;

/// What happens to a connection after a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// It waits for another request.
    Stay,
    /// It is closed (RFC 9112 §9.6).
    Close,
}

/// What every response has, refusals too. There is no CORS header, so no page of another origin reads anything; no
/// `Server` (RFC 9110 §10.2.4 leaves it out); and no `Date`, which a server without a clock must not send (RFC 9110
/// §6.6.1): the only clock of diptych is the one that its commands read.
///
/// - `Cache-Control` (RFC 9111 §5.2.2.5): drafts stay in no cache, and a reload shows what is there now.
/// - `X-Content-Type-Options` (Fetch §3.6): nothing is run that was not sent as a script.
/// - `Cross-Origin-Resource-Policy` (Fetch §3.7): no page of another site includes anything.
/// - `Cross-Origin-Opener-Policy` (HTML §7.1.3): a page of another site that opens the preview keeps no hold of it.
/// - `Referrer-Policy`: links out of a draft do not tell its address.
/// - `Content-Security-Policy` (CSP 3): nothing inline, nothing from elsewhere, framed by the preview itself only. The
///   search of a site compiles WebAssembly.
const ALWAYS: &str = "\
    Cache-Control: no-store\r\n\
    X-Content-Type-Options: nosniff\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\n\
    Cross-Origin-Opener-Policy: same-origin\r\n\
    Referrer-Policy: same-origin\r\n\
    Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'self'\r\n";

/// The head of a response (RFC 9112 §4). A body without a length ends with its connection (§6.3).
pub(super) fn head(status: u16, media_type: &str, length: Option<u64>, then: Then) -> Vec<u8> {
    let mut text = format!("HTTP/1.1 {status} {}\r\nContent-Type: {media_type}\r\n{ALWAYS}", reason(status));
    // Writing to a string cannot fail.
    let _ = length.map(|length| write!(text, "Content-Length: {length}\r\n"));
    if status == 405 {
        // RFC 9110 §15.5.6 asks for it.
        text.push_str("Allow: GET, HEAD\r\n");
    }
    if then == Then::Close {
        text.push_str("Connection: close\r\n");
    }
    text.push_str("\r\n");
    text.into_bytes()
}

/// Whether a status can be sent with a body: it is final, and neither 204 nor 304 (RFC 9110 §6.4.1).
pub(super) fn has_body(status: u16) -> bool {
    (200..600).contains(&status) && status != 204 && status != 304
}

/// Whether a text can be the value of a field: nothing in it ends the line (RFC 9110 §5.5).
pub(super) fn is_value(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic())
}

/// What a status means, for people who read along; a client must not look at it (RFC 9112 §4).
pub(super) const fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        413 => "Content Too Large",
        414 => "URI Too Long",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "",
    }
}
