//! Moves the sun and the four large planets for N steps of a hundredth of a day and prints the system's energy before
//! and after: were physics perfect, it would not change.

use std::f64::consts::PI;

mod bodies;

use bodies::{Body, BODIES};

const STEP: f64 = 0.01;
const SOLAR_MASS: f64 = 4.0 * PI * PI;

/// Gives the sun the velocity at which the whole system rests.
fn rest(bodies: &mut [Body]) {
    let mut momentum = [0.0; 3];
    for body in bodies.iter() {
        for (axis, velocity) in body.velocity.iter().enumerate() {
            momentum[axis] += velocity * body.mass;
        }
    }
    for (axis, velocity) in bodies[0].velocity.iter_mut().enumerate() {
        *velocity = -momentum[axis] / SOLAR_MASS;
    }
}

fn between(a: &Body, b: &Body) -> [f64; 3] {
    [a.position[0] - b.position[0], a.position[1] - b.position[1], a.position[2] - b.position[2]]
}

fn square(vector: [f64; 3]) -> f64 {
    vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]
}

fn energy(bodies: &[Body]) -> f64 {
    let mut energy = 0.0;
    for (i, body) in bodies.iter().enumerate() {
        energy += 0.5 * body.mass * square(body.velocity);
        for other in &bodies[i + 1..] {
            energy -= body.mass * other.mass / square(between(body, other)).sqrt();
        }
    }
    energy
}

fn advance(bodies: &mut [Body]) {
    for i in 0..bodies.len() {
        let (before, after) = bodies.split_at_mut(i + 1);
        let body = &mut before[i];
        for other in after {
            let distance = between(body, other);
            let squared = square(distance);
            let magnitude = STEP / (squared * squared.sqrt());
            for axis in 0..3 {
                body.velocity[axis] -= distance[axis] * other.mass * magnitude;
                other.velocity[axis] += distance[axis] * body.mass * magnitude;
            }
        }
    }
    for body in bodies {
        for axis in 0..3 {
            body.position[axis] += STEP * body.velocity[axis];
        }
    }
}

fn main() {
    tare::run(|given, answer| {
        let [steps] = tare::arguments(given, "n-body STEPS")?;
        let steps = tare::number("STEPS", steps, 1, 1_000_000_000)?;
        let mut bodies = BODIES;
        rest(&mut bodies);
        writeln!(answer, "{:.9}", energy(&bodies))?;
        for _ in 0..steps {
            advance(&mut bodies);
        }
        writeln!(answer, "{:.9}", energy(&bodies))?;
        Ok(())
    });
}
