//! A server that runs as long as its value lives, and clients that send whatever bytes they like.

use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use diptych::preview::server::{Answer, Answered, Limits, Pulse, Request, Server, Stopper};

/// Longer than anything here should take, on a busy machine too.
pub const LONG: Duration = Duration::from_mins(1);

/// What every response has, and what none has.
const ALWAYS: [(&str, &str); 6] = [
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("referrer-policy", "same-origin"),
    (
        "content-security-policy",
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'self'",
    ),
];
const NEVER: [&str; 4] = ["server", "date", "transfer-encoding", "set-cookie"];

/// A server that answers until this is dropped.
pub struct Running {
    pub port: u16,
    pub pulse: Pulse,
    pub stopper: Stopper,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// A server whose every page says its path.
    pub fn new() -> Self {
        Self::with(Limits::default(), |request: &Request| {
            Answered::new(200, "text/plain; charset=utf-8", request.path.clone())
        })
    }

    /// A server of other limits and answers.
    pub fn with(limits: Limits, answerer: impl Answer + 'static) -> Self {
        let server = Server::bind_with(Some(0), limits).expect("a free port");
        let (port, pulse, stopper) = (server.port(), Pulse::new(), server.stopper());
        let told = pulse.clone();
        let thread = Some(thread::spawn(move || server.run(Arc::new(answerer), told)));
        Self { port, pulse, stopper, thread }
    }

    /// A new connection.
    pub fn connect(&self) -> Client {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("it listens");
        stream.set_read_timeout(Some(LONG)).expect("a time-out");
        stream.set_write_timeout(Some(LONG)).expect("a time-out");
        Client { stream, early: Vec::new() }
    }

    /// A request of a method for a path, with more header fields, each with its line end.
    pub fn request(&self, method: &str, path: &str, fields: &str) -> String {
        format!("{method} {path} HTTP/1.1\r\nHost: localhost:{}\r\n{fields}\r\n", self.port)
    }

    /// The answer to bytes on a connection of their own.
    pub fn reply(&self, bytes: impl AsRef<[u8]>) -> Reply {
        self.connect().ask(bytes)
    }

    /// What is at a path, on a connection of its own.
    pub fn get(&self, path: &str) -> Reply {
        self.reply(self.request("GET", path, ""))
    }

    /// A stream of events, of which nothing has been read but the head.
    pub fn listen(&self) -> Client {
        let mut client = self.connect();
        client.send(self.request("GET", "/-/events", "Sec-Fetch-Site: same-origin\r\n"));
        client
    }

    /// Stops it, and waits until it has ended.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        self.stopper.stop();
        if let Some(thread) = self.thread.take() {
            let result = thread.join();
            assert!(thread::panicking() || result.is_ok(), "the server went down");
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// A connection.
pub struct Client {
    pub stream: TcpStream,
    /// What has come behind the last answer.
    early: Vec<u8>,
}

/// An answer.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub fields: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Client {
    /// Sends bytes. The server may have enough of them before their end.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let _ = self.stream.write_all(bytes.as_ref());
    }

    /// Sends a request and reads its answer.
    pub fn ask(&mut self, bytes: impl AsRef<[u8]>) -> Reply {
        let is_head = bytes.as_ref().starts_with(b"HEAD ");
        self.send(bytes);
        let mut reply = self.head();
        if !is_head {
            let length: usize = reply.field("content-length").expect("a length").parse().expect("a number");
            reply.body = self.take(length);
        }
        reply
    }

    /// Reads the head of an answer, which must have all that every answer has.
    pub fn head(&mut self) -> Reply {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            assert!(head.len() < 64 * 1024, "a head without end");
            head.extend(self.take(1));
        }
        let text = String::from_utf8(head).expect("text");
        let mut lines = text.trim_end().split("\r\n");
        let status = lines.next().and_then(|line| line.strip_prefix("HTTP/1.1 ")).expect("a status line");
        let fields = lines.map(|line| line.split_once(": ").expect("a field"));
        let fields: Vec<_> = fields.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
        let reply = Reply { status: status[..3].parse().expect("a status"), fields, body: Vec::new() };
        for (name, value) in ALWAYS {
            assert_eq!(reply.field(name), Some(value), "{text}");
        }
        for (name, _) in &reply.fields {
            assert!(!NEVER.contains(&name.as_str()) && !name.starts_with("access-control"), "{text}");
        }
        assert_eq!(reply.field("allow"), (reply.status == 405).then_some("GET, HEAD"), "{text}");
        reply
    }

    /// So many bytes.
    pub fn take(&mut self, length: usize) -> Vec<u8> {
        let mut piece = [0; 16 * 1024];
        while self.early.len() < length {
            let count = self.stream.read(&mut piece).expect("more to read");
            assert!(count > 0, "it was cut after {:?}", String::from_utf8_lossy(&self.early));
            self.early.extend_from_slice(&piece[..count]);
        }
        let rest = self.early.split_off(length);
        std::mem::replace(&mut self.early, rest)
    }

    /// The next event: the lines before an empty line.
    pub fn event(&mut self) -> String {
        let mut event = Vec::new();
        while !event.ends_with(b"\n\n") {
            event.extend(self.take(1));
        }
        String::from_utf8(event).expect("text")
    }

    /// All that comes until the server closes the connection, in order or not.
    pub fn rest(&mut self) -> Vec<u8> {
        let mut rest = std::mem::take(&mut self.early);
        let mut piece = [0; 16 * 1024];
        loop {
            match self.stream.read(&mut piece) {
                Ok(0) => return rest,
                Ok(count) => rest.extend_from_slice(&piece[..count]),
                Err(error) if error.kind() == ErrorKind::ConnectionReset => return rest,
                Err(error) => panic!("it is still open: {error}"),
            }
        }
    }
}

impl Reply {
    /// The value of a header field.
    pub fn field(&self, name: &str) -> Option<&str> {
        let mut values = self.fields.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let value = values.next();
        assert!(values.next().is_none(), "{name} twice");
        value
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }
}

/// Tries again until something is so.
pub fn until(mut is_so: impl FnMut() -> bool) {
    let end = Instant::now() + LONG;
    while !is_so() {
        assert!(Instant::now() < end, "it never came to be so");
        thread::yield_now();
    }
}
