//! Random small sites: notices in every state of their life and ordinary pages, over a site as small as can be.
//!
//! Each notice and page carries a token of its own, `zq100k`, in everything that it says: what must not be published can
//! be looked for, and what must be in both languages can be counted.

use std::fmt::Write as _;

use diptych::domain::{Bilingual, Instant, Side, State};
use diptych::load::Memory;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::theme;
use super::views::Truth;

/// The present of the corpora: noon, in a site whose zone is UTC.
pub const NOW: &str = "2025-06-15T12:00:00Z";
/// The token of what the vocabulary and the clauses keep for private notices.
pub const SECRET: &str = "zqsecretk";
const DAY: i64 = 86_400;

const SITE: &str = r#"name: { en: Posts, fr: Postes }
address: https://jobs.example.org
languages: { en: en-GB, fr: fr-FR }
time-zone: UTC
theme: secretariat
required: [title, published, deadline]
publisher: office
alarms: [7, 1]
feeds: { here: { location: here, path: { en: here, fr: ici } } }
apply: { audiences: [public], clauses: [how-to-apply] }
sections:
  - summary
  - duties: optional
  - contract: ['contract-{contract}']
  - application: [how-to-apply, notice]
vocabulary:
  grades: [P1, P2, P3]
  organisations:
    office: { url: { en: "https://office.example.org/en", fr: "https://office.example.org/fr" } }
    team: { part-of: office }
    hidden-office:
    hidden: { part-of: hidden-office, url: { en: "https://zqsecretk.example.org/", fr: "https://zqsecretk.example.org/" } }
  locations: { here: { locality: Here, country: BE }, hidden: { locality: Hidden, country: BE } }
  contracts: [standard, hidden]
parity: { rules: { all: off } }
"#;
const ENGLISH: &str = r"time-zone = universal time
grade = { $grade }
salary = { $salary }
deadline = { $ongoing ->
    [yes] open until filled
   *[no] { DATETIME($deadline) }
}
location-here = Here
location-hidden = Hidden at zqsecretk
organisation-office = Office
organisation-team = Team
organisation-hidden-office = Hidden office zqsecretk
organisation-hidden = Hidden team zqsecretk
feed-here = Vacancies here
section-summary = Summary
section-duties = Duties
section-contract = Contract
section-application = Application
contract-standard = Three years.
    .label = Three years
contract-hidden = Hidden zqsecretk.
    .label = Hidden zqsecretk
how-to-apply = Write to us about { $reference } ({ deadline }): [form](https://apply.example.org/?ref={ $reference }).
    .title = How to apply
apply-public = Apply
    .audience = Everybody
    .url = https://apply.example.org/en?ref={ $reference }
";
const FRENCH: &str = r"time-zone = temps universel
grade = { $grade }
salary = { $salary }
deadline = { $ongoing ->
    [yes] jusqu'à ce que le poste soit pourvu
   *[no] { DATETIME($deadline) }
}
location-here = Ici
location-hidden = Caché à zqsecretk
organisation-office = Bureau
organisation-team = Équipe
organisation-hidden-office = Bureau caché zqsecretk
organisation-hidden = Équipe cachée zqsecretk
feed-here = Postes vacants ici
section-summary = Résumé
section-duties = Fonctions
section-contract = Contrat
section-application = Candidature
contract-standard = Trois ans.
    .label = Trois ans
contract-hidden = Caché zqsecretk.
    .label = Caché zqsecretk
how-to-apply = Écrivez-nous à propos de { $reference } ({ deadline }) : [formulaire](https://apply.example.org/?ref={ $reference }).
    .title = Comment postuler
apply-public = Postuler
    .audience = Tout le monde
    .url = https://apply.example.org/fr?ref={ $reference }
";

/// Words of titles, in English and French.
const TITLES: [[&str; 2]; 8] = [
    ["Chief", "Cheffe / chef"],
    ["Head of \"Unit\"", "Chef de l'\"Unité\""],
    ["Officer's aide", "Aide d'officier"],
    ["Attaché – naïve façade", "Attaché(e) à l'Œuvre, où ça"],
    ["A < B & C > D", "A < B & C > D"],
    ["100 % remote; yes: no?", "100 % à distance ; oui : non ?"],
    ["E\u{301}tat-major", "État-major"],
    ["{{ title }} {% raw %} \\ # -", "{{ title }} {% raw %} \\ # -"],
];

/// Paragraphs, in English and French. `REF` is the notice's own token.
const PARAGRAPHS: [[&str; 2]; 12] = [
    ["Plain words of REF.", "Des mots de REF : simples."],
    ["It closes: {{ deadline }}, for {{ salary }}.", "Clôture : {{ deadline }}, pour {{ salary }}."],
    ["See [the annex](REF/annex-REF.pdf).", "Voir [l'annexe](REF/annex-REF.pdf)."],
    [
        "- one\n- *two* and **three**\n  - REF\n- `four  spaces`",
        "- un\n- *deux* et **trois**\n  - REF\n- `quatre  espaces`",
    ],
    ["| A | B |\n|---|--:|\n| REF | 2 |", "| A | B |\n|---|--:|\n| REF | 2 |"],
    ["A note[^1] here.\n\n[^1]: The note of REF.", "Une note[^1] ici.\n\n[^1]: La note de REF."],
    ["```text\n  <pre>  kept REF\n\n  & all\n```", "```text\n  <pre>  gardé REF\n\n  & tout\n```"],
    [
        "### A part {#part-REF}\n\n> \"Quoted\" \\<b> &amp; REF...",
        "### Une partie {#part-REF}\n\n> « Cité » \\<b> &amp; REF...",
    ],
    ["1. first\n2. <https://example.org/REF?a=1&b=2>", "1. premier\n2. <https://example.org/REF?a=1&b=2>"],
    [
        "In French: [l'État](lang:fr), *a*b, a **b** *c* `d` e.",
        "En anglais : [the State](lang:en), *a*b, a **b** *c* `d` e.",
    ],
    [
        "- *one* **two** `three`\n- [a](https://example.org/) *b*\n\n  more",
        "- *un* **deux** `trois`\n- [a](https://example.org/) *b*\n\n  encore",
    ],
    [
        "One\\\ntwo  \nthree\n*four* **five**\n\n---\n\n| *a* **b** | `c` |\n|:-:|---|\n| &lt;i> *d* | e\\|f |",
        "Un\\\ndeux  \ntrois\n*quatre* **cinq**\n\n---\n\n| *a* **b** | `c` |\n|:-:|---|\n| &lt;i> *d* | e\\|f |",
    ],
];

/// A notice, its days counted from the present.
#[derive(Debug, Clone)]
pub struct Notice {
    pub number: usize,
    pub draft: bool,
    pub published: i64,
    /// Days from publication to the deadline; none while it is ongoing.
    pub deadline: Option<i64>,
    /// Days from publication to the day on which the deadline is moved; it was nine days earlier before.
    pub extended: Option<i64>,
    /// Days from publication to a correction, which has a token of its own.
    pub corrected: Option<i64>,
    pub cancelled: Option<i64>,
    pub filled: Option<i64>,
    pub title: usize,
    pub paragraphs: Vec<usize>,
    pub duties: bool,
    pub posts: u8,
    /// The edition that states the facts.
    pub facts: Side,
    /// The only edition that there is, of a draft.
    pub lonely: Option<Side>,
    /// The subfolder in which the notice lies.
    pub folder: usize,
}

/// An ordinary page.
#[derive(Debug, Clone)]
pub struct Page {
    pub number: usize,
    pub draft: bool,
    pub menu: Option<u32>,
    pub title: usize,
    pub paragraph: usize,
}

/// The content of a site.
#[derive(Debug, Clone)]
pub struct Corpus {
    pub notices: Vec<Notice>,
    pub pages: Vec<Page>,
}

const FOLDERS: [&str; 3] = ["", "2024/", "2025/spring/"];
const CODES: [&str; 2] = ["en", "fr"];

/// Corpora with both public and private content.
pub fn corpus() -> impl Strategy<Value = Corpus> {
    (vec(notice(), 0..7), vec(page(), 0..3)).prop_map(|(mut notices, mut pages)| {
        notices.iter_mut().enumerate().for_each(|(at, notice)| notice.number = 100 + at);
        pages.iter_mut().enumerate().for_each(|(at, page)| page.number = 700 + at);
        Corpus { notices, pages }
    })
}

prop_compose! {
    fn notice()(
        draft in prop::bool::weighted(0.2),
        published in prop_oneof![3 => -200_i64..=0, 1 => 1_i64..200],
        deadline in option::weighted(0.85, 12_i64..230),
        extended in option::weighted(0.3, 1_i64..230),
        corrected in option::weighted(0.4, 0_i64..230),
        cancelled in option::weighted(0.2, 1_i64..230),
        filled in option::weighted(0.2, 1_i64..230),
        title in 0..TITLES.len(),
        paragraphs in vec(0..PARAGRAPHS.len(), 1..5),
        duties in any::<bool>(),
        posts in 0_u8..3,
        (left, lonely) in (any::<bool>(), option::weighted(0.2, any::<bool>())),
        folder in 0..FOLDERS.len(),
    ) -> Notice {
        let side = |left| if left { Side::Left } else { Side::Right };
        // A deadline that has passed twice is not moved.
        let extended = extended.zip(deadline).map(|(days, deadline)| days.min(deadline - 1));
        let facts = lonely.filter(|_| draft).unwrap_or(left);
        Notice {
            number: 0, draft, published, deadline, extended, corrected, cancelled, filled, title, paragraphs, duties, posts,
            facts: side(facts), lonely: lonely.filter(|_| draft).map(side), folder,
        }
    }
}

prop_compose! {
    fn page()(
        draft in prop::bool::weighted(0.3),
        menu in option::of(1_u32..4),
        title in 0..TITLES.len(),
        paragraph in 0..PARAGRAPHS.len(),
    ) -> Page {
        Page { number: 0, draft, menu, title, paragraph }
    }
}

/// The site without content, in a zone.
pub fn bare(zone: &str) -> Memory {
    let mut site = theme();
    let yaml = SITE.replace("time-zone: UTC", &format!("time-zone: {zone}"));
    site.0.insert("site.yaml".into(), yaml.into());
    site.0.insert("i18n/en/all.ftl".into(), ENGLISH.into());
    site.0.insert("i18n/fr/all.ftl".into(), FRENCH.into());
    site
}

impl Corpus {
    /// The site with all of its content.
    pub fn site(&self) -> Memory {
        let mut site = bare("UTC");
        let linked = self.pages.iter().find(|page| !page.draft).map(Page::token);
        self.notices.iter().for_each(|notice| notice.write(linked.as_deref(), &mut site));
        self.pages.iter().for_each(|page| page.write(&mut site));
        site
    }

    /// Only what is public at an instant.
    pub fn public(&self, now: Instant) -> Self {
        let known = |notice: &Notice| {
            let corrected = notice.corrected.filter(|_| notice.has_come(notice.corrected, now));
            Notice { corrected, ..notice.clone() }
        };
        let notices = self.notices.iter().filter(|notice| notice.state(now).is_public()).map(known).collect();
        let pages = self.pages.iter().filter(|page| !page.draft).cloned().collect();
        Self { notices, pages }
    }

    /// The tokens of what is not public at an instant.
    pub fn canaries(&self, now: Instant) -> Vec<String> {
        let hidden = self.notices.iter().filter(|notice| !notice.state(now).is_public());
        let notices = hidden.flat_map(|notice| {
            let [amount, english] = [notice.amount(), format!("90,{}.73", notice.number)];
            [notice.token(), amount, english, format!("90\u{202f}{},73", notice.number)]
        });
        let pages = self.pages.iter().filter(|page| page.draft).map(|page| token(page.number));
        let foreseen = self.notices.iter().filter(|notice| !notice.has_come(notice.corrected, now));
        let corrections = foreseen.filter(|notice| notice.corrected.is_some()).map(Notice::correction);
        notices.chain(pages).chain(corrections).chain([SECRET.to_owned()]).collect()
    }

    /// Every notice in another subfolder.
    pub fn moved(&self) -> Self {
        let mut moved = self.clone();
        moved.notices.iter_mut().for_each(|notice| notice.folder = (notice.folder + 1) % FOLDERS.len());
        moved
    }
}

/// What everything of a notice or page carries.
fn token(number: usize) -> String {
    format!("zq{number}k")
}

fn day(from_now: i64) -> Date {
    date(2025, 6, 15).checked_add(from_now.days()).expect("a day of our time")
}

/// The first second of a day, in UTC.
fn start(from_now: i64) -> i64 {
    super::instant("2025-06-15T00:00:00Z").0 + from_now * DAY
}

impl Notice {
    /// The notice's token, which is also its reference in small letters.
    pub fn token(&self) -> String {
        token(self.number)
    }

    /// The token of its correction.
    fn correction(&self) -> String {
        format!("zx{}k", self.number)
    }

    fn amount(&self) -> String {
        format!("90{}.73", self.number)
    }

    /// The state at an instant, by the definition and not by the program.
    pub fn state(&self, now: Instant) -> State {
        let begun = |days: Option<i64>| self.has_come(days, now);
        let closes = self.deadline_at(now).map(|deadline| deadline.0 + 60);
        let now = now.0;
        if self.draft {
            State::Draft
        } else if now < start(self.published) {
            State::Scheduled
        } else if begun(self.cancelled) {
            State::Cancelled
        } else if begun(self.filled) {
            State::Filled
        } else if closes.is_some_and(|closes| closes <= now) {
            State::Closed
        } else if closes.is_some_and(|closes| closes - 7 * DAY <= now) {
            State::ClosingSoon
        } else {
            State::Open
        }
    }

    /// All that the public may know of it at an instant, by the definition and not by the program.
    pub fn truth(&self, now: Instant) -> Truth {
        let state = self.state(now);
        let cancelled_lately = state == State::Cancelled && !self.has_come(self.cancelled.map(|days| days + 30), now);
        Truth {
            state,
            announced: state.takes_applications() || cancelled_lately,
            deadline: self.deadline_at(now),
            extended: self.has_come(self.extended, now),
            corrected: self
                .corrected
                .filter(|_| self.has_come(self.corrected, now))
                .map(|days| Instant(start(self.published + days))),
            in_part: !self.is_hidden(),
        }
    }

    /// Whether a day, counted from the publication, has begun.
    fn has_come(&self, days: Option<i64>, now: Instant) -> bool {
        days.is_some_and(|days| start(self.published + days) <= now.0)
    }

    /// The deadline that holds at an instant: the last minute of a day.
    fn deadline_at(&self, now: Instant) -> Option<Instant> {
        let is_former = self.extended.is_some() && !self.has_come(self.extended, now);
        let days = self.deadline? - if is_former { 9 } else { 0 };
        Some(Instant(start(self.published + days + 1) - 60))
    }

    /// Whether it is not public at the present of the corpora.
    fn is_hidden(&self) -> bool {
        !self.state(super::instant(NOW)).is_public()
    }

    /// Adds the editions and the attachment to a site.
    fn write(&self, linked: Option<&str>, site: &mut Memory) {
        let (token, folder) = (self.token(), format!("content/vacancies/{}", FOLDERS[self.folder]));
        for (side, code) in Side::BOTH.into_iter().zip(CODES) {
            if self.lonely.is_none_or(|lonely| lonely == side) {
                site.0.insert(format!("{folder}{token}.{code}.md"), self.edition(side, linked).into());
            }
        }
        site.0.insert(format!("{folder}{token}/annex-{token}.pdf"), format!("%PDF {token}").into());
        site.0.insert(format!("{folder}{token}/unused-{token}.pdf"), b"%PDF zqsecretk".to_vec());
    }

    fn edition(&self, side: Side, linked: Option<&str>) -> String {
        let at = usize::from(side == Side::Right);
        let (token, code) = (self.token(), CODES[at]);
        let mut text = format!("---\ntitle: {}\n", title(self.title, at, &token));
        let mut add = |line: &str| {
            text.push_str(line);
            text.push('\n');
        };
        add(&format!("summary: In short, {token}{code}."));
        if self.posts > 0 {
            let titles = (0..self.posts).map(|post| format!("Post {post} {token}{code}")).collect::<Vec<_>>();
            add(&format!("post-titles: [{}]", titles.join(", ")));
        }
        if let Some(days) = self.corrected {
            let on = day(self.published + days);
            add(&format!("corrections: [{{ on: {on}, text: Corrected by {} in {code}. }}]", self.correction()));
        }
        if side == self.facts {
            self.facts(&mut add);
        }
        text.push_str("---\n");
        self.body(at, &mut text);
        if let Some(page) = linked {
            let up = "../".repeat(1 + FOLDERS[self.folder].matches('/').count());
            let _ = write!(text, "\n[A page]({up}pages/{page}.{code}.md)\n");
        }
        text
    }

    fn facts(&self, add: &mut impl FnMut(&str)) {
        let token = self.token();
        let on = |days: i64| day(self.published + days);
        if self.draft {
            add("draft: true");
        }
        add(&format!("published: {}", on(0)));
        match self.deadline {
            Some(days) => add(&format!("deadline: {}", on(days))),
            None => add("deadline: ongoing"),
        }
        if let (Some(extended), Some(days)) = (self.extended, self.deadline) {
            add(&format!("extended: {{ from: {}, on: {} }}", on(days - 9), on(extended)));
        }
        for (key, days) in [("cancelled", self.cancelled), ("filled", self.filled)] {
            if let Some(days) = days {
                add(&format!("{key}: {}", on(days)));
            }
        }
        let (location, contract, organisation) =
            if self.is_hidden() { ("hidden", "hidden", "hidden") } else { ("here", "standard", "team") };
        add(&format!("location: {location}\ncontract: {contract}\norganisation: {organisation}\ngrade: P1-P3"));
        add(&format!("salary: {{ amount: {}, currency: EUR, per: month }}", self.amount()));
        if self.posts > 0 {
            add("posts:");
        }
        for post in 0..self.posts {
            let document = format!("{token}/annex-{token}.pdf");
            add(&format!("  - {{ number: {token}-{post}, openings: 2, job-description: {document} }}"));
        }
    }

    fn body(&self, at: usize, text: &mut String) {
        let (token, code) = (self.token(), CODES[at]);
        let headings = [["Summary", "Duties", "Application"], ["Résumé", "Fonctions", "Candidature"]][at];
        for (heading, shown) in headings.into_iter().zip([true, self.duties, true]) {
            if !shown {
                continue;
            }
            // Writing to a string cannot fail.
            let _ = write!(text, "\n## {heading}\n\n{heading} of {token}{code}.\n");
            let mut paragraphs = self.paragraphs.clone();
            paragraphs.sort_unstable();
            paragraphs.dedup();
            // A note and an id can stand in an edition once only.
            let again = heading != headings[0];
            for paragraph in paragraphs.into_iter().filter(|paragraph| !(again && [5, 7].contains(paragraph))) {
                let words = PARAGRAPHS[paragraph][at].replace("REF", &token);
                let _ = write!(text, "\n{words}\n");
            }
        }
    }
}

impl Page {
    /// The page's token.
    pub fn token(&self) -> String {
        token(self.number)
    }

    fn write(&self, site: &mut Memory) {
        let token = self.token();
        for (at, code) in CODES.into_iter().enumerate() {
            let mut text = format!("---\ntitle: {}\n", title(self.title, at, &token));
            if self.draft {
                text.push_str("draft: true\n");
            }
            if let Some(menu) = self.menu {
                let _ = writeln!(text, "menu: {menu}");
            }
            // A page has no facts that a message could ask for.
            let paragraph = if self.paragraph == 1 { 0 } else { self.paragraph };
            let words = PARAGRAPHS[paragraph][at].replace("REF", &token);
            let _ = write!(text, "---\nAbout {token}{code}.\n\n{words}\n");
            site.0.insert(format!("content/pages/{token}.{code}.md"), text.into());
        }
        site.0.insert(format!("content/pages/{token}/annex-{token}.pdf"), format!("%PDF {token}").into());
    }
}

/// A title as YAML has it, with the token of its notice and language.
fn title(at: usize, language: usize, token: &str) -> String {
    let words = TITLES[at][language].replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{words} {token}{}\"", CODES[language])
}

/// The tokens of a language that stand in a text: which notices and pages it speaks of.
pub fn spoken_of(text: &str, code: &str) -> Vec<String> {
    let mut found: Vec<String> = text
        .match_indices("zq")
        .filter_map(|(at, _)| text.get(at..at + 8))
        .filter(|token| token.ends_with(&format!("k{code}")))
        .map(|token| token[..6].to_owned())
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Both languages' codes.
pub fn codes() -> Bilingual<&'static str> {
    Bilingual::new("en", "fr")
}
