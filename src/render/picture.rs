//! From the bytes of a picture to its width and height, so that a page keeps its place free: PNG, and SVG with a `viewBox`.
//!
//! No picture is decoded. What does not say its size in whole numbers has none; the style sheet has the last word anyway.

/// The width and height of a picture.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let (width, height) = of_png(bytes).or_else(|| of_svg(bytes))?;
    (width > 0 && height > 0).then_some((width, height))
}

/// The first chunk of a PNG is its header, which begins with both measures (PNG, third edition, 11.2.1).
fn of_png(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(4..)?.strip_prefix(b"IHDR")?;
    let (width, rest) = header.split_first_chunk()?;
    let (height, _) = rest.split_first_chunk()?;
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
}

/// The last two numbers of the `viewBox` of the outermost element.
fn of_svg(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let tag = text.get(text.find("<svg")?..)?;
    let tag = tag.get(..tag.find('>')?)?;
    let value = tag.split_once("viewBox")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let mut numbers = value[1..].split(quote).next()?.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty());
    let measures = (numbers.nth(2)?.parse().ok()?, numbers.next()?.parse().ok()?);
    numbers.next().is_none().then_some(measures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn png_and_svg_say_their_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x40\0\0\0\x20\x08\x06";
        assert_eq!(size(png), Some((320, 32)));
        assert_eq!(size(&png[..20]), None);
        let svg = |tag: &str| size(format!("<?xml version='1.0'?>\n<!-- a > b -->\n{tag}<path/></svg>").as_bytes());
        assert_eq!(svg(r#"<svg viewBox="0 0 36 32">"#), Some((36, 32)));
        assert_eq!(svg("<svg\n viewBox = '-1,-1, 36,32' fill='none'>"), Some((36, 32)));
        for tag in ["<svg>", "<svg viewBox>", "<svg viewBox=\"\">", "<svg viewBox=\"0 0 36.5 32\">", "<svg viewBox=é>"]
        {
            assert_eq!(svg(tag), None, "{tag}");
        }
        for tag in
            ["<svg viewBox=\"0 0 36 0\">", "<svg viewBox=\"0 0 36 32 9\">", "<svg viewBox=\"0 0 36", "<svg viewBox=\"0"]
        {
            assert_eq!(svg(tag), None, "{tag}");
        }
        assert_eq!(size(b""), None);
        assert_eq!(size(b"\xff\xd8\xff\xe0"), None);
    }
}
