// Finds the real programs that tests use (browser, MQTT client, XML checker) and, where this account may, installs them.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { modules, pinnedNode, runWithHeartbeat, say } from './runtime.mjs';

const browsers = ['chromium', 'chromium-browser', 'google-chrome'];
/** Program → Debian package. */
const tools = {
  mosquitto: 'mosquitto',
  mosquitto_pub: 'mosquitto-clients',
  nc: 'netcat-openbsd',
  ogrinfo: 'gdal-bin',
  openssl: 'openssl',
  pdftotext: 'poppler-utils',
  soffice: 'libreoffice-writer-nogui',
  xmllint: 'libxml2-utils',
};

/** Makes the tests' programs available as far as possible. Returns the path of a Chromium, or null. */
export async function ensureTestTools() {
  let browser = findBrowser() ?? (await downloadedBrowser());
  const packages = Object.entries(tools).flatMap(([program, name]) => (onPath(program) === null ? [name] : []));
  if (browser === null) packages.push('chromium', 'fonts-noto-cjk');
  if (packages.length > 0 && mayInstall()) await aptInstall(packages);
  browser ??= findBrowser() ?? (await downloadBrowser());
  if (browser === null) {
    say(
      '没有找到 Chromium：浏览器测试将失败；请安装它，或用 ANLAN_CHROMIUM 写明其路径。',
      'No Chromium was found: browser tests will fail; install one or put its path into ANLAN_CHROMIUM.',
    );
  }
  for (const program of Object.keys(tools)) {
    if (onPath(program) === null)
      say(`没有找到 ${program}：用到它的测试将失败。`, `${program} was not found: tests that use it will fail.`);
  }
  return browser;
}

function findBrowser() {
  const given = process.env.ANLAN_CHROMIUM ?? '';
  if (given !== '' && isExecutable(given)) return given;
  return browsers.map(onPath).find((path) => path !== null) ?? null;
}

function onPath(program) {
  // Daemons lie in sbin, which is not on the path of ordinary accounts.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin'];
  return folders.map((folder) => join(folder, program)).find(isExecutable) ?? null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get') !== null;
}

async function aptInstall(packages) {
  say(`正在安装测试工具：${packages.join(' ')}`, `Installing test tools: ${packages.join(' ')}`);
  // Tests start what they need themselves: RUNLEVEL keeps packages with a daemon (mosquitto) from starting it.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const doing = () => ['正在安装测试工具', 'installing test tools'];
  await runWithHeartbeat('apt-get', ['update'], { env, doing });
  const { code, output } = await runWithHeartbeat('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env, doing });
  if (code !== 0) process.stderr.write(output);
}

/** The browser playwright-core has downloaded earlier, if any. */
async function downloadedBrowser() {
  const script = "const { chromium } = await import('playwright-core'); process.stdout.write(chromium.executablePath());";
  const { code, output } = await runWithHeartbeat(pinnedNode, ['--input-type=module', '-e', script], {
    doing: () => ['正在寻找浏览器', 'looking for a browser'],
  });
  return code === 0 && isExecutable(output.trim()) ? output.trim() : null;
}

async function downloadBrowser() {
  say('正在下载 Chromium……', 'Downloading Chromium …');
  await runWithHeartbeat(pinnedNode, [join(modules, 'playwright-core', 'cli.js'), 'install', 'chromium'], {
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    doing: () => ['正在下载 Chromium', 'downloading Chromium'],
  });
  return downloadedBrowser();
}
