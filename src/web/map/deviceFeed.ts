import type { Clock } from '#kernel/clock/clock.ts';
import type { PointFeature } from './drawn.ts';

// Brings a changing set of points to a map source: only what changed is sent, at most twice a second, however often the
// data change. The first set, and a set that is mostly new, replace the whole source.

export interface FeedTarget {
  replace(features: readonly PointFeature[]): void;
  change(difference: { add: PointFeature[]; update: PointFeature[]; remove: string[] }): void;
}

export interface Feed {
  /** The points that shall be on the map from now on. */
  show(features: readonly PointFeature[]): void;
  stop(): void;
}

export const feedGapMs = 500;

/**
 * @param target the map source
 * @param clock time, so that a test can move it
 */
export function startFeed(target: FeedTarget, clock: Clock): Feed {
  let drawn = new Map<string, PointFeature>();
  let wanted: readonly PointFeature[] | null = null;
  let lastMs = Number.NEGATIVE_INFINITY;
  let first = true;
  let timer: { cancel(): void } | null = null;

  function flush(): void {
    timer = null;
    if (!wanted) return;
    const features = wanted;
    wanted = null;
    const next = new Map(features.map((feature) => [feature.id, feature]));
    const difference = compare(drawn, next);
    const changes = difference.add.length + difference.update.length + difference.remove.length;
    drawn = next;
    if (changes === 0 && !first) return;
    lastMs = clock.nowMs();
    if (first || changes > next.size / 2) target.replace(features);
    else target.change(difference);
    first = false;
  }

  return {
    show(features) {
      wanted = features;
      if (timer) return;
      const waitMs = lastMs + feedGapMs - clock.nowMs();
      if (waitMs <= 0) flush();
      else timer = clock.after(waitMs, flush);
    },
    stop() {
      timer?.cancel();
      timer = null;
      wanted = null;
    },
  };
}

function compare(before: ReadonlyMap<string, PointFeature>, after: ReadonlyMap<string, PointFeature>) {
  const add: PointFeature[] = [];
  const update: PointFeature[] = [];
  for (const [id, feature] of after) {
    const old = before.get(id);
    if (!old) add.push(feature);
    else if (!isSame(old, feature)) update.push(feature);
  }
  const remove = [...before.keys()].filter((id) => !after.has(id));
  return { add, update, remove };
}

function isSame(a: PointFeature, b: PointFeature): boolean {
  if (a === b) return true;
  const [aLon, aLat] = a.geometry.coordinates;
  const [bLon, bLat] = b.geometry.coordinates;
  if (aLon !== bLon || aLat !== bLat) return false;
  return Object.keys(b.properties).every((key) => a.properties[key] === b.properties[key]);
}
