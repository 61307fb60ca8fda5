// Every kind of page with the Tab key alone: all can be reached, in order, is seen when it has the focus, and is large enough.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { none, open, pages, startBrowser } from './browser.js';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const walked = pages.filter(({ site }) => site.name !== 'many');
for (const page of walked) {
  test(`${page.name}: Tab reaches everything, and shows where it is`, async () => {
    const found = [];
    // A telephone, a desk, and a low screen that has no room for what stays in view.
    for (const [wide, high] of [[320, 800], [1440, 900], [1280, 600]].slice(0, page.kind.startsWith('notice') ? 3 : 2)) {
      const { tab, close } = await open(browser, page, { wide, high });
      found.push(...(await walk(tab)).map((fault) => `${wide} × ${high} px: ${fault}`));
      await close();
    }
    none(found, page.name);
  });
}

/** Presses Tab until it has left the page, and gives what was wrong on the way. */
async function walk(tab) {
  const expected = await tab.evaluate(focusable);
  await tab.evaluate(`addEventListener('focusin', () => (window.walked ??= []).push((${focused})()))`);
  for (let step = 0; step < expected.names.length; step += 1) {
    await tab.keyboard.press('Tab');
  }
  const steps = (await tab.evaluate(() => window.walked ?? [])).filter(Boolean);
  const reached = steps.map(({ name }) => name);
  const found = [...expected.small, ...(expected.ordered ? ['a tabindex above 0 changes the order'] : [])];
  found.push(...steps.flatMap(({ name, faults }) => faults.map((fault) => `${name} ${fault}`)));
  if (reached.length === 0 || reached.join() !== expected.names.join()) {
    const missed = expected.names.filter((name) => !reached.includes(name));
    found.push(`Tab does not go through the page in its order: missed ${missed.join(', ') || 'nothing'}; went ${reached.join(' → ')}`);
  }
  return found;
}

for (const page of walked.filter(({ kind, language }) => language === 'en' && !['root', 'not-found'].includes(kind))) {
  test(`${page.name}: the skip link leads to the content, the switch to the twin and back`, async () => {
    const { tab, close } = await open(browser, page);
    await tab.keyboard.press('Tab');
    const skip = await tab.evaluate(() => ({ href: document.activeElement.getAttribute('href'), main: document.querySelector('main').id }));
    assert.equal(skip.href, `#${skip.main}`, `${page.name}: the first link is not one to <main>`);
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Tab');
    const inside = await tab.evaluate(() => document.querySelector('main').contains(document.activeElement) || !document.querySelector('main :is(a[href], button, input)'));
    assert.ok(inside, `${page.name}: after the skip link, Tab does not go on in <main>`);
    const twin = page.site.pages.find(({ kind, language }) => kind === page.kind && language !== page.language);
    for (const [from, to] of [[page, twin], [twin, page]]) {
      await tab.locator(`header a[hreflang="${to.language}"][lang="${to.language}"]`).focus();
      await tab.keyboard.press('Enter');
      await tab.waitForURL(`https://${page.site.host}${to.path}`, { timeout: 5000 }).catch(() => {});
      assert.equal(new URL(tab.url()).pathname, to.path, `${from.kind}, ${from.language}: the switch leads elsewhere`);
      assert.equal(await tab.evaluate(() => document.documentElement.lang), to.language);
    }
    await close();
  });
}

for (const page of walked.filter(({ kind }) => ['notice-open', 'notice-closed'].includes(kind))) {
  test(`${page.name}: the contents lead to each section, which is in sight`, async () => {
    const { tab, close } = await open(browser, page);
    const links = tab.locator('main nav a[href^="#"]');
    const found = [];
    for (let index = 0; index < (await links.count()); index += 1) {
      const link = links.nth(index);
      const words = await link.innerText();
      await link.focus();
      await tab.keyboard.press('Enter');
      const seen = await tab.evaluate(targetInSight);
      if (seen) {
        found.push(`${words}: ${seen}`);
      }
    }
    const count = await links.count();
    await close();
    assert.ok(count >= 5, `${page.name}: contents with ${count} links`);
    none(found, page.name);
  });
}

for (const page of walked.filter(({ kind }) => kind === 'notice-open')) {
  test(`${page.name}: the ways to apply are reached and lead somewhere`, async () => {
    const { tab, close } = await open(browser, page);
    const ways = await tab.locator('main .apply a.button, main #page-apply a, main [aria-labelledby="page-apply"] a[href^="http"]').evaluateAll((links) => links.map(({ href, textContent }) => ({ href, textContent })));
    await close();
    assert.ok(ways.length > 0, `${page.name}: no way to apply`);
    none(ways.filter(({ href, textContent }) => !/^(https|mailto):/.test(href) || !textContent.trim()).map(({ href }) => href), page.name);
  });
}

/** In the page: what Tab should reach, in the order of the source, and which targets are smaller than 24 × 24 pixels (2.5.8). */
function focusable() {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]')].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0 && !element.closest('[inert]'));
  const shown = (element) => `${element.tagName.toLowerCase()} “${(element.innerText || element.getAttribute('aria-label') || element.name || '').trim().replace(/\s+/g, ' ').slice(0, 50)}”`;
  const inText = (element) => {
    if (getComputedStyle(element).display !== 'inline') {
      return false;
    }
    const block = element.closest('p, li, dd, td, th, dt, figcaption, label, blockquote');
    return Boolean(block) && block.innerText.trim().length > element.innerText.trim().length;
  };
  const small = all.filter((element) => !element.matches('.skip, [href^="#"]:first-child:not(:focus)') && !inText(element)).flatMap((element) => {
    // A label enlarges the box that it names.
    const boxes = [element, ...(element.labels ?? [])].map((target) => target.getBoundingClientRect());
    const box = boxes.reduce((most, other) => (other.width * other.height > most.width * most.height ? other : most));
    return box.width >= 23.99 && box.height >= 23.99 ? [] : [`${shown(element)} is ${box.width.toFixed(1)} × ${box.height.toFixed(1)} pixels large, less than 24 × 24`];
  });
  // Of radio buttons with one name, Tab reaches one.
  const groups = new Set();
  const reached = all.filter((element) => {
    if (element.type !== 'radio') {
      return true;
    }
    const isFirst = !groups.has(element.name);
    groups.add(element.name);
    return isFirst;
  });
  return { names: reached.map(shown), small, ordered: all.some((element) => element.tabIndex > 0) };
}

/** In the page: what has the focus and what is wrong with how it shows (2.4.7, 2.4.11, 1.4.11); null if nothing has it. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) {
    return null;
  }
  const faults = [];
  const style = getComputedStyle(element);
  const channels = (color) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (color) => channels(color).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  let ground = element.parentElement;
  while (ground && channels(getComputedStyle(ground).backgroundColor)[3] === 0) {
    ground = ground.parentElement;
  }
  const behind = ground ? getComputedStyle(ground).backgroundColor : '#fff';
  if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2) {
    faults.push(`has no visible outline (${style.outlineWidth} ${style.outlineStyle})`);
  } else {
    const [light, dark] = [luminance(style.outlineColor), luminance(behind)].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 3) {
      faults.push(`has an outline ${style.outlineColor} on ${behind}, a contrast of ${contrast.toFixed(2)}`);
    }
  }
  const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (!box) {
    faults.push('takes no room');
  } else {
    const at = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(...at);
    if (!top) {
      faults.push(`is outside the window, at ${at.map(Math.round)}`);
    } else if (!element.contains(top) && !top.contains(element)) {
      faults.push(`is covered by <${top.tagName.toLowerCase()} class="${top.className}">`);
    }
  }
  const words = (element.innerText || element.getAttribute('aria-label') || element.name || '').trim().replace(/\s+/g, ' ').slice(0, 50);
  return { name: `${element.tagName.toLowerCase()} “${words}”`, faults };
}

/** In the page: why the target of the address is not in sight, or null. */
function targetInSight() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) {
    return `nothing has the id ${location.hash}`;
  }
  const heading = target.matches('h1, h2, h3') ? target : target.querySelector('h2, h3');
  const box = heading.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + 5, box.top + box.height / 2);
  return top && (heading.contains(top) || top.contains(heading)) ? null : `the heading “${heading.innerText}” is out of sight or covered, at ${Math.round(box.top)}`;
}
