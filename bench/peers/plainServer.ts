import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { generate } from 'mqtt-packet';
import pg from 'pg';

// The least that can be done: MQTT frames cut by hand, JSON parsed, one comparison, rows written in batches into a table without
// an index. `listen` answers devices itself after the commit: the floor. `subscribe <port>` stands behind a broker, which has
// acknowledged long before. Nothing is checked, no device known, nothing survives a fault.
// node bench/peers/plainServer.ts listen|subscribe <database url> [port]

const [, , role = 'listen', databaseUrl = '', brokerPort = '0'] = process.argv;
const flushMs = 10;
const mostRows = 10_000;

interface Message {
  socket: Socket;
  id: number;
}

const client = new pg.Client({ connectionString: databaseUrl });
await client.connect();
await client.query('create table if not exists plain_reading (topic text, at timestamptz, value float8)');

let topics: string[] = [];
let times: number[] = [];
let values: number[] = [];
let waiting: Message[] = [];
let [stored, raised] = [0, 0];
let timer: NodeJS.Timeout | null = null;
let isWriting = false;

function take(socket: Socket, topic: string, payload: string, id: number): void {
  const { items } = JSON.parse(payload) as { items: { value: number; t: number }[] };
  for (const { value, t } of items) {
    if (value > 50) raised += 1;
    topics.push(topic);
    times.push(t);
    values.push(value);
  }
  waiting.push({ socket, id });
  if (waiting.length >= mostRows) void flush();
  else timer ??= setTimeout(() => void flush(), flushMs);
}

async function flush(): Promise<void> {
  if (timer) clearTimeout(timer);
  timer = null;
  if (isWriting) return;
  isWriting = true;
  while (waiting.length > 0) {
    const [batch, ...columns] = [waiting, topics, times, values] as const;
    [waiting, topics, times, values] = [[], [], [], []];
    await client.query(
      'insert into plain_reading select topic, to_timestamp(ms / 1000.0), value from unnest($1::text[], $2::float8[], $3::float8[]) as one (topic, ms, value)',
      columns,
    );
    stored += batch.length;
    const answers = new Map<Socket, number[]>();
    for (const { socket, id } of batch) {
      const ids = answers.get(socket);
      if (ids) ids.push(id);
      else answers.set(socket, [id]);
    }
    for (const [socket, ids] of answers) socket.write(Buffer.from(ids.flatMap((id) => [0x40, 2, id >> 8, id & 255])));
  }
  isWriting = false;
}

function serve(socket: Socket): void {
  let held: Buffer = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.on('data', (bytes: Buffer) => {
    const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
    let at = 0;
    for (;;) {
      let [length, shift, body] = [0, 0, at + 1];
      for (;;) {
        const byte = all[body];
        if (byte === undefined) break;
        length |= (byte & 127) << shift;
        shift += 7;
        body += 1;
        if (byte < 128) break;
      }
      if (body + length > all.length || body === at + 1 || body >= all.length + 1) break;
      const kind = (all[at] ?? 0) >> 4;
      if (kind === 1) socket.write(Buffer.of(0x20, 2, 0, 0));
      if (kind === 3) {
        const topicEnd = body + 2 + all.readUInt16BE(body);
        const topic = all.toString('latin1', body + 2, topicEnd);
        take(socket, topic, all.toString('latin1', topicEnd + 2, body + length), all.readUInt16BE(topicEnd));
      }
      at = body + length;
    }
    held = all.subarray(at);
  });
}

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
if (role === 'listen') {
  const server = createServer({ noDelay: true }, serve);
  server.listen(0, '127.0.0.1', () => say({ port: (server.address() as AddressInfo).port }));
} else {
  const socket = connect({ port: Number(brokerPort), host: '127.0.0.1', noDelay: true });
  socket.write(generate({ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clientId: 'consumer', clean: true, keepalive: 0 }));
  socket.once('data', () => {
    serve(socket);
    socket.once('data', () => say({ port: Number(brokerPort) }));
    socket.write(generate({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: '#', qos: 1 }] }));
  });
}
process.on('SIGUSR2', () => say({ stored, raised }));
