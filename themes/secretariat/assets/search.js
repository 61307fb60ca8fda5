// Searches all notices in the language of the page. The index is made by diptych, and Pagefind searches it in the browser:
// nothing of it is loaded before somebody wants to search. All words stand in the page.

const AT_ONCE = 10;
const PAUSE = 250;
const MOST_SECTIONS = 3;

const room = document.querySelector('.search');
const sample = (name) => room.querySelector(`template[data-part=${name}]`).content.firstElementChild.cloneNode(true);
const form = sample('form');
const field = form.querySelector('input');
const status = room.querySelector('[role=status]');
const lists = room.querySelector('.search-lists');
const groups = [...room.querySelectorAll('.search-group')];
const twin = document.querySelector('a.language');
const twinAddress = twin?.getAttribute('href');

const script = room.dataset.script;
const entry = new URL('pagefind-entry.json', new URL(script, location));

let engine;
let edition;
let turn = 0;
let timer;

/** What names the files of the index. It changes with every publication that changes a notice. */
async function published() {
  const response = await fetch(entry, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${entry}: ${response.status}`);
  return response.text();
}

/** Makes Pagefind take up an edition of the index, whatever a cache still has. */
async function take(pagefind, present) {
  const [{ hash }] = Object.values(JSON.parse(present).languages);
  await pagefind.options({ baseUrl: '/', excerptEllipsis: '…', metaCacheTag: hash });
  await pagefind.init();
  edition = present;
}

async function load() {
  const [present, pagefind] = await Promise.all([published(), import(script)]);
  await take(pagefind, present);
  return pagefind;
}

function loaded() {
  engine ??= load().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

/** The results of each group. If the site was published anew since the index was loaded, that one is gone. */
async function found(words) {
  const pagefind = await loaded();
  const ask = async () => {
    const answers = await Promise.all(groups.map((group) =>
      pagefind.search(words, { filters: { state: { any: group.dataset.states.split(' ') } } })));
    const results = answers.map((answer) => answer.results);
    const first = await results.flat()[0]?.data();
    return first && holds(first, words) ? results : groups.map(() => []);
  };
  const [present, results] = await Promise.all([published(), ask().catch(() => undefined)]);
  if (results && present === edition) return results;
  await pagefind.destroy();
  await take(pagefind, present);
  return ask();
}

/**
 * Whether what was found holds all the words. In place of a word that no notice holds, Pagefind looks for shorter and
 * shorter beginnings of it, down to “a”, or for nothing; it does so for all results alike.
 */
function holds({ raw_content: content, locations, meta }, words) {
  const bare = (word) => word.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const all = content.split(/[^\S\ufeff]+/);
  const marked = [...locations.map((at) => all[at] ?? ''), ...Object.values(meta).flatMap((value) => value.split(/\s+/))];
  const known = marked.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}\p{M}]+/u)]).map(bare);
  const isLike = (one, other) => other.startsWith(one.slice(0, Math.ceil(one.length / 2))) && other !== '';
  return words.split(/\s+/).map(bare).every((word) => known.some((other) => isLike(word, other)));
}

/** The elided article before a word is no part of it: « l’analyste » is looked for as « analyste ». */
const sought = (words) => words.replace(/(?<!\p{L})(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’]/giu, ' ').trim();

/** Signs as they were set, which the index knows by stand-ins. */
const set = (text) => text.replaceAll('\u2060', '\u202f').replaceAll('\ufeff', '\u00a0').replaceAll("'", '’');

/** An excerpt is text in which `<mark>` is markup, and `<` and `>` of its own are escaped. */
function excerpt(html) {
  return html.split(/<mark>(.*?)<\/mark>/s).flatMap((part, at) => {
    const text = set(part.replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
    if (at % 2 === 0) return text;
    // What is marked goes from blank to blank.
    const [, before, word, after] = /^([^\p{L}\p{N}]*(?:(?:[cdjlmnst]|qu)’)?)(.*?)([^\p{L}\p{N}]*)$/siu.exec(text);
    const mark = document.createElement('mark');
    mark.textContent = word;
    return [before, mark, after];
  });
}

/** The excerpt of a section, without its heading, which stands before it. */
function passage({ excerpt, plain_excerpt: plain, title }) {
  const length = plain.startsWith(`${title}.`) ? title.split(' ').length : 0;
  return excerpt.split(' ').slice(length).join(' ');
}

function item(data) {
  const one = sample('result');
  const part = (name) => one.querySelector(`[data-part=${name}]`);
  part('title').textContent = set(data.meta.title);
  part('title').href = data.url;
  for (const name of ['reference', 'location', 'organisation', 'deadline', 'ongoing']) {
    const value = data.meta[name];
    if (value) part(name).textContent = part(name).textContent.replace('#', () => set(value));
    else part(name).remove();
  }
  for (const tag of one.querySelectorAll('[data-state]')) {
    if (!data.filters.state.includes(tag.dataset.state)) tag.remove();
  }
  const sections = data.sub_results.filter((section) => section.anchor);
  const best = [...sections].sort((one, other) => other.locations.length - one.locations.length).slice(0, MOST_SECTIONS);
  const list = part('sections');
  const entry = list.firstElementChild;
  list.replaceChildren(...sections.filter((section) => best.includes(section)).map((section) => {
    const line = entry.cloneNode(true);
    line.querySelector('a').textContent = set(section.title);
    line.querySelector('a').href = section.url;
    line.querySelector('span').append(...excerpt(passage(section)));
    return line;
  }));
  if (best.length > 0) part('excerpt').remove();
  else {
    list.remove();
    part('excerpt').append(...excerpt(data.excerpt));
  }
  return one;
}

/** Adds the next results to a group. */
async function extend(group, results, own) {
  const list = group.querySelector('ol');
  const from = list.childElementCount;
  const next = await Promise.all(results.slice(from, from + AT_ONCE).map((result) => result.data()));
  if (own !== turn) return;
  list.append(...next.map(item));
  group.querySelector('.search-more').hidden = list.childElementCount >= results.length;
}

function say(state, count = 0) {
  const shown = { one: '1', other: count.toLocaleString(document.documentElement.lang) }[state];
  status.textContent = (status.dataset[state] ?? '').replace('#', () => shown);
  lists.hidden = !['none', 'failed'].includes(state);
  for (const words of lists.querySelectorAll('[data-when]')) words.hidden = words.dataset.when !== state;
}

function remember(words) {
  const query = words ? `?${new URLSearchParams({ q: words })}` : '';
  history.replaceState(null, '', `${location.pathname}${query}`);
  twin?.setAttribute('href', twinAddress + query);
}

async function search() {
  clearTimeout(timer);
  const own = ++turn;
  const words = field.value.trim();
  remember(words);
  try {
    if (!edition && words) say('busy');
    const results = words ? await found(sought(words) || words) : groups.map(() => []);
    if (own !== turn) return;
    for (const group of groups) group.querySelector('ol').replaceChildren();
    await Promise.all(groups.map((group, at) => extend(group, results[at], own)));
    if (own !== turn) return;
    groups.forEach((group, at) => {
      group.hidden = results[at].length === 0;
      group.querySelector('h2 span').textContent = `(${results[at].length.toLocaleString(document.documentElement.lang)})`;
      group.querySelector('.search-more').onclick = async () => {
        const first = group.querySelector('ol').childElementCount;
        try {
          await extend(group, results[at], own);
          group.querySelector('ol').children[first]?.querySelector('a').focus();
        } catch {
          say('failed');
        }
      };
    });
    const count = results.flat().length;
    say(words ? ['none', 'one'][count] ?? 'other' : 'nothing', count);
  } catch {
    if (own !== turn) return;
    for (const group of groups) group.hidden = true;
    say('failed');
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  search();
});
field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
// Whatever is wrong is said when something is searched.
field.addEventListener('focus', () => loaded().catch(() => {}));

room.prepend(form);
say('nothing');
field.value = new URLSearchParams(location.search).get('q') ?? field.value;
if (field.value) search();
