//! What clients may take: time, connections, threads. The sizes are constants; a test needs no smaller ones.

use std::thread;
use std::time::Duration;

/// The longest request target, in bytes (RFC 9112 §3 asks for 8,000 at least).
pub(super) const LONGEST_TARGET: usize = 8 * 1024;

/// The longest request line: a target, and around it a method and a version.
pub(super) const LONGEST_LINE: usize = LONGEST_TARGET + 64;

/// All header fields together, in bytes (RFC 9110 §5.4 leaves the limit to the server).
pub(super) const LARGEST_FIELDS: usize = 16 * 1024;

/// The most header fields.
pub(super) const MOST_FIELDS: usize = 100;

/// How much is read or written in one piece, in bytes.
pub(super) const PIECE: usize = 64 * 1024;

/// What clients may take, each of them or all together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The time from the first byte of a request to the end of its head; on a new connection, from its beginning.
    pub head: Duration,
    /// The time for which a connection is kept open between two requests.
    pub idle: Duration,
    /// The time in which a client must take the next 64 KiB of an answer.
    pub stall: Duration,
    /// The time after which an event stream without news is sent a comment.
    pub heartbeat: Duration,
    /// The time for which a closing connection, or a closing server, waits for the other side.
    pub farewell: Duration,
    /// How many connections are open at once; another one is closed at once.
    pub connections: usize,
    /// How many of them are event streams; another one is refused with 503.
    pub streams: usize,
    /// How many answers are made at once; others wait.
    pub answers: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            idle: Duration::from_mins(1),
            stall: Duration::from_secs(30),
            heartbeat: Duration::from_secs(15),
            farewell: Duration::from_secs(1),
            connections: 256,
            streams: 64,
            // Two panes ask at the same time, and each for a few files.
            answers: thread::available_parallelism().map_or(4, |cores| cores.get().max(4)),
        }
    }
}
