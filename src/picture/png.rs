//! From points to a PNG: with a palette where there are few colours, which most pictures of letters on paper have.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use png::{BitDepth, ColorType, DeflateCompression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::Pixmap;

/// How hard to compress: at 6, the usual level, writing takes twice as long and saves a twentieth of the bytes.
const LEVEL: u8 = 4;

/// Writes an opaque picture as a PNG. No point is changed.
pub(super) fn encode(pixels: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_deflate_compression(DeflateCompression::Level(LEVEL));
    encoder.set_filter(Filter::NoFilter);
    let points = if let Some((palette, points)) = indexed(pixels.data()) {
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(palette);
        points
    } else {
        encoder.set_color(ColorType::Rgb);
        pixels.data().chunks_exact(4).flat_map(|point| &point[..3]).copied().collect()
    };
    encoder.write_header()?.write_image_data(&points)?;
    Ok(bytes)
}

/// The colours in the order in which they appear, and the number of each point's colour; nothing where there are too many.
fn indexed(points: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (mut palette, mut known) = (Vec::new(), HashMap::new());
    let mut numbers = Vec::with_capacity(points.len() / 4);
    let (mut last, mut number): (&[u8], u8) = (&[], 0);
    for point in points.chunks_exact(4) {
        // Most points have the colour of the one before.
        if point != last {
            let next = known.len();
            number = *match known.entry(point) {
                Entry::Occupied(entry) => entry.into_mut(),
                Entry::Vacant(entry) => {
                    palette.extend_from_slice(&point[..3]);
                    entry.insert(u8::try_from(next).ok()?)
                }
            };
            last = point;
        }
        numbers.push(number);
    }
    Some((palette, numbers))
}
