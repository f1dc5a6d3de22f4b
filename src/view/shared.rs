//! What stands on many pages: made ready for templates once.

use std::hash::Hasher as _;
use std::io;
use std::marker::PhantomData;

use rapidhash::fast::RapidHasher;

use serde::{Serialize, Serializer};
use tera::Value;

/// A part of many pages. Templates see a `T`; its clones share all of it.
#[derive(Clone, Debug)]
pub struct Shared<T> {
    seen: Value,
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize> Shared<T> {
    /// Makes `it` ready for templates.
    pub fn new(it: &T) -> Self {
        Self { seen: Value::from_serializable(it), of: PhantomData }
    }
}

impl<T> Shared<T> {
    /// What templates see.
    pub fn seen(&self) -> &Value {
        &self.seen
    }
}

/// A hash of what templates see of `it`.
pub fn hash_of(it: &impl Serialize) -> u64 {
    struct Hashing(RapidHasher<'static>);
    impl io::Write for Hashing {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.write(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut hashing = Hashing(RapidHasher::default());
    // Views are texts, numbers and lists of them, which JSON can always say.
    let _ = serde_json::to_writer(&mut hashing, it);
    hashing.0.finish()
}

impl<T: Serialize + Default> Default for Shared<T> {
    fn default() -> Self {
        Self::new(&T::default())
    }
}

impl<T> Serialize for Shared<T> {
    /// A template's context takes the value as it is.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.seen.serialize(serializer)
    }
}
