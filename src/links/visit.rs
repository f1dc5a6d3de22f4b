//! One link, as often as is polite and as far as it leads.

use std::thread::sleep;
use std::time::{Duration, Instant};

use url::Url;

use super::curl::{Failure, Method, Reply, ask};

/// How often a server that is in trouble is asked, and how long it is left alone between; the longest that it may ask for.
const ATTEMPTS: u32 = 3;
const PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: u64 = 10;

/// The most redirects that are followed.
const HOPS: usize = 8;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// To a page, or to a door that opens for others.
    Fine,
    /// To a page that has another address for good.
    Moved(String),
    /// To a server that has no such page.
    Refused(u16),
    /// From one address to the next without end.
    Circle,
    /// To no server.
    Nothing(Failure),
    /// Nobody knows: there was no time left.
    OutOfTime,
}

/// Follows a link until it ends, or until `end`.
pub(super) fn visit(address: &str, end: Instant) -> Found {
    let mut at = address.to_owned();
    let mut moved = None;
    let mut is_for_good = true;
    for _ in 0..HOPS {
        let reply = match persist(&at, end) {
            Ok(reply) => reply,
            Err(found) => return found,
        };
        match (reply.status, next(&at, &reply)) {
            (301 | 302 | 303 | 307 | 308, Some(next)) => {
                // What comes after a detour is nobody's new address.
                is_for_good &= matches!(reply.status, 301 | 308);
                if is_for_good {
                    moved = Some(next.clone());
                }
                at = next;
            }
            (200..=399, _) => return moved.map_or(Found::Fine, Found::Moved),
            // Who may not come in, or has come too often, has found the door.
            (401 | 402 | 403 | 407 | 429 | 451 | 999, _) => return moved.map_or(Found::Fine, Found::Moved),
            (status, _) => return Found::Refused(status),
        }
    }
    Found::Circle
}

fn next(at: &str, reply: &Reply) -> Option<String> {
    let next = Url::parse(at).ok()?.join(reply.location.as_ref()?).ok()?;
    matches!(next.scheme(), "http" | "https").then(|| next.into())
}

/// Asks for the head, then for the page, for some servers know no other question; again, where that may help.
fn persist(address: &str, end: Instant) -> Result<Reply, Found> {
    let mut last = Found::OutOfTime;
    for attempt in 1..=ATTEMPTS {
        if Instant::now() >= end {
            return Err(Found::OutOfTime);
        }
        let answer = match ask(address, Method::Head) {
            Ok(Reply { status: 400 | 403..=405 | 501, .. }) => ask(address, Method::Get),
            answer => answer,
        };
        let pause = match answer {
            Ok(reply) if reply.status == 429 || reply.status >= 500 && reply.status < 600 => {
                let pause = reply.retry_after.map(Duration::from_secs);
                if reply.retry_after.is_some_and(|seconds| seconds > LONGEST_PAUSE) || attempt == ATTEMPTS {
                    return Ok(reply);
                }
                pause
            }
            Ok(reply) => return Ok(reply),
            Err(failure) if failure.may_pass() => {
                last = Found::Nothing(failure);
                None
            }
            Err(failure) => return Err(Found::Nothing(failure)),
        };
        sleep(pause.unwrap_or(PAUSE * attempt));
    }
    Err(last)
}
