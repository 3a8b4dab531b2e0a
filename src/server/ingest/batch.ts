import type { AlarmEngine } from '#kernel/alarm/engine.ts';
import type { AlarmChange, Applied, LogEntry } from '#kernel/alarm/entry.ts';
import type { EdgeStretch } from '#kernel/alarm/edge.ts';
import type { Reading, Signal } from '#kernel/observation/reading.ts';
import type { IngestBatch, QuarantineNotice, StoredReading } from '#server/storage/ingestStore.ts';

// Gathers what a stretch of the log means for the database. The engine here is the follower's own: it sees the same entries at
// the same positions as the live one, so at any position its state is exactly what a restart from there needs.

const mostQuarantined = 500;

export function beginBatch(engine: AlarmEngine, after: number) {
  const readings: StoredReading[] = [];
  const touched = new Set<string>();
  const changes: AlarmChange[] = [];
  const removedPoints: string[] = [];
  const quarantined = new Map<string, QuarantineNotice>();

  function takeSignal(signal: Signal, unknown: readonly Reading[]): void {
    for (const reading of signal.readings) {
      const point = engine.pointOf(signal.deviceKey, reading.channel, reading.quantity);
      if (point === undefined) continue;
      const { atMs, value, quality, deviceAtMs = null } = reading;
      readings.push({ pointId: point.id, atMs, value, quality, deviceAtMs, areaCode: point.areaCode, demo: point.demo });
      touched.add(point.id);
    }
    if (unknown.length > 0) quarantine(signal, unknown);
  }

  function takeStretch({ signals }: EdgeStretch): void {
    for (const signal of signals) {
      const isUnknown = (reading: Reading) => engine.pointOf(signal.deviceKey, reading.channel, reading.quantity) === undefined;
      takeSignal(signal, signal.readings.filter(isUnknown));
    }
  }

  function quarantine(signal: Signal, unknown: readonly Reading[]): void {
    const { deviceKey, protocol, remote, raw, receivedAtMs } = signal;
    const known = quarantined.get(deviceKey);
    if (known === undefined && quarantined.size >= mostQuarantined) return;
    const sent = unknown.map(({ channel, quantity, unit, value }) => ({ channel, quantity, unit, value }));
    const before =
      known?.quantities.filter((old) => !sent.some((one) => one.channel === old.channel && one.quantity === old.quantity)) ?? [];
    quarantined.set(deviceKey, {
      deviceKey,
      protocol,
      remote,
      raw,
      firstAtMs: known?.firstAtMs ?? receivedAtMs,
      lastAtMs: receivedAtMs,
      count: (known?.count ?? 0) + 1,
      quantities: [...before, ...sent].slice(-200),
    });
  }

  return {
    /** @param applied what the follower's engine made of the entry */
    take(entry: LogEntry, applied: Applied): void {
      if (entry.kind === 'signal') takeSignal(entry.signal, applied.unknown);
      if (entry.kind === 'edge' && !applied.isRepeat) takeStretch(entry.stretch);
      if (entry.kind === 'registry') removedPoints.push(...entry.change.removedPoints);
      changes.push(...applied.changes);
    },
    readings: () => readings.length,
    end(position: number): IngestBatch {
      const latest = [...touched].flatMap((pointId) => {
        const [point, newest] = [engine.point(pointId), engine.latest(pointId)];
        return point && newest ? [{ ...newest, areaCode: point.areaCode, demo: point.demo }] : [];
      });
      const stored = removedPoints.length === 0 ? readings : readings.filter((reading) => engine.point(reading.pointId) !== undefined);
      return {
        after,
        position,
        readings: stored,
        latest,
        changes,
        removedPoints,
        quarantined: [...quarantined.values()],
        memory: engine.smallMemory(),
        watches: engine.takeTouched(),
      };
    },
  };
}
