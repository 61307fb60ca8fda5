// Every kind of page with its scripts: nothing that the recommended policy forbids, no error, no request to anyone else.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, none, open, pages, sites, startBrowser } from './browser.js';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

for (const page of pages) {
  test(`${page.name}: nothing forbidden, nothing foreign`, async () => {
    const { tab, complaints, close } = await open(browser, page);
    await tab.waitForLoadState('networkidle');
    const inline = await tab.evaluate(() =>
      [...document.querySelectorAll('[style], style, script:not([src]):not([type="application/ld+json"])')].map((element) => `inline: ${element.outerHTML.slice(0, 120)}`));
    const cookies = (await tab.context().cookies()).map(({ name }) => `cookie: ${name}`);
    const stored = await tab.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].map((key) => `stored: ${key}`));
    await close();
    none([...complaints, ...inline, ...cookies, ...stored], page.name);
  });
}

test('the server sends what the guide recommends', async () => {
  const [site] = sites;
  const home = await ask(site, '/en/', { 'accept-encoding': 'gzip, br' });
  assert.match(home.headers['content-security-policy'], /^default-src 'none'/);
  assert.equal(home.headers['content-encoding'], 'br');
  assert.equal((await ask(site, '/en/', { 'accept-encoding': 'gzip' })).headers['content-encoding'], 'gzip');
  const { body } = await ask(site, '/en/');
  const [asset] = body.toString().match(/\/assets\/[^\s">]+\.css/);
  assert.match((await ask(site, asset)).headers['cache-control'], /immutable/);
  assert.equal((await ask(site, '/en/feed.json')).headers['content-type'], 'application/feed+json');
  assert.equal((await ask(site, '/.diptych-manifest.json')).status, 404);
});
