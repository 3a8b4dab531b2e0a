import { useState } from 'react';
import type { Observations } from '#web/api/answers.ts';
import { useObservations } from '#web/api/queries.ts';

// A long window comes thinned. Once somebody zooms into it, the part looked at is asked for again and takes the place of the
// thinned readings there; what lies outside stays, so that panning shows something at once.

/** Parts longer than this share of the window are fine enough as they are. */
const worthAsking = 0.6;
/** Windows with fewer readings are whole. */
const thinnedFrom = 500;

export interface FineReadings {
  /** The readings with the part looked at in full; undefined while nobody zooms. */
  fine: Observations | undefined;
  onZoom: (fromMs: number, toMs: number) => void;
}

export function useFineReadings(observations: Observations | undefined, fromMs: number, toMs: number): FineReadings {
  const [part, setPart] = useState<{ fromMs: number; toMs: number } | null>(null);
  const isAsked =
    part !== null &&
    observations !== undefined &&
    observations.items.length >= thinnedFrom &&
    part.fromMs >= fromMs &&
    part.toMs <= toMs &&
    part.toMs - part.fromMs <= (toMs - fromMs) * worthAsking;
  const asked = useObservations(
    isAsked ? observations.point.id : null,
    new Date(part?.fromMs ?? fromMs).toISOString(),
    new Date(part?.toMs ?? toMs).toISOString(),
  );
  const isThere = isAsked && !asked.isPlaceholderData && asked.data?.point.id === observations.point.id;
  return {
    fine: isThere && asked.data ? withPart(observations, asked.data) : undefined,
    onZoom: (from, to) => setPart({ fromMs: Math.floor(from), toMs: Math.ceil(to) }),
  };
}

/** Puts the readings of a part between those before and after it. */
export function withPart(whole: Observations, part: Pick<Observations, 'items'>): Observations {
  const [first, last] = [part.items[0]?.[0], part.items.at(-1)?.[0]];
  if (first === undefined || last === undefined) return whole;
  const before = whole.items.filter(([atMs]) => atMs < first);
  return { ...whole, items: [...before, ...part.items, ...whole.items.filter(([atMs]) => atMs > last)] };
}
