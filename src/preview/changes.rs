//! From what the system says of a site's folder to “look again”, with the files that were touched.
//!
//! Events are hints and nothing more: an editor renames, writes twice, deletes and creates for one save; whoever is told
//! looks at the files as they are, at once at those that were named, and shortly after at everything, so that nothing
//! depends on what events say. Reading a file is an event too and is no change.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant as Stopwatch};

use notify::event::{CreateKind, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::diagnostic::{Failure, Text};
use crate::domain::SitePath;
use crate::load::{Extent, Folder};

/// How long nothing must happen before a burst of events is over.
const QUIET: Duration = Duration::from_millis(25);
/// How long a burst may last before the first look.
const LONGEST: Duration = Duration::from_millis(400);
/// When to look at everything once more: what was put into a new folder before it was watched is never told, and what is
/// told may be the half.
const AFTERWARDS: Duration = Duration::from_millis(300);

/// Tells the changes of a site's folder.
pub struct Changes {
    folder: Folder,
    watcher: RecommendedWatcher,
    told: Receiver<Told>,
    teller: Sender<Told>,
    watched: BTreeSet<PathBuf>,
    /// When to look at everything although nothing was told.
    look: Option<Stopwatch>,
}

/// Why to look at the folder again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Files may have changed.
    Files {
        /// Those that were named.
        touched: BTreeSet<SitePath>,
        /// Whether to look at any others.
        extent: Extent,
    },
    /// The time that was given is over.
    Time,
    /// No file has changed, but something was noticed.
    Noticed,
    /// Nothing will be told any more.
    End,
}

/// What a thread that waits for changes is told.
enum Told {
    Event(notify::Result<Event>),
    Noticed,
    End,
}

/// Tells whoever waits for changes, from any thread, of what is no change of a file. Who has ended already needs no word.
pub struct Teller(Sender<Told>);

impl Teller {
    /// [Something was noticed](Change::Noticed).
    pub fn notice(&self) {
        let _ = self.0.send(Told::Noticed);
    }

    /// There is [no change any more](Change::End).
    pub fn end(&self) {
        let _ = self.0.send(Told::End);
    }
}

impl Changes {
    /// Begins to watch a folder.
    ///
    /// # Errors
    /// The system cannot watch it.
    pub fn of(folder: Folder) -> Result<Self, Failure> {
        let (teller, told) = channel();
        let sender = teller.clone();
        let handler = move |event: notify::Result<Event>| {
            let is_reading = event.as_ref().is_ok_and(|event| matches!(event.kind, EventKind::Access(_)));
            if !is_reading {
                // Nobody listens any more when the preview ends.
                let _ = sender.send(Told::Event(event));
            }
        };
        let watcher = notify::recommended_watcher(handler).map_err(|error| cannot_watch(&error))?;
        let mut changes = Self { folder, watcher, told, teller, watched: BTreeSet::new(), look: None };
        let root = changes.folder.root().to_owned();
        changes.watcher.watch(&root, RecursiveMode::NonRecursive).map_err(|error| cannot_watch(&error))?;
        changes.watch_sources();
        Ok(changes)
    }

    /// What tells more than the system does.
    #[must_use]
    pub fn teller(&self) -> Teller {
        Teller(self.teller.clone())
    }

    /// Waits for a change, at most until `end`.
    pub fn next(&mut self, end: Option<Stopwatch>) -> Change {
        let mut burst = Burst::default();
        loop {
            let deadline = burst.end().into_iter().chain(self.look).chain(end.filter(|_| burst.is_empty())).min();
            let told = match deadline {
                Some(deadline) => self.told.recv_timeout(deadline.saturating_duration_since(Stopwatch::now())),
                None => self.told.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match told {
                Ok(Told::Event(event)) => self.note(event, &mut burst),
                Ok(Told::Noticed) if burst.is_empty() => return Change::Noticed,
                // Whoever is told of a change looks at everything that was noticed.
                Ok(Told::Noticed) => {}
                Ok(Told::End) => return Change::End,
                Err(_) => break,
            }
        }
        let is_due = self.look.take_if(|look| *look <= Stopwatch::now()).is_some();
        if burst.is_empty() && !is_due {
            return Change::Time;
        }
        self.watch_sources();
        let extent = if is_due || burst.is_vague { Extent::Everything } else { Extent::Touched };
        if burst.has_folders {
            self.look = Some(Stopwatch::now() + AFTERWARDS);
        } else if extent == Extent::Touched {
            self.look.get_or_insert_with(|| Stopwatch::now() + AFTERWARDS);
        }
        Change::Files { touched: burst.paths, extent }
    }

    fn note(&self, event: notify::Result<Event>, burst: &mut Burst) {
        let Ok(event) = event else {
            burst.begin();
            burst.is_vague = true;
            return;
        };
        let is_source = |path: &SitePath| {
            let first = path.as_str().split('/').next().unwrap_or_default();
            Folder::sources().any(|source| source == first)
        };
        let paths: Vec<SitePath> =
            event.paths.iter().filter_map(|path| self.folder.site_path(path)).filter(is_source).collect();
        // A flood of events that the system had to drop comes without paths.
        if paths.is_empty() && !event.need_rescan() {
            return;
        }
        burst.begin();
        burst.is_vague |= event.need_rescan();
        // A file that was moved here is there as a whole; of a folder nobody knows what is in it, and when.
        burst.has_folders |= match event.kind {
            EventKind::Create(CreateKind::Folder) => true,
            EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_)) => {
                event.paths.iter().any(|path| path.is_dir())
            }
            _ => false,
        };
        burst.paths.extend(paths);
    }

    /// Watches the folders of the sources, those that have come since.
    fn watch_sources(&mut self) {
        for source in Folder::sources().filter(|source| !source.contains('.')) {
            let path = self.folder.root().join(source);
            if !path.is_dir() {
                self.watched.remove(&path);
            } else if !self.watched.contains(&path) && self.watcher.watch(&path, RecursiveMode::Recursive).is_ok() {
                self.watched.insert(path);
                self.look = Some(Stopwatch::now() + AFTERWARDS);
            }
        }
    }
}

/// Events that belong together.
#[derive(Default)]
struct Burst {
    begun: Option<Stopwatch>,
    last: Option<Stopwatch>,
    paths: BTreeSet<SitePath>,
    has_folders: bool,
    /// Whether something may have happened that was not told.
    is_vague: bool,
}

impl Burst {
    fn begin(&mut self) {
        let now = Stopwatch::now();
        self.begun.get_or_insert(now);
        self.last = Some(now);
    }

    const fn is_empty(&self) -> bool {
        self.begun.is_none()
    }

    fn end(&self) -> Option<Stopwatch> {
        Some((self.last? + QUIET).min(self.begun? + LONGEST))
    }
}

fn cannot_watch(error: &notify::Error) -> Failure {
    Failure::new(Text::new("watch-refused").with("problem", error)).hint("watch-refused-hint")
}
