//! `deadlines.ics`: the deadlines of the announced notices as events, all of them in one calendar for each language, and
//! each in a file beside its notice's page (RFC 5545, RFC 7986).
//!
//! An event has the same UID in both languages, so that a calendar that knows it from one does not have it twice. It
//! says nothing that changes by itself, such as that a notice is closing soon: what changes must raise SEQUENCE.

use super::ical::Ical;
use super::news::Told;
use super::{Announcement, File, News, Output};
use crate::domain::{Deadline, Side};
use crate::render::follow::event_path;
use crate::strings::{Args, Value};

/// How often calendars that subscribe should look for changes.
const REFRESH: &str = "PT12H";

pub(super) struct Deadlines;

impl Output for Deadlines {
    fn name(&self) -> &'static str {
        "deadlines.ics"
    }

    fn files<'n>(&self, news: &'n News<'n>) -> Vec<File<'n>> {
        let calendar = |side: Side| {
            File::new(news.composer.site.file_path(side, self.name()), move || Calendar { news, side }.all(Self.name()))
        };
        let event = |side: Side, announcement: &'n Announcement<'n>| {
            File::new(event_path(announcement.public, side), move || Calendar { news, side }.one(announcement))
        };
        let of = |side: Side| {
            [calendar(side)].into_iter().chain(news.events().map(move |announcement| event(side, announcement)))
        };
        Side::BOTH.into_iter().flat_map(of).collect()
    }
}

impl<'n> News<'n> {
    /// The announced notices that have a deadline.
    fn events(&'n self) -> impl Iterator<Item = &'n Announcement<'n>> {
        self.announcements.iter().filter(|announcement| self.composer.has_event(announcement.public))
    }
}

/// The deadlines in the words of one language.
struct Calendar<'n> {
    news: &'n News<'n>,
    side: Side,
}

impl Calendar<'_> {
    /// The calendar to subscribe to.
    fn all(&self, file: &str) -> Vec<u8> {
        let (composer, code) = (self.news.composer, self.code());
        let site = composer.site;
        let mut calendar = self.begin();
        let name = composer.calendar_title(self.side);
        calendar.text("NAME", &[("LANGUAGE", code)], &name);
        calendar.text("X-WR-CALNAME", &[], &name);
        let source = composer.absolute(&site.file_path(self.side, file));
        calendar.plain("SOURCE", &[("VALUE", "URI")], &source);
        calendar.plain("REFRESH-INTERVAL", &[("VALUE", "DURATION")], REFRESH);
        calendar.plain("X-PUBLISHED-TTL", &[], REFRESH);
        let mut is_empty = true;
        for announcement in self.news.events() {
            self.event(&mut calendar, announcement);
            is_empty = false;
        }
        if is_empty {
            nothing(&mut calendar);
        }
        calendar.finish()
    }

    /// The file of one event. It has no name: calendars take a file with a name for a calendar of its own, and a reader
    /// wants the deadline in theirs.
    fn one(&self, announcement: &Announcement<'_>) -> Vec<u8> {
        let mut calendar = self.begin();
        self.event(&mut calendar, announcement);
        calendar.finish()
    }

    /// A calendar without METHOD, which is a picture of events and asks nobody to do anything (RFC 5545 §3.7.2). With
    /// `METHOD:PUBLISH` every event would need an ORGANIZER, an e-mail address (RFC 5546 §3.2.1), which some calendars
    /// would answer, and the server would have to repeat the method in its Content-Type, which a static one does not.
    fn begin(&self) -> Ical {
        let mut calendar = Ical::new();
        calendar.plain("VERSION", &[], "2.0");
        calendar.text("PRODID", &[], &format!("-//diptych//diptych//{}", self.code().to_uppercase()));
        calendar.plain("CALSCALE", &[], "GREGORIAN");
        calendar
    }

    fn event(&self, calendar: &mut Ical, announcement: &Announcement<'_>) {
        let site = self.news.composer.site;
        let facts = &announcement.public.notice.facts;
        let Some(deadline) = facts.deadline.and_then(Deadline::moment) else { return };
        let told = &announcement.told[self.side];
        let language = [("LANGUAGE", self.code())];
        let updated = announcement.updated.utc_compact();
        let is_cancelled = facts.cancelled.is_some();
        let revisions = usize::from(facts.extended.is_some()) + facts.corrected.len() + usize::from(is_cancelled);
        calendar.begin("VEVENT");
        calendar.text("UID", &[], &format!("{}@{}", facts.reference, site.tag.authority));
        // Without METHOD, it is when the event was revised last, not when the file was made (RFC 5545 §3.8.7.2).
        calendar.plain("DTSTAMP", &[], &updated);
        calendar.plain("CREATED", &[], &announcement.published.utc_compact());
        calendar.plain("LAST-MODIFIED", &[], &updated);
        calendar.plain("SEQUENCE", &[], &revisions.to_string());
        // In UTC, so that no VTIMEZONE is needed; without an end, so that it takes no time (RFC 5545 §3.6.1).
        calendar.plain("DTSTART", &[], &deadline.utc_compact());
        calendar.text("SUMMARY", &language, &self.summary(announcement));
        calendar.text("DESCRIPTION", &language, &self.description(announcement));
        if let Some(location) = told.fact("location") {
            calendar.text("LOCATION", &language, &location.value);
        }
        calendar.plain("URL", &[], &told.url);
        calendar.plain("STATUS", &[], if is_cancelled { "CANCELLED" } else { "CONFIRMED" });
        calendar.plain("TRANSP", &[], "TRANSPARENT");
        calendar.plain("CLASS", &[], "PUBLIC");
        if !is_cancelled {
            let alarm = self.say("calendar-alarm", named(&told.title, &facts.reference));
            for days in &site.alarms {
                calendar.begin("VALARM");
                calendar.plain("ACTION", &[], "DISPLAY");
                calendar.text("DESCRIPTION", &language, &alarm);
                calendar.plain("TRIGGER", &[], &format!("-P{days}D"));
                calendar.end();
            }
        }
        calendar.end();
    }

    /// Not every calendar shows STATUS, so that a cancelled event says it in its title.
    fn summary(&self, announcement: &Announcement<'_>) -> String {
        let facts = &announcement.public.notice.facts;
        let title = announcement.told[self.side].title.as_str();
        if facts.cancelled.is_none() {
            return self.say("calendar-summary", named(title, &facts.reference));
        }
        let notice = self.say("notice-title", named(title, &facts.reference));
        self.say("entry-cancelled-title", [("title", notice.into())])
    }

    /// What happened to the notice, what it is about, and where it stands in both languages.
    fn description(&self, announcement: &Announcement<'_>) -> String {
        let facts = &announcement.public.notice.facts;
        let date = |moment| Value::from(self.news.composer.setters[self.side].wording.moment(&moment).date);
        let deadline = facts.deadline.and_then(Deadline::moment);
        let happened = match (facts.cancelled, facts.extended, deadline) {
            (Some(cancelled), ..) => Some(self.say("calendar-cancelled", [("date", date(cancelled))])),
            (None, Some(extended), Some(deadline)) => {
                Some(self.say("entry-extended", [("from", date(extended.from)), ("date", date(deadline))]))
            }
            _ => None,
        };
        let told = &announcement.told[self.side];
        let rows = ["organisation", "location", "grade", "deadline"].into_iter().filter_map(|id| told.fact(id));
        let rows = rows.map(|row| self.row(&row.label, &row.value));
        let rows = rows.collect::<Vec<_>>().join("\n");
        let twin = Self { side: self.side.twin(), ..*self };
        let link = twin.row(&twin.say("entry-twin", []), &announcement.told[twin.side].url);
        let happened = happened.into_iter().chain(told.corrections.iter().cloned());
        let paragraphs = happened.chain([rows, told.url.clone(), link]);
        paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    fn row(&self, label: &str, value: &str) -> String {
        self.say("entry-fact", [("label", label.into()), ("value", value.into())])
    }

    fn say<const N: usize>(&self, message: &str, args: [(&str, Value<'_>); N]) -> String {
        self.news.composer.setters[self.side].wording.bundle.text(message, &Args::from(args))
    }

    fn code(&self) -> &str {
        &self.news.composer.site.languages[self.side].code
    }
}

/// The arguments of messages that name a notice.
fn named<'a>(title: &'a str, reference: &'a str) -> [(&'static str, Value<'a>); 2] {
    [("title", title.into()), ("reference", reference.into())]
}

impl Told {
    /// A row of the notice's facts.
    fn fact(&self, id: &str) -> Option<&crate::render::context::FactContext> {
        self.facts.iter().find(|fact| fact.id == id)
    }
}

/// The least that a calendar without events can hold, for it must hold something (RFC 5545 §3.6): a time zone that no
/// event names.
fn nothing(calendar: &mut Ical) {
    calendar.begin("VTIMEZONE");
    calendar.plain("TZID", &[], "UTC");
    calendar.begin("STANDARD");
    calendar.plain("DTSTART", &[], "19700101T000000");
    calendar.plain("TZOFFSETFROM", &[], "+0000");
    calendar.plain("TZOFFSETTO", &[], "+0000");
    calendar.end();
    calendar.end();
}
