//! Turns a connection into a conversation: a request, its answer, the next request (RFC 9112 §9.3).

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::answer::Answered;
use super::events::{EVENTS, tell};
use super::head::{Head, Method};
use super::inbox::Inbox;
use super::outbox::{send, send_body};
use super::refusal::Refusal;
use super::request::Request;
use super::response::{self, Then, has_body, is_value};
use super::run::Shared;

/// Answers a client until it leaves, is refused, is too slow, or the server closes. Whatever ends it is no fault of
/// ours.
pub(super) async fn converse(stream: TcpStream, shared: Arc<Shared>) {
    // What is sent is whole, so nothing is gained by waiting for more of it.
    let _ = stream.set_nodelay(true);
    let mut patience = shared.limits.head;
    let mut connection = Connection { stream, inbox: Inbox::default(), shared };
    while let Ok(Then::Stay) = connection.turn(patience).await {
        patience = connection.shared.limits.idle;
    }
}

struct Connection {
    stream: TcpStream,
    inbox: Inbox,
    shared: Arc<Shared>,
}

impl Connection {
    /// Answers one request, for which it waits as long as `patience`.
    async fn turn(&mut self, patience: Duration) -> io::Result<Then> {
        let bytes = match self.listen(patience).await {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Ok(Then::Close),
            Err(refusal) => return self.refuse(refusal, Method::Other).await,
        };
        let head = match Head::read(&bytes) {
            Ok(head) => head,
            Err(refusal) => return self.refuse(refusal, Method::Other).await,
        };
        match Request::admit(&head, self.shared.port) {
            Err(refusal) => self.refuse(refusal, head.method).await,
            Ok(request) if request.path == EVENTS => self.stream_events(head.method).await,
            Ok(request) => self.answer(request, if head.stays() { Then::Stay } else { Then::Close }).await,
        }
    }

    /// The next head; nothing if the client says nothing more, or the server closes.
    async fn listen(&mut self, patience: Duration) -> Result<Option<Vec<u8>>, Refusal> {
        let mut closing = self.shared.closing.clone();
        let limit = self.shared.limits.head;
        let heard = async {
            if self.inbox.is_empty() && !timeout(patience, self.hear()).await.unwrap_or(false) {
                return Ok(None);
            }
            timeout(limit, self.hear_out()).await.unwrap_or(Err(Refusal::Late))
        };
        tokio::select! {
            _ = closing.wait_for(|closing| *closing) => Ok(None),
            heard = heard => heard,
        }
    }

    /// Hears until a head is whole; nothing if the client leaves before.
    async fn hear_out(&mut self) -> Result<Option<Vec<u8>>, Refusal> {
        loop {
            if let Some(head) = self.inbox.take()? {
                return Ok(Some(head));
            }
            if !self.hear().await {
                return Ok(None);
            }
        }
    }

    /// Takes in what comes next, and whether anything came.
    async fn hear(&mut self) -> bool {
        let mut piece = [0; 4096];
        let length = self.stream.read(&mut piece).await.unwrap_or(0);
        self.inbox.add(&piece[..length]);
        length > 0
    }

    /// Has a request answered on a thread that may wait, and sends the answer.
    async fn answer(&mut self, request: Request, then: Then) -> io::Result<Then> {
        let method = if request.head { Method::Head } else { Method::Get };
        let answerer = Arc::clone(&self.shared.answerer);
        // The other end of a panic; it has been reported where it happened.
        let answered = spawn_blocking(move || answerer.answer(&request)).await.unwrap_or_else(|_| plain(500));
        let answered = if has_body(answered.status) && is_value(&answered.media_type) { answered } else { plain(500) };
        self.send(answered, method, then).await
    }

    /// Refuses a request. After that the connection closes: what else is on its way may be a body.
    async fn refuse(&mut self, refusal: Refusal, method: Method) -> io::Result<Then> {
        self.send(plain(refusal.status()), method, Then::Close).await
    }

    /// Tells the pulse, unless too many others listen.
    async fn stream_events(&mut self, method: Method) -> io::Result<Then> {
        let shared = Arc::clone(&self.shared);
        let Ok(_seat) = shared.streams.try_acquire() else {
            return self.refuse(Refusal::Full, method).await;
        };
        let head = response::head(200, "text/event-stream", None, Then::Close);
        send(&mut self.stream, &head, shared.limits.stall).await?;
        if method == Method::Get {
            tell(&mut self.stream, &shared).await?;
        }
        Ok(Then::Close)
    }

    async fn send(&mut self, answered: Answered, method: Method, then: Then) -> io::Result<Then> {
        let stall = self.shared.limits.stall;
        let head = response::head(answered.status, &answered.media_type, Some(answered.body.length()), then);
        send(&mut self.stream, &head, stall).await?;
        // RFC 9110 §9.3.2: the length is told, the body is not sent.
        if method != Method::Head {
            send_body(&mut self.stream, answered.body, stall).await?;
        }
        if then == Then::Close {
            let _ = timeout(self.shared.limits.farewell, self.part()).await;
        }
        Ok(then)
    }

    /// Closes in the order of RFC 9112 §9.6: a connection that is closed while the client still sends is reset, and the
    /// client may lose the answer that it was sent.
    async fn part(&mut self) -> io::Result<()> {
        self.stream.shutdown().await?;
        let mut piece = [0; 4096];
        while self.stream.read(&mut piece).await? > 0 {}
        Ok(())
    }
}

/// An answer of the server's own.
fn plain(status: u16) -> Answered {
    Answered::new(status, "text/plain; charset=utf-8", format!("{status} {}\n", response::reason(status)))
}
