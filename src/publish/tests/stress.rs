use super::*;
use crate::publish::system::{Attempt, try_hold};
use std::sync::atomic::*;
#[test]
fn stress() {
    let ground = Ground::new();
    fs::create_dir(ground.public()).unwrap();
    let inside = AtomicUsize::new(0);
    std::thread::scope(|s| {
        for _ in 0..6 {
            s.spawn(|| {
                for k in 0..300 {
                    loop {
                        match try_hold(&ground.public()) {
                            Ok(Attempt::Held(f)) => {
                                assert!(f.is_some(), "none");
                                let n = inside.fetch_add(1, Ordering::SeqCst);
                                assert_eq!(
                                    n,
                                    0,
                                    "two inside; names {:?} {:?}",
                                    names(&ground.site()),
                                    names(&ground.public())
                                );
                                if k % 3 == 0 {
                                    std::thread::sleep(Duration::from_micros(300));
                                }
                                inside.fetch_sub(1, Ordering::SeqCst);
                                drop(f);
                                break;
                            }
                            Ok(Attempt::Busy) => std::thread::yield_now(),
                            Err(e) => panic!("{e:?}"),
                        }
                    }
                }
            });
        }
    });
}
