import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

// Node-RED, in a cache folder outside the repository: it is a contestant and no part of the program.

const version = '5.0.7';
const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'anlan-bench', `node-red-${version}`);
const program = join(cache, 'node_modules', 'node-red', 'red.js');

/** Installs the pinned version if it is not there; null when it is, else why not. */
export async function installNodeRed(): Promise<string | null> {
  if (existsSync(program)) return null;
  mkdirSync(cache, { recursive: true });
  const { status, stderr } = spawnSync('npm', ['install', '--prefix', cache, '--no-audit', '--no-fund', `node-red@${version}`], {
    encoding: 'utf8',
    timeout: 150_000,
  });
  return status === 0 && existsSync(program) ? null : (stderr.trim().split('\n').at(-1) ?? 'npm failed');
}

/** What everybody does (nodes without a place in the editor would count as settings): read JSON, compare with the limit, one line a reading. */
function flowOf(brokerPort: number, file: string): object[] {
  const rule = `const out = []; for (const item of msg.payload.items) { if (item.value > 50) context.set('raised', (context.get('raised') || 0) + 1); out.push(msg.topic + ',' + item.t + ',' + item.value); } msg.payload = out.join('\\n'); return msg;`;
  return [
    { id: 'tab', type: 'tab', label: 'bench' },
    {
      id: 'broker',
      type: 'mqtt-broker',
      broker: '127.0.0.1',
      port: brokerPort,
      clientid: 'node-red',
      autoConnect: true,
      keepalive: 60,
      cleansession: true,
      protocolVersion: '4',
    },
    {
      id: 'node-in',
      z: 'tab',
      x: 100,
      y: 100,
      type: 'mqtt in',
      topic: '#',
      qos: '1',
      datatype: 'json',
      broker: 'broker',
      inputs: 0,
      wires: [['node-rule']],
    },
    { id: 'node-rule', z: 'tab', x: 100, y: 100, type: 'function', func: rule, outputs: 1, wires: [['node-file']] },
    {
      id: 'node-file',
      z: 'tab',
      x: 100,
      y: 100,
      type: 'file',
      filename: file,
      filenameType: 'str',
      appendNewline: true,
      createDir: false,
      overwriteFile: 'false',
      wires: [[]],
    },
  ];
}

export interface RunningNodeRed {
  child: ChildProcess;
  stored: (sent: number) => Promise<number>;
  stop: () => Promise<void>;
}

export async function startNodeRed(brokerPort: number, uiPort: number): Promise<RunningNodeRed> {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-node-red-'));
  const file = join(folder, 'readings.csv');
  const flows = join(folder, 'flows.json');
  writeFileSync(flows, JSON.stringify(flowOf(brokerPort, file)));
  const child = spawn(process.execPath, [program, '--userDir', folder, '--port', String(uiPort), flows], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Node-RED ended with ${code}`)));
    child.stdout.on('data', (bytes: Buffer) => {
      if (bytes.toString().includes('Connected to broker')) resolve();
    });
  });
  return {
    child,
    async stored(sent) {
      let [lines, stillFor] = [0, 0];
      while (lines < sent && stillFor < 10) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        const now = existsSync(file) ? await countLines(file) : 0;
        stillFor = now === lines ? stillFor + 1 : 0;
        lines = now;
      }
      return existsSync(file) ? countLines(file) : 0;
    },
    async stop() {
      child.kill();
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function countLines(file: string): Promise<number> {
  let lines = 0;
  for await (const bytes of createReadStream(file)) for (const byte of bytes as Buffer) if (byte === 10) lines += 1;
  return lines;
}
