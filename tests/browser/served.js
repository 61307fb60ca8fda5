// The sample site as it is published, behind the policy for contents that the guide gives to servers.
//
// `Served.start()` builds a copy of the sample site with the program itself and answers with its files. Every complaint
// of a browser about that policy is kept, and every address that was asked for.

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);

/** What the guide says of a site that can be searched. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
  + "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

export class Served {
  static async start(now) {
    const served = new Served();
    served.folder = await mkdtemp(path.join(tmpdir(), 'diptych-served-'));
    for (const part of ['assets', 'content', 'i18n', 'themes', 'site.yaml']) {
      const from = path.join(process.env.SAMPLE, part);
      await cp(from, path.join(served.folder, part), { recursive: true }).catch((error) => {
        if (error.code !== 'ENOENT') throw error;
      });
    }
    await served.build(now);
    served.server = http.createServer((request, response) => served.answer(request, response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => served.server.once('listening', resolve));
    served.url = `http://localhost:${served.server.address().port}`;
    served.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    return served;
  }

  /** What browsers complained of, and what they asked for. */
  complaints = [];

  asked = [];

  /** Publishes the site as at an instant. */
  async build(now) {
    await run(process.env.DIPTYCH, ['build', '--now', now], { cwd: this.folder });
  }

  async stop() {
    await this.browser.close();
    this.server.closeAllConnections();
    this.server.close();
    await rm(this.folder, { recursive: true });
  }

  async answer(request, response) {
    const { pathname } = new URL(request.url, this.url);
    this.asked.push(pathname);
    const name = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const type = TYPES[name.split('.').pop()] ?? 'application/octet-stream';
    try {
      const bytes = await readFile(path.join(this.folder, 'public', path.normalize(name)));
      // As most servers have it: what was asked for may be taken from the cache for a while.
      const keep = type.startsWith('text/html') ? 'no-cache' : 'max-age=600';
      response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': keep });
      response.end(bytes);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain', 'content-security-policy': POLICY }).end('404');
    }
  }

  /** A tab of its own. */
  async open(address, { width = 1280, height = 900, ...others } = {}) {
    const context = await this.browser.newContext({ viewport: { width, height }, ...others });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && this.complaints.push(`${page.url()}: ${message.text()}`));
    await page.goto(this.url + address);
    return page;
  }
}
