# What diptych itself says, in English. `fr.ftl` has the same messages with the same arguments.

## Files (load)

special-file = “{ $path }” is not an ordinary file or folder.
special-file-hint = Put the file itself there: links and devices are not followed.
unsafe-name = The name of “{ $path }” is not safe on every system and web server.
unsafe-name-hint = Rename it with letters, digits and hyphens, and with no dot or space at either end.
name-collision = Two files are named “{ $path }” and differ only in the way their accents are stored; delete or rename one of them.
not-utf-8 = The file is not text in UTF-8 (byte { $offset }).
not-utf-8-hint = Save the file again with the encoding UTF-8.
control-character-entity = An escape or an entity stands for a control character here.
control-character = The character { $code } is not allowed here.
invisible-character = An invisible character stands here: { $code }.
mixed-script = The word “{ $word }” mixes letters of different alphabets that look alike.
mixed-script-hint = Type the word again with the letters of one alphabet.
character-hint = Delete the character and type the words around it again.
size-mebibytes = { NUMBER($count) } MiB
size-kibibytes = { NUMBER($count) } KiB
too-large = The size exceeds the limit of { $limit }.
load-no-site = There is no file “{ $path }”, so the folder is not a site.
load-no-site-hint = Name the folder of your site with `--site DIR`, or start a new site with `diptych init { $path }`.
load-unreadable = “{ $path }” cannot be read: { $problem }.
load-changed = “{ $path }” changed while it was being read.
load-changed-hint = Save your work and run the command again.
search-not-made = The index of the search could not be made: { $problem }.
search-not-made-hint = Please report it. In the meantime, leave `search` out of `outputs` in `site.yaml`.

unknown-language = The name “{ $file }” does not say the language of the file ({ $codes }).
unknown-language-hint = Put the language before `.md` in the name of the file, as in `250655.en.md`.
internal-error = This content brought diptych to a stop.
internal-error-hint = This is a fault of diptych: please report it with this file.

## Front matter and YAML (read)

missing-front-matter = The file does not begin with front matter.
open-front-matter = The front matter that begins here has no end.
missing-front-matter-hint = Write a line `---`, then `title: …` and the facts, each on a line of its own, then a second line `---`.
invalid-yaml = The text cannot be read from here on: { $problem }.
invalid-yaml-hint = Check the indentation, the quotes and the space after each colon; put a text that contains `: ` or ` #` between quotes.
several-documents = A line `---` divides the file in two.
refused-yaml = Anchors, aliases, tags and merges (`&`, `*`, `!`, `<<`) are not accepted, nor is excessive nesting.
refused-yaml-hint = Write each value out in full; put a text that begins with `&`, `*` or `!` between quotes.
duplicate-key = The key “{ $key }” is there twice.
duplicate-key-hint = Keep one of the two lines, and delete the other.
unknown-key = There is no key “{ $key }” here.
known-keys = The keys known here are: { $keys }.
wrong-type-mapping = Keys with their values are expected here, each written `key: value`.
wrong-type = “{ $key }” must be { $expected }.
# These stand behind “must be”.
kind-text = a text that is not empty
kind-line = a text of one line
kind-flag = `true` or `false`, without quotes
kind-count = a whole number in digits, without quotes
kind-positive = a whole number greater than zero
kind-list = a list, such as `[first, second]`
kind-mapping = a group of keys with their values, such as `{"{"} key: value {"}"}`
kind-choice = one of these words: { $values }
kind-colour = a colour in quotes, such as `"#174f8a"`
kind-picture = the name of a picture in `assets`, such as `logo.svg`
kind-option = `flag`, `text`, `choice`, `colour` or `picture`
kind-of-option = a value that the option accepts
did-you-mean = Did you mean “{ $name }”?
type-instead = Write `{ $text }` instead.
missing-key = The key “{ $key }” is missing.
missing-part = “{ $part }” is missing in “{ $key }”.

## Facts of a notice (read)

invalid-reference = “{ $reference }” cannot be a reference.
invalid-reference-hint = Use at most 64 unaccented letters and digits, with `-`, `_` or `.` between them, in the names of both files or in `reference:`.
not-a-date = “{ $value }” is not a date.
twenty-four = “{ $value }” has the hour 24, but a day ends at 23:59.
date-hint = Write `2025-05-07` or `2025-05-07T17:00`; a deadline may also be `ongoing`.
time-skipped = “{ $value }” does not exist: the clocks skip that time.
time-twice = “{ $value }” is ambiguous: the clocks show that time twice.
time-offset-hint = Choose another time, or add the offset from UTC, as in `2025-10-26T02:30:00+02:00`.
unknown-value = The vocabulary has no { $fact } “{ $value }”.
known-values = The possible values are: { $values }.
grade-alias = “{ $value }” is the former name of the grade “{ $grade }”.
# These stand behind “the vocabulary has no”.
fact-name-organisation = organisation
fact-name-location = location
fact-name-schedule = schedule
fact-name-grade = grade
fact-name-clearance = clearance
fact-name-contract = contract
fact-name-language-level = language level
inverted-grades = The range of grades must begin with the lower one, “{ $to }”, and end with “{ $from }”.
salary-amount-or-range = The salary needs either `amount`, or `from` and `to`.
inverted-salary = In the salary, `to` must be greater than `from`.
invalid-amount = “{ $value }” is not an amount.
invalid-amount-hint = Write digits only, with a point before the decimals: `4565.36`.
invalid-salary-part = “{ $value }” cannot be the value of “{ $part }”.
currency-hint = Write the three capital letters of the currency: `currency: EUR`.
period-hint = Write `per: hour`, `per: day`, `per: week`, `per: month` or `per: year`.

## Text of an edition (read)

raw-html = HTML is not accepted in the text.
raw-html-hint = Use Markdown instead; if the sign itself is meant, write `\<`.
text-too-large = From here on, the text is too long or nested too deeply.
heading-level = A heading of the first level is reserved for the title, which stands in the front matter.
heading-level-hint = Begin a section with two number signs: `## Heading`.
words-before-sections = These words stand before the first section.
words-without-place = The section “{ $section }” has no place for a notice’s own words.
words-without-place-hint = Move the words to one of these sections: { $sections }.
unknown-section = The site has no section “{ $section }”.
known-sections = The sections of the site are: { $sections }.
duplicate-section = The section “{ $section }” is there twice.
duplicate-section-hint = Bring the words together under one heading.
section-order = The section “{ $section }” must stand before “{ $other }”.
section-order-hint = Move the heading and its words to that place.
unknown-language-tag = `lang:{ $language }` does not mark a passage in another language; write `[words](lang:en)`.
foreign-image = This image is not a file of the site.
foreign-image-hint = Save the image in the site and write its relative path: `![Description](250655/image.png)`.
forbidden-scheme = A link to “{ $target }” is not accepted.
forbidden-scheme-hint = Write an address that begins with `https:`, `http:`, `mailto:` or `tel:`, or the relative path of a file.
invalid-address = “{ $target }” is not a valid address or telephone number.
invalid-address-hint = Write it in full and without spaces: `https://www.example.org/`, `mailto:jobs@example.org` or `tel:+3225550123`.
outside-path = “{ $target }” is not the path of a file inside the site.
outside-path-hint = Write the path as seen from this file: `250655/description.pdf` or `../pages/about.en.md`.
malformed-call = “{ $text }” cannot be the name of a string.
malformed-call-hint = Write the name with unaccented letters, digits and hyphens only: `{"{{"} deadline {"}}"}`.

## site.yaml and theme.yaml (read)

invalid-value = The value of “{ $key }” cannot be used.
languages-hint = Write exactly two languages with their locales: `languages: {"{"} en: en-GB, fr: fr-FR {"}"}`.
address-hint = Write the address at which the site is published: `address: https://careers.example.org/`.
time-zone-hint = Write the time zone by its region and city: `time-zone: Europe/Brussels`.
closing-time-hint = Write the hour and the minute with two digits each: `closing-time: "23:59"`.
theme-hint = Write the name of the theme’s folder: `theme: secretariat`.
option-hint = Write a text, `true` or `false`; put a colour between quotes: `"#174f8a"`.
required-hint = Choose among `title`, `published`, `deadline`, `organisation`, `location`, `grade`, `schedule`, `clearance`, `salary`, `contract`, `languages` and `posts`.
sections-hint = List each section once, in small letters: `- summary`, `- interrelationships: optional` or `- application: [how-to-apply, notice]`.
bilingual-hint = Write one text for each language: `{"{"} en: …, fr: … {"}"}`.
paths-hint = Write unaccented words in small letters, joined by hyphens: `{"{"} en: vacancies, fr: postes-vacants {"}"}`.
typography-hint = Write `fr-FR`, `fr-CA`, `en` or `none` for a language of the site.
tag-hint = Write a domain name of the publisher, a comma and a year in which it was the publisher’s: `tag: "careers.example.org,2026"`.
alarms-hint = Write how many days before the deadline, from 1 to 3650: `alarms: [7, 1]`.
feeds-hint = Give each feed a name in small letters, a path that no other feed has, and what its notices have in common: `brussels: {"{"} location: brussels {"}"}`.
part-of-hint = Name an organisation that is not itself part of another.
url-hint = Write an address on the web in full, for each language: `{"{"} en: https://www.example.org/en, fr: https://www.example.org/fr {"}"}`.
unknown-output = The site cannot offer “{ $name }”.
unknown-board-hint = Write the template `templates/{ $name }`, or choose among: { $values }.
country-hint = Write the two capital letters of the country: `country: BE`.
unknown-option = The theme has no option “{ $option }”.
low-contrast = “{ $key }” is the colour of words on { $surface }, from which { $colour } does not stand out enough: the contrast is { $units }.{ $tenths }:1, and must be at least 4.5:1.
low-contrast-hint = Choose a colour that is much darker or lighter; no tone of this one stands out on every surface under `text-on`.
colour-name-hint = Name the option with unaccented small letters, digits and hyphens: `accent`.

## Pairs (pair)

missing-edition = The edition “{ $file }” ({ $language }) is missing.
missing-edition-hint = Write `{ $file }`, or put `draft: true` into the front matter here until both editions are ready.
unfinished-edition = This edition has no text yet.
section-without-words = This section has no text yet.
placeholder-left = This placeholder still stands for words to be written.
unfinished-edition-hint = Complete the text, or put `draft: true` into the front matter until it is ready.
missing-words = “{ $key }” is missing in this edition.
missing-title-hint = Write `title: …` in the front matter of each edition.
missing-fact = The notice does not state “{ $key }”.
missing-fact-hint = Write `{ $key }: …` in the front matter of one of the two editions.
fact-conflict = The two editions state “{ $key }” differently.
fact-conflict-hint = State the fact in one edition only, or write the same value in both.
post-titles = This edition has { $titles ->
        [one] { $titles } post title
       *[other] { $titles } post titles
    } for { $posts ->
        [one] { $posts } post
       *[other] { $posts } posts
    }.
post-titles-hint = Write one title for each post under `post-titles:`, in the order of `posts:`.
corrections-hint = Write the day and the words: `- {"{"} on: 2025-04-15, text: "…" {"}"}`.
correction-missing = Only this edition has this correction.
correction-days = The two editions do not correct the notice on the same days.
correction-mismatch-hint = Write each correction in both editions, with the same date and in the same order.
missing-section = The section “{ $section }” is missing.
missing-section-hint = Write its heading and its text; the heading `## … {"{"}#{ $section }{"}"}` always begins this section.
section-mismatch = Only this edition has the section “{ $section }”.
section-mismatch-hint = Write the section in the other edition too, or delete it here.
deadline-before-published = The deadline is not later than the date of publication.
cancelled-before-published = The date of cancellation is not later than the date of publication.
filled-before-published = The date on which the post was filled is not later than the date of publication.
withdrawn-before-published = The date of withdrawal is not later than the date of publication.
deadline-not-extended = The deadline is not later than the one before the extension.
corrected-before-published = The date of the correction is earlier than the date of publication.
date-order-hint = Correct one of the two dates.
ongoing-extended = A deadline that is `ongoing` cannot have been extended.

## Site as a whole (check)

duplicate-reference = Two notices have the reference “{ $reference }”.
duplicate-reference-hint = Rename the two files of one of the notices, or correct `reference:`.
empty-slug = No address can be made from these words.
empty-slug-hint = Write `slug: …` with unaccented small letters, digits and hyphens.
path-collision = The address “{ $path }” is already taken.
path-collision-hint = Choose another title, or write another `slug: …`.
invalid-alias = “{ $path }” cannot be a former address of this page.
invalid-alias-hint = Write the path below the address of the site, with unaccented letters, digits, `-`, `_` and `.`: `/en/vacancies/250655-head-pass-office/`, or one that ends in `.html`.
alias-collision-hint = Delete it here, or give the other page another address.
attachment-collision-hint = Rename one of the two files; on some disks `A.pdf` and `a.pdf` are the same name.
missing-label = The label “{ $name }” is missing in the language “{ $language }”.
missing-clause = The clause “{ $name }” is missing in the language “{ $language }”.
missing-own-string = The string “{ $name }”, which every site needs, is missing in the language “{ $language }”.
missing-label-hint = Add `{ $name }` to a file in `{ $folder }`.
own-string-hint = All that diptych gives this string is { $names }, as words.
own-string-alone-hint = diptych gives this string no arguments.
relative-in-string = The string “{ $name }” links to “{ $target }”, but a relative link has no place to start from in a string.
relative-in-string-hint = Write the whole address, `https://…`.
page-as-image = An image cannot be a page.
page-as-image-hint = Name a picture, or write a link without the `!`.
broken-link = The link leads to “{ $path }”, which is neither a page nor an attachment of the site.
broken-link-hint = Put the file at `{ $path }`, or correct the link.
did-you-mean-file = Did you mean “{ $path }”?
link-to-unpublished = The link leads to “{ $path }”, which is not public.
link-to-unpublished-hint = Remove the link until that page is public.
unknown-message = There is no string “{ $name }”.
unknown-message-hint = Correct the name, or add `{ $name } = …` to a file of each language in `i18n/`.
unknown-reference = The string “{ $name }” uses “{ $other }”, which does not exist.
message-error = The string “{ $name }” cannot be put together: { $problem }.
message-error-hint = Check the names that follow `$`, and whether the notice states every fact that the string uses.

## Strings (strings)

invalid-strings = This string cannot be read: { $problem }.
strings-too-deep = Too many braces stand inside one another here.
invalid-strings-hint = Write `name = text`, indent the lines that continue a text, and close each brace.
duplicate-string = The string “{ $name }” is there twice.
duplicate-string-hint = Delete one of the two, or give it another name.
missing-string = The string “{ $name }” is missing in the language “{ $language }”.
missing-string-hint = Add `{ $name } = …` to `{ $file }`.
string-arguments = The string “{ $name }” has other arguments here ({ $here }) than in the other language ({ $there }).
string-attributes = The string “{ $name }” has other parts here ({ $here }) than in the other language ({ $there }).
string-difference-hint = Use the same names in both languages.

## Themes and pages (render)

unknown-theme = The site has no theme “{ $theme }”.
missing-template = The theme has no template “{ $name }”.
invalid-template = The template cannot be used: { $problem }.
template-error = The template failed while a page was made: { $problem }.
unknown-variable = “{ $name }” means nothing in this template.
known-variables = The names known here are: { $names }.
unknown-string = There is no string “{ $name }” in the language “{ $language }”.
missing-asset = There is no asset “{ $name }”.
missing-asset-hint = Put the file into the folder `assets` of the theme or of the site, or correct the name.
not-minified = The page could not be made smaller and is published as it is.
picture-face = The face cannot be read.
picture-face-hint = Put a face in TrueType or OpenType form (.ttf, .otf) into the folder `fonts` of the theme or of the site.
picture-form = What the template makes is not an SVG: { $problem }.
picture-failed = The picture could not be drawn.
picture-size = The picture has no size that can be drawn.
picture-size-hint = Write `width` and `height` of `<svg>` as whole numbers from 1 to { $largest }, without a unit.
picture-title = The picture has no title.
picture-title-hint = Write `<title>` first inside `<svg>`: it says in words what the picture shows, for those who cannot see it.
picture-foreign = “{ $name }” is not drawn in a picture for social networks.
picture-foreign-hint = Put a drawing into a template of its own, and include it: {"`{% include \"logo.svg\" %}`"}.
picture-family = There is no face of the family “{ $name }”.
picture-family-hint = The families in the folders `fonts` are: { $names }.
picture-signs = No face in the folders `fonts` has what the picture of this notice needs: { $signs }.

## Reports (report)

severity-error = error
severity-warning = warning
could-not-run = error: { $text }
severity-hint = hint

## Commands (commands)

now-refused = “{ $value }” cannot be the value of `{ $name }`.
now-hint = Write a date and time with its offset, as in `--now 2025-05-02T09:00:00+02:00`; `SOURCE_DATE_EPOCH` takes the seconds since 1970.
write-failed = “{ $path }” could not be written: { $problem }.
check-clean = No errors and no warnings.
check-summary = { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    } and { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }.
build-done = “{ $output }” is up to date after { $seconds } s: { $pages ->
        [one] { NUMBER($pages) } page
       *[other] { NUMBER($pages) } pages
    }; notices: { $states }. { $next }
build-next = The next change is due on { $moment } ({ $zone }).
build-no-next = No further change is due.
count-draft = { $count ->
        [one] { NUMBER($count) } draft
       *[other] { NUMBER($count) } drafts
    }
count-scheduled = { NUMBER($count) } scheduled
count-open = { NUMBER($count) } open
count-closing-soon = { NUMBER($count) } closing soon
count-closed = { NUMBER($count) } closed
count-cancelled = { NUMBER($count) } cancelled
count-filled = { NUMBER($count) } filled
count-withdrawn = { NUMBER($count) } withdrawn
state-draft = draft
state-scheduled = scheduled
state-open = open
state-closing-soon = closing soon
state-closed = closed
state-cancelled = cancelled
state-filled = filled
state-withdrawn = withdrawn
list-reference = Reference
list-state = State
list-deadline = Deadline
list-ongoing = ongoing
next-at = On { $moment } ({ $zone }):
next-notice = { $reference } { $left } | { $right }: { $how }
next-same = shown otherwise (extension, correction or mark)
next-none = Nothing will change by itself.
init-done = Your new site is in “{ $path }”.
init-used = The folder “{ $path }” is not empty.
init-used-hint = Name a folder that is empty or does not exist yet.

## A new notice (commands/new)

new-no-site = The site cannot be read.
new-no-site-hint = Run `diptych check` to see what is wrong with it.
new-taken = The reference “{ $reference }” belongs to “{ $path }”.
new-title = “{ $value }” does not say its language: write `--title "{ $left }=…"` or `--title "{ $right }=…"`.
new-folder = “{ $folder }” cannot be the name of a folder.
new-asking = Press Enter to leave an answer for later.
new-ask-title = Title ({ $language }):
new-ask-fact = { $example } ({ $fact }):
new-ask-choice = { $fact } ({ $known }):
new-stopped = Stopped: nothing was written.
new-no-answer = Your answer could not be read: { $problem }.
new-done = The new notice is in “{ $left }” and “{ $right }”.

## A signature (commands/sign)

unknown-notice = There is no notice “{ $reference }”.
unknown-notice-hint = Run `diptych list` to see the notices of the site.
sign-refused = “{ $reference }” was not signed: correct these errors first.
sign-first = “{ $reference }” has not been signed yet.
sign-unchanged = { $by } signed “{ $reference }” on { DATETIME($date, dateStyle: "long") }. Nothing has changed since.
sign-unchanged-here = { $by } signed “{ $reference }” on { DATETIME($date, dateStyle: "long") }. Nothing has changed since in this part; another has.
sign-since = { $by } signed “{ $reference }” on { DATETIME($date, dateStyle: "long") }. Since then:
sign-change = – { $part }: { $change }
sign-ask-name = Your name, as the signature will show it:
sign-no-name = No name was given.
sign-no-name-hint = Add `--by NAME`, or set the environment variable `{ $variable }`.
sign-name = This cannot be the name of a person.
sign-name-hint = Write it on one line, with at most 100 characters.
sign-ask = Have you compared both editions of “{ $reference }”, and do they say the same? [y/N]
sign-ask-trivial = Is the meaning in both languages still the same in these parts: { $parts }? [y/N]
sign-nobody-to-ask = Nobody can be asked whether both editions say the same. Nothing was written.
sign-nobody-to-ask-hint = Compare both editions, then run the same command with `--yes`.
sign-nothing-before = “{ $reference }” has not been signed yet, so no part of it can be renewed.
sign-unknown-part = There is no part “{ $part }” in this notice.
sign-done = { $by } has signed “{ $reference }” in “{ $path }”.
sign-renewed = { $by } has renewed in “{ $path }”: { $parts }.
sign-left = Still changed since the signature: { $parts }.

## The proof sheet (proof, commands/proof)

proof-title = Proof sheet { $reference }
proof-made = As it stood on { $moment }.
proof-signed = Last signed by { $by } on { DATETIME($date, dateStyle: "long") }.
proof-unsigned = Nobody has signed this notice yet.
proof-changes = Changed since that signature: { $count ->
        [one] { $count } part
       *[other] { $count } parts
    }. Added words are underlined, removed words are struck through.
proof-no-findings = Nothing was found that the two languages do not say alike.
proof-findings = { $count ->
        [one] { $count } finding stands beside the section that it is about.
       *[other] { $count } findings stand beside the sections that they are about.
    }
proof-clauses = Texts that all notices share are not printed; words on a grey ground come from the facts.
proof-facts = Facts
proof-words = Title and summary
proof-error = Error:
proof-warning = Warning:
proof-added = added:
proof-removed = removed:
proof-sign = Signatures
proof-sign-text = I have compared both languages of this notice as they are printed here. They say the same.
proof-name = Name
proof-date = Date
proof-signature = Signature
proof-done = The proof sheet is in “{ $path }” ({ $findings ->
        [0] no findings
        [one] { $findings } finding
       *[other] { $findings } findings
    }).
proof-no-folder = There is no folder “{ $path }”.
proof-refused = The proof sheet cannot be written to “{ $path }”: “{ $folder }” belongs to the site.
proof-taken = “{ $path }” exists already and is not a proof sheet.
proof-to-hint = Name another file with `--to FILE`.
## Mending (commands/fix)

fix-nothing = There is nothing to mend mechanically.
fix-file = { $path }: { $counts }
fix-signs = In these lines, ⍽ stands for a no-break space, ‿ for a narrow one, · and → for blanks and tabs that go.
fix-counts = In all: { $counts }.
fix-ask = Mend { $files ->
        [one] this file
       *[other] these { NUMBER($files) } files
    }? [y/N]
fix-not-asked = Nothing was written. Run `diptych check --fix --yes` to mend { $files ->
        [one] this file
       *[other] these { NUMBER($files) } files
    }.
fix-done = { $files ->
        [0] No file was mended.
        [one] { NUMBER($files) } file was mended.
       *[other] { NUMBER($files) } files were mended.
    }
mend-mark = { $count ->
        [one] byte order mark
       *[other] { NUMBER($count) } byte order marks
    }
mend-line-ends = { $count ->
        [one] { NUMBER($count) } line end
       *[other] { NUMBER($count) } line ends
    }
mend-last-line = { $count ->
        [one] last line without an end
       *[other] { NUMBER($count) } last lines without an end
    }
mend-blanks = { $count ->
        [one] { NUMBER($count) } line with trailing blanks
       *[other] { NUMBER($count) } lines with trailing blanks
    }
mend-apostrophes = { $count ->
        [one] { NUMBER($count) } apostrophe
       *[other] { NUMBER($count) } apostrophes
    }
mend-no-break-spaces = { $count ->
        [one] { NUMBER($count) } no-break space
       *[other] { NUMBER($count) } no-break spaces
    }
mend-missing-spaces = { $count ->
        [one] { NUMBER($count) } missing space
       *[other] { NUMBER($count) } missing spaces
    }

## Arguments (commands/cli)

cli-unknown-argument = “{ $argument }” means nothing here.
cli-no-command = A command is missing.
cli-unknown-command = There is no command “{ $command }”.
cli-missing-argument = “{ $argument }” is missing.
cli-missing-value = “{ $argument }” needs a value.
cli-invalid-value = “{ $value }” cannot be the value of “{ $argument }”.
cli-conflict = “{ $argument }” cannot be used together with “{ $other }”.
cli-refused = The command cannot be understood: { $problem }.
cli-known = Possible here: { $values }.
cli-help = Run `diptych --help` to see the commands and their options.

## Help (commands/cli)

help-about = Publishes bilingual vacancy notices: both languages together, or not at all
help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-examples = Examples:
# These stand for what is to be typed.
help-command-name = COMMAND
help-directory-name = DIR
help-moment-name = INSTANT
help-reference-name = REFERENCE
help-title-name = LANGUAGE=TITLE
help-value-name = VALUE
help-help = Show this help
help-version = Show the version
help-language = Language of diptych’s own messages
help-site = Folder of the site (the current folder unless given)
help-output = Folder of the output (“public” in the site unless given)
help-now = Date and time that count as now, such as 2025-05-02T09:00:00+02:00
help-format = Form of what is reported: for people, as JSON, or for GitHub
help-deny-warnings = Treat warnings as errors
help-init = Start a new site from the sample site
help-init-directory = Folder of the new site
help-init-examples =
    {"  "}diptych init vacancies
help-new = Write the two files of a new notice
help-new-reference = Reference of the notice, which is also the name of its files
help-new-title = Title in one language; give the option once for each language
help-new-folder = Folder inside content/vacancies (the current year unless given)
# These are also questions to which an answer is typed.
help-new-published = Date or date and time of publication, such as 2025-04-09
help-new-deadline = Deadline, such as 2025-05-07, 2025-05-07T17:00 or ongoing
help-new-organisation = Organisation, by its key in the vocabulary
help-new-location = Location, by its key in the vocabulary
help-new-schedule = Schedule, by its key in the vocabulary
help-new-grade = Grade or range of grades, such as G10 or G8-G10
help-new-clearance = Clearance, by its code in the vocabulary
help-new-contract = Contract, by its key in the vocabulary
help-new-salary = Salary, such as 4565.36 EUR month or 4000-5000 EUR month
help-new-examples =
    {"  "}diptych new 250655
    {"  "}diptych new 250655 --deadline 2025-05-07 --grade G10 --title "en=Chief, Pass Office"
help-reference = Reference of the notice
help-section-name = SECTION
help-name-name = NAME
help-sign = Record that both editions of a notice were compared as they now stand
help-sign-by = Who compared them (otherwise the environment variable DIPTYCH_SIGNATURE, otherwise you are asked)
help-sign-trivial = Renew the signature of this part only, after a correction that changes no meaning: a section by its id, words or facts
help-yes = Answer yes where a question would be asked
help-sign-examples =
    {"  "}diptych sign 250655
    {"  "}diptych sign 250655 --by "Camille Laurent" --trivial summary
help-file-name = FILE
help-proof = Write a page for printing with both languages of a notice side by side, to be read together and signed
help-proof-to = File to write (REFERENCE-proof.html in the current folder unless given)
help-proof-examples =
    {"  "}diptych proof 250655
    {"  "}diptych proof 250655 --language fr --to /tmp/250655.html
help-check = Say everything that a build would say; without --fix, write nothing
help-check-examples =
    {"  "}diptych check
    {"  "}diptych check --site vacancies --deny-warnings
    {"  "}diptych check --fix
help-fix = First mend spaces, apostrophes and line ends in the sources, after showing what would change
help-fix-yes = Mend without asking
help-build = Check the site, then publish it, whole or not at all
help-no-minify = Publish the pages without making them smaller
help-wait = Wait until another publication to the same output has finished
help-build-examples =
    {"  "}diptych build
    {"  "}diptych build --output /srv/www/vacancies --wait
help-target-name = TARGET
help-target = Target of the site, by its name in site.yaml (the only one unless given)
help-release-name = RELEASE
help-deploy = Show what would change for visitors, then bring the site to a server, whole or not at all
help-deploy-examples =
    {"  "}diptych deploy
    {"  "}diptych deploy www --dry-run
    {"  "}diptych deploy --rollback
help-dry-run = Only show what would change
help-allow-removals = Deploy also where more than one page or attachment in five would go, or a feed or another file for programs, or where the address of the site changes
help-rollback = Go back to a former release: to the one before, or to the one named
help-sign-release = Sign the release with the minisign secret key in this file
help-releases = List the releases that can be gone back to
help-verify = Compare every file that is live with what was deployed
help-verify-examples =
    {"  "}diptych verify
    {"  "}diptych verify www --format json
    {"  "}diptych verify https://careers.example.org/
help-key-name = KEY
help-public-key = Also check that the release was signed by the owner of this minisign key (the key itself, or its file)
help-verified-name = TARGET|ADDRESS
help-verified = Target of the site, by its name in site.yaml (the only one unless given), or the address at which visitors find it
help-server = Write the configuration of a web server for the site: languages, former addresses, headers, caches
help-server-examples =
    {"  "}diptych server nginx
    {"  "}diptych server caddy --root /srv/www/current --to .
help-server-name = The web server
help-server-target = Target of the site that the server shows (the only one with a folder unless given)
help-server-root = Folder from which the server takes the site
help-handout-to = Write a file into this folder instead of showing it
help-handout-force = Write over a file that is there
help-watch = Show the site in a browser while it is edited, both languages side by side
help-watch-examples =
    {"  "}diptych watch --open
    {"  "}diptych watch --port 8000 --editor vscode
help-open = Open the preview in the browser
help-port-name = NUMBER
help-port = The port of the preview (default: the first free one from 7272)
help-editor-name = EDITOR
help-editor = Open the files to correct in this text editor: vscode, vscodium, or an address with {"{"}path{"}"}, {"{"}line{"}"} and {"{"}column{"}"}
watch-ready = The preview is at { $address } (Ctrl+C ends it).
watch-not-opened = No browser could be opened. Type this address into one: { $address }
watch-ended = The preview has ended.
watch-mended = No more errors and no warnings.
watch-refused = The site’s folder cannot be watched: { $problem }
watch-refused-hint = Perhaps too many folders are watched on this machine already.
help-list = List the notices and their states
help-list-examples =
    {"  "}diptych list
    {"  "}diptych list --format json
help-next = Tell when the site will next change by itself, and which notices change then
help-next-examples =
    {"  "}diptych next
    {"  "}diptych next --format json
help-timer = Write what makes a machine deploy the site on time
help-timer-examples =
    {"  "}diptych timer systemd --to /etc/systemd/system
    {"  "}diptych timer cron --target live
help-timer-name = What runs programs at given times
help-completions = Print the script with which a shell completes the commands
help-shell = bash, elvish, fish, powershell or zsh
help-completions-examples =
    {"  "}diptych completions bash > ~/.local/share/bash-completion/completions/diptych

## Parity: weights and acceptances

unknown-rule = There is no rule “{ $name }” about parity.
level-hint = Write `off`, `warning` or `error`.
signatures-hint = Write `required` or `optional`.
accept-hint = Write the rule and the reason: `- {"{"} rule: list-items, reason: … {"}"}`.
unused-acceptance = Nothing that the rule “{ $rule }” finds needs to be accepted here any more.
unused-acceptance-hint = Delete this entry of `accept:`.

## Parity: structure

sub-headings = There { $here ->
        [one] is { $here } sub-heading
       *[other] are { $here } sub-headings
    } in this section here, and { $there ->
        [0] none
       *[other] { $there }
    } in the other language.
sub-headings-level = This sub-heading is of another level than its counterpart.
sub-headings-hint = Write the sub-heading in the other edition too, or delete it here.
sub-headings-level-hint = Give both sub-headings the same number of number signs (`#`).
list-items = There { $here ->
        [one] is { $here } item
       *[other] are { $here } items
    } in this list here, and { $there } in the other language; this one seems to have no counterpart.
list-items-hint = Write this item in the other edition too, or delete it here.
list-items-lists = There { $here ->
        [one] is { $here } list
       *[other] are { $here } lists
    } under this heading here, and { $there ->
        [0] none
       *[other] { $there }
    } in the other language.
list-items-lists-hint = Write this list in the other edition too; each item begins with `- `, and an empty line stands before the list.
list-items-in-item = This item holds a list that the other language does not have.
list-items-nested = The items of this list are nested here, and not in the other language.
list-items-nested-hint = Indent the same items in both editions, as far as the text of the item that holds them.
paragraphs = There { $here ->
        [one] is { $here } paragraph
       *[other] are { $here } paragraphs
    } here, and { $there ->
        [0] none
       *[other] { $there }
    } in the other language; this one seems to have no counterpart.
paragraphs-hint = Write this paragraph in the other edition too, or break the text in the same places.
tables = There { $here ->
        [one] is { $here } table
       *[other] are { $here } tables
    } under this heading here, and { $there ->
        [0] none
       *[other] { $there }
    } in the other language.
tables-hint = Write this table in the other edition too; its second line is made of `|---|`.
tables-columns = This table has { $here ->
        [one] { $here } column
       *[other] { $here } columns
    } here, and { $there } in the other language; this one seems to have no counterpart.
tables-columns-hint = Write this column in the other edition too, in every row, or delete it here.
tables-rows = This table has { $here ->
        [one] { $here } row
       *[other] { $here } rows
    } here, and { $there } in the other language; this one seems to have no counterpart.
tables-rows-hint = Write this row in the other edition too, or delete it here.
tables-cell = This cell is empty in the other language.
tables-cell-hint = Fill in the cell in the other edition, or empty this one.
images = This image is not in this section of the other language.
images-hint = Put the image, or its version in the other language, into the other edition too.
footnotes = This footnote is not referred to in the other language.
footnotes-hint = Put the mark and the note into the other edition too: `[^label]` in the text, `[^label]: …` at the end of the section.
footnotes-definition = This footnote is not written in the other language.
footnotes-definition-hint = Write the note in the other edition too, in the same section, or delete it here.
emphasis = { $count ->
        [one] These words stand out here, and no words do so in the other language.
       *[other] These words stand out here, and no words do so in the other language; this item is the first of { $count } such items.
    }
emphasis-whole = { $count ->
        [one] This stands out as a whole here, and not in the other language.
       *[other] This stands out as a whole here, and not in the other language; this item is the first of { $count } such items.
    }
emphasis-hint = Put the corresponding words between asterisks too (`**…**`), or take the asterisks away here.
post-marks = Here, “{ $here }” is named, and not in the other language.
post-marks-other = Here, “{ $here }” is named, and “{ $there }” in the other language.
post-marks-hint = Name the same posts in both editions.
post-marks-only = Here, this is for “{ $here }” only; the other language does not say so.
post-marks-only-hint = Say in both editions that this is for that post only, or in neither.
message-calls = `{"{{"} { $name } {"}}"}` stands here, and not in the other language.
message-calls-hint = Write `{"{{"} { $name } {"}}"}` at the same place of the other edition.
message-calls-other = `{"{{"} { $here } {"}}"}` stands here, and `{"{{"} { $there } {"}}"}` in the other language.
message-calls-other-hint = Write the same name in both editions.

## Parity: figures

figures-differ = “{ $here }” here, “{ $there }” in the other edition.
figures-missing = The corresponding passage of the other edition has no equivalent of “{ $here }”.
figures-hint = Correct the figure that is wrong. If both are right, say why under `accept`, in the front matter.
figures-signs-hint = In English a comma sets three digits apart and a point begins the decimals; in French a space sets them apart and a comma begins the decimals. Day and month can change places too.
figure-against-fact = “{ $here }” restates the fact `{ $key }`, which is “{ $fact }”.
figure-against-fact-hint = Correct the text or the fact. A message such as `{"{{"} { $key } {"}}"}` in place of the figure always agrees with it.
fact-here = the fact

## Parity: links

link-count = The other language has no link to { $target } here.
link-count-hint = Set the link in both editions, or in neither.
link-targets = This link leads to { $target }, and its counterpart to { $other }.
link-targets-hint = Let both lead to the same page. If they do, declare the two addresses as a pair under `parity: links:` in site.yaml.
link-targets-order = The links of this passage stand in another order in the other language.
link-targets-order-hint = Check that the words of each link say where it leads; if they do, write the links in one order, or accept this.
link-language-english = This link leads to a page in English, and nothing says so.
link-language-english-hint = Link to the French page, or write “(en anglais)” after the link.
link-language-french = This link leads to a page in French, and nothing says so.
link-language-french-hint = Link to the English page, or write “(in French)” after the link.
link-text = The words of this link name { $post }, but its address, { $target }, does not.
link-text-other = The words of this link name { $post }, but its address names { $other }.
link-text-hint = Correct the number or the address.
link-text-contact = The words of this link are { $contact }, but it leads to { $target }.
link-text-contact-hint = Correct the words or the address.
same-link-text = “{ $words }” is the text of two links that lead to different places.
same-link-text-hint = Say in the words of each link where it leads.

## Parity: words

acronyms = The other language does not have { $acronym } here.
acronyms-known = The other language does not have { $other } here, the acronym that corresponds to { $acronym }.
acronyms-other = It is { $acronym } here and { $other } in the other language; the glossary does not have them as one term.
acronyms-hint = Write it in both editions. If the other one says the same in other words, put both into the glossary: `glossary-NAME`, with `.short` and `.also`.
acronyms-undefined = Nothing in this edition says what { $acronym } stands for.
acronyms-undefined-hint = Write { $name } ({ $acronym }) where it first appears.
untranslated-same = This is the same in both languages.
untranslated-english = This is in English.
untranslated-french = This is in French.
untranslated-hint = Translate it. If it has to stay in the other language, mark it: `[words](lang:en)` or `[words](lang:fr)`.
glossary = The other language does not say “{ $term }” here as the glossary does.
glossary-hint = Write “{ $name }” there, or add the other form to `.also` in the glossary.
retyped-clause = These are the words of the clause “{ $name }”, typed again.
retyped-clause-hint = Delete them: the site puts the clause into its section by itself.
retyped-clause-call = Write {"{{"} { $name } {"}}"} instead.
contacts = The other language does not have { $contact } here.
contacts-other = It is { $contact } here and { $other } in the other language.
contacts-hint = Write the same address or number in both editions.
proper-names = The other language does not have the name { $name } here.
proper-names-other = The name is { $name } here and { $other } in the other language.
proper-names-hint = Write the name in both editions, in the same letters.

## Parity: form

list-punctuation = This item ends with { $here }, and the others with { $others }.
list-punctuation-last = The last item ends with { $here }; the others end with { $others }.
list-punctuation-goes-on = The last item ends with { $here }, as if the list went on.
list-punctuation-parent = This item ends with { $here }, and a list follows in it.
list-punctuation-hint = Let it end with { $ending }.
ending-semicolon = a semicolon
ending-comma = a comma
ending-stop = a full stop
ending-nothing = no punctuation mark
ending-colon = a colon
spacing-missing = There is no space before `{ $sign }`.
spacing-missing-hint = Type a space before it; the build makes it the right one.
spacing-missing-after = There is no space after `{ $sign }`.
spacing-missing-after-hint = Type a space after it; the build makes it the right one.
spacing-before = A space stands before `{ $sign }`.
spacing-before-hint = Delete the space.
apostrophes = “{ $sign }” stands here instead of an apostrophe.
apostrophes-hint = Type an apostrophe: `'`.
apostrophes-space = A space stands beside this apostrophe.
apostrophes-space-hint = Delete the space.
doubled-word = The word “{ $word }” stands here twice in a row.
doubled-word-hint = Delete one of the two.
unbalanced-open = `{ $sign }` is not closed.
unbalanced-open-hint = Write `{ $other }` where it ends, or delete `{ $sign }`.
unbalanced-close = `{ $sign }` closes something that was not opened.
unbalanced-close-hint = Write `{ $other }` where it begins, or delete `{ $sign }`.
heading-jump = This heading is of level { $level }, and the one before it of level { $last }.
heading-jump-hint = Begin it with `{ $signs }`.

## Parity: in step

unsigned = Nobody has signed that the two editions of this notice say the same.
unsigned-hint = Compare both editions, then run `diptych sign { $reference }`.
changed-one = Since { DATETIME($date, dateStyle: "long") }, { $language ->
        [en] the English
        [fr] the French
       *[other] the text in “{ $language }”
    } has changed here and { $other ->
        [en] the English
        [fr] the French
       *[other] the text in “{ $other }”
    } has not.
changed-one-told = Since { DATETIME($date, dateStyle: "long") }, { $language ->
        [en] the English
        [fr] the French
       *[other] the text in “{ $language }”
    } has changed here and { $other ->
        [en] the English
        [fr] the French
       *[other] the text in “{ $other }”
    } has not: { $changes }.
changed-both = Since { DATETIME($date, dateStyle: "long") }, both languages have changed here.
changed-both-told = Since { DATETIME($date, dateStyle: "long") }, both languages have changed here. { $language ->
        [en] In English
        [fr] In French
       *[other] In “{ $language }”
    }: { $here }. { $other ->
        [en] In English
        [fr] In French
       *[other] In “{ $other }”
    }: { $there }.
changed-facts = Since { DATETIME($date, dateStyle: "long") }, the facts have changed.
changed-facts-told = Since { DATETIME($date, dateStyle: "long") }, the facts have changed: { $changes }.
part-added = This part was added after the signature of { DATETIME($date, dateStyle: "long") }.
part-removed = Since the signature of { DATETIME($date, dateStyle: "long") }, the section “{ $part }” was removed.
changed-since-signature-hint = Compare both editions again, then run `diptych sign { $reference }`; after a correction that changes no meaning, `diptych sign { $reference } --trivial { $part }`.
# These stand behind a colon.
change-replaced = “{ $old }” has become “{ $new }”
change-put-in = “{ $new }” was added
change-taken-out = “{ $old }” was removed
change-fact = { $key }, { $change }
change-and = { $first }; { $rest }
change-more = { $count ->
        [one] and { $count } more change
       *[other] and { $count } more changes
    }
invalid-signature = The signature in “{ $path }” cannot be read.
invalid-signature-hint = Compare both editions, then run `diptych sign REFERENCE`, which writes the file anew.
lone-signature = The signature in “{ $path }” belongs to no notice.
lone-signature-hint = Give the file the name of its notice, or delete it.

## Other places that belong to a finding

first-here = the first one is here
twin-here = in the other language
twin-states = the twin states this
or-here = or here
other-date = the other date
missing-in-twin = missing in the twin
goes-after = this section comes after it
belongs-here = it belongs in this file
shows-here = it shows here

## Publishing: nothing was published (publish)

publish-disk-full = The disk is full, and “{ $path }” could not be written. Nothing was published; the site is as it was.
publish-disk-full-hint = Make room on that disk for a second copy of the site, then run the same command again.
publish-quota = Your share of the disk is used up, and “{ $path }” could not be written. Nothing was published; the site is as it was.
publish-quota-hint = Delete files of yours on that disk or ask its administrator for more room, then run the same command again.
publish-read-only = The disk is read-only, and “{ $path }” could not be written. Nothing was published.
publish-read-only-hint = Choose a folder on another disk with `--output DIR`, or have this disk made writable.
publish-denied = You have no right to write to “{ $path }”. Nothing was published.
publish-denied-hint = Ask the owner of `{ $path }` for that right, or choose another folder with `--output DIR`.
publish-name-too-long = The disk refuses the name “{ $path }” because it is too long. Nothing was published.
publish-name-too-long-hint = Shorten the title or the file name that this address comes from; a name may have 255 bytes, and an accented letter counts for two.
publish-file-too-large = “{ $path }” is larger than a file may be here. Nothing was published.
publish-file-too-large-hint = Make the file smaller or raise the limit with `ulimit -f unlimited`, then run the same command again.
publish-cannot-move = The folder “{ $path }” cannot be moved on this disk, so the new site cannot take its place. Nothing was published.
publish-cannot-move-hint = This happens in a container whose image holds the folder: leave it out of the image, or choose another folder with `--output DIR`.
publish-too-many-open = Too many files are open, and “{ $path }” could not be opened. Nothing was published.
publish-too-many-open-hint = Raise the limit with `ulimit -n 1024`, then run the same command again.
publish-failed = “{ $path }” could not be read or written: { $reason }. Nothing was published; the site is as it was.
publish-failed-hint = Look at `{ $path }`, then run the same command again.
publish-output-root = “{ $output }” cannot be the output: it is the whole disk, and the output is replaced whole.
publish-output-home = “{ $output }” cannot be the output: it is a home folder or has one in it, and the output is replaced whole.
publish-output-in-output = “{ $output }” cannot be the output: it is inside “{ $outer }”, which belongs to another output and is replaced whole.
publish-output-in-source = “{ $output }” cannot be the output: it is inside “{ $source }”, from which the site is made.
publish-output-around-sources = “{ $output }” cannot be the output: “{ $source }”, from which the site is made, is inside it and would be lost.
publish-output-file = “{ $output }” cannot be the output: it is not a folder.
publish-output-mount = “{ $output }” cannot be the output: a disk is mounted there, and such a folder cannot be replaced.
publish-output-hint = Choose a folder that holds nothing but the published site, such as `--output public`.
publish-output-mount-hint = Choose a folder inside it, such as `--output { $output }/site`, and point the web server there.
publish-foreign = { $more ->
        [0] The output “{ $output }” holds what diptych did not write: { $names }. Nothing was published or deleted.
        [one] The output “{ $output }” holds what diptych did not write: { $names } and { $more } more. Nothing was published or deleted.
       *[other] The output “{ $output }” holds what diptych did not write: { $names } and { $more } more. Nothing was published or deleted.
    }
publish-foreign-hint = Move it out of `{ $output }`, or delete it if nobody needs it, then run the same command again; or choose an empty folder with `--output DIR`.
publish-foreign-git-hint = `{ $output }` is a Git working copy, which a publication would destroy: choose another folder with `--output DIR`, and copy the site from there into the working copy.
publish-edited = { $more ->
        [0] Files in the output “{ $output }” were changed by hand: { $names }. Nothing was published or deleted.
        [one] Files in the output “{ $output }” were changed by hand: { $names } and { $more } more. Nothing was published or deleted.
       *[other] Files in the output “{ $output }” were changed by hand: { $names } and { $more } more. Nothing was published or deleted.
    }
publish-edited-hint = Make the change in `content/` or in the theme, delete the changed files from `{ $output }`, then run the same command again.
publish-manifest-unreadable = “{ $path }” cannot be understood: it was changed by hand or written by another version of diptych. Nothing was published or deleted.
publish-manifest-unreadable-hint = Use the newest version of diptych; or move `{ $output }` away and run the same command again to publish the whole site anew.
publish-private-foreign = diptych needs the folder “{ $path }” for itself, but the folder holds something that diptych did not write.
publish-private-foreign-hint = Move or rename that folder, then run the same command again.
publish-busy = Another diptych is publishing to “{ $output }” at this moment. This one published nothing.
publish-busy-hint = Run the same command again when the other has finished, or add `--wait`.
publish-no-locks = “{ $path }” cannot be locked, so two publications could get in each other’s way: { $reason }. Nothing was published.
publish-no-locks-hint = This disk, perhaps an old network disk, has no file locks: choose a folder on a local disk with `--output DIR`.
publish-path = “{ $path }” cannot be the address of a published file: it leads out of the output or is not a plain path.
publish-path-hint = Give the page or the attachment that this address comes from another name, made of letters, digits, `-` and `.`.
publish-same-place = Two files of the site want the same place, “{ $path }”. Nothing was published.
publish-same-place-hint = Give one of the two pages or attachments another address; on some disks `A.pdf` and `a.pdf` are the same name.
publish-source = The source of “{ $path }” could not be read to its end: { $reason }. Nothing was published.
publish-source-hint = Look at that attachment or asset in the site’s folder, then run the same command again.
publish-incomplete = “{ $path }” is missing or not as it was written. Nothing was published; the site is as it was.
publish-incomplete-hint = Another program changed the unfinished site or a published file, or the disk is failing: run the same command again, and if it happens twice, have the disk checked.
publish-sync = The disk could not confirm that it keeps what was written to “{ $path }”: { $reason }. Nothing was published; the site is as it was.
publish-sync-hint = The disk may be failing: have it checked before you run the same command again.
publish-changed-meanwhile = “{ $path }” was changed by somebody else while the site was being made. Nothing was published; the change was left as it is.
publish-changed-meanwhile-hint = Run the same command again: it says what is there now.

## Publishing: remarks on a site that is published (publish)

publish-not-atomic = The site is published, but this disk cannot exchange two folders in one step: for an instant “{ $output }” was missing.
publish-not-atomic-hint = If no visitor may ever meet that instant, publish to a local disk with `--output DIR`.
publish-not-durable = The site is published, but the disk did not confirm the last step in “{ $path }” ({ $reason }): after a power cut the former site could be back. Run the same command again.
publish-no-record = The site is published, but the notes for the next run could not be written to “{ $path }” ({ $reason }). The next run will only take longer.
publish-found = The site is published. While it was being made, something that diptych did not write came into “{ $output }”; it was not published and is kept in “{ $path }”.
publish-found-hint = Take out what you need, then delete that folder.
publish-leftover = The former site or an unfinished one could not be removed whole from “{ $path }” ({ $reason }). The published site is not affected.
publish-leftover-hint = The next run will try again.

## Preview (preview/server)

preview-port-taken = Port { $port } is taken: another program, or another `diptych watch`, listens there.
preview-port-taken-hint = Choose another port with `--port N`, or leave `--port` out, and a free one is chosen.
preview-ports-taken = The ports { $first } to { $last } are all taken by other programs.
preview-ports-taken-hint = End previews that nobody looks at any more, or choose another port with `--port N`.
preview-port-denied = The system does not allow listening on port { $port }.
preview-port-denied-hint = Choose a port from 1024 upwards with `--port N`, or leave `--port` out.
preview-port-failed = The preview cannot listen on port { $port } of this machine: { $reason }.
preview-port-failed-hint = Check that the network interface “lo” (127.0.0.1) is up, or choose another port with `--port N`.
preview-cannot-start = The system refuses what the preview needs: { $reason }.
preview-cannot-start-hint = End other programs, or raise the limit of open files with `ulimit -n 1024`, then run the same command again.
## The preview in the browser (preview/assets)

# The page itself puts in what stands in braces: a number, a time, the name of a zone.
desk-title = Desk
desk-skip = Skip to the notices
desk-search = Search notices
desk-search-example = Reference, title or state
desk-search-key = The key “/” leads to the search
desk-found = Found: {"{"}n{"}"}
desk-found-none = Nothing matches this search.
desk-interface = Language of the interface
desk-language-en = English
desk-language-fr = Français
desk-now = Now: {"{"}moment{"}"} ({"{"}zone{"}"})
desk-as-on = As on {"{"}moment{"}"} ({"{"}zone{"}"})
desk-return = Back to the present
desk-clean = No errors and no warnings.
desk-errors-one = {"{"}n{"}"} error
desk-errors-other = {"{"}n{"}"} errors
desk-warnings-one = {"{"}n{"}"} warning
desk-warnings-other = {"{"}n{"}"} warnings
desk-wrong = What is wrong
desk-severity-error = Error:
desk-severity-warning = Warning:
desk-editor = Open in the editor
desk-see = See both pages
desk-more = Show {"{"}n{"}"} more
desk-no-notices = This site has no notices yet. Type “diptych new” in a terminal to write the first one.
desk-in-order = in order
desk-no-page = no page yet
desk-group-draft = Drafts
desk-group-scheduled = Scheduled
desk-group-closing-soon = Closing soon
desk-group-open = Open
desk-group-past = Closed, cancelled, filled and withdrawn
desk-group-pages = Other pages
desk-state-draft = Draft
desk-state-scheduled = Scheduled
desk-state-open = Open
desk-state-closing-soon = Closing soon
desk-state-closed = Closed
desk-state-cancelled = Cancelled
desk-state-filled = Filled
desk-state-withdrawn = Withdrawn
desk-publication = Publication
desk-deadline = Deadline
desk-ongoing = No deadline
desk-dates = Dates ahead
desk-no-dates = No publication and no deadline lies ahead.
desk-today = Now
desk-published = Publication
desk-closes = Deadline
desk-moment = {"{"}date{"}"} at {"{"}time{"}"}
desk-time = {"{"}hh{"}"}:{"{"}mm{"}"}
desk-hour = {"{"}hh{"}"}:{"{"}mm{"}"}
desk-first-day = 1
desk-stopped = The preview has stopped. It comes back by itself as soon as “diptych watch” runs again.

pair-desk = Desk
pair-width = Width of the pages
pair-full = Full
pair-phone = Phone
pair-view = Pages shown
pair-both = Both
pair-page-en = Page in English
pair-page-fr = Page in French
pair-alone = Open alone
pair-divider = Divider between the two pages
pair-no-page = There is no page in this language yet.
pair-unknown = There is no such page.
pair-gone = This page is no longer there. You see it as it last was.
pair-clock-present = Now
pair-clock-title = See the pages at another time
pair-clock-field = Date and time ({"{"}zone{"}"})
pair-clock-show = Show
pair-clock-now = Now
pair-clock-published = At publication
pair-clock-before = In the last minute before the deadline
pair-clock-after = Just after the deadline
pair-away = You see the pages as on {"{"}moment{"}"} ({"{"}zone{"}"}).
pair-last-good = You see the page as it last was without errors.
pair-fold = Hide
pair-unfold = Show
pair-mended = No more errors.
pair-updated = Updated: {"{"}section{"}"}
pair-side-by-side = Both languages side by side
pair-watermark-draft = Draft – not published
pair-watermark-scheduled = Scheduled – not published yet
pair-watermark-withdrawn = Withdrawn – no longer published

## Deployment (read/site/targets, deploy, commands/deploy, commands/verify)

targets-hint = Give each target a name in small letters and say what it is: `www: {"{"} kind: folder, path: ../www {"}"}`.
target-kind-hint = Say what kind of place it is: `kind: folder`, `kind: ssh`, `kind: bucket` or `kind: command`.
target-path-hint = Write the folder to deploy to, as seen from the site: `path: ../www`.
target-run-hint = Write the program and its arguments as a list: `run: [./publish.sh]`.
target-host-hint = Write the name of the server, or what your ssh calls it: `host: careers.example.org`. The user and the port have keys of their own, `user` and `port`.
target-user-hint = Write the name by which you log in on the server: `user: deploy`.
target-port-hint = Write the number of the port, from 1 to 65535: `port: 22`.
target-server-path-hint = Write the folder on the server, beginning with `/`: `path: /srv/careers`.
target-service-hint = Say which kind of storage it is: `service: s3`, `service: azure` or `service: webdav`.
target-bucket-hint = Write the name of the bucket: `bucket: careers`; for Azure that of the container, such as `bucket: $web`.
target-region-hint = Write the region of the bucket: `region: eu-west-1`.
target-endpoint-hint = Write the address of the service, beginning with `https://` and without user or password: `endpoint: https://storage.example.org`.
target-bucket-path-hint = Write the folder in the bucket, of letters, digits, hyphens and full stops, without `/` at the beginning: `path: careers`.
target-secret = “{ $key }” would put a secret into a file that is shared.
target-secret-hint = Delete the line. Secrets belong in the environment or in the ssh agent, never in `site.yaml`; change this one if others have seen it.

vanished-notice = The live site has the notice “{ $reference }” at “{ $path }”, and nothing would answer there any more.
vanished-notice-hint = Put both editions back. A notice that is over keeps its page: write `cancelled:` or `filled:` with the date. If nothing of it may be shown any more, write `withdrawn:` with the date.
vanished-moved = The live site has the notice “{ $reference }” at “{ $path }”; its page would move, and nothing would answer there any more.
vanished-moved-hint = Keep the address: write `slug: { $slug }` in the front matter of this edition. Or let it lead on: write `aliases: [{ $path }]`.
vanished-mark = The live site says at “{ $path }” that the notice “{ $reference }” was withdrawn, and nothing would say so any more.
vanished-mark-hint = The notice would have another address than the one that was published. Write `slug: { $slug }` in the front matter of this edition.
vanished-site = The live site is at “{ $before }”, and by `address:` in `site.yaml` it would be at “{ $after }”: every address that people and programs have kept changes.
vanished-site-hint = Keep `address: { $before }`. If the site moves on purpose, have the web server lead every former address on to the new one, and add `--allow-removals`.
vanished-address = The live site has a page at “{ $path }”, and nothing would answer there any more.
vanished-address-hint = Put the page back under its former name, keep its address with `slug: …` in its front matter, or let it lead to another page: write `aliases: [{ $path }]` there.
vanished-list-hint = Put the former name back under `paths:` in `site.yaml`, and the page under `outputs:` if the site no longer offers it. Or let the address lead to an ordinary page: write `aliases: [{ $path }]` in its front matter.
vanished-alias = The live site has a redirect at “{ $path }”, and nothing would answer there any more.
vanished-alias-hint = Keep the address in the front matter of an edition: `aliases: [{ $path }]`.
vanished-feed = The live site has a feed at “{ $path }”, and whoever subscribed to it would get nothing any more.
vanished-feed-hint = A feed cannot lead elsewhere, so keep its address: put the former `path:` back under `feeds:` in `site.yaml`, and the format under `outputs:`. If nobody is meant to have the feed any more, add `--allow-removals`.
vanished-file = The live site has the file “{ $path }”, and programs that ask for it would get nothing any more.
vanished-file-hint = Offer it again under `outputs:` in `site.yaml`. If nobody is meant to have it any more, add `--allow-removals`.

deploy-no-target = The site has no target to deploy to.
deploy-no-target-hint = Name one in `site.yaml`: `targets: {"{"} www: {"{"} kind: folder, path: ../www {"}"} {"}"}`.
deploy-which-target = The site has several targets.
deploy-which-target-hint = Add one of these names to the command: { $targets }.
deploy-unknown-target = The site has no target “{ $target }”.
deploy-inside = The target “{ $path }” is inside “{ $other }”, from which the site is made or in which it is built.
deploy-in-place = “{ $path }” cannot be the target: the site is made from it, or built in it.
deploy-around = The target “{ $path }” contains “{ $other }”, from which the site is made or in which it is built.
deploy-no-folder = The target “{ $path }” is not a folder.
deploy-place-hint = Choose another folder for the target in `site.yaml`, such as `path: ../www`.
deploy-no-parent = There is no folder “{ $path }” for the target to be in.
deploy-no-parent-hint = If that disk has to be mounted, mount it; otherwise make the folder `{ $path }`. Then run the same command again.
deploy-no-link = “{ $path }” is in the way: diptych puts a link to the live release there.
deploy-no-link-hint = If this is a site that was put there by other means, move it away; then run the same command again.
deploy-foreign-link = The link “{ $path }” leads to “{ $target }”, which is not a release of diptych’s.
deploy-foreign-link-hint = If nobody needs that link any more, delete `{ $path }`; then run the same command again.
deploy-disk-full = The disk is full, and “{ $path }” could not be written. Nothing was changed; visitors see the site as it was.
deploy-disk-full-hint = Make room on that disk for another copy of the site, then run the same command again.
deploy-denied = “{ $path }” may not be read or written: { $reason }. Nothing was changed; visitors see the site as it was.
deploy-denied-hint = Ask the administrator of the server for the right to write to `{ $path }`, then run the same command again.
deploy-failed = “{ $path }” could not be read or written: { $reason }. Nothing was changed; visitors see the site as it was.
deploy-failed-hint = Look at `{ $path }`, then run the same command again.
deploy-output-changed = “{ $path }” is no longer there: the site was built again meanwhile. Nothing was changed.
deploy-output-changed-hint = Run the same command again.
deploy-incomplete = “{ $path }” did not arrive as it was built. Nothing was changed; visitors see the site as it was.
deploy-incomplete-hint = Run the same command again. If it happens twice, have the disk of the target checked.
deploy-changed-meanwhile = Somebody else has deployed to this target meanwhile. Nothing was changed.
deploy-changed-meanwhile-hint = Run the same command again: it shows what would change now. With `--yes --wait` it does so by itself.
deploy-not-at-once = A bucket cannot exchange all files in one step: for a short time, visitors may see new pages beside old ones.
bucket-not-built = This diptych was built without buckets.
bucket-not-built-hint = Install it with them: `cargo install --path . --features bucket` in the folder of its source code.
bucket-no-credentials = The credentials for “{ $bucket }” are not in the environment: { $names }. Nothing was changed.
bucket-no-credentials-hint = Set these variables where you run diptych, or among the secrets of the service that runs it. They have no place in `site.yaml`.
bucket-missing = There is no bucket “{ $bucket }” ({ $reason }). Nothing was changed.
bucket-missing-hint = Check `bucket:` of the target in `site.yaml`. diptych does not create buckets.
bucket-denied = “{ $bucket }” does not accept the credentials, or they do not allow this ({ $reason }). Nothing was changed; visitors see the site as it was.
bucket-denied-hint = Check the credentials in the environment. They must allow listing, reading, writing and deleting.
bucket-unreachable = “{ $bucket }” does not answer ({ $reason }). Nothing was changed; visitors see the site as it was.
bucket-unreachable-hint = See whether this computer is connected, and check `endpoint:` and `region:` of the target in `site.yaml`.
bucket-wrong = “{ $bucket }” cannot be used as it is written ({ $reason }). Nothing was changed.
bucket-wrong-hint = Check the target in `site.yaml`, and the credentials in the environment.
bucket-failed = “{ $bucket }” could not be read or written ({ $reason }). Nothing was changed; visitors see the site as it was.
bucket-failed-hint = Run the same command again. If it happens twice, check the target in `site.yaml` and ask whoever runs the storage.
bucket-torn = “{ $bucket }” failed while the release was being made live ({ $reason }). Visitors may see old and new pages beside each other.
bucket-torn-hint = Run the same command again as soon as possible: it puts the rest in place.
bucket-taken = “{ $bucket }” holds “{ $name }”, which diptych did not put there. Nothing was changed.
bucket-taken-hint = Choose an empty bucket, or a folder in it with `path:`. If this is a site that was put there by other means, delete it; then run the same command again.
ssh-missing = There is no program “{ $program }” on this computer, and the target needs it. Nothing was changed.
ssh-broken = The program “{ $program }” could not be started: { $reason }. Nothing was changed.
ssh-missing-hint = Install `{ $program }`; on most systems it comes with OpenSSH. Then run the same command again.
ssh-unknown-key = This computer does not know the server “{ $host }” yet, so it could be any server. Nothing was changed.
ssh-unknown-key-hint = Type `{ $command }`, compare the fingerprint with the one that the administrator of the server gives you, and answer `yes` if they are the same. Then run the same command again.
ssh-other-key = The server “{ $host }” is not the one that this computer knows: its key is another one. Nothing was changed.
ssh-other-key-hint = Ask the administrator of the server whether its key was replaced. If so, type `ssh-keygen -R { $host }`, then `{ $command }`, and compare the fingerprint.
ssh-denied = The server “{ $host }” does not accept your ssh key ({ $reason }). Nothing was changed.
ssh-denied-hint = See to it that `{ $command }` logs in without asking for anything: load the key with `ssh-add`, or ask the administrator of the server to add it.
ssh-no-host = No server is called “{ $host }” ({ $reason }). Nothing was changed.
ssh-no-host-hint = Check `host:` of the target in `site.yaml`, and whether this computer is connected.
ssh-unreachable = The server “{ $host }” does not answer ({ $reason }). Nothing was changed.
ssh-unreachable-hint = See whether this computer is connected, and whether `{ $command }` reaches the server; the target may need another `port:`.
ssh-no-shell = The account on the server “{ $host }” may only bring files, and runs no commands ({ $reason }). Nothing was changed.
ssh-no-shell-hint = Ask the administrator of the server for an account with a shell. Without one, no file could be checked there.
ssh-cut = The connection to the server “{ $host }” failed ({ $reason }). Nothing was changed; visitors see the site as it was.
ssh-cut-hint = Run the same command again. If it happens twice, see whether `{ $command }` works.
ssh-unsure = The connection to the server “{ $host }” failed just while the release was being made live ({ $reason }). Visitors see the former release or the new one, whole.
ssh-unsure-hint = Run the same command again: it says which one it is, and deploys what is missing.
ssh-cut-after = The connection to the server “{ $host }” failed after the release had gone live ({ $reason }). Former releases were not cleared away.
ssh-cut-after-hint = Nothing has to be done: the next deployment clears them away.
ssh-no-tool = The server “{ $host }” has no program “{ $tool }”. Nothing was changed.
ssh-no-tool-hint = Ask the administrator of the server to install it. Then run the same command again.
ssh-place-hint = Choose another folder of the server for the target in `site.yaml`, such as `path: /srv/careers`.
ssh-busy = Somebody else is deploying to “{ $path }” at this moment. Nothing was changed.
ssh-busy-hint = Run the same command again when the other has finished, or add `--wait`. A deployment whose connection was cut gives way after five minutes.
ssh-busy-folder-hint = Run the same command again when the other has finished, or add `--wait`. If nobody is deploying, because the server was stopped meanwhile, delete the folder `{ $path }` on the server.
deploy-command-missing = There is no program “{ $program }” ({ $reason }). Nothing was changed.
deploy-command-refused = The program “{ $program }” could not be started: { $reason }. Nothing was changed.
deploy-command-failed = The program “{ $program }” reports a failure ({ $reason }), so the deployment does not count as done.
deploy-command-hint = Look at `run:` of the target `{ $target }` in `site.yaml`, and at what the program said.
deploy-removals = { $removed ->
        [one] { NUMBER($removed) } page or attachment
       *[other] { NUMBER($removed) } pages and attachments
    } of { NUMBER($all) } would go, more than one in five.
deploy-removals-hint = If that is meant, add `--allow-removals`.
deploy-nobody-to-ask = Nobody can be asked whether this is meant. Nothing was changed.
deploy-nobody-to-ask-hint = Run the same command with `--yes`, or with `--dry-run` to see only what would change.
deploy-no-former = There is no former release to go back to.
deploy-no-release = There is no release “{ $release }”.
deploy-release-unreadable = The manifest of the release “{ $release }” is missing, was changed or cannot be understood, so nobody can say what it would show. Nothing was changed.
deploy-live-unreadable = The manifest of the live release “{ $release }” is missing, was changed or cannot be understood: every file is transferred anew.
deploy-compared-with = The release “{ $release }” is what the next one is compared with instead.
deploy-blind = The manifest of the live release is missing, was changed or cannot be understood, and there is no other release to compare with: nobody can tell which addresses would vanish. Nothing was changed.
deploy-blind-hint = Look at what visitors see now. To deploy all the same, add `--allow-removals`.
deploy-leftover = A former release could not be removed whole from “{ $path }” ({ $reason }). Visitors are not affected; the next deployment tries again.
deploy-foreign-file = A former release was not removed, because something is in it that diptych did not put there: “{ $path }”.
deploy-foreign-file-hint = Take out what you need, then delete it; the next deployment removes the release.
deploy-unknown-release = The manifest of the release “{ $release }” is missing, was changed or cannot be understood, so nobody knows what that release shows. Delete it by hand if nobody needs it.

deploy-first = First deployment to “{ $target }”.
deploy-live = “{ $target }” shows release { $release } now. This would change:
deploy-ask = Deploy? [y/N]
deploy-stopped = Stopped: nothing was changed.
deploy-planned = Nothing was changed (`--dry-run`).
deploy-refused = Nothing was deployed: correct these errors first.
deploy-done = “{ $target }” shows release { $release } now, and every file was checked there.
deploy-handed-over = “{ $target }” was given release { $release }. Nobody has checked what visitors see.
deploy-unchanged = “{ $target }” is up to date with release { $release }: every file was checked there, nothing was transferred.
deploy-still = “{ $target }” was given this very release already, { $release }: nothing was handed over. Nobody has checked what visitors see.
rollback-to = Back to release { $release }. This would change on “{ $target }”:
rollback-ask = Go back? [y/N]
rollback-done = “{ $target }” shows release { $release } again.
rollback-damaged = In the release { $release }, “{ $path }” is missing or no longer as it was deployed. Nothing was changed; visitors see the site as it was.
rollback-damaged-hint = Go back to another release, which `diptych deploy --releases` lists, or mend the site and deploy it.
rollback-withdrawn = The release { $release } shows the notice “{ $reference }”, which is no longer shown. Nothing was changed.
rollback-withdrawn-hint = Go back to another release, which `diptych deploy --releases` lists. A notice that was withdrawn must not come back: the next deployment removes this release.
rollback-blind = The manifest of the live release “{ $release }” is missing, was changed or cannot be understood: everything counts as new.
rollback-unchanged = “{ $target }” shows release { $release } already.
releases-none = “{ $target }” has no releases yet.
releases-live = { $release } (live)
releases-kept = { $release }
releases-foreign = diptych did not put this among the releases, and leaves it alone: { $name }
verify-nothing = There is no live release to verify.
verify-nothing-hint = Deploy the site first: `diptych deploy`.
verify-impossible = “{ $target }” is a program, so what it published cannot be read back.
verify-denied = “{ $path }” may not be read: { $reason }. So what is live was not compared with what was deployed.
verify-denied-hint = Ask for the right to read `{ $path }`, or verify the site at its address, as visitors see it.
verify-missing = { $more ->
        [0] Missing: { $paths }
        [one] Missing: { $paths } and { $more } more
       *[other] Missing: { $paths } and { $more } more
    }
verify-changed = { $more ->
        [0] Different from what was deployed: { $paths }
        [one] Different from what was deployed: { $paths } and { $more } more
       *[other] Different from what was deployed: { $paths } and { $more } more
    }
verify-foreign = { $more ->
        [0] Not deployed by diptych: { $paths }
        [one] Not deployed by diptych: { $paths } and { $more } more
       *[other] Not deployed by diptych: { $paths } and { $more } more
    }
verify-equal = “{ $target }” shows what was deployed, release { $release }: { $files ->
        [one] { NUMBER($files) } file is
       *[other] all { NUMBER($files) } files are
    } the same.
verify-different = “{ $target }” does not show what was deployed as release { $release } ({ $files ->
        [one] { NUMBER($files) } file
       *[other] { NUMBER($files) } files
    }). `diptych deploy` puts it right.
verify-beside = “{ $target }” shows what was deployed, release { $release }, and something else beside it. Delete what nobody needs there: diptych leaves it alone.
verify-web-equal = “{ $target }” shows what its manifest lists ({ $files ->
        [one] { NUMBER($files) } file
       *[other] { NUMBER($files) } files
    }).
verify-web-different = “{ $target }” does not show what its manifest lists ({ $files ->
        [one] { NUMBER($files) } file
       *[other] { NUMBER($files) } files
    }). If `diptych verify TARGET` finds no difference, something between the server and the visitors changes or keeps files.
verify-web-address = “{ $address }” is not the address of a site.
verify-web-plain = “{ $address }” is not encrypted: anybody on the way could answer in its place.
verify-web-address-hint = Write the whole address at which visitors find the site, such as `https://careers.example.org/`. Only this computer itself may be asked by `http:`.
verify-web-nothing = There is no manifest at “{ $address }”.
verify-web-nothing-hint = If the site was deployed by diptych, see whether its web server hides files whose names begin with a dot, and let it show this one.
verify-web-other = “{ $address }” answers with { $status }, and leads to “{ $place }”. Redirections are not followed.
verify-web-unreachable = “{ $address }” cannot be read: { $reason }.
verify-web-unreachable-hint = See whether the address opens in a browser. If its certificate is one of your own institution, this computer must know who issued it.
verify-signed = The release was signed by the owner of this key.
verify-forged = The release was not signed by the owner of this key, or was changed after that.
verify-unsigned = The release is not signed.
sign-release-missing = There is no program “minisign” on this computer ({ $reason }), so the release was not signed. Nothing was changed.
sign-release-failed = “minisign” could not sign with the key “{ $key }” ({ $reason }). Nothing was changed.
sign-release-hint = Install `minisign`, and see whether the file of the key and its password are right. Without `--sign`, the release goes live unsigned.
sign-release-no-key = “{ $key }” is not a public key of minisign, nor a file that holds one.
sign-release-no-key-hint = Write the second line of the file that `minisign -G` made, which begins with `RW`, or the path of that file.
verify-overdue = The pages should have changed by themselves on { $moment } ({ $zone }): deploy the site again.
verify-due = The pages will have to change on { $moment } ({ $zone }): deploy the site again after that.

plan-first = Notices shown from now on: { NUMBER($open) } open, { $past ->
        [one] { NUMBER($past) } that is over
       *[other] { NUMBER($past) } that are over
    }.
plan-opened = { $reference } “{ $title }” opens. Deadline: { $deadline }.
plan-appeared = { $reference } “{ $title }” is shown from now on ({ $state }).
plan-gone = { $reference } “{ $title }” is no longer shown.
plan-withdrawn = { $reference } “{ $title }” is withdrawn: nothing of it is shown any more, and a web server that is configured for the site answers 410 (gone) at its addresses.
plan-extended = { $reference } “{ $title }” is extended: { $before } → { $after }.
plan-reopened = { $reference } “{ $title }” can be applied for again. Deadline: { $deadline }.
plan-corrected = { $reference } “{ $title }” is corrected.
plan-cancelled = { $reference } “{ $title }” is cancelled.
plan-filled = { $reference } “{ $title }” is filled.
plan-closed = { $reference } “{ $title }” closes.
plan-counts-as-closed = { $reference } “{ $title }” counts as closed from now on (before: { $state }).
plan-closing-soon = { $reference } “{ $title }” closes soon. Deadline: { $deadline }.
plan-changed = { $reference } “{ $title }” changes.
plan-more = { $count ->
        [one] And { NUMBER($count) } more notice.
       *[other] And { NUMBER($count) } more notices.
    }
plan-title = title ({ $language }): “{ $before }” → “{ $after }”
plan-fact = { $fact }: { $before } → { $after }
plan-fact-stated = { $fact }: { $after } (was not stated)
plan-fact-dropped = { $fact }: no longer stated (was { $before })
plan-name-deadline = deadline
plan-name-published = date of publication
plan-name-location = location
plan-name-organisation = organisation
plan-name-schedule = schedule
plan-name-salary = salary
plan-name-grade = grade
plan-name-clearance = clearance
plan-name-contract = contract
plan-name-languages = language levels
plan-name-posts = posts
plan-both = other words in both languages: { $sections }
plan-one = other words in { $language ->
        [en] English
        [fr] French
       *[other] “{ $language }”
    } only: { $sections }
plan-list = { $first }, { $rest }
plan-words = short summary or titles of the posts
plan-corrections = corrections
plan-section = { $name }
plan-address = The address of the site changes: { $before } → { $after }; every page moves with it.
plan-moved = address: { $before } → { $after }
plan-other-pages = { $count ->
        [one] { NUMBER($count) } other page changes: a list, or words that pages share.
       *[other] { NUMBER($count) } other pages change: lists, and words that pages share.
    }
plan-shared-words = { $count ->
        [one] { NUMBER($count) } other page changes: words or settings that pages share.
       *[other] { NUMBER($count) } other pages change: words or settings that pages share.
    }
plan-design = { $count ->
        [0] The design changes.
        [one] The design changes, and with it { NUMBER($count) } other page.
       *[other] The design changes, and with it { NUMBER($count) } other pages.
    }
plan-page-changed = The page “{ $title }” ({ $path }) changes.
plan-page-new = The page “{ $title }” ({ $path }) is new.
plan-page-gone = The page “{ $title }” ({ $path }) is no longer shown.
plan-page-both = other words in both languages
plan-page-one = other words in { $language ->
        [en] English
        [fr] French
       *[other] “{ $language }”
    } only
plan-documents-added = { $more ->
        [0] documents linked from now on: { $paths }
        [one] documents linked from now on: { $paths } and { $more } more
       *[other] documents linked from now on: { $paths } and { $more } more
    }
plan-documents-replaced = { $more ->
        [0] documents replaced under the same name: { $paths }
        [one] documents replaced under the same name: { $paths } and { $more } more
       *[other] documents replaced under the same name: { $paths } and { $more } more
    }
plan-documents-removed = { $more ->
        [0] documents no longer linked: { $paths }
        [one] documents no longer linked: { $paths } and { $more } more
       *[other] documents no longer linked: { $paths } and { $more } more
    }
plan-outdated = { $count ->
        [one] { NUMBER($count) } kept release shows a notice that is no longer shown; it is removed, so that nobody can go back to it.
       *[other] { NUMBER($count) } kept releases show a notice that is no longer shown; they are removed, so that nobody can go back to them.
    }
plan-unseen = Nothing changes for visitors: only the manifest of the release is different.
plan-vanished = { $more ->
        [0] At these addresses nothing would answer any more: { $paths }
        [one] At these addresses nothing would answer any more: { $paths } and { $more } more
       *[other] At these addresses nothing would answer any more: { $paths } and { $more } more
    }
plan-addresses = Addresses: { NUMBER($appeared) } new, { NUMBER($moved) } moved, { NUMBER($vanished) } gone.
plan-files = Files: { NUMBER($added) } new, { NUMBER($changed) } changed, { NUMBER($removed) } removed, { NUMBER($unchanged) } unchanged.
plan-damaged = { $more ->
        [0] These files are no longer as they were deployed, and will be replaced: { $paths }
        [one] These files are no longer as they were deployed, and will be replaced: { $paths } and { $more } more
       *[other] These files are no longer as they were deployed, and will be replaced: { $paths } and { $more } more
    }
plan-torn = A former deployment was cut while it was made live: what is missing is put in place.
plan-littered = A deployment that was cut has left files behind: they are removed.
plan-foreign = { $more ->
        [0] diptych did not put these files there, and they will no longer be shown: { $paths }
        [one] diptych did not put these files there, and they will no longer be shown: { $paths } and { $more } more
       *[other] diptych did not put these files there, and they will no longer be shown: { $paths } and { $more } more
    }
plan-sent = To be transferred: { $files ->
        [one] { NUMBER($files) } file
       *[other] { NUMBER($files) } files
    }, { $size }.

## The configuration of a web server (commands/server)

timer-description = Deploy the vacancies to { $target } on time
timer-systemd = Put both files into /etc/systemd/system, then type: systemctl enable --now diptych-{ $target }.timer
timer-cron = For `crontab -e`, below a line `MAILTO=` with the address that is to be told what goes wrong
timer-which-target-hint = Add `--target` with one of these names: { $targets }.
timer-path = The path “{ $path }” contains a character that systemd, cron and shells read in their own ways.
timer-path-hint = Move the folder or the program to a path with a plain name.
handout-written = “{ $path }” was written.
handout-there = “{ $path }” is there already, perhaps changed by hand.
handout-there-hint = Compare both: without `--to`, the same command shows the new one. With `--force` it takes the place of the old one.
server-root = The path “{ $path }” contains a character that not every web server can read.
server-root-hint = Choose a folder with a plain name, and give it with `--root`.
server-no-root = Where the site lies on the server is not known: “{ $target }” is not a target with a folder.
server-root-option-hint = Give the folder with `--root`: `--root /srv/www/current`.
server-which-target-hint = Add `--target` with one of these names, or the folder with `--root`: { $targets }.
