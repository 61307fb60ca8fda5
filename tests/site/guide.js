// The pages of the guide into what they tell those who run a web server: headers, types of files, how long to keep what.
//
// The guide is the only place where these are written down, so what is tested here is what people are told to do. Both
// languages must say the same.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The headers of every response, those of `Cache-Control` by folder, and the types by pattern of file name. */
export async function recommended(root) {
  const [english, french] = await Promise.all([
    read(path.join(root, 'docs/guide/en/themes.md'), path.join(root, 'docs/guide/en/outputs.md')),
    read(path.join(root, 'docs/guide/fr/themes.md'), path.join(root, 'docs/guide/fr/sorties.md')),
  ]);
  assert.deepEqual(french, english, 'the French guide recommends other headers than the English one');
  for (const needed of ['Content-Security-Policy', 'Strict-Transport-Security', 'X-Content-Type-Options']) {
    assert.ok(english.headers[needed], `the guide recommends no ${needed}`);
  }
  return english;
}

async function read(...files) {
  const text = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
  const blocks = [...text.matchAll(/^```text\n([^]*?)^```$/gm)].map(([, block]) => block);
  const headers = Object.fromEntries(
    blocks.flatMap((block) => [...block.matchAll(/^([A-Z][A-Za-z]*(?:-[A-Za-z]+)+): (.+)$/gm)].map(([, name, value]) => [name, value])),
  );
  const row = (cell) => [...text.matchAll(new RegExp(`^\\| (.+) \\| ${cell}`, 'gm'))];
  const cache = row('`((?:public|private|no-)[^`]*)` \\|$').map(([, files, value]) => ({ assets: files.includes('/assets/'), value }));
  const types = row('`([a-z]+/[^`]+)`').flatMap(([, names, type]) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => ({ name, type })));
  return { headers, cache, types };
}
