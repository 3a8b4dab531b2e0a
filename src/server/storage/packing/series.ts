// Readings of one point as columns: what a chunk holds.

export interface Series {
  /** Instants of measurement, whole epoch milliseconds, ascending. */
  atMs: Float64Array;
  values: Float64Array;
  /** Codes of quality.ts. */
  qualities: Uint8Array;
  /** The device's own time, whole epoch milliseconds; NaN where it is the instant of measurement. */
  deviceAtMs: Float64Array;
}

export function emptySeries(count: number): Series {
  return {
    atMs: new Float64Array(count),
    values: new Float64Array(count),
    qualities: new Uint8Array(count),
    deviceAtMs: new Float64Array(count),
  };
}

/** The readings from index `from` to before `to`; shares memory. */
export function sliceSeries({ atMs, values, qualities, deviceAtMs }: Series, from: number, to: number): Series {
  return {
    atMs: atMs.subarray(from, to),
    values: values.subarray(from, to),
    qualities: qualities.subarray(from, to),
    deviceAtMs: deviceAtMs.subarray(from, to),
  };
}

/** All readings of several series in order of time; of those at one instant the one in the earlier series stays. */
export function mergeSeries(all: readonly Series[]): Series {
  const rows = all.flatMap((series) => Array.from(series.atMs, (atMs, at) => ({ series, at, atMs })));
  // Sorting is stable: at equal instants the order of the series decides.
  rows.sort((a, b) => a.atMs - b.atMs);
  const kept = rows.filter(({ atMs }, at) => at === 0 || rows[at - 1]?.atMs !== atMs);
  const merged = emptySeries(kept.length);
  kept.forEach(({ series, at, atMs }, to) => {
    merged.atMs[to] = atMs;
    merged.values[to] = series.values[at] ?? Number.NaN;
    merged.qualities[to] = series.qualities[at] ?? 0;
    merged.deviceAtMs[to] = series.deviceAtMs[at] ?? Number.NaN;
  });
  return merged;
}

/** Whether two series hold the same readings, bit by bit but for the kind of NaN. */
export function isSameSeries(a: Series, b: Series): boolean {
  const isSame = (left: ArrayLike<number>, right: ArrayLike<number>) =>
    left.length === right.length && Array.prototype.every.call(left, (value, at) => Object.is(value, right[at]));
  return isSame(a.atMs, b.atMs) && isSame(a.values, b.values) && isSame(a.qualities, b.qualities) && isSame(a.deviceAtMs, b.deviceAtMs);
}
