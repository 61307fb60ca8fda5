//! A theme's templates in Tera, with the functions that they may call. The only place that knows Tera's faults.

use std::io::Write;
use std::sync::Arc;

use tera::value::Key;
use tera::{Context, Error, ErrorKind, Kwargs, Map, State, Tera, TeraResult, Value as TeraValue};

use super::assets::Assets;
use super::minify::{CLOSE, OPEN};
use super::templates::{THEME_PREFIX, Templates};
use crate::diagnostic::{Diagnostic, Rule, Text};
use crate::domain::{Bilingual, Languages, Place, Side, SitePath, Span};
use crate::picture::{Faces, Room};
use crate::strings::{Args, Bundle, Value};

/// The strings of both languages, shared with the functions of templates.
#[derive(Clone)]
pub struct Strings {
    /// The languages.
    pub languages: Languages,
    /// Their strings.
    pub bundles: Bilingual<Arc<Bundle>>,
}

/// The templates of one language.
pub(super) struct Environment {
    tera: Tera,
    /// The files of templates by name, for findings.
    files: Vec<(String, SitePath, String)>,
}

impl Environment {
    /// Links the templates.
    pub fn new(
        templates: &Templates,
        (assets, faces): (&Assets, &Faces),
        strings: &Strings,
        side: Side,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".html", ".xml", ".svg"]);
        tera.set_escape_fn(mark);
        let _ = tera.set_fallback_prefixes(vec![THEME_PREFIX]);
        let strings = strings.clone();
        tera.register_function("t", move |args: Kwargs, _: &State<'_>| translate(&args, &strings, side));
        tera.register_filter("group_by", |entries: &[TeraValue], args: Kwargs, _: &State<'_>| group(entries, &args));
        let assets = assets.clone();
        tera.register_function("asset", move |args: Kwargs, _: &State<'_>| -> TeraResult<String> {
            let path = args.must_get::<&str>("path")?;
            assets.url(path).ok_or_else(|| Error::message(format!("no asset {path}")))
        });
        let faces = faces.clone();
        tera.register_function("lines", move |args: Kwargs, _: &State<'_>| broken(&args, &faces));
        let files = templates
            .iter()
            .map(|template| (template.name.clone(), template.path.clone(), template.text.clone()))
            .collect();
        let mut environment = Self { tera, files };
        let sources: Vec<_> =
            templates.iter().map(|template| (template.name.as_str(), template.text.as_str())).collect();
        match environment.tera.add_raw_templates(sources) {
            Ok(()) => Ok(environment),
            Err(error) => Err(environment.findings(&error, Rule::InvalidTemplate)),
        }
    }

    /// Renders a template.
    pub fn render(&self, template: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.tera.render(template, context).map_err(|error| {
            let mut findings = self.findings(&error, Rule::TemplateError);
            Box::new(findings.remove(0))
        })
    }

    /// The place of a part of what a template wrote of its own, in that template or in another one; the beginning of that
    /// template where it stands in none.
    pub fn place(&self, template: &str, part: &str) -> Place {
        let is_it = |name: &str| name.trim_start_matches(THEME_PREFIX) == template;
        let (own, others): (Vec<_>, Vec<_>) = self.files.iter().partition(|file| is_it(&file.0));
        let in_file = |(_, path, source): &(String, SitePath, String)| {
            let at = source.find(part).filter(|_| !part.is_empty())?;
            Some(Place::new(path.clone(), Span::new(at, at + part.len())))
        };
        let top = || own.first().map_or_else(|| SitePath::new("site.yaml"), |(_, path, _)| path.clone());
        own.iter().chain(&others).find_map(|file| in_file(file)).unwrap_or_else(|| Place::top(top()))
    }

    /// Tera's faults as findings: at least one. Faults of linking come as a text with a place in each part.
    fn findings(&self, error: &Error, rule: Rule) -> Vec<Diagnostic> {
        let report = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
            _ => None,
        };
        if let Some(report) = report {
            let range = report.span().range.clone();
            return vec![self.finding(rule, report.message(), report.filename(), |_| Some(range.into()))];
        }
        let text = error.to_string();
        let parts = text.split("\n\nerror: ");
        parts.map(|part| self.linking(rule, part.trim_start_matches("error: "))).collect()
    }

    fn linking(&self, rule: Rule, text: &str) -> Diagnostic {
        let message = text.lines().next().unwrap_or_default();
        let place = text.lines().find_map(|line| line.trim().strip_prefix("--> "));
        let mut parts = place.unwrap_or_default().rsplitn(3, ':');
        let column = parts.next().and_then(|column| column.parse::<usize>().ok());
        let line = parts.next().and_then(|line| line.parse::<usize>().ok());
        let file = parts.next().unwrap_or_default();
        self.finding(rule, message, file, |source| {
            let start: usize = source.split_inclusive('\n').take(line?.checked_sub(1)?).map(str::len).sum();
            let at =
                start + source.get(start..)?.chars().take(column?.saturating_sub(1)).map(char::len_utf8).sum::<usize>();
            Some(Span::new(at, at))
        })
    }

    fn finding(&self, rule: Rule, message: &str, name: &str, span: impl FnOnce(&str) -> Option<Span>) -> Diagnostic {
        // A site's own template stands before the theme's of the same name.
        let in_theme = format!("{THEME_PREFIX}{name}");
        let named = |wanted: &str| self.files.iter().find(|(template, _, _)| template == wanted);
        let file = named(name).or_else(|| named(&in_theme)).or_else(|| {
            // Faults without a place name the template in their words.
            let named = |name: &str| {
                let bare = name.trim_start_matches(THEME_PREFIX);
                [name, bare].iter().find_map(|name| message.find(&format!("'{name}'")))
            };
            let mentions = self.files.iter().filter_map(|file| Some((named(&file.0)?, file)));
            mentions.min_by_key(|(at, _)| *at).map(|(_, file)| file)
        });
        let file = file.or_else(|| self.files.first());
        let place = match file {
            Some((_, path, source)) => {
                span(source).map_or_else(|| Place::top(path.clone()), |span| Place::new(path.clone(), span))
            }
            None => Place::top(SitePath::new("site.yaml")),
        };
        Diagnostic::new(rule, place, Text::new(rule.word()).with("problem", first_sentence(message)))
    }
}

/// The first line of a fault; the report ends the sentence itself.
fn first_sentence(message: &str) -> &str {
    message.lines().next().unwrap_or_default().trim_end_matches('.')
}

/// Escapes a value and marks it, so that it can be told from what the template wrote of its own.
fn mark(value: &str, out: &mut dyn Write) -> std::io::Result<()> {
    let mut sign = [0; 4];
    out.write_all(OPEN.encode_utf8(&mut sign).as_bytes())?;
    tera::escape_html(value, out)?;
    out.write_all(CLOSE.encode_utf8(&mut sign).as_bytes())
}

/// `group_by(attribute="…")`: the groups in the order of the list. Tera's own come in an order that differs from build to
/// build.
fn group(entries: &[TeraValue], args: &Kwargs) -> TeraResult<Map> {
    let attribute = args.must_get::<&str>("attribute")?;
    let mut groups: Vec<(Key<'static>, Vec<TeraValue>)> = Vec::new();
    for entry in entries {
        let Some(value) = entry.get_from_path(attribute) else {
            return Err(Error::message(format!("an entry has no {attribute}")));
        };
        let key = match (value.as_str(), value.as_i64()) {
            _ if value.is_none() => continue,
            (Some(text), _) => Key::from(text.to_owned()),
            (None, Some(number)) => Key::I64(number),
            (None, None) => return Err(Error::message(format!("{attribute} is neither a text nor a number"))),
        };
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, group)) => group.push(entry.clone()),
            None => groups.push((key, vec![entry.clone()])),
        }
    }
    Ok(groups.into_iter().map(|(key, group)| (key, group.into())).collect())
}

/// `t(id="…", language="…", name=value)`: a string of the page's language, or of the one that is named. In the names of
/// arguments `_` stands for `-`, which Tera does not allow there.
fn translate(args: &Kwargs, strings: &Strings, side: Side) -> TeraResult<String> {
    let id = args.must_get::<&str>("id")?;
    let side = match args.get::<&str>("language")? {
        Some(code) => strings.languages.side(code).ok_or_else(|| Error::message(format!("no language {code}")))?,
        None => side,
    };
    let named: Vec<(String, &TeraValue)> =
        args.iter().map(|(name, value)| (name.to_string().replace('_', "-"), value)).collect();
    let values: Args<'_> = named.iter().map(|(name, value)| (name.as_str().into(), argument(value))).collect();
    strings.bundles[side].format(id, &values).map_err(|problems| Error::message(problems.join("; ")))
}

/// `lines(text="…", face="…", size=…, width=…)`: a text broken into lines, for a picture. `least` is the size down to which
/// the letters may be made smaller, `most` bounds the lines, `height` what they take up together.
fn broken(args: &Kwargs, faces: &Faces) -> TeraResult<TeraValue> {
    let length = |name: &'static str| match args.get::<f64>(name)? {
        Some(length) if !(1.0..=10_000.0).contains(&length) => {
            Err(Error::message(format!("{name} must lie between 1 and 10000")))
        }
        length => Ok(length),
    };
    let needed = |name: &'static str| length(name)?.ok_or_else(|| Error::message(format!("lines needs {name}")));
    let (face, size) = (args.must_get::<&str>("face")?, needed("size")?);
    let room = Room {
        width: needed("width")?,
        height: length("height")?.unwrap_or(f64::INFINITY),
        most: args.get::<usize>("most")?.unwrap_or(usize::MAX),
        size,
        least: length("least")?.unwrap_or(size).min(size),
    };
    let text = args.must_get::<&str>("text")?;
    let broken = faces.lines(face, text, &room).ok_or_else(|| {
        let names: Vec<_> = faces.names().collect();
        let known = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        Error::message(format!("no face {face} in the folders `fonts`; there is {known}"))
    })?;
    Ok(TeraValue::from_serializable(&broken))
}

fn argument(value: &TeraValue) -> Value<'_> {
    match value.as_i64().and_then(|number| u64::try_from(number).ok()) {
        Some(count) => Value::Count(count),
        None => value.as_str().map_or_else(|| Value::from(value.to_string()), Value::from),
    }
}
