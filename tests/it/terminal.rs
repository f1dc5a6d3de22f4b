//! The program on a real terminal: a pseudo-terminal, with the test at its other end.
#![cfg(unix)]

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

const PATIENCE: Duration = Duration::from_secs(20);

/// The program on a terminal, and the person before it.
pub struct Terminal {
    pub child: Child,
    master: File,
}

impl Terminal {
    pub fn new(arguments: &[&str], folder: &Path) -> Self {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        let name = ptsname(&master, Vec::new()).unwrap().into_string().unwrap();
        let end = || Stdio::from(File::options().read(true).write(true).open(&name).unwrap());
        let child = Command::new(env!("CARGO_BIN_EXE_supportal"))
            .args(arguments)
            .current_dir(folder)
            .env("NO_COLOR", "1")
            .stdin(end())
            .stdout(end())
            .stderr(end())
            .spawn()
            .unwrap();
        Self { child, master: File::from(master) }
    }

    /// Reads until the program said this, and returns all that it said until then.
    pub fn hear(&mut self, words: &str) -> String {
        let (mut said, mut byte) = (Vec::new(), [0]);
        while !String::from_utf8_lossy(&said).contains(words) {
            self.master
                .read_exact(&mut byte)
                .unwrap_or_else(|problem| panic!("{words}: {problem}, after {}", String::from_utf8_lossy(&said)));
            said.push(byte[0]);
        }
        String::from_utf8_lossy(&said).into_owned()
    }

    /// Reads until the program asked this, then types the answer.
    pub fn answer(&mut self, asked: &str, typed: &[u8]) {
        let said = self.hear(asked);
        assert!(!said.contains('\u{1b}'), "{said}");
        self.master.write_all(typed).unwrap();
    }

    pub fn ended(mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            // The other end is gone once the program has ended: what it said last must be taken before.
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "it does not end");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}
