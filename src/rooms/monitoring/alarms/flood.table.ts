import type { DeviceLimit } from '#kernel/alarm/deviceFaults.ts';
import type { ChatterLimit } from '#kernel/alarm/flood.ts';

// Figures of flood control where a rule gives none of its own, and the number of alarms from which saving a rule must be
// confirmed. House defaults to be tuned by the county: no standard confirms them.

export const chatterDefault: ChatterLimit & { verified: boolean } = { times: 6, withinMs: 600_000, quietMs: 900_000, verified: false };

/** From when on silent and out-of-range points of one device are one alarm about the device. */
export const deviceDefault: DeviceLimit & { verified: boolean } = { points: 3, share: 0.5, verified: false };

/** A rule that would have raised more in the days of the dry run is saved only when its figure is confirmed. */
export const dryRunLimit = { alarms: 1_000, days: 30, verified: false };
