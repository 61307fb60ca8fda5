// The first visit of a notice and of a home page with 200 open vacancies: how many bytes come over the wire.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, pages, startBrowser } from './browser.js';

/** The most that a first visit may weigh, in bytes, headers and all, pictures left out. */
const LIMITS = { notice: 60_000, many: 90_000 };

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const weighed = pages.filter(({ site, kind }) => ['notice-open', 'notice-closing-soon'].includes(kind) || (site.name === 'many' && kind === 'home'));
for (const page of weighed) {
  test(page.name, async (context) => {
    const blank = await open(browser, { ...page, path: '/robots.txt' });
    const session = await blank.tab.context().newCDPSession(blank.tab);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    const parts = new Map();
    session.on('Network.responseReceived', ({ requestId, type, response }) => parts.set(requestId, { type, url: response.url }));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      parts.set(requestId, { ...parts.get(requestId), bytes: encodedDataLength });
    });
    await blank.tab.goto(`https://${page.site.host}${page.path}`, { waitUntil: 'networkidle' });
    await blank.close();
    const counted = [...parts.values()].filter(({ type, bytes }) => type !== 'Image' && bytes);
    const total = counted.reduce((sum, { bytes }) => sum + bytes, 0);
    const list = counted.map(({ url, bytes }) => `${new URL(url).pathname} ${bytes}`).join(', ');
    const limit = page.site.name === 'many' ? LIMITS.many : LIMITS.notice;
    context.diagnostic(`${page.name}: ${total} bytes of at most ${limit}`);
    assert.ok(counted.length >= 2, `nothing was measured: ${list}`);
    assert.ok(total <= limit, `${page.name}: ${total} bytes, more than ${limit}: ${list}`);
  });
}
