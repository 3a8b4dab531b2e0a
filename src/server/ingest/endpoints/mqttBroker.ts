import { createHash } from 'node:crypto';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { generate, parser as createParser, type IConnackPacket, type IPublishPacket, type Packet } from 'mqtt-packet';
import type { Timer } from '#kernel/clock/clock.ts';
import type { BrokerAddress } from './brokerAddress.ts';
import type { EndpointOptions, Source, SourceState } from './endpoint.ts';
import { takeMessage } from './mqtt.ts';
import { isSettled } from './mqttConnection.ts';
import { kept, ping } from './mqttPackets.ts';
import { write } from './listener.ts';

// Reading from a broker that a county already has (MQTT 3.1.1, which every broker speaks). The session outlives the connection
// and every message is acknowledged only once it is on our disk, so the broker keeps what we have not got; what it sends a second
// time is recognised. A message we cannot keep is not acknowledged: the link is dropped, and the broker sends it again later.

const keepAliveS = 30;
const answerMs = 20_000;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
/** Messages between socket and disk; beyond it the socket is not read. */
const mostInFlight = 1_000;
const mostHeld = 1024 * 1024;

export interface BrokerOptions extends EndpointOptions {
  /** PEM of the authorities a broker's certificate is checked against; the system's where it is null. */
  authorities: string | null;
}

/** Keeps a link to a broker until closed; never rejects, its state says how it goes. */
export function readBroker(address: BrokerAddress, options: BrokerOptions): Source {
  let state: SourceState = { is: 'waiting', sinceMs: options.clock.nowMs(), error: null };
  let pauseMs = firstPauseMs;
  let link: BrokerLink | null = null;
  let timer: Timer | null = null;
  let isClosed = false;
  /** Topics are subscribed once a start even where the broker still has our session: the filters may have changed. */
  let isSubscribed = false;
  const memory: Memory = { taken: new Map(), underWay: new Set() };

  function change(is: SourceState['is'], error: string | null): void {
    state = { is, sinceMs: options.clock.nowMs(), error };
    options.pipeline.counters.count('mqtt', 'broker', is);
  }

  /** What the link before was still writing must be settled first, else its second copy would not be known as one. */
  function openLater(): void {
    timer = null;
    void Promise.all(memory.underWay).then(() => {
      if (!isClosed) open();
    });
  }

  function open(): void {
    link = new BrokerLink(address, options, memory, {
      needsSubscription: () => !isSubscribed,
      onReady() {
        isSubscribed = true;
        pauseMs = firstPauseMs;
        change('connected', null);
      },
      onGone(reason) {
        link = null;
        if (isClosed) return;
        change('waiting', reason);
        timer = options.clock.after(pauseMs, openLater);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      },
    });
  }

  open();
  return {
    protocol: 'mqtt',
    label: address.label,
    state: () => state,
    async close() {
      isClosed = true;
      timer?.cancel();
      await link?.close();
    },
  };
}

/** What one link leaves to the next. */
interface Memory {
  /** Fingerprints of messages on our disk, by packet id, as long as the broker may believe that we have not got them. */
  taken: Map<number, string>;
  /** Messages between socket and disk. */
  underWay: Set<Promise<void>>;
}

interface LinkHandlers {
  needsSubscription(): boolean;
  onReady(): void;
  /** Called once, whatever ended it. */
  onGone(reason: string): void;
}

/** One connection to a broker, from CONNECT to its end. */
class BrokerLink {
  readonly #address: BrokerAddress;
  readonly #options: BrokerOptions;
  readonly #handlers: LinkHandlers;
  readonly #memory: Memory;
  readonly #socket: Socket;
  readonly #parser = createParser({ protocolVersion: 4 });
  #isGone = false;
  #watch: Timer | null = null;
  #ping: Timer | null = null;

  constructor(address: BrokerAddress, options: BrokerOptions, memory: Memory, handlers: LinkHandlers) {
    this.#address = address;
    this.#options = options;
    this.#memory = memory;
    this.#handlers = handlers;
    const { host, port, isTls } = address;
    const { authorities } = options;
    this.#socket = isTls
      ? connectTls({ host, port, servername: host, ...(authorities !== null && { ca: authorities }) })
      : connectTcp({ host, port, noDelay: true, keepAlive: true });
    this.#listen(isTls ? 'secureConnect' : 'connect');
  }

  #listen(opened: 'connect' | 'secureConnect'): void {
    this.#expectAnswer('no answer');
    this.#socket.once(opened, () => this.#introduce());
    this.#socket.on('data', (bytes: Buffer) => {
      if (this.#parser.parse(bytes) > mostHeld) this.#end('packet too large');
    });
    this.#parser.on('packet', (packet: Packet) => this.#take(packet));
    this.#parser.on('error', (error: Error) => this.#end(error.message));
    this.#socket.on('error', (error: Error) => this.#end(error.message));
    this.#socket.on('close', () => this.#end('the broker closed the connection'));
  }

  #introduce(): void {
    const { clientId, user, password } = this.#address;
    const packet: Packet = {
      cmd: 'connect',
      protocolId: 'MQTT',
      protocolVersion: 4,
      clientId,
      clean: false,
      keepalive: keepAliveS,
      ...(user !== null && { username: user }),
      ...(password !== null && { password: Buffer.from(password) }),
    };
    this.#send(generate(packet));
  }

  #take(packet: Packet): void {
    if (this.#isGone) return;
    if (packet.cmd === 'publish') this.#begin(packet);
    else if (packet.cmd === 'connack') this.#enter(packet);
    else if (packet.cmd === 'suback') this.#subscribed(packet.granted as number[]);
    else if (packet.cmd === 'pingresp') this.#watch?.cancel();
    else this.#end(`unexpected ${packet.cmd}`);
  }

  #enter({ returnCode = 0, sessionPresent }: IConnackPacket): void {
    if (returnCode !== 0) return this.#end(`the broker refuses the connection with code ${returnCode}`);
    if (!sessionPresent) this.#memory.taken.clear();
    if (sessionPresent && !this.#handlers.needsSubscription()) return this.#ready();
    const subscriptions = this.#address.topics.map((topic) => ({ topic, qos: 1 as const }));
    this.#send(generate({ cmd: 'subscribe', messageId: 1, subscriptions }));
  }

  #subscribed(granted: readonly number[]): void {
    const index = granted.findIndex((code) => code >= 0x80);
    if (index >= 0) this.#end(`the broker refuses the subscription to ${this.#address.topics[index]}`);
    else this.#ready();
  }

  #ready(): void {
    this.#watch?.cancel();
    this.#handlers.onReady();
    this.#pingLater();
  }

  #pingLater(): void {
    this.#ping = this.#options.clock.after((keepAliveS / 2) * 1000, () => {
      this.#expectAnswer('the broker does not answer');
      this.#send(ping);
      this.#pingLater();
    });
  }

  #expectAnswer(otherwise: string): void {
    this.#watch?.cancel();
    this.#watch = this.#options.clock.after(answerMs, () => this.#end(otherwise));
  }

  #begin(packet: IPublishPacket): void {
    const { underWay } = this.#memory;
    const work = this.#keep(packet)
      .catch((error: Error) => this.#options.report(error, 'mqtt broker'))
      .finally(() => {
        underWay.delete(work);
        if (underWay.size < mostInFlight) this.#socket.resume();
      });
    underWay.add(work);
    if (underWay.size >= mostInFlight) this.#socket.pause();
  }

  async #keep(packet: IPublishPacket): Promise<void> {
    const { topic, qos, messageId, retain } = packet;
    const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
    if (qos === 0 || messageId === undefined) return void (await this.#accept(topic, payload, retain));
    const print = createHash('sha1').update(topic).update('\0').update(payload).digest('base64');
    if (packet.dup && this.#memory.taken.get(messageId) === print) {
      this.#options.pipeline.counters.count('mqtt', 'duplicate', 'redelivered');
      return this.#send(kept(messageId));
    }
    const outcome = await this.#accept(topic, payload, retain);
    if (!isSettled(outcome)) return this.#end(`a message could not be kept: ${outcome}`);
    this.#memory.taken.set(messageId, print);
    this.#send(kept(messageId));
  }

  #accept(topic: string, payload: Buffer, isRetained: boolean): Promise<string> {
    return takeMessage(this.#options, { topic, payload, remote: this.#address.label, isRetained, given: 'trusted' });
  }

  #send(bytes: Buffer): void {
    if (!this.#isGone && !write(this.#socket, bytes)) this.#end('the broker does not read');
  }

  #end(reason: string): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#watch?.cancel();
    this.#ping?.cancel();
    this.#socket.destroy();
    this.#handlers.onGone(reason);
  }

  /** Leaves the session as it is; what is not acknowledged will be sent again. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#isGone || this.#socket.destroyed) return resolve();
      this.#socket.once('close', () => resolve());
      this.#end('closed');
    });
  }
}
