use std::sync::Barrier;

use super::*;

fn pages(count: usize, text: &str) -> Vec<(String, String)> {
    (0..count).map(|n| (format!("{}/{}/page-{n}.html", n % 7, n % 41), format!("{text} {n}"))).collect()
}

fn borrowed(pages: &[(String, String)]) -> Vec<(&str, &str)> {
    pages.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect()
}

fn put_from_eight_threads(publication: &Publication, files: &[(&str, &str)]) {
    std::thread::scope(|scope| {
        for first in 0..8 {
            let share: Vec<_> = files.iter().skip(first).step_by(8).copied().collect();
            scope.spawn(move || put(publication, &share).unwrap());
        }
    });
}

#[test]
fn two_thousand_files_from_eight_threads() {
    let sandbox = Sandbox::new();
    let (old, mut new) = (pages(2000, "old"), pages(2000, "old"));
    new.iter_mut().step_by(3).for_each(|(_, text)| text.push_str(" changed"));
    new.iter_mut().skip(1).step_by(10).for_each(|(path, _)| path.push_str(".moved"));
    let changed = new.iter().zip(&old).filter(|(one, other)| one != other).count();
    let moved = new.iter().filter(|(path, _)| path.ends_with(".moved")).count();
    for (pages, expected) in [
        (&old, Published { written: 2000, unchanged: 0, removed: 0 }),
        (&old, Published { written: 0, unchanged: 2000, removed: 0 }),
        (&new, Published { written: changed, unchanged: 2000 - changed, removed: moved }),
    ] {
        let files = borrowed(pages);
        let paths = out(&files);
        let publication = sandbox.begin(&sandbox.public(), &paths).unwrap();
        put_from_eight_threads(&publication, &files);
        assert_eq!(publication.finish().unwrap(), expected);
    }
    assert_clean(&sandbox.public(), &borrowed(&new), "");
}

#[test]
fn a_second_build_refuses_while_the_first_holds_the_folder() {
    let sandbox = Sandbox::new();
    let files = &[("index.html", "home")];
    // Into an absent folder, an empty one and one of ours.
    for round in 0..3 {
        if round == 1 {
            fs::remove_dir_all(sandbox.public()).unwrap();
            fs::create_dir(sandbox.public()).unwrap();
        }
        let paths = out(files);
        let first = sandbox.begin(&sandbox.public(), &paths).unwrap();
        let refusal = only(sandbox.try_publish(files).unwrap_err());
        assert!(matches!(refusal, Refusal::Busy { .. }), "{refusal:?}");
        assert_eq!((refusal.kind(), refusal.code().id()), (Kind::Folder, "OUT-01"));
        put(&first, files).unwrap();
        first.finish().unwrap();
        assert_clean(&sandbox.public(), files, "");
    }
}

#[test]
fn a_second_build_waits_for_the_first() {
    let sandbox = Sandbox::new();
    let files = &[("index.html", "home")];
    let paths = out(files);
    let first = sandbox.begin(&sandbox.public(), &paths).unwrap();
    std::thread::scope(|scope| {
        let second = scope.spawn(|| {
            let publication = Publication::begin_with(
                &sandbox.public(),
                &sandbox.site(),
                &paths,
                None,
                None,
                Duration::from_secs(60),
            );
            let publication = publication.unwrap();
            put(&publication, files).unwrap();
            publication.finish().unwrap()
        });
        std::thread::sleep(SOON);
        put(&first, files).unwrap();
        first.finish().unwrap();
        assert_eq!(second.join().unwrap(), Published { written: 0, unchanged: 1, removed: 0 });
    });
}

/// Builds of different sites race for one folder, and half of them give up: the folder is always one site's, whole.
#[test]
fn builds_that_race_take_turns() {
    let sandbox = Sandbox::new();
    let sites: Vec<_> = (0..6).map(|n| pages(40 + n, &format!("site {n}"))).collect();
    let start = Barrier::new(sites.len());
    std::thread::scope(|scope| {
        for (n, site) in sites.iter().enumerate() {
            let (sandbox, start) = (&sandbox, &start);
            scope.spawn(move || {
                let files = borrowed(site);
                let paths = out(&files);
                start.wait();
                for round in 0..5 {
                    let patience = Duration::from_secs(120);
                    let publication =
                        Publication::begin_with(&sandbox.public(), &sandbox.site(), &paths, None, None, patience)
                            .unwrap();
                    put(&publication, &files).unwrap();
                    if (n + round) % 2 == 0 {
                        publication.finish().unwrap();
                    }
                }
            });
        }
    });
    let files = borrowed(&sites[0]);
    sandbox.publish(&files);
    assert_clean(&sandbox.public(), &files, "");
    assert_eq!(names(&sandbox.site()), ["content", "public", "support.toml"]);
}
