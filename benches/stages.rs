//! What each stage costs for one page: the longest notice of the sample site, in each of its languages.
//!
//! `cargo bench --bench stages`. Whole builds of many notices are measured by `benches/measure.sh`.
// A group of benches is a module of its own for its name only.
#![allow(clippy::wildcard_imports, missing_docs)]

use std::hint::black_box;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use diptych::domain::{Bilingual, Digest, Edition, Facts, Instant, Piece, Profile, Side};
use diptych::load::Folder;
use diptych::locale::Typesetter;
use diptych::markdown::{self, Placement, Setting};
use diptych::pair::Pair;
use diptych::parity::{Compared, Parity};
use diptych::pipeline::{self, Prepared};
use diptych::plan::{Content, Page};
use diptych::read::{Kind, Reader};
use diptych::render::{Minify, Renderer};
use diptych::signature::Signing;
use diptych::wording::Wording;
use divan::Bencher;
use divan::counter::BytesCount;

/// The notice whose pages are made. It covers two posts and has attachments.
const REFERENCE: &str = "250875";
/// 1 June 2026, 09:00 in Brussels.
const NOW: Instant = Instant(1_780_297_200);
const BOTH: [&str; 2] = ["en", "fr"];

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// The sample site, read and planned, with the text of each edition of the notice.
struct Sample {
    source: Folder,
    prepared: Prepared,
    texts: Bilingual<String>,
    at: usize,
}

static SAMPLE: LazyLock<Sample> = LazyLock::new(Sample::read);

impl Sample {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let source = Folder::open(root).unwrap_or_else(|_| panic!("no site in {}", root.display()));
        let prepared = pipeline::prepare(&source, NOW).ok().and_then(|read| read.value).expect("a sample site");
        let at = prepared.plan().notices.iter().position(|public| public.notice.facts.reference == REFERENCE);
        let at = at.expect("the notice in the plan");
        let texts = Bilingual::as_ref(&prepared.plan().notices[at].notice.editions)
            .map(|edition| std::fs::read_to_string(root.join(edition.path.as_str())).expect("the text of an edition"));
        Self { source, prepared, texts, at }
    }

    fn facts(&self) -> &Facts {
        &self.prepared.plan().notices[self.at].notice.facts
    }

    fn edition(&self, side: Side) -> &Edition {
        &self.prepared.plan().notices[self.at].notice.editions[side]
    }

    fn body(&self, side: Side) -> &str {
        &self.texts[side][self.edition(side).body..]
    }

    fn wording(&self, side: Side) -> Wording<'_> {
        self.prepared.material().words.wordings()[side]
    }

    fn profile(&self, side: Side) -> Profile {
        self.prepared.material().words.site.typography[side]
    }

    fn page(&self, side: Side) -> &Page {
        let content = Content::Notice(side, self.at);
        self.prepared.plan().pages.iter().find(|page| page.content == content).expect("the page in the plan")
    }

    fn renderer(&self, minify: Minify) -> Renderer<'_> {
        let material = self.prepared.material();
        let theme = material.theme.as_ref().expect("a theme");
        let words = &material.words;
        Renderer::new(self.prepared.plan(), &words.site, &words.wordings(), &words.names, theme, minify)
    }

    /// The notice's own words as HTML, by a typography.
    fn html(&self, side: Side, profile: Profile) -> Vec<String> {
        let setting = Setting {
            profile,
            link: &|destination| Some(destination.to_owned()),
            message: &|name, _: Placement| Some(name.to_owned()),
            anchor: &|_, _, _| None,
            footnote_back: "",
        };
        setting.sections(self.body(side))
    }
}

fn side(code: &str) -> Side {
    if code == "en" { Side::Left } else { Side::Right }
}

fn minified(html: &str) -> Vec<u8> {
    let settings = minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        ..minify_html::Cfg::default()
    };
    minify_html::minify(html.as_bytes(), &settings)
}

/// Reading: from the text of an edition to what checks and plans know of it.
mod read {
    use super::*;

    fn edition(bencher: Bencher, code: &str, text: &str) {
        let words = &SAMPLE.prepared.material().words;
        let reader = Reader { site: &words.site, names: words.names.clone() };
        let side = side(code);
        let path = &SAMPLE.edition(side).path;
        bencher.counter(BytesCount::of_str(text)).bench(|| reader.edition(path, side, Kind::Notice, black_box(text)));
    }

    #[divan::bench(args = BOTH)]
    fn whole_edition(bencher: Bencher, code: &str) {
        edition(bencher, code, &SAMPLE.texts[side(code)]);
    }

    #[divan::bench(args = BOTH)]
    fn front_matter_only(bencher: Bencher, code: &str) {
        let side = side(code);
        edition(bencher, code, &SAMPLE.texts[side][..SAMPLE.edition(side).body]);
    }

    #[divan::bench(args = BOTH)]
    fn markdown_scan(bencher: Bencher, code: &str) {
        let body = SAMPLE.body(side(code));
        bencher.counter(BytesCount::of_str(body)).bench(|| markdown::scan(black_box(body)));
    }

    #[divan::bench(args = BOTH)]
    fn fingerprint(bencher: Bencher, code: &str) {
        let text = &SAMPLE.texts[side(code)];
        bencher.counter(BytesCount::of_str(text)).bench(|| Digest::of(black_box(text.as_bytes())));
    }
}

/// Parity: from two editions to what they do not say alike.
mod compare {
    use super::*;

    #[divan::bench]
    fn both_editions(bencher: Bencher) {
        let words = &SAMPLE.prepared.material().words;
        let parity = Parity::new(&words.site, words.wordings());
        let pair = Pair::Notice(Arc::new(SAMPLE.prepared.plan().notices[SAMPLE.at].notice.clone()));
        let texts = SAMPLE.texts.as_ref().map(String::as_str);
        let bytes = texts.left.len() + texts.right.len();
        bencher
            .counter(BytesCount::new(bytes))
            .bench(|| parity.pair(black_box(Compared { pair: &pair, texts: &texts, signing: &Signing::Unsigned })));
    }

    #[divan::bench(args = BOTH)]
    fn markdown_blocks(bencher: Bencher, code: &str) {
        let body = SAMPLE.body(side(code));
        bencher.counter(BytesCount::of_str(body)).bench(|| markdown::blocks(black_box(body), 0));
    }

    /// What is made once for a site.
    #[divan::bench]
    fn preparation(bencher: Bencher) {
        let words = &SAMPLE.prepared.material().words;
        bencher.bench(|| drop(Parity::new(black_box(&words.site), words.wordings())));
    }
}

/// Words: from Markdown and facts to HTML.
mod words {
    use super::*;

    #[divan::bench(args = BOTH)]
    fn to_html(bencher: Bencher, code: &str) {
        let side = side(code);
        bencher
            .counter(BytesCount::of_str(SAMPLE.body(side)))
            .bench(|| SAMPLE.html(black_box(side), SAMPLE.profile(side)));
    }

    #[divan::bench(args = BOTH)]
    fn to_html_without_typography(bencher: Bencher, code: &str) {
        let side = side(code);
        bencher.counter(BytesCount::of_str(SAMPLE.body(side))).bench(|| SAMPLE.html(black_box(side), Profile::AsTyped));
    }

    /// The whole body as one run of text.
    #[divan::bench(args = BOTH)]
    fn typography(bencher: Bencher, code: &str) {
        let side = side(code);
        let body = SAMPLE.body(side);
        bencher.counter(BytesCount::of_str(body)).bench(|| Typesetter::new(SAMPLE.profile(side)).set(black_box(body)));
    }

    #[divan::bench(args = BOTH)]
    fn arguments_of_facts(bencher: Bencher, code: &str) {
        let wording = SAMPLE.wording(side(code));
        bencher.bench(|| drop(wording.arguments(black_box(SAMPLE.facts()), "Title")));
    }

    #[divan::bench(args = BOTH)]
    fn table_of_facts(bencher: Bencher, code: &str) {
        let wording = SAMPLE.wording(side(code));
        let args = wording.arguments(SAMPLE.facts(), "Title");
        bencher.bench_local(|| wording.rows(black_box(SAMPLE.facts()), &args));
    }

    /// All clauses of a notice, formatted with its facts; their HTML is made once for a whole site.
    #[divan::bench(args = BOTH)]
    fn clauses(bencher: Bencher, code: &str) {
        let wording = SAMPLE.wording(side(code));
        let facts = SAMPLE.facts();
        let args = wording.arguments(facts, "Title");
        let contract = facts.contract.as_deref().unwrap_or_default();
        let pieces = wording.site.sections.iter().flat_map(|section| &section.pieces);
        let names: Vec<_> = pieces
            .filter_map(|piece| match piece {
                Piece::Clause(clause) => Some(clause.replace("{contract}", contract)),
                Piece::Words => None,
            })
            .collect();
        bencher.bench_local(|| {
            names.iter().filter_map(|name| wording.bundle.format(name, black_box(&args)).ok()).collect::<Vec<_>>()
        });
    }
}

/// Pages: from the plan to bytes. The clauses are in the memo, as they are from the second page of a build on.
mod page {
    use super::*;

    fn whole(bencher: Bencher, code: &str, minify: Minify) {
        let side = side(code);
        let renderer = SAMPLE.renderer(minify);
        let (page, text) = (SAMPLE.page(side), SAMPLE.texts[side].as_str());
        let bytes = renderer.page(page, text).map_or(0, |rendered| rendered.bytes.len());
        bencher.counter(BytesCount::new(bytes)).bench(|| renderer.page(black_box(page), text).map(|it| it.bytes).ok());
    }

    #[divan::bench(args = BOTH)]
    fn plain(bencher: Bencher, code: &str) {
        whole(bencher, code, Minify::No);
    }

    #[divan::bench(args = BOTH)]
    fn minified(bencher: Bencher, code: &str) {
        whole(bencher, code, Minify::Yes);
    }

    /// The template and everything around it, with hardly any words: the page of a notice whose body is empty.
    #[divan::bench(args = BOTH)]
    fn plain_without_own_words(bencher: Bencher, code: &str) {
        let renderer = SAMPLE.renderer(Minify::No);
        let page = SAMPLE.page(side(code));
        bencher.bench(|| renderer.page(black_box(page), "").map(|it| it.bytes).ok());
    }
}

/// The minifier by itself.
mod minify {
    use super::*;

    /// The notice's own words, as a build does it: section by section.
    #[divan::bench(args = BOTH)]
    fn own_words(bencher: Bencher, code: &str) {
        let side = side(code);
        let sections = SAMPLE.html(side, SAMPLE.profile(side));
        bencher
            .counter(BytesCount::new(sections.iter().map(String::len).sum::<usize>()))
            .bench(|| sections.iter().map(|html| super::minified(black_box(html))).collect::<Vec<_>>());
    }

    /// The whole page at once, as a build does not do it.
    #[divan::bench(args = BOTH)]
    fn whole_page(bencher: Bencher, code: &str) {
        let side = side(code);
        let rendered = SAMPLE.renderer(Minify::No).page(SAMPLE.page(side), &SAMPLE.texts[side]).ok();
        let html = rendered.and_then(|rendered| String::from_utf8(rendered.bytes).ok()).expect("a page");
        bencher.counter(BytesCount::of_str(&html)).bench(|| super::minified(black_box(&html)));
    }
}

/// The whole sample site, on one core or more: read, paired, checked and planned.
#[divan::bench]
fn prepare_the_sample(bencher: Bencher) {
    bencher.bench(|| pipeline::prepare(black_box(&SAMPLE.source), NOW).map(|read| read.log.is_empty()).ok());
}
