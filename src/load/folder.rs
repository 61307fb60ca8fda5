//! A site in a folder of the disk.

use std::fs::{self, File, Metadata};
use std::io::Read;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::UNIX_EPOCH;

use walkdir::{DirEntry, WalkDir};

use super::{Entry, Listing, Source, names, unreadable};
use crate::diagnostic::{Diagnosed, Diagnostic, Failure, Log, Rule, Text};
use crate::domain::{Place, SitePath};

/// The folders of a site that hold sources, beside `site.yaml`.
const FOLDERS: [&str; 6] = ["content", "i18n", "themes", "templates", "assets", "fonts"];

/// How many files are worth a thread of their own.
const SHARE: usize = 2_000;

/// A site in a folder of the disk.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The site in this folder, which must hold a `site.yaml`.
    ///
    /// # Errors
    /// There is no such folder, or it is no site.
    pub fn open(root: &Path) -> Result<Self, Failure> {
        let file = root.join("site.yaml");
        match fs::symlink_metadata(&file) {
            Ok(metadata) if metadata.is_file() => Ok(Self { root: root.to_owned() }),
            Ok(_) | Err(_) => {
                let text = Text::new("load-no-site").with("path", file.display());
                Err(Failure::new(text).hint(Text::new("load-no-site-hint").with("path", root.display())))
            }
        }
    }

    /// The same folder by its whole path without links.
    ///
    /// # Errors
    /// The path cannot be followed.
    pub fn resolved(&self) -> Result<Self, Failure> {
        let root = self.root.canonicalize().map_err(|error| unreadable(&SitePath::new("site.yaml"), &error))?;
        Ok(Self { root })
    }

    /// The folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The files and folders in it that hold sources.
    pub fn sources() -> impl Iterator<Item = &'static str> {
        FOLDERS.into_iter().chain(["site.yaml"])
    }

    /// What a path of the disk is called in the site, if it lies in its folder.
    #[must_use]
    pub fn site_path(&self, path: &Path) -> Option<SitePath> {
        let inside = path.strip_prefix(&self.root).ok()?;
        let parts = inside.components().map(|part| part.as_os_str().to_string_lossy());
        Some(names::site_path(&parts.collect::<Vec<_>>().join("/")))
    }

    /// Where one of its files lies on the disk.
    #[must_use]
    pub fn path(&self, entry: &Entry) -> PathBuf {
        self.root.join(entry.on_disk.as_deref().unwrap_or(entry.path.as_str()))
    }

    /// A listed file as it is now; nothing where it is gone, or something else is there.
    pub(super) fn look_at(&self, entry: &Entry) -> Option<Entry> {
        let metadata = fs::symlink_metadata(self.path(entry)).ok().filter(Metadata::is_file)?;
        Some(entry_of(entry.path.clone(), entry.on_disk.clone(), &metadata))
    }

    /// Whether anything at all is at a path.
    pub(super) fn holds(&self, path: &SitePath) -> bool {
        fs::symlink_metadata(self.root.join(path.as_str())).is_ok()
    }
}

impl Source for Folder {
    fn list(&self) -> Result<Diagnosed<Listing>, Failure> {
        let mut listing = Listing::default();
        let mut log = Log::new();
        let site = SitePath::new("site.yaml");
        let metadata = fs::metadata(self.root.join("site.yaml")).map_err(|error| unreadable(&site, &error))?;
        let _ = listing.add(entry_of(site, None, &metadata));
        for folder in FOLDERS {
            let top = self.root.join(folder);
            match fs::symlink_metadata(&top) {
                Err(_) => continue,
                Ok(metadata) if !metadata.is_dir() => {
                    log.push(Diagnostic::new(
                        Rule::SpecialFile,
                        Place::top(SitePath::new(folder)),
                        Text::new("special-file").with("path", folder),
                    ));
                    continue;
                }
                Ok(_) => {}
            }
            let walk = WalkDir::new(&top).follow_links(false).sort_by_file_name();
            let found = walk
                .into_iter()
                .filter_entry(|found| found.depth() == 0 || !names::is_litter(&found.file_name().to_string_lossy()))
                .collect::<Result<Vec<_>, _>>()
                .map_err(|error| {
                    let path = error.path().map(|path| path.display().to_string()).unwrap_or_default();
                    Failure::new(Text::new("load-unreadable").with("path", path).with("problem", error))
                })?;
            for (found, metadata) in found.iter().zip(asked(&found)) {
                self.add(found, metadata, &mut listing, &mut log)?;
            }
        }
        Ok(Diagnosed::new(listing, log))
    }

    /// A file that changes between being listed and being read is read once more by the caller's next run, not half.
    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::with_capacity(usize::try_from(entry.size).unwrap_or_default() + 1);
        let mut file = File::open(self.path(entry)).map_err(|error| unreadable(&entry.path, &error))?;
        file.by_ref().take(entry.size + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&entry.path, &error))?;
        if bytes.len() as u64 == entry.size {
            return Ok(bytes);
        }
        Err(Failure::new(Text::new("load-changed").with("path", &entry.path)).hint("load-changed-hint"))
    }

    fn open(&self, entry: &Entry) -> Result<Box<dyn Read + Send>, Failure> {
        let file = File::open(self.path(entry)).map_err(|error| unreadable(&entry.path, &error))?;
        Ok(Box::new(file.take(entry.size + 1)))
    }
}

impl Folder {
    fn add(
        &self,
        found: &DirEntry,
        metadata: walkdir::Result<Metadata>,
        listing: &mut Listing,
        log: &mut Log,
    ) -> Result<(), Failure> {
        let relative = found.path().strip_prefix(&self.root).unwrap_or(found.path());
        let on_disk: String =
            relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        let path = names::site_path(&on_disk);
        if relative.as_os_str().to_str().is_none() || (found.depth() > 0 && !names::is_safe(&path)) {
            log.push(names::refused(Rule::UnsafeName, &path));
            return Ok(());
        }
        if found.file_type().is_dir() {
            return Ok(());
        }
        if !found.file_type().is_file() {
            log.push(names::refused(Rule::SpecialFile, &path));
            return Ok(());
        }
        let metadata = metadata.map_err(|error| unreadable(&path, &error.into()))?;
        let disk = (on_disk != path.as_str()).then_some(on_disk);
        names::add(entry_of(path, disk, &metadata), listing, log);
        Ok(())
    }
}

/// What the disk says of each, in their order. To ask is most of the work of a long list, so the cores share it.
fn asked(found: &[DirEntry]) -> Vec<walkdir::Result<Metadata>> {
    let ask = |part: &[DirEntry]| part.iter().map(DirEntry::metadata).collect::<Vec<_>>();
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut parts = found.chunks(found.len().div_ceil(cores).max(SHARE));
    let own = parts.next().unwrap_or_default();
    thread::scope(|scope| {
        let asking = |part| (part, thread::Builder::new().spawn_scoped(scope, move || ask(part)).ok());
        let others: Vec<_> = parts.map(asking).collect();
        let mut answers = ask(own);
        for (part, asking) in others {
            // Where the system has no thread to spare, it is done here.
            let answered = asking.and_then(|asking| asking.join().ok());
            answers.extend(answered.unwrap_or_else(|| ask(part)));
        }
        answers
    })
}

fn entry_of(path: SitePath, on_disk: Option<String>, metadata: &Metadata) -> Entry {
    let changed = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Entry { path, on_disk, size: metadata.len(), changed: changed.map_or(0, |since| since.as_nanos()) }
}
