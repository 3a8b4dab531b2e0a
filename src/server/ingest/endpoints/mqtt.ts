import type { Socket } from 'node:net';
import type { IConnectPacket } from 'mqtt-packet';
import { readPayload } from '#protocols/mqttJson/payload.ts';
import { readTopic } from '#protocols/mqttJson/topic.ts';
import type { GivenProof } from '../deviceBook.ts';
import { isProofProblem, keep, usualLimits, type Endpoint, type EndpointOptions, type Limits } from './endpoint.ts';
import { jsonSignal } from './jsonSignal.ts';
import { MqttConnection, type MessageOutcome, type MqttHandlers } from './mqttConnection.ts';
import { startListening } from './listener.ts';
import type { ConnectRefusal } from './mqttPackets.ts';

// MQTT 3.1.1 and 5.0 for devices that report readings as JSON. Our own endpoint and not a broker, because the acknowledgement must
// mean "on disk": PUBACK goes out after the log has the message. QoS 2 is refused by closing, subscriptions by return code.

/** One connection may carry a whole gateway of devices. */
const gatewayLimits: Partial<Limits> = { framesPerSecond: 5_000, unacknowledged: 1_000 };

export async function startMqtt(options: EndpointOptions, port: number, host: string): Promise<Endpoint> {
  const limits: Limits = { ...usualLimits, ...gatewayLimits, ...options.limits };
  const clients = new Map<string, MqttConnection>();

  const handlers: MqttHandlers = {
    onConnect: (packet, connection) => letIn(options, packet, connection),
    onMessage: (topic: string, payload: Buffer, connection: MqttConnection) =>
      takeMessage(options, { topic, payload, remote: connection.remote, isRetained: false, given: connection.given }),
    onClient(connection: MqttConnection) {
      clients.get(connection.clientId)?.end('takenOver');
      clients.set(connection.clientId, connection);
      return () => {
        if (clients.get(connection.clientId) === connection) clients.delete(connection.clientId);
      };
    },
  };

  const onSocket = (socket: Socket) => void new MqttConnection(socket, handlers, options, limits);
  const listening = await startListening(options, { protocol: 'mqtt', port, host, limits, onSocket });
  return { protocol: 'mqtt', ...listening };
}

/** Account and password are checked when a client comes in; whether they are those of the device that speaks, with each message. */
function letIn({ book, pipeline }: EndpointOptions, packet: IConnectPacket, connection: MqttConnection): ConnectRefusal | null {
  const problem = book.checkAccount('mqtt', connection.given);
  if (problem === null) return null;
  pipeline.counters.refuse('mqtt', problem, connection.remote, `CONNECT ${packet.clientId} ${packet.username ?? ''}`, 'not let in');
  return problem === 'wrongKey' ? 'badCredentials' : 'notAuthorised';
}

export interface MqttMessage {
  topic: string;
  payload: Buffer;
  remote: string;
  /** Kept by a broker for whoever subscribes: it was sent some time ago. */
  isRetained: boolean;
  /** What its connection gave to prove who it is. */
  given: GivenProof | 'trusted';
}

/**
 * Makes a message durable. One that says nothing usable is counted: version 5 is told so, 3.1.1 has no way to refuse a message, and
 * closing would make the device send it for ever, so there it is acknowledged all the same.
 */
export async function takeMessage(options: EndpointOptions, message: MqttMessage): Promise<MessageOutcome> {
  const { topic, payload, remote, isRetained, given } = message;
  const { counters } = options.pipeline;
  const { deviceId: ofTopic, levels } = readTopic(topic);
  const text = `${topic} ${payload.toString('utf8', 0, 4096)}`;
  if (levels?.direction === 'down') {
    counters.refuse('mqtt', 'direction', remote, text, 'Messages towards devices are not taken.');
    return 'direction';
  }
  const declared = options.payloads?.read(topic, payload) ?? null;
  const read = declared ?? readPayload(payload);
  for (const { field, rule, message } of read.problems) counters.refuse('mqtt', rule, remote, text, `${field} ${message}`.trim());
  if (!read.ok) return 'unusable';
  if (isRetained && read.payload.readings.some(({ atMs }) => atMs === null)) {
    counters.refuse('mqtt', 'retained', remote, text, 'A message the broker has kept says nothing about now unless it has its own time.');
    return 'unusable';
  }
  const signal = jsonSignal(read.payload, {
    protocol: 'mqtt',
    deviceKey: `mqtt:${declared?.ok ? declared.device : ofTopic}`,
    receivedAtMs: options.clock.nowMs(),
    remote,
    raw: text,
  });
  const outcome = await keep(options, signal, given);
  return isProofProblem(outcome) ? 'notAuthorised' : outcome;
}
