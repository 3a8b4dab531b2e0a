#!/usr/bin/env node
// npm test: every check there is. `npm test -- <filter>` runs only the vitest files whose path contains the filter.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { handOver, main, modules, pinnedEnvironment, pinnedNode, root, runWithHeartbeat, say } from './runtime.mjs';
import { ensureTestTools } from './testTools.mjs';
import { ensureWebBuilt } from './web.mjs';

const inModules = (...parts) => join(modules, ...parts);

/** Checks that read the sources and run nothing of them. */
const checks = [
  { name: 'types', args: [inModules('typescript', 'bin', 'tsc'), '-p', '.'] },
  { name: 'lint', args: [inModules('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'format', args: [inModules('oxfmt', 'bin', 'oxfmt'), '--check'] },
  { name: 'unused code', args: [inModules('knip', 'bin', 'knip.js')] },
  { name: 'migrations', args: ['src/server/storage/checkMigrations.ts'] },
];

await main(async () => {
  const args = process.argv.slice(2);
  await ensureInstalled();
  const started = Date.now();
  const results = args.length > 0 ? [] : await runChecks();
  const chromium = await ensureTestTools();
  if (args.length > 0) results.push(await webBuild());
  const tests = await runVitest(args, chromium);
  const passed = tests.passed + results.filter(Boolean).length;
  const failed = tests.failed + results.filter((ok) => !ok).length;
  say(`用时 ${Math.round((Date.now() - started) / 1000)} 秒`, `${Math.round((Date.now() - started) / 1000)} s`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});

/** Two at a time, since the checks themselves use several threads. Returns whether each passed. */
async function runChecks() {
  const waiting = [
    webBuild,
    ...checks.filter(({ args }) => !args[0].startsWith('src/') || existsSync(join(root, args[0]))).map((check) => () => runCheck(check)),
  ];
  const results = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.push(await next());
  };
  await Promise.all([worker(), worker()]);
  return results;
}

async function runCheck({ name, args }) {
  return timed(name, async () => {
    const { code, output } = await runWithHeartbeat(pinnedNode, args, {
      env: pinnedEnvironment(),
      doing: () => [`正在检查：${name}`, `checking: ${name}`],
    });
    return code === 0 ? '' : output;
  });
}

async function webBuild() {
  return timed('web page', async () => {
    try {
      await ensureWebBuilt();
      return '';
    } catch (error) {
      return String(error.message);
    }
  });
}

/** @param work gives what went wrong, empty when nothing did */
async function timed(name, work) {
  const begun = Date.now();
  const fault = await work();
  const mark = fault === '' ? '✓' : '✗';
  process.stdout.write(
    `${mark} ${name} ${((Date.now() - begun) / 1000).toFixed(1)} s\n${fault}${fault === '' || fault.endsWith('\n') ? '' : '\n'}`,
  );
  return fault === '';
}

async function runVitest(filter, chromium) {
  const report = join(root, '.cache', 'vitest.json');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filter];
  const code = await handOver(join('node_modules', 'vitest', 'vitest.mjs'), args, chromium === null ? {} : { ANLAN_CHROMIUM: chromium });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that could not even be loaded has no failed test of its own.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  if (numPendingTests > 0) say(`跳过 ${numPendingTests} 项`, `${numPendingTests} skipped`);
  const failed = numFailedTests + broken;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
