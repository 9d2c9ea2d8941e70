//! Multiplies two N x N matrices of doubles in the order in which a textbook writes it, and prints the sum of the product.

use std::time::Instant;

/// splitmix64, the generator that all three languages share.
struct Random {
    state: u64,
}

impl Random {
    /// In [0, 1), of 53 bits.
    fn next(&mut self) -> f64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        (mixed >> 11) as f64 / (1u64 << 53) as f64
    }
}

fn filled(random: &mut Random, n: usize) -> Vec<f64> {
    (0..n * n).map(|_| random.next()).collect()
}

fn product(a: &[f64], b: &[f64], n: usize) -> Vec<f64> {
    let mut c = vec![0.0; n * n];
    for i in 0..n {
        for j in 0..n {
            let mut sum = 0.0;
            for k in 0..n {
                sum += a[i * n + k] * b[k * n + j];
            }
            c[i * n + j] = sum;
        }
    }
    c
}

fn main() {
    tare::run(|given, answer| {
        let [n] = tare::arguments(given, "matrix N")?;
        let n = tare::number("N", n, 1, 8192)? as usize;
        let mut random = Random { state: 42 };
        let a = filled(&mut random, n);
        let b = filled(&mut random, n);
        let begin = Instant::now();
        let c = product(&a, &b, n);
        tare::kernel(begin);
        // Not `iter().sum()`: that starts from -0.0 and leaves the order to the library.
        let mut sum = 0.0;
        for element in c {
            sum += element;
        }
        writeln!(answer, "sum {sum:.6} bits {:016x}", sum.to_bits())?;
        Ok(())
    });
}
