// Notices on paper: the PDF that a reader's browser makes of them, read back with poppler.

import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { none, open, pages, startBrowser } from './browser.js';

/** A4 in points, and the least distance of any word from the edge of the paper. */
const A4 = { width: 595, height: 842 };
const EDGE = 20;

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

for (const page of pages.filter(({ kind }) => ['notice-open', 'notice-closing-soon', 'notice-closed', 'home'].includes(kind)).filter(({ site }) => site.name === 'june')) {
  test(page.name, async () => {
    const { tab, close } = await open(browser, page);
    const sections = await tab.evaluate(texts, 'main section[id]');
    await tab.emulateMedia({ media: 'print' });
    const pieces = [...sections, ...(await tab.evaluate(texts, 'main')), ...(await tab.evaluate(addresses))];
    const file = path.join(path.dirname(process.env.SITES), `${page.name.replaceAll(', ', '-')}.pdf`);
    const bytes = await tab.pdf({ path: file, preferCSSPageSize: true, tagged: true, outline: true });
    await close();
    const sheets = read(file);
    await rm(file);
    const found = [...faultsOfSheets(sheets, page), ...faultsOfWords(sheets, pieces)];
    const language = bytes.toString('latin1').match(/\/Lang \((\w+)/)?.[1];
    if (language !== page.language) {
      found.push(`the document says that its language is ${language}`);
    }
    if (!bytes.includes('/MarkInfo')) {
      found.push('the document has no tags');
    }
    none(found, page.name);
  });
}

/** A PDF into its sheets: size and words, each with its place, in points. */
function read(file) {
  const xml = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const decode = (text) => text.replace(/&(amp|lt|gt|quot|apos|#\d+);/g, (_, name) =>
    ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? String.fromCodePoint(Number(name.slice(1))));
  return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([^]*?)<\/page>/g)].map(([, width, height, body]) => ({
    width: Number(width),
    height: Number(height),
    words: [...body.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g)].map(
      ([, left, top, right, bottom, text]) => ({ left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), text: decode(text) })),
  }));
}

/** The size of the paper, what every sheet must bear, and words that leave it. */
function faultsOfSheets(sheets, page) {
  const found = [];
  const { reference } = page.site.notices.find(({ path: paths }) => paths[page.language] === page.path) ?? {};
  sheets.forEach(({ width, height, words }, index) => {
    const where = `sheet ${index + 1} of ${sheets.length}`;
    if (Math.abs(width - A4.width) > 1 || Math.abs(height - A4.height) > 1) {
      found.push(`${where} is ${width} × ${height} points, not A4`);
    }
    const head = words.filter(({ bottom }) => bottom < 110).map(({ text }) => text);
    // The plain theme names the notice in its title alone.
    if (reference && page.site.theme !== 'plain' && !head.some((text) => text.includes(reference))) {
      found.push(`${where} does not say ${reference} in its header, but “${head.join(' ')}”`);
    }
    const foot = words.filter(({ top }) => top > height - 60).map(({ text }) => text).join(' ');
    if (!foot.includes(`${index + 1} / ${sheets.length}`)) {
      found.push(`${where} has no page number in its footer, but “${foot}”`);
    }
    const outside = words.filter(({ left, right, top, bottom }) => left < EDGE || right > width - EDGE || top < EDGE / 2 || bottom > height - EDGE / 2);
    found.push(...outside.map(({ text, left, right }) => `${where}: “${text}” reaches from ${left} to ${right} of ${width} points`));
  });
  return found;
}

/** What is read on the page but not on paper. Words are compared without spaces and hyphens: lines break elsewhere. */
function faultsOfWords(sheets, pieces) {
  const bare = (text) => text.normalize('NFKC').replace(/[\s\u00ad\u200b\u2060‐-]+/g, '');
  // Header and page number, which come between what stands before and after a break, are the same on every sheet.
  const first = sheets.at(1) ? common(sheets[0].words, sheets[1].words) : 0;
  const whole = bare(sheets.flatMap(({ words, height }, index) =>
    words.slice(index === 0 ? 0 : first).filter(({ top }) => top < height - 60).map(({ text }) => text)).join(''));
  return pieces.filter((piece) => bare(piece) && !whole.includes(bare(piece))).map((piece) => `not on paper: “${piece.trim()}”`);
}

function common(left, right) {
  const end = left.findIndex(({ text }, index) => right[index]?.text !== text);
  return end === -1 ? 0 : end;
}

/** In the page: every text that shows within what a selector finds, as it stands in the markup. */
function texts(selector) {
  const pieces = [];
  for (const root of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (isSeen(node.parentElement)) {
        pieces.push(node.data);
      }
    }
  }
  return pieces;
}

/** In the page, as it is printed: the address of every link to elsewhere. */
function addresses() {
  const links = [...document.querySelectorAll('main a[href^="http"]')].filter(isSeen);
  return links.map((link) => link.getAttribute('href'));
}
