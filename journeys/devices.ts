import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { generate, parser as createParser } from 'mqtt-packet';

// Devices: the commands of the README run as they stand there, and an MQTT client of our own where a moment has to be known
// to the millisecond.

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');

/** A command of README.md, found by its beginning, with its port replaced. */
export function commandOfReadme(begins: string, port: number): string {
  const line = readme.split('\n').find((each) => each.startsWith(begins));
  if (line === undefined) throw new Error(`README.md has no line that begins with ${begins}`);
  const written = begins.startsWith('mosquitto_pub') ? /-p 1883\b/ : /\b9212$/;
  if (!written.test(line)) throw new Error(`README.md names another port: ${line}`);
  return line.replace(written, begins.startsWith('mosquitto_pub') ? `-p ${port}` : String(port));
}

/** Runs a command as a person at a terminal would; resolves when it has ended well. */
export function runCommand(command: string, withinMs = 15_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'], timeout: withinMs });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${command} ended with ${code}: ${said}`))));
  });
}

/** The connection ended before the server said that it has the message: the device would send it again. */
export class NotAcknowledged extends Error {}

/** A device on MQTT 3.1.1. */
export class MqttDevice {
  readonly #socket: Socket;
  readonly #topic: string;
  readonly #waiting = new Map<number, PromiseWithResolvers<number>>();
  #nextId = 1;

  private constructor(socket: Socket, topic: string) {
    this.#socket = socket;
    this.#topic = topic;
    const parser = createParser({ protocolVersion: 4 });
    parser.on('packet', (packet) => {
      if (packet.cmd !== 'puback' || packet.messageId === undefined) return;
      this.#waiting.get(packet.messageId)?.resolve(Date.now());
      this.#waiting.delete(packet.messageId);
    });
    socket.on('data', (bytes) => parser.parse(Buffer.from(bytes)));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new NotAcknowledged());
      this.#waiting.clear();
    });
  }

  static async connect(port: number, name: string): Promise<MqttDevice> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    const answered = new Promise((resolve) => socket.once('data', resolve));
    socket.write(generate({ cmd: 'connect', protocolId: 'MQTT', protocolVersion: 4, clean: true, clientId: name, keepalive: 0 }));
    await answered;
    return new MqttDevice(socket, `xe/341322/water/s1/${name}/up/telemetry`);
  }

  /**
   * Publishes a payload with QoS 1; resolves with the epoch milliseconds at which it was acknowledged.
   * @throws NotAcknowledged when the connection is gone before
   */
  publish(payload: object | string): Promise<number> {
    const messageId = this.#nextId;
    this.#nextId = (this.#nextId % 65_535) + 1;
    const answer = Promise.withResolvers<number>();
    if (this.#socket.destroyed) answer.reject(new NotAcknowledged());
    else this.#waiting.set(messageId, answer);
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
    this.#socket.write(generate({ cmd: 'publish', topic: this.#topic, payload: text, qos: 1, messageId, dup: false, retain: false }));
    return answer.promise;
  }

  /** One reading of `waterLevel`, in metres. */
  send(value: number, more: { t?: number; seq?: number } = {}): Promise<number> {
    const { t, seq } = more;
    return this.publish({
      ...(seq !== undefined && { seq }),
      items: [{ code: 'waterLevel', value, unit: 'm', ...(t !== undefined && { t }) }],
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}
