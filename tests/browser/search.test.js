// The search of a published site, behind the policy that the guide gives: what is loaded and when, what is found in both
// languages, by mouse and keyboard, without JavaScript, while a new publication takes the place of the old one.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Published } from './published.js';
import { NOTICE, Watched, faults, until } from './watched.js';

const NOW = '2025-05-03T12:00:00+02:00';
const EN = '/en/search/';
const FR = '/fr/recherche/';
const pictures = process.env.PICTURES;
const ofIndex = (address) => address.includes('/pagefind-');

let site;
before(async () => {
  await mkdir(pictures, { recursive: true });
  site = await Published.start(NOW);
});
after(() => site.stop());
afterEach(async () => {
  assert.deepEqual(await site.tidy(), []);
  site.asked.length = 0;
});

/** Waits until the page says what came of a search, and returns it. */
const said = (page) => until(() => page.evaluate(() => {
  const { textContent, dataset } = document.querySelector('[role=status]');
  return textContent !== dataset.busy && textContent;
}), 'a result');

const titles = (page, group) => page.locator(`${group} ~ ol h3 a`).allTextContents();

async function asking(address, words) {
  const page = await site.open(`${address}?${new URLSearchParams({ q: words })}`);
  await said(page);
  return page;
}

test('nothing of the index is loaded before somebody wants to search', async () => {
  const page = await site.open(EN);
  await page.locator('.search-form').waitFor();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(site.asked.filter(ofIndex), []);
  await page.locator('#search-words').focus();
  await until(() => site.asked.some((address) => address.endsWith('/pagefind.js')), 'the index');
});

test('no other page loads anything for the search', async () => {
  const page = await site.open('/en/');
  await page.waitForLoadState('networkidle');
  assert.deepEqual(site.asked.filter((address) => address.includes('search')), []);
});

test('what is typed is found, and stands in the address and in that of the twin', async () => {
  const page = await site.open(EN);
  await page.keyboard.press('Tab');
  await page.locator('#search-words').focus();
  await page.keyboard.type('renovation');
  assert.equal(await said(page), '1 vacancy found');
  assert.deepEqual(await titles(page, '#search-open'), ['Project Officer, Building Renovation']);
  assert.equal(new URL(page.url()).search, '?q=renovation');
  assert.equal(await page.locator('a.language').getAttribute('href'), `${FR}?q=renovation`);
  await page.locator('a.language').click();
  await said(page);
  assert.equal(await page.locator('#search-words').inputValue(), 'renovation');
  assert.deepEqual(await titles(page, '#search-open'), ['Responsable de projet, rénovation des bâtiments']);
});

test('accents, capitals, articles and apostrophes do not matter', async () => {
  for (const words of ['etat', 'ÉTAT', 'l’état', "l'etat", 'états']) {
    const page = await asking(FR, words);
    assert.deepEqual(await titles(page, '#search-closed'), ['Archiviste'], words);
    assert.match((await page.locator('.search-group mark').allTextContents()).join(' '), /^état$/, words);
  }
});

test('open vacancies stand before closed ones, each with its state', async () => {
  const page = await asking(EN, 'Brussels');
  assert.equal(await page.locator('[role=status]').textContent(), '4 vacancies found');
  const groups = await page.locator('.search-group h2').allTextContents();
  assert.deepEqual(groups, ['Open vacancies (3)', 'Closed vacancies (1)']);
  const first = page.locator('.search-group li').first();
  assert.equal(await first.locator('h3').textContent(), 'Chief, Pass Office (250655)');
  const facts = (await first.locator('.search-facts').innerText()).split('\n').filter(Boolean);
  assert.deepEqual(facts, ['Closing soon', 'Brussels, Belgium', 'NATO International Staff', 'Deadline: 7 May 2025']);
  assert.equal(await page.locator('#search-closed ~ ol .tag').textContent(), 'Closed');
});

test('a reference is found, and words that nobody wrote are not', async () => {
  const page = await asking(EN, '250655');
  assert.deepEqual(await titles(page, '#search-open'), ['Chief, Pass Office']);
  await page.locator('#search-words').fill('zzqqx');
  await page.keyboard.press('Enter');
  await until(async () => (await said(page)) === 'No vacancy found', 'nothing');
  assert.equal(await page.locator('.search-lists').isVisible(), true);
  assert.deepEqual(await page.locator('.search-lists a').allTextContents(), ['Open vacancies', 'Closed vacancies']);
  await page.locator('#search-words').fill('');
  await until(async () => !(await page.locator('.search-lists').isVisible()), 'the empty page');
  assert.equal(new URL(page.url()).search, '');
});

test('what no notice holds is not found by its first letters', async () => {
  for (const [address, words] of [[EN, 'accountant'], [EN, 'pass volcano'], [FR, 'aujourd’hui'], [EN, '"office pass"']]) {
    const page = await asking(address, words);
    assert.equal(await page.locator('.search-lists').isVisible(), true, words);
  }
  for (const [address, words] of [[EN, 'archivists'], [EN, '"pass office"'], [FR, 'laissez passer'], [FR, 'rénové']]) {
    const page = await asking(address, words);
    assert.equal(await page.locator('.search-group h3').count(), 1, words);
  }
});

test('a section that was found is where its link leads', async () => {
  const page = await asking(FR, 'sécurité');
  const section = page.locator('.search-group ul a').first();
  const title = await section.textContent();
  await section.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#/);
  const heading = page.locator(`${new URL(page.url()).hash} h2, h3${new URL(page.url()).hash}`).first();
  assert.ok((await heading.textContent()).includes(title), title);
});

test('excerpts are set as the notice is', async () => {
  const page = await asking(FR, 'identité');
  const passages = (await page.locator('[data-part=passage]').allTextContents()).join(' ');
  assert.match(passages, /\u202f;/);
  assert.match(passages, /d’identité/);
  assert.doesNotMatch(passages, /[\u2060\ufeff'&]| ;/);
});

test('without JavaScript the page leads to the lists', async () => {
  const page = await site.open(FR, { javaScriptEnabled: false });
  assert.equal(await page.locator('.search-form').isVisible(), false);
  assert.match(await page.locator('.search-lists').innerText(), /JavaScript/);
  assert.deepEqual(await page.locator('.search-lists a').allTextContents(), ['Postes à pourvoir', 'Avis clos']);
});

test('an index that cannot be loaded is said in words', async () => {
  const page = await site.open(EN);
  await page.route('**/pagefind-*/**', (route) => route.abort());
  await page.locator('#search-words').fill('renovation');
  assert.equal(await said(page), 'Search is unavailable at the moment');
  assert.equal(await page.locator('.search-lists').isVisible(), true);
  await page.unroute('**/pagefind-*/**');
  await page.reload();
  assert.equal(await said(page), '1 vacancy found');
  site.complaints.splice(0);
});

test('a publication during a visit is noticed', async () => {
  const page = await asking(EN, 'Brussels');
  assert.deepEqual(await page.locator('#search-open .ref').textContent(), '(3)');
  await site.build('2025-05-08T12:00:00+02:00');
  await page.locator('#search-words').fill('pass');
  await until(async () => (await titles(page, '#search-closed')).includes('Chief, Pass Office'), 'the new state');
  await site.build(NOW);
  site.complaints.splice(0);
});

test('ligatures may be typed as two letters, and a range of grades holds those between', async () => {
  await site.build('2025-06-12T12:00:00+02:00');
  for (const [words, group, title] of [
    ['coeur', '#search-open', 'Chef, Section Affaires OTAN et politique de sécurité (1 poste) & Chef, Section Organisations multilatérales (1 poste)'],
    ['cœur', '#search-open', 'Chef, Section Affaires OTAN et politique de sécurité (1 poste) & Chef, Section Organisations multilatérales (1 poste)'],
    ['G9', '#search-open', 'Secrétariat et soutien administratif (liste de réserve)'],
  ]) {
    assert.ok((await titles(await asking(FR, words), group)).includes(title), words);
  }
  await site.build(NOW);
  site.complaints.splice(0);
});

test('all can use it', async () => {
  for (const [name, address, options] of [
    ['en', `${EN}?q=security`, {}],
    ['fr-dark', `${FR}?q=bruxelles`, { colorScheme: 'dark' }],
    ['fr-narrow', `${FR}?q=bruxelles`, { width: 320 }],
    ['none', `${FR}?q=zzqqx`, {}],
  ]) {
    const page = await site.open(address, options);
    await said(page);
    await page.screenshot({ path: path.join(pictures, `search-${name}.png`), fullPage: true });
    // axe-core is injected, which the policy of the site does not let the page do by itself.
    assert.deepEqual(await faults(page), [], name);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is too wide`);
  }
});

test('a preview can be searched too', async () => {
  const watched = await Watched.start();
  try {
    const page = await watched.open(`${EN}?q=security`);
    assert.equal(await said(page), '1 vacancy found');
    await watched.edit(NOTICE.files.en, (text) => text.replace(/security/gi, 'safety'));
    await until(async () => {
      await page.locator('#search-words').press('Enter');
      return (await said(page)) === 'No vacancy found';
    }, 'the edited notice');
    assert.deepEqual(await watched.tidy(), []);
  } finally {
    await watched.stop();
  }
});
