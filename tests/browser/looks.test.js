// How it looks, and whether all can use it: axe-core over the desk and the diptych view, and pictures of both to look at.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { NOTICE, Watched, faults, framesOf, until } from './watched.js';

const pictures = process.env.PICTURES;
let site;
before(async () => {
  await mkdir(pictures, { recursive: true });
  site = await Watched.start();
});
after(() => site.stop());

const picture = (page, name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
const isTooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

async function look(name, view, options) {
  await picture(view, name);
  assert.deepEqual(await faults(view), [], name);
  assert.ok(!(await isTooWide(view)), `${name} is wider than the screen`);
  await view.context().close();
}

for (const language of ['en', 'fr']) {
  for (const width of [1440, 390]) {
    for (const scheme of ['light', 'dark']) {
      const options = { width, language, scheme };
      const name = `${language}-${width}-${scheme}`;

      test(`the desk, ${name}`, async () => {
        const page = await site.open('/', options);
        await page.locator('#row-250655').waitFor();
        await look(`desk-${name}`, page);
      });

      test(`the diptych view, ${name}`, async () => {
        await look(`pair-${name}`, await site.openPair(NOTICE.en, options));
      });

      test(`the desk and the diptych view at another time, ${name}`, async () => {
        for (const [view, open] of [['desk', () => site.open('/', options)], ['pair', () => site.openPair(NOTICE.en, options)]]) {
          const page = await open();
          await page.context().addCookies([{ name: 'diptych-now', value: '2025-05-08T00:01', url: site.url, sameSite: 'Strict' }]);
          await page.reload();
          await page.locator('#return').waitFor();
          await look(`later-${view}-${name}`, page);
        }
      });

      test(`a scheduled notice, ${name}`, async () => {
        const page = await site.open('/', options);
        await page.locator('#group-scheduled a.faces').first().click();
        const frames = await framesOf(page);
        await Promise.all(frames.map((frame) => frame.locator('#diptych-state').waitFor()));
        await look(`scheduled-${name}`, page);
      });

      test(`a draft and the clock, ${name}`, async () => {
        const page = await site.open('/', options);
        await page.locator('#row-261190 a').click();
        const [left, right] = await framesOf(page);
        await Promise.all([left, right].map((frame) => frame.locator('#diptych-state').waitFor()));
        await page.locator('#clock-button').click();
        await look(`draft-${name}`, page);
      });
    }
  }
}

test('what is wrong, at the desk and over the pages', async () => {
  const tabs = [];
  for (const language of ['en', 'fr']) {
    for (const width of [1440, 390]) {
      for (const scheme of ['light', 'dark']) {
        const options = { width, language, scheme };
        tabs.push([`wrong-desk-${language}-${width}-${scheme}`, await site.open('/', options)]);
        tabs.push([`wrong-pair-${language}-${width}-${scheme}`, await site.openPair(NOTICE.en, options)]);
      }
    }
  }
  await site.edit(NOTICE.files.fr, (text) => text.replace('---\n', '---\ndeadline: 2025-05-09\n'));
  for (const [name, page] of tabs) {
    await page.bringToFront();
    if (name.startsWith('wrong-pair')) {
      const frames = await framesOf(page);
      await frames[1].locator('#diptych-sheet').waitFor({ state: 'attached' });
    } else {
      await page.locator('#wrong li.error').first().waitFor();
    }
    await look(name, page);
  }
  await site.restore();
});

test('an error in one edition, over its page alone', async () => {
  await site.edit(NOTICE.files.fr, (text) => text.replace('La personne titulaire dirige', 'La personne titulaire <b> dirige'));
  for (const language of ['en', 'fr']) {
    for (const width of [1440, 390]) {
      const page = await site.openPair(NOTICE.en, { width, language });
      const [left, right] = await framesOf(page);
      await right.locator('#diptych-sheet.error').waitFor({ state: 'attached' });
      assert.equal(await left.locator('#diptych-sheet').count(), 0);
      await look(`wrong-french-${language}-${width}`, page);
    }
  }
  await site.restore();
});

test('text of twice the size fits', async () => {
  for (const address of ['/', `/-/pair?path=${NOTICE.en}`]) {
    for (const width of [1440, 390]) {
      const page = await site.open(address, { width });
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      await page.locator(address === '/' ? '#row-250655' : '#title').waitFor();
      await until(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize === '32px'));
      await picture(page, `large-${address === '/' ? 'desk' : 'pair'}-${width}`);
      assert.ok(!(await isTooWide(page)), `${address} is wider than a screen of ${width}`);
      await page.context().close();
    }
  }
});
