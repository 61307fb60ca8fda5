//! From a language to the words by which its notices keep a passage to some of their posts: *PASP0109 only*, *poste 1*.

/// The words about posts of a language, in small letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PostWords {
    /// What stands before the place of a post in the list: *post 1*.
    pub posts: &'static [&'static str],
    /// What keeps a passage to a post.
    pub only: &'static [&'static str],
    /// What may stand between the numbers of several posts, or before one.
    pub between: &'static [&'static str],
}

const ENGLISH: PostWords = PostWords {
    posts: &["post", "posts", "position", "positions"],
    only: &["only", "exclusively", "solely"],
    between: &["and", "or", "no", "number", "numbers"],
};
const FRENCH: PostWords = PostWords {
    posts: &["poste", "postes"],
    only: &["uniquement", "seulement", "exclusivement", "seul"],
    between: &["et", "ou", "n", "no", "nos", "numéro", "numéros"],
};

/// The words about posts of a language, if they are known.
#[must_use]
pub fn post_words(language: &str) -> Option<&'static PostWords> {
    match language {
        "en" => Some(&ENGLISH),
        "fr" => Some(&FRENCH),
        _ => None,
    }
}
