import { useMemo } from 'react';
import { useAreas, useAreaShapes } from '#web/api/queries.ts';
import { readDivisions, type Division } from './divisions.ts';

/** The county's divisions with their outlines, as far as both have arrived. */
export function useDivisions(): readonly Division[] {
  const areas = useAreas();
  const outlines = useAreaShapes();
  return useMemo(() => readDivisions(outlines.data, areas.data), [outlines.data, areas.data]);
}
