// The published sites and Debian's Chromium into pages that tests can look at, and what went wrong while they loaded.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import https from 'node:https';
import { chromium } from 'playwright-core';

/** Every site that was built, with its pages; and the port that serves them. */
export const { port, sites } = JSON.parse(await readFile(process.env.SITES, 'utf8'));

/** How long anything that was asked for may take. */
const PATIENCE = 30_000;

/** What makes the names of the sites lead here, and nowhere else. */
export const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-proxy-server',
  `--host-resolver-rules=MAP *.example.org 127.0.0.1:${port}, MAP * ~NOTFOUND`,
  '--ignore-certificate-errors',
];

/** Which pages of a site count; those of the others look the same in the first. */
const COUNTED = {
  june: () => true,
  empty: (kind) => kind.endsWith('-empty'),
  many: (kind) => ['home', 'find', 'search'].includes(kind),
};

/** Every page to look at: `{ site, kind, language, path, name }`. */
export const pages = sites.flatMap((site) =>
  site.pages
    .filter(({ kind }) => COUNTED[site.name](kind))
    .map((page) => ({ ...page, site, name: `${site.theme}, ${page.kind}${site.name === 'many' ? ' of 200' : ''}, ${page.language}` })));

/** A browser; close it after the tests. */
export function startBrowser(...more) {
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: [...ARGUMENTS, ...more] });
}

/**
 * Opens a page at the instant of its site and waits until it stands still. `wide` is the width of the window; whatever
 * playwright knows of contexts may be given too. What the browser complains of is gathered in `complaints`. Functions that
 * are evaluated in the page may ask `isSeen(element)`, and whether it stays in place while the page scrolls, `isFloating`.
 */
export async function open(browser, page, { wide = 1440, high = wide > 800 ? 900 : 800, scheme = 'light', ...others } = {}) {
  const context = await browser.newContext({
    viewport: { width: wide, height: high },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    ignoreHTTPSErrors: true,
    locale: page.language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Brussels',
    ...others,
  });
  const tab = await context.newPage();
  tab.setDefaultTimeout(PATIENCE);
  const address = `https://${page.site.host}${page.path}`;
  const complaints = [];
  tab.on('pageerror', (error) => complaints.push(`error in a script: ${error.message}`));
  tab.on('console', (message) => {
    // A page that is not there is told so, and shown.
    if (message.type() === 'error' && !(page.kind === 'not-found' && message.location().url === address)) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  tab.on('request', (request) => {
    if (!request.url().startsWith(`https://${page.site.host}/`) && !request.url().startsWith('data:')) {
      complaints.push(`request to another place: ${request.url()}`);
    }
  });
  tab.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== address) {
      complaints.push(`${response.status()} for ${response.url()}`);
    }
  });
  await tab.addInitScript(() => {
    const upwards = (element, holds) => element && (holds(getComputedStyle(element), element) || upwards(element.parentElement, holds));
    // Words for screen readers alone are clipped to nothing.
    const isClipped = (style, element) => /inset\((50|100)%/.test(style.clipPath) || (style.overflowX !== 'visible' && element.clientWidth <= 1 && element.clientHeight <= 1);
    globalThis.isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !upwards(element, isClipped);
    globalThis.isFloating = (element) => Boolean(upwards(element, ({ position }) => ['sticky', 'fixed'].includes(position)));
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`the policy forbids ${event.violatedDirective} ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  await tab.clock.setFixedTime(new Date(page.site.now));
  await tab.goto(address);
  await tab.evaluate(() => document.fonts.ready.then(() => null));
  return { tab, complaints, close: () => context.close() };
}

/** Fails with everything that was found, one finding a line. */
export function none(found, where) {
  assert.ok(found.length === 0, `${where}: ${found.length} found\n  ${found.join('\n  ')}`);
}

/** The status and headers of a path of a site, asked without a browser. */
export function ask(site, address, headers = {}) {
  return new Promise((resolve, reject) => {
    const given = { host: '127.0.0.1', port, path: address, servername: site.host, rejectUnauthorized: false };
    const request = https.request({ ...given, headers: { host: site.host, ...headers } }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    request.once('error', reject).end();
  });
}
