//! Writes a tone of 440 Hz, with as many overtones as asked for, to a WAV file: mono, 44,100 Hz, 16 bit.

use std::f64::consts::TAU;
use std::fs;

use hound::{SampleFormat, WavSpec, WavWriter};
use tare::{Digest, Trouble};

const RATE: u32 = 44_100;
const PITCH: f64 = 440.0;

const FORMAT: WavSpec =
    WavSpec { channels: 1, sample_rate: RATE, bits_per_sample: 16, sample_format: SampleFormat::Int };

/// `libm` and not the standard library's sine, which is another one on every platform. Whole turns are taken away first:
/// of large angles a sine takes much longer.
fn loudness(sample: u32, partials: u32) -> f64 {
    let turns = f64::from(sample) / f64::from(RATE) * PITCH;
    let mut sum = 0.0;
    for partial in 1..=partials {
        sum += libm::sin(TAU * (turns * f64::from(partial)).fract());
    }
    sum / f64::from(partials)
}

fn write_tone(path: &str, seconds: u32, partials: u32) -> Result<(), hound::Error> {
    let mut wave = WavWriter::create(path, FORMAT)?;
    for sample in 0..seconds * RATE {
        wave.write_sample((loudness(sample, partials) * f64::from(i16::MAX)) as i16)?;
    }
    wave.finalize()
}

fn unwritable(path: &str, error: hound::Error) -> Trouble {
    match error {
        hound::Error::IoError(error) => tare::reject(path, error),
        other => tare::fail(path, other),
    }
}

fn main() {
    tare::run(|given, answer| {
        let [path, seconds, partials] = tare::arguments(given, "audio-sine-wave FILE SECONDS PARTIALS")?;
        let seconds = tare::number("SECONDS", seconds, 1, 3600)? as u32;
        let partials = tare::number("PARTIALS", partials, 1, 10_000)? as u32;
        write_tone(path, seconds, partials).map_err(|error| unwritable(path, error))?;
        let wave = fs::read(path)?;
        let mut digest = Digest::new();
        digest.add(&wave);
        writeln!(answer, "{} bytes, digest {digest}", wave.len())?;
        Ok(())
    });
}
