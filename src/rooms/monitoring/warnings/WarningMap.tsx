import { useMemo } from 'react';
import { bboxOf } from '#geo/bounds.ts';
import { useLayers } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { warningsOf } from '#web/map/countyContent.ts';
import { CountyMap, type LonLat } from '#web/map/CountyMap.tsx';
import { warningFeatures } from '#web/map/divisions.ts';
import { useDivisions } from '#web/map/useDivisions.ts';
import { useMood } from '#web/theme/theme.tsx';
import type { Warning } from './composerDraft.ts';
import { WarningArea } from './WarningArea.tsx';
import { draftFromWarning } from './composerDraft.ts';
import { warningWords as words } from './warningWords.ts';

/** Where a warning holds: its area in the colour of the level, with the level's character. */
export function WarningMap({ warning }: { warning: Warning }) {
  const say = useText();
  const { mood } = useMood();
  const layers = useLayers();
  const divisions = useDivisions();
  // The map draws published warnings; here this one is shown in whatever state it is.
  const drawn = useMemo(() => warningsOf([{ ...warning, state: 'published' }]), [warning]);
  const focus = useMemo(() => {
    const boxes = warningFeatures(drawn, divisions).areas.flatMap(({ geometry }) => bboxOf(geometry) ?? []);
    const box = boxes.slice(0, 4);
    const [west, south, east, north] = box;
    if (west === undefined || south === undefined || east === undefined || north === undefined || boxes.length > 4) return null;
    return { center: [(west + east) / 2, (south + north) / 2] as LonLat };
  }, [drawn, divisions]);
  const { area } = draftFromWarning(warning);
  return (
    <section className="panel case-panel">
      <h2>{say(words.area)}</h2>
      <div className="warning-map">
        <CountyMap mood={mood} divisions={divisions} layers={layers.data ?? []} warnings={drawn} focus={focus} legend={false} />
      </div>
      <p className="warning-map-words">
        <WarningArea area={area} />
      </p>
    </section>
  );
}
