// Makes sure that exactly what package-lock.json names is installed, and says what it is doing meanwhile. A stamp written
// last tells a whole installation from one that was cut off.
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Stop, modules, pinnedNode, root, runWithHeartbeat, say, windows } from './runtime.mjs';

const stampFile = join(modules, '.anlan-lock');
/** What npm itself says it installed. */
const hiddenLock = join(modules, '.package-lock.json');

/** Installs the dependencies unless they are there and current. */
export async function ensureInstalled() {
  const wanted = stampOf();
  if (isCurrent(wanted)) return;
  await alone('install', async (started) => {
    if (isCurrent(wanted)) return;
    if (!matchesLock()) await installLocked(started);
    if (!existsSync(pinnedNode)) await installRuntime();
    writeFileSync(stampFile, wanted);
  });
}

function stampOf() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

function isCurrent(wanted) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted && existsSync(pinnedNode);
}

/** True when somebody ran npm by hand and everything needed is there: npm writes its own list last. */
function matchesLock() {
  if (!existsSync(hiddenLock)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(hiddenLock, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (entry.optional && !found[path])) return true;
    return found[path]?.version === entry.version && existsSync(join(root, path));
  });
}

async function installLocked(started) {
  say('正在安装依赖（首次需要联网，约一分钟）……', 'Installing dependencies (the first time needs a network, about a minute) …');
  // npm removes everything first; cut off in the middle of that, what is left must not look whole.
  for (const file of [stampFile, hiddenLock]) rmSync(file, { force: true });
  const npm = findNpm();
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await runNpm(npm, args, started, () => {
    const packages = countPackages();
    return [`正在安装依赖，已装好 ${packages} 个软件包`, `installing dependencies, ${packages} packages in place`];
  });
  if (code === 0) return;
  process.stderr.write(output);
  if (/EACCES|EROFS|EPERM/.test(output)) {
    throw new Stop(
      `依赖没有装好：${root} 不可写，请用有写权限的账户运行。`,
      `Dependencies were not installed: ${root} cannot be written; run this as a user who may write there.`,
    );
  }
  if (/ENOSPC/.test(output)) {
    throw new Stop(
      '依赖没有装好：磁盘空间不足（约需 1 GB）。',
      'Dependencies were not installed: the disk is full (about 1 GB is needed).',
    );
  }
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|network/i.test(output)) {
    throw new Stop(
      '依赖没有装好：连不上软件源，请检查网络或 npm 的 registry 设置；不能联网的机器可从另一台同系统的机器复制 node_modules。',
      'Dependencies were not installed: the package registry cannot be reached; check the network or npm’s registry setting, or copy node_modules from a like machine.',
    );
  }
  throw new Stop(
    '依赖没有装好，npm 的说明见上；再次运行会重新安装。',
    'Dependencies were not installed; npm says why above. Running this again installs afresh.',
  );
}

/** The runtime comes by an install script; where npm was told to run none, we run this one ourselves. */
async function installRuntime() {
  const folder = join(modules, 'node');
  const installer = join(folder, 'installArchSpecificPackage.js');
  say('npm 没有运行安装脚本，正在单独安装运行时……', 'npm ran no install scripts; installing the runtime on its own …');
  if (existsSync(installer)) {
    const { output } = await runWithHeartbeat(process.execPath, [installer], {
      cwd: folder,
      env: { ...process.env, PATH: pathWithNpm() },
      doing: () => ['正在安装运行时', 'installing the runtime'],
    });
    if (!existsSync(pinnedNode)) process.stderr.write(output);
  }
  if (existsSync(pinnedNode)) return;
  throw new Stop(
    `缺少运行时 ${pinnedNode}：请允许软件包 node 的安装脚本后再运行一次（npm rebuild node）。`,
    `The runtime ${pinnedNode} is missing: allow the install script of the package "node" and run again (npm rebuild node).`,
  );
}

function countPackages() {
  if (!existsSync(modules)) return 0;
  const folders = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((part) => join(name, part)) : [name],
  );
  return folders.filter((name) => existsSync(join(modules, name, 'package.json'))).length;
}

/** npm as a file for this Node, or the command of that name. */
function findNpm() {
  const given = process.env.npm_execpath ?? '';
  const beside = dirname(process.execPath);
  const files = [
    given.endsWith('npm-cli.js') ? given : '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  return files.find((file) => file !== '' && existsSync(file)) ?? null;
}

/** The folder of the `npm` command in front, for installers that call it by name. */
function pathWithNpm() {
  return `${dirname(process.execPath)}${windows ? ';' : ':'}${process.env.PATH ?? ''}`;
}

async function runNpm(npm, args, started, doing) {
  try {
    return npm === null
      ? await runWithHeartbeat(windows ? 'npm.cmd' : 'npm', args, { shell: windows, started, doing })
      : await runWithHeartbeat(process.execPath, [npm, ...args], { started, doing });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Stop(
      '找不到 npm，请安装 Node.js 18 或更新版本（自带 npm）。',
      'npm was not found; install Node.js 18 or newer, which brings it.',
    );
  }
}

/**
 * Runs one piece of work that two starts must not do at the same time. A holder that is dead is passed over.
 * @param name of the work: install, web
 * @param work is given a function that names a further process which is at it
 */
export async function alone(name, work) {
  const file = join(root, '.cache', `${name}.lock`);
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw cannotWrite(error.code);
  }
  while (!take(file)) {
    say('另一个安澜进程正在做同样的准备，等待中……', 'Another Anlan is doing the same preparation; waiting …');
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
  try {
    return await work((pid) => appendFileSync(file, ` ${pid}`));
  } finally {
    rmSync(file, { force: true });
  }
}

function cannotWrite(code) {
  return new Stop(
    `安装文件夹 ${root} 需要更新却不可写（${code}）：请先用有写权限的账户运行一次 npm start。`,
    `The installation in ${root} needs an update but cannot be written (${code}): run npm start once as a user who may write there.`,
  );
}

function take(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw cannotWrite(error.code);
    }
  }
  // The holder may have been killed while the npm it started still works.
  if (
    readFileSync(file, 'utf8')
      .split(' ')
      .map(Number)
      .some((pid) => pid > 0 && isAlive(pid))
  )
    return false;
  rmSync(file, { force: true });
  return take(file);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
