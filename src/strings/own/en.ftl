# What diptych says itself; the strings of a theme and of a site win over it.
# The same ids and variables stand in fr.ftl.

## Amounts, dates and titles
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

## The pages
home-title = Open vacancies
home-description = Vacancies that are open for applications.
closed-title = Closed vacancies
closed-description = Vacancies that no longer take applications, by year.
follow-title = Follow our vacancies
follow-description = Keep up with our vacancies without coming back to this site: no account and no e-mail address are needed.
root-title = Choose your language
not-found-title = Page not found
gone-title = This notice was withdrawn
moved-title = This page has moved
footnote-back = Back to the text

## States
state-open = Open
state-closing-soon = Closing soon
state-closed = Closed
state-cancelled = Cancelled
state-filled = Filled
tag-new = New
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

## Posts
post-number = Post number
post-direct-reports = Direct reports
post-indirect-reports = Indirect reports
job-description = Job description

## Feeds and calendars
entry-fact = { $label }: { $value }
entry-extended = The deadline, formerly { $from }, has been extended to { $date }.
entry-corrected = Corrected on { $date }: { $text }
entry-cancelled = This vacancy was cancelled on { $date }. Applications are no longer accepted.
entry-cancelled-title = Cancelled: { $title }
entry-twin = Read this notice in English
calendar-name = Deadlines – { $site }
calendar-summary = Deadline: { $title } ({ $reference })
calendar-alarm = Deadline approaching: { $title } ({ $reference })
calendar-cancelled = This vacancy was cancelled on { $date }.

## Lists of open vacancies
list-filtered-title = Open vacancies: { $value }
list-filtered-description = Vacancies that are open for applications, in order of deadline. { $filter }: { $value }.
list-sorted-title = { $order ->
    [grade] Open vacancies by grade
    [title] Open vacancies by title
   *[published] Open vacancies, newest first
}
list-sorted-description = { $order ->
    [grade] Vacancies that are open for applications, the highest grade first.
    [title] Vacancies that are open for applications, in alphabetical order.
   *[published] Vacancies that are open for applications, the most recently published first.
}
list-order = Sort by
order-deadline = Deadline
order-grade = Grade, highest first
order-title = Title
order-published = Newest first

## Search
search-title = Search the vacancies
search-description = Look for words in all vacancy notices, open and closed.
