//! From a request to its answer: the desk, the diptych view, and any file of the site as it is now.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ahead::Progress;
use super::desk::Telling;
use super::findings::Teller;
use super::pane::Pane;
use super::server::{Answer, Answered, Body, Pulse, Request};
use super::session::{Renewed, Session};
use super::world::{Found, ROOT, Served, World};
use crate::diagnostic::{Diagnostic, Failure};
use crate::domain::{Instant, SitePath, TimeOfDay};
use crate::load::{Extent, Folder};
use crate::report::{Tongue, Voice};

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";

/// What stands for a page that could never be made: the findings tell why.
const NEVER_MADE: &str = "<!doctype html><html><head><title>500</title></head><body></body></html>";

/// The scripts and styles of the preview itself.
const OWN: [(&str, &str, &str); 8] = [
    ("icon.svg", "image/svg+xml", include_str!("assets/icon.svg")),
    ("preview.css", "text/css; charset=utf-8", include_str!("assets/preview.css")),
    ("desk.js", "text/javascript; charset=utf-8", include_str!("assets/desk.js")),
    ("pair.js", "text/javascript; charset=utf-8", include_str!("assets/pair.js")),
    ("pane.js", "text/javascript; charset=utf-8", include_str!("assets/pane.js")),
    ("hinge.js", "text/javascript; charset=utf-8", include_str!("assets/hinge.js")),
    ("shown.js", "text/javascript; charset=utf-8", include_str!("assets/shown.js")),
    ("together.js", "text/javascript; charset=utf-8", include_str!("assets/together.js")),
];

/// What a preview is set to.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The language of the interface, until a reader chooses another one.
    pub tongue: Tongue,
    /// The address that opens the writer's editor, with `{path}`, `{line}` and `{column}`.
    pub editor: Option<String>,
}

/// The preview of a site.
pub struct Preview {
    session: Session,
    settings: Settings,
    english: Voice,
    french: Voice,
    pulse: Pulse,
}

impl Preview {
    /// Reads a site for the first time.
    ///
    /// # Errors
    /// A file could not be read.
    pub fn begin(folder: Folder, now: Instant, settings: Settings) -> Result<Self, Failure> {
        Ok(Self {
            session: Session::begin(folder, now)?,
            settings,
            english: Voice::new(Tongue::English),
            french: Voice::new(Tongue::French),
            pulse: Pulse::new(),
        })
    }

    /// The count of changes, for those who wait for one.
    #[must_use]
    pub fn pulse(&self) -> Pulse {
        self.pulse.clone()
    }

    /// Looks at the files again. Those that were touched are read even if they look the same. Tells whether anything is
    /// otherwise now.
    ///
    /// # Errors
    /// A file could not be read, perhaps because it is being written: what was shown stays.
    pub fn renew(&self, touched: &BTreeSet<SitePath>, extent: Extent, now: Instant) -> Result<bool, Failure> {
        let changed = self.session.renew(touched, extent, now)? == Renewed::Something;
        if changed {
            self.pulse.raise();
        }
        Ok(changed)
    }

    /// Shows the site as at a later instant.
    ///
    /// # Errors
    /// A file could not be read.
    pub fn advance(&self, now: Instant) -> Result<(), Failure> {
        self.session.advance(now)?;
        self.pulse.raise();
        Ok(())
    }

    /// Makes a few pages that nobody has asked for since a template changed, to know whether they can be made.
    ///
    /// # Errors
    /// A text could not be read again.
    pub fn make_ahead(&self) -> Result<Progress, Failure> {
        let progress = self.session.make_ahead()?;
        if progress == Progress::Noticed {
            self.pulse.raise();
        }
        Ok(progress)
    }

    /// What is wrong at present, with what was noticed so far when pages were made.
    ///
    /// # Errors
    /// A file could not be read.
    pub fn findings(&self) -> Result<Vec<Diagnostic>, Failure> {
        let world = self.session.world(None)?;
        let mut findings = world.findings.clone();
        let shown = if world.is_whole() { Some(world) } else { self.session.whole() };
        findings.extend(shown.iter().flat_map(|shown| shown.remarks.all()));
        Ok(findings)
    }

    /// When the site changes next by itself.
    #[must_use]
    pub fn next_turn(&self) -> Option<Instant> {
        self.session.world(None).ok()?.site.as_ref()?.prepared.census().until
    }
}

impl Answer for Preview {
    fn answer(&self, request: &Request) -> Answered {
        let asked = Asked { preview: self, request };
        asked.answer().unwrap_or_else(|failure| Answered::new(500, TEXT, asked.voice().failure(&failure)))
    }
}

/// A request to a preview.
struct Asked<'a> {
    preview: &'a Preview,
    request: &'a Request,
}

impl Asked<'_> {
    fn answer(&self) -> Result<Answered, Failure> {
        match self.request.path.as_str() {
            "/" => Ok(Answered::new(200, HTML, include_str!("assets/desk.html"))),
            "/-/pair" => Ok(Answered::new(200, HTML, include_str!("assets/pair.html"))),
            "/-/desk.json" => self.desk(),
            "/-/findings.json" => self.pair(),
            ROOT => self.site("/"),
            path => match path.strip_prefix("/-/") {
                Some(name) => Ok(own(name)),
                None => self.below_base(path),
            },
        }
    }

    /// The language that the reader has chosen for the interface.
    fn voice(&self) -> &Voice {
        let chosen = self.request.cookies.get("diptych-language").and_then(|code| Tongue::of(code));
        match chosen.unwrap_or(self.preview.settings.tongue) {
            Tongue::English => &self.preview.english,
            Tongue::French => &self.preview.french,
        }
    }

    /// The world that the reader looks at: the present one, or the one at the instant of the clock that was set.
    fn world(&self) -> Result<Arc<World>, Failure> {
        let present = self.preview.session.world(None)?;
        let Some(text) = self.request.cookies.get("diptych-now") else { return Ok(present) };
        let zone = present.site.as_ref().map(|site| &site.site().zone);
        match zone.and_then(|zone| zone.read(text, TimeOfDay::Start).ok()) {
            Some(moment) => self.preview.session.world(Some(moment.instant)),
            None => Ok(present),
        }
    }

    /// The world itself, or where something is wrong with the site as a whole, the last one in which all was well.
    fn shown(&self, world: &Arc<World>) -> Arc<World> {
        if world.is_whole() {
            Arc::clone(world)
        } else {
            self.preview.session.whole().unwrap_or_else(|| Arc::clone(world))
        }
    }

    fn telling<'w>(&'w self, world: &'w World) -> Telling<'w> {
        Telling {
            world,
            voice: self.voice(),
            editor: self.preview.settings.editor.as_deref(),
            counter: self.preview.pulse.count(),
        }
    }

    fn desk(&self) -> Result<Answered, Failure> {
        let world = self.world()?;
        let shown = self.shown(&world);
        match self.telling(&world).desk(&shown) {
            Some(desk) => Ok(json(&desk)),
            None => Ok(Answered::new(503, TEXT, self.said(&world))),
        }
    }

    fn pair(&self) -> Result<Answered, Failure> {
        let world = self.world()?;
        let shown = self.shown(&world);
        let path = self.request.query.get("path").map(String::as_str).unwrap_or_default();
        let pair = shown.site.as_ref().and_then(|planned| {
            let path = if path == ROOT { "/" } else { path.strip_prefix(planned.site().base_path())? };
            let good = self.preview.session.good(&shown, path);
            let shown = good.as_ref().unwrap_or(&shown);
            self.telling(&world).pair(shown, path).transpose()
        });
        let pair = pair.transpose()?;
        Ok(pair.map_or_else(|| Answered::new(404, JSON, "{}"), |pair| json(&pair)))
    }

    /// Every finding in a line of its own, for when there is nothing else to show.
    fn said(&self, world: &World) -> String {
        let teller = Teller { world, voice: self.voice(), editor: None };
        let lines = teller.tell_all(&world.findings).into_iter().map(|finding| {
            format!(
                "{}:{}:{}: {}\n{}\n\n",
                finding.file,
                finding.line,
                finding.column,
                finding.message,
                finding.hint.unwrap_or_default()
            )
        });
        lines.collect()
    }

    /// A path of this server, below which the site may lie.
    fn below_base(&self, path: &str) -> Result<Answered, Failure> {
        let world = self.world()?;
        let base =
            self.shown(&world).site.as_ref().map(|planned| planned.site().base_path().to_owned()).unwrap_or_default();
        match path.strip_prefix(&base) {
            Some("/index.html") => self.site("/"),
            Some(path) if path.starts_with('/') => self.site(path),
            _ => self.site("/404.html"),
        }
    }

    /// A file of the site, by its path below the site's address.
    fn site(&self, path: &str) -> Result<Answered, Failure> {
        let world = self.world()?;
        let shown = self.shown(&world);
        let good = self.preview.session.good(&shown, path);
        let shown = good.as_ref().unwrap_or(&shown);
        let Some(planned) = &shown.site else { return Ok(Answered::new(503, TEXT, self.said(&world))) };
        if let Some(found) = planned.page(path) {
            let status = if path == "/404.html" { 404 } else { 200 };
            return self.page(status, &found, &world, shown);
        }
        match planned.file(path, &shown.files)? {
            Some(Served::Bytes(bytes)) => Ok(Answered::new(200, media_type(path), bytes)),
            Some(Served::Copy(from, length)) => {
                Ok(Answered { status: 200, media_type: media_type(path).into(), body: Body::Stream(from, length) })
            }
            None => match planned.page("/404.html") {
                Some(found) => self.page(404, &found, &world, shown),
                None => Ok(Answered::new(404, TEXT, "404")),
            },
        }
    }

    /// A page of the world that is shown, with what the present one says of it.
    fn page(
        &self,
        status: u16,
        found: &Found<'_>,
        world: &Arc<World>,
        shown: &Arc<World>,
    ) -> Result<Answered, Failure> {
        let made = self.preview.session.make(shown, found)?;
        let teller = Teller { world, voice: self.voice(), editor: self.preview.settings.editor.as_deref() };
        let explaining = found.pair().map(|(editions, side)| world.explaining(editions, side)).unwrap_or_default();
        let language = shown.code_of(found);
        let mut findings = teller.of(&explaining);
        findings.extend(teller.tell_remarks(&made.remarks, language));
        let pane = Pane {
            reference: found.notice().map(|notice| notice.facts.reference.as_str()),
            language,
            withheld: found.withheld,
            now: shown.now,
            is_last_good: !(Arc::ptr_eq(world, shown) && made.is_current),
            findings,
        };
        let (status, bytes) = match made.bytes {
            Some(bytes) => (status, bytes),
            None => (500, NEVER_MADE.as_bytes().to_vec()),
        };
        let page = pane.add_to(bytes, self.voice(), [&self.preview.english, &self.preview.french]);
        Ok(Answered::new(status, HTML, page))
    }
}

fn own(name: &str) -> Answered {
    match OWN.iter().find(|(own, ..)| *own == name) {
        Some((_, media_type, text)) => Answered::new(200, *media_type, *text),
        None => Answered::new(404, TEXT, "404"),
    }
}

fn json(value: &impl serde::Serialize) -> Answered {
    Answered::new(200, JSON, serde_json::to_vec(value).unwrap_or_default())
}

/// The media type of a file of the site by the ending of its name, as the guide tells servers to send it.
fn media_type(path: &str) -> &'static str {
    const TYPES: [(&str, &str); 22] = [
        ("atom", "application/atom+xml"),
        ("avif", "image/avif"),
        ("css", "text/css; charset=utf-8"),
        ("csv", "text/csv; charset=utf-8"),
        ("gif", "image/gif"),
        ("html", HTML),
        ("ico", "image/x-icon"),
        ("ics", "text/calendar; charset=utf-8"),
        ("jpeg", "image/jpeg"),
        ("jpg", "image/jpeg"),
        ("js", "text/javascript; charset=utf-8"),
        ("json", JSON),
        ("pdf", "application/pdf"),
        ("png", "image/png"),
        ("rss", "application/rss+xml"),
        ("svg", "image/svg+xml"),
        ("ttf", "font/ttf"),
        ("txt", TEXT),
        ("webp", "image/webp"),
        ("woff", "font/woff"),
        ("woff2", "font/woff2"),
        ("xml", "application/xml"),
    ];
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    TYPES.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, media_type)| media_type)
}
