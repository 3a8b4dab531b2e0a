import { connect as connectSocket, type Socket } from 'node:net';
import { generate } from 'mqtt-packet';
import type { Sensor } from './sensors.ts';

// Devices that publish with QoS 1, one connection each, in an open loop: every reading has an intended time, and what it
// takes counts from there even when this process or the server is late (no coordinated omission).

export interface Sent {
  sensor: Sensor;
  /** Instant of the reading, epoch milliseconds; with the sensor it is its identity. */
  atMs: number;
  /** `performance.now()` at which it should have been sent. */
  intendedMs: number;
  /** Above the limit of the sensor's rule. */
  isCrossing: boolean;
  value: number;
  /** From the intended time to the PUBACK; null until then. */
  ackMs: number | null;
}

export interface Swarm {
  /** Publishes at a steady rate and returns everything that was sent; `hear` sees each before it goes out. */
  publish(perSecond: number, seconds: number, hear?: (sent: Sent) => void): Promise<Sent[]>;
  /** Waits until nothing is unacknowledged, at most so long; says how many still are. */
  settle(mostMs: number): Promise<number>;
  close(): void;
}

interface Line {
  socket: Socket;
  nextId: number;
  waiting: Map<number, Sent>;
  isCut: boolean;
}

/** One reading in a hundred crosses its limit. */
const crossingShare = 0.01;
const atOnce = 100;

export async function openSwarm(port: number, sensors: readonly Sensor[]): Promise<Swarm> {
  const lines: Line[] = [];
  for (let from = 0; from < sensors.length; from += atOnce) {
    lines.push(...(await Promise.all(sensors.slice(from, from + atOnce).map((sensor) => openLine(port, sensor)))));
  }
  const wasCrossing = new Set<number>();
  const random = seeded(20260701);
  let turn = 0;

  function next(intendedMs: number): Sent {
    const at = turn % sensors.length;
    turn += 1;
    const isCrossing = !wasCrossing.delete(at) && random() < crossingShare;
    if (isCrossing) wasCrossing.add(at);
    const atMs = Math.round(performance.timeOrigin + intendedMs);
    // Every crossing has a value of its own, by which its alarm is known at the desk.
    const value = (isCrossing ? 100_000 + turn : turn % 40_000) / 1000;
    return { sensor: sensors[at] as Sensor, atMs, intendedMs, isCrossing, value, ackMs: null };
  }

  return {
    async publish(perSecond, seconds, hear) {
      const sent: Sent[] = [];
      const begun = performance.now();
      const total = Math.round(perSecond * seconds);
      while (sent.length < total) {
        const due = Math.min(total, Math.floor(((performance.now() - begun) * perSecond) / 1000) + 1);
        while (sent.length < due) {
          const one = next(begun + (sent.length * 1000) / perSecond);
          hear?.(one);
          const line = lines[(turn - 1) % sensors.length] as Line;
          if (!line.isCut) send(line, one);
          sent.push(one);
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      return sent;
    },
    async settle(mostMs) {
      const until = performance.now() + mostMs;
      const left = () => lines.reduce((sum, line) => sum + line.waiting.size, 0);
      while (left() > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
      return left();
    },
    close: () => lines.forEach(({ socket }) => socket.destroy()),
  };
}

function openLine(port: number, { device }: Sensor): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket({ port, host: '127.0.0.1', noDelay: true });
    const line: Line = { socket, nextId: 1, waiting: new Map(), isCut: false };
    let held: Buffer = Buffer.alloc(0);
    socket.once('error', reject);
    socket.on('close', () => void (line.isCut = true));
    socket.write(generate({ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clientId: device, clean: true, keepalive: 0 }));
    socket.on('data', (bytes: Buffer) => {
      const atMs = performance.now();
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      // CONNACK and PUBACK have four bytes, and nothing else is sent to a device.
      while (held.length >= 4) {
        if (held[0] === 0x20) {
          socket.removeListener('error', reject);
          socket.on('error', () => void (line.isCut = true));
          resolve(line);
        } else acknowledge(line, held.readUInt16BE(2), atMs);
        held = held.subarray(4);
      }
    });
  });
}

function acknowledge(line: Line, id: number, atMs: number): void {
  const sent = line.waiting.get(id);
  line.waiting.delete(id);
  if (sent) sent.ackMs = atMs - sent.intendedMs;
}

function send(line: Line, sent: Sent): void {
  const messageId = line.nextId;
  line.nextId = (line.nextId % 65_535) + 1;
  line.waiting.set(messageId, sent);
  const payload = `{"items":[{"code":"level","value":${sent.value.toFixed(3)},"unit":"m","t":${sent.atMs}}]}`;
  const topic = `xe/341322/water/bench/${sent.sensor.device}/up/telemetry`;
  line.socket.write(generate({ cmd: 'publish', topic, payload, qos: 1, messageId, dup: false, retain: false }));
}

/** Numbers from 0 to 1, the same in every run (a linear congruential generator, Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
