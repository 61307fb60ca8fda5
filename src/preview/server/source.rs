//! Turns a reader into pieces, each read on a thread that may wait, so that no thread waits for a slow client
//! meanwhile.

use std::io::{self, Read};

use tokio::task::spawn_blocking;

use super::limits::PIECE;

/// What is left of a body that is read while it is sent.
pub(super) struct Source {
    reader: Box<dyn Read + Send>,
    rest: u64,
}

impl Source {
    /// The first `length` bytes that a reader gives.
    pub fn new(reader: Box<dyn Read + Send>, length: u64) -> Self {
        Self { reader, rest: length }
    }

    /// The next piece, and what is left after it; nothing if nothing is left. An error if the reader ends too early,
    /// fails or panics.
    pub async fn next(mut self) -> io::Result<Option<(Vec<u8>, Self)>> {
        let size = usize::try_from(self.rest).map_or(PIECE, |rest| rest.min(PIECE));
        if size == 0 {
            return Ok(None);
        }
        let read = move || {
            let mut piece = vec![0; size];
            self.reader.read_exact(&mut piece)?;
            self.rest -= size as u64;
            Ok(Some((piece, self)))
        };
        spawn_blocking(read).await?
    }
}
