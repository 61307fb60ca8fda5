//! The rules by which findings go, each with the word that people and machines know it by.

use super::Severity;

macro_rules! rules {
    ($($(#[$doc:meta])+ $variant:ident = $word:literal, $severity:ident;)+) => {
        /// A rule: what a finding is a case of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[$doc])+ $variant,)+
        }

        impl Rule {
            /// All rules, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word for it, in kebab case.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// How much a finding of this rule weighs unless the case says otherwise.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)+
                }
            }
        }
    };
}

rules! {
    /// A file that is no regular file: a link, a pipe, a device.
    SpecialFile = "special-file", Error;
    /// A name that some platform or server cannot have.
    UnsafeName = "unsafe-name", Error;
    /// A Markdown file whose name does not say its language.
    UnknownLanguage = "unknown-language", Error;
    /// A file that is not UTF-8.
    NotUtf8 = "not-utf-8", Error;
    /// Control characters, or characters that reverse the order of what is read.
    ControlCharacter = "control-character", Error;
    /// Characters that nobody sees.
    InvisibleCharacter = "invisible-character", Warning;
    /// A word of letters from several alphabets that look alike.
    MixedScript = "mixed-script", Warning;
    /// A file, a text or a nesting beyond what a notice can need.
    TooLarge = "too-large", Error;

    /// A file without front matter.
    MissingFrontMatter = "missing-front-matter", Error;
    /// Text that is no YAML.
    InvalidYaml = "invalid-yaml", Error;
    /// Anchors, aliases, tags, merges: parts of YAML that are refused.
    RefusedYaml = "refused-yaml", Error;
    /// A key that means nothing.
    UnknownKey = "unknown-key", Error;
    /// A key twice.
    DuplicateKey = "duplicate-key", Error;
    /// A value of another kind than its key asks for.
    WrongType = "wrong-type", Error;
    /// A date or time that is none, or that the clocks skip or show twice.
    InvalidDate = "invalid-date", Error;
    /// An amount that is no exact decimal number, or no currency or period.
    InvalidSalary = "invalid-salary", Error;
    /// A range whose end lies before its beginning.
    InvertedRange = "inverted-range", Error;
    /// Dates of a notice's life in an order that cannot be.
    DateOrder = "date-order", Error;
    /// A value of `site.yaml` or `theme.yaml` that cannot be used.
    InvalidValue = "invalid-value", Error;

    /// One language of a pair is missing.
    MissingEdition = "missing-edition", Error;
    /// One language of a pair is not finished.
    UnfinishedEdition = "unfinished-edition", Error;
    /// The editions of a pair state a fact differently.
    FactConflict = "fact-conflict", Error;
    /// A fact that a notice cannot do without.
    MissingFact = "missing-fact", Error;
    /// As many titles of posts as posts, or none.
    PostTitles = "post-titles", Error;
    /// A correction in one edition only, or of another day.
    CorrectionMismatch = "correction-mismatch", Error;
    /// A reference that cannot stand in an address.
    InvalidReference = "invalid-reference", Error;
    /// Two notices with one reference.
    DuplicateReference = "duplicate-reference", Error;

    /// A grade outside the vocabulary.
    UnknownGrade = "unknown-grade", Error;
    /// A clearance outside the vocabulary.
    UnknownClearance = "unknown-clearance", Error;
    /// A location outside the vocabulary.
    UnknownLocation = "unknown-location", Error;
    /// An organisation outside the vocabulary.
    UnknownOrganisation = "unknown-organisation", Error;
    /// A schedule outside the vocabulary.
    UnknownSchedule = "unknown-schedule", Error;
    /// A kind of contract outside the vocabulary.
    UnknownContract = "unknown-contract", Error;
    /// A level of knowledge of a language outside the vocabulary.
    UnknownLanguageLevel = "unknown-language-level", Error;

    /// A required section that is not there, or has no words.
    MissingSection = "missing-section", Error;
    /// A heading that is no section of the site.
    UnknownSection = "unknown-section", Error;
    /// A section twice.
    DuplicateSection = "duplicate-section", Error;
    /// Sections in another order than the site's.
    SectionOrder = "section-order", Error;
    /// A section in one edition only.
    SectionMismatch = "section-mismatch", Error;
    /// Words where the site has no place for them.
    WordsWithoutPlace = "words-without-place", Error;
    /// A heading of a level that has no place there.
    HeadingLevel = "heading-level", Error;

    /// Raw HTML in a text.
    RawHtml = "raw-html", Error;
    /// A link that is none of https, http, mailto, tel and relative.
    ForbiddenScheme = "forbidden-scheme", Error;
    /// An e-mail address or telephone number that cannot be one.
    InvalidAddress = "invalid-address", Error;
    /// A relative link to a file that is not there.
    BrokenLink = "broken-link", Error;
    /// A link from a public page to one that is not public.
    LinkToUnpublished = "link-to-unpublished", Error;

    /// A Fluent file with faults.
    InvalidStrings = "invalid-strings", Error;
    /// A message twice.
    DuplicateString = "duplicate-string", Error;
    /// A message in one language only.
    MissingString = "missing-string", Error;
    /// A message with other arguments in the other language.
    StringArguments = "string-arguments", Error;
    /// A message with other parts in the other language.
    StringAttributes = "string-attributes", Error;
    /// A message that the site needs and nobody wrote.
    UnknownMessage = "unknown-message", Error;
    /// A label of the vocabulary, a section or an audience that nobody wrote.
    MissingLabel = "missing-label", Error;
    /// A message that cannot be formatted with the facts of a notice.
    MessageError = "message-error", Error;

    /// A theme that is not there.
    UnknownTheme = "unknown-theme", Error;
    /// A template that a theme must have.
    MissingTemplate = "missing-template", Error;
    /// A template with faults.
    InvalidTemplate = "invalid-template", Error;
    /// A variable that a template does not get.
    UnknownVariable = "unknown-variable", Error;
    /// An option that the theme does not have.
    UnknownOption = "unknown-option", Error;
    /// A colour on which, or in which, text is hard to read.
    LowContrast = "low-contrast", Error;
    /// A template that failed while a page was made.
    TemplateError = "template-error", Error;
    /// An asset that a template asks for and nobody supplies.
    MissingAsset = "missing-asset", Error;
    /// A picture that cannot be drawn as it is meant.
    InvalidPicture = "invalid-picture", Error;
    /// A page that the minifier could not take; it is published as it was.
    NotMinified = "not-minified", Warning;

    /// Two things at one address.
    PathCollision = "path-collision", Error;
    /// A title or slug of which no address can be made.
    EmptySlug = "empty-slug", Error;
    /// A former address that is no path of the site.
    InvalidAlias = "invalid-alias", Error;
    /// Content that brought the program down: a fault of diptych, contained.
    InternalError = "internal-error", Error;

    // Parity, from here to `UnusedAcceptance`: structure,
    /// Sub-headings in one edition only, or of another level.
    SubHeadings = "sub-headings", Error;
    /// Lists with other items, or nested otherwise.
    ListItems = "list-items", Error;
    /// A section of more paragraphs in one edition.
    Paragraphs = "paragraphs", Warning;
    /// Tables with other rows or columns.
    Tables = "tables", Error;
    /// Images in one edition only.
    Images = "images", Error;
    /// Footnotes in one edition only.
    Footnotes = "footnotes", Error;
    /// An item that stands out in one edition only.
    Emphasis = "emphasis", Warning;
    /// A passage that one edition keeps to other posts.
    PostMarks = "post-marks", Error;
    /// A message that only one edition calls.
    MessageCalls = "message-calls", Error;
    // figures,
    /// A figure that the other edition does not have.
    Figures = "figures", Error;
    /// A figure that is not the fact which it restates.
    FigureAgainstFact = "figure-against-fact", Error;
    // links,
    /// A link in one edition only.
    LinkCount = "link-count", Error;
    /// Links that do not lead to the same in both languages.
    LinkTargets = "link-targets", Error;
    /// A link to a page in the other language that does not say so.
    LinkLanguage = "link-language", Warning;
    /// A link whose words name another post than its address.
    LinkText = "link-text", Warning;
    /// The same words as links to two places.
    SameLinkText = "same-link-text", Warning;
    // words,
    /// An acronym in one edition only, or that is never said in full there.
    Acronyms = "acronyms", Warning;
    /// A passage that was not translated.
    Untranslated = "untranslated", Error;
    /// A term rendered otherwise than the glossary says.
    Glossary = "glossary", Warning;
    /// A clause that was typed again.
    RetypedClause = "retyped-clause", Warning;
    /// An e-mail address or telephone number in one edition only.
    Contacts = "contacts", Error;
    /// A proper name in one edition only.
    ProperNames = "proper-names", Warning;
    // form,
    /// Items of one list that end in different ways.
    ListPunctuation = "list-punctuation", Warning;
    /// Spaces that are missing, or have no place, beside a sign of punctuation.
    Spacing = "spacing", Warning;
    /// A sign that is no apostrophe where one belongs, or a space beside one.
    Apostrophes = "apostrophes", Warning;
    /// A word twice in a row.
    DoubledWord = "doubled-word", Warning;
    /// Quotation marks or brackets that nothing opens or closes.
    Unbalanced = "unbalanced", Warning;
    /// A heading two levels below the one before.
    HeadingJump = "heading-jump", Warning;
    // in step.
    /// A notice that nobody has signed, on a site that asks for signatures.
    Unsigned = "unsigned", Error;
    /// A section that has changed since both editions were compared.
    ChangedSinceSignature = "changed-since-signature", Warning;
    /// A finding that was accepted and is no longer there.
    UnusedAcceptance = "unused-acceptance", Warning;

    /// A record of a signature that cannot be read.
    InvalidSignature = "invalid-signature", Error;
    /// An address of the live site that a deployment would leave without an answer.
    VanishedAddress = "vanished-address", Error;
}

impl Rule {
    /// Whether the rule asks if both editions say the same: a site can weigh it in its own way, and a notice accept what
    /// it finds.
    #[must_use]
    pub fn is_parity(self) -> bool {
        (Self::SubHeadings..=Self::UnusedAcceptance).contains(&self)
    }

    /// The rule of that word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.word() == word)
    }
}
