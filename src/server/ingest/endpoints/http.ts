import type { Clock } from '#kernel/clock/clock.ts';
import { accept, refuse, RefusalError, type FieldError, type Outcome } from '#kernel/problem/refusal.ts';
import type { Text } from '#kernel/language/text.ts';
import { readJson, type PayloadProblem } from '#protocols/mqttJson/payload.ts';
import type { Pipeline } from '../pipeline.ts';
import { jsonSignal } from './jsonSignal.ts';

// Readings by HTTP: the body of POST /api/v1/observations. All or nothing: unlike a device on a wire, whoever posts reads the
// answer and can send again without the item that was wrong.

/** Besides the device: `items`, or flat quantities, as in protocols/mqttJson/payload.ts. */
export type ObservationsBody = { device: string } & Record<string, unknown>;

export interface ObservationsAnswer {
  accepted: number;
  position: number;
}

const deviceForm = /^[^\s|\p{Cc}]{1,100}$/u;
const mostItems = 1_000;

/**
 * Makes the readings of a body durable.
 * Refuses: `observations-invalid` 422 naming each field; the refusals of the log, 503.
 */
export async function acceptObservations(
  pipeline: Pick<Pipeline, 'accept' | 'counters'>,
  clock: Clock,
  body: ObservationsBody,
  remote: string,
): Promise<Outcome<ObservationsAnswer>> {
  const fields = problemsOf(body);
  const { device, key: _, ...payload } = body;
  const read = readJson(payload);
  for (const problem of read.problems) fields.push(fieldOf(problem, body));
  const raw = JSON.stringify(body);
  if (fields.length > 0 || !read.ok) {
    pipeline.counters.refuse('http', 'invalidFormat', remote, raw, fields.map(({ field, rule }) => `${field}: ${rule}`).join(' '));
    return refuse(
      'observations-invalid',
      422,
      { zh: '读数格式不对，全部未保存。', en: 'The readings are not valid; none was kept.' },
      { fields },
    );
  }
  const signal = jsonSignal(read.payload, { protocol: 'http', deviceKey: `http:${device}`, receivedAtMs: clock.nowMs(), remote, raw });
  try {
    const { position } = await pipeline.accept(signal);
    return accept({ accepted: signal.readings.length, position });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    pipeline.counters.count('http', 'refused', error.refusal.code);
    return error.refusal;
  }
}

function problemsOf(body: ObservationsBody): FieldError[] {
  const fields: FieldError[] = [];
  if (!deviceForm.test(body.device)) {
    const text = { zh: '设备编号为 1 至 100 个字符，不含空格和 |', en: 'A device has 1 to 100 characters, no blanks and no |' };
    fields.push({ field: 'device', value: body.device, rule: 'pattern', text });
  }
  const { items } = body;
  if (Array.isArray(items) && items.length > mostItems) {
    const text = { zh: `一次最多 ${mostItems} 个读数`, en: `At most ${mostItems} readings at once` };
    fields.push({ field: 'items', value: items.length, rule: 'max', text });
  }
  return fields;
}

const rules: Record<PayloadProblem['rule'], Text> = {
  size: { zh: '过长', en: 'Too long' },
  encoding: { zh: '不是 UTF-8 文本', en: 'Not UTF-8 text' },
  json: { zh: '不是 JSON', en: 'Not JSON' },
  type: { zh: '类型不对', en: 'Wrong type' },
  required: { zh: '缺少', en: 'Missing' },
  finite: { zh: '不是有限的数', en: 'Not a finite number' },
  time: { zh: '应为毫秒时间戳或带时区的 ISO 8601 时间', en: 'Must be epoch milliseconds or ISO 8601 with a zone' },
  form: { zh: '不能含空格、| 和控制字符', en: 'No blanks, no | and no control characters' },
  empty: { zh: '没有读数', en: 'There is no reading' },
};

function fieldOf({ field, rule }: PayloadProblem, body: ObservationsBody): FieldError {
  return { field: field === '' ? 'items' : field, value: valueAt(body, field), rule, text: rules[rule] };
}

/** What was sent at a place such as `items[2].value`. */
function valueAt(body: ObservationsBody, field: string): unknown {
  let value: unknown = body;
  for (const key of field.split(/[.[\]]+/).filter((part) => part !== '')) {
    if (typeof value !== 'object' || value === null) return null;
    value = Reflect.get(value, key);
  }
  return value === body ? null : (value ?? null);
}
