import { hasRole, type Actor } from '#kernel/access/access.ts';
import { accept, refuse, RefusalError, type FieldError, type Outcome } from '#kernel/problem/refusal.ts';
import { clockToleranceMs } from '#kernel/observation/judge.ts';
import { readEntity, readTimes } from '#protocols/sensorThings/entity.ts';
import { keepers } from './staRoles.ts';
import type { Services } from '../http/services.ts';
import { inTransaction } from '../operations/registerOperations.ts';
import { numberEntities, pointOfDatastream, shownId } from '../storage/sensorThings.ts';
import { firstInstantMs, instantBits } from '../storage/staModel.ts';

// An Observation that is posted goes the way of every reading: judged, into the log, and answered once it is on disk.

/**
 * Makes an Observation durable. Refuses: `observation-invalid` 400 naming each field, `datastream-missing` 404, those of the log 503.
 * @param datastream the one the address names; null where the message says it
 */
export async function postObservation(
  { context, ingest }: Pick<Services, 'context' | 'ingest'>,
  actor: Actor,
  body: unknown,
  { datastream, remote }: { datastream: number | null; remote: string },
): Promise<Outcome<{ id: number | string }>> {
  if (!hasRole(actor, keepers))
    return refuse('role-missing', 403, { zh: '您的角色不能上报读数', en: 'Your role may not hand in readings' });
  const nowMs = context.clock.nowMs();
  const read = readEntity('Observations', body, datastream === null ? {} : { Datastream: datastream });
  if (!read.ok) return invalid(read.problems.map(({ field, rule, message }) => problem(field, rule, message)));
  const { properties, links } = read.entity;
  const fields: FieldError[] = [];
  const { result } = properties;
  if (typeof result !== 'number' || !Number.isFinite(result)) fields.push(problem('result', 'type', 'result is to be a number.', result));
  const [link] = links['Datastream'] ?? [];
  if (link && !('id' in link)) fields.push(problem('Datastream', 'entity', 'New Datastreams are registered as points, not posted.'));
  if (links['FeatureOfInterest']) fields.push(problem('FeatureOfInterest', 'entity', 'It follows from the station and cannot be given.'));
  const times = properties['phenomenonTime'] === undefined ? { fromMs: nowMs, isInterval: false } : readTimes(properties['phenomenonTime']);
  if (times === null || times.isInterval) fields.push(problem('phenomenonTime', 'time', 'phenomenonTime is to be an instant.'));
  else if (times.fromMs > nowMs + clockToleranceMs || times.fromMs < firstInstantMs)
    fields.push(problem('phenomenonTime', 'range', 'phenomenonTime lies ahead, or before 2020.', properties['phenomenonTime']));
  if (fields.length > 0 || !times || !link || !('id' in link)) return invalid(fields);
  const found = await inTransaction(context, actor, async (tx) => {
    await numberEntities(tx);
    return pointOfDatastream(tx, link.id);
  });
  if (!found.ok) return found;
  if (found.value === null)
    return refuse('datastream-missing', 404, { zh: `没有数据流 ${link.id}`, en: `There is no Datastream ${link.id}` });
  const { deviceKey, channel, quantity, unit } = found.value;
  const reading = { channel, quantity, unit, value: result as number, atMs: times.fromMs, quality: 'good' as const };
  try {
    await ingest.pipeline.accept({
      protocol: 'http',
      deviceKey,
      receivedAtMs: nowMs,
      remote,
      readings: [reading],
      raw: JSON.stringify(body),
    });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    ingest.pipeline.counters.count('http', 'refused', error.refusal.code);
    return error.refusal;
  }
  const id = (BigInt(link.id) << BigInt(instantBits)) + BigInt(Math.round(times.fromMs) - firstInstantMs);
  return accept({ id: shownId(String(id)) });
}

function problem(field: string, rule: string, en: string, value: unknown = null): FieldError {
  return { field, value, rule, text: { zh: `${field} 不正确：${en}`, en } };
}

function invalid(fields: FieldError[]): Outcome<never> {
  return refuse('observation-invalid', 400, { zh: '观测不正确，未保存', en: 'The Observation is not right; nothing was kept' }, { fields });
}
