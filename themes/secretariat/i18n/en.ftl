# The words of the interface. The same ids and variables stand in fr.ftl.

## Values and titles, used by diptych itself
money = { $number } { $currency }
salary-per-hour = { $amount } hourly
salary-per-day = { $amount } daily
salary-per-week = { $amount } weekly
salary-per-month = { $amount } monthly
salary-per-year = { $amount } yearly
range = { $from }–{ $to }
deadline-ongoing = Open until filled
deadline-with-time = { $date }, { $time } ({ $time-zone })
page-title = { $title } – { $site }
notice-title = { $title } ({ $reference })
home-title = Open vacancies
home-description = Vacancies that are open for applications, in order of deadline.
closed-title = Closed vacancies
closed-description = Vacancies that no longer take applications, by year.
not-found-title = Page not found
root-title = Choose your language

## States
state-open = Open
state-closing-soon = Closing soon
state-closed = Closed
state-cancelled = Cancelled
state-filled = Filled
tag-extended = Extended

## Facts
fact-location = Location
fact-organisation = Organisation
fact-schedule = Working time
fact-deadline = Deadline for applications
fact-salary = Salary
fact-grade = Grade
fact-clearance = Security clearance
fact-contract = Contract
fact-openings = Number of posts
fact-reference = Reference
fact-published = Published

## Every page
skip-link = Skip to main content
nav-main = Main menu
footer-contact = Questions about this site:

## A notice
footnote-back = Back to the text
notice-kicker = Vacancy notice
facts-title = At a glance
apply-title = Apply
apply-by = Apply by { $date }, { $time } ({ $zone }).
apply-again = How to apply
all-open = All open vacancies
contents-title = Contents
posts-title = { $count ->
    [one] The post
   *[other] The posts
}
post-heading = Post { $number }
post-number = Post number
post-direct-reports = Direct reports
post-indirect-reports = Indirect reports
job-description = Job description
job-description-of = Job description of post { $number }

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
banner-extended-ongoing = Applications are now accepted until the post is filled.
banner-extended-from = The former deadline was { $from }; it was extended on { $on }.

## Lists
listing-deadline = Deadline
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

## The choice of a language, and a page that is not there
root-description = { $site }: vacancies in English.
root-text = Read the vacancies in English
not-found-text = The address may be mistyped, or the page may have been withdrawn. Every open vacancy is on the list.
