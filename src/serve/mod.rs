//! The preview: a server on this computer that shows the last good build as a host would serve it, and tells browsers
//! of the next one.
//!
//! The site is built as it will be published, with its address and its policy, and served below the path of that
//! address: canonical links, the sitemap and QR codes are those that readers will get. What differs is changed on the
//! way out: answers are never kept, pages begin with the script that loads them anew, and `offline.js` takes its leave.
//!
//! Nothing is looked up on the disk and nothing is executed: a request is answered from the set of built files or not.

mod answer;
mod body;
mod build;
mod connections;
mod door;
mod page;
mod problems;

use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use serde_json::json;
use tokio::sync::watch;

use crate::diagnostic::Diagnostic;

pub use answer::answer;
pub use body::Body;
pub use build::{Build, Found};
pub use door::{Closed, Door};

/// What is shown from one build to the next.
#[derive(Debug)]
pub struct Edition {
    /// Which run of the program this is, so that a page of an earlier one knows that it is old.
    run: Arc<str>,
    /// Counts the builds, the failed ones too.
    number: u64,
    /// The last good build.
    build: Option<Arc<Build>>,
    /// Why it is not what the sources say now: a page for readers.
    problems: Option<String>,
    /// The files that pages load and that changed; none where they are too many to name.
    loaded: Option<Vec<String>>,
    /// The page that was edited, for browsers that follow the editor.
    follow: Option<String>,
}

/// A running preview; it ends with the program.
#[derive(Debug)]
pub struct Preview {
    editions: watch::Sender<Arc<Edition>>,
}

impl Edition {
    /// What is shown before the first build is ready.
    pub fn begin() -> Self {
        let run = format!("{:016x}", RandomState::new().hash_one(std::process::id()));
        Self { run: run.into(), number: 0, build: None, problems: None, loaded: None, follow: None }
    }

    /// What is shown when a good build is ready.
    pub fn showing(&self, build: Build, follow: Option<String>) -> Self {
        let loaded = self.build.as_ref().and_then(|before| build.loaded_since(before));
        let (run, number) = (Arc::clone(&self.run), self.number + 1);
        Self { run, number, build: Some(Arc::new(build)), problems: None, loaded, follow }
    }

    fn telling(&self, problems: &[Diagnostic]) -> Self {
        let (run, number, build) = (Arc::clone(&self.run), self.number + 1, self.build.clone());
        let problems = Some(problems::page(problems, build.is_some()));
        Self { run, number, build, problems, loaded: Some(Vec::new()), follow: None }
    }

    /// Tells browsers what is shown. A page that comes late is not led away from what its reader went to.
    fn event(&self, is_late: bool) -> String {
        let news = json!({
            "run": &*self.run,
            "number": self.number,
            "good": self.build.is_some() && self.problems.is_none(),
            "loaded": self.loaded,
            "follow": self.follow.as_ref().filter(|_| !is_late),
        });
        format!("retry: 1000\ndata: {news}\n\n")
    }
}

impl Preview {
    /// Answers on `listener` from now on, in a thread of its own.
    ///
    /// # Errors
    ///
    /// Those of a system that gives no thread, or no means to wait for connections.
    pub fn start(listener: TcpListener, door: Door) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        let (editions, shown) = watch::channel(Arc::new(Edition::begin()));
        let answering = move || runtime.block_on(connections::accept(listener, Arc::new(door), shown));
        std::thread::Builder::new().name("preview".to_owned()).spawn(answering)?;
        Ok(Self { editions })
    }

    /// Shows a good build; browsers that follow go to the page `follow`.
    pub fn show(&self, build: Build, follow: Option<String>) {
        let next = self.editions.borrow().showing(build, follow);
        self.editions.send_replace(Arc::new(next));
    }

    /// Tells why the last good build is not what the sources say now.
    pub fn tell(&self, problems: &[Diagnostic]) {
        let next = self.editions.borrow().telling(problems);
        self.editions.send_replace(Arc::new(next));
    }

    /// The last good build.
    pub fn build(&self) -> Option<Arc<Build>> {
        self.editions.borrow().build.clone()
    }
}
