import type { EdgeProgress, EdgeStretch } from '#kernel/alarm/edge.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Pipeline } from '../pipeline.ts';

// The parent's side of its edges: takes their stretches and knows when each was last heard of.

export interface EdgeStatus {
  id: string;
  /** When it last spoke, epoch milliseconds. */
  lastContactMs: number;
  /** Entries of its log that are here. */
  position: number;
  /** Entries it has and we do not, as it last said. */
  backlog: number;
}

export interface EdgeDesk {
  /** Resolves with the position up to which the edge's log is durable here. Rejects as the log does (503). */
  take(stretch: EdgeStretch): Promise<number>;
  /** The edge asks how far we are. */
  greet(edgeId: string, last: number): number;
  list(): EdgeStatus[];
}

export function createEdgeDesk(pipeline: Pick<Pipeline, 'takeStretch' | 'edges'>, clock: Clock): EdgeDesk {
  const contacts = new Map<string, { atMs: number; last: number }>();
  const known = () => new Map<string, EdgeProgress>(pipeline.edges());
  const note = (edgeId: string, last: number) => void contacts.set(edgeId, { atMs: clock.nowMs(), last });
  return {
    take(stretch) {
      note(stretch.edgeId, stretch.last);
      return pipeline.takeStretch(stretch);
    },
    greet(edgeId, last) {
      note(edgeId, last);
      return known().get(edgeId)?.position ?? 0;
    },
    list() {
      const progress = known();
      return [...new Set([...progress.keys(), ...contacts.keys()])].sort().map((id) => {
        const [here, contact] = [progress.get(id), contacts.get(id)];
        const position = here?.position ?? 0;
        const last = contact?.last ?? here?.last ?? 0;
        return { id, position, lastContactMs: contact?.atMs ?? here?.atMs ?? 0, backlog: Math.max(0, last - position) };
      });
    },
  };
}
