import type { Reading, Signal } from '#kernel/observation/reading.ts';
import type { Outcome } from '#kernel/problem/refusal.ts';
import type { Alarm, AlarmLine, AlarmRule, Point, Shelf } from './alarm.ts';
import type { EdgeProgress, EdgeStretch } from './edge.ts';
import type { ChatterLimit, Raising } from './flood.ts';

// What goes into the alarm engine and what comes out. Everything that can change an alarm is an entry of the ingest log, so
// replaying the log from any position gives the same alarms again: nothing else may reach the engine's state.

/** What an officer does to an alarm. */
export interface AlarmCommand {
  action: 'acknowledge' | 'note' | 'dismiss' | 'incidentOpened' | 'shelve' | 'unshelve';
  alarmId: string;
  /** Version the officer saw. */
  version: number;
  atMs: number;
  actor: { id: string | null; name: string; from: string };
  /** Required for note, dismiss and shelve. */
  text: string;
  /** Only for incidentOpened. */
  incidentId: string | null;
  /** Only for shelve: when the alarm comes back by itself. */
  untilMs?: number;
}

/** Points and rules that were added, edited or removed. */
export interface RegistryChange {
  points: Point[];
  rules: AlarmRule[];
  removedPoints: string[];
  removedRules: string[];
}

export type LogEntry =
  | { kind: 'signal'; signal: Signal }
  | { kind: 'command'; command: AlarmCommand }
  /** An evaluation that found something due: a silent point, a shelving that ends, a source that is calm. */
  | { kind: 'tick'; atMs: number }
  | { kind: 'registry'; atMs: number; change: RegistryChange }
  /** The program began to listen: silence before this instant is ours, not the devices'. */
  | { kind: 'start'; atMs: number }
  /** An edge handed up a stretch of its log. */
  | { kind: 'edge'; atMs: number; stretch: EdgeStretch };

export interface AlarmChange {
  /**
   * As in the alarm's lines. Besides: `peak`, a new extreme value (the version stays, nobody decided anything); `removed`, the
   * alarm belonged to demo data that was taken away and leaves no trace.
   */
  kind: AlarmLine['kind'] | 'peak' | 'removed';
  /** The alarm after the change. Never modified afterwards. */
  alarm: Alarm;
  /** Log position of the entry that caused it. */
  position: number;
  atMs: number;
  /** The officer's act behind it, or null. */
  command: AlarmCommand | null;
}

/** What one entry did. */
export interface Applied {
  changes: readonly AlarmChange[];
  /** Readings whose device or quantity is not registered: for quarantine. */
  unknown: readonly Reading[];
  /** Answer to a command; null for other entries. */
  outcome: Outcome<Alarm> | null;
  /** A stretch of an edge's log that is here already, or leaves a gap: nothing of it counts. */
  isRepeat?: boolean;
}

/** The newest reading of a point by time of measurement, and how far the point was followed. */
export interface LatestReading {
  pointId: string;
  atMs: number;
  value: number;
  quality: Reading['quality'];
  deviceAtMs: number | null;
  receivedAtMs: number;
  /** Newest instant that rules were evaluated for; null = none yet. */
  evaluatedAtMs: number | null;
  /** When the point was last heard of with a value that counts as data; null = never. */
  heardAtMs: number | null;
}

/** What the engine knows besides alarms and latest readings; small, saved with the position it belongs to. */
export interface EngineMemory {
  upSinceMs: number;
  /** Conditions that hold but not yet for their delay: rule id, measured since. */
  pending: [ruleId: string, sinceMs: number][];
  /** Rules whose alarm was dismissed while the condition still held. */
  suppressed: string[];
  /** Points registered while running and never heard of: silence counts from here. */
  addedAt: [pointId: string, atMs: number][];
  /** Rules whose alarms are shelved, also those without an alarm now. */
  shelves?: [ruleId: string, shelf: Shelf][];
  /** Points that raised alarms lately. */
  sources?: [pointId: string, source: { limit: ChatterLimit; rule: AlarmRule; raisings: Raising[]; shelf: Shelf | null }][];
  /** Devices that fail. */
  devices?: [deviceKey: string, fault: { rule: AlarmRule; shelf: Shelf | null; isDismissed: boolean }][];
  /** How far the logs of edges are here. */
  edges?: [edgeId: string, progress: EdgeProgress][];
  /** What rules on measured numbers know. Large: stored apart, as it changes. */
  watches?: [ruleId: string, WatchMemory][];
}

/** What a rule on a measured number remembers. Where a number is null there is none. */
export interface WatchMemory {
  /** Which of its levels holds, from 1; 0 = none. */
  level: number;
  isSuppressed: boolean;
  /** Newest instant it was evaluated for. */
  atMs: number | null;
  /** Since when each level is exceeded. */
  since: (number | null)[];
  /** How often it could not tell: no data yet, a division by zero. */
  noVerdicts: number;
  measure: (number | null)[][];
}
