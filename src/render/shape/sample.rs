//! Filled samples of the contexts: every field stated, every list with an entry.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::domain::OptionValue;
use crate::render::context::{
    AlternateContext, ApplyContext, BlockContext, ClosedTemplate, DocumentContext, ExtensionContext, FaceContext,
    FacesTemplate, FactContext, HomeTemplate, ItemContext, LanguageContext, ListingContext, MomentContext,
    NoticeContext, NoticeTemplate, OptionContext, OrdinaryTemplate, PageContext, PostContext, SectionContext,
    SiteContext, TwinContext, YearContext,
};

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
    let faces = value(&FacesTemplate { faces: vec![face()], absolute_url: text() });
    BTreeMap::from([
        ("notice.html", shape(value(&NoticeTemplate { page: page.clone(), notice: notice() }))),
        ("home.html", shape(value(&HomeTemplate { page: page.clone(), vacancies: vec![listing()] }))),
        (
            "closed.html",
            shape(value(&ClosedTemplate {
                page: page.clone(),
                years: vec![YearContext { year: 2025, vacancies: vec![listing()] }],
            })),
        ),
        ("page.html", shape(value(&OrdinaryTemplate { page, content: text() }))),
        ("root.html", shape(faces.clone())),
        ("not-found.html", shape(faces)),
    ])
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
        language: language(),
        twin: language(),
        menu: vec![item()],
        footer: vec![item()],
        options: options.keys().map(|name| (name.replace('-', "_"), OptionContext::Text(text()))).collect(),
        time_zone: text(),
    }
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
        noindex: true,
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
        takes_applications: true,
        openings: 1,
        deadline: Some(moment()),
        published: Some(moment()),
        extended: Some(ExtensionContext { from: moment(), on: moment() }),
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
            blocks: vec![BlockContext { kind: "words", id: text(), title: Some(text()), html: text() }],
        }],
        apply: vec![ApplyContext { id: text(), audience: text(), text: text(), url: text() }],
    }
}

fn listing() -> ListingContext {
    ListingContext {
        reference: text(),
        title: text(),
        url: text(),
        summary: Some(text()),
        state: "open",
        deadline: Some(moment()),
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
    }
}

fn face() -> FaceContext {
    FaceContext {
        code: text(),
        locale: text(),
        name: text(),
        site_name: text(),
        home: text(),
        absolute_home: text(),
        closed: text(),
        menu: vec![item()],
    }
}
