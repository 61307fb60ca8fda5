// Edits: what is saved is seen, in place and at once; what is wrong is said where it is; what is mended is forgotten.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { NOTICE, Watched, framesOf, until } from './watched.js';

let site;
before(async () => (site = await Watched.start()));
afterEach(async () => assert.deepEqual(await site.tidy(), []));
after(() => site.stop());

/** Notes what happens to a page from now on: whether it is loaded anew, emptied, or touched outside of a section. */
const observe = (frame) => frame.evaluate(() => {
  window.isSame = true;
  window.touched = [];
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target.nodeType === 1 ? target : target.parentElement;
      if (!element.closest('[data-diptych], #diptych-preview')) {
        window.touched.push(element.closest('section[id]')?.id ?? element.nodeName);
      }
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
});
const observed = (frame) => frame.evaluate(() => ({ isSame: window.isSame, touched: [...new Set(window.touched)], at: scrollY }));
const text = (frame) => frame.evaluate(() => document.querySelector('main').textContent);
const settle = (page) => page.waitForTimeout(500);

test('an edit of the French file changes the French pane only, at the same place', async () => {
  const page = await site.openPair();
  const [left, right] = await framesOf(page);
  await right.evaluate(() => document.getElementById('summary').scrollIntoView({ behavior: 'instant' }));
  await settle(page);
  const [english, before] = [await text(left), [await observed(left), await observed(right)].map(({ at }) => at)];
  await observe(left);
  await observe(right);
  await site.edit(NOTICE.files.fr, (text) => text.replace('La personne titulaire dirige', 'La personne titulaire conduit'));
  await right.getByText('La personne titulaire conduit').waitFor();
  assert.ok(await right.locator('section#summary[data-diptych-edited]').count());
  await settle(page);
  assert.equal(await text(left), english);
  assert.deepEqual(await observed(left), { isSame: true, touched: [], at: before[0] });
  assert.deepEqual(await observed(right), { isSame: true, touched: ['summary'], at: before[1] });
  await right.locator('section#summary[data-diptych-edited]').waitFor({ state: 'detached' });
});

test('an edit out of sight is brought into view, and the twin goes along', async () => {
  const page = await site.openPair();
  const [left, right] = await framesOf(page);
  await observe(right);
  await site.edit(NOTICE.files.fr, (text) => text.replace('Fixe les objectifs', 'Arrête les objectifs'));
  const edited = right.getByText('Arrête les objectifs');
  await edited.waitFor();
  const isSeen = (frame, id) => frame.evaluate((id) => {
    const { top, bottom } = document.getElementById(id).getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  }, id);
  await until(async () => {
    const { y, height } = (await edited.boundingBox()) ?? { y: -1, height: 0 };
    return y > 0 && y + height < 900;
  });
  await until(() => isSeen(left, 'accountabilities'));
  assert.ok((await observed(right)).isSame);
});

test('focus, open details and what was selected stay in the pane that is edited', async () => {
  const page = await site.openPair();
  const [, right] = await framesOf(page);
  await right.locator('nav.contents a').nth(3).focus();
  await right.evaluate(() => (document.querySelector('nav.contents').dataset.kept = 'yes'));
  await site.edit(NOTICE.files.fr, (text) => text.replace('La personne titulaire dirige', 'La personne titulaire anime'));
  await right.getByText('La personne titulaire anime').waitFor();
  assert.equal(await right.evaluate(() => document.activeElement.hash), '#interrelationships');
  assert.equal(await right.evaluate(() => document.querySelector('nav.contents').dataset.kept), 'yes');
});

test('a deadline that differs is shown at both places over the last good page, until it is mended', async () => {
  const page = await site.openPair();
  const frames = await framesOf(page);
  const before = await Promise.all(frames.map(text));
  await Promise.all(frames.map(observe));
  await site.edit(NOTICE.files.fr, (text) => text.replace('---\n', '---\ndeadline: 2025-05-09\n'));
  await frames[1].locator('#diptych-sheet').waitFor();
  const sheet = await frames[1].locator('#diptych-sheet').innerText();
  assert.match(sheet, /250655\.en\.md:5/);
  assert.match(sheet, /250655\.fr\.md:2/);
  assert.match(sheet, /The two editions state “deadline” differently/);
  assert.match(sheet, /State the fact in one edition only/);
  assert.match(sheet, /2025-05-09|2025-05-07/);
  assert.deepEqual(await Promise.all(frames.map(text)), before);
  await until(async () => (await page.locator('#right .health').innerText()).includes('1 error'));
  // The page under the sheet can be read to its end.
  await frames[1].evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
  const isClear = await frames[1].evaluate(() => document.querySelector('footer').getBoundingClientRect().bottom <= document.getElementById('diptych-sheet').getBoundingClientRect().top + 1);
  assert.ok(isClear);
  await frames[1].getByRole('button', { name: 'Hide' }).click();
  assert.ok(!(await frames[1].locator('#diptych-sheet-list').isVisible()));
  await site.restore();
  await frames[1].locator('#diptych-sheet').waitFor({ state: 'detached' });
  await until(async () => (await page.locator('#right .health').innerText()) === 'in order');
  assert.ok((await Promise.all(frames.map(observed))).every(({ isSame }) => isSame));
});

test('an error in the French file leaves the English page alive', async () => {
  const page = await site.openPair();
  const [left, right] = await framesOf(page);
  const french = await text(right);
  await Promise.all([left, right].map(observe));
  await site.edit(NOTICE.files.fr, (text) => text.replace('La personne titulaire dirige', 'La personne titulaire <b> conduit'));
  await right.locator('#diptych-sheet.error').waitFor();
  assert.match(await right.locator('#diptych-sheet').innerText(), /as it last was without errors[\s\S]*250655\.fr\.md:10/);
  await site.edit(NOTICE.files.en, (text) => text.replace('The incumbent runs', 'The incumbent leads'));
  await left.getByText('The incumbent leads').waitFor();
  assert.equal(await left.locator('#diptych-sheet').count(), 0);
  assert.equal(await page.locator('#left .health').innerText(), 'in order');
  assert.equal(await page.locator('#right .health').innerText(), '1 error');
  assert.equal(await text(right), french);
  await site.restore();
  await right.locator('#diptych-sheet').waitFor({ state: 'detached' });
  assert.ok((await Promise.all([left, right].map(observed))).every(({ isSame }) => isSame));
});

test('where the editions contradict each other, both pages stay as they last were', async () => {
  const page = await site.openPair();
  const frames = await framesOf(page);
  const before = await Promise.all(frames.map(text));
  await site.edit(NOTICE.files.fr, (text) => text.replace('---\n', '---\ndeadline: 2025-05-09\n').replace('La personne titulaire dirige', 'La personne titulaire conduit'));
  await site.edit(NOTICE.files.en, (text) => text.replace('The incumbent runs', 'The incumbent leads'));
  for (const frame of frames) {
    await frame.locator('#diptych-sheet', { hasText: 'as it last was without errors' }).waitFor();
  }
  await settle(page);
  assert.deepEqual(await Promise.all(frames.map(text)), before);
  for (const side of ['left', 'right']) {
    assert.equal(await page.locator(`#${side} .health`).innerText(), '1 error');
  }
});

test('a section that only the English text has is said in both pages, over the one that lacks nothing as well', async () => {
  const page = await site.openPair();
  const [left, right] = await framesOf(page);
  await site.edit(NOTICE.files.fr, (text) => text.replace(/## Compétences[\s\S]*?(?=\n## |$)/, ''));
  await Promise.all([left, right].map((frame) => frame.locator('#diptych-sheet.error').waitFor()));
  const isFolded = (frame) => frame.locator('#diptych-sheet').evaluate((sheet) => sheet.hasAttribute('data-folded'));
  const isLastGood = async (frame) => (await frame.locator('#diptych-sheet').innerText()).includes('as it last was');
  const seen = await Promise.all([left, right].map(async (frame) => [await isFolded(frame), await isLastGood(frame)]));
  // The error is at one of the two: that one is as it last was, the other one is alive and only told.
  assert.deepEqual(seen.map(String).sort(), ['false,true', 'true,false']);
});

test('a key that nobody knows may be a fact that both pages lack: both stay as they last were', async () => {
  const page = await site.openPair();
  const frames = await framesOf(page);
  const before = await Promise.all(frames.map(text));
  await site.edit(NOTICE.files.en, (text) => text.replace('deadline:', 'deadlne:'));
  for (const frame of frames) {
    await frame.locator('#diptych-sheet.error', { hasText: 'as it last was without errors' }).waitFor();
    assert.match(await frame.locator('#diptych-sheet').innerText(), /250655\.en\.md:5/);
  }
  assert.deepEqual(await Promise.all(frames.map(text)), before);
});

test('what the editions do not say alike is shown over the page as it is now, with both places, until it is mended', async () => {
  const page = await site.openPair();
  const [left, right] = await framesOf(page);
  await site.edit(NOTICE.files.fr, (text) => text.replace('La personne titulaire dirige', 'La personne titulaire dirige 47 équipes dans'));
  await right.locator('#summary', { hasText: '47 équipes' }).waitFor();
  const sheet = right.locator('#diptych-sheet.error');
  await sheet.waitFor();
  assert.match(await sheet.innerText(), /250655\.fr\.md:10:30[\s\S]*250655\.en\.md:22/);
  assert.doesNotMatch(await sheet.innerText(), /as it last was/);
  // A paragraph is one line of the file: what is meant is marked in it.
  assert.equal(await sheet.locator('mark').first().innerText(), '47');
  // The twin is told, and not covered.
  assert.ok(await left.locator('#diptych-sheet.error').evaluate((sheet) => sheet.hasAttribute('data-folded')));
  await site.restore();
  for (const frame of [left, right]) {
    await frame.locator('#diptych-sheet').waitFor({ state: 'detached' });
  }
});

const TEMPLATE = 'themes/secretariat/templates/notice.html';
const BREAKS = [
  ['a template that cannot be read', TEMPLATE, (text) => text.replace('{% block main -%}', '{% block main'), /notice\.html:\d+/],
  ['a variable that there is not', TEMPLATE, (text) => text.replace('{% block main -%}', '{% block main -%}{{ notice.titel }}'), /titel/],
  ['a template that fails for this notice', TEMPLATE, (text) => text.replace('{% block main -%}', '{% block main -%}{% if notice.reference == "250655" %}{{ notice.title | length / 0 }}{% endif %}'), /notice\.html:\d+/],
  ['strings that cannot be read', 'i18n/fr/clauses.ftl', (text) => `= ?\n${text}`, /clauses\.ftl:1/],
  ['a site.yaml that cannot be read', 'site.yaml', (text) => `${text}\n: [`, /site\.yaml:\d+/],
];
for (const [what, file, change, place] of BREAKS) {
  test(`${what}: the message over the last good page, until it is mended`, async () => {
    const page = await site.openPair();
    const frames = await framesOf(page);
    const before = await Promise.all(frames.map(text));
    await Promise.all(frames.map(observe));
    await site.edit(file, change);
    for (const frame of frames) {
      await frame.locator('#diptych-sheet.error').waitFor();
      const sheet = await frame.locator('#diptych-sheet').innerText();
      assert.match(sheet, place);
      assert.match(sheet, /as it last was without errors/);
    }
    assert.deepEqual(await Promise.all(frames.map(text)), before);
    await until(async () => /error/.test(await page.locator('#left .health').innerText()));
    // A page that is opened now, and the desk, say so too.
    const [desk, alone] = [await site.open('/'), await site.open(NOTICE.fr)];
    await desk.locator('#wrong li.error').first().waitFor();
    await alone.locator('#diptych-sheet.error').waitFor();
    assert.equal(await text(alone.mainFrame()), before[1]);
    await site.restore();
    for (const frame of frames) {
      await frame.locator('#diptych-sheet').waitFor({ state: 'detached' });
    }
    await desk.locator('#wrong .in-order').waitFor();
    assert.ok((await Promise.all(frames.map(observed))).every(({ isSame }) => isSame));
  });
}

test('a template that fails for one notice leaves all others alive', async () => {
  const page = await site.openPair();
  await framesOf(page);
  await site.edit(TEMPLATE, BREAKS[2][2]);
  await page.frameLocator('#left iframe').locator('#diptych-sheet.error').waitFor();
  const other = await site.openPair('/en/vacancies/250760-legal-adviser/');
  assert.equal(await other.locator('#left .health').innerText(), 'in order');
});

test('a warning stands beside the section that it concerns, and one without a section does not cover the page', async () => {
  const page = await site.openPair();
  const [left, right] = await framesOf(page);
  // The first letter of the second word is a Cyrillic one.
  await site.edit(NOTICE.files.fr, (text) => text.replace('La personne titulaire dirige', 'La \u0440ersonne titulaire dirige'));
  const note = right.locator('section#summary > .diptych-note');
  await note.waitFor();
  assert.match(await note.innerText(), /Warning:[\s\S]*250655\.fr\.md:\d+/);
  assert.equal(await right.locator('#diptych-sheet').count(), 0);
  assert.equal(await left.locator('.diptych-note').count(), 0);
  await site.restore();
  await note.waitFor({ state: 'detached' });
  await site.edit(NOTICE.files.fr, (text) => text.replace('title: Chef du', 'title: \u0421hef du'));
  await right.locator('#diptych-sheet.warning').waitFor();
  assert.ok(!(await right.locator('#diptych-sheet-list').isVisible()));
  await right.getByRole('button', { name: 'Show' }).click();
  assert.match(await right.locator('#diptych-sheet-list').innerText(), /250655\.fr\.md:2/);
});

test('what is wrong is said in the language of the writer', async () => {
  const page = await site.openPair(NOTICE.en, { language: 'fr' });
  const [, right] = await framesOf(page);
  await site.edit(NOTICE.files.fr, (text) => text.replace('---\n', '---\ndeadline: 2025-05-09\n'));
  await right.locator('#diptych-sheet', { hasText: 'Les deux éditions n’indiquent pas la même valeur' }).waitFor();
});

test('a new title leads to a new address, and both panes stay with the notice', async () => {
  const page = await site.openPair();
  const [left, right] = await framesOf(page);
  await observe(left);
  await site.edit(NOTICE.files.en, (text) => text.replace('title: Chief, Pass Office', 'title: Head of the Pass Office'));
  await left.getByRole('heading', { level: 1, name: /Head of the Pass Office/ }).waitFor();
  await until(() => page.url().includes('250655-head-of-the-pass-office'));
  assert.ok((await observed(left)).isSame);
  assert.equal(new URL(right.url()).pathname, NOTICE.fr);
  // The old address was asked for once more.
  site.complaints.length = 0;
});

test('a page that is alone in a tab follows too', async () => {
  const page = await site.open(NOTICE.fr);
  await page.locator('#diptych-pair').waitFor();
  await observe(page);
  await site.edit(NOTICE.files.fr, (text) => text.replace('Fixe les objectifs', 'Arrête les objectifs'));
  await page.getByText('Arrête les objectifs').waitFor();
  await until(() => page.locator('[data-diptych-edited]').count());
  await until(() => page.evaluate(() => scrollY > 500));
  assert.deepEqual((await observed(page)).touched, ['accountabilities']);
  assert.ok((await observed(page)).isSame);
});

test('a change of colours or measures in the theme is seen without a page being loaded', async () => {
  const page = await site.openPair();
  const [left] = await framesOf(page);
  await observe(left);
  await site.edit('themes/secretariat/assets/style.css', (text) => text.replace('--paper: #fff;', '--paper: #660066;'));
  await until(() => left.evaluate(() => getComputedStyle(document.body).backgroundColor === 'rgb(102, 0, 102)'));
  assert.ok((await observed(left)).isSame);
});

test('the preview says calmly that it has stopped, and comes back by itself', async () => {
  const tabs = [await site.open('/'), await site.openPair(), await site.open(NOTICE.en)];
  await tabs[2].locator('#diptych-pair').waitFor();
  await tabs[0].locator('#row-250655').waitFor();
  const notices = [tabs[0].locator('#stopped'), tabs[1].locator('#stopped'), tabs[2].locator('#diptych-notice')];
  await site.halt();
  for (const notice of notices) {
    await until(async () => (await notice.innerText()).startsWith('The preview has stopped.'));
  }
  await site.run();
  for (const notice of notices) {
    await until(async () => (await notice.innerText()) === '');
  }
  site.complaints.length = 0;
});
