import {
  readLayoutRow,
  readMappingRow,
  type LayoutRow,
  type LayoutUse,
  type MappingRow,
} from '#rooms/monitoring/payloads/payloadDeclarations.ts';
import { readingsOf } from '#protocols/lorawan/lorawan.ts';
import { readUplink } from '#protocols/lorawan/uplink.ts';
import { applyToJson, mappingFor, matchTopic } from '#protocols/mqttJson/applyMapping.ts';
import type { JsonMapping } from '#protocols/mqttJson/mapping.ts';
import { maxPayloadBytes, type JsonPayload } from '#protocols/mqttJson/payload.ts';
import { readTopic } from '#protocols/mqttJson/topic.ts';

// How messages are read that do not follow our own form: by the declarations of the registers. LoRaWAN layouts come first, then
// mappings, each by the topic; a topic that no declaration names is read in our own form.

export interface DeclaredProblem {
  field: string;
  rule: string;
  message: string;
}

export type DeclaredResult =
  /** `problems`: values that were left out. */
  { ok: true; device: string; payload: JsonPayload; problems: DeclaredProblem[] } | { ok: false; problems: DeclaredProblem[] };

export interface PayloadBook {
  /** Takes the rows as the registers have them; one that cannot be read is reported and left out. */
  replace(rows: { mappings: readonly MappingRow[]; layouts: readonly LayoutRow[] }): void;
  /** Reads a message by its declaration; null when there is none for its topic. Never throws. */
  read(topic: string, bytes: Uint8Array): DeclaredResult | null;
}

export function createPayloadBook(report: (error: Error, where: string) => void): PayloadBook {
  let mappings: JsonMapping[] = [];
  let layouts: LayoutUse[] = [];
  return {
    replace(rows) {
      const broken = (name: string) => report(new Error(`the declaration ${name} cannot be read`), 'payload declarations');
      mappings = rows.mappings.flatMap((row) => {
        const read = readMappingRow(row);
        if (!read.ok) broken(row.name);
        return read.ok ? [read.value] : [];
      });
      layouts = rows.layouts.flatMap((row) => {
        const read = readLayoutRow(row);
        if (!read.ok) broken(row.name);
        return read.ok ? [read.value] : [];
      });
    },
    read(topic, bytes) {
      const fitting = layouts.filter(({ topics }) => matchTopic(topics, topic) !== null);
      const mapping = fitting.length > 0 ? null : mappingFor(mappings, topic);
      if (fitting.length === 0 && mapping === null) return null;
      const json = parse(bytes);
      if (!json.ok) return json;
      return mapping ? applyToJson(mapping, topic, json.value) : readByLayout(fitting, topic, json.value);
    },
  };
}

function readByLayout(layouts: readonly LayoutUse[], topic: string, json: unknown): DeclaredResult {
  const read = readUplink(json);
  if (!read.ok) return refuse(read.field, 'uplink', read.reason);
  const { uplink } = read;
  const device = uplink.devEui ?? readTopic(topic).deviceId;
  const layout = layoutOf(layouts, device);
  if (layout === null) return refuse('devEui', 'noLayout', `No layout is declared for the device ${device} on this topic.`);
  const decoded = readingsOf(uplink, layout.codec);
  if (!decoded.ok) return refuse('data', decoded.code, `at byte ${decoded.offset}: ${decoded.reason}`);
  if (decoded.readings.length === 0) return refuse('data', 'empty', 'The payload has no reading.');
  const payload: JsonPayload = {
    messageId: null,
    sentAtMs: uplink.atMs,
    sequence: uplink.frameCounter,
    readings: decoded.readings.map((reading) => ({ ...reading, quality: null })),
  };
  const rest = decoded.rest === '' ? [] : [{ field: 'data', rule: 'rest', message: `${decoded.rest} is not declared.` }];
  return { ok: true, device, payload, problems: rest };
}

/** The layout that names most digits of the device, else the first that names no device. */
function layoutOf(layouts: readonly LayoutUse[], devEui: string): LayoutUse | null {
  let best: { layout: LayoutUse; digits: number } | null = null;
  for (const layout of layouts) {
    const lengths = layout.devices.filter((prefix) => devEui.startsWith(prefix)).map(({ length }) => length);
    const digits = layout.devices.length === 0 ? 0 : lengths.length > 0 ? Math.max(...lengths) : -1;
    if (digits > (best?.digits ?? -1)) best = { layout, digits };
  }
  return best?.layout ?? null;
}

function parse(bytes: Uint8Array): { ok: true; value: unknown } | Extract<DeclaredResult, { ok: false }> {
  if (bytes.length > maxPayloadBytes) return refuse('', 'size', `The payload is longer than ${maxPayloadBytes} bytes.`);
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    return refuse('', error instanceof SyntaxError ? 'json' : 'encoding', (error as Error).message);
  }
}

function refuse(field: string, rule: string, message: string): Extract<DeclaredResult, { ok: false }> {
  return { ok: false, problems: [{ field, rule, message }] };
}
