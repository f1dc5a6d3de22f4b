//! Imports go down only. The floors stand in `ARCHITECTURE.md`, and this test reads them there.

use std::collections::BTreeMap;

use super::harness::repository;

#[test]
fn imports_go_down_only() {
    let floors = floors();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let path = entry.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        if !path.ends_with(".rs") || path == "lib.rs" || path == "main.rs" {
            continue;
        }
        let room = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        let own = floors.get(&room).unwrap_or_else(|| panic!("ARCHITECTURE.md does not name the room `{room}`"));
        let text = std::fs::read_to_string(entry.path()).unwrap();
        for other in imports(&text).into_iter().filter(|other| *other != room) {
            match floors.get(&other) {
                Some(floor) if floor < own => {}
                Some(_) => wrong.push(format!("{path} uses `{other}`, which is not below it")),
                None => wrong.push(format!("{path} uses `{other}`, which ARCHITECTURE.md does not name")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rooms by floor: lines `| 2 | model | …` of the table.
fn floors() -> BTreeMap<String, u32> {
    let text = repository("ARCHITECTURE.md");
    let rows = text.lines().filter_map(|line| {
        let mut cells = line.split('|').map(str::trim).skip(1);
        let floor: u32 = cells.next()?.parse().ok()?;
        let rooms: Vec<String> =
            cells.next()?.split(',').map(|room| room.trim().trim_matches('`').to_owned()).collect();
        Some(rooms.into_iter().map(move |room| (room, floor)))
    });
    rows.flatten().collect()
}

/// The rooms that a file names after `crate::`.
fn imports(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().filter_map(|line| line.split("//").next()).collect();
    let code = lines.join("\n");
    // Tests in the same file stand at its end.
    let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut rooms = Vec::new();
    for part in code.split("crate::").skip(1) {
        let names: Vec<&str> = match part.strip_prefix('{') {
            Some(group) => group.split(';').next().unwrap_or_default().split(['}', ',']).map(str::trim).collect(),
            None => vec![part],
        };
        for name in names {
            let room: String = name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !room.is_empty() {
                rooms.push(room);
            }
        }
    }
    rooms.sort();
    rooms.dedup();
    rooms
}

#[test]
fn every_form_of_an_import_is_seen() {
    let text = "#[cfg(test)]\nmod tests;\n// crate::cli\nuse crate::{\n    site, // words\n    view::{Link},\n};\nfn f() { crate::publish::go() }\n#[cfg(test)]\nmod tests {\n    use crate::watch;\n}\n";
    let rooms: Vec<String> = imports(text).into_iter().filter(|room| room.chars().all(char::is_lowercase)).collect();
    assert_eq!(rooms, ["publish", "site", "view"]);
}
