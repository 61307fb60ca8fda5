//! From `targets` in `site.yaml` to the places that the site is deployed to.

use super::{SiteFields, check_id};
use crate::diagnostic::{Diagnostic, Rule, Text};
use crate::domain::{DeployTarget, Server, Spanned, TargetKind};
use crate::read::fields::Fields;
use crate::read::yaml::Kind;

/// The kinds that there are, by their words.
const KINDS: [&str; 3] = ["folder", "ssh", "command"];
/// Keys that people write where they want to state a secret.
const SECRETS: [&str; 10] = [
    "key",
    "access-key",
    "secret-key",
    "private-key",
    "api-key",
    "password",
    "passphrase",
    "secret",
    "token",
    "credentials",
];

impl SiteFields<'_, '_> {
    /// The targets in the order in which they are written.
    pub(super) fn targets(&mut self) -> Vec<DeployTarget> {
        let Some(mut fields) = self.fields.map("targets", self.log) else { return Vec::new() };
        let mut targets: Vec<DeployTarget> = Vec::new();
        for (name, node) in fields.rest() {
            if !check_id(&name.value) || !matches!(node.kind, Kind::Map(_)) {
                self.invalid("targets", name.span, "targets-hint");
                continue;
            }
            let inside = Fields::open(node, fields.file(), self.log);
            targets.extend(self.target(inside).map(|kind| DeployTarget { name, kind }));
        }
        targets
    }

    fn target(&mut self, mut fields: Fields<'_>) -> Option<TargetKind> {
        let has_secret = self.refuse_secrets(&mut fields);
        let has_kind = fields.states("kind");
        let kind = match fields.text("kind", self.log) {
            None => {
                if !has_kind {
                    self.absent("kind", &fields, "target-kind-hint");
                }
                fields.rest();
                None
            }
            Some(word) => match word.value.as_str() {
                "folder" => {
                    self.needed(&mut fields, "path", "target-path-hint").map(|path| TargetKind::Folder { path })
                }
                "ssh" => self.server(&mut fields).map(TargetKind::Ssh),
                "command" => self.run(&mut fields).map(|run| TargetKind::Command { run }),
                _ => {
                    let message = Text::new("invalid-value").with("key", "kind");
                    let hint = Text::new("known-values").with("values", KINDS.join(", "));
                    let place = self.fields.place(word.span);
                    self.log.push(Diagnostic::new(Rule::InvalidValue, place, message).hint(hint));
                    // What such a target would take is not known.
                    fields.rest();
                    None
                }
            },
        };
        fields.finish(self.log);
        kind.filter(|_| !has_secret)
    }

    /// A secret in a file that is shared, and often public, is an error wherever it leads to.
    fn refuse_secrets(&mut self, fields: &mut Fields<'_>) -> bool {
        let found: Vec<_> = SECRETS.into_iter().filter_map(|key| Some((key, fields.remove(key)?.0.span))).collect();
        for (key, place) in &found {
            let message = Text::new("target-secret").with("key", key);
            let place = self.fields.place(*place);
            self.log.push(Diagnostic::new(Rule::InvalidValue, place, message).hint("target-secret-hint"));
        }
        !found.is_empty()
    }

    /// A text that a kind cannot do without.
    fn needed(&mut self, fields: &mut Fields<'_>, key: &'static str, hint: &'static str) -> Option<String> {
        self.stated(fields, key, hint).map(|text| text.value)
    }

    fn stated(&mut self, fields: &mut Fields<'_>, key: &'static str, hint: &'static str) -> Option<Spanned<String>> {
        let is_there = fields.states(key);
        let text = fields.text(key, self.log);
        if !is_there {
            self.absent(key, fields, hint);
        }
        text
    }

    fn server(&mut self, fields: &mut Fields<'_>) -> Option<Server> {
        let host = self.stated(fields, "host", "target-host-hint");
        let host = self.sound("host", host, |host| Server::is_host(host).then(|| host.to_owned()));
        let path = self.stated(fields, "path", "target-server-path-hint");
        let path = self.sound("path", path, Server::folder);
        let states_user = fields.states("user");
        let user = fields.text("user", self.log);
        let user = self.sound("user", user, |user| Server::is_user(user).then(|| user.to_owned()));
        let states_port = fields.states("port");
        let port = fields.count("port", self.log).and_then(|port| {
            let number = u16::try_from(port.value).ok().filter(|number| *number > 0);
            if number.is_none() {
                self.invalid("port", port.span, "target-port-hint");
            }
            number
        });
        let is_whole = states_user == user.is_some() && states_port == port.is_some();
        Some(Server { host: host?, user, port, path: path? }).filter(|_| is_whole)
    }

    /// A text as it is used, or the finding for one that cannot be.
    fn sound(
        &mut self,
        key: &'static str,
        text: Option<Spanned<String>>,
        read: impl Fn(&str) -> Option<String>,
    ) -> Option<String> {
        let text = text?;
        let sound = read(&text.value);
        if sound.is_none() {
            let hint = match key {
                "host" => "target-host-hint",
                "user" => "target-user-hint",
                _ => "target-server-path-hint",
            };
            self.invalid(key, text.span, hint);
        }
        sound
    }

    fn run(&mut self, fields: &mut Fields<'_>) -> Option<Vec<String>> {
        let is_there = fields.states("run");
        let run: Vec<Spanned<String>> = fields.texts("run", self.log);
        if !is_there {
            self.absent("run", fields, "target-run-hint");
        } else if run.is_empty() {
            self.invalid("run", fields.span, "target-run-hint");
        }
        (!run.is_empty()).then(|| run.into_iter().map(|word| word.value).collect())
    }

    fn absent(&mut self, key: &str, fields: &Fields<'_>, hint: &'static str) {
        let message = Text::new("missing-key").with("key", key);
        self.log.push(Diagnostic::new(Rule::MissingFact, fields.place(fields.span), message).hint(hint));
    }
}
