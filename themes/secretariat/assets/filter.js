// Filters and sorts the vacancies of the home page while one types. Without it the page leads to lists of the same.
//
// What is asked for stands in the address, by keys that are the same in both languages, and the link to the other language
// takes it along. All words come from the page.

const template = document.getElementById('finder-form').content;
const form = template.querySelector('form');
const clear = template.querySelector('.finder-clear button');
const none = template.querySelector('.empty');
const list = document.querySelector('.vacancies');
const count = document.querySelector('.count');
const twin = document.querySelector('a.language');
const plurals = new Intl.PluralRules(document.documentElement.lang);

/** Words without marks, capitals and ligatures, with one kind of blank, apostrophe and hyphen: `ETAT` is `État`. */
const plain = (words) =>
  words.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase()
    .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/[’‘ʼ]/g, "'").replace(/\p{Pd}/gu, '-').replace(/\s+/g, ' ').trim();

/** Also the forms that brackets and points put together: `Chargé(e)` is found by `chargée`. */
const forms = (words) => `${plain(words)} ${plain(words).replace(/[()·]/g, '')}`;

/** What is looked for, without quotation marks and the like. */
const asked = (words) => plain(words).replace(/["'«»“”,;:!?]/g, ' ').split(' ').filter(Boolean);

const items = [...list.children].map((element) => ({
  element,
  ...element.dataset,
  words: forms([...[...element.querySelectorAll('h2, .summary, dd')].map((part) => part.textContent), element.dataset.grade].join(' ')),
}));

/** Whether its deadline has passed while the page stayed open. */
const isClosed = ({ element }) => 'closed' in element.dataset;

/** Whether a vacancy has what a field asks for. */
function has(item, { name, value }) {
  if (name === 'sort' || !value) {
    return true;
  }
  if (name === 'q') {
    return asked(value).every((word) => item.words.includes(word));
  }
  if (name === 'deadline') {
    return Date.parse(item.deadline) <= Date.now() + value * 86_400_000;
  }
  return item[name]?.split('|').includes(value);
}

document.querySelector('.finder').replaceWith(form);
list.after(none);
const fields = [...form.elements].filter((field) => field.name);
let order;
let timer;

/** Shows what is asked for, in the order that is asked for. */
function find() {
  for (const item of items) {
    item.element.hidden = !fields.every((field) => has(item, field));
  }
  none.hidden = items.some((item) => !item.element.hidden);
  const wanted = form.elements.sort.selectedOptions[0].dataset.order;
  if (wanted !== order) {
    order = wanted;
    const places = new Map(wanted.split(' ').map((reference, at) => [reference, at]));
    const sorted = [...items].sort((one, other) => isClosed(one) - isClosed(other) || places.get(one.reference) - places.get(other.reference));
    list.append(...sorted.map((item) => item.element));
  }
  const query = new URLSearchParams(location.search);
  for (const { name, value } of fields) {
    value.trim() ? query.set(name, value.trim()) : query.delete(name);
  }
  twin.search = query;
  clear.hidden = fields.every(({ value }) => !value);
  clearTimeout(timer);
  timer = setTimeout(tell, 300);
}

/** Says how many there are and keeps the address. Not with each letter: a screen reader would not come to an end. */
function tell() {
  clearTimeout(timer);
  history.replaceState(history.state, '', twin.search || location.pathname);
  const open = items.filter((item) => !isClosed(item));
  const shown = open.filter((item) => !item.element.hidden).length;
  const { dataset } = shown < open.length ? form : count;
  const words = open.length ? dataset[plurals.select(shown)] ?? dataset.other : dataset.none;
  count.textContent = words.replace('#', shown).replace('@', open.length);
}

const given = new URLSearchParams(location.search);
for (const field of fields) {
  field.value = given.get(field.name) ?? '';
  if (field.selectedIndex === -1) {
    // Nothing of the kind is open.
    field.value = '';
  }
}
form.querySelector('details').open = fields.some((field) => field.name !== 'q' && field.value);
form.addEventListener('input', find);
form.addEventListener('change', tell);
list.addEventListener('closed', tell);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(() => {
  find();
  form.elements.q.focus();
}));
if (location.search) {
  find();
  tell();
}
