//! Turns a stream into a file of the stage, a piece at a time: an attachment may have 100 MiB.
//!
//! The file of the last generation is read beside the stream. As long as both agree nothing is written, so an
//! unchanged attachment costs no room on the disk, not even for a moment.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use crate::diagnostic::{Failure, Text};

use super::hash::{CHUNK, Hashing, fill};
use super::manifest::Entry;
use super::refusal::refused_in_stage;
use super::stage::Stage;

/// What was learnt by reading the stream beside the last generation.
struct Compared {
    /// So many bytes are the same in both.
    same: u64,
    /// The piece of the stream that comes next; empty at its end.
    piece: Vec<u8>,
}

/// Which side of a copy failed.
enum Fault {
    Source(io::Error),
    Stage(io::Error),
}

impl Stage {
    /// Streams one file from `from` to `path`, as [`write`](Self::write) does with bytes.
    ///
    /// # Errors
    /// If the path leads out of the output or has been written before, the source cannot be read, or the disk refuses.
    pub fn copy(&self, path: &str, from: &mut dyn Read) -> Result<(), Failure> {
        let target = self.target(path)?;
        let (entry, linked) = self.copy_to(path, &target, from).map_err(|fault| match fault {
            Fault::Stage(error) => refused_in_stage(&target, path, &error),
            Fault::Source(error) => {
                let text = Text::new("publish-source").with("path", path).with("reason", error);
                Failure::new(text).hint("publish-source-hint")
            }
        })?;
        self.note(path, entry, linked);
        Ok(())
    }

    fn copy_to(&self, path: &str, target: &Path, from: &mut dyn Read) -> Result<(Entry, Option<i64>), Fault> {
        let old = self.locked.path.join(path);
        let last = self.last(path).and_then(|(entry, modified)| Some((entry, modified, File::open(&old).ok()?)));
        let compared = match last {
            None => Compared { same: 0, piece: next_piece(from)? },
            Some((entry, modified, mut file)) => {
                let compared = compare(from, &mut file)?;
                if compared.piece.is_empty() && compared.same == entry.size {
                    let linked = self.link(path, target, modified).map_err(Fault::Stage)?;
                    if linked.is_some() {
                        return Ok((Entry { kept: false, ..entry }, linked));
                    }
                }
                compared
            }
        };
        write_rest(target, &old, compared, from).map(|entry| (entry, None))
    }
}

fn next_piece(from: &mut dyn Read) -> Result<Vec<u8>, Fault> {
    let mut piece = vec![0; CHUNK];
    let length = fill(from, &mut piece).map_err(Fault::Source)?;
    piece.truncate(length);
    Ok(piece)
}

/// Reads the stream as far as it agrees with the file.
fn compare(from: &mut dyn Read, old: &mut File) -> Result<Compared, Fault> {
    let mut same = 0;
    let mut beside = vec![0; CHUNK];
    loop {
        let piece = next_piece(from)?;
        let length = fill(old, &mut beside[..piece.len()]).map_err(Fault::Stage)?;
        if piece.is_empty() || piece != beside[..length] {
            return Ok(Compared { same, piece });
        }
        same += length as u64;
    }
}

/// Writes what both have in common from the old file, then the rest of the stream.
fn write_rest(target: &Path, old: &Path, compared: Compared, from: &mut dyn Read) -> Result<Entry, Fault> {
    let mut file = File::create_new(target).map_err(Fault::Stage)?;
    let mut hashing = Hashing::default();
    let mut size = 0;
    let mut add = |bytes: &[u8]| {
        hashing.add(bytes);
        size += bytes.len() as u64;
        file.write_all(bytes).map_err(Fault::Stage)
    };
    if compared.same > 0 {
        let mut common = File::open(old).map_err(Fault::Stage)?.take(compared.same);
        loop {
            let piece = next_piece(&mut common)?;
            if piece.is_empty() {
                break;
            }
            add(&piece)?;
        }
    }
    let mut piece = compared.piece;
    while !piece.is_empty() {
        add(&piece)?;
        piece = next_piece(from)?;
    }
    Ok(Entry { size, hash: hashing.finish(), kept: false })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Site, note};
    use super::*;

    fn publish(site: &Site, bytes: &[u8]) -> usize {
        let stage = site.lock().stage().unwrap();
        stage.copy("files/large.pdf", &mut &*bytes).unwrap();
        let published = stage.publish(note("key")).unwrap();
        assert_eq!(std::fs::read(site.output().join("files/large.pdf")).unwrap(), bytes);
        assert!(site.lock().is_intact());
        std::fs::remove_file(site.private().join("record.json")).unwrap();
        // Without the record the hash in the manifest has to be right.
        drop(site.lock());
        published.linked
    }

    #[test]
    fn an_unchanged_stream_is_linked_and_any_change_is_found() {
        let site = Site::new();
        let mut bytes: Vec<u8> = (0..3 * CHUNK + 5).map(|number| u8::try_from(number % 251).unwrap()).collect();
        assert_eq!(publish(&site, &bytes), 0);
        assert_eq!(publish(&site, &bytes), 1);
        for position in [0, CHUNK - 1, CHUNK, 3 * CHUNK + 4] {
            bytes[position] ^= 1;
            assert_eq!(publish(&site, &bytes), 0, "{position}");
        }
        for length in [3 * CHUNK, CHUNK + 1, 2 * CHUNK, 0, 0] {
            let same = bytes.len() == length;
            bytes.resize(length, 9);
            assert_eq!(publish(&site, &bytes), usize::from(same), "{length}");
        }
    }

    #[test]
    fn a_source_that_cannot_be_read_is_not_taken_for_its_end() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::ConnectionReset.into())
            }
        }
        let site = Site::new();
        let stage = site.lock().stage().unwrap();
        let mut source = [1; 7].chain(Broken);
        assert_eq!(stage.copy("a", &mut source).unwrap_err().text.id, "publish-source");
    }
}
