//! From keys and bytes to objects of a storage service and back, many at a time.
//!
//! Everything here is one journey for many objects: it waits for all of them, or for the first that fails.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;

use opendal::options::WriteOptions;
use opendal::{Buffer, Error, ErrorKind, Metadata, Operator};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use crate::domain::Digest;
use crate::serving;

/// So many objects are on their way at once.
const AT_ONCE: usize = 16;

/// Why objects could not be brought, read or removed.
#[derive(Debug)]
pub(super) enum Fault {
    /// The service refuses, or cannot be reached.
    Service(Error),
    /// A file of this machine cannot be read.
    File(PathBuf, io::Error),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Service(error)
    }
}

/// A file of this machine and the object that is made of it.
#[derive(Debug)]
pub(super) struct Upload {
    pub from: PathBuf,
    pub key: String,
    /// Where visitors will find it, which tells what a web server says of it.
    pub path: String,
}

/// The objects of a bucket, below the folder that the site lies in.
pub(super) struct Objects {
    pub operator: Operator,
    pub runtime: Runtime,
}

impl Objects {
    /// The objects whose keys begin with a folder's, by what follows. Objects in folders below count only if `deep`, else
    /// the names of those folders do, with a `/` at their ends.
    pub fn list(&self, folder: &str, deep: bool) -> Result<BTreeMap<String, Metadata>, Fault> {
        let place = if folder.is_empty() { "/" } else { folder };
        let entries = match self.runtime.block_on(self.operator.list_with(place).recursive(deep).into_future()) {
            Ok(entries) => entries,
            Err(error) if is_missing(&error) => return Ok(BTreeMap::new()),
            Err(error) => return Err(error.into()),
        };
        let inside = entries.into_iter().filter_map(|entry| {
            let (key, metadata) = entry.into_parts();
            let name = key.strip_prefix(folder)?.trim_start_matches('/').to_owned();
            // The folder itself is named too.
            let is_one = !name.is_empty() && (!deep || metadata.is_file());
            is_one.then_some((name, metadata))
        });
        Ok(inside.collect())
    }

    /// The bytes of an object, if it is there.
    pub fn read(&self, key: &str) -> Result<Option<Vec<u8>>, Fault> {
        match self.runtime.block_on(self.operator.read(key)) {
            Ok(bytes) => Ok(Some(bytes.to_vec())),
            Err(error) if is_missing(&error) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes an object.
    pub fn write(&self, key: &str, bytes: &[u8]) -> Result<(), Fault> {
        let options = options(key);
        self.runtime.block_on(self.operator.write_options(key, bytes.to_vec(), options))?;
        Ok(())
    }

    /// Makes objects of files.
    pub fn bring(&self, uploads: Vec<Upload>) -> Result<(), Fault> {
        self.each(uploads, |operator, upload| async move {
            let bytes = fs::read(&upload.from).map_err(|error| Fault::File(upload.from, error))?;
            let options = options(&upload.path);
            operator.write_options(&upload.key, Buffer::from(bytes), options).await?;
            Ok(())
        })
        .map(drop)
    }

    /// The fingerprints of objects, each read whole. An object that is not there has none.
    pub fn digests(&self, keys: Vec<String>) -> Result<BTreeMap<String, Option<Digest>>, Fault> {
        let digests = self.each(keys, |operator, key| async move {
            match operator.read(&key).await {
                Ok(bytes) => Ok((key, Some(Digest::of(&bytes.to_bytes())))),
                Err(error) if is_missing(&error) => Ok((key, None)),
                Err(error) => Err(error.into()),
            }
        })?;
        Ok(digests.into_iter().collect())
    }

    /// Copies objects to other keys, within the service.
    pub fn copy(&self, pairs: Vec<(String, String)>) -> Result<(), Fault> {
        let copied = self.each(pairs, |operator, (from, to)| async move { Ok(operator.copy(&from, &to).await?) });
        copied.map(drop)
    }

    /// Removes objects. One that is not there is gone already.
    pub fn remove(&self, keys: Vec<String>) -> Result<(), Fault> {
        let removed = self.each(keys, |operator, key| async move {
            match operator.delete(&key).await {
                Err(error) if !is_missing(&error) => Err(error.into()),
                _ => Ok(()),
            }
        });
        removed.map(drop)
    }

    fn each<T, R, W>(&self, items: Vec<T>, work: impl Fn(Operator, T) -> W) -> Result<Vec<R>, Fault>
    where
        W: Future<Output = Result<R, Fault>> + Send + 'static,
        R: Send + 'static,
    {
        self.runtime.block_on(async {
            let mut running = JoinSet::new();
            let mut done = Vec::with_capacity(items.len());
            for item in items {
                if running.len() >= AT_ONCE {
                    done.extend(next(&mut running).await?);
                }
                running.spawn(work(self.operator.clone(), item));
            }
            while !running.is_empty() {
                done.extend(next(&mut running).await?);
            }
            Ok(done)
        })
    }
}

async fn next<R: 'static>(running: &mut JoinSet<Result<R, Fault>>) -> Result<Option<R>, Fault> {
    match running.join_next().await {
        Some(Ok(result)) => result.map(Some),
        Some(Err(error)) => Err(Error::new(ErrorKind::Unexpected, "a task ended").set_source(error).into()),
        None => Ok(None),
    }
}

/// What a web server is to say of a file, by its path.
fn options(path: &str) -> WriteOptions {
    WriteOptions {
        content_type: Some(serving::media_type(path).to_owned()),
        cache_control: Some(serving::caching(path).to_owned()),
        ..WriteOptions::default()
    }
}

/// Whether an object is not there, while its bucket is.
pub(super) fn is_missing(error: &Error) -> bool {
    error.kind() == ErrorKind::NotFound && !is_without_bucket(error)
}

/// Whether there is no such bucket.
pub(super) fn is_without_bucket(error: &Error) -> bool {
    ["NoSuchBucket", "ContainerNotFound"].iter().any(|code| error.message().contains(code))
}
