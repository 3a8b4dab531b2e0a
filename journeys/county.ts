import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterProcesses, killCluster, signal } from '#server/database/clusterProcesses.fixture.ts';
import { startEmbedded } from '#server/database/supervisor.ts';
import { Api } from './api.ts';
import { Hopeless, until } from './until.ts';

// A county's server as people run it: its own process, its own data folder, its own PostgreSQL. It can be stopped, killed and
// started again on the same folder and ports.

const program = join(import.meta.dirname, '..');
const node = join(program, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const startMs = 90_000;

export const password = 'Ding-Xiang-2026';

export interface CountyOptions {
  /** Beyond what every county gets; `ANLAN_ADMIN_PASSWORD: ''` leaves the set-up to its one-time link. */
  env?: Record<string, string>;
  demo?: boolean;
}

type Protocol = 'mqtt' | 'hj212' | 'gb26875';

export class County {
  url = '';
  setupLink: string | null = null;
  readonly folder: string;
  readonly ports: Record<Protocol, number>;
  readonly #root: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;
  #said = '';

  private constructor(root: string, env: Record<string, string>, ports: Record<Protocol, number>) {
    this.#root = root;
    this.#env = env;
    this.ports = ports;
    this.folder = join(root, 'data');
  }

  /** Starts the server on a new folder and free ports. */
  static async start({ env = {}, demo = false }: CountyOptions = {}): Promise<County> {
    const root = mkdtempSync(join(tmpdir(), 'anlan-journey-'));
    // As a folder under /var/lib would be: the database's own account may pass through.
    chmodSync(root, 0o755);
    const [http = 0, mqtt = 0, hj212 = 0, gb26875 = 0] = await freePorts(4);
    const county = new County(
      root,
      {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? root,
        ANLAN_DATA: join(root, 'data'),
        ANLAN_PORT: String(http),
        ANLAN_INGEST: `mqtt:${mqtt},hj212:${hj212},gb26875:${gb26875}`,
        ANLAN_ADMIN_PASSWORD: password,
        ANLAN_DEMO: demo ? '1' : '0',
        ...env,
      },
      { mqtt, hj212, gb26875 },
    );
    try {
      await county.start();
    } catch (error) {
      await county.remove();
      throw error;
    }
    return county;
  }

  /** Starts the server, or starts it again on the folder it had. */
  async start(): Promise<void> {
    // The channel tells the server when this process is gone, so that nothing is left behind.
    const child = spawn(node, ['src/server/main.ts'], { cwd: program, env: this.#env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.#child = child;
    const from = this.#said.length;
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (this.#said += text));
    const ready = await until(
      'anlan ready',
      () => {
        if (child.exitCode !== null) throw new Hopeless(`the server ended with ${child.exitCode}`);
        return /^anlan ready (\S+)$/m.exec(this.#said.slice(from));
      },
      { withinMs: startMs },
    ).catch((error: Error) => {
      throw new Error(`${error.message}\n${this.#said.slice(from)}`);
    });
    this.url = ready[1] ?? '';
    this.setupLink = /(http\S+\/setup\?token=\S+)/.exec(this.#said.slice(from))?.[1] ?? null;
  }

  /** Everything the server printed so far. */
  said(): string {
    return this.#said;
  }

  /** The API as an account sees it. */
  async api(account = 'admin', secret = password): Promise<Api> {
    return Api.signIn(this.url, account, secret);
  }

  /** Address of the database, for the `pg` driver. */
  async databaseUrl(): Promise<string> {
    const { url } = await startEmbedded(this.folder, () => undefined, { share: true });
    return url;
  }

  /** Process numbers of the database, the postmaster first. */
  databaseProcesses(): number[] {
    return clusterProcesses(this.folder);
  }

  /** Ends the server as a service manager would and waits for it. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGTERM');
    await until('the server has ended', () => child.exitCode !== null || child.signalCode !== null, { withinMs: 60_000 });
    this.#child = null;
  }

  /** Power cut of the server alone: the database goes on running. */
  async killServer(): Promise<void> {
    const child = this.#child;
    if (!child?.pid) return;
    signal(child.pid, 'SIGKILL');
    await until('the server is dead', () => child.exitCode !== null || child.signalCode !== null);
    this.#child = null;
  }

  /** Power cut: server and database at once. */
  async killAll(): Promise<void> {
    const pid = this.#child?.pid;
    if (pid) signal(pid, 'SIGKILL');
    killCluster(this.folder);
    await this.killServer();
    await until('the database is dead', () => clusterProcesses(this.folder).length === 0);
  }

  /** Stops whatever still runs and removes the folder. */
  async remove(): Promise<void> {
    try {
      await this.stop();
    } finally {
      killCluster(this.folder);
      rmSync(this.#root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  }
}

/** Ports nobody uses now, all different; held until the last is known. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
