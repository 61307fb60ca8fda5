// diptych and its sample into an answer: whether what it publishes holds in a real browser. `.ci/site.sh` starts it.
//
// The sites are built once and served from here; the test files run beside it, two at a time, and Lighthouse, which
// measures, alone. The environment says where things are:
//   DIPTYCH   the program (an absolute path)
//   ROOT      the repository, which is the sample site
//   CHROMIUM  the browser
//   UPDATE    `always` writes the reference pictures anew
// Arguments name the tests to run (`pictures`, `axe`…); without them, all run.

import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { recommended } from './guide.js';
import { serve } from './server.js';
import { buildSites } from './sites.js';

const here = import.meta.dirname;
const root = process.env.ROOT;
const work = path.join(here, 'sites');
const wanted = process.argv.slice(2);

await rm(work, { recursive: true, force: true });
const guide = await recommended(root);
const folders = new Map();
const server = await serve(folders, guide);
const sites = await buildSites({ diptych: process.env.DIPTYCH, root, work });
sites.forEach((site) => folders.set(site.host, site.output));

process.env.SITES = path.join(work, 'sites.json');
await writeFile(process.env.SITES, JSON.stringify({ port: server.address().port, sites }));

const files = (await readdir(here)).filter((name) => name.endsWith('.test.js')).sort();
const chosen = files.filter((name) => wanted.length === 0 || wanted.includes(name.split('.')[0]));
const alone = chosen.filter((name) => name === 'lighthouse.test.js');
await test(chosen.filter((name) => !alone.includes(name)), 2);
await test(alone, 1);
server.close();
server.closeAllConnections?.();

function test(names, concurrency) {
  if (names.length === 0) {
    return null;
  }
  return new Promise((resolve, reject) => {
    const events = run({ files: names.map((name) => path.join(here, name)), concurrency });
    events.on('test:fail', () => (process.exitCode = 1));
    const report = events.compose(spec);
    report.once('end', resolve).once('error', reject);
    report.pipe(process.stdout, { end: false });
  });
}
