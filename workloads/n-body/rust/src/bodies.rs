//! The sun and the four large planets: astronomical units, years, and masses in which the gravitational constant is 1.

use crate::SOLAR_MASS;

pub(crate) struct Body {
    pub(crate) position: [f64; 3],
    pub(crate) velocity: [f64; 3],
    pub(crate) mass: f64,
}

const DAYS_PER_YEAR: f64 = 365.24;

/// A planet from its position, its velocity in units per day, and its mass in suns.
const fn planet(position: [f64; 3], daily: [f64; 3], suns: f64) -> Body {
    Body {
        position,
        velocity: [daily[0] * DAYS_PER_YEAR, daily[1] * DAYS_PER_YEAR, daily[2] * DAYS_PER_YEAR],
        mass: suns * SOLAR_MASS,
    }
}

const SUN: Body = planet([0.0; 3], [0.0; 3], 1.0);

const JUPITER: Body = planet(
    [4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01],
    [1.66007664274403694e-03, 7.69901118419740425e-03, -6.90460016972063023e-05],
    9.54791938424326609e-04,
);

const SATURN: Body = planet(
    [8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01],
    [-2.76742510726411104e-03, 4.99852801234917238e-03, 2.30417297573763929e-05],
    2.85885980666130812e-04,
);

const URANUS: Body = planet(
    [1.28943695621391310e+01, -1.51111514016986312e+01, -2.23307578892655734e-01],
    [2.96460137564761618e-03, 2.37847173959480950e-03, -2.96589568540237556e-05],
    4.36624404335156298e-05,
);

const NEPTUNE: Body = planet(
    [1.53796971148509165e+01, -2.59193146099879641e+01, 1.79258772950371181e-01],
    [2.68067772490389322e-03, 1.62824170038242295e-03, -9.51592254519715870e-05],
    5.15138902046611451e-05,
);

pub(crate) const BODIES: [Body; 5] = [SUN, JUPITER, SATURN, URANUS, NEPTUNE];
