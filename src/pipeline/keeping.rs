//! What a build leaves to the next is written while nobody waits for it: the site is published already.

use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use crate::memo::Memo;

/// The memo of the last build, and who writes it down.
#[derive(Debug, Default)]
pub(super) struct Keeper {
    memo: Option<Arc<Memo>>,
    writing: Option<JoinHandle<()>>,
}

impl Keeper {
    /// The memo of the last build of this process, if it left one.
    pub(super) fn memo(&self) -> Option<Arc<Memo>> {
        self.memo.clone()
    }

    /// Keeps a memo of the site `root`, in memory at once. In its folder it lies soon, with these outlines of articles;
    /// without, those that lie there are still right.
    pub(super) fn keep(&mut self, memo: Memo, root: &Path, outlines: Option<Vec<u8>>) {
        self.finish();
        let memo = Arc::new(memo);
        self.memo = Some(Arc::clone(&memo));
        let root = root.to_owned();
        let write = move || memo.keep(&root, outlines.as_deref());
        // Without a thread the next build reads all.
        self.writing = thread::Builder::new().name("memo".to_owned()).spawn(write).ok();
    }

    /// Waits until it lies there.
    pub(super) fn finish(&mut self) {
        // A memo that was not written is no problem of the site.
        let _ = self.writing.take().map(JoinHandle::join);
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.finish();
    }
}
