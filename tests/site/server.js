// A folder for each host name into a web server as the guide recommends it: HTTPS, HTTP/2, its headers, compression.

import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import http2 from 'node:http2';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** What the guide leaves to the web server's own table. */
const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
  pdf: 'application/pdf',
};
/** Bytes that are compressed already. */
const DENSE = /^(image\/png|font\/|application\/pdf)/;

/** Serves `folders`, a map of host names that may grow, from a free port with a certificate of its own. */
export async function serve(folders, guide) {
  const server = http2.createSecureServer({ ...certificate(), allowHTTP1: true }, (request, response) => {
    answer(folders, guide, request, response).catch((error) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}

async function answer(folders, guide, request, response) {
  const host = request.headers[':authority'] ?? request.headers.host;
  const folder = folders.get(host.split(':')[0]);
  const found = folder && (await find(folder, decodeURIComponent(new URL(request.url, 'https://site').pathname)));
  if (!found) {
    response.writeHead(421).end();
    return;
  }
  if (found.location) {
    response.writeHead(301, { location: found.location }).end();
    return;
  }
  const type = typeOf(guide, found.file);
  const [coding, bytes] = DENSE.test(type) ? [null, found.bytes] : await compress(found.bytes, request.headers['accept-encoding'] ?? '');
  const keep = guide.cache.find(({ assets }) => assets === found.file.startsWith('/assets/'));
  response.writeHead(found.status, {
    ...guide.headers,
    'content-type': type,
    'content-length': bytes.length,
    'cache-control': keep.value,
    vary: 'Accept-Encoding',
    ...(coding && { 'content-encoding': coding }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** The file at a path: a folder is its `index.html`, what is not there is `404.html`, hidden files are not there. */
async function find(folder, address) {
  const read = (file) => readFile(path.join(folder, file)).catch(() => null);
  const hidden = address.split('/').some((part) => part.startsWith('.'));
  const file = address.endsWith('/') ? `${address}index.html` : address;
  const bytes = hidden ? null : await read(file);
  if (bytes) {
    return { status: 200, file, bytes };
  }
  if (!hidden && (await read(`${file}/index.html`))) {
    return { location: `${address}/` };
  }
  return { status: 404, file: '/404.html', bytes: await read('404.html') };
}

function typeOf(guide, file) {
  const name = path.basename(file);
  const told = guide.types.find((entry) => new RegExp(`^${entry.name.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(name));
  return told?.type ?? TYPES[path.extname(name).slice(1)] ?? 'application/octet-stream';
}

const compressed = new Map();

/** Bytes in the best coding that a client takes, at the levels of a server that compresses its files beforehand. */
async function compress(bytes, accepted) {
  const coding = ['br', 'gzip'].find((name) => new RegExp(`\\b${name}\\b`).test(accepted)) ?? null;
  if (!coding) {
    return [null, bytes];
  }
  const key = `${coding} ${bytes.toString('latin1')}`;
  if (!compressed.has(key)) {
    compressed.set(key, coding === 'br' ? await brotli(bytes) : await gzip(bytes, { level: 9 }));
  }
  return [coding, compressed.get(key)];
}

/** A key and a certificate for this run alone; browsers are told not to ask who signed it. */
function certificate() {
  const given = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const pem = execFileSync('openssl', [...given, '-subj', '/CN=example.org', '-keyout', '-', '-out', '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const part = (name) => pem.match(new RegExp(`-----BEGIN ${name}-----[^]*?-----END ${name}-----`))[0];
  return { key: part('PRIVATE KEY'), cert: part('CERTIFICATE') };
}
