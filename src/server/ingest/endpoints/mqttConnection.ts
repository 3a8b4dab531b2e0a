import type { Socket } from 'node:net';
import { generate, parser as createParser, type IConnectPacket, type IPublishPacket, type Packet } from 'mqtt-packet';
import { remoteOf, type EndpointOptions, type Limits } from './endpoint.ts';
import { createFrameQueue } from './frameQueue.ts';
import { write } from './tcp.ts';

// One MQTT 3.1.1 connection (OASIS standard, 2014), as far as devices that report need it: they publish with QoS 0 or 1 and
// nothing is published to them. What a message means is in mqtt.ts.

export interface MqttConnection {
  clientId: string;
  remote: string;
  end(reason: string): void;
}

export interface MqttHandlers {
  /** Makes a message durable. False when it could not be kept: the connection is closed, the device sends again. */
  onMessage: (topic: string, payload: Buffer, connection: MqttConnection) => Promise<boolean>;
  /** A client has introduced itself; one connected before under the same name must go. Returns what to do when it has gone. */
  onClient: (connection: MqttConnection) => () => void;
}

/** Bytes held for an unfinished packet; the largest payload that is read is half of it. */
const mostHeld = 128 * 1024;
const introductionMs = 10_000;
const refusedSubscription = 0x80;
const badIdentifier = 2;
const badVersionOfFive = 0x84;

export function serveMqtt(socket: Socket, handlers: MqttHandlers, { clock, pipeline, report }: EndpointOptions, limits: Limits): void {
  const { counters } = pipeline;
  const parser = createParser({ protocolVersion: 4 });
  const connection: MqttConnection = { clientId: '', remote: remoteOf(socket), end };
  let isIntroduced = false;
  let isEnded = false;
  /** It said goodbye; what follows is not taken. */
  let isLeaving = false;
  let isHeldBack = false;
  let silenceMs = introductionMs;

  const queue = createFrameQueue<IPublishPacket>({
    clock,
    unacknowledged: limits.unacknowledged,
    framesPerSecond: limits.framesPerSecond,
    handle: (packet) => publish(packet).catch((error: Error) => report(error, 'mqtt endpoint')),
    pause: () => {
      isHeldBack = true;
      socket.pause();
    },
    resume: () => {
      isHeldBack = false;
      socket.resume();
    },
    onFlooding: () => counters.count('mqtt', 'flooding'),
  });

  function send(bytes: Uint8Array): void {
    if (!write(socket, bytes)) end('notReading');
  }

  function end(reason: string): void {
    if (isEnded) return;
    isEnded = true;
    counters.count('mqtt', 'connection', reason);
    socket.destroy();
  }

  /** What was published before still becomes durable and is acknowledged. */
  async function endGently(reason: string): Promise<void> {
    isLeaving = true;
    await queue.drained();
    if (isEnded) return;
    isEnded = true;
    counters.count('mqtt', 'connection', reason);
    socket.end();
  }

  async function publish({ topic, payload, qos, messageId }: IPublishPacket): Promise<void> {
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (!(await handlers.onMessage(topic, bytes, connection))) end('notKept');
    else if (qos === 1 && messageId !== undefined) send(Buffer.of(0x40, 2, messageId >> 8, messageId & 0xff));
  }

  function introduce(packet: IConnectPacket): void {
    const { protocolVersion = 4, clientId, clean = true, keepalive = 0 } = packet;
    if (protocolVersion === 5) {
      refuseClient(generate({ cmd: 'connack', reasonCode: badVersionOfFive, sessionPresent: false }, { protocolVersion: 5 }), 'version');
      return;
    }
    if (clientId === '' && !clean) {
      refuseClient(generate({ cmd: 'connack', returnCode: badIdentifier, sessionPresent: false }), 'identifier');
      return;
    }
    isIntroduced = true;
    connection.clientId = clientId === '' ? connection.remote : clientId;
    // The standard closes after one and a half keep-alive periods; 0 turns that off, then the idle limit holds.
    silenceMs = keepalive > 0 ? keepalive * 1500 : limits.idleMs;
    socket.setTimeout(silenceMs);
    socket.once('close', handlers.onClient(connection));
    send(generate({ cmd: 'connack', returnCode: 0, sessionPresent: false }));
  }

  function refuseClient(answer: Buffer, reason: string): void {
    isEnded = true;
    counters.count('mqtt', 'connection', reason);
    socket.end(answer);
  }

  function take(packet: Packet): void {
    if (isEnded || isLeaving) return;
    if (packet.cmd === 'connect') {
      if (isIntroduced) end('connectTwice');
      else introduce(packet);
    } else if (!isIntroduced) end('notConnected');
    else takeIntroduced(packet);
  }

  function takeIntroduced(packet: Packet): void {
    switch (packet.cmd) {
      case 'publish':
        if (packet.qos === 2) end('qos2');
        else if (!isPublishTopic(packet.topic)) end('topic');
        else queue.push([packet]);
        break;
      case 'subscribe':
        send(generate({ cmd: 'suback', messageId: packet.messageId ?? 0, granted: packet.subscriptions.map(() => refusedSubscription) }));
        counters.count('mqtt', 'refused', 'subscription');
        break;
      case 'unsubscribe':
        send(generate({ cmd: 'unsuback', messageId: packet.messageId ?? 0, granted: [] }));
        break;
      case 'pingreq':
        send(generate({ cmd: 'pingresp' }));
        break;
      case 'disconnect':
        void endGently('disconnected');
        break;
      default:
        end('unexpected');
    }
  }

  function refuseBytes(bytes: Buffer, message: string): void {
    counters.refuse('mqtt', 'invalidFormat', connection.remote, bytes.subarray(0, 512).toString('hex'), message);
    end('invalidFormat');
  }

  counters.count('mqtt', 'connection', 'opened');
  socket.setTimeout(silenceMs, () => {
    // Silence that we caused by not reading is not the device's.
    if (isHeldBack) socket.setTimeout(silenceMs);
    else end(isIntroduced ? 'silent' : 'notConnected');
  });
  parser.on('packet', take);
  let parseError: Error | null = null;
  parser.on('error', (error: Error) => void (parseError ??= error));
  socket.on('data', (bytes: Buffer) => {
    if (isEnded) return;
    const held = parser.parse(bytes);
    if (parseError !== null) refuseBytes(bytes, parseError.message);
    else if (held > mostHeld) end('tooLarge');
  });
  socket.on('end', () => void endGently('halfClosed'));
  socket.on('error', () => counters.count('mqtt', 'connection', 'broken'));
  socket.once('close', () => queue.stop());
}

/** A name to publish under has no wildcards (MQTT 3.1.1, 3.3.2.1) and no NUL. */
function isPublishTopic(topic: string): boolean {
  return topic !== '' && !/[#+\u0000]/.test(topic);
}
