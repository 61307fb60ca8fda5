// The pictures of many pages into one: each kind in both languages, on a desk and on a telephone.

import { execFileSync } from 'node:child_process';

/** Kinds that one row of the sheet shows, and the sizes of what is shown of a page, in pixels. */
const ACROSS = 3;
const DESK = { width: 300, height: 240 };
const TELEPHONE = { width: 96, height: 240 };
const TITLES = {
  root: 'Choice of a language',
  home: 'Open vacancies',
  'home-empty': 'No open vacancy',
  'notice-open': 'Open',
  'notice-closing-soon': 'Closing soon, two posts',
  'notice-extended': 'Extended',
  'notice-closed': 'Closed',
  'notice-cancelled': 'Cancelled',
  'closed-vacancies': 'Closed vacancies',
  follow: 'Follow',
  find: 'A list of a part',
  search: 'Search',
  'how-we-recruit': 'An ordinary page',
  'not-found': 'Not found',
};
/** The sheet has as many kinds as this; those that come first in the list stay. */
const MOST = 12;

/** The sheet as a PNG. `picture` gives the bytes for a kind, a language and a width, or nothing. */
export async function contactSheet(browser, kinds, picture) {
  const cells = [];
  for (const kind of kinds) {
    const faces = [];
    for (const language of ['en', 'fr']) {
      const [desk, telephone] = await Promise.all([picture(kind, language, 1440), picture(kind, language, 390)]);
      if (desk && telephone) {
        faces.push(`<div class="face">${image('desk', desk)}${image('telephone', telephone)}</div>`);
      }
    }
    if (faces.length > 0 && cells.length < MOST) {
      cells.push(`<figure><figcaption>${TITLES[kind]}</figcaption><div class="faces">${faces.join('')}</div></figure>`);
    }
  }
  const page = await browser.newPage({ viewport: { width: 2600, height: 1200 } });
  await page.setContent(`<!doctype html><title>Contact sheet</title><style>${STYLE}</style><main>${cells.join('')}</main>`);
  await page.evaluate(() => Promise.all([...document.images].map((each) => each.decode())));
  const bytes = await page.locator('main').screenshot();
  await page.close();
  return reduced(bytes, 128);
}

/** A PNG with no more colours than a palette holds; nothing is dithered, so that equal pixels stay equal. */
export function reduced(png, colours = 256) {
  return execFileSync('pngquant', ['--nofs', '--strip', '--speed', '1', String(colours), '-'], { input: png, maxBuffer: 1 << 26 });
}

const image = (device, bytes) => `<div class="${device}"><img alt="" src="data:image/png;base64,${bytes.toString('base64')}"></div>`;

const STYLE = `
  body { margin: 0; background: #e9ebee; color: #222; font: 600 20px sans-serif; }
  main { display: grid; grid-template-columns: repeat(${ACROSS}, max-content); gap: 32px 40px; width: max-content; padding: 32px; }
  figure, figcaption { margin: 0 0 8px; }
  .faces { display: flex; gap: 8px; }
  .face { display: flex; gap: 4px; }
  .face > div { overflow: hidden; background: #fff; border: 1px solid #c4c9cf; }
  img { display: block; width: 100%; }
  .desk { width: ${DESK.width}px; height: ${DESK.height}px; }
  .telephone { width: ${TELEPHONE.width}px; height: ${TELEPHONE.height}px; }`;
