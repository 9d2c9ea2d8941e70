//! The picture in which faces are sought.

use std::fs;

use tare::Trouble;

const LONGEST_SIDE: usize = 1 << 14;

/// A binary PPM of 8 bits.
pub(crate) struct Photograph {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Photograph {
    pub(crate) fn read(path: &str) -> Result<Self, Trouble> {
        let file = fs::read(path).map_err(|error| tare::reject(path, error))?;
        Self::parse(&file).ok_or_else(|| tare::reject(path, "not a PPM of 8 bits with all its pixels"))
    }

    fn parse(file: &[u8]) -> Option<Self> {
        let mut rest = file.strip_prefix(b"P6")?;
        let mut numbers = [0; 3];
        for number in &mut numbers {
            rest = rest.trim_ascii_start();
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            *number = std::str::from_utf8(&rest[..digits]).ok()?.parse().ok()?;
            rest = &rest[digits..];
        }
        let [width, height, brightest] = numbers;
        let pixels = rest.get(1..)?.to_vec();
        let possible = (1..=LONGEST_SIDE).contains(&width) && (1..=LONGEST_SIDE).contains(&height) && brightest == 255;
        (possible && pixels.len() == width * height * 3).then_some(Photograph { width, height, pixels })
    }

    /// The factor by which the photograph is scaled so that its longer side is this long.
    pub(crate) fn scale_to(&self, side: usize) -> f64 {
        side as f64 / self.width.max(self.height) as f64
    }

    /// Width, height and grey values of the scaled photograph.
    pub(crate) fn grey(&self, side: usize) -> (usize, usize, Vec<u8>) {
        let scale = self.scale_to(side);
        let scaled = |length: usize| ((length as f64 * scale).round() as usize).clamp(1, side);
        let (width, height) = (scaled(self.width), scaled(self.height));
        let mut grey = Vec::with_capacity(width * height);
        for y in 0..height {
            let (top, bottom, down) = neighbours(y, scale, self.height);
            for x in 0..width {
                let (left, right, along) = neighbours(x, scale, self.width);
                let above = between(self.brightness(left, top), self.brightness(right, top), along);
                let below = between(self.brightness(left, bottom), self.brightness(right, bottom), along);
                grey.push(between(above, below, down).round() as u8);
            }
        }
        (width, height, grey)
    }

    fn brightness(&self, x: usize, y: usize) -> f64 {
        let pixel = &self.pixels[(y * self.width + x) * 3..][..3];
        0.299 * f64::from(pixel[0]) + 0.587 * f64::from(pixel[1]) + 0.114 * f64::from(pixel[2])
    }
}

/// The two pixels between which a scaled pixel's middle lies, and how far it is from the first.
fn neighbours(scaled: usize, scale: f64, size: usize) -> (usize, usize, f64) {
    let place = ((scaled as f64 + 0.5) / scale - 0.5).clamp(0.0, (size - 1) as f64);
    let first = place as usize;
    (first, (first + 1).min(size - 1), place - first as f64)
}

fn between(from: f64, to: f64, way: f64) -> f64 {
    from + (to - from) * way
}
