//! From a release to the same one with its two languages in the order of another.

use std::borrow::Cow;
use std::mem;

use super::{Face, Release};
use crate::domain::Bilingual;

impl Release {
    /// The release with its languages in the order of `other`: whoever names them in another order in `site.yaml`
    /// changes no title and no word.
    #[must_use]
    pub fn in_order_of(&self, other: &Self) -> Cow<'_, Self> {
        let (Some(own), Some(other)) = (self.editions().next(), other.editions().next()) else {
            return Cow::Borrowed(self);
        };
        if own.left.language == other.left.language || own.left.language != other.right.language {
            return Cow::Borrowed(self);
        }
        let mut turned = self.clone();
        let notices = turned.notices.values_mut().map(|shown| &mut shown.editions);
        for editions in notices.chain(turned.leaves.iter_mut().map(|leaf| &mut leaf.editions)) {
            mem::swap(&mut editions.left, &mut editions.right);
        }
        Cow::Owned(turned)
    }

    fn editions(&self) -> impl Iterator<Item = &Bilingual<Face>> {
        self.notices.values().map(|shown| &shown.editions).chain(self.leaves.iter().map(|leaf| &leaf.editions))
    }
}

#[cfg(test)]
mod tests {
    use super::super::manifest::tests::release;
    use super::*;

    #[test]
    fn languages_are_put_in_the_order_of_another_release() {
        let release = release("en/index.html");
        let mut other = release.clone();
        for editions in other.notices.values_mut().map(|shown| &mut shown.editions) {
            mem::swap(&mut editions.left, &mut editions.right);
        }
        let turned = release.in_order_of(&other);
        assert_eq!(turned.notices, other.notices);
        assert_eq!(turned.leaves[0].editions.left.language, "fr");
        assert!(matches!(release.in_order_of(&release), Cow::Borrowed(_)));
    }
}
