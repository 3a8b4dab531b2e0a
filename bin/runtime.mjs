// What every command of this folder shares: where things lie, in which language to speak, how to run a program and how to
// hand over to the pinned runtime. Plain JavaScript for any Node from 18 on, without dependencies: it runs before anything
// is installed.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const modules = join(root, 'node_modules');
export const windows = process.platform === 'win32';
/** The runtime that package.json pins, whatever Node the machine has. */
export const pinnedNode = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');

/** For programs of the installation: `node` means the pinned one to them. */
export const pinnedEnvironment = () => ({ ...process.env, PATH: `${dirname(pinnedNode)}${delimiter}${process.env.PATH ?? ''}` });

const english = (process.env.ANLAN_LANG ?? '').startsWith('en');

/** Words in the user's language (ANLAN_LANG; Chinese unless it says English). */
export const words = (zh, en) => (english ? en : zh);

/** Progress goes to stderr, so that a command's own output stays clean. */
export function say(zh, en) {
  process.stderr.write(`${words(zh, en)}\n`);
}

/** A reason to stop that the user can act on; printed as one sentence, without a stack. */
export class Stop extends Error {
  constructor(zh, en, exitCode = 1) {
    super(words(zh, en));
    this.exitCode = exitCode;
  }
}

/** Runs the command of a file in this folder; a Stop becomes its sentence and exit code, anything else is our bug. */
export async function main(run) {
  try {
    process.exitCode = await run();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

/**
 * Runs a program to its end and says every few seconds what it is doing, so that no wait is silent.
 * @param doing () => [zh, en], asked for each heartbeat
 * @param started is told its process number
 * @returns {{ code: number, output: string }} its last 64 KiB of output
 */
export function runWithHeartbeat(file, args, { cwd = root, env = process.env, shell = false, doing, started = () => {}, show = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    if (child.pid !== undefined) started(child.pid);
    const begun = Date.now();
    const beat = setInterval(() => {
      const seconds = Math.round((Date.now() - begun) / 1000);
      const [zh, en] = doing();
      say(`  ${zh}（${seconds} 秒）`, `  ${en} (${seconds} s)`);
    }, 4000);
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-65536);
      if (show) process.stderr.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const release = passSignals(child);
    const end = () => {
      clearInterval(beat);
      release();
    };
    child.on('error', (error) => {
      end();
      reject(error);
    });
    child.on('close', (code, signal) => {
      end();
      if (signal === 'SIGINT' || signal === 'SIGTERM') reject(new Stop('已中断。', 'Interrupted.', exitCodeOf(code, signal)));
      else resolve({ code: exitCodeOf(code, signal), output });
    });
  });
}

/** Gives the terminal to a program of the pinned runtime and ends as it ends. */
export function handOver(script, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(pinnedNode, [join(root, script), ...args], {
      // The channel carries nothing; its end tells the program that this launcher was killed.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...pinnedEnvironment(), ...environment },
    });
    const release = passSignals(child);
    // npm or the shell between may be killed without a word to us: then nobody is left to stop the program.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref();
    child.on('error', (error) => {
      release();
      reject(new Stop(`无法启动运行时 ${pinnedNode}：${error.message}`, `The runtime ${pinnedNode} does not start: ${error.message}`));
    });
    child.on('exit', (code, signal) => {
      release();
      resolve(exitCodeOf(code, signal));
    });
  });
}

function exitCodeOf(code, signal) {
  return signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0);
}

/** One press of Ctrl-C reaches us once from the terminal and once from npm; what comes later is a second press. */
const onePressMs = 1000;

/** Passes signals on to a program; a second Ctrl-C ends it by force. Returns how to stop passing. */
function passSignals(child) {
  let firstAt = 0;
  const pass = (signal) => {
    const now = Date.now();
    if (firstAt === 0) {
      firstAt = now;
      child.kill(signal);
    } else if (now - firstAt > onePressMs) {
      say('强制结束。', 'Ending by force.');
      child.kill('SIGKILL');
    }
  };
  const signals = windows ? ['SIGINT'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}
