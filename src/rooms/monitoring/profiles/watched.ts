import type { AlarmPriority } from '#kernel/alarm/alarm.ts';

/** A point of a profile with what it measured last and what is wrong with it. */
export interface WatchedPoint {
  id: string;
  stationId: string;
  stationName: string;
  areaCode: string;
  lon: number | null;
  lat: number | null;
  name: string;
  unit: string;
  /** Code of what it measures. */
  quantity: string;
  value: number | null;
  /** When it was measured; null = never. */
  at: string | null;
  /** Levels of its rules. */
  limits: { limit: number; side: 'above' | 'below'; priority: AlarmPriority }[];
  alarm: { id: string; priority: AlarmPriority; isSilence: boolean } | null;
  hasRules: boolean;
  demo: boolean;
}
