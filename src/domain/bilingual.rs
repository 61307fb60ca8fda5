//! Two of anything, one for each language of the site: the hinge of the diptych.
//!
//! Wherever both languages exist there is a [`Bilingual`], never two parallel fields and never a map by language.
//! It does not say which languages they are; the site does ([`super::Languages`]).

use std::ops::{Index, IndexMut};

/// One of the two languages of a site, in the order in which `site.yaml` names them. Neither is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The language named first.
    Left,
    /// The language named second.
    Right,
}

impl Side {
    /// Both sides, in order.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The other side.
    #[must_use]
    pub const fn twin(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// A value for each of the two languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bilingual<T> {
    /// The value for the language named first.
    pub left: T,
    /// The value for the language named second.
    pub right: T,
}

impl<T> Bilingual<T> {
    /// A value for each language.
    pub const fn new(left: T, right: T) -> Self {
        Self { left, right }
    }

    /// Makes the value of each language.
    pub fn of(mut make: impl FnMut(Side) -> T) -> Self {
        Self { left: make(Side::Left), right: make(Side::Right) }
    }

    /// Turns each value into another.
    pub fn map<U>(self, mut turn: impl FnMut(T) -> U) -> Bilingual<U> {
        Bilingual { left: turn(self.left), right: turn(self.right) }
    }

    /// Borrows both.
    pub const fn as_ref(&self) -> Bilingual<&T> {
        Bilingual { left: &self.left, right: &self.right }
    }

    /// Puts two pairs side by side.
    pub fn zip<U>(self, other: Bilingual<U>) -> Bilingual<(T, U)> {
        Bilingual { left: (self.left, other.left), right: (self.right, other.right) }
    }

    /// Both values with their sides, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Side, &T)> {
        Side::BOTH.into_iter().map(|side| (side, &self[side]))
    }
}

impl<T> Bilingual<Option<T>> {
    /// Both values, if both are there.
    pub fn both(self) -> Option<Bilingual<T>> {
        Some(Bilingual { left: self.left?, right: self.right? })
    }
}

impl<T> Index<Side> for Bilingual<T> {
    type Output = T;

    fn index(&self, side: Side) -> &T {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }
}

impl<T> IndexMut<Side> for Bilingual<T> {
    fn index_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
        }
    }
}
