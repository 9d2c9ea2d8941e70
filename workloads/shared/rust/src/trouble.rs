//! Why a guest ends without an answer.

use std::fmt::{self, Display};
use std::io;

/// A message for standard error and the exit code that goes with it.
#[derive(Debug)]
pub struct Trouble {
    message: String,
    exit_code: i32,
}

/// Bad input: exit code 2.
pub fn reject(problem: impl Display, subject: impl Display) -> Trouble {
    Trouble { message: format!("{problem}: {subject}"), exit_code: 2 }
}

/// A failure that is not the input's fault: exit code 1.
pub fn fail(problem: impl Display, subject: impl Display) -> Trouble {
    Trouble { message: format!("{problem}: {subject}"), exit_code: 1 }
}

impl Trouble {
    pub(crate) fn exit_code(&self) -> i32 {
        self.exit_code
    }
}

impl Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

/// What goes wrong while an answer is written; whoever reads an input names it with [`reject`].
impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        fail("input or output failed", error)
    }
}
