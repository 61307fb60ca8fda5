//! From the lists of open notices to what the home page and the lists themselves lead to: every value by which notices
//! are found, with how many are open, and every order.

use super::compose::Composer;
use super::context::{FilterContext, HomeTemplate, KeysContext, ListContext, OrderContext, ValueContext};
use crate::domain::{Side, sorting_key};
use crate::plan::{Content, Dimension, List, Order, Public, Selection};
use crate::strings::{Args, Value as Argument};

impl Composer<'_> {
    /// A list beside the home page.
    pub(super) fn list(&self, side: Side, at: usize) -> HomeTemplate {
        let content = Content::List(side, at);
        let list = &self.plan.lists[at];
        let vacancies = self.plan.listed(&list.selection, side, self.site);
        let (context, [title, description]) = match &list.selection {
            Selection::Having(dimension, key) => {
                let (filter, value) = (self.filter_label(side, *dimension), self.value_label(side, *dimension, key));
                let args = Args::from([("filter", Argument::from(filter.clone())), ("value", value.clone().into())]);
                let text = |name| self.set(side, &self.setters[side].wording.bundle.text(name, &args));
                let texts = [text("list-filtered-title"), text("list-filtered-description")];
                (ListContext { filter: Some(filter), value: Some(value), order: None }, texts)
            }
            Selection::Sorted(order) => {
                let args = Args::from([("order", Argument::from(order.word()))]);
                let text = |name| self.set(side, &self.setters[side].wording.bundle.text(name, &args));
                let texts = [text("list-sorted-title"), text("list-sorted-description")];
                (ListContext { filter: None, value: None, order: Some(self.order_label(side, order.word())) }, texts)
            }
        };
        let mut page = self.page(content, "list", title, description);
        // The home page is the one to be found; a list leads on to the notices.
        page.robots = Some("noindex, follow".to_owned());
        HomeTemplate {
            page,
            list: Some(context),
            vacancies: vacancies.into_iter().map(|public| self.listing(public, side)).collect(),
            filters: self.filters(side, content),
            orders: self.orders(side, content),
        }
    }

    /// Every value by which open notices are found. One that no open notice has is left out, unless it is the page's own.
    pub(super) fn filters(&self, side: Side, current: Content) -> Vec<FilterContext> {
        let filter = |dimension: Dimension| FilterContext {
            id: dimension.word(),
            label: self.filter_label(side, dimension),
            values: self.values(side, dimension, current),
        };
        let mut filters: Vec<_> = Dimension::ALL.into_iter().map(filter).collect();
        filters.retain(|filter| !filter.values.is_empty());
        filters
    }

    fn values(&self, side: Side, dimension: Dimension, current: Content) -> Vec<ValueContext> {
        let value = |(at, list): (usize, &List)| match &list.selection {
            Selection::Having(of, key) if *of == dimension => Some(ValueContext {
                key: key.clone(),
                label: self.value_label(side, dimension, key),
                count: self.plan.listed(&list.selection, side, self.site).len(),
                url: self.url(&list.paths[side]),
                current: current == Content::List(side, at),
            }),
            _ => None,
        };
        let mut values: Vec<_> = self.plan.lists.iter().enumerate().filter_map(value).collect();
        values.retain(|value| value.count > 0 || value.current);
        // Grades and contracts stand as the vocabulary has them, names as people look for them.
        if matches!(dimension, Dimension::Location | Dimension::Organisation) {
            values.sort_by_cached_key(|value| sorting_key(&value.label));
        }
        values
    }

    /// The orders of the open notices: that of the home page, then the others.
    pub(super) fn orders(&self, side: Side, current: Content) -> Vec<OrderContext> {
        let order = |word: &'static str, content: Content, references: Vec<String>| OrderContext {
            id: word,
            label: self.order_label(side, word),
            url: self.url(&content.path(self.plan, self.site)),
            current: current == content,
            references,
        };
        let references = |notices: &[&Public]| -> Vec<String> {
            notices.iter().map(|public| public.notice.facts.reference.clone()).collect()
        };
        let open: Vec<_> = self.plan.open().collect();
        let mut orders = vec![order("deadline", Content::Home(side), references(&open))];
        for (at, list) in self.plan.lists.iter().enumerate() {
            if let Selection::Sorted(by) = &list.selection {
                let notices = self.plan.listed(&list.selection, side, self.site);
                orders.push(order(Order::word(*by), Content::List(side, at), references(&notices)));
            }
        }
        orders
    }

    /// The values of a notice, by which a script finds it.
    pub(super) fn keys(&self, public: &Public) -> KeysContext {
        let facts = &public.notice.facts;
        let grades = Dimension::Grade.of(public, &self.site.vocabulary);
        KeysContext {
            location: facts.location.clone(),
            organisation: facts.organisation.clone(),
            contract: facts.contract.clone(),
            grades: grades.into_iter().map(str::to_owned).collect(),
        }
    }

    fn filter_label(&self, side: Side, dimension: Dimension) -> String {
        self.set(side, &self.setters[side].wording.label("fact", dimension.word()))
    }

    fn value_label(&self, side: Side, dimension: Dimension, key: &str) -> String {
        self.set(side, &dimension.label(key, &self.setters[side].wording))
    }

    fn order_label(&self, side: Side, word: &str) -> String {
        self.set(side, &self.setters[side].wording.label("order", word))
    }
}
