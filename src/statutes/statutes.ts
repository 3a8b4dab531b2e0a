import type { ClockRule } from '#kernel/clock/deadline.ts';
import { countyToCityPhone, countyToCityText, departmentUpward, provinceDirect } from './incidentReporting.clock.ts';

/** Every clock rule the county runs, alphabetical. */
export const clockRules: readonly ClockRule[] = [countyToCityPhone, countyToCityText, departmentUpward, provinceDirect];

export { eventCode, eventCodes, type EventCode } from './eventCodes.table.ts';
