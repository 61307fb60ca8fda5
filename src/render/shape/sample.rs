//! Filled samples of the contexts: every field stated, every list with an entry.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::domain::OptionValue;
use crate::render::context::{
    AlternateContext, ApplyContext, BlockContext, BoardContext, BoardTemplate, CalendarContext, CardTemplate,
    ClosedTemplate, CorrectionContext, DataContext, DocumentContext, ExtensionContext, FaceContext, FacesTemplate,
    FactContext, FeedContext, FeedLinkContext, FilterContext, FollowTemplate, HomeTemplate, ImageContext, ItemContext,
    JobContext, KeysContext, LanguageContext, ListContext, ListingContext, MomentContext, NoticeContext,
    NoticeTemplate, OptionContext, OrderContext, OrdinaryTemplate, PageContext, PictureContext, PostContext,
    PublisherContext, SearchContext, SearchTemplate, SectionContext, SiteContext, TwinContext, ValueContext,
    YearContext,
};
use crate::render::templates::{CARD, SEARCH_PAGE};

/// The name under which the shape of all templates for job boards stands.
pub(super) const BOARD: &str = "*.xml";

/// The shape of the context of each template that is rendered by itself.
pub(super) fn shapes(options: &BTreeMap<String, OptionValue>) -> BTreeMap<&'static str, Value> {
    let site = json!(site(options));
    let shape = |context: Value| match context {
        Value::Object(mut fields) => {
            fields.insert("site".to_owned(), site.clone());
            Value::Object(fields)
        }
        other => other,
    };
    let page = page();
    let faces = value(&FacesTemplate { kind: "root", faces: vec![face()], absolute_url: text() });
    BTreeMap::from([
        ("notice.html", shape(value(&NoticeTemplate { page: page.clone(), notice: notice() }))),
        ("home.html", shape(value(&home(page.clone())))),
        (
            "closed.html",
            shape(value(&ClosedTemplate {
                page: page.clone(),
                years: vec![YearContext { year: 2025, vacancies: vec![listing()] }],
            })),
        ),
        ("follow.html", shape(value(&follow(page.clone())))),
        (SEARCH_PAGE, shape(value(&SearchTemplate { page: page.clone(), search: SearchContext { script: text() } }))),
        ("page.html", shape(value(&OrdinaryTemplate { page, content: text() }))),
        (CARD, shape(value(&CardTemplate { vacancy: listing() }))),
        (BOARD, shape(value(&BoardTemplate { url: text(), updated: Some(text()), jobs: vec![job()] }))),
        ("root.html", shape(faces.clone())),
        ("not-found.html", shape(faces)),
    ])
}

fn home(page: PageContext) -> HomeTemplate {
    let value = ValueContext { key: text(), label: text(), count: 1, url: text(), current: true };
    HomeTemplate {
        page,
        list: Some(ListContext { filter: Some(text()), value: Some(text()), order: Some(text()) }),
        vacancies: vec![listing()],
        filters: vec![FilterContext { id: "location", label: text(), values: vec![value] }],
        orders: vec![OrderContext {
            id: "deadline",
            label: text(),
            url: text(),
            current: true,
            references: vec![text()],
        }],
    }
}

fn follow(page: PageContext) -> FollowTemplate {
    let feed = FeedContext { name: text(), title: text(), atom: Some(text()), rss: Some(text()), json: Some(text()) };
    FollowTemplate {
        page,
        feeds: vec![feed],
        calendar: Some(CalendarContext { url: text(), absolute_url: text(), webcal: text() }),
        data: DataContext { json: Some(text()), csv: Some(text()), schema: Some(text()) },
        boards: vec![BoardContext { name: text(), url: text() }],
    }
}

fn job() -> JobContext {
    JobContext {
        reference: text(),
        title: text(),
        url: text(),
        twin_url: text(),
        summary: Some(text()),
        content: text(),
        published: Some(moment()),
        published_rfc822: Some(text()),
        updated_rfc822: Some(text()),
        deadline: Some(moment()),
        organisation: Some(text()),
        employer: Some(text()),
        location: Some(text()),
        locality: Some(text()),
        country: Some(text()),
        grade: Some(text()),
        schedule: Some(text()),
        contract: Some(text()),
        salary: Some(text()),
        salary_from: Some(text()),
        salary_to: Some(text()),
        currency: Some(text()),
        period: Some("month"),
        openings: 1,
        employment_types: vec!["FULL_TIME"],
    }
}

fn value(context: &impl Serialize) -> Value {
    serde_json::to_value(context).unwrap_or_default()
}

fn text() -> String {
    "text".to_owned()
}

fn site(options: &BTreeMap<String, OptionValue>) -> SiteContext {
    SiteContext {
        name: text(),
        address: text(),
        home: text(),
        closed: text(),
        follow: Some(text()),
        search: Some(text()),
        language: language(),
        twin: language(),
        menu: vec![item()],
        footer: vec![item()],
        options: options.iter().map(|(name, value)| (name.replace('-', "_"), option(value))).collect(),
        time_zone: text(),
        time_zone_id: text(),
        feeds: vec![feed_link()],
        publisher: Some(PublisherContext { name: text(), url: Some(text()) }),
        social_tags: true,
    }
}

fn option(value: &OptionValue) -> OptionContext {
    match value {
        OptionValue::Picture(_) => {
            OptionContext::Picture(Some(PictureContext { url: text(), width: Some(1), height: Some(1) }))
        }
        OptionValue::Flag(_) | OptionValue::Text(_) | OptionValue::Colour(_) => OptionContext::Text(text()),
    }
}

fn feed_link() -> FeedLinkContext {
    FeedLinkContext { title: text(), r#type: "application/atom+xml", url: text() }
}

fn language() -> LanguageContext {
    LanguageContext { code: text(), locale: text(), name: text(), home: text() }
}

fn item() -> ItemContext {
    ItemContext { title: text(), url: text() }
}

fn page() -> PageContext {
    PageContext {
        kind: "notice",
        title: text(),
        head_title: text(),
        description: text(),
        url: text(),
        absolute_url: text(),
        twin: TwinContext { code: text(), name: text(), url: text(), absolute_url: text() },
        alternates: vec![AlternateContext { code: text(), absolute_url: text() }],
        x_default: text(),
        robots: Some(text()),
        structured_data: vec![text()],
        image: Some(ImageContext { url: text(), width: 1200, height: 630, alt: text() }),
    }
}

fn moment() -> MomentContext {
    MomentContext { iso: text(), date: text(), time: text() }
}

fn notice() -> NoticeContext {
    NoticeContext {
        reference: text(),
        title: text(),
        summary: Some(text()),
        state: "open",
        new: true,
        takes_applications: true,
        openings: 1,
        deadline: Some(moment()),
        closes: Some(text()),
        published: Some(moment()),
        extended: Some(ExtensionContext { from: moment(), on: moment() }),
        corrections: vec![CorrectionContext { on: moment(), text: text() }],
        cancelled: Some(moment()),
        filled: Some(moment()),
        facts: vec![FactContext { id: "grade", label: text(), value: text() }],
        posts: vec![PostContext {
            number: Some(text()),
            title: Some(text()),
            openings: 1,
            direct_reports: Some(1),
            indirect_reports: Some(1),
            job_description: Some(DocumentContext { url: text(), file: true }),
        }],
        sections: vec![SectionContext {
            id: text(),
            number: 1,
            title: text(),
            intro: Some(text()),
            while_open: true,
            blocks: vec![BlockContext {
                kind: "words",
                id: text(),
                title: Some(text()),
                while_open: true,
                html: text(),
            }],
        }],
        apply: vec![ApplyContext { id: text(), audience: text(), text: text(), url: text() }],
        employer: Some(text()),
        calendar: Some(text()),
        share: text(),
    }
}

fn listing() -> ListingContext {
    ListingContext {
        reference: text(),
        title: text(),
        url: text(),
        summary: Some(text()),
        state: "open",
        new: true,
        deadline: Some(moment()),
        closes: Some(text()),
        published: Some(moment()),
        ended: Some(moment()),
        openings: 1,
        extended: true,
        location: Some(text()),
        organisation: Some(text()),
        grade: Some(text()),
        schedule: Some(text()),
        contract: Some(text()),
        salary: Some(text()),
        keys: KeysContext {
            location: Some(text()),
            organisation: Some(text()),
            contract: Some(text()),
            grades: vec![text()],
        },
    }
}

fn face() -> FaceContext {
    FaceContext {
        code: text(),
        locale: text(),
        name: text(),
        site_name: text(),
        title: text(),
        home: text(),
        absolute_home: text(),
        closed: text(),
        follow: Some(text()),
        search: Some(text()),
        menu: vec![item()],
        feeds: vec![feed_link()],
    }
}
