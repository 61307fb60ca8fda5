// The desk: from desk.json to all notices with their states, both editions' health, the dates ahead, and what is wrong.
//
// Every word comes from `words` of desk.json. What only this page knows stands there in braces: `{n}` a number, `{moment}` a
// date with its time, `{zone}` the time zone; `desk-hour`, `desk-time` and `desk-moment` say how times are written.
// The page is built anew from each desk.json and brought into step in place (see shown.js): nothing here keeps elements.

import { CLOCK, LANGUAGE, Words, ask, describe, editorLink, listen, make, oneAtATime, readCookie, writeCookie } from '/-/hinge.js';
import { Shown } from '/-/shown.js';

/** The groups of notices, in the order in which a morning's work goes through them; the last one stays folded. */
const GROUPS = [
  { name: 'draft', states: ['draft'], order: (notice) => instant(notice.published) },
  { name: 'scheduled', states: ['scheduled'], order: (notice) => instant(notice.published) },
  { name: 'closing-soon', states: ['closing-soon'], order: due },
  { name: 'open', states: ['open'], order: due },
  { name: 'past', states: ['closed', 'cancelled', 'filled', 'withdrawn'], order: due, isPast: true },
];
/** How much of a long list is shown before it is asked for. */
const FIRST = { wrong: 5, dates: 12, group: 40 };
const SEARCH_KEY = 'diptych-search-key';

const field = document.getElementById('search');
const said = document.getElementById('said');
const shown = new Shown(document.getElementById('desk'));
/** The lists that are shown in full. */
const whole = new Set();
let desk = null;
let words = null;
let haystacks = new Map();
let lastHealth = null;
/** How many notices and pages the search has found. */
let found = 0;
/** How far the server's clock is ahead of this one. */
let ahead = 0;

// --- From the server

const load = oneAtATime(async () => {
  const answer = await ask('/-/desk.json');
  if (!answer.ok) {
    // There is no site to speak of: the server says what is wrong in its own words.
    shown.become(make('main', { id: 'desk' }, make('pre', { class: 'sheet' }, await answer.text())));
    return;
  }
  desk = await answer.json();
  ahead = Date.parse(desk.now) - Date.now();
  words = new Words(desk);
  haystacks = new Map(desk.notices.map((notice) => [notice, haystack(notice)]));
  words.fill(document);
  document.getElementById('site').textContent = desk.site.name[desk.language];
  document.title = `${words.say('desk-title')} – ${desk.site.name[desk.language]}`;
  document.getElementById('stopped').textContent = '';
  render();
  const health = healthOf(desk.findings);
  if (lastHealth !== null && lastHealth !== health) {
    said.textContent = health;
  }
  lastHealth = health;
});

function render() {
  renderNow();
  const focused = document.activeElement?.id;
  const main = make('main', { id: 'desk' }, wrong(), notices(), datesAhead());
  shown.become(main);
  const isSearching = sought().length > 0;
  for (const group of document.querySelectorAll('details.group')) {
    if (isSearching ? !group.open : group.hasAttribute('data-opened')) {
      group.open = isSearching;
      group.toggleAttribute('data-opened', isSearching);
    }
  }
  if (focused && document.activeElement === document.body) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

/** The present instant, and the way back to it from another. */
function renderNow() {
  const moment = words.moment(desk.now, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const isAway = readCookie(CLOCK) !== null;
  const back = isAway ? make('button', { type: 'button', id: 'return', class: 'quiet' }, words.say('desk-return')) : null;
  const line = make('p', { id: 'now', class: isAway ? 'moved' : null },
    make('time', { datetime: desk.now }, words.say(isAway ? 'desk-as-on' : 'desk-now', { moment, zone: desk.zone })), back && ' ', back);
  const old = document.getElementById('now');
  if (!old.isEqualNode(line)) {
    old.replaceWith(line);
  }
}

// --- What is wrong

function healthOf(findings) {
  const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const parts = [errors && words.count('desk-errors', errors), warnings && words.count('desk-warnings', warnings)];
  return parts.filter(Boolean).join(', ') || words.say('desk-clean');
}

function wrong() {
  const { findings } = desk;
  const isBad = findings.some((finding) => finding.severity === 'error');
  if (findings.length === 0) {
    return make('section', { id: 'wrong', class: 'sheet clean' }, make('p', { class: 'health in-order' }, words.say('desk-clean')));
  }
  const list = shorten('wrong', findings, FIRST.wrong);
  return make('section', { id: 'wrong', class: 'sheet', 'aria-labelledby': 'wrong-title' },
    make('div', { class: 'head' },
      make('h2', { id: 'wrong-title' }, words.say('desk-wrong')),
      make('p', { class: `health ${isBad ? 'error' : 'warning'}` }, healthOf(findings))),
    make('ol', { class: 'diptych-findings' }, list.map((finding) => describe(finding, words, pairLink(finding), editorLink(finding, words)))),
    more('wrong', findings, list));
}

/** The link to the pages that a finding concerns. */
function pairLink(finding) {
  const notice = desk.notices.find((notice) => notice.reference === finding.reference && notice.pair);
  if (!notice) {
    return null;
  }
  return make('a', { href: notice.pair }, words.say('desk-see'), make('span', { class: 'hidden' }, ` (${notice.reference})`));
}

// --- The notices

function due(notice) {
  return instant(dated(notice.deadline));
}

/** An instant as a number; what has none comes after all others. */
function instant(text) {
  return text ? Date.parse(text) : Number.MAX_SAFE_INTEGER;
}

/** The instant of a deadline, unless there is none. */
function dated(deadline) {
  return deadline && deadline !== 'ongoing' ? deadline : null;
}

function notices() {
  const parts = sought();
  const isSought = (text) => parts.every((part) => text.includes(part));
  const matching = desk.notices.filter((notice) => isSought(haystacks.get(notice)));
  const groups = GROUPS.map((group) => groupOf(group, matching)).filter(Boolean);
  const pages = desk.pages.filter((page) => isSought(haystack(page)));
  found = matching.length + pages.length;
  return make('div', { id: 'notices', tabindex: '-1' },
    desk.notices.length + desk.findings.length === 0 ? make('p', { class: 'sheet empty' }, words.say('desk-no-notices')) : null,
    parts.length > 0 && found === 0 ? make('p', { class: 'sheet empty' }, words.say('desk-found-none')) : null,
    groups,
    pages.length > 0 ? sectionOf('pages', pages, pages.map(pageRow)) : null);
}

function groupOf({ name, states, order, isPast }, matching) {
  const members = matching.filter((notice) => states.includes(notice.state));
  if (members.length === 0) {
    return null;
  }
  const turn = isPast ? -1 : 1;
  members.sort((one, other) => turn * (order(one) - order(other)) || one.reference.localeCompare(other.reference));
  const list = shorten(name, members, FIRST.group);
  return sectionOf(name, members, [...list.map(noticeRow)], more(name, members, list), isPast);
}

function sectionOf(name, members, rows, rest = null, isFolded = false) {
  const title = [words.say(`desk-group-${name}`), ' ', make('span', { class: 'number' }, words.digits.format(members.length))];
  const list = make('ol', { class: 'rows' }, rows);
  const id = `group-${name}`;
  if (isFolded) {
    return make('details', { class: 'group sheet', id }, make('summary', { id: `${id}-title` }, make('h2', {}, title)), list, rest);
  }
  return make('section', { class: 'group sheet', id, 'aria-labelledby': `${id}-title` }, make('h2', { id: `${id}-title` }, title), list, rest);
}

function noticeRow(notice) {
  const codes = Object.keys(notice.titles);
  const faces = codes.map((code) => make('span', { class: 'face', lang: code }, notice.titles[code] ?? '…'));
  const id = `notice-${notice.reference}`;
  return make('li', { id: `row-${notice.reference}` },
    make('p', { class: 'reference' }, make('span', {}, notice.reference), ' ', tag(notice.state)),
    notice.pair ? make('a', { class: 'faces', id, href: notice.pair }, faces) : make('p', { class: 'faces', id }, faces),
    make('div', { class: 'healths' }, codes.map((code) => health(notice, code))),
    make('p', { class: 'due' }, dueLine(notice)));
}

function tag(state) {
  return make('span', { class: `tag tag-${state}` }, words.say(`desk-state-${state}`));
}

/** How an edition is: a sign, the language and a word. */
function health(notice, code) {
  const [errors, warnings] = [notice.errors[code], notice.warnings[code]];
  const state = errors ? 'error' : warnings ? 'warning' : notice.paths[code] ? 'in-order' : 'warning';
  const counts = [errors && words.count('desk-errors', errors), warnings && words.count('desk-warnings', warnings)].filter(Boolean);
  const text = counts.join(', ') || words.say(notice.paths[code] ? 'desk-in-order' : 'desk-no-page');
  const language = make('span', { lang: code }, words.say(`desk-language-${code}`));
  return make('p', { class: `health ${state}` }, language, ' ', make('span', {}, text));
}

function dueLine(notice) {
  const date = (instant) => make('time', { datetime: instant }, words.date(instant, { day: 'numeric', month: 'short', year: 'numeric' }));
  const label = (id) => make('span', { class: 'label' }, words.say(id));
  const closing = dated(notice.deadline);
  if (['draft', 'scheduled'].includes(notice.state) && notice.published) {
    return [label('desk-publication'), ' ', date(notice.published)];
  }
  return closing ? [label('desk-deadline'), ' ', date(closing)] : make('span', { class: 'label' }, words.say('desk-ongoing'));
}

function pageRow(page) {
  const faces = Object.entries(page.titles).map(([code, title]) => make('span', { class: 'face', lang: code }, title ?? '…'));
  return make('li', {}, make('a', { class: 'faces', href: page.pair ?? page.paths[desk.language] }, faces));
}

// --- Long lists

function shorten(name, list, first) {
  return whole.has(name) || list.length <= first + 1 ? list : list.slice(0, first);
}

function more(name, all, part) {
  if (all.length === part.length) {
    return null;
  }
  const text = words.say('desk-more', { n: words.digits.format(all.length - part.length) });
  return make('p', { class: 'more' }, make('button', { type: 'button', class: 'quiet', 'data-more': name }, text));
}

// --- The dates ahead

/** From now on: what is published and what closes, each with its day, its distance, and a link to the pair. */
function datesAhead() {
  const now = Date.parse(desk.now);
  const dates = desk.notices.flatMap((notice) => [
    notice.state === 'scheduled' && { at: notice.published, kind: 'published', notice },
    ['scheduled', 'open', 'closing-soon'].includes(notice.state) && { at: dated(notice.deadline), kind: 'closes', notice },
  ]).filter((date) => date && date.at && Date.parse(date.at) >= now);
  dates.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const list = shorten('dates', dates, FIRST.dates);
  const start = make('li', { class: 'start' }, make('p', { class: 'when' }, make('time', { datetime: desk.now }, words.say('desk-today'))));
  return make('section', { id: 'dates', class: 'sheet', 'aria-labelledby': 'dates-title' },
    make('h2', { id: 'dates-title' }, words.say('desk-dates')),
    dates.length === 0 ? make('p', {}, words.say('desk-no-dates')) : null,
    dates.length === 0 ? null : make('ol', { class: 'time-line' }, start, list.map((date, at) => dateItem(date, list[at - 1]?.at ?? desk.now))),
    more('dates', dates, list));
}

function dateItem({ at, kind, notice }, before) {
  const title = notice.titles[desk.language] ?? notice.reference;
  const name = notice.pair ? make('a', { href: notice.pair }, title) : make('span', {}, title);
  // The rail is longer where more time passes, up to a measure.
  const days = (Date.parse(at) - Date.parse(before)) / 86_400_000;
  const far = Math.min(5, Math.max(0, Math.round(Math.log2(days + 1))));
  const isSoon = notice.state === 'closing-soon' && kind === 'closes';
  return make('li', { class: `${kind} far-${far}${isSoon ? ' soon' : ''}` },
    make('p', { class: 'when' }, make('time', { datetime: at }, words.moment(at, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }))),
    make('p', { class: 'what' }, make('span', {}, words.say(kind === 'closes' ? 'desk-closes' : 'desk-published')), ' ', make('span', { class: 'away' }, words.away(at, desk.now))),
    make('p', {}, name, ' ', make('span', { class: 'ref' }, notice.reference)));
}

// --- The search

/** A text as it is compared: small letters, no accents, one kind of apostrophe. */
function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/[’ʼ]/g, "'");
}

function haystack({ reference = '', titles, state }) {
  return plain([reference, ...Object.values(titles), state ? words.say(`desk-state-${state}`) : ''].join('\n'));
}

/** The parts of what is typed: each must be found. */
function sought() {
  return plain(field.value).split(/\s+/).filter(Boolean);
}

let telling = null;

function search() {
  if (!desk) {
    return;
  }
  render();
  clearTimeout(telling);
  // Said when the typing pauses, not at each letter.
  telling = setTimeout(() => {
    const text = found === 0 ? words.say('desk-found-none') : words.say('desk-found', { n: words.digits.format(found) });
    said.textContent = sought().length === 0 ? '' : text;
  }, 500);
}

const links = () => [...document.querySelectorAll('#notices a.faces')].filter((link) => link.checkVisibility());

// --- What the writer does

field.addEventListener('input', search);
document.getElementById('search-form').addEventListener('submit', (event) => {
  event.preventDefault();
  links()[0]?.click();
});

const keyOn = document.getElementById('search-key-on');
keyOn.checked = localStorage.getItem(SEARCH_KEY) !== 'off';
const showKey = () => (document.getElementById('search-key').hidden = !keyOn.checked);
keyOn.addEventListener('change', () => {
  localStorage.setItem(SEARCH_KEY, keyOn.checked ? 'on' : 'off');
  showKey();
});
showKey();

document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest('input:not([type=checkbox]), textarea, select');
  if (event.key === '/' && keyOn.checked && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field.focus();
    field.select();
  } else if (event.key === 'Escape' && event.target === field && field.value) {
    event.preventDefault();
    field.value = '';
    search();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    walk(event);
  }
});

/** The arrows go from the search through the notices and back. */
function walk(event) {
  const stops = [field, ...links()];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at >= 0 && next) {
    event.preventDefault();
    next.focus();
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.language) {
    writeCookie(LANGUAGE, button.dataset.language);
    load();
  } else if (button?.dataset.more) {
    whole.add(button.dataset.more);
    const list = button.closest('section, details').querySelector('ol');
    const count = list.children.length;
    render();
    list.children[count]?.querySelector('a, pre')?.focus();
  } else if (button?.id === 'return') {
    writeCookie(CLOCK, null);
    load();
    field.focus();
  }
});

listen({
  changed: load,
  stopped: () => (document.getElementById('stopped').textContent = words ? words.say('desk-stopped') : ''),
  back: () => (document.getElementById('stopped').textContent = ''),
});

// The clock goes on without the server telling so, unless it was set to stand still.
setInterval(() => {
  if (desk && !document.hidden && readCookie(CLOCK) === null) {
    desk.now = new Date(Date.now() + ahead).toISOString();
    renderNow();
  }
}, 10_000);
