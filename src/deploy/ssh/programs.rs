//! From a server to the programs of this machine that reach it, each with its arguments: ssh, rsync and sftp.
//!
//! No shell of this machine reads them. A server whose key nobody has confirmed is refused, and nobody is asked anything.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::domain::Server;

/// What holds for every connection: nobody to ask, nothing forwarded, and no long wait for a network that is gone.
const SETTINGS: [&str; 13] = [
    "BatchMode=yes",
    "StrictHostKeyChecking=yes",
    "ConnectTimeout=15",
    "ConnectionAttempts=1",
    "ServerAliveInterval=15",
    "ServerAliveCountMax=3",
    "ForwardAgent=no",
    "ForwardX11=no",
    "ClearAllForwardings=yes",
    "PermitLocalCommand=no",
    "RequestTTY=no",
    "ControlPersist=no",
    // Below that, ssh does not say that a server was silent while it was greeted.
    "LogLevel=INFO",
];

/// The programs that reach a server.
#[derive(Debug)]
pub(super) struct Programs {
    server: Server,
    /// Through this socket the other programs use the first connection; without one, each makes its own.
    socket: Option<PathBuf>,
}

impl Programs {
    pub fn new(server: Server, socket: Option<PathBuf>) -> Self {
        Self { server, socket: socket.filter(|socket| is_plain(socket)) }
    }

    pub const fn server(&self) -> &Server {
        &self.server
    }

    pub fn socket(&self) -> Option<&Path> {
        self.socket.as_deref()
    }

    /// The first connection, with a command for the shell of the server.
    pub fn session(&self, command: &str) -> Command {
        let master = if self.socket.is_some() { "ControlMaster=yes" } else { "ControlMaster=no" };
        self.ssh(master, command)
    }

    /// Another connection, with a command for the shell of the server.
    pub fn beside(&self, command: &str) -> Command {
        self.ssh("ControlMaster=no", command)
    }

    fn ssh(&self, master: &str, command: &str) -> Command {
        let mut ssh = program("ssh");
        ssh.args(self.settings()).args(["-T", "-o", master, "--", &self.server.host, command]);
        ssh
    }

    /// Brings the files that are named on its input into a folder of releases. Of a file that is there in `former`, only
    /// what is different travels.
    pub fn rsync(&self, from: &Path, folder: &str, former: Option<&str>) -> Command {
        let mut rsync = program("rsync");
        // Names do not pass through the shell of the server (`--secluded-args`, here by its older short name), and
        // neither owners, times nor rights of this machine count there.
        rsync.args(["--files-from=-", "--from0", "--checksum", "-s"]);
        if let Some(former) = former {
            rsync.arg(format!("--copy-dest=../{former}"));
        }
        let shell =
            ["ssh".to_owned()].into_iter().chain(self.settings()).chain(["-o".into(), "ControlMaster=no".into()]);
        rsync.arg("-e").arg(shell.collect::<Vec<_>>().join(" "));
        let mut source = from.as_os_str().to_owned();
        source.push("/");
        rsync.arg("--").arg(source).arg(format!("{}:{folder}/", self.server.host));
        rsync
    }

    /// Reads what to do from its input.
    pub fn sftp(&self) -> Command {
        let mut sftp = program("sftp");
        sftp.args(["-S", "ssh", "-b", "-"]).args(self.settings()).args(["-o", "ControlMaster=no", "--"]);
        sftp.arg(&self.server.host);
        sftp
    }

    /// What somebody types to log in by hand.
    pub fn by_hand(&self) -> String {
        let Server { host, user, port, .. } = &self.server;
        let port = port.map(|port| format!("-p {port} ")).unwrap_or_default();
        let user = user.as_ref().map(|user| format!("{user}@")).unwrap_or_default();
        format!("ssh {port}{user}{host}")
    }

    /// The settings as arguments, none of which holds a blank: rsync takes them apart at blanks.
    fn settings(&self) -> Vec<String> {
        let own = [
            self.server.user.as_ref().map(|user| format!("User={user}")),
            self.server.port.map(|port| format!("Port={port}")),
            Some(match &self.socket {
                Some(socket) => format!("ControlPath={}", socket.display()),
                None => "ControlPath=none".to_owned(),
            }),
        ];
        let all = SETTINGS.into_iter().map(str::to_owned).chain(own.into_iter().flatten());
        all.flat_map(|setting| ["-o".to_owned(), setting]).collect()
    }
}

/// Whether a path can stand in a setting: ssh resolves `%`, rsync takes its arguments apart at blanks, and a socket's path
/// is short everywhere.
fn is_plain(path: &Path) -> bool {
    let is_sound = |text: &str| {
        text.len() <= 80 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/._-".contains(&byte))
    };
    cfg!(unix) && path.to_str().is_some_and(is_sound) && path.parent().is_some_and(Path::is_dir)
}

fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    // Their words are read by us, and so are those of the server's programs, to which ssh may pass this on.
    command.env("LC_ALL", "C").stdin(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A text as one word of a shell.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A path as one word of a batch of sftp, which takes wildcards between quotation marks as they are.
pub(super) fn quoted_for_sftp(path: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in path.chars() {
        if matches!(sign, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(sign);
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_back_what_was_quoted() {
        for text in ["", "plain", "it's", "a b", "$HOME", "`x`", "\\", "''", "a\nb", "-n", "é*?[x]", "\"", "!"] {
            let output =
                Command::new("sh").args(["-c", &format!("printf %s {}", quoted(&format!("<{text}>")))]).output();
            let said = String::from_utf8(output.expect("a shell").stdout).expect("text");
            assert_eq!(said, format!("<{text}>"));
        }
    }

    #[test]
    fn sftp_reads_back_what_was_quoted() {
        assert_eq!(quoted_for_sftp("a [1]*?.pdf"), "\"a [1]*?.pdf\"");
        assert_eq!(quoted_for_sftp(r#"q"uote\back"#), r#""q\"uote\\back""#);
    }

    #[test]
    fn names_stand_behind_the_end_of_the_options() {
        let server = Server {
            host: "careers.example.org".to_owned(),
            user: Some("deploy".to_owned()),
            port: Some(2222),
            path: "/srv/it's".to_owned(),
        };
        let programs = Programs::new(server, None);
        assert_eq!(programs.by_hand(), "ssh -p 2222 deploy@careers.example.org");
        let rsync = programs.rsync(Path::new("public"), "/srv/it's/releases/x", Some("y"));
        let arguments: Vec<_> = rsync.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
        assert_eq!(arguments[arguments.len() - 3..], ["--", "public/", "careers.example.org:/srv/it's/releases/x/"]);
        for command in [programs.session("x"), programs.beside("x"), programs.sftp(), rsync] {
            let arguments: Vec<_> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
            let all = arguments.join(" ");
            assert!(all.contains("StrictHostKeyChecking=yes") && all.contains("BatchMode=yes"), "{all}");
            assert!(all.contains("User=deploy") && all.contains("Port=2222") && all.contains("ControlPath=none"));
            let end = arguments.iter().position(|word| word == "--").expect("the end of the options");
            assert!(arguments[..end].iter().all(|word| !word.starts_with("careers")), "{all}");
        }
    }
}
