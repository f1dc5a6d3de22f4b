//! Lists whose items refer to each other: a [`Ref`] is made only for an item that exists.

use std::collections::HashMap;
use std::marker::PhantomData;
use std::ops::Index;

/// The place of an item in its [`List`].
pub struct Ref<T> {
    index: usize,
    of: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// The item's place, from 0.
    pub fn index(self) -> usize {
        self.index
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ref<T> {}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Ref<T> {}
impl<T> std::fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{}", self.index)
    }
}

/// Items with ids, in the order of the configuration.
///
/// The ids are known before the items, so that items can refer to each other in any order.
#[derive(Clone, Debug)]
pub struct List<T> {
    items: Vec<T>,
}

/// The ids of a list that is still being read.
#[derive(Clone, Debug)]
pub struct Ids<T> {
    ids: Vec<String>,
    /// The first place of each id, for lists may be long.
    places: HashMap<String, usize>,
    of: PhantomData<fn() -> T>,
}

impl<T> Ids<T> {
    /// Ids in the order of their items.
    pub fn new(ids: Vec<String>) -> Self {
        let mut places = HashMap::with_capacity(ids.len());
        for (index, id) in ids.iter().enumerate() {
            places.entry(id.clone()).or_insert(index);
        }
        Self { ids, places, of: PhantomData }
    }

    /// The item of this id.
    pub fn find(&self, id: &str) -> Option<Ref<T>> {
        self.places.get(id).map(|index| Ref { index: *index, of: PhantomData })
    }

    /// All ids.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// The list, when there is exactly one item for each id.
    pub fn complete(&self, items: Vec<T>) -> Option<List<T>> {
        (items.len() == self.ids.len()).then_some(List { items })
    }
}

impl<T> List<T> {
    /// An empty list.
    pub fn empty() -> Self {
        Self { items: Vec::new() }
    }

    /// The items in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// The items with their references.
    pub fn refs(&self) -> impl Iterator<Item = (Ref<T>, &T)> {
        self.items.iter().enumerate().map(|(index, item)| (Ref { index, of: PhantomData }, item))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.items.len()
    }
}

impl<T> Index<Ref<T>> for List<T> {
    type Output = T;

    fn index(&self, r: Ref<T>) -> &T {
        &self.items[r.index]
    }
}
