// What the desk, the diptych view and the previewed pages share: words, dates, cookies, the server's pulse, a finding.

// --- Elements

/** An element with its attributes (`true` alone, `null` and `false` not at all) and its children (`null` is left out). */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

// --- Words

/**
 * The words of the interface. The server sends them ready; what only the page knows stands in braces and is put in here:
 * `{n}` a number, `{moment}` a date with its time. A number chooses between `ID-one` and `ID-other`.
 */
export class Words {
  constructor({ words, language, zone }) {
    this.language = language;
    this.zone = zone;
    this.locale = { en: 'en-GB', fr: 'fr-FR' }[language] ?? language;
    this.words = words;
    this.plural = new Intl.PluralRules(this.locale);
    this.digits = new Intl.NumberFormat(this.locale);
  }

  say(id, values = {}) {
    const text = this.words[id] ?? id;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  count(id, n) {
    const form = this.plural.select(n) === 'one' ? 'one' : 'other';
    return this.say(`${id}-${form}`, { n: this.digits.format(n) });
  }

  /** A date, in the site's zone unless another is given. `style` takes the options of `Intl.DateTimeFormat`. */
  date(instant, style = { day: 'numeric', month: 'long', year: 'numeric' }, timeZone = this.zone) {
    const parts = formatter(this.locale, { ...style, timeZone }).formatToParts(new Date(instant));
    const text = (part) => (part.type === 'day' && part.value === '1' ? this.say('desk-first-day') : part.value);
    return parts.map(text).join('');
  }

  time(instant, timeZone = this.zone) {
    const wall = wallTime(instant, timeZone);
    const [hh, mm] = [wall.slice(11, 13), wall.slice(14, 16)];
    return this.say(mm === '00' ? 'desk-hour' : 'desk-time', { hh, mm, h: String(Number(hh)) });
  }

  moment(instant, style, timeZone) {
    return this.say('desk-moment', { date: this.date(instant, style, timeZone), time: this.time(instant, timeZone) });
  }

  /** How far a day is from another, in words: tomorrow, in 6 days, in 3 months. */
  away(instant, now) {
    const day = (moment) => Date.parse(wallTime(moment, this.zone).slice(0, 10)) / 86_400_000;
    const days = day(instant) - day(now);
    const relative = new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' });
    const [size, unit] = [[14, 1, 'day'], [60, 7, 'week'], [550, 30.4, 'month'], [Infinity, 365, 'year']]
      .filter(([limit]) => Math.abs(days) < limit).map(([, size, unit]) => [size, unit])[0];
    return relative.format(Math.round(days / size), unit);
  }

  /** Puts the words into the elements that ask for them: `data-word`, and `data-word-ATTRIBUTE` for an attribute. */
  fill(root) {
    document.documentElement.lang = this.language;
    for (const element of root.querySelectorAll('[data-word]')) {
      element.textContent = this.say(element.dataset.word);
    }
    for (const attribute of ['aria-label', 'placeholder', 'title']) {
      for (const element of root.querySelectorAll(`[data-word-${attribute}]`)) {
        element.setAttribute(attribute, this.say(element.getAttribute(`data-word-${attribute}`)));
      }
    }
    for (const button of root.querySelectorAll('[data-language]')) {
      button.setAttribute('aria-pressed', String(button.dataset.language === this.language));
    }
  }
}

/** What a clock on the wall shows in a zone, such as `2025-05-08T00:01`: the form of a field for date and time. */
export function wallTime(instant, zone) {
  const format = formatter('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  return format.format(new Date(instant)).replace(' ', 'T');
}

const formatters = new Map();

/** A formatter of dates: dear to make, so made once. */
function formatter(locale, style) {
  const key = JSON.stringify([locale, style]);
  if (!formatters.has(key)) {
    formatters.set(key, new Intl.DateTimeFormat(locale, style));
  }
  return formatters.get(key);
}

// --- Cookies

export const LANGUAGE = 'diptych-language';
export const CLOCK = 'diptych-now';

export function readCookie(name) {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1) : null;
}

/** Sets a cookie until the browser is closed, or takes it away. */
export function writeCookie(name, value) {
  document.cookie = `${name}=${value ?? ''}; path=/; SameSite=Strict${value === null ? '; max-age=0' : ''}`;
}

// --- The server

/** The server does not answer. The pulse tells when it is back, and asks again. */
class Gone extends Error {}

/** An answer that is no older than the question. */
export async function ask(address) {
  try {
    return await fetch(address, { cache: 'no-store' });
  } catch {
    throw new Gone();
  }
}

/** What the server knows under an address, or null where it knows nothing. */
export async function json(address) {
  const answer = await ask(address);
  return answer.ok ? answer.json() : null;
}

/** What the server knows of the pair of a page. A notice whose address has changed is found again by its reference. */
export async function findPair(path, reference) {
  const pair = await json(`/-/findings.json?path=${encodeURIComponent(path)}`);
  if (pair || !reference) {
    return pair;
  }
  const desk = await json('/-/desk.json');
  const notice = desk?.notices.find((notice) => notice.reference === reference);
  const moved = notice && Object.values(notice.paths).find((other) => other && other !== path);
  return moved ? json(`/-/findings.json?path=${encodeURIComponent(moved)}`) : null;
}

/**
 * Calls `changed` whenever something may have changed, `stopped` when the server is gone, `back` when it is there again.
 * A browser keeps six connections to a server, over all its tabs: only what is seen holds one.
 */
export function listen({ changed, stopped, back }) {
  let source = null;
  let patience = null;
  let isGone = false;
  const close = () => {
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    source = new EventSource('/-/events');
    source.onmessage = () => {
      clearTimeout(patience);
      patience = null;
      if (isGone) {
        isGone = false;
        back();
      }
      changed();
    };
    source.onerror = () => {
      close();
      // A server that is started anew is back before anyone needs to hear of it.
      patience ??= setTimeout(() => {
        isGone = true;
        stopped();
      }, 2500);
      setTimeout(() => source ?? (document.hidden || open()), 1000);
    };
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : source ?? open()));
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', () => source ?? open());
  if (!document.hidden) {
    open();
  }
}

/** Runs a task, and once more if it was asked for while it ran. */
export function oneAtATime(task) {
  let isRunning = false;
  let isWanted = false;
  return async function run() {
    isWanted = true;
    if (isRunning) {
      return;
    }
    isRunning = true;
    try {
      while (isWanted) {
        isWanted = false;
        await task();
      }
    } catch (problem) {
      if (!(problem instanceof Gone)) {
        throw problem;
      }
    } finally {
      isRunning = false;
    }
  };
}

// --- Findings

/**
 * The languages whose editions a finding concerns, of those given; a finding about the site, its strings too, concerns all,
 * unless only the page of one language shows it.
 */
export function concerned(finding, languages) {
  const places = [finding.file, finding.twin?.file].filter(Boolean);
  const named = languages.filter((code) => places.some((file) => file.endsWith(`.${code}.md`)));
  const own = languages.filter((code) => code === finding.language);
  return [named, own, languages].find((found) => found.length > 0) ?? [];
}

/** A finding in full, in the form in which the server writes those of a page. `links` stand behind its place. */
export function describe(finding, words, ...links) {
  // A path is broken between its folders, never within a number.
  const path = (file) => file.split('/').flatMap((part, at) => (at === 0 ? [part] : ['/', make('wbr'), part]));
  const place = ({ file, line, column }) => make('code', {}, path(file), `:${line}:${column}`);
  // A list shows two lines of an excerpt, and what is meant must be among them.
  const shortened = (text) => (text.length > 60 ? `…${text.slice(-50)}` : text);
  const excerpt = ({ before, marked, after }) =>
    (before + marked + after).trim() ? make('pre', {}, make('code', {}, shortened(before), marked && make('mark', {}, marked), after)) : null;
  const beside = (link) => (link ? [' ', link] : []);
  const { twin, severity } = finding;
  return make('li', { class: severity },
    make('p', { class: 'message' }, make('span', { class: 'severity' }, words.say(`desk-severity-${severity}`)), ' ', finding.message),
    make('p', { class: 'place' }, place(finding), ...links.flatMap(beside)),
    excerpt(finding.excerpt),
    twin ? make('div', { class: 'twin' }, make('p', { class: 'place' }, place(twin), ' ', twin.message, ...beside(editorLink(twin, words))), excerpt(twin.excerpt)) : null,
    finding.hint ? make('p', { class: 'hint' }, finding.hint) : null);
}

/** The link that opens the writer's editor at a finding, if one is configured. */
export function editorLink(finding, words) {
  return finding.editor ? make('a', { class: 'editor', href: finding.editor }, words.say('desk-editor')) : null;
}
