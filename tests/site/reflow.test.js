// Every kind of page at 320 pixels, with text of twice the size and with wide spacing: nothing is cut or pushed out.

import { after, before, test } from 'node:test';
import { none, open, pages, startBrowser } from './browser.js';

/** The spacing that a reader may set (WCAG 2.2, 1.4.12). */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

for (const page of pages) {
  test(page.name, async () => {
    // The policy would not let a reader's own spacing in from here; this context alone is without it.
    const { tab, close } = await open(browser, page, { wide: 320, bypassCSP: true });
    const session = await tab.context().newCDPSession(tab);
    const found = [];
    const look = async (how) => found.push(...(await tab.evaluate(cut)).map((fault) => `${how}: ${fault}`));
    await look('320 px');
    await tab.setViewportSize({ width: 1280, height: 900 });
    const size = await tab.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await tab.waitForFunction((size) => parseFloat(getComputedStyle(document.documentElement).fontSize) === size, 2 * size, { timeout: 5000 })
      .catch(() => found.push('text does not grow with the size that the reader chose'));
    await look('text of twice the size at 1280 px');
    await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
    await tab.addStyleTag({ content: SPACING });
    for (const width of [320, 1280]) {
      await tab.setViewportSize({ width, height: 900 });
      await look(`wide spacing at ${width} px`);
    }
    await close();
    none(found, page.name);
  });
}

/** In the page: what makes it wider than the window, what text is clipped, what text lies over other text. */
function cut() {
  const found = [];
  const shown = (element) => `<${element.tagName.toLowerCase()}${element.className ? ` class="${element.className}"` : ''}> “${(element.innerText ?? '').trim().replace(/\s+/g, ' ').slice(0, 50)}”`;
  const width = document.documentElement.clientWidth;
  const all = [...document.body.querySelectorAll('*')].filter(isSeen);
  // A list or a table may scroll within itself if that can be done with the keyboard.
  const scrolls = (element) => element.closest('[tabindex="0"]') && getComputedStyle(element.closest('[tabindex="0"]')).overflowX === 'auto';
  if (document.documentElement.scrollWidth > width) {
    const wide = all.filter((element) => !scrolls(element) && element.getBoundingClientRect().right > width + 1);
    const innermost = wide.filter((element) => ![...element.querySelectorAll('*')].some((inner) => wide.includes(inner)));
    found.push(`the page is ${document.documentElement.scrollWidth} pixels wide because of ${innermost.slice(0, 3).map(shown).join(', ')}`);
  }
  for (const element of all) {
    const style = getComputedStyle(element);
    const clips = (axis) => ['hidden', 'clip'].includes(style[`overflow${axis}`]);
    const isCut = (clips('X') && element.scrollWidth > element.clientWidth + 1) || (clips('Y') && element.scrollHeight > element.clientHeight + 1);
    // What is shortened here and stands in full elsewhere is not lost.
    const words = isCut && element.innerText?.trim();
    const isElsewhere = () => all.some((other) => !other.contains(element) && !element.contains(other) && other.innerText?.includes(words));
    if (words && !isElsewhere()) {
      found.push(`cut text in ${shown(element)}`);
    }
  }
  // Lines of text that lie over each other: two boxes of text that share more than a sliver. What stays in place while the
  // page scrolls lies over it by design.
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() && getComputedStyle(element).textOverflow !== 'ellipsis' && isSeen(element) && !isFloating(element)) {
      const range = document.createRange();
      range.selectNodeContents(node);
      lines.push(...[...range.getClientRects()].filter((box) => box.width > 2).map((box) => ({ box, element })));
    }
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  for (let index = 0; index < lines.length; index += 1) {
    for (let other = index + 1; other < lines.length && lines[other].box.top < lines[index].box.bottom; other += 1) {
      const [a, b] = [lines[index], lines[other]];
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (across > 3 && down > 0.45 * Math.min(a.box.height, b.box.height)) {
        found.push(`${shown(a.element)} lies over ${shown(b.element)}`);
      }
    }
  }
  return [...new Set(found)].slice(0, 8);
}
