//! `post-marks`: a passage names the same posts of the notice in both editions, and is kept to them in both.
//!
//! In a notice for several posts, “(PASP0109 only)” decides who needs a qualification. Posts are known by their numbers in
//! the facts, or by their place there: “post 1”.

use std::collections::BTreeSet;
use std::ops::Range;

use super::comparison::{Comparison, Passage, leaves};
use super::part::parts;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Post, Side, Span};
use crate::locale::{PostWords, post_words};
use crate::markdown::Block;

/// A number with fewer digits and no letters is a post's only behind the word for it.
const DIGITS: usize = 4;

/// How many numbers and small words may stand between the word for posts and a place: “posts 1, 2 and 3”.
const BETWEEN: usize = 8;
/// How far away the brackets around a name are looked for, in characters.
const BRACKETS: usize = 80;

/// What posts are known by: their places among the facts, and the runs of letters and digits of their numbers.
struct Posts<'a> {
    all: &'a [Post],
    numbers: Vec<(usize, &'a str, Vec<Range<usize>>)>,
}

impl<'a> Posts<'a> {
    fn of(all: &'a [Post]) -> Self {
        let number = |(at, post): (usize, &'a Post)| {
            let number = post.number.as_deref().filter(|number| is_telling(number))?;
            Some((at, number, tokens(number)))
        };
        Self { all, numbers: all.iter().enumerate().filter_map(number).collect() }
    }
}

/// A post that is named.
struct Named<'a> {
    /// Its place among the facts.
    post: usize,
    block: &'a Block,
    words: Range<usize>,
    keeps: Keeps,
}

/// How a name keeps its passage to the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keeps {
    /// By a word: “(PASP0109 only)”.
    Only,
    /// It stands alone in brackets: “(PASP0109)”.
    Bare,
    /// In another way, or not at all.
    Otherwise,
}

/// The posts of a notice and the words by which both languages speak of them.
pub(super) struct Speech<'a> {
    posts: Posts<'a>,
    words: Bilingual<&'static PostWords>,
}

impl<'a> Speech<'a> {
    /// Nothing where there are no posts, or where a language is not known.
    pub fn of(comparison: &Comparison<'a>) -> Option<Self> {
        let posts = comparison.facts.map(|facts| &facts.posts).filter(|posts| !posts.is_empty())?;
        let words = Bilingual::of(|side| post_words(&comparison.site.languages[side].code)).both()?;
        Some(Self { posts: Posts::of(posts), words })
    }

    /// The words of a block that name a post.
    pub fn names(&self, block: &Block, side: Side) -> Vec<Range<usize>> {
        named(&[block], side, self).into_iter().map(|named| named.words).collect()
    }
}

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    let Some(speech) = Speech::of(comparison) else { return };
    for section in &comparison.sections {
        for part in parts(section) {
            for passage in section.passages_in(part) {
                let named = Bilingual::of(|side| named(&passage[side], side, &speech));
                log.extend(finding(comparison, passage, &named, &part.heads));
            }
        }
    }
}

/// The first difference of a passage: a post that the twin does not name, or does not keep the passage to.
fn finding(
    comparison: &Comparison<'_>,
    passage: &Passage<'_>,
    named: &Bilingual<Vec<Named<'_>>>,
    heads: &Bilingual<Span>,
) -> Option<Diagnostic> {
    let posts = named.as_ref().map(|named| named.iter().map(|named| named.post).collect::<BTreeSet<_>>());
    let span = |named: &Named<'_>| named.block.prose.span(&named.words);
    let alone = |side: Side| named[side].iter().find(|named| !posts[side.twin()].contains(&named.post));
    let head = |side: Side| passage[side].first().map_or(heads[side], |block| block.span);
    let said = |side: Side, named: &Named<'_>| comparison.texts[side].get(span(named).range()).unwrap_or_default();
    let one_sided = Side::BOTH.into_iter().find_map(|side| Some((side, alone(side)?)));
    if let Some((side, here)) = one_sided {
        let there = alone(side.twin());
        let twin = there.map_or(head(side.twin()), span);
        let message = match there {
            Some(there) => Text::new("post-marks-other").with("there", said(side.twin(), there)),
            None => Text::new("post-marks"),
        };
        let message = message.with("here", said(side, here));
        return Some(comparison.finding(Rule::PostMarks, side, span(here), twin, message).hint("post-marks-hint"));
    }
    let kept = |side: Side, keeps: Keeps| named[side].iter().filter(move |named| named.keeps == keeps);
    let loose = |side: Side| {
        let twin = |only: &Named<'_>| kept(side.twin(), Keeps::Bare).find(|bare| bare.post == only.post).map(span);
        kept(side, Keeps::Only).find_map(|only| Some((side, only, twin(only)?)))
    };
    let (side, only, twin) = Side::BOTH.into_iter().find_map(loose)?;
    let message = Text::new("post-marks-only").with("here", said(side, only));
    Some(comparison.finding(Rule::PostMarks, side, span(only), twin, message).hint("post-marks-only-hint"))
}

/// The posts that a passage names in one edition.
fn named<'b>(blocks: &[&'b Block], side: Side, speech: &Speech<'_>) -> Vec<Named<'b>> {
    let (posts, words) = (&speech.posts, speech.words[side]);
    let mut found = Vec::new();
    for block in blocks.iter().flat_map(|block| leaves(std::slice::from_ref(*block))) {
        let text = block.prose.text();
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let tokens = tokens(text);
        for at in 0..tokens.len() {
            let by_number = by_number(text, &tokens[at..], posts)
                .map(|(post, length)| (post, tokens[at].start..tokens[at + length - 1].end));
            let named = by_number.or_else(|| by_place(text, &tokens, at, posts.all, words));
            let Some((post, range)) = named else { continue };
            let keeps = keeps(text, &range, words);
            found.push(Named { post, block, words: range, keeps });
        }
    }
    found
}

/// Runs of letters and runs of digits.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (at, sign) in text.char_indices() {
        let kind = sign.is_alphanumeric().then(|| sign.is_ascii_digit());
        match tokens.last_mut() {
            Some(token) if kind.is_some() && kind == last => token.end = at + sign.len_utf8(),
            _ if kind.is_some() => tokens.push(at..at + sign.len_utf8()),
            _ => {}
        }
        last = kind;
    }
    tokens
}

/// The post whose number the tokens begin with, and of how many tokens it is. `PASP-0109` is `PASP0109`.
fn by_number(text: &str, tokens: &[Range<usize>], posts: &Posts<'_>) -> Option<(usize, usize)> {
    posts.numbers.iter().find_map(|(post, number, parts)| {
        let own = tokens.get(..parts.len())?;
        let is_same =
            own.iter().zip(parts).all(|(own, part)| text[own.clone()].eq_ignore_ascii_case(&number[part.clone()]));
        let is_close = own.windows(2).all(|pair| text[pair[0].end..pair[1].start].chars().count() <= 1);
        let ends = own.last().zip(tokens.get(parts.len())).is_none_or(|(last, next)| last.end < next.start);
        let begins = own.first().is_some_and(|first| !text[..first.start].ends_with(char::is_alphanumeric));
        (is_same && is_close && ends && begins).then_some((*post, parts.len()))
    })
}

fn is_telling(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    digits >= DIGITS || digits > 0 && number.chars().any(char::is_alphabetic)
}

/// The post whose place, or whose short number, stands here behind the word for posts: “post 1”, and the 2 of “posts 1 and 2”.
fn by_place(
    text: &str,
    tokens: &[Range<usize>],
    at: usize,
    posts: &[Post],
    words: &PostWords,
) -> Option<(usize, Range<usize>)> {
    let is_figure = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let own = tokens[at].clone();
    let said = &text[own.clone()];
    if posts.len() < 2 || !is_figure(said) {
        return None;
    }
    let is_between = |word: &str| is_figure(word) || words.between.contains(&word.to_lowercase().as_str());
    let mut before = tokens[..at].iter().rev().take(BETWEEN);
    let word = before.find(|token| !is_between(&text[(*token).clone()]))?;
    if !words.posts.contains(&text[word.clone()].to_lowercase().as_str()) {
        return None;
    }
    let by_number = posts.iter().position(|post| post.number.as_deref() == Some(said));
    let by_place = || said.parse::<usize>().ok()?.checked_sub(1).filter(|post| *post < posts.len());
    // The word belongs to the first number behind it.
    let is_first = !text[word.end..own.start].contains(|sign: char| sign.is_ascii_digit());
    let start = if is_first { word.start } else { own.start };
    Some((by_number.or_else(by_place)?, start..own.end))
}

/// What the brackets around a name say.
fn keeps(text: &str, name: &Range<usize>, words: &PostWords) -> Keeps {
    let (before, after) = (&text[..name.start], &text[name.end..]);
    let is_bracket = |(_, sign): &(usize, char)| matches!(sign, '(' | ')');
    let open = before.char_indices().rev().take(BRACKETS).find(is_bracket).filter(|(_, sign)| *sign == '(');
    let close = after.char_indices().take(BRACKETS).find(is_bracket).filter(|(_, sign)| *sign == ')');
    let Some(((open, _), (close, _))) = open.zip(close) else { return Keeps::Otherwise };
    let around = [&before[open + 1..], &after[..close]];
    let said = || around.iter().flat_map(|part| part.split(|sign: char| !sign.is_alphanumeric()));
    let said = || said().filter(|word| !word.is_empty()).map(str::to_lowercase);
    if said().any(|word| words.only.contains(&word.as_str())) {
        Keeps::Only
    } else if said().all(|word| words.posts.contains(&word.as_str())) {
        Keeps::Bare
    } else {
        Keeps::Otherwise
    }
}
