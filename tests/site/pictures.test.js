// Pages as they look against the pictures in tests/site/references, in both languages, on a telephone and a desk.
//
// UPDATE=always .ci/site.sh DIPTYCH pictures   writes the references anew, and the contact sheet of the README from them.
// What differs is drawn into target/pictures.

import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { open, pages, startBrowser } from './browser.js';
import { contactSheet, reduced } from './sheet.js';

/** The kinds that are pictured, in the order of the contact sheet; other themes show the notice and the list alone. */
const KINDS = [
  'root', 'home', 'notice-open', 'notice-closing-soon', 'notice-extended', 'notice-closed', 'notice-cancelled',
  'closed-vacancies', 'follow', 'find', 'search', 'how-we-recruit', 'home-empty', 'not-found',
];
const WIDTHS = [390, 1440];
/** No picture is taller, in pixels. */
const TALLEST = 2400;
/** How far a pixel may be from its like (0 to 1), and which part of all pixels may be farther. */
const THRESHOLD = 0.12;
const TOLERATED = 0.003;

const references = path.join(process.env.ROOT, 'tests/site/references');
const pictures = path.join(process.env.ROOT, 'target/pictures');
const isUpdate = process.env.UPDATE === 'always';
const how = 'look at the page; if it is meant to look so, type: UPDATE=always .ci/site.sh target/debug/diptych pictures';

const shown = pages
  .filter(({ site, kind }) => site.name !== 'many' && (site.theme === 'secretariat' ? KINDS : ['home', 'notice-open']).includes(kind))
  .flatMap((page) => WIDTHS.map((wide) => ({ ...page, wide, file: `${page.site.theme}-${page.kind}-${page.language}-${wide}.png` })));

let browser;
before(async () => {
  browser = await startBrowser('--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb');
  await mkdir(references, { recursive: true });
  await mkdir(pictures, { recursive: true });
});
after(() => browser.close());

for (const page of shown) {
  test(`${page.name}, ${page.wide} px`, async () => {
    const bytes = await take(page);
    const reference = path.join(references, page.file);
    if (isUpdate) {
      await writeFile(reference, reduced(bytes));
      return;
    }
    const known = await readFile(reference).catch(() => null);
    assert.ok(known, `${page.name}, ${page.wide} px: there is no ${path.relative(process.env.ROOT, reference)}; ${how}`);
    await compare(page, PNG.sync.read(known), PNG.sync.read(bytes));
  });
}

test('every reference is the picture of a page', async () => {
  const files = new Set(shown.map(({ file }) => file));
  const left = (await readdir(references)).filter((file) => !files.has(file));
  if (isUpdate) {
    await Promise.all(left.map((file) => rm(path.join(references, file))));
  } else {
    assert.deepEqual(left, [], 'no page looks like these any more; delete them');
  }
});

if (isUpdate) {
  test('the contact sheet is drawn from the references', async () => {
    const sheet = await contactSheet(browser, KINDS, (kind, language, wide) => {
      const page = shown.find((one) => one.site.theme === 'secretariat' && one.kind === kind && one.wide === wide && one.language === language);
      return page && readFile(path.join(references, page.file));
    });
    await writeFile(path.join(process.env.ROOT, 'docs/images/contact-sheet.png'), sheet);
    assert.ok(sheet.length <= 600_000, `the contact sheet has ${sheet.length} bytes`);
  });
}

/** A page as it looks when all has arrived and nothing moves. */
async function take(page) {
  const { tab, close } = await open(browser, page, { wide: page.wide, deviceScaleFactor: 1 });
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width: page.wide, height: Math.min(height, TALLEST) };
  const bytes = await tab.screenshot({ fullPage: true, clip, animations: 'disabled', caret: 'hide' });
  await close();
  return bytes;
}

async function compare(page, known, seen) {
  const size = { width: Math.max(known.width, seen.width), height: Math.max(known.height, seen.height) };
  const difference = new PNG(size);
  const count = pixelmatch(padded(known, size).data, padded(seen, size).data, difference.data, size.width, size.height, { threshold: THRESHOLD });
  const part = count / (size.width * size.height);
  const isSame = part <= TOLERATED && known.width === seen.width && known.height === seen.height;
  if (!isSame) {
    const drawn = path.join(pictures, `difference-${page.file}`);
    await writeFile(drawn, PNG.sync.write(difference));
    await writeFile(path.join(pictures, page.file), PNG.sync.write(seen));
    const sizes = `${known.width} × ${known.height} pixels before, ${seen.width} × ${seen.height} now`;
    assert.fail(`${page.name}, ${page.wide} px: ${(100 * part).toFixed(2)} % of the pixels differ (${sizes}), see ${path.relative(process.env.ROOT, drawn)}; ${how}`);
  }
}

/** A picture on white paper of a size. */
function padded(picture, size) {
  const paper = new PNG({ ...size, fill: true });
  paper.data.fill(255);
  PNG.bitblt(picture, paper, 0, 0, picture.width, picture.height, 0, 0);
  return paper;
}
