//! What stands on many pages: made ready for templates once.

use std::marker::PhantomData;

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
