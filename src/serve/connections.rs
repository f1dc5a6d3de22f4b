//! Connections: one thread that waits for all of them, and bounds on how many there are and how long a request takes.
//!
//! Browsers, and what is broken or hostile, may hold any number of connections open. None costs a thread; of too many,
//! the one goes that has asked for nothing the longest.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::AbortHandle;

use super::{Door, Edition, answer};

/// The most connections at a time, where the system allows so many open files.
const MOST: u64 = 2_048;

/// Open files that are left to the builds.
const SPARED: u64 = 128;

/// How long the head of a request may take, and a connection may be kept without one.
const PATIENCE: Duration = Duration::from_secs(10);

/// The longest head of a request: browsers send the cookies of every program of this computer.
const LONGEST: usize = 64 * 1024;
const MOST_HEADERS: usize = 100;

/// Answers every connection, for ever.
pub(super) async fn accept(listener: TcpListener, door: Arc<Door>, editions: watch::Receiver<Arc<Edition>>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    let mut connections = Connections::new(room());
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                connections.make_room();
                connections.admit(stream, Arc::clone(&door), editions.clone());
            }
            // The system has no room for another, or the caller went away: neither ends the preview.
            Err(error) => {
                if lacks_room(&error) {
                    connections.close_quietest();
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }
}

/// Whether the system opens no more files or sockets: for this program or for all on Unix, or on Windows.
fn lacks_room(error: &io::Error) -> bool {
    matches!((error.raw_os_error(), cfg!(windows)), (Some(23 | 24), false) | (Some(10024), true))
}

/// The connections, in the order in which they came.
#[derive(Debug)]
struct Connections {
    room: u64,
    count: u64,
    /// What tells the time: how many requests there were.
    clock: Arc<AtomicU64>,
    open: BTreeMap<u64, Connection>,
}

#[derive(Debug)]
struct Connection {
    /// When it asked last.
    asked: Arc<AtomicU64>,
    task: AbortHandle,
}

impl Connections {
    fn new(room: u64) -> Self {
        Self { room, count: 0, clock: Arc::default(), open: BTreeMap::new() }
    }

    fn make_room(&mut self) {
        if self.open.len() as u64 >= self.room {
            self.open.retain(|_, connection| !connection.task.is_finished());
        }
        if self.open.len() as u64 >= self.room {
            self.close_quietest();
        }
    }

    /// Lets go of the one that has asked for nothing the longest.
    fn close_quietest(&mut self) {
        self.open.retain(|_, connection| !connection.task.is_finished());
        let quietest = self.open.iter().min_by_key(|(_, connection)| connection.asked.load(Ordering::Relaxed));
        if let Some(connection) = quietest.map(|(number, _)| *number).and_then(|number| self.open.remove(&number)) {
            connection.task.abort();
        }
    }

    fn admit(&mut self, stream: TcpStream, door: Arc<Door>, editions: watch::Receiver<Arc<Edition>>) {
        let asked = Arc::new(AtomicU64::new(self.clock.fetch_add(1, Ordering::Relaxed)));
        let (clock, now) = (Arc::clone(&self.clock), Arc::clone(&asked));
        // Small answers and events are not to wait for more.
        let _ = stream.set_nodelay(true);
        let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
            now.store(clock.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
            let answer = answer(&request.into_parts().0, &door, &editions);
            std::future::ready(Ok::<_, Infallible>(answer))
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(PATIENCE)
            .max_headers(MOST_HEADERS)
            .max_header_size(LONGEST)
            .serve_connection(TokioIo::new(stream), service);
        let task = tokio::spawn(async move {
            // What breaks off is the caller's loss.
            let _ = connection.await;
        });
        self.open.insert(self.count, Connection { asked, task: task.abort_handle() });
        self.count += 1;
    }
}

/// How many connections there is room for. Where the account may have more files open than it asks for, it asks for them.
#[cfg(unix)]
fn room() -> u64 {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let wanted = maximum.map_or(MOST + SPARED, |maximum| maximum.min(MOST + SPARED));
    let given = match current {
        Some(current) if current < wanted => {
            let raised = setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum });
            if raised.is_ok() { wanted } else { current }
        }
        _ => wanted,
    };
    given.saturating_sub(SPARED).clamp(1, MOST)
}

#[cfg(not(unix))]
fn room() -> u64 {
    MOST
}
