//! From `targets` in `site.yaml` to the places that the site is deployed to.

use super::{SiteFields, check_id};
use crate::diagnostic::{Diagnostic, Rule, Text};
use crate::domain::{Bucket, DeployTarget, Server, Spanned, Storage, TargetKind};
use crate::read::fields::Fields;
use crate::read::yaml::Kind;

/// The kinds that there are, by their words.
const KINDS: [&str; 4] = ["folder", "ssh", "bucket", "command"];
/// The storage services that there are, by their words.
const SERVICES: [&str; 3] = ["s3", "azure", "webdav"];
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
                "bucket" => self.bucket(&mut fields).map(TargetKind::Bucket),
                "command" => self.run(&mut fields).map(|run| TargetKind::Command { run }),
                _ => {
                    self.unknown("kind", &word, &KINDS);
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
        let own = |is_sound: fn(&str) -> bool| move |name: &str| is_sound(name).then(|| name.to_owned());
        let host = self.sound_and_stated(fields, ("host", "target-host-hint"), own(Server::is_host));
        let path = self.sound_and_stated(fields, ("path", "target-server-path-hint"), Server::folder);
        let user = self.optional(fields, ("user", "target-user-hint"), own(Server::is_user));
        let states_port = fields.states("port");
        let port = fields.count("port", self.log).and_then(|port| {
            let number = u16::try_from(port.value).ok().filter(|number| *number > 0);
            if number.is_none() {
                self.invalid("port", port.span, "target-port-hint");
            }
            number
        });
        Some(Server { host: host?, user: user?, port, path: path? }).filter(|_| states_port == port.is_some())
    }

    fn bucket(&mut self, fields: &mut Fields<'_>) -> Option<Bucket> {
        let own = |is_sound: fn(&str) -> bool| move |name: &str| is_sound(name).then(|| name.to_owned());
        let service = self.stated(fields, "service", "target-service-hint");
        let path = self.optional(fields, ("path", "target-bucket-path-hint"), Bucket::folder);
        let endpoint = ("endpoint", "target-endpoint-hint");
        let name = ("bucket", "target-bucket-hint");
        let (storage, endpoint) = match service.as_ref().map(|service| service.value.as_str()) {
            Some("s3") => {
                let bucket = self.sound_and_stated(fields, name, own(Bucket::is_name));
                let region = self.optional(fields, ("region", "target-region-hint"), own(Bucket::is_region));
                let endpoint = self.optional(fields, endpoint, Bucket::address);
                (Storage::S3 { bucket: bucket?, region: region? }, endpoint?)
            }
            Some("azure") => {
                let container = self.sound_and_stated(fields, name, own(Bucket::is_name));
                let endpoint = self.sound_and_stated(fields, endpoint, Bucket::address);
                (Storage::Azure { container: container? }, Some(endpoint?))
            }
            Some("webdav") => (Storage::WebDav, Some(self.sound_and_stated(fields, endpoint, Bucket::address)?)),
            other => {
                if let (Some(word), Some(_)) = (&service, other) {
                    self.unknown("service", word, &SERVICES);
                }
                // What such a service would take is not known.
                fields.rest();
                return None;
            }
        };
        Some(Bucket { storage, endpoint, path: path?.unwrap_or_default() })
    }

    /// A text as it is used, or the finding for one that cannot be.
    fn sound(
        &mut self,
        (key, hint): (&'static str, &'static str),
        text: Option<Spanned<String>>,
        read: impl Fn(&str) -> Option<String>,
    ) -> Option<String> {
        let text = text?;
        let sound = read(&text.value);
        if sound.is_none() {
            self.invalid(key, text.span, hint);
        }
        sound
    }

    /// A text that a kind cannot do without, as it is used.
    fn sound_and_stated(
        &mut self,
        fields: &mut Fields<'_>,
        (key, hint): (&'static str, &'static str),
        read: impl Fn(&str) -> Option<String>,
    ) -> Option<String> {
        let text = self.stated(fields, key, hint);
        self.sound((key, hint), text, read)
    }

    /// A text that need not be there; nothing at all if it is there and cannot be used.
    #[expect(clippy::option_option, reason = "what cannot be used is not what is missing")]
    fn optional(
        &mut self,
        fields: &mut Fields<'_>,
        (key, hint): (&'static str, &'static str),
        read: impl Fn(&str) -> Option<String>,
    ) -> Option<Option<String>> {
        if !fields.states(key) {
            return Some(None);
        }
        let text = fields.text(key, self.log);
        self.sound((key, hint), text, read).map(Some)
    }

    fn unknown(&mut self, key: &'static str, word: &Spanned<String>, known: &[&str]) {
        let message = Text::new("invalid-value").with("key", key);
        let hint = Text::new("known-values").with("values", known.join(", "));
        let place = self.fields.place(word.span);
        self.log.push(Diagnostic::new(Rule::InvalidValue, place, message).hint(hint));
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
