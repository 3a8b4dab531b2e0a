import type { Text } from '#kernel/language/text.ts';

// A monitoring profile: what one kind of monitoring watches, declared as data; its page follows from it.

export interface ProfileQuantity {
  /** Quantity codes as points carry them; codecs of several protocols may name one thing differently. */
  codes: readonly string[];
  label: Text;
  /** Unit in which it is usual; a point may have its own. */
  unit: string;
  /** `state`: 0 or 1, shown as a word; `value`: shown as a number. */
  shown: 'value' | 'state';
}

export interface ProfileRule {
  /** First code of the quantity. */
  quantity: string;
  kind: 'above' | 'below' | 'waterLevel' | 'sum' | 'noData' | 'rate';
  /** In the unit of the quantity; null: no source gives a figure, the site enters its own. */
  limit: number | null;
  /** Only for sums: hours. */
  hours?: number;
  priority: 'critical' | 'high' | 'medium' | 'low';
  text: Text;
  source: string;
  verified: boolean;
}

export interface MonitoringProfile {
  /** Last part of the page's address. */
  id: string;
  label: Text;
  /** Kinds of stations that belong to it whatever they measure. */
  stationKinds: readonly string[];
  quantities: readonly ProfileQuantity[];
  rules: readonly ProfileRule[];
  /** `stations`: a list with values and a chart; `vehicles`: besides, where each one is. */
  layout: 'stations' | 'vehicles';
  /** What this monitoring needs and the program cannot do yet. */
  missing: readonly Text[];
}

export function defineProfile(profile: MonitoringProfile): MonitoringProfile {
  return profile;
}

/** The quantity of a profile that a point measures, or null. */
export function quantityOf(profile: MonitoringProfile, code: string): ProfileQuantity | null {
  return profile.quantities.find(({ codes }) => codes.includes(code)) ?? null;
}
