import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

// A network cable between a browser and the server. The browser's own "offline" leaves a stream that is open alone; a pulled
// cable does not.

export interface Cable {
  /** Address under which the server is reached through the cable. */
  url: string;
  /** Breaks every connection and takes no new one. */
  pull(): void;
  plugIn(): void;
  close(): Promise<void>;
}

export async function layCable(serverUrl: string): Promise<Cable> {
  const port = Number(new URL(serverUrl).port);
  const sockets = new Set<Socket>();
  let isPulled = false;
  const server = createServer((near) => {
    if (isPulled) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pull = () => {
    isPulled = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull,
    plugIn: () => {
      isPulled = false;
    },
    close: () =>
      new Promise((resolve) => {
        pull();
        server.close(() => resolve());
      }),
  };
}
