//! A build that is killed at any moment, runs beside others or finds the disk full leaves whole files, and the next build
//! repairs all.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::harness::{Folder, errors, site};

const KILLS: u32 = 200;
const NOW: &str = "2026-11-22T10:00:00Z";

type Tree = BTreeMap<String, Vec<u8>>;

/// The states of the site between which builds go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    First,
    /// Another name of the partner: every page differs.
    Renamed,
    /// Another footer: every page differs, and the style does not.
    OtherTemplate,
}

#[test]
fn a_build_killed_at_any_moment_loses_nothing() {
    let folder = Folder::new("killed");
    let root = partner_in(&folder.0);
    let states = [State::First, State::Renamed, State::OtherTemplate];
    let clean: Vec<Tree> = states.iter().map(|state| clean_build(&folder.0, &root, *state)).collect();
    assert!(clean[0].len() > 40 && clean[0] != clean[1] && clean[1] != clean[2]);
    let mut longest = duration_of_a_build(&root);
    let (mut published, mut killed, mut random) = (2, 0, Random(0x5eed));
    for round in 0..KILLS {
        let next = (published + 1 + random.below(2) as usize) % states.len();
        let is_cold = round % 5 == 0;
        if is_cold {
            std::fs::remove_dir_all(root.join("public")).unwrap();
        }
        enter(&root, states[next]);
        killed += u32::from(build_and_kill(&root, random.below(longest)));
        let whole = [&clean[published], &clean[next]];
        for (path, bytes) in tree(&root.join("public")) {
            let is_whole = whole.iter().any(|tree| tree.get(&path) == Some(&bytes));
            assert!(is_whole || is_ours(&path), "round {round}: {path} is neither the old nor the new file");
        }
        // Other work on the machine comes and goes, so that the moments follow the last build.
        let start = Instant::now();
        build(&root);
        longest = u64::try_from(start.elapsed().as_micros()).unwrap();
        assert!(tree(&root.join("public")) == clean[next], "round {round}: the next build equals no clean one");
        published = next;
    }
    assert!(killed > KILLS / 4, "only {killed} builds were still running");
    let beside: Vec<String> = tree(&root).into_keys().filter(|path| path.contains(".supportal-")).collect();
    assert_eq!(beside, Vec::<String>::new(), "nothing is left beside the output");
}

#[test]
fn builds_at_once_leave_one_whole_site() {
    let folder = Folder::new("at-once");
    let clean = partner_in(&folder.0);
    build(&clean);
    let whole = tree(&clean.join("public"));
    for round in 0..5 {
        std::fs::remove_dir_all(clean.join("public")).unwrap();
        let running: Vec<_> = (0..6).map(|_| command(&clean).stderr(Stdio::piped()).spawn().unwrap()).collect();
        let ends: Vec<_> = running.into_iter().map(|child| child.wait_with_output().unwrap()).collect();
        for end in &ends {
            assert!(matches!(end.status.code(), Some(0 | 2)), "round {round}: {}", errors(end));
        }
        assert!(ends.iter().any(|end| end.status.success()), "round {round}: none was done");
        assert!(tree(&clean.join("public")) == whole, "round {round}: the site is not whole");
    }
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_told_and_the_old_site_stays() {
    let folder = Folder::new("full");
    let root = partner_in(&folder.0);
    build(&root);
    let old = tree(&root.join("public"));
    enter(&root, State::Renamed);
    // A limit on the size of a file is what a full disk is to one write: it ends in the middle.
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$0\" build --quiet --now \"$1\" \"$2\"";
    let limited = |root: &Path| {
        let program = env!("CARGO_BIN_EXE_supportal");
        Command::new("sh").args(["-c", script, program, NOW]).arg(root).env("NO_COLOR", "1").output().unwrap()
    };
    let output = limited(&root);
    assert_eq!(output.status.code(), Some(3), "{}", errors(&output));
    assert!(errors(&output).contains("cannot write"), "{}", errors(&output));
    let whole = tree(&root.join("public"));
    assert!(old.iter().all(|(path, bytes)| whole.get(path) == Some(bytes)), "the old site stays");
    std::fs::remove_dir_all(root.join("public")).unwrap();
    assert_eq!(limited(&root).status.code(), Some(3));
    assert!(!root.join("public/index.html").exists(), "nothing stands half written");
    build(&root);
    assert!(root.join("public/index.html").exists());
}

#[test]
fn what_is_found_only_while_pages_are_written_leaves_the_old_site_to_the_byte() {
    let folder = Folder::new("late");
    let root = partner_in(&folder.0);
    for name in ["a", "z"] {
        let article = root.join(format!("content/en/articles/{name}.md"));
        std::fs::create_dir_all(article.parent().unwrap()).unwrap();
        std::fs::write(article, format!("+++\ntitle = \"Title {name}\"\n+++\n")).unwrap();
    }
    build(&root);
    let old = tree(&root.join("public"));
    let config = std::fs::read_to_string(root.join("support.toml")).unwrap();
    std::fs::write(root.join("support.toml"), config.replacen("name = \"", "name = \"New ", 1)).unwrap();
    // The first page of a kind is rendered before anything is written: this one is not the first.
    let template = "{% extends \"base.html\" %}{% block main %}{% if page.heading == \"Title z\" %}{{ page.nothing.at.all }}{% endif %}{{ page.html }}{% endblock %}";
    std::fs::create_dir_all(root.join("templates")).unwrap();
    std::fs::write(root.join("templates/article.html"), template).unwrap();
    let output = command(&root).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
    assert!(errors(&output).contains("Nothing was written."), "{}", errors(&output));
    assert_eq!(tree(&root.join("public")), old);
}

/// A partner's site in a folder.
fn partner_in(folder: &Path) -> std::path::PathBuf {
    let root = folder.join("site");
    for (path, bytes) in site("tests/sites/reseller") {
        let file = root.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
    root
}

/// The manifest, and a file that is not yet in its place.
fn is_ours(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.starts_with(".supportal"))
}

fn enter(root: &Path, state: State) {
    let toml = root.join("support.toml");
    let text = std::fs::read_to_string(&toml).unwrap();
    let (from, to) = if state == State::Renamed { ("Lindenwerk", "Erlenwerk") } else { ("Erlenwerk", "Lindenwerk") };
    std::fs::write(&toml, text.replace(from, to)).unwrap();
    let templates = root.join("templates");
    let _ = std::fs::remove_dir_all(&templates);
    if state == State::OtherTemplate {
        std::fs::create_dir(&templates).unwrap();
        let text =
            "{% extends \"standard/base.html\" %}{% block footer_legal %}<p>Other</p>{% endblock footer_legal %}";
        std::fs::write(templates.join("base.html"), text).unwrap();
    }
}

fn command(root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_supportal"));
    command.args(["build", "--quiet", "--now", NOW]).arg(root).env("NO_COLOR", "1");
    command
}

fn build(root: &Path) {
    let output = command(root).output().unwrap();
    assert!(output.status.success(), "{}", errors(&output));
}

/// Starts a build and kills it after so many microseconds. Whether it was still running.
fn build_and_kill(root: &Path, after: u64) -> bool {
    let mut child = command(root).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(Duration::from_micros(after));
    let is_running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    is_running
}

fn clean_build(folder: &Path, root: &Path, state: State) -> Tree {
    enter(root, state);
    build(root);
    let kept = tree(&root.join("public"));
    if state != State::OtherTemplate {
        std::fs::rename(root.join("public"), folder.join(format!("clean-{}", state as u8))).unwrap();
    }
    kept
}

/// In microseconds.
fn duration_of_a_build(root: &Path) -> u64 {
    let other = root.parent().unwrap().join("timed");
    let start = Instant::now();
    let output = command(root).arg("--output").arg(&other).output().unwrap();
    assert!(output.status.success(), "{}", errors(&output));
    u64::try_from(start.elapsed().as_micros()).unwrap()
}

fn tree(root: &Path) -> Tree {
    let files =
        walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        (path, std::fs::read(entry.path()).unwrap_or_default())
    };
    files.map(read).collect()
}

/// Moments that differ, and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit.max(1)
    }
}
