// Builds the web page when what it is made of has changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
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
const stampFile = join(root, 'dist', 'web', '.stamp');

/** Builds dist/web unless it was built from exactly these sources. Returns true when it built. */
export async function ensureWebBuilt() {
  if (!existsSync(join(root, 'vite.config.ts'))) return false;
  const wanted = sourceHash();
  if (isCurrent(wanted)) return false;
  return alone('web', async () => {
    if (isCurrent(wanted)) return false;
    say('正在生成网页……', 'Building the web page …');
    const { code, output } = await runWithHeartbeat(pinnedNode, [join(modules, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
      env: pinnedEnvironment(),
      doing: () => ['正在生成网页', 'building the web page'],
    });
    if (code !== 0) {
      process.stderr.write(output);
      throw new Stop('网页没有生成，原因见上。', 'The web page was not built; the reason is above.');
    }
    writeFileSync(stampFile, wanted);
    return true;
  });
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
