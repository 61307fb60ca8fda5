// The home page and a notice as Lighthouse sees them on a telephone: full marks, and fast.

import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import lighthouse from 'lighthouse';
import { pages, startBrowser } from './browser.js';

/** The least marks out of 100. */
const LEAST = { accessibility: 100, 'best-practices': 100, seo: 100, performance: 95 };
/** Times that a page is measured; the median counts for performance, and a noisy machine is given another round. */
const TIMES = 3;
const ROUNDS = 2;

let browser;
let port;
before(async () => {
  port = await freePort();
  browser = await startBrowser(`--remote-debugging-port=${port}`);
});
after(() => browser.close());

for (const page of pages.filter(({ site, kind, language }) => site.name === 'june' && ['home', 'notice-open'].includes(kind) && language === (kind === 'home' ? 'fr' : 'en'))) {
  test(page.name, async (context) => {
    const found = new Set();
    let performance = 0;
    for (let round = 0; round < ROUNDS && performance < LEAST.performance; round += 1) {
      const marks = [];
      for (let time = 0; time < TIMES; time += 1) {
        // What is not measured is the same each time.
        const report = await measure(page, round + time === 0 ? Object.keys(LEAST) : ['performance']);
        marks.push(report.marks.performance);
        report.faults.forEach((fault) => found.add(fault));
        report.slow.forEach((audit) => context.diagnostic(`${page.name}: ${audit}`));
      }
      performance = marks.sort((a, b) => a - b)[Math.floor(TIMES / 2)];
      context.diagnostic(`${page.name}: performance ${marks.join(', ')}`);
    }
    assert.ok(found.size === 0, `${page.name}:\n  ${[...found].join('\n  ')}`);
    assert.ok(performance >= LEAST.performance, `${page.name}: performance is ${performance}, less than ${LEAST.performance}`);
  });
}

/** The marks of a page, what cost it full marks elsewhere than in performance, and what made it slow. */
async function measure(page, categories) {
  const settings = { port, output: 'json', logLevel: 'error', onlyCategories: categories };
  const { lhr } = await lighthouse(`https://${page.site.host}${page.path}`, settings);
  assert.ok(!lhr.runtimeError, `${page.name}: ${lhr.runtimeError?.message}`);
  const marks = Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]));
  const faults = Object.entries(lhr.categories)
    .filter(([name]) => name !== 'performance' && marks[name] < LEAST[name])
    .flatMap(([name, { auditRefs }]) => auditRefs
      .map(({ id, weight }) => ({ ...lhr.audits[id], weight }))
      .filter(({ score, weight }) => weight > 0 && score !== null && score < 1)
      .map(({ id, title, details }) => `${name} ${marks[name]}: ${id} (${title}) ${JSON.stringify(details?.items ?? []).slice(0, 400)}`));
  const slow = lhr.categories.performance.auditRefs
    .map(({ id, weight }) => ({ ...lhr.audits[id], weight }))
    .filter(({ score, weight }) => weight > 0 && score < 0.9)
    .map(({ id, displayValue }) => `${id} ${displayValue}`);
  return { marks, faults, slow };
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port: free } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return free;
}
