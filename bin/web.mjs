// Builds the web page when what it is made of has changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { join, relative } from 'node:path';
import { alone } from './install.mjs';
import { Stop, modules, pinnedEnvironment, pinnedNode, root, runWithHeartbeat, say } from './runtime.mjs';

const sources = [
  'src/web',
  'src/rooms',
  'src/kernel',
  'src/statutes',
  'src/geo',
  'src/models',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
];
const built = join(root, 'dist', 'web');
const stampFile = join(built, '.stamp');

/** Builds dist/web unless it was built from exactly these sources. Returns true when it built. */
export async function ensureWebBuilt() {
  if (!existsSync(join(root, 'vite.config.ts'))) return false;
  const wanted = sourceHash();
  if (isCurrent(wanted)) return false;
  return alone('web', async () => {
    if (isCurrent(wanted)) return false;
    say('正在生成网页……', 'Building the web page …');
    // Built beside and put in place at once: a server that is running never finds the folder half full.
    const next = join(root, 'dist', 'web-next');
    const old = join(root, 'dist', 'web-old');
    const args = [join(modules, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn', '--outDir', next, '--emptyOutDir'];
    const { code, output } = await runWithHeartbeat(pinnedNode, args, {
      env: pinnedEnvironment(),
      doing: () => ['正在生成网页', 'building the web page'],
    });
    if (code !== 0) {
      process.stderr.write(output);
      throw new Stop('网页没有生成，原因见上。', 'The web page was not built; the reason is above.');
    }
    await compress(next);
    writeFileSync(join(next, '.stamp'), wanted);
    rmSync(old, { recursive: true, force: true });
    if (existsSync(built)) renameSync(built, old);
    renameSync(next, built);
    rmSync(old, { recursive: true, force: true });
    return true;
  });
}

/** Writes .gz and .br beside every text file, so that the server need not compress on each request. */
async function compress(folder) {
  const files = filesUnder(folder).filter((path) => /\.(js|css|html|svg|json)$/.test(path));
  for (const path of files) {
    const bytes = readFileSync(path);
    if (bytes.length < 1024) continue;
    writeFileSync(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    writeFileSync(`${path}.br`, await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}

function isCurrent(wanted) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
}

/** Tests are no part of the page. */
function sourceHash() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((name) => filesUnder(join(root, name)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return `${hash.digest('hex')}\n`;
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  const stat = readdirOrNull(path);
  if (stat === null) return [path];
  return stat
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (/\.test\.tsx?$/.test(entry.name) ? [] : filesUnder(join(path, entry.name))));
}

function readdirOrNull(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}
