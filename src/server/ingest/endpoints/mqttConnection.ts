import type { Socket } from 'node:net';
import { generate, parser as createParser, type IConnectPacket, type IPublishPacket, type Packet, type Parser } from 'mqtt-packet';
import { remoteOf, type EndpointOptions, type Limits } from './endpoint.ts';
import { createFrameQueue, type FrameQueue } from './frameQueue.ts';
import { write } from './tcp.ts';

// One MQTT 3.1.1 connection (OASIS standard, 2014), as far as devices that report need it: they publish with QoS 0 or 1 and
// nothing is published to them. What a message means is in mqtt.ts.

export interface MqttHandlers {
  /** Makes a message durable. False when it could not be kept: the connection is closed, the device sends again. */
  onMessage: (topic: string, payload: Buffer, connection: MqttConnection) => Promise<boolean>;
  /** A client has introduced itself; one connected before under the same name must go. Returns what to do when it has gone. */
  onClient: (connection: MqttConnection) => () => void;
}

/** Bytes held for an unfinished packet; the largest payload that is read is half of it. */
const mostHeld = 128 * 1024;
const introductionMs = 10_000;
const badIdentifier = 2;
const refusedSubscription = 0x80;
const badVersionOfFive = 0x84;

export class MqttConnection {
  clientId = '';
  readonly remote: string;
  readonly #socket: Socket;
  readonly #handlers: MqttHandlers;
  readonly #options: EndpointOptions;
  readonly #limits: Limits;
  readonly #parser: Parser = createParser({ protocolVersion: 4 });
  readonly #queue: FrameQueue<IPublishPacket>;
  #parseError: Error | null = null;
  #isIntroduced = false;
  /** It said goodbye; what follows is not taken. */
  #isLeaving = false;
  #isEnded = false;
  #isHeldBack = false;
  #silenceMs = introductionMs;

  constructor(socket: Socket, handlers: MqttHandlers, options: EndpointOptions, limits: Limits) {
    this.#socket = socket;
    this.#handlers = handlers;
    this.#options = options;
    this.#limits = limits;
    this.remote = remoteOf(socket);
    this.#queue = createFrameQueue<IPublishPacket>({
      clock: options.clock,
      unacknowledged: limits.unacknowledged,
      framesPerSecond: limits.framesPerSecond,
      handle: (packet) => this.#publish(packet).catch((error: Error) => options.report(error, 'mqtt endpoint')),
      pause: () => this.#holdBack(true),
      resume: () => this.#holdBack(false),
      onFlooding: () => this.#count('flooding'),
    });
    this.#listen();
  }

  #listen(): void {
    this.#count('connection', 'opened');
    this.#parser.on('packet', (packet: Packet) => this.#take(packet));
    this.#parser.on('error', (error: Error) => void (this.#parseError ??= error));
    this.#socket.setTimeout(this.#silenceMs, () => this.#hearSilence());
    this.#socket.on('data', (bytes: Buffer) => this.#read(bytes));
    this.#socket.on('end', () => void this.#leave('halfClosed'));
    this.#socket.on('error', () => this.#count('connection', 'broken'));
    this.#socket.once('close', () => this.#queue.stop());
  }

  #count(name: string, reason = ''): void {
    this.#options.pipeline.counters.count('mqtt', name, reason);
  }

  #holdBack(wanted: boolean): void {
    this.#isHeldBack = wanted;
    if (wanted) this.#socket.pause();
    else this.#socket.resume();
  }

  #hearSilence(): void {
    // Silence that we caused by not reading is not the device's.
    if (this.#isHeldBack) this.#socket.setTimeout(this.#silenceMs);
    else this.end(this.#isIntroduced ? 'silent' : 'notConnected');
  }

  /** Closes at once, with a counted reason. */
  end(reason: string): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#count('connection', reason);
    this.#socket.destroy();
  }

  /** What was published before still becomes durable and is acknowledged. */
  async #leave(reason: string): Promise<void> {
    this.#isLeaving = true;
    await this.#queue.drained();
    this.#endWith(null, reason);
  }

  #endWith(answer: Buffer | null, reason: string): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#count('connection', reason);
    if (answer) this.#socket.end(answer);
    else this.#socket.end();
  }

  #send(bytes: Uint8Array): void {
    if (!write(this.#socket, bytes)) this.end('notReading');
  }

  #read(bytes: Buffer): void {
    if (this.#isEnded) return;
    const held = this.#parser.parse(bytes);
    if (this.#parseError !== null) {
      const printed = bytes.subarray(0, 512).toString('hex');
      this.#options.pipeline.counters.refuse('mqtt', 'invalidFormat', this.remote, printed, this.#parseError.message);
      this.end('invalidFormat');
    } else if (held > mostHeld) this.end('tooLarge');
  }

  #take(packet: Packet): void {
    if (this.#isEnded || this.#isLeaving) return;
    if (packet.cmd === 'connect') {
      if (this.#isIntroduced) this.end('connectTwice');
      else this.#introduce(packet);
    } else if (!this.#isIntroduced) this.end('notConnected');
    else if (packet.cmd === 'publish') this.#takePublish(packet);
    else this.#answer(packet);
  }

  #introduce({ protocolVersion = 4, clientId, clean = true, keepalive = 0 }: IConnectPacket): void {
    if (protocolVersion === 5) {
      const answer = generate({ cmd: 'connack', reasonCode: badVersionOfFive, sessionPresent: false }, { protocolVersion: 5 });
      this.#endWith(answer, 'version');
      return;
    }
    if (clientId === '' && !clean) {
      this.#endWith(generate({ cmd: 'connack', returnCode: badIdentifier, sessionPresent: false }), 'identifier');
      return;
    }
    this.#isIntroduced = true;
    this.clientId = clientId === '' ? this.remote : clientId;
    // The standard closes after one and a half keep-alive periods; 0 turns that off, then the idle limit holds.
    this.#silenceMs = keepalive > 0 ? keepalive * 1500 : this.#limits.idleMs;
    this.#socket.setTimeout(this.#silenceMs);
    this.#socket.once('close', this.#handlers.onClient(this));
    this.#send(generate({ cmd: 'connack', returnCode: 0, sessionPresent: false }));
  }

  #takePublish(packet: IPublishPacket): void {
    if (packet.qos === 2) this.end('qos2');
    else if (!isPublishTopic(packet.topic)) this.end('topic');
    else this.#queue.push([packet]);
  }

  async #publish({ topic, payload, qos, messageId }: IPublishPacket): Promise<void> {
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (!(await this.#handlers.onMessage(topic, bytes, this))) this.end('notKept');
    else if (qos === 1 && messageId !== undefined) this.#send(Buffer.of(0x40, 2, messageId >> 8, messageId & 0xff));
  }

  #answer(packet: Packet): void {
    if (packet.cmd === 'pingreq') this.#send(generate({ cmd: 'pingresp' }));
    else if (packet.cmd === 'disconnect') void this.#leave('disconnected');
    else if (packet.cmd === 'unsubscribe') this.#send(generate({ cmd: 'unsuback', messageId: packet.messageId ?? 0, granted: [] }));
    else if (packet.cmd === 'subscribe') {
      this.#count('refused', 'subscription');
      const granted = packet.subscriptions.map(() => refusedSubscription);
      this.#send(generate({ cmd: 'suback', messageId: packet.messageId ?? 0, granted }));
    } else this.end('unexpected');
  }
}

/** A name to publish under has no wildcards (MQTT 3.1.1, 3.3.2.1) and no control characters. */
function isPublishTopic(topic: string): boolean {
  return topic !== '' && !/[#+\p{Cc}]/u.test(topic);
}
