// The sample into published sites: one for each theme and instant, so that every kind of page and state exists somewhere.
//
// Pages are found, not listed: notices by their states in `diptych list`, all others by walking the output. A kind that
// comes later (a list, a search) is tested without a change here.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { addNotices } from './many.js';

const run = promisify(execFile);

/** The instants: all states at once; nothing published yet; a large organisation. The first is what others fall back on. */
const MOMENTS = [
  { name: 'june', now: '2025-06-12T09:00:00+02:00' },
  { name: 'empty', now: '2025-01-01T09:00:00+01:00' },
  { name: 'many', now: '2025-06-12T09:00:00+02:00', added: 200 },
];
/** The folders of a site, as far as they are there. */
const SOURCES = ['content', 'i18n', 'themes', 'templates', 'assets'];
/** The states in which a notice has pages. */
const PUBLIC = ['open', 'closing-soon', 'closed', 'cancelled', 'filled'];
/** The theme that the pictures show, whose sites have the plain names. */
const FIRST_THEME = 'secretariat';

/** Builds every site below `work` and gives them with their host names and pages. */
export async function buildSites({ diptych, root, work }) {
  const others = (await readdir(path.join(root, 'themes'))).filter((theme) => theme !== FIRST_THEME);
  const sites = [FIRST_THEME, ...others.sort()].flatMap((theme) =>
    MOMENTS.map((moment) => ({ ...moment, theme, host: hostOf(theme, moment.name), folder: path.join(work, `${theme}-${moment.name}`) })));
  for (const site of sites) {
    await writeSources(site, root);
    site.output = path.join(site.folder, 'public');
    const common = ['--site', site.folder, '--now', site.now, '--language', 'en'];
    await run(diptych, ['build', ...common]);
    const listed = await run(diptych, ['list', ...common, '--format', 'json'], { maxBuffer: 1 << 26 });
    site.notices = JSON.parse(listed.stdout).filter(({ url }) => url).map((notice) => ({ ...notice, path: pathsOf(notice.url) }));
    site.pages = await findPages(site);
  }
  return sites;
}

function hostOf(theme, moment) {
  const parts = [moment === MOMENTS[0].name ? [] : moment, theme === FIRST_THEME ? [] : theme, 'careers'];
  return `${parts.flat().join('-')}.example.org`;
}

async function writeSources(site, root) {
  await mkdir(site.folder, { recursive: true });
  for (const part of SOURCES.filter((name) => existsSync(path.join(root, name)))) {
    await cp(path.join(root, part), path.join(site.folder, part), { recursive: true });
  }
  const settings = (await readFile(path.join(root, 'site.yaml'), 'utf8'))
    .replace(/^address: .*$/m, `address: https://${site.host}/`)
    .replace(/^theme: .*$/m, `theme: ${site.theme}`);
  // The options of the sample are those of its own theme.
  const own = site.theme === FIRST_THEME ? settings : settings.replace(/^options: .*$/m, 'options: {}');
  await writeFile(path.join(site.folder, 'site.yaml'), own);
  if (site.added) {
    await addNotices(site.folder, site.added);
  }
}

/** One page of each kind in each language: `{ kind, language, path }`. */
async function findPages(site) {
  const seen = new Map();
  const add = (kind, paths) => {
    if (!seen.has(kind) && ![...seen.values()].some((known) => known.en === paths.en)) {
      seen.set(kind, paths);
    }
  };
  add('root', { en: '/' });
  add(site.name === 'empty' ? 'home-empty' : 'home', { en: '/en/', fr: '/fr/' });
  for (const notice of site.notices.filter(({ state }) => PUBLIC.includes(state))) {
    add(`notice-${kindOf(notice)}`, notice.path);
  }
  const notices = new Set(site.notices.map((notice) => notice.path.en));
  for (const english of await foldersBelow(site.output, '/en/')) {
    if (!notices.has(english)) {
      const html = await readFile(path.join(site.output, english, 'index.html'), 'utf8');
      const kind = english.split('/')[2];
      add(site.name === 'empty' && kind === 'closed-vacancies' ? 'closed-empty' : kind, { en: english, fr: twinOf(html) });
    }
  }
  seen.set('not-found', { en: '/en/no-such-page/' });
  return [...seen].flatMap(([kind, paths]) => Object.entries(paths).map(([language, address]) => ({ kind, language, path: address })));
}

function kindOf({ state, extended, deadline }) {
  if (state === 'open' && extended) {
    return 'extended';
  }
  return state === 'open' && deadline === 'ongoing' ? 'ongoing' : state;
}

async function foldersBelow(output, folder) {
  const found = [];
  for (const entry of (await readdir(path.join(output, folder), { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) {
      found.push(...(await foldersBelow(output, `${folder}${entry.name}/`)));
    } else if (entry.name === 'index.html' && folder !== '/en/') {
      found.push(folder);
    }
  }
  return found;
}

function twinOf(html) {
  const link = html.match(/<link\b[^>]*hreflang="?fr"?[^>]*>/)[0];
  return new URL(link.match(/href="?([^\s">]+)/)[1]).pathname;
}

const pathsOf = (urls) => Object.fromEntries(Object.entries(urls).map(([language, url]) => [language, new URL(url).pathname]));
