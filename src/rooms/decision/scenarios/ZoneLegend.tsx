import type { ResultShape } from '#models/resultShapes.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useLanguage, useText } from '#web/language/language.tsx';
import { markColours } from './drawResult.ts';
import type { Marks } from './hazmat/marks.ts';
import { keyOf, toneOf, zoneName } from './zoneTones.ts';

const words = defineWords({
  legend: { zh: '图例', en: 'Legend' },
  band: { zh: '虚线：可能到达的范围', en: 'Dashed: as far as it may reach' },
  cordon: { zh: '警戒线', en: 'Cordon' },
  approach: { zh: '上风接近方向', en: 'Way in, from upwind' },
  route: { zh: '到场路线', en: 'Routes to the scene' },
});

interface ZoneLegendProps {
  shapes: readonly ResultShape[];
  hidden: ReadonlySet<string>;
  onToggle: (key: string) => void;
  marks: Marks | null;
  hasRoutes: boolean;
}

/** What the colours on the map mean, from what is drawn; each level can be switched off and on. */
export function ZoneLegend({ shapes, hidden, onToggle, marks, hasRoutes }: ZoneLegendProps) {
  const say = useText();
  const { language } = useLanguage();
  const zones = new Map(shapes.filter(isZone).map((shape) => [keyOf(shape), shape]));
  if (zones.size === 0 && !hasRoutes) return null;
  return (
    <div className="scenario-legend" role="group" aria-label={say(words.legend)}>
      {[...zones].map(([key, shape]) => (
        <label key={key}>
          <input type="checkbox" checked={!hidden.has(key)} onChange={() => onToggle(key)} />
          <i style={{ background: toneOf(shape) }} aria-hidden="true" />
          {zoneName(shape.properties, language) ?? String(shape.rank + 1)}
        </label>
      ))}
      {shapes.some(({ isBand }) => isBand) && <span className="model-hint">{say(words.band)}</span>}
      {marks?.cordon && <LineSign colour={markColours.cordon} isDashed label={say(words.cordon)} />}
      {marks?.approachDeg !== null && marks && <LineSign colour={markColours.approach} label={say(words.approach)} />}
      {hasRoutes && <LineSign colour={markColours.route} label={say(words.route)} />}
    </div>
  );
}

function LineSign({ colour, isDashed = false, label }: { colour: string; isDashed?: boolean; label: string }) {
  return (
    <span>
      <b style={{ borderTop: `3px ${isDashed ? 'dashed' : 'solid'} ${colour}` }} aria-hidden="true" />
      {label}
    </span>
  );
}

function isZone({ isBand, geometry }: ResultShape): boolean {
  return !isBand && geometry.type.endsWith('Polygon');
}
