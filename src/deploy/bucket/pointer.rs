//! What a bucket remembers: which release is live, and which were being made live.

use serde::{Deserialize, Serialize};

use crate::deploy::release::Id;

/// Changes when the meaning does.
const FORMAT: u32 = 1;

/// Which release visitors see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pointer {
    /// The release that was made live last, whole.
    pub live: Option<Id>,
    /// The releases that were begun to be made live since. As long as one stands here, visitors may see pages of it.
    pub begun: Vec<Id>,
}

#[derive(Serialize, Deserialize)]
struct Written {
    format: u32,
    live: Option<String>,
    begun: Vec<String>,
}

impl Pointer {
    /// Reads what was written; nothing if it is torn or of another format.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let written: Written = serde_json::from_slice(bytes).ok()?;
        let live = match &written.live {
            Some(name) => Some(Id::parse(name)?),
            None => None,
        };
        let begun = written.begun.iter().map(|name| Id::parse(name)).collect::<Option<_>>()?;
        (written.format == FORMAT).then_some(Self { live, begun })
    }

    /// The bytes that are written.
    pub fn to_bytes(&self) -> Vec<u8> {
        let begun = self.begun.iter().map(Id::to_string).collect();
        let written = Written { format: FORMAT, live: self.live.as_ref().map(Id::to_string), begun };
        serde_json::to_vec(&written).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_is_read_as_it_is_written() {
        let id = || Id::parse("20261122T0703Z-7692c3ad");
        let begun = || id().into_iter().collect();
        for pointer in [
            Pointer::default(),
            Pointer { live: id(), begun: Vec::new() },
            Pointer { live: None, begun: begun() },
            Pointer { live: id(), begun: begun() },
        ] {
            assert_eq!(Pointer::parse(&pointer.to_bytes()), Some(pointer));
        }
        for torn in [
            "",
            "{}",
            r#"{"format":2,"live":null,"begun":[]}"#,
            r#"{"format":1,"live":"x","begun":[]}"#,
            r#"{"format":1,"live":null,"begun":["x"]}"#,
        ] {
            assert_eq!(Pointer::parse(torn.as_bytes()), None, "{torn}");
        }
    }
}
