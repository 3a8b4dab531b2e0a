import type { Socket } from 'node:net';
import { parser as createParser, type IConnectPacket, type IPublishPacket, type Packet, type Parser } from 'mqtt-packet';
import { remoteOf, type EndpointOptions, type Limits } from './endpoint.ts';
import { createFrameQueue, type FrameQueue } from './frameQueue.ts';
import * as packets from './mqttPackets.ts';
import { createTopicAliases, isPublishTopic } from './mqttTopic.ts';
import { fingerprintOf, write } from './listener.ts';
import type { GivenProof } from '../deviceBook.ts';

// One MQTT connection, version 3.1.1 (OASIS, 2014) or 5.0 (OASIS, 2019), as far as devices that report need it: they publish with
// QoS 0 or 1 and nothing is published to them; no session outlives its connection. What a message means is in mqtt.ts.

/**
 * What became of a message: `kept` on disk; `unusable`, `direction` or `notAuthorised` where nothing is there to keep and sending it
 * again would not help; else the code under which the log refused it.
 */
export type MessageOutcome = string;

const settled: ReadonlySet<MessageOutcome> = new Set(['kept', 'unusable', 'direction', 'notAuthorised']);

/** Whether the sender shall not send the message again. */
export function isSettled(outcome: MessageOutcome): boolean {
  return settled.has(outcome);
}

export interface MqttHandlers {
  /** Whether a client may come in, as its CONNECT says who it is; a refusal otherwise, counted here. */
  onConnect: (packet: IConnectPacket, connection: MqttConnection) => packets.ConnectRefusal | null;
  /** Makes a message durable. */
  onMessage: (topic: string, payload: Buffer, connection: MqttConnection) => Promise<MessageOutcome>;
  /** A client has introduced itself; one connected before under the same name must go. Returns what to do when it has gone. */
  onClient: (connection: MqttConnection) => () => void;
}

/** Bytes held for an unfinished packet; the largest packet that is read is half of it. */
const mostHeld = 128 * 1024;
const introductionMs = 10_000;
/** A peer that does not hang up after our last packet is cut off. */
const farewellMs = 5_000;

export class MqttConnection {
  clientId = '';
  /** What it gave to prove who it is. */
  given: GivenProof = {};
  readonly remote: string;
  readonly #socket: Socket;
  readonly #handlers: MqttHandlers;
  readonly #options: EndpointOptions;
  readonly #limits: Limits;
  readonly #parser: Parser = createParser({ protocolVersion: 4 });
  readonly #queue: FrameQueue<IPublishPacket>;
  readonly #aliases = createTopicAliases(packets.mostAliases);
  #version: packets.MqttVersion = 4;
  #wantsReasons = true;
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

  /** Closes with a counted reason, which version 5 is told. */
  end(reason: string): void {
    if (this.#isEnded) return;
    const last = this.#isIntroduced ? packets.farewell(this.#version, reason) : null;
    if (last !== null) return this.#endWith(last, reason);
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
    const timer = this.#options.clock.after(farewellMs, () => this.#socket.destroy());
    this.#socket.once('close', () => timer.cancel());
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

  #introduce(packet: IConnectPacket): void {
    const { protocolVersion, clientId, clean = true, keepalive = 0, properties = {} } = packet;
    this.#version = protocolVersion === 5 ? 5 : 4;
    this.#wantsReasons = properties.requestProblemInformation !== false;
    this.clientId = clientId === '' ? this.remote : clientId;
    this.given = { user: packet.username ?? null, key: packet.password?.toString() ?? null, fingerprint: fingerprintOf(this.#socket) };
    const refusal = this.#refusalOf(packet, clean) ?? this.#handlers.onConnect(packet, this);
    if (refusal !== null) {
      this.#endWith(packets.turnAway(this.#version, refusal), refusal);
      return;
    }
    this.#isIntroduced = true;
    // The standard closes after one and a half keep-alive periods; 0 turns that off, then the idle limit holds.
    this.#silenceMs = keepalive > 0 ? keepalive * 1500 : this.#limits.idleMs;
    this.#socket.setTimeout(this.#silenceMs);
    this.#socket.once('close', this.#handlers.onClient(this));
    const assignedId = clientId === '' ? this.clientId : null;
    const receiveMaximum = this.#limits.unacknowledged;
    this.#send(packets.welcome(this.#version, { assignedId, receiveMaximum, longestPacket: mostHeld / 2 }));
  }

  #refusalOf({ clientId, properties }: IConnectPacket, clean: boolean): packets.ConnectRefusal | null {
    if (properties?.authenticationMethod !== undefined) return 'badMethod';
    return clientId === '' && !clean && this.#version === 4 ? 'identifier' : null;
  }

  #takePublish(packet: IPublishPacket): void {
    if (packet.qos === 2) return this.end('qos2');
    const topic = this.#aliases.resolve(packet.topic, packet.properties?.topicAlias);
    if (topic === null) this.end('topicAlias');
    else if (!isPublishTopic(topic)) this.end('topic');
    else {
      packet.topic = topic;
      this.#queue.push([packet]);
    }
  }

  async #publish({ topic, payload, qos, messageId }: IPublishPacket): Promise<void> {
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    const outcome = await this.#handlers.onMessage(topic, bytes, this);
    if (this.#version === 5) this.#answerPublish(outcome, qos === 1 ? messageId : undefined);
    else if (!isSettled(outcome)) this.end('notKept');
    else if (qos === 1 && messageId !== undefined) this.#send(packets.kept(messageId));
  }

  /** Version 5 can refuse one message and go on. What was sent with QoS 0 expects no answer. */
  #answerPublish(outcome: MessageOutcome, messageId: number | undefined): void {
    if (outcome === 'log-closed') this.end('stopping');
    else if (messageId === undefined) return;
    else if (outcome === 'kept') this.#send(packets.kept(messageId));
    else {
      this.#count('answered', 'denied');
      this.#send(packets.notTaken(messageId, outcome, this.#wantsReasons ? outcome : null));
    }
  }

  #answer(packet: Packet): void {
    const { messageId = 0 } = packet;
    if (packet.cmd === 'pingreq') this.#send(packets.pong);
    else if (packet.cmd === 'disconnect') void this.#leave('disconnected');
    else if (packet.cmd === 'unsubscribe') this.#send(packets.unsubscribed(this.#version, messageId, packet.unsubscriptions.length));
    else if (packet.cmd === 'subscribe') {
      this.#count('refused', 'subscription');
      this.#send(packets.noSubscription(this.#version, messageId, packet.subscriptions.length));
    } else this.end('unexpected');
  }
}
