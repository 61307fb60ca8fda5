//! Sends bytes to a client, as long as it takes them.

use std::io;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::answer::Body;
use super::limits::PIECE;
use super::source::Source;

/// Sends bytes, piece by piece. An error if the client has left, or takes a piece more slowly than is allowed.
pub(super) async fn send(stream: &mut TcpStream, bytes: &[u8], stall: Duration) -> io::Result<()> {
    for piece in bytes.chunks(PIECE) {
        timeout(stall, stream.write_all(piece)).await??;
    }
    Ok(())
}

/// Sends a body. What is read while it is sent is in memory one piece at a time.
pub(super) async fn send_body(stream: &mut TcpStream, body: Body, stall: Duration) -> io::Result<()> {
    match body {
        Body::Bytes(bytes) => send(stream, &bytes, stall).await,
        Body::Stream(reader, length) => {
            let mut source = Source::new(reader, length);
            while let Some((piece, rest)) = source.next().await? {
                send(stream, &piece, stall).await?;
                source = rest;
            }
            Ok(())
        }
    }
}
