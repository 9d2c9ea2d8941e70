//! Prints one line: the smallest program whose answer can be verified.

fn main() {
    tare::run(|_, answer| Ok(writeln!(answer, "Hello from Tare")?));
}
