// The diptych view: two pages that are read together, by mouse, by finger and by keyboard.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { NOTICE, Watched, framesOf, until } from './watched.js';

let site;
before(async () => (site = await Watched.start()));
afterEach(async () => assert.deepEqual(await site.tidy(), []));
after(() => site.stop());

const twoFrames = (frames) => new Promise((resolve) => setTimeout(resolve, 80)).then(() => frames);
const topOf = (frame, id) => frame.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, id);
const share = (page) => page.locator('#divider').getAttribute('aria-valuenow').then(Number);

test('shows both pages, the title, the state and the health of both', async () => {
  const page = await site.openPair();
  const [left, right] = await framesOf(page);
  assert.equal(await left.locator('html').getAttribute('lang'), 'en');
  assert.equal(await right.locator('html').getAttribute('lang'), 'fr');
  assert.equal(await page.locator('h1').innerText(), '250655 Chief, Pass Office');
  assert.equal(await page.locator('#state').innerText(), 'Closing soon');
  assert.deepEqual(await page.locator('.pane .health').allInnerTexts(), ['in order', 'in order']);
  assert.match(await page.title(), /Chief, Pass Office/);
});

test('scrolls both pages together by section, whichever is scrolled', async () => {
  const page = await site.openPair();
  const [left, right] = await framesOf(page);
  const ids = await left.evaluate(() => [...document.querySelectorAll('section[id]')].map((section) => section.id));
  assert.ok(ids.length >= 6);
  for (const [leader, follower] of [[left, right], [right, left]]) {
    for (const id of ids) {
      await leader.evaluate((id) => scrollBy({ top: document.getElementById(id).getBoundingClientRect().top, behavior: 'instant' }), id);
      await twoFrames();
      const [top, other] = [await topOf(leader, id), await topOf(follower, id)];
      const isEnd = await leader.evaluate(() => scrollY >= document.documentElement.scrollHeight - innerHeight - 2);
      assert.ok(isEnd || Math.abs(top - other) <= 3, `${id} stands at ${top} and ${other}`);
    }
  }
  // Halfway through a section on the one side is halfway through it on the other.
  const halfway = (frame) => frame.evaluate(() => {
    const [start, end] = ['qualifications', 'accountabilities'].map((id) => document.getElementById(id).getBoundingClientRect().top);
    return -start / (end - start);
  });
  await left.evaluate(() => {
    const [start, end] = ['qualifications', 'accountabilities'].map((id) => document.getElementById(id).getBoundingClientRect().top);
    scrollBy({ top: start + (end - start) / 2, behavior: 'instant' });
  });
  await twoFrames();
  assert.ok(Math.abs((await halfway(right)) - 0.5) < 0.01);
  // Nobody pushes the other: both rest where they are.
  const rest = () => Promise.all([left, right].map((frame) => frame.evaluate(() => scrollY)));
  const before = await rest();
  await page.waitForTimeout(400);
  assert.deepEqual(await rest(), before);
});

test('keeps the place when the divider moves', async () => {
  const page = await site.openPair();
  const [left, right] = await framesOf(page);
  await left.evaluate(() => document.getElementById('competencies').scrollIntoView({ behavior: 'instant' }));
  await twoFrames();
  await page.locator('#divider').focus();
  await page.keyboard.press('Home');
  await twoFrames();
  for (const frame of [left, right]) {
    assert.ok(Math.abs(await topOf(frame, 'competencies')) < 60, `${await topOf(frame, 'competencies')}`);
  }
});

test('moves the divider by keyboard, by mouse, and back with a double click', async () => {
  const page = await site.openPair();
  await framesOf(page);
  const divider = page.getByRole('separator');
  await divider.focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await share(page), 52);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await share(page), 48);
  await page.keyboard.press('End');
  assert.equal(await share(page), 80);
  await page.keyboard.press('Home');
  assert.equal(await share(page), 20);
  const { x, y, width, height } = await divider.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(720, y + height / 2, { steps: 12 });
  await page.mouse.up();
  assert.ok(Math.abs((await share(page)) - 50) <= 1);
  await page.keyboard.press('End');
  await divider.dblclick();
  assert.equal(await share(page), 50);
});

test('shows one page or both, and the width of a telephone', async () => {
  const page = await site.openPair();
  const [left] = await framesOf(page);
  await page.getByText('Phone', { exact: true }).click();
  assert.equal(await left.evaluate(() => innerWidth), 390);
  await page.getByText('Full', { exact: true }).click();
  assert.ok((await left.evaluate(() => innerWidth)) > 600);
  await page.locator('#panes-shown').getByText('Français').click();
  assert.ok(await page.locator('#right').isVisible());
  assert.ok(!(await page.locator('#left').isVisible()));
  await page.reload();
  await framesOf(page);
  assert.ok(!(await page.locator('#left').isVisible()));
});

test('shows one page on a narrow screen, and the other one at the same place', async () => {
  const page = await site.openPair(NOTICE.en, { width: 390, language: 'fr' });
  const [left, right] = await framesOf(page);
  assert.ok(await page.locator('#right').isVisible());
  assert.ok(!(await page.locator('#left').isVisible()));
  await right.evaluate(() => document.getElementById('competencies').scrollIntoView({ behavior: 'instant' }));
  await page.locator('#panes-shown').getByText('English').click();
  assert.ok(await page.locator('#left').isVisible());
  assert.ok(Math.abs(await topOf(left, 'competencies')) < 40);
});

test('leads both pages along a link, and back', async () => {
  const page = await site.openPair();
  let [left] = await framesOf(page);
  await left.getByRole('link', { name: 'How we recruit' }).click();
  await page.waitForURL(/how-we-recruit/);
  await until(async () => (await framesOf(page))[1].url().endsWith('/fr/comment-nous-recrutons/'));
  await page.goBack();
  await until(async () => (await framesOf(page)).map((frame) => new URL(frame.url()).pathname).join() === [NOTICE.en, NOTICE.fr].join());
  [left] = await framesOf(page);
  // A way within the page stays in it.
  await left.locator('nav a[href="#competencies"]').click();
  await until(async () => Math.abs(await topOf(left, 'competencies')) < 60);
  assert.ok(new URL(page.url()).search.includes('250655'));
});

test('sets the clock, shows the states, and comes back to the present', async () => {
  const page = await site.openPair();
  const [left, right] = await framesOf(page);
  await left.evaluate(() => (window.isSame = true));
  await page.locator('#clock-button').click();
  await page.getByRole('button', { name: /Just after the deadline/ }).click();
  await left.locator('.banner-closed').waitFor();
  await right.locator('.banner-closed').waitFor();
  assert.ok(await left.evaluate(() => window.isSame));
  assert.equal(await page.locator('#state').innerText(), 'Closed');
  assert.match(await page.locator('#away').innerText(), /8 May 2025 at 00:01/);
  await page.locator('#clock-button').click();
  await page.locator('#clock-field').fill('2025-04-20T12:00');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await left.locator('.banner').waitFor({ state: 'detached' });
  assert.equal(await page.locator('#state').innerText(), 'Open');
  await page.getByRole('button', { name: 'Back to the present' }).click();
  await left.locator('.banner-closing-soon').waitFor();
  assert.ok(!(await page.locator('#away').isVisible()));
});

test('marks what is not public in both languages, on the screen and on paper', async () => {
  const page = await site.open('/');
  await page.locator('#row-261190 a').click();
  const frames = await framesOf(page);
  for (const frame of frames) {
    const mark = frame.locator('#diptych-state');
    await mark.waitFor();
    assert.match(await mark.innerText(), /Draft[\s\S]*Brouillon/);
  }
  await page.emulateMedia({ media: 'print' });
  assert.ok(await frames[0].locator('#diptych-state').isVisible());
  const seen = await frames[0].evaluate(() => getComputedStyle(document.getElementById('diptych-state'), '::after').content);
  assert.match(seen, /Brouillon/);
});

test('can be used with the keyboard alone', async () => {
  const page = await site.open('/');
  await page.locator('#notices').waitFor();
  const tabTo = async (isThere) => until(async () => {
    await page.keyboard.press('Tab');
    return page.evaluate(isThere);
  }, `a way by Tab to ${isThere}`);
  await tabTo(() => document.activeElement.id === 'search');
  await page.keyboard.type('pass office');
  await tabTo(() => document.activeElement.id === 'notice-250655');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/-\/pair/);
  const [left] = await framesOf(page);
  await tabTo(() => document.activeElement.id === 'clock-button');
  await page.keyboard.press('Enter');
  await tabTo(() => document.activeElement.dataset.at?.startsWith('2025-05-08'));
  await page.keyboard.press('Enter');
  await left.locator('.banner-closed').waitFor();
  await tabTo(() => document.activeElement.id === 'return');
  await page.keyboard.press('Enter');
  await left.locator('.banner-closing-soon').waitFor();
  await tabTo(() => document.activeElement.name === 'view');
  await page.keyboard.press('ArrowRight');
  await page.locator('#right').waitFor({ state: 'hidden' });
  await page.keyboard.press('ArrowLeft');
  await page.locator('#right').waitFor({ state: 'visible' });
  // Into the left page, through it, and out to the divider.
  await tabTo(() => document.activeElement.nodeName === 'IFRAME');
  await left.locator('.notice-end a').first().focus();
  await page.keyboard.press('Tab');
  await tabTo(() => document.activeElement.id === 'divider');
  await page.keyboard.press('ArrowRight');
  assert.equal(await share(page), 52);
});

test('says in its own words that there is no such page', async () => {
  const page = await site.open('/-/pair?path=/en/nowhere/');
  await page.getByRole('heading', { name: 'There is no such page.' }).waitFor();
  await page.getByRole('link', { name: 'Desk' }).click();
  await page.locator('#notices').waitFor();
  site.complaints.length = 0;
});
