import { connect } from 'node:net';

// Many open desks in a process of their own: bare sockets that speak just enough HTTP to be event streams. Tells its parent
// what it heard whenever asked. Some desks never read, as a browser does whose machine sleeps.

export interface CrowdOrder {
  port: number;
  /** Divisions, one a desk. */
  areas: string[];
  /** How many of them never read. */
  sleeping: number;
}

export interface CrowdNews {
  kind: 'open' | 'heard';
  /** Events heard of all desks that read. */
  events: number;
  /** Streams that the server ended. */
  ended: number;
  /** From publishing to here at every fiftieth desk, milliseconds. */
  latencyMs: number[];
}

let [events, ended] = [0, 0];
let latencyMs: number[] = [];

function tell(kind: CrowdNews['kind']): void {
  process.send?.({ kind, events, ended, latencyMs } satisfies CrowdNews);
  latencyMs = [];
}

function openDesk(port: number, area: string, isSleeping: boolean, isSampled: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('error', reject);
    socket.write(`GET /api/v1/events HTTP/1.1\r\nhost: bench\r\nx-area: ${area}\r\n\r\n`);
    socket.once('data', () => {
      socket.removeListener('error', reject);
      socket.on('error', () => undefined);
      if (isSleeping) socket.pause();
      else socket.on('data', (bytes) => hear(bytes.toString('latin1'), isSampled));
      resolve();
    });
    socket.on('close', () => void (ended += 1));
  });
}

function hear(text: string, isSampled: boolean): void {
  for (let at = text.indexOf('"sentMs":'); at >= 0; at = text.indexOf('"sentMs":', at + 9)) {
    events += 1;
    if (isSampled) latencyMs.push(performance.timeOrigin + performance.now() - Number.parseFloat(text.slice(at + 9, at + 30)));
  }
}

if (process.send) {
  process.on('message', (order: CrowdOrder | 'heard') => {
    if (order === 'heard') return tell('heard');
    const { port, areas, sleeping } = order;
    void (async () => {
      for (let from = 0; from < areas.length; from += 50)
        await Promise.all(
          areas.slice(from, from + 50).map((area, at) => openDesk(port, area, from + at < sleeping, (from + at) % 50 === 49)),
        );
      tell('open');
    })();
  });
}
