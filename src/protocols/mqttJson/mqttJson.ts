// JSON readings as a protocol. On the wire MQTT cuts the messages, so the server hands each payload to `readPayload`. A
// stream of bytes (a file, `anlan decode mqttJson`) is cut by `jsonStream.ts`.

import { createJsonDecoder, type JsonRead } from '../jsonStream.ts';
import type { Protocol } from '../protocol.ts';
import { maxPayloadBytes, readPayload, type JsonPayload, type PayloadProblem } from './payload.ts';

export interface JsonMessage extends JsonPayload {
  /** Items that were left out. */
  problems: PayloadProblem[];
}

export const mqttJson: Protocol<JsonMessage> = {
  id: 'mqttJson',
  label: { zh: 'MQTT JSON 读数', en: 'MQTT readings in JSON' },
  standard: 'Anlan MQTT convention 1',
  transport: 'mqtt',
  frameForm: 'text',
  maxFrameBytes: maxPayloadBytes,
  createDecoder: () => createJsonDecoder({ maxBytes: maxPayloadBytes, read }),
  describe: (message) => ({
    ...message,
    readings: message.readings.map((reading) => ({
      ...reading,
      at: reading.atMs === null ? null : new Date(reading.atMs).toISOString(),
    })),
  }),
};

function read(bytes: Uint8Array): JsonRead<JsonMessage> {
  const result = readPayload(bytes);
  if (result.ok) return { ok: true, message: { ...result.payload, problems: result.problems } };
  const reasons = result.problems.map(({ field, rule, message }) => `${field === '' ? 'payload' : field}: ${rule}: ${message}`);
  return { ok: false, reason: reasons.join(' ') };
}
