// The diptych view: from findings.json to the two pages of a pair, side by side.
//
// Every word comes from `words` of findings.json, with braces for what only this page knows (see desk.js). With the pages
// in its frames (pane.js) it speaks by messages of its own origin: `ready`, `go` from them; `refresh` to them.

import { CLOCK, LANGUAGE, Words, concerned, describe, editorLink, findPair, json, listen, make, oneAtATime, readCookie, wallTime, writeCookie } from '/-/hinge.js';
import { Together } from '/-/together.js';

const byId = (id) => document.getElementById(id);
const panes = ['left', 'right'].map((side) => {
  const section = byId(side);
  const [frame, health, alone, missing] = ['iframe', '.health', '.alone', '.missing'].map((name) => section.querySelector(name));
  return { side, section, frame, health, alone, missing, code: null, path: null, isReady: false, isLoaded: false };
});
const together = new Together(panes.map((pane) => pane.frame));
let path = new URLSearchParams(location.search).get('path') ?? '/';
let pair = null;
let words = null;
/** What the next update is: one of the clock or the language, which is not marked as the writer's; the way to a place. */
let isQuiet = false;
let hash = '';
let isWay = false;

// --- The pair

const update = oneAtATime(async () => {
  const request = { quiet: isQuiet, hash, isWay };
  [isQuiet, hash, isWay] = [false, '', false];
  const asked = path;
  const found = await findPair(asked, pair?.reference);
  if (asked !== path) {
    // The writer has gone on to another page meanwhile, for which there is an update of its own.
    return;
  }
  if (!found) {
    await unknown();
    return;
  }
  const isSame = pair !== null && (sharesPath(found, pair) || Boolean(found.reference && found.reference === pair.reference));
  const codes = Object.keys(found.paths);
  if (!codes.some((code) => found.paths[code] === path)) {
    const own = codes.find((code) => pair?.paths[code] === path);
    path = found.paths[own] ?? found.paths[codes[0]] ?? found.paths[codes[1]];
    history.replaceState(null, '', address(path));
  }
  pair = found;
  words = new Words(found);
  if (request.isWay) {
    turnTo(panes[codes.findIndex((code) => found.paths[code] === path)]?.side);
  }
  render();
  if (!isSame) {
    together.restart();
  }
  panes.forEach((pane) => bring(pane, { isSame, ...request }));
});

const sharesPath = (one, other) => Object.keys(one.paths).some((code) => one.paths[code] && one.paths[code] === other.paths[code]);

const address = (path) => `/-/pair?path=${encodeURIComponent(path).replaceAll('%2F', '/')}`;

/** Brings a pane's page up to date: in place where it is the same page, by loading it where it is another. */
function bring(pane, { isSame, quiet, hash }) {
  const target = pair.paths[pane.code] ?? null;
  pane.section.classList.toggle('empty', target === null);
  if (target === null) {
    pane.path = null;
    return;
  }
  if (isSame && pane.isReady && pane.path !== null) {
    pane.path = target;
    tell(pane, { quiet });
  } else if (pane.path !== target || hash) {
    pane.path = target;
    pane.isReady = pane.isLoaded = false;
    pane.frame.contentWindow.location.replace(target + hash);
  } else if (pane.isLoaded && !pane.isReady) {
    // What stands there is no page of the site but what the server says instead.
    pane.isLoaded = false;
    pane.frame.contentWindow.location.replace(target);
  }
}

function tell(pane, { quiet = false } = {}) {
  const { language, zone } = words;
  const message = { diptych: 'refresh', path: pane.path, quiet, words: words.words, language, zone };
  pane.frame.contentWindow.postMessage(message, location.origin);
}

function go(to, place = '') {
  path = to;
  hash = place;
  isWay = true;
  history.pushState(null, '', address(to));
  update();
}

/** There is no such page: what stands in the panes is left as it was. */
async function unknown() {
  if (!words) {
    words = new Words(await json('/-/desk.json'));
    words.fill(document);
    byId('view').classList.add('unknown');
    byId('view').hidden = false;
    byId('loading').hidden = true;
  }
  byId('title').textContent = words.say('pair-unknown');
  byId('state').textContent = '';
  document.title = words.say('pair-unknown');
  byId('said').textContent = words.say('pair-unknown');
}

// --- What stands around the pages

function render() {
  byId('view').classList.remove('unknown');
  byId('view').hidden = false;
  byId('loading').hidden = true;
  words.fill(document);
  const codes = Object.keys(pair.paths);
  panes.forEach((pane, at) => {
    pane.code = codes[at];
    renderPane(pane);
  });
  for (const element of document.querySelectorAll('[data-name]')) {
    const { code } = panes.find((pane) => pane.side === element.dataset.name);
    element.textContent = words.say(`desk-language-${code}`);
    element.lang = code;
  }
  const title = pair.title[words.language] ?? Object.values(pair.title).find(Boolean) ?? path;
  byId('title').replaceChildren(...(pair.reference ? [make('span', { class: 'ref' }, pair.reference), ' '] : []), title);
  document.title = [pair.reference, title, 'diptych'].filter(Boolean).join(' – ');
  renderState();
  renderClock();
  renderView();
}

function renderState() {
  const { state } = pair;
  const isPrivate = ['draft', 'scheduled', 'withdrawn'].includes(state);
  const short = make('span', { class: isPrivate ? 'short' : null }, state && words.say(`desk-state-${state}`));
  const long = isPrivate ? make('span', { class: 'long' }, words.say(`pair-watermark-${state}`)) : null;
  byId('state').replaceChildren(...(state ? [make('span', { class: `tag tag-${state}` }, short, long)] : []));
}

function renderPane({ code, side, frame, health, alone, missing }) {
  const findings = pair.findings.filter((finding) => concerned(finding, Object.keys(pair.paths)).includes(code));
  const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  health.className = `health ${errors ? 'error' : warnings ? 'warning' : 'in-order'}`;
  const counts = [errors && words.count('desk-errors', errors), warnings && words.count('desk-warnings', warnings)].filter(Boolean);
  health.textContent = counts.join(', ') || words.say('desk-in-order');
  frame.title = words.say(`pair-page-${code}`);
  alone.hidden = !pair.paths[code];
  alone.href = pair.paths[code] ?? '/';
  alone.textContent = words.say('pair-alone');
  alone.setAttribute('aria-describedby', `${side}-title`);
  missing.hidden = Boolean(pair.paths[code]);
  missing.replaceChildren(make('p', {}, words.say('pair-no-page')),
    make('ol', { class: 'diptych-findings' }, findings.map((finding) => describe(finding, words, editorLink(finding, words)))));
}

// --- One page or both, their width, the divider

const narrow = matchMedia('(max-width: 49.99rem)');
const kept = (name, fallback) => localStorage.getItem(`diptych-${name}`) ?? fallback;
const keep = (name, value) => localStorage.setItem(`diptych-${name}`, value);

function renderView() {
  const own = panes.find((pane) => pane.code === words.language)?.side ?? 'left';
  const view = narrow.matches ? kept('side', own) : kept('view', 'both');
  byId('panes').dataset.view = view;
  byId('panes').dataset.width = kept('width', 'full');
  document.querySelector(`[name=view][value=${view}]`).checked = true;
  document.querySelector(`[name=width][value=${kept('width', 'full')}]`).checked = true;
  divide(Number(kept('divider', 50)));
}

/** A way to the other language, while only one is shown, leads to the other pane. */
function turnTo(side) {
  const single = byId('panes').dataset.view !== 'both';
  if (side && single) {
    keep(narrow.matches ? 'side' : 'view', side);
  }
}

function divide(share) {
  const held = Math.min(80, Math.max(20, Math.round(share)));
  byId('divider').setAttribute('aria-valuenow', String(held));
  byId('panes').style.setProperty('--share', String(held));
  keep('divider', held);
}

narrow.addEventListener('change', () => words && renderView());
document.addEventListener('change', ({ target }) => {
  if (target.name === 'view') {
    // On a narrow screen the choice is which page to see; it does not take the other one from a wide screen.
    keep(narrow.matches ? 'side' : 'view', target.value);
    renderView();
  } else if (target.name === 'width') {
    keep('width', target.value);
    renderView();
  }
});

byId('divider').addEventListener('keydown', (event) => {
  const now = Number(byId('divider').getAttribute('aria-valuenow'));
  const to = { ArrowLeft: now - 2, ArrowRight: now + 2, PageDown: now - 10, PageUp: now + 10, Home: 20, End: 80, Enter: 50 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    divide(to);
  }
});
byId('divider').addEventListener('dblclick', () => divide(50));
byId('divider').addEventListener('pointerdown', (event) => {
  event.preventDefault();
  byId('divider').focus();
  byId('divider').setPointerCapture(event.pointerId);
  byId('panes').classList.add('moving');
});
byId('divider').addEventListener('pointermove', (event) => {
  if (byId('divider').hasPointerCapture(event.pointerId)) {
    const { left, width } = byId('panes').getBoundingClientRect();
    divide(((event.clientX - left) / width) * 100);
  }
});
byId('divider').addEventListener('lostpointercapture', () => byId('panes').classList.remove('moving'));

// --- The clock

const SHORT = { day: 'numeric', month: 'short', year: 'numeric' };

function renderClock() {
  const isAway = readCookie(CLOCK) !== null;
  const moment = words.moment(pair.now);
  byId('clock-now').textContent = isAway ? words.moment(pair.now, SHORT) : words.say('pair-clock-present');
  byId('clock-label').textContent = words.say('pair-clock-field', { zone: pair.zone });
  byId('away').hidden = !isAway;
  byId('away-text').textContent = isAway ? words.say('pair-away', { moment, zone: pair.zone }) : '';
  const deadline = pair.deadline && pair.deadline !== 'ongoing' ? wallTime(pair.deadline, pair.zone) : null;
  const published = pair.published ? wallTime(pair.published, pair.zone) : null;
  const choices = [['now', ''], ['published', published], ['before', deadline], ['after', deadline && afterMinute(deadline)]];
  byId('clock-choices').replaceChildren(...choices.filter(([, at]) => at !== null && at !== undefined).map(([name, at]) => {
    const time = at ? make('span', { class: 'when' }, words.moment(`${at}Z`, SHORT, 'UTC')) : null;
    return make('li', {}, make('button', { type: 'button', class: 'quiet', 'data-at': at }, words.say(`pair-clock-${name}`), time && ' ', time));
  }));
}

/** The next minute: a deadline holds through its own. Midnight, which belongs to two days in people's minds, is passed. */
function afterMinute(wall) {
  const next = new Date(Date.parse(`${wall}Z`) + 60_000).toISOString().slice(0, 16);
  return next.endsWith('T00:00') ? afterMinute(next) : next;
}

function setClock(at) {
  writeCookie(CLOCK, at || null);
  isQuiet = true;
  byId('clock').hidePopover();
  update();
}

byId('clock').addEventListener('beforetoggle', ({ newState }) => {
  if (newState === 'open') {
    const { bottom, left } = byId('clock-button').getBoundingClientRect();
    byId('clock').style.setProperty('--top', `${bottom}px`);
    byId('clock').style.setProperty('--left', `${left}px`);
    byId('clock-field').value = wallTime(pair.now, pair.zone);
  }
});
byId('clock-form').addEventListener('submit', (event) => {
  event.preventDefault();
  setClock(byId('clock-field').value);
});
// A click into a page is a click elsewhere.
window.addEventListener('blur', () => document.activeElement?.nodeName === 'IFRAME' && byId('clock').hidePopover());

document.addEventListener('click', ({ target }) => {
  const button = target.closest('button');
  if (button?.dataset.language) {
    writeCookie(LANGUAGE, button.dataset.language);
    isQuiet = true;
    update();
  } else if (button?.dataset.at !== undefined) {
    setClock(button.dataset.at);
  } else if (button?.id === 'return') {
    setClock(null);
    byId('clock-button').focus();
  }
});

// --- The pages in the frames

for (const pane of panes) {
  pane.frame.addEventListener('load', () => {
    const { contentDocument: page, contentWindow } = pane.frame;
    pane.isLoaded = true;
    // Where nothing was served, the browser's own page stands, which nobody may look into.
    if (pane.path === null || !page || page.URL === 'about:blank') {
      return;
    }
    together.join(pane.frame);
    const now = decodeURI(contentWindow.location.pathname);
    if (now !== pane.path) {
      pane.path = now;
      go(now);
    }
  });
}

window.addEventListener('message', ({ origin, source, data }) => {
  const pane = panes.find((pane) => pane.frame.contentWindow === source);
  if (origin !== location.origin || !pane) {
    return;
  }
  if (data.diptych === 'ready') {
    pane.isReady = true;
    tell(pane, { quiet: true });
  } else if (data.diptych === 'go') {
    go(data.path, data.hash);
  }
});

window.addEventListener('popstate', () => {
  path = new URLSearchParams(location.search).get('path') ?? '/';
  update();
});

listen({
  changed: update,
  stopped: () => (byId('stopped').textContent = words ? words.say('desk-stopped') : ''),
  back: () => (byId('stopped').textContent = ''),
});
