// Every kind of page without JavaScript: all facts, sections and lists are there, and every link within the site leads on.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ask, none, open, pages, startBrowser } from './browser.js';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const answers = new Map();

for (const page of pages) {
  test(page.name, async () => {
    const { tab, complaints, close } = await open(browser, page, { javaScriptEnabled: false });
    const found = [...complaints];
    const links = await tab.locator('a[href]').evaluateAll((all) => [...new Set(all.map(({ href }) => href))]);
    const own = links.map((link) => new URL(link)).filter(({ host }) => host === page.site.host);
    assert.ok(own.length > 0, `${page.name}: no link`);
    for (const { pathname, hash } of own) {
      const key = page.site.host + pathname;
      if (!answers.has(key)) {
        answers.set(key, await ask(page.site, pathname));
      }
      const { status, body } = answers.get(key);
      if (status !== 200 && pathname !== page.path) {
        found.push(`${pathname} answers ${status}`);
      }
      if (hash && !new RegExp(`\\bid="?${hash.slice(1).replaceAll('.', '\\.')}["\\s>]`).test(decodeURIComponent(body.toString()))) {
        found.push(`${pathname} has no ${hash}`);
      }
    }
    const text = plain(await tab.locator('body').innerText());
    const needed = await wordsOf(page);
    found.push(...needed.filter((words) => !text.includes(plain(words))).map((words) => `“${words}” is missing`));
    const paths = own.map(({ pathname }) => pathname);
    found.push(...linksOf(page).filter((link) => !paths.includes(link)).map((link) => `no link to ${link}`));
    if (page.kind.startsWith('notice-')) {
      found.push(...(await faultsOfNotice(tab, page)));
    }
    await close();
    none(found, page.name);
  });
}

/** Words without regard to the kind of their spaces. */
function plain(words) {
  return words.replace(/\s+/g, ' ').toLowerCase();
}

/** What must be read on a page, by the open data and the strings of the site. */
async function wordsOf(page) {
  const data = JSON.parse(await readFile(path.join(page.site.output, 'vacancies.json'), 'utf8')).vacancies;
  const zone = (await readFile(path.join(page.site.folder, `i18n/${page.language}/facts.ftl`), 'utf8')).match(/^time-zone = (.+)$/m)[1];
  const listed = data.filter(({ state }) => ['open', 'closing-soon'].includes(state));
  if (page.kind === 'home') {
    return [zone, ...listed.map(({ title }) => title[page.language])];
  }
  const notice = page.site.notices.find(({ path: paths }) => paths[page.language] === page.path);
  if (!notice) {
    return [];
  }
  const record = data.find(({ reference }) => reference === notice.reference);
  return [
    notice.reference,
    notice.title[page.language],
    ...(notice.deadline === 'ongoing' || ['cancelled', 'filled'].includes(notice.state) ? [] : [dateOf(notice.deadline, page.language), zone]),
    ...(record ? [record.organisation?.name, record.location?.name].filter(Boolean).map((name) => name[page.language]) : []),
  ];
}

const dateOf = (instant, language) => {
  const words = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Brussels' }).format(new Date(instant));
  return words.replace(/^1 /, language === 'fr' ? '1er ' : '1 ');
};

/** The notices that a list must link to. */
function linksOf(page) {
  const states = { home: ['open', 'closing-soon'], 'closed-vacancies': ['closed', 'cancelled', 'filled'] }[page.kind] ?? [];
  return page.site.notices.filter(({ state }) => states.includes(state)).map(({ path: paths }) => paths[page.language]);
}

async function faultsOfNotice(tab, page) {
  const found = [];
  const sections = await tab.locator('main section h2').count();
  if (sections < 6) {
    found.push(`${sections} headings of sections`);
  }
  const isOpen = ['notice-open', 'notice-ongoing', 'notice-extended', 'notice-closing-soon'].includes(page.kind);
  const applies = await tab.locator('main [aria-labelledby="page-apply"] a[href^="http"]').count();
  if (isOpen !== applies > 0) {
    found.push(`${applies} ways to apply`);
  }
  return found;
}
