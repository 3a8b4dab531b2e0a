import { fork } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { quantiles, type Quantiles } from './quantiles.ts';

// The physical floor of "acknowledged means on disk": one fdatasync of the same disk and one round trip over a bare local
// socket, measured the way the server does both (asynchronously, in one Node process each).

export interface Floor {
  /** Appending 512 bytes and fdatasync, milliseconds. */
  syncMs: Quantiles;
  /** 64 bytes there and back through another process, milliseconds. */
  socketMs: Quantiles;
  /** Sum of the two medians. */
  sumMs: number;
}

export async function measureFloor(folder: string): Promise<Floor> {
  const syncMs = quantiles(await syncTimes(folder, 300));
  const socketMs = quantiles(await roundTrips(1_000));
  return { syncMs, socketMs, sumMs: Math.round(((syncMs.p50 ?? 0) + (socketMs.p50 ?? 0)) * 1000) / 1000 };
}

async function syncTimes(folder: string, times: number): Promise<number[]> {
  const path = join(folder, 'floor.tmp');
  const file = await open(path, 'a');
  const taken: number[] = [];
  const bytes = Buffer.alloc(512, 0x61);
  try {
    for (let round = 0; round < times; round += 1) {
      const begun = performance.now();
      await file.write(bytes);
      await file.datasync();
      taken.push(performance.now() - begun);
    }
  } finally {
    await file.close();
    await rm(path);
  }
  return taken;
}

async function roundTrips(times: number): Promise<number[]> {
  const echo = fork(import.meta.filename, ['echo']);
  const port = await new Promise<number>((resolve) => echo.once('message', (message) => resolve(Number(message))));
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const taken: number[] = [];
  try {
    for (let round = 0; round < times; round += 1) {
      const begun = performance.now();
      const answer = new Promise((resolve) => socket.once('data', resolve));
      socket.write(Buffer.alloc(64));
      await answer;
      taken.push(performance.now() - begun);
    }
  } finally {
    socket.destroy();
    echo.kill();
  }
  return taken;
}

if (process.argv[1] === import.meta.filename && process.argv[2] === 'echo') {
  const server = createServer({ noDelay: true }, (socket) => socket.pipe(socket));
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}
