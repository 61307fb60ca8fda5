// A site that is published, and browsers that visit it: what the tests of the pages stand on.
//
// Each test file starts `diptych build --site COPY --now NOW` on a copy of its own of the sample site and serves the output
// as a plain web server does, with the policy for contents that the guide asks for. Nothing is a mock. The environment is
// that of `watched.js`.

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

/** The policy of `docs/guide/en/themes.md`. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json' };

/** The output of a copy of the sample site, served. */
export class Published {
  /** Builds the site as at an instant, after `edits`: a function of the text for each file that is changed. */
  static async start(now, edits = {}) {
    const folder = await mkdtemp(path.join(tmpdir(), 'diptych-published-'));
    // Nobody has signed what a test edits.
    const filter = (file) => !file.endsWith('.signature.yaml');
    for (const part of ['assets', 'content', 'i18n', 'themes', 'site.yaml']) {
      await cp(path.join(process.env.SAMPLE, part), path.join(folder, part), { recursive: true, filter });
    }
    for (const [file, change] of Object.entries(edits)) {
      const text = await readFile(path.join(folder, file), 'utf8');
      await writeFile(path.join(folder, file), change(text));
    }
    const published = new Published(folder, now);
    await published.build(now);
    await published.serve();
    published.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    return published;
  }

  constructor(folder, now) {
    this.folder = folder;
    this.now = now;
    /** What a browser complained of: errors of scripts, of the policy for contents, requests to other servers. */
    this.complaints = [];
    /** The paths that browsers asked for. */
    this.asked = [];
  }

  /** Publishes the site as at an instant, in place of what was published before. */
  async build(now) {
    await promisify(execFile)(process.env.DIPTYCH, ['build', '--site', this.folder, '--now', now], { cwd: this.folder });
  }

  async serve() {
    const answer = async (request, response) => {
      const wanted = new URL(request.url, 'http://localhost').pathname;
      const file = path.join(this.folder, 'public', wanted.endsWith('/') ? `${wanted}index.html` : wanted);
      this.asked.push(wanted);
      const bytes = await readFile(file).catch(() => null);
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      // Everything but pages may be taken from a cache for a while, as servers often have it.
      const cache = type === TYPES['.html'] ? 'no-cache' : 'max-age=600';
      const headers = { 'Content-Security-Policy': POLICY, 'Content-Type': type, 'Cache-Control': cache };
      response.writeHead(bytes ? 200 : 404, headers).end(bytes);
    };
    this.server = http.createServer(answer).listen(0, '127.0.0.1');
    await new Promise((resolve) => this.server.once('listening', resolve));
    this.url = `http://localhost:${this.server.address().port}`;
  }

  async stop() {
    await this.browser.close();
    await new Promise((resolve) => this.server.close(resolve));
    await rm(this.folder, { recursive: true });
  }

  /** A tab of its own, on the day of the build. `width`; what else playwright knows. */
  async open(address, { width = 1280, height = 900, ...others } = {}) {
    const context = await this.browser.newContext({ viewport: { width, height }, ...others });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(this.now));
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(`${page.url()}: ${message.text()}`));
    page.on('request', (request) => request.url().startsWith(this.url) || this.complaints.push(`${page.url()} asks ${request.url()}`));
    await page.goto(this.url + address);
    return page;
  }

  /** Closes the tabs of a test and returns what the browser complained of. */
  async tidy() {
    await Promise.all(this.browser.contexts().map((context) => context.close()));
    return this.complaints.splice(0);
  }
}
