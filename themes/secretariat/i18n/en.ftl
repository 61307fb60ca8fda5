# The words of the interface. The same ids and variables stand in fr.ftl.

## Facts
fact-employer = Employer

## Every page
skip-link = Skip to main content
nav-main = Main menu
nav-follow = Follow
footer-publisher = Published by
footer-contact = Questions about this site:
nav-search = Search

## A notice
breadcrumb-label = You are here
notice-kicker = Vacancy notice
facts-title = At a glance
apply-title = Apply
apply-by = Apply by { $date }, { $time } ({ $zone }).
apply-again = How to apply
notice-calendar = Add the deadline to your calendar
notice-calendar-cancelled = Note the cancellation in your calendar
all-open = All open vacancies
contents-title = Contents
posts-title = { $count ->
    [one] The post
   *[other] The posts
}
post-heading = Post { $number }
job-description-of = Job description of post { $number }
corrections-title = Corrections

## The state of a notice
banner-no-applications = Applications are no longer accepted.
banner-closed = This vacancy is closed
banner-closed-text = The deadline was { $date }, { $time } ({ $zone }).
banner-cancelled = This vacancy has been cancelled
banner-cancelled-text = It was cancelled on { $date }.
banner-filled = { $count ->
    [one] This post has been filled
   *[other] These posts have been filled
}
banner-filled-text = { $count ->
    [one] It was filled on { $date }.
   *[other] They were filled on { $date }.
}
banner-closing-soon = Closing soon
banner-closing-soon-text = Apply by { $date }, { $time } ({ $zone }).
banner-extended = Deadline extended
banner-extended-text = The new deadline is { $date }, { $time } ({ $zone }).
banner-extended-from = The former deadline was { $from }; it was extended on { $on }.

## The picture of a notice for social networks
card-deadline = Apply by { $date }, { $time } ({ $zone })
card-ongoing = Open until filled

## A notice or a list that stays open in a browser
# Of a deadline, by calendar days of the site's time zone. There are two or more of { $days }.
time-left-today = Closes today
time-left-tomorrow = Closes tomorrow
time-left-days = { $days } days left

## What can be done with a notice
tools-label = Share and save
tools-mail = Send by e-mail
tools-copy = Copy the link
tools-copied = The link has been copied.
tools-not-copied = The browser does not allow the link to be copied.
tools-share = Share
tools-print = Print

## Lists
listing-deadline = Deadline
due-time = at { $time }
home-count = { $count ->
    [one] 1 open vacancy
   *[other] { $count } open vacancies
}
home-time-zone = Times are given in { $zone }.
home-empty = There are no open vacancies at the moment.
home-empty-text = New vacancies are published on this page.
closed-deadline = Deadline: { $date }
years-label = Years
closed-empty = There are no closed vacancies.
list-empty = There are no open vacancies on this list at the moment.
finder-title = Filter and sort
finder-words = Word, title or reference
finder-any = Any
finder-within = { $days ->
    [one] Within 1 day
   *[other] Within { $days } days
}
finder-clear = Clear all
finder-count-one = { $count } of { $all } open vacancies
finder-count-other = { $count } of { $all } open vacancies
finder-none = No open vacancy matches.
finder-none-text = Try another word, or fewer filters.

## The page “Search the vacancies”. A script puts a number in the place of “#”.
search-label = Words or reference
search-button = Search
search-help = You can search titles, places, grades, references and the text that is particular to each notice.
search-busy = Searching…
search-count = { $count ->
    [one] 1 vacancy found
   *[other] { $count } vacancies found
}
search-more = Show more results
search-none = No vacancy found
search-none-text = Check the spelling, or try other or fewer words. Text that all notices share, such as how to apply, is not searched.
search-failed = Search is unavailable at the moment
search-failed-text = Reload this page, or see the lists:
search-unscripted = The search needs JavaScript, which is switched off or not available in this browser. All vacancies are on the lists:

## The page “Follow our vacancies”
follow-pointer = There is no need to keep coming back to this page:
follow-choices = Choose what suits you
follow-choice-feeds = Hear about every new vacancy
follow-choice-calendar = Get the deadlines in your calendar
follow-choice-data = Work with the list in a spreadsheet or a program
follow-choice-boards = Show our vacancies on a job board

follow-feeds = Feeds
follow-feeds-lead = A feed is a file in which every new, extended, corrected or cancelled vacancy appears. A feed reader checks it for you and shows you what has changed.
follow-feeds-text = A feed reader may be an app, a website, a browser or an e-mail program; many are free of charge. You read each vacancy there in full, in English, with a link to the French edition.
follow-feeds-choose = Choose a feed from the list.
follow-feeds-copy = Copy its address: right-click the link, or press and hold it, then choose to copy the link.
follow-feeds-paste = Paste the address into your feed reader, where it lets you add or follow a feed.
follow-feeds-formats = Where a feed comes in several formats, they all hold the same vacancies. If in doubt, take the first one.
follow-feeds-all = All vacancies

follow-calendar = Calendar of deadlines
follow-calendar-lead = The calendar holds the deadline of every open vacancy that has one.
follow-calendar-text = It is an iCalendar file, a format that Outlook, Google Calendar, Apple Calendar, Thunderbird and most other calendars can read.
follow-calendar-notice = For a single vacancy, open its notice and choose “{ notice-calendar }”.
follow-subscribe = Subscribe
follow-subscribe-text = Your calendar fetches the file again from time to time, so that new, extended and cancelled deadlines reach it automatically. Your calendar decides how often, and some take a day or more: when a deadline is near, look at the notice as well.
follow-subscribe-paste = If the button does nothing, or if you use a calendar on the web, copy the address under it and paste it into your calendar. The words differ from version to version. Look for something like:
follow-subscribe-outlook = Outlook: “Add calendar”, then “Subscribe from web”
follow-subscribe-google = Google Calendar: “Other calendars”, then “From URL”
follow-subscribe-apple = Apple Calendar: “File”, then “New Calendar Subscription”
follow-subscribe-link = Subscribe to the calendar
follow-subscribe-address = Address of the calendar:
follow-download = Download once
follow-download-text = If you would rather not subscribe, download the file and open it or import it: your calendar then has the deadlines as they stand today. Later changes will not reach it.
follow-download-link = Download the calendar

follow-data = Open data
follow-data-lead = The vacancies as data that can be sorted, counted and compared.
follow-data-text = Each vacancy has its reference, its titles in both languages, its status, dates, place, organisation, grade and salary, and the addresses of its pages.
follow-csv = Table (CSV)
follow-csv-text = For a spreadsheet such as Excel, Numbers or LibreOffice Calc
follow-json = JSON
follow-json-text = For programs
follow-schema = Description of the JSON file
follow-schema-text = What each of its fields holds (JSON Schema)

follow-boards = Job boards
follow-boards-lead = For job boards and other sites that collect vacancies automatically.
follow-boards-text = The file holds every vacancy that takes applications, with its full text in English.

## The choice of a language, and a page that is not there
root-description = { $site }: vacancies in English.
root-text = Read the vacancies in English
not-found-text = The address may be mistyped, or the page may have been withdrawn. Every open vacancy is on the list.
gone-text = It is no longer available, and nobody can apply for it. Every open vacancy is on the list.
