// Finding a vacancy on the home page: with the script at once, by keyboard, kept in the address; without it by lists.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Published } from './published.js';
import { NOTICE, Watched, faults, until } from './watched.js';

/** Four vacancies are open: in the order of their deadlines 250875 in six days, 250760, 250930, and 250301 always. */
const NOW = '2025-06-12T09:00:00+02:00';

let site;
before(async () => {
  await mkdir(process.env.PICTURES, { recursive: true });
  site = await Published.start(NOW, {
    'content/vacancies/2025/250760.fr.md': (text) => text.replace('title: Juriste', 'title: Juriste d’État'),
  });
});
afterEach(async () => assert.deepEqual(await site.tidy(), []));
after(() => site.stop());

/** The references that are to be seen, in their order on the page. */
const seen = (page) => page.locator('.vacancies > li:visible').evaluateAll((items) => items.map((item) => item.dataset.reference));
const query = (page) => new URL(page.url()).search;
const count = (page) => page.getByRole('status').innerText();
const opened = async (page) => (await page.locator('.finder summary').click(), page);

test('finds words without their marks, capitals and ligatures', async () => {
  const page = await site.open('/fr/');
  const field = page.getByRole('searchbox', { name: 'Mot, intitulé ou référence' });
  for (const [words, expected] of [
    ['etat', ['250760']], ["D'ETAT", ['250760']], ['État juriste', ['250760']], ['COEUR', ['250875']], ['« cœur », deux', ['250875']], ['G9', ['250301']], ['cœur', ['250875']],
    ['securite poste', ['250875']], ['250930', ['250930']], ['luxembourg', ['250930']], ['etat luxembourg', []], [' ', ['250875', '250760', '250930', '250301']],
  ]) {
    await field.fill(words);
    assert.deepEqual(await seen(page), expected, words);
  }
});

test('is used by keyboard alone, and the focus stays', async () => {
  const page = await site.open('/en/');
  const focused = () => page.evaluate(() => document.activeElement.name || document.activeElement.innerText);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('fuel');
  assert.deepEqual(await seen(page), ['250930']);
  assert.equal(await focused(), 'q');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (const name of ['location', 'grade', 'organisation', 'contract', 'deadline', 'sort']) {
    await page.keyboard.press('Tab');
    assert.equal(await focused(), name);
  }
  await page.keyboard.type('Title');
  assert.equal(await focused(), 'sort');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Clear all');
  await page.keyboard.press('Enter');
  await until(async () => (await focused()) === 'q');
  assert.deepEqual(await seen(page), ['250875', '250760', '250930', '250301']);
  await until(() => query(page) === '');
  await page.keyboard.type('nothing of the kind');
  await page.keyboard.press('Enter');
  assert.deepEqual(await seen(page), []);
  const none = page.locator('.empty');
  assert.match(await none.innerText(), /No open vacancy matches\./);
  await none.getByRole('button', { name: 'Clear all' }).press('Enter');
  await until(async () => (await focused()) === 'q');
  assert.ok(await none.isHidden());
});

test('filters by each fact and by the days that are left', async () => {
  const page = await opened(await site.open('/en/'));
  for (const [label, value, expected] of [
    ['Location', 'Luxembourg, Luxembourg (1)', ['250930']],
    ['Grade', 'G9 (C.6) (1)', ['250301']],
    ['Organisation', 'NATO International Staff (3)', ['250875', '250760', '250301']],
    ['Contract', 'Three years, then possibly indefinite (2)', ['250930', '250301']],
    ['Deadline', 'Within 7 days', ['250875']],
    ['Deadline', 'Within 30 days', ['250875', '250760', '250930']],
  ]) {
    await page.getByLabel(label, { exact: true }).selectOption(value);
    assert.deepEqual(await seen(page), expected, `${label}: ${value}`);
    await page.getByLabel(label, { exact: true }).selectOption('Any');
  }
  await page.getByLabel('Location').selectOption('Brussels, Belgium (3)');
  await page.getByLabel('Grade').selectOption('G17 (A.3) (1)');
  assert.deepEqual(await seen(page), ['250760']);
});

test('keeps what is asked for in the address, over a reload, to the other language and back', async () => {
  const page = await opened(await site.open('/en/?from=newsletter'));
  await page.getByLabel('Location').selectOption('Brussels, Belgium (3)');
  await page.getByLabel('Sort by').selectOption('Title');
  const expected = ['250301', '250875', '250760'];
  assert.deepEqual(await seen(page), expected);
  await until(() => query(page) === '?from=newsletter&location=brussels&sort=title');
  await page.reload();
  assert.deepEqual(await seen(page), expected);
  assert.equal(await page.locator('.finder details').getAttribute('open'), '');
  await page.getByRole('link', { name: 'Français' }).click();
  assert.equal(new URL(page.url()).pathname + query(page), '/fr/?from=newsletter&location=brussels&sort=title');
  // Chef, Juriste, Secrétariat.
  assert.deepEqual(await seen(page), ['250875', '250760', '250301']);
  assert.equal(await page.getByLabel('Lieu d’affectation').inputValue(), 'brussels');
  await page.locator('.vacancies a').first().click();
  await page.goBack();
  assert.deepEqual(await seen(page), ['250875', '250760', '250301']);
});

test('leaves out what the address asks for and nobody knows', async () => {
  const page = await site.open('/en/?location=atlantis&sort=luck&grade=G17');
  assert.deepEqual(await seen(page), ['250760']);
  await until(() => query(page) === '?grade=G17');
});

test('says how many there are, once and politely, in the words of the language', async () => {
  const page = await site.open('/fr/');
  assert.equal(await count(page), '4 postes à pourvoir');
  const told = page.evaluate(() => new Promise((resolve) => {
    const texts = [];
    const status = document.querySelector('[role=status]');
    new MutationObserver(() => (texts.push(status.textContent), status.textContent.startsWith('0') && resolve(texts)))
      .observe(status, { childList: true, characterData: true, subtree: true });
  }));
  await page.getByRole('searchbox').pressSequentially('rien', { delay: 20 });
  // None is singular in French, and nothing was said of what stood there while the word was typed.
  assert.deepEqual(await told, ['0 poste à pourvoir sur 4']);
  await page.getByRole('searchbox').fill('bruxelles');
  await until(async () => (await count(page)) === '3 postes à pourvoir sur 4');
  await page.getByRole('searchbox').fill('');
  await until(async () => (await count(page)) === '4 postes à pourvoir');
});

test('sorts like the lists', async () => {
  for (const home of ['/en/', '/fr/']) {
    const page = await opened(await site.open(home));
    const sort = page.locator('[name=sort]');
    for (const [at, value] of (await sort.locator('option').evaluateAll((options) => options.map(({ value }) => value))).entries()) {
      await sort.selectOption(value);
      const plain = await site.open(home, { javaScriptEnabled: false });
      await plain.locator('.finder summary').click();
      await plain.locator('.finder ul').last().getByRole('link').nth(at).click();
      const links = (page) => page.locator('.vacancies h2 a').evaluateAll((links) => links.map((link) => link.href));
      assert.deepEqual(await links(page), await links(plain), `${home} ${value}`);
      assert.equal(await plain.locator('.finder [aria-current]').count(), 1);
    }
  }
});

test('leads to lists without a script', async () => {
  const page = await opened(await site.open('/fr/', { javaScriptEnabled: false }));
  assert.equal(await page.locator('form, input, select, button').count(), 0);
  await page.getByRole('link', { name: 'Luxembourg, Luxembourg' }).click();
  assert.equal(await page.locator('h1').innerText(), 'Postes à pourvoir\u{a0}: Luxembourg, Luxembourg');
  assert.equal(await page.locator('.vacancies > li').count(), 1);
  assert.equal(await page.locator('meta[name=robots]').getAttribute('content'), 'noindex, follow');
  await page.getByRole('link', { name: 'English' }).click();
  assert.equal(new URL(page.url()).pathname, '/en/find/location/luxembourg-luxembourg/');
  await page.getByRole('link', { name: 'All open vacancies' }).click();
  assert.equal(new URL(page.url()).pathname, '/en/');
});

for (const [name, address, options] of [
  ['home', '/fr/', {}], ['found', '/fr/?q=etat', {}], ['none', '/en/?q=nothing', {}], ['filters', '/en/?location=brussels', {}],
  ['filters-dark', '/en/?location=brussels', { colorScheme: 'dark' }], ['filters-narrow', '/fr/?location=brussels', { width: 320 }],
  ['list', '/fr/trouver/lieu-d-affectation/bruxelles-belgique/', {}], ['plain-narrow', '/fr/', { width: 320, javaScriptEnabled: false }],
]) {
  test(`can be used by all: ${name}`, async () => {
    const page = await site.open(address, options);
    if (options.javaScriptEnabled === false || name === 'list') {
      await opened(page);
    }
    await page.screenshot({ path: path.join(process.env.PICTURES, `finding-${name}.png`) });
    const isWide = options.javaScriptEnabled !== false && (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth));
    assert.ok(!isWide, 'wider than the screen');
    assert.deepEqual(options.javaScriptEnabled === false ? [] : await faults(page), []);
  });
}

test('nothing jumps when the script takes up work', async () => {
  for (const width of [320, 1280]) {
    const page = await site.open('/fr/', { width });
    const top = () => page.locator('.vacancies').evaluate((list) => list.getBoundingClientRect().top);
    const withScript = await top();
    await page.route('**/filter-*.js', (route) => route.abort());
    await page.reload();
    assert.ok(Math.abs((await top()) - withScript) < 4, `${width}: ${await top()} and ${withScript}`);
    site.complaints.length = 0;
  }
});

test('works in the preview, and keeps what is asked for when the page changes', async () => {
  const watched = await Watched.start();
  try {
    const page = await watched.open('/en/');
    await page.getByRole('searchbox').fill('pass office');
    await until(() => query(page) === '?q=pass+office');
    assert.deepEqual(await seen(page), [NOTICE.reference]);
    await watched.edit(NOTICE.files.en, (text) => text.replace('title: Chief', 'title: Deputy Chief'));
    await page.getByRole('link', { name: 'Deputy Chief, Pass Office' }).waitFor();
    await until(async () => (await page.getByRole('searchbox').inputValue()) === 'pass office');
    assert.deepEqual(await seen(page), [NOTICE.reference]);
    assert.deepEqual(watched.complaints, []);
  } finally {
    await watched.stop();
  }
});
