// The proof sheet of a notice that has changed since it was signed: how it looks on a screen and on paper, and whether
// all can use it.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { NOTICE, faults } from './watched.js';

const run = promisify(execFile);
const pictures = process.env.PICTURES;
const NOW = ['--now', '2025-04-22T12:00:00+02:00'];
let folder;
let browser;

/** Changes a file of the site. */
async function edit(file, before, now) {
  const place = path.join(folder, file);
  const text = await readFile(place, 'utf8');
  assert.ok(text.includes(before), `${before} is in ${file}`);
  await writeFile(place, text.replace(before, now));
}

before(async () => {
  await mkdir(pictures, { recursive: true });
  folder = await mkdtemp(path.join(tmpdir(), 'diptych-proof-'));
  for (const part of ['assets', 'content', 'i18n', 'themes', 'site.yaml']) {
    await cp(path.join(process.env.SAMPLE, part), path.join(folder, part), { recursive: true });
  }
  const diptych = (...given) => run(process.env.DIPTYCH, given, { cwd: folder });
  await diptych('sign', NOTICE.reference, '--by', 'Camille Laurent', '--yes', '--now', '2025-04-08T16:20:00+02:00');
  await edit(NOTICE.files.en, 'at least five years', 'at least ten years');
  await edit(NOTICE.files.fr, 'title: Chef', 'title: Cheffe');
  for (const language of ['en', 'fr']) {
    await diptych('proof', NOTICE.reference, '--to', `${language}.html`, '--language', language, ...NOW);
  }
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function open(language, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const address = pathToFileURL(path.join(folder, `${language}.html`)).href;
  await page.goto(address);
  assert.deepEqual(asked, [address], 'the page needs nothing but itself');
  return page;
}

for (const language of ['en', 'fr']) {
  for (const width of [1440, 390, 320]) {
    test(`the proof sheet, ${language}-${width}`, async () => {
      const page = await open(language, width);
      await page.screenshot({ path: path.join(pictures, `proof-${language}-${width}.png`), fullPage: true });
      assert.deepEqual(await faults(page), []);
      assert.ok(!(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)), 'it is too wide');
      assert.deepEqual(await page.locator('ins').allInnerTexts().then((all) => all.map((text) => text.split(/\s/u).at(-1))), ['Cheffe', 'ten']);
      assert.equal(await page.locator('td:not([lang])').count(), 0);
    });
  }
}

test('the proof sheet on paper', async () => {
  const page = await open('en', 1440);
  const pdf = await page.pdf({ path: path.join(pictures, 'proof-en.pdf'), preferCSSPageSize: true, printBackground: true });
  const text = pdf.toString('latin1');
  const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/u.exec(text);
  assert.ok(Math.abs(width - 842) < 2 && Math.abs(height - 595) < 2, `A4, and not ${width} by ${height}`);
});
