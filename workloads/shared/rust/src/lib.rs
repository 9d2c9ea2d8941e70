//! The half of the guest contract that every Rust guest shares: marks, repetitions, and how a guest refuses.
//!
//! A guest's `main` is one call of [`run`]. Its body must be repeatable: `--tare-repeat=N` runs it N times in one
//! process, and each repetition must print the whole answer again.

use std::env;
use std::fmt::Display;
use std::io::{self, BufWriter, Write};
use std::process;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

mod digest;
mod trouble;

pub use digest::Digest;
pub use trouble::{fail, reject, Trouble};

/// What a guest's body returns.
pub type Outcome = Result<(), Trouble>;

/// Where a guest's body writes its answer. It is flushed before the end mark.
pub type Answer<'a> = dyn Write + 'a;

/// In a container an engine may open the root for its guest, and not the folder that the container starts in.
const DIRECTORY: &str = "TARE_DIRECTORY";

const REPEAT_OPTION: &str = "--tare-repeat";

/// Some container handlers join all arguments into one; one that begins with this is taken apart at its blanks.
const WORDS_OPTION: &str = "--tare-words ";

/// Owns a guest's process from the begin mark to the exit code.
pub fn run(body: impl Fn(&[String], &mut Answer) -> Outcome) {
    let entered = enter_directory();
    mark("begin", unix_nanoseconds());
    match entered.and_then(|()| run_body(body)) {
        // The end mark says "completed": some container handlers lose the exit code.
        Ok(()) => mark("end", unix_nanoseconds()),
        Err(trouble) => {
            send(&trouble.to_string());
            process::exit(trouble.exit_code());
        }
    }
}

/// Reports the duration of the part that the guest is about, as `@tare kernel <ns>`.
pub fn kernel(since: Instant) {
    mark("kernel", since.elapsed().as_nanos());
}

/// Reads a decimal integer of `least..=most`; anything else is bad input.
pub fn number(name: &str, text: &str, least: i64, most: i64) -> Result<i64, Trouble> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    // The standard parser alone would let a plus sign through.
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(reject(name, "not a decimal integer"));
    }
    let number: i64 = text.parse().map_err(|_| reject(name, "not a decimal integer"))?;
    if number < least || number > most {
        return Err(reject(name, format!("must be from {least} to {most}")));
    }
    Ok(number)
}

/// The exact number of arguments that a guest expects, or bad input with its usage.
pub fn arguments<'a, const N: usize>(given: &'a [String], usage: &str) -> Result<[&'a str; N], Trouble> {
    let texts: Vec<&str> = given.iter().map(String::as_str).collect();
    texts.try_into().map_err(|_| reject("usage", usage))
}

fn enter_directory() -> Outcome {
    env::var_os(DIRECTORY).map_or(Ok(()), |directory| {
        env::set_current_dir(&directory).map_err(|error| fail(&directory.to_string_lossy(), error))
    })
}

fn run_body(body: impl Fn(&[String], &mut Answer) -> Outcome) -> Outcome {
    let mut given = Vec::new();
    for argument in env::args_os().skip(1) {
        given.push(argument.into_string().map_err(|_| reject("argument", "not UTF-8"))?);
    }
    if let [joined] = given.as_slice() {
        if let Some(words) = joined.strip_prefix(WORDS_OPTION) {
            given = words.split(' ').map(String::from).collect();
        }
    }
    let Some(repetitions) = repetitions(&given)? else {
        return answer(&body, &given);
    };
    for repetition in 1..=repetitions {
        let begin = Instant::now();
        answer(&body, &given[1..])?;
        mark(&format!("repetition {repetition}"), begin.elapsed().as_nanos());
    }
    Ok(())
}

fn repetitions(given: &[String]) -> Result<Option<i64>, Trouble> {
    let option = given.first().and_then(|first| first.strip_prefix(REPEAT_OPTION));
    match option.and_then(|rest| rest.strip_prefix('=')) {
        Some(text) => number(REPEAT_OPTION, text, 1, i64::from(i32::MAX)).map(Some),
        None => Ok(None),
    }
}

/// The answer counts only once it has left the program, so its flush belongs to the guest's run.
fn answer(body: &impl Fn(&[String], &mut Answer) -> Outcome, given: &[String]) -> Outcome {
    let mut output = BufWriter::new(io::stdout().lock());
    body(given, &mut output)?;
    output.flush().map_err(|error| fail("standard output is lost", error))
}

fn unix_nanoseconds() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos())
}

fn mark(name: &str, nanoseconds: impl Display) {
    send(&format!("@tare {name} {nanoseconds}"));
}

/// One unbuffered write. A lost line is not the guest's to handle: whoever reads standard error finds it absent.
fn send(line: &str) {
    let _ = io::stderr().write_all(format!("{line}\n").as_bytes());
}
