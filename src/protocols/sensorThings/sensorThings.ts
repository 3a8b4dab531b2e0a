// SensorThings as a protocol: messages that make an entity, in JSON. By MQTT or HTTP the address says which entity
// (`readAddress`, `readEntity`); in a file it is told from the properties.

import { createJsonDecoder, type JsonRead } from '../jsonStream.ts';
import type { Protocol } from '../protocol.ts';
import { entityForms } from './entities.table.ts';
import { readEntity, readTimes, setOf, type NewEntity } from './entity.ts';

const maxMessageBytes = 64 * 1024;

export const sensorThings: Protocol<NewEntity> = {
  id: 'sensorThings',
  label: { zh: 'SensorThings 传感网接口', en: 'SensorThings API' },
  standard: 'OGC 18-088 SensorThings API Part 1: Sensing, version 1.1',
  transport: 'http',
  frameForm: 'text',
  maxFrameBytes: maxMessageBytes,
  createDecoder: () => createJsonDecoder({ maxBytes: maxMessageBytes, read }),
  describe: (entity) => ({ ...entity, entity: entityForms[entity.set].name, at: timeOf(entity) }),
};

function read(bytes: Uint8Array): JsonRead<NewEntity> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return { ok: false, reason: error.message };
    throw error;
  }
  const set = setOf(json);
  if (set === null) return { ok: false, reason: 'No property tells which entity this is.' };
  // A file does not say whose collection an observation was sent to.
  const result = readEntity(set, json, set === 'Observations' ? { Datastream: null } : {});
  if (result.ok) return { ok: true, message: result.entity };
  return { ok: false, reason: result.problems.map(({ field, rule, message }) => `${field}: ${rule}: ${message}`).join(' ') };
}

function timeOf({ properties }: NewEntity): string | null {
  const times = readTimes(properties['phenomenonTime'] ?? properties['time']);
  return times === null ? null : new Date(times.toMs).toISOString();
}
