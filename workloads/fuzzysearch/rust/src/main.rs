//! Searches the lines of a text for those that resemble a word.

use std::fs;

use simsearch::SimSearch;
use tare::Digest;

fn main() {
    tare::run(|given, answer| {
        let [path, pattern, searches] = tare::arguments(given, "fuzzysearch TEXT PATTERN SEARCHES")?;
        let searches = tare::number("SEARCHES", searches, 1, 1_000_000)?;
        let text = fs::read_to_string(path).map_err(|error| tare::reject(path, error))?;
        let mut engine: SimSearch<u32> = SimSearch::new();
        for (id, line) in (0..).zip(text.lines()) {
            engine.insert(id, line);
        }
        let mut found = Vec::new();
        for _ in 0..searches {
            found = engine.search(pattern);
        }
        // The crate leaves the order of equally good lines to a hash map with a random seed.
        found.sort_unstable();
        let mut digest = Digest::new();
        for id in &found {
            digest.add(&id.to_le_bytes());
        }
        writeln!(answer, "{} lines like {pattern}, digest {digest}", found.len())?;
        Ok(())
    });
}
