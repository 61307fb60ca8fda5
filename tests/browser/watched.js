// A site that is watched, and browsers that look at it: what the tests of the preview stand on.
//
// Each test file starts `diptych watch --site COPY --port N --now NOW` on a copy of its own of the sample site, and drives
// Debian's Chromium against it with playwright-core. Nothing is a mock: what is edited is a file, what is seen is a page.
// `.ci/browser.sh DIPTYCH` runs them all. The environment says where things are:
//   DIPTYCH   the program (an absolute path)
//   SAMPLE    the folder of the sample site
//   PICTURES  the folder that the screenshots are written to
//   CHROMIUM  the browser (/usr/bin/chromium unless given)

import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** The instant at which all is looked at: one notice closes in six days, two are open, eight will be published. */
export const NOW = '2025-05-01T09:00:00+02:00';
/** A notice that closes soon, and its pages. */
export const NOTICE = {
  reference: '250655',
  en: '/en/vacancies/250655-chief-pass-office/',
  fr: '/fr/postes-vacants/250655-chef-du-bureau-des-laissez-passer/',
  files: { en: 'content/vacancies/2025/250655.en.md', fr: 'content/vacancies/2025/250655.fr.md' },
};
/** How long anything that was asked for may take. */
const PATIENCE = 20_000;

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A copy of the sample site with `diptych watch` running on it. */
export class Watched {
  static async start() {
    const folder = await mkdtemp(path.join(tmpdir(), 'diptych-watched-'));
    // Nobody has signed what a test edits.
    const filter = (file) => !file.endsWith('.signature.yaml');
    for (const part of ['assets', 'content', 'i18n', 'themes', 'site.yaml']) {
      await cp(path.join(process.env.SAMPLE, part), path.join(folder, part), { recursive: true, filter });
    }
    const watched = new Watched(folder, await freePort());
    await watched.run();
    watched.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    return watched;
  }

  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
    this.url = `http://localhost:${port}`;
    this.originals = new Map();
    /** What a browser complained of: errors of scripts, of the policy for contents, requests to other servers. */
    this.complaints = [];
  }

  async run() {
    const given = ['watch', '--site', this.folder, '--port', String(this.port), '--now', NOW, '--language', 'en'];
    this.program = spawn(process.env.DIPTYCH, given, { stdio: ['ignore', 'ignore', 'inherit'] });
    this.ended = new Promise((resolve) => this.program.once('exit', resolve));
    await until(() => answers(this.port));
  }

  async halt() {
    this.program.kill('SIGTERM');
    await this.ended;
  }

  async stop() {
    await this.browser.close();
    await this.halt();
    await rm(this.folder, { recursive: true });
  }

  /** Changes a file of the site as an editor does: the text is read, changed and written. */
  async edit(file, change) {
    const place = path.join(this.folder, file);
    const text = await readFile(place, 'utf8');
    const changed = change(text);
    if (changed === text) {
      throw new Error(`nothing to change in ${file}`);
    }
    if (!this.originals.has(file)) {
      this.originals.set(file, text);
    }
    await writeFile(place, changed);
  }

  /** Closes the tabs of a test, puts every file back as it was, and returns what the browser complained of. */
  async tidy() {
    await Promise.all(this.browser.contexts().map((context) => context.close()));
    await this.restore();
    return this.complaints.splice(0);
  }

  /** Puts every file back as it was. */
  async restore() {
    for (const [file, text] of this.originals) {
      await writeFile(path.join(this.folder, file), text);
    }
    this.originals.clear();
  }

  /** A tab of its own. `width`, `language` of the interface, `scheme` of colours; what else playwright knows. */
  async open(address, { width = 1440, height = width > 800 ? 900 : 844, language = null, scheme = 'light', ...others } = {}) {
    const context = await this.browser.newContext({ viewport: { width, height }, colorScheme: scheme, ...others });
    if (language) {
      await context.addCookies([{ name: 'diptych-language', value: language, url: this.url, sameSite: 'Strict' }]);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(`${page.url()}: ${message.text()}`));
    page.on('request', (request) => request.url().startsWith(this.url) || this.complaints.push(`${page.url()} asks ${request.url()}`));
    await page.goto(this.url + address);
    return page;
  }

  /** The diptych view of a page, with both frames ready. */
  async openPair(address = NOTICE.en, options = {}) {
    const page = await this.open(`/-/pair?path=${address}`, options);
    await framesOf(page);
    return page;
  }
}

/** The two frames of a diptych view, left and right, once their scripts have taken up work. */
export async function framesOf(page) {
  const frames = [];
  for (const side of ['left', 'right']) {
    const element = await page.waitForSelector(`#${side} iframe`, { state: 'attached' });
    await until(async () => (await element.contentFrame())?.evaluate(() => document.readyState === 'complete' && document.getElementById('diptych-voice') !== null).catch(() => false));
    frames.push(await element.contentFrame());
  }
  return frames;
}

/** Waits until something holds, and returns it. */
export async function until(question, what = question.toString()) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await question();
    if (answer) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`waited in vain: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** What axe-core finds against WCAG 2.2 A and AA and its own good practice, in a page and its frames, in words. */
export async function faults(page) {
  const found = [];
  for (const frame of page.frames()) {
    const isWhole = frame === page.mainFrame();
    const violations = await frame.evaluate(`${axe}; axe.run(document, {
      iframes: false, resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`);
    found.push(...violations.map((violation) => `${isWhole ? 'page' : frame.url()}: ${violation}`));
  }
  return found;
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function answers(port) {
  return fetch(`http://localhost:${port}/-/desk.json`).then((answer) => answer.ok, () => false);
}
