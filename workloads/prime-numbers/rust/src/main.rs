//! Finds the primes up to N by trial division by the odd numbers up to the root.

use tare::Digest;

fn is_prime(candidate: u64) -> bool {
    if candidate % 2 == 0 {
        return candidate == 2;
    }
    let mut divisor = 3;
    while divisor * divisor <= candidate {
        if candidate % divisor == 0 {
            return false;
        }
        divisor += 2;
    }
    candidate > 1
}

fn main() {
    tare::run(|given, answer| {
        let [n] = tare::arguments(given, "prime-numbers N")?;
        let n = tare::number("N", n, 1, 100_000_000)? as u64;
        let primes: Vec<u64> = (1..=n).filter(|candidate| is_prime(*candidate)).collect();
        let mut digest = Digest::new();
        for prime in &primes {
            digest.add(&prime.to_le_bytes());
        }
        let last = primes.last().copied().unwrap_or(0);
        writeln!(answer, "{} primes up to {n}, last {last}, digest {digest}", primes.len())?;
        Ok(())
    });
}
