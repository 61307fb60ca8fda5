//! `⟨U+202E⟩`, `⟨FF⟩` and `⟨1000 × word⟩` in a case, as the bytes that they stand for.

/// The bytes of a line. Anything else between the brackets is a fault of the case.
pub fn bytes(line: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('⟨') {
        out.extend_from_slice(before.as_bytes());
        let (sign, behind) = after.split_once('⟩').unwrap_or_else(|| panic!("⟨ without ⟩ in: {line}"));
        out.extend(sign_bytes(sign).unwrap_or_else(|| panic!("no sign: ⟨{sign}⟩")));
        rest = behind;
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

/// The text of a line that must be text.
pub fn text(line: &str) -> String {
    String::from_utf8(bytes(line)).unwrap_or_else(|_| panic!("no text: {line}"))
}

fn sign_bytes(sign: &str) -> Option<Vec<u8>> {
    if let Some(code) = sign.strip_prefix("U+") {
        let character = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
        return Some(character.to_string().into_bytes());
    }
    if let Some((count, word)) = sign.split_once(" × ") {
        return Some(word.repeat(count.parse().ok()?).into_bytes());
    }
    (sign.len() == 2).then(|| u8::from_str_radix(sign, 16).ok()).flatten().map(|byte| vec![byte])
}
