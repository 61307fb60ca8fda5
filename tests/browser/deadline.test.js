// The deadline on a page that stays open: it closes at the minute, in its language, whatever the clock of the machine does
// in between; and the days that are left.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { Published } from './published.js';
import { NOTICE, Watched, faults, framesOf } from './watched.js';

const NOW = '2025-05-01T09:00:00+02:00';
/** 250655 closes on 7 May, 250702 on 30 June; 250301, which is ongoing in the sample, on 31 July here. */
const EDITS = { 'content/vacancies/2025/250301.en.md': (text) => text.replace('deadline: ongoing', 'deadline: 2025-07-31') };
const SECOND = 1000;
const DAY = 86_400_000;
const APPLY = { en: 'Apply', fr: 'Postuler' };

let site;
before(async () => (site = await Published.start(NOW, EDITS)));
afterEach(async () => assert.deepEqual(await site.tidy(), []));
after(() => site.stop());

/** A page in a tab whose clock stands still until it is told to go on. */
async function openAt(time, address, options = {}) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => site.complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && site.complaints.push(message.text()));
  const then = Date.parse(time);
  await page.clock.install({ time: then - SECOND });
  await page.clock.pauseAt(then);
  await page.goto(site.url + address);
  return page;
}

const main = (page) => page.locator('main').innerText();
const left = (page) => page.locator('.time-left').first().innerText();

/** What a closed notice shows. */
async function assertClosed(page, language) {
  const words = { en: 'This vacancy is closed', fr: 'Cet avis de vacance est clos' }[language];
  assert.ok((await page.locator('[role="status"] .banner-closed').innerText()).includes(words));
  for (const part of ['.apply', '.apply-bar', '.banner-closing-soon', '.time-left', '.to-calendar', '#how-to-apply', '#videos']) {
    assert.equal(await page.locator(part).count(), 0, part);
  }
  assert.equal(await page.getByRole('link', { name: APPLY[language] }).count(), 0);
  await assertFlawless(page);
}

/** What axe-core finds; it needs a clock that goes on. */
async function assertFlawless(page) {
  await page.clock.resume();
  assert.deepEqual(await faults(page), []);
}

for (const language of ['en', 'fr']) {
  test(`a notice closes when the minute of its deadline is over, ${language}`, async () => {
    const page = await openAt('2025-05-07T23:59:50+02:00', NOTICE[language]);
    assert.ok(await page.locator('.apply').isVisible());
    assert.ok(await page.locator('#how-to-apply').isVisible());
    assert.equal(await page.locator('.banner-closed').count(), 0);
    await page.clock.runFor(9 * SECOND);
    assert.ok(await page.locator('.apply').isVisible());
    await page.clock.runFor(1 * SECOND);
    await assertClosed(page, language);
    // Words of the notice's own and clauses for all times stay.
    assert.ok(await page.locator('section#application').isVisible());
  });
}

test('a page that was left open for weeks, or that was made before, is closed too', async () => {
  const open = await openAt(NOW, NOTICE.en);
  await open.clock.fastForward(60 * DAY);
  await assertClosed(open, 'en');
  await assertClosed(await openAt('2025-05-08T00:00:00+02:00', NOTICE.fr), 'fr');
});

test('a machine that slept looks at the clock when the page is seen again', async () => {
  for (const event of ['visibilitychange', 'pageshow']) {
    const page = await openAt(NOW, NOTICE.en);
    await page.clock.setSystemTime(new Date('2025-05-09T08:00:00+02:00'));
    assert.ok(await page.locator('.apply').isVisible());
    await page.evaluate((event) => (event === 'pageshow' ? window : document).dispatchEvent(new Event(event)), event);
    await assertClosed(page, 'en');
  }
});

test('days that are left are those of the calendar of the site, wherever the reader is', async () => {
  for (const timezoneId of ['Europe/Brussels', 'America/Los_Angeles', 'Pacific/Auckland']) {
    for (const [time, english, french] of [
      ['2025-05-01T00:00:00+02:00', '6 days left', 'Il reste 6\u00a0jours'],
      ['2025-05-05T23:59:59+02:00', '2 days left', 'Il reste 2\u00a0jours'],
      ['2025-05-06T00:00:00+02:00', 'Closes tomorrow', 'Clôture demain'],
      ['2025-05-07T00:00:00+02:00', 'Closes today', 'Dernier jour'],
      ['2025-05-07T23:59:59+02:00', 'Closes today', 'Dernier jour'],
    ]) {
      const [en, fr] = await Promise.all(['en', 'fr'].map((language) => openAt(time, NOTICE[language], { timezoneId })));
      assert.deepEqual([await left(en), await left(fr)], [english, french], `${time} in ${timezoneId}`);
    }
  }
});

test('the days go on in a page that stays open, and nobody is told aloud', async () => {
  const page = await openAt('2025-05-05T23:30:00+02:00', NOTICE.en);
  assert.equal(await left(page), '2 days left');
  await page.clock.runFor(DAY / 24);
  assert.equal(await left(page), 'Closes tomorrow');
  assert.equal(await page.locator(':is([role="status"], [aria-live]) .time-left').count(), 0);
});

for (const [language, home, closed, words] of [
  ['en', '/en/', 'Closed', ['3 open vacancies', '2 open vacancies', '1 open vacancy', 'There are no open vacancies at the moment.']],
  ['fr', '/fr/', 'Clos', ['3 postes à pourvoir', '2 postes à pourvoir', '1 poste à pourvoir', 'Il n’y a actuellement aucun poste à pourvoir.']],
]) {
  test(`in the list, an entry that closes goes behind the others and is counted no more, ${language}`, async () => {
    const page = await openAt('2025-05-07T23:59:59+02:00', home);
    const count = page.locator('.count[role="status"]');
    const entries = page.locator('.vacancies > li');
    const references = async () => (await entries.locator('.ref').allInnerTexts()).map((text) => text.replace(/\D/g, ''));
    const all = ['250655', '250702', '250301'];
    assert.equal(await count.innerText(), words[0]);
    assert.deepEqual(await references(), all);
    await entries.first().locator('a').focus();
    await page.clock.runFor(SECOND);
    assert.equal(await count.innerText(), words[1]);
    assert.deepEqual(await references(), ['250702', '250301', '250655']);
    assert.equal(await entries.last().locator('.tag').innerText(), closed);
    assert.equal(await entries.last().locator('.time-left').count(), 0);
    assert.ok(await entries.last().locator('a').evaluate((link) => link === document.activeElement));
    await page.clock.fastForward(54 * DAY);
    assert.equal(await count.innerText(), words[2]);
    await page.clock.fastForward(31 * DAY);
    assert.equal(await count.innerText(), words[3]);
    assert.deepEqual(await references(), all);
    await assertFlawless(page);
  });
}

test('without the script, the deadline is there with its hour and zone, and nothing else changes', async () => {
  const page = await openAt('2025-05-09T09:00:00+02:00', NOTICE.fr, { javaScriptEnabled: false });
  assert.match(await main(page), /7\s+mai 2025 à 23\s+h\s+59 \(heure de Bruxelles\)/);
  assert.ok(!(await main(page)).includes('est clos'));
});

test('a notice that is closed already has no such script', async () => {
  const later = await Published.start('2025-05-09T09:00:00+02:00');
  try {
    const page = await later.open(NOTICE.en);
    assert.equal(await page.locator('script[src*="/deadline-"]').count(), 0);
    assert.equal(await page.locator('.banner-closed').count(), 1);
  } finally {
    await later.stop();
  }
});

test('in the preview, a page lives at the time that is looked at', async () => {
  const watched = await Watched.start();
  try {
    const page = await watched.openPair();
    for (const frame of await framesOf(page)) {
      assert.match(await left(frame), /6/);
      assert.ok(await frame.locator('.apply').isVisible());
    }
    const [english] = await framesOf(page);
    await watched.edit(NOTICE.files.en, (text) => text.replace('deadline: 2025-05-07', 'deadline: 2025-05-04'));
    await english.getByText('3 days left').waitFor();
    assert.deepEqual(await watched.tidy(), []);
  } finally {
    await watched.stop();
  }
});
