//! Finds the faces in photographs by the cascade of SeetaFace and prints their boxes and scores: another method than the
//! network of the C++ guest, so that the two are not to be compared.

use rustface::{create_detector_with_model, read_model, Detector, FaceInfo, ImageData};
use tare::{Answer, Outcome, Trouble};

mod photograph;

use photograph::Photograph;

static MODEL: &[u8] = include_bytes!(env!("FACE_MODEL"));

/// SeetaFace's own recommendations.
fn detector() -> Result<Box<dyn Detector>, Trouble> {
    let mut detector = create_detector_with_model(read_model(MODEL)?);
    detector.set_min_face_size(20);
    detector.set_score_thresh(2.0);
    detector.set_pyramid_scale_factor(0.8);
    detector.set_slide_window_step(4, 4);
    Ok(detector)
}

fn print(answer: &mut Answer, path: &str, scale: f64, faces: &[FaceInfo]) -> Outcome {
    let pixels = |length: f64| (length / scale).round();
    writeln!(answer, "{path}: {}", faces.len())?;
    for face in faces {
        let place = face.bbox();
        let (left, top) = (pixels(f64::from(place.x())), pixels(f64::from(place.y())));
        let (width, height) = (pixels(f64::from(place.width())), pixels(f64::from(place.height())));
        writeln!(answer, "  {left} {top}, {width} x {height}, score {:.3}", face.score())?;
    }
    Ok(())
}

fn main() {
    tare::run(|given, answer| {
        let [side, times, _, ..] = given else {
            return Err(tare::reject("usage", "face-detection SIDE TIMES PHOTOGRAPH..."));
        };
        let side = tare::number("SIDE", side, 32, 2048)? as usize;
        let times = tare::number("TIMES", times, 1, 1_000_000)?;
        let mut detector = detector()?;
        for path in &given[2..] {
            let photograph = Photograph::read(path)?;
            let mut faces = Vec::new();
            for _ in 0..times {
                let (width, height, grey) = photograph.grey(side);
                faces = detector.detect(&ImageData::new(&grey, width as u32, height as u32));
            }
            print(answer, path, photograph.scale_to(side), &faces)?;
        }
        Ok(())
    });
}
