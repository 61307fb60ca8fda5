//! From a manifest to its detached signature, and from both and a public key to whether they belong together.
//!
//! Who signs has the program `minisign`, which asks for the password of the secret key itself; who verifies needs nothing.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::{self, Command, Stdio};

use minisign_verify::{PublicKey, Signature};

use super::refusal::refused;
use crate::diagnostic::{Failure, Text};
use crate::publish;

/// Signs a manifest of a site with that output. The secret key is in the file `key`.
///
/// # Errors
/// There is no program `minisign`, or it refuses; the disk fails.
pub fn sign(manifest: &[u8], key: &Path, output: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |id: &'static str, reason: &dyn std::fmt::Display| {
        let text = Text::new(id).with("key", key.display()).with("reason", reason);
        Failure::new(text).hint("sign-release-hint")
    };
    let place = publish::private_place(&publish::settle(output)?, &format!("manifest-{}", process::id()));
    let signature = place.with_extension("minisig");
    fs::write(&place, manifest).map_err(|error| refused(&place, &error))?;
    let mut minisign = Command::new("minisign");
    minisign.arg("-S").arg("-s").arg(key).arg("-m").arg(&place).arg("-x").arg(&signature);
    // Our own output may be read by a program. The password is asked for at the terminal.
    let status = minisign.stdout(Stdio::from(io::stderr())).status();
    let bytes = fs::read(&signature);
    for path in [&place, &signature] {
        let _ = fs::remove_file(path);
    }
    match status {
        Err(error) if error.kind() == ErrorKind::NotFound => Err(failed("sign-release-missing", &error)),
        Err(error) => Err(failed("sign-release-failed", &error)),
        Ok(status) if !status.success() => Err(failed("sign-release-failed", &status)),
        Ok(_) => bytes.map_err(|error| refused(&signature, &error)),
    }
}

/// Reads a public key: as it was typed, or from the file of that name.
///
/// # Errors
/// It is none.
pub fn public_key(text: &str) -> Result<PublicKey, Failure> {
    let key = PublicKey::from_base64(text).or_else(|_| PublicKey::from_file(text));
    key.map_err(|_| Failure::new(Text::new("sign-release-no-key").with("key", text)).hint("sign-release-no-key-hint"))
}

/// Whether a signature is one of a manifest by the owner of a key.
#[must_use]
pub fn is_signed(manifest: &[u8], signature: &[u8], key: &PublicKey) -> bool {
    let signature = std::str::from_utf8(signature).ok().and_then(|text| Signature::decode(text).ok());
    signature.is_some_and(|signature| key.verify(manifest, &signature, true).is_ok())
}

/// Whether two signatures of the same bytes were made with the same key. What minisign signs with (Ed25519, RFC 8032) gives
/// the same signature each time; it stands in the second line, with the name of the key, and below it stands when.
#[must_use]
pub fn are_alike(one: &[u8], other: &[u8]) -> bool {
    let line = |signature: &[u8]| String::from_utf8_lossy(signature).lines().nth(1).map(str::to_owned);
    line(one).is_some_and(|one| line(other).is_some_and(|other| one == other))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "RWTAD13iOvqQ9WexbWhWye73gppFqVV1kYUpL3d7xzONqIxzdUjfwhXb";
    const SIGNATURE: &str = "untrusted comment: untrusted\n\
        RUTAD13iOvqQ9W1+4PMwCEq1RdQjO470wesak0s0DSZB1icRUikrwaK90vZpgp7fMd1k1iB2e7siToLAyT8mmJpyEpuamLckJgg=\n\
        trusted comment: trusted\n\
        HJq6YFEx13nFNTXZg83HXqSn7eklVbR1YMEjNgQiesnW2YJsnMpxFQXx2KpF1fM397MWmNG0qyI7BBl+0ygJCA==\n";

    #[test]
    fn what_minisign_signed_is_believed_and_nothing_else() {
        let key = public_key(KEY).expect("a key");
        let signed = |manifest: &str, signature: &str| is_signed(manifest.as_bytes(), signature.as_bytes(), &key);
        assert!(signed("a manifest\n", SIGNATURE));
        assert!(!signed("another manifest\n", SIGNATURE));
        assert!(!signed("a manifest\n", &SIGNATURE.replace("comment: trusted", "comment: changed")));
        for torn in ["", "RUTAD13iOvqQ9W1", &SIGNATURE[..90]] {
            assert!(!signed("a manifest\n", torn), "{torn:?}");
        }
        let other = public_key("RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3").expect("a key");
        assert!(!is_signed(b"a manifest\n", SIGNATURE.as_bytes(), &other));
        assert!(public_key("nonsense").is_err());
    }
}
