//! The conversation on a real terminal: a pseudo-terminal, with the program at its other end.
#![cfg(unix)]

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::harness::Folder;

const PATIENCE: Duration = Duration::from_secs(20);

/// The program on a terminal, and the person before it.
struct Terminal {
    child: Child,
    master: File,
}

impl Terminal {
    fn init(folder: &Folder) -> Self {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        let name = ptsname(&master, Vec::new()).unwrap().into_string().unwrap();
        let end = || Stdio::from(File::options().read(true).write(true).open(&name).unwrap());
        let child = Command::new(env!("CARGO_BIN_EXE_supportal"))
            .args(["init", "site"])
            .current_dir(&folder.0)
            .stdin(end())
            .stdout(end())
            .stderr(end())
            .spawn()
            .unwrap();
        Self { child, master: File::from(master) }
    }

    /// Reads until the program asked this, then types the answer.
    fn answer(&mut self, asked: &str, typed: &[u8]) {
        let (mut said, mut byte) = (Vec::new(), [0]);
        while !String::from_utf8_lossy(&said).contains(asked) {
            self.master
                .read_exact(&mut byte)
                .unwrap_or_else(|problem| panic!("{asked}: {problem}, after {}", String::from_utf8_lossy(&said)));
            said.push(byte[0]);
        }
        assert!(!said.contains(&0x1b), "{}", String::from_utf8_lossy(&said));
        self.master.write_all(typed).unwrap();
    }

    fn ended(mut self) -> ExitStatus {
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

#[test]
fn a_person_answers_and_has_a_portal() {
    let folder = Folder::new("init-terminal");
    let mut terminal = Terminal::init(&folder);
    terminal.answer("Name of your company", "Żółw \"IT\"\n".as_bytes());
    terminal.answer("[direct-bill]", b"\n");
    terminal.answer("Your country", b"pl\n");
    terminal.answer("[pl]", b"pl, en\n");
    terminal.answer("with +48 in front", b"225550123\n");
    terminal.answer("write \"+48225550123\"", b"+48225550123\n");
    terminal.answer("E-mail", b"pomoc@zolw.pl\n");
    terminal.answer("[https://support.zolw.pl/]", b"\n");
    terminal.answer("[mon-fri 08:00-17:00]", b"\n");
    assert_eq!(terminal.ended().code(), Some(0));
    let toml = std::fs::read_to_string(folder.0.join("site/support.toml")).unwrap();
    assert!(toml.contains("name = \"Żółw \\\"IT\\\"\"\n") && !toml.contains("  # placeholder"), "{toml}");
}

#[test]
fn who_leaves_in_the_middle_leaves_nothing() {
    let folder = Folder::new("init-left");
    let mut terminal = Terminal::init(&folder);
    terminal.answer("Name of your company", b"Contoso\n");
    // Ctrl-D at the begin of a line.
    terminal.answer("[direct-bill]", b"\x04");
    assert_eq!(terminal.ended().code(), Some(2));
    assert!(!folder.0.join("site").exists());
}
