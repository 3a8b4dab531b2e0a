import type { Signal } from '#kernel/observation/reading.ts';
import type { Alarm } from './alarm.ts';
import type { AlarmChange, AlarmCommand } from './entry.ts';

// What a town or plant node (an edge) hands up to its parent: stretches of its log, in order. The edge judges its own readings and
// raises its own alarms; the parent stores the readings, and has an alarm of its own for as long as the edge has one.

/** A change of an alarm at the edge. */
export interface EdgeChange {
  kind: AlarmChange['kind'];
  /** As it was after the change; without its lines, which stay at the edge. */
  alarm: Alarm;
  atMs: number;
  command: AlarmCommand | null;
  /** Key of its point, by which the parent finds its own; null when the point is gone. */
  pointKey: string | null;
}

/** A stretch of an edge's log. */
export interface EdgeStretch {
  edgeId: string;
  /** The parent must have everything up to here, and has everything up to `through` afterwards. */
  after: number;
  through: number;
  /** Where the edge's log ended when it sent this. */
  last: number;
  signals: Signal[];
  changes: EdgeChange[];
}

/** How far a parent has an edge's log. */
export interface EdgeProgress {
  position: number;
  /** Where the edge's log ended when it was last heard of with something new, and when that was. */
  last: number;
  atMs: number;
}
