// Every kind of page, in both languages, both colour schemes, narrow and wide, and in forced colours: what axe-core finds.
// How the states look in forced colours is written into target/pictures.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { none, open, pages, startBrowser } from './browser.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = [
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  { width: 320, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'light', forcedColors: 'active' },
];
/** The kinds that show states. */
const PICTURED = /^(home|closed|notice)/;

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

for (const page of pages.filter(({ site }) => site.name !== 'many')) {
  test(page.name, async () => {
    const { tab, close } = await open(browser, page);
    await tab.evaluate(axe);
    const found = [];
    for (const { width, ...media } of LOOKS) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce', ...media });
      const violations = await tab.evaluate((tags) => window.axe.run({ resultTypes: ['violations'], runOnly: tags })
        .then(({ violations: list }) => list.flatMap(({ id, help, nodes }) => nodes.map(({ target, any }) =>
          `${id} (${help}) at ${target.join(' ')}: ${any[0]?.message ?? ''}`))), TAGS);
      found.push(...violations.map((violation) => `${width} px, ${Object.values(media).join(', ')}: ${violation}`));
    }
    // The last of the looks is that of forced colours.
    if (page.language === 'en' && PICTURED.test(page.kind)) {
      await tab.screenshot({ path: path.join(process.env.ROOT, 'target/pictures', `forced-${page.site.theme}-${page.kind}.png`) });
    }
    await close();
    none(found, page.name);
  });
}
