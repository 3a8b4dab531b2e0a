import { connect, type Socket } from 'node:net';
import { generate } from 'mqtt-packet';
import { quantiles, type Quantiles } from './quantiles.ts';

// Devices in a process of their own, as cheap as they can be: packets are made once, then only the digits of value and time
// change. Each socket has so many messages under way (1, as a real device; or hundreds, as a gateway that sends them joined).

export interface DeviceOrder {
  port: number;
  devices: number;
  sockets: number;
  /** Messages of a socket that are not yet acknowledged. */
  window: number;
  /** Of all sockets together; null = as fast as they are acknowledged. */
  perSecond: number | null;
  seconds: number;
}

export interface DeviceReport {
  sent: number;
  acknowledged: number;
  seconds: number;
  /** From sending to PUBACK, every hundredth message. */
  ackMs: Quantiles;
}

interface Line {
  socket: Socket;
  packets: Packet[];
  turn: number;
  underWay: number;
  nextId: number;
  sampledId: number;
  sampledMs: number;
  held: Buffer;
}

interface Packet {
  bytes: Buffer;
  idAt: number;
  valueAt: number;
  timeAt: number;
  /** Instant of its last reading: no two of a device have the same. */
  lastMs: number;
}

export const topicOf = (device: number) => `xe/341322/water/bench/bench-${device}/up/telemetry`;
const valueText = '10.000';
const timeText = '1700000000000';

function packetOf(device: number): Packet {
  const payload = `{"items":[{"code":"level","value":${valueText},"unit":"m","t":${timeText}}]}`;
  const bytes: Buffer = generate({ cmd: 'publish', topic: topicOf(device), payload, qos: 1, messageId: 1, dup: false, retain: false });
  const bodyAt = bytes.length - payload.length;
  return { bytes, idAt: bodyAt - 2, valueAt: bytes.indexOf(valueText), timeAt: bytes.indexOf(timeText), lastMs: 0 };
}

const report = { sent: 0, acknowledged: 0 };
const ackMs: number[] = [];
let isStopping = false;
let allowance = Infinity;
/** Lines with room that have no allowance. */
const idle = new Set<Line>();

/** The next packet of a line; its bytes are used again, so they must be copied or written at once. */
function next(line: Line): Buffer {
  const packet = line.packets[line.turn++ % line.packets.length] as Packet;
  const id = line.nextId;
  line.nextId = id === 65_535 ? 1 : id + 1;
  packet.bytes.writeUInt16BE(id, packet.idAt);
  // Between 10.000 and 49.999; one in a hundred is above the limit of 50.
  report.sent += 1;
  const value = report.sent % 100 === 0 ? 60_000 + (report.sent % 1000) : 10_000 + (report.sent % 39_999);
  packet.bytes.write(`${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, '0')}`, packet.valueAt, 'latin1');
  packet.lastMs = Math.max(packet.lastMs + 1, Math.floor(performance.timeOrigin + performance.now()));
  packet.bytes.write(String(packet.lastMs), packet.timeAt, 'latin1');
  if (report.sent % 100 === 0 && line.sampledId === 0) [line.sampledId, line.sampledMs] = [id, performance.now()];
  line.underWay += 1;
  return packet.bytes;
}

function refill(line: Line, window: number): void {
  const joined: Buffer[] = [];
  while (!isStopping && line.underWay < window && allowance >= 1) {
    allowance -= 1;
    joined.push(Buffer.from(next(line)));
  }
  if (joined.length > 0) line.socket.write(joined.length === 1 ? (joined[0] as Buffer) : Buffer.concat(joined));
  if (line.underWay < window) idle.add(line);
}

function openLine(port: number, packets: Packet[], name: string, window: number): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const line: Line = { socket, packets, turn: 0, underWay: 0, nextId: 1, sampledId: 0, sampledMs: 0, held: Buffer.alloc(0) };
    socket.once('error', reject);
    socket.write(generate({ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clientId: name, clean: true, keepalive: 0 }));
    socket.once('data', () => {
      socket.removeListener('error', reject);
      socket.on('error', (error) => console.error('a device lost its connection', error));
      socket.on('data', (bytes: Buffer) => hear(line, bytes, window));
      resolve(line);
    });
  });
}

/** Every answer is a PUBACK of four bytes. */
function hear(line: Line, bytes: Buffer, window: number): void {
  const all = line.held.length === 0 ? bytes : Buffer.concat([line.held, bytes]);
  const whole = all.length - (all.length % 4);
  for (let at = 0; at < whole; at += 4) {
    report.acknowledged += 1;
    line.underWay -= 1;
    if (line.sampledId !== 0 && all.readUInt16BE(at + 2) === line.sampledId) {
      ackMs.push(performance.now() - line.sampledMs);
      line.sampledId = 0;
    }
  }
  line.held = all.subarray(whole);
  if (!isStopping) refill(line, window);
}

async function work({ port, devices, sockets, window, perSecond, seconds }: DeviceOrder): Promise<DeviceReport> {
  allowance = 0;
  const lines: Line[] = [];
  for (let from = 0; from < sockets; from += 100) {
    const some = Array.from({ length: Math.min(100, sockets - from) }, (_, at) => {
      const own = Array.from({ length: Math.ceil(devices / sockets) }, (__, n) => packetOf((from + at + n * sockets) % devices));
      return openLine(port, own, `bench-${from + at}`, window);
    });
    lines.push(...(await Promise.all(some)));
  }
  const begun = performance.now();
  let released = 0;
  for (const line of lines) idle.add(line);
  while (performance.now() - begun < seconds * 1000) {
    if (perSecond === null) allowance = Infinity;
    else {
      const due = ((performance.now() - begun) * perSecond) / 1000;
      allowance += due - released;
      released = due;
    }
    // Whoever waits for an allowance, in order; lines that still have none wait on.
    const waiting = [...idle];
    idle.clear();
    for (const line of waiting) refill(line, window);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const took = (performance.now() - begun) / 1000;
  isStopping = true;
  const until = performance.now() + 20_000;
  while (report.acknowledged < report.sent && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const { socket } of lines) socket.destroy();
  return { ...report, seconds: took, ackMs: quantiles(ackMs) };
}

if (process.send) {
  process.once('message', (order: DeviceOrder) => {
    void (async () => {
      process.send?.(await work(order));
      process.disconnect?.();
    })();
  });
}
