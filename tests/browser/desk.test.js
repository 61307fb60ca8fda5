// The desk: all notices at a glance, found by typing, kept in step in place.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { NOTICE, Watched, framesOf, until } from './watched.js';

let site;
before(async () => (site = await Watched.start()));
afterEach(async () => assert.deepEqual(await site.tidy(), []));
after(() => site.stop());

const rows = '#notices li[id^="row-"]';
const said = (page) => page.locator('#said').textContent();

test('shows every notice with its state, both titles and the health of both editions', async () => {
  const page = await site.open('/');
  await page.locator(rows).first().waitFor();
  assert.equal(await page.locator(rows).count(), 13);
  const row = page.locator(`#row-${NOTICE.reference}`);
  const words = await row.innerText();
  for (const part of ['250655', 'Closing soon', 'Chief, Pass Office', 'Chef du Bureau des laissez-passer', 'English in order', 'Français in order', '7 May 2025']) {
    assert.ok(words.includes(part), `${part} is missing in: ${words}`);
  }
  assert.equal(await row.locator('.face').first().getAttribute('lang'), 'en');
  const groups = await page.locator('.group h2').allInnerTexts();
  assert.deepEqual(groups.map((title) => title.replace(/\s*\d+$/, '')), ['Drafts', 'Scheduled', 'Closing soon', 'Open', 'Closed, cancelled, filled and withdrawn', 'Other pages']);
  assert.match(await page.locator('#now').innerText(), /Thursday,? 1 May 2025 at 09:0\d/);
});

test('tells the dates ahead in their order, as text', async () => {
  const page = await site.open('/');
  await page.locator('.time-line li').nth(1).waitFor();
  const dates = await page.locator('.time-line li').allInnerTexts();
  assert.match(dates[1], /7 May 2025 at 23:59[\s\S]*Deadline[\s\S]*in 6 days[\s\S]*Chief, Pass Office/);
  assert.match(dates[2], /12 May 2025 at 00:00[\s\S]*Publication[\s\S]*Legal Adviser/);
});

test('finds by typing, whatever the accents and the language, and says how many', async () => {
  const page = await site.open('/');
  await page.locator(rows).first().waitFor();
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
  await page.keyboard.type('secretariat');
  assert.deepEqual(await page.locator(`${rows} .reference > span:first-child`).allInnerTexts(), ['250301']);
  await until(async () => (await said(page)) === 'Found: 1');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator(rows).count(), 13);
  await page.keyboard.type('closed 250540');
  await page.locator('#row-250540').waitFor({ state: 'visible' });
  await page.keyboard.press('Escape');
  await page.keyboard.type('zzz');
  await until(async () => (await said(page)) === 'Nothing matches this search.');
});

test('leads to the pair with Enter, and with the arrow keys', async () => {
  const page = await site.open('/');
  await page.locator(rows).first().waitFor();
  await page.keyboard.type('/chief pass');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/-\/pair\?path=/);
  await page.goBack();
  await page.locator(rows).first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'notice-250760');
  await page.keyboard.press('Enter');
  await page.waitForURL(/250760/);
});

test('lets the key of the search be turned off', async () => {
  const page = await site.open('/');
  await page.locator(rows).first().waitFor();
  await page.locator('#search-key-on').uncheck();
  await page.keyboard.press('/');
  assert.notEqual(await page.evaluate(() => document.activeElement.id), 'search');
});

test('follows an edit in place: what was typed, the focus and the scrolling stay', async () => {
  const page = await site.open('/', { height: 500 });
  await page.locator(rows).first().waitFor();
  await page.keyboard.type('/2');
  await page.locator('#notice-250702').focus();
  await page.evaluate(() => {
    window.isSame = true;
    document.querySelector('#row-250702').dataset.kept = 'yes';
  });
  const at = await page.evaluate(() => scrollY);
  await site.edit(NOTICE.files.en, (text) => text.replace('title: Chief, Pass Office', 'title: Head, Pass Office'));
  await page.locator('#row-250655', { hasText: 'Head, Pass Office' }).waitFor();
  const now = await page.evaluate(() => ({ isSame: window.isSame, at: scrollY, typed: document.getElementById('search').value, focus: document.activeElement.id, kept: document.querySelector('#row-250702').dataset.kept }));
  assert.deepEqual(now, { isSame: true, at, typed: '2', focus: 'notice-250702', kept: 'yes' });
});

test('says what is wrong, where, and what to do, until it is mended', async () => {
  const page = await site.open('/');
  await page.locator('#wrong .in-order').waitFor();
  await site.edit(NOTICE.files.fr, (text) => text.replace('---\n', '---\ndeadline: 2025-05-09\n'));
  const finding = page.locator('#wrong li.error');
  await finding.first().waitFor();
  const words = await page.locator('#wrong').innerText();
  assert.match(words, /250655\.en\.md:\d+/);
  assert.match(words, /250655\.fr\.md:2/);
  assert.match(words, /State the fact in one edition only/);
  assert.match(await page.locator('#row-250655').innerText(), /Français 1 error/);
  assert.match(await finding.first().locator('a').first().getAttribute('href'), /^\/-\/pair\?path=/);
  await until(async () => (await said(page)).startsWith('1 error'));
  await site.restore();
  await page.locator('#wrong .in-order').waitFor();
});

test('holds no connection while it is not seen, and catches up', async () => {
  const page = await site.open('/');
  await page.locator(rows).first().waitFor();
  const see = (isSeen) => page.evaluate((isSeen) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => !isSeen });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isSeen);
  let asked = 0;
  page.on('request', () => (asked += 1));
  await see(false);
  await site.edit(NOTICE.files.en, (text) => text.replace('title: Chief, Pass Office', 'title: Head, Pass Office'));
  await page.waitForTimeout(800);
  assert.equal(asked, 0);
  await see(true);
  await page.locator('#row-250655', { hasText: 'Head, Pass Office' }).waitFor();
});

test('lists every page that is no notice, and leads to both languages of each', async () => {
  const page = await site.open('/');
  const pages = page.locator('#group-pages li');
  await pages.first().waitFor();
  const faces = await pages.evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('.face')].map((face) => face.innerText).join(' | ')));
  assert.deepEqual(faces, [
    'Choose your language | Choisissez votre langue',
    'Open vacancies | Postes à pourvoir',
    'Closed vacancies | Avis clos',
    'Follow our vacancies | Suivre nos avis de vacance',
    'Search the vacancies | Rechercher un avis de vacance',
    'How we recruit | Comment nous recrutons',
    'Accessibility statement | Déclaration d’accessibilité',
    'Privacy notice | Politique de confidentialité',
    'Page not found | Page introuvable',
    'This notice was withdrawn | Cet avis a été retiré',
  ]);
  for (const [title, left, right] of [['Open vacancies', '/en/', '/fr/'], ['How we recruit', '/en/how-we-recruit/', '/fr/comment-nous-recrutons/']]) {
    await pages.filter({ hasText: title }).locator('a').click();
    const frames = await framesOf(page);
    assert.deepEqual(frames.map((frame) => new URL(frame.url()).pathname), [left, right]);
    await page.goBack();
  }
  // A page that is in both languages by itself stands alone.
  await pages.filter({ hasText: 'Choose your language' }).locator('a').click();
  await page.locator('h1', { hasText: 'Choisissez votre langue' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/-/root');
  assert.equal(await page.locator('#diptych-pair').count(), 0);
});

test('speaks English and French', async () => {
  const page = await site.open('/');
  await page.locator(rows).first().waitFor();
  await page.getByRole('button', { name: 'Français' }).click();
  await page.getByRole('heading', { name: 'Prochaines échéances' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
  assert.match(await page.locator('#now').innerText(), /jeudi 1er mai 2025 à 9\u00a0h/);
  assert.match(await page.locator('#row-250655').innerText(), /Clôture prochaine/);
  await page.reload();
  await page.getByRole('heading', { name: 'Prochaines échéances' }).waitFor();
});
