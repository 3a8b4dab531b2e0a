import type { ResultShape } from '#models/resultShapes.ts';
import { defineWords, type Language } from '#kernel/language/text.ts';
import { useLanguage, useText } from '#web/language/language.tsx';
import { zoneColours } from './drawResult.ts';

const words = defineWords({
  legend: { zh: '图例', en: 'Legend' },
  band: { zh: '虚线为误差范围', en: 'Dashed: how far it may be wrong' },
  intensity: { zh: '{n} 度', en: 'Intensity {n}' },
  hours: { zh: '{n} 小时', en: '{n} h' },
});

/** What the colours on the map mean, from what is drawn. */
export function ZoneLegend({ shapes }: { shapes: readonly ResultShape[] }) {
  const say = useText();
  const { language } = useLanguage();
  const zones = shapes.filter(({ isBand, geometry }) => !isBand && geometry.type.endsWith('Polygon'));
  if (zones.length === 0) return null;
  const named = new Map(zones.map(({ rank, properties }) => [rank, nameOf(properties, language, say) ?? String(rank + 1)]));
  return (
    <div className="scenario-legend" role="group" aria-label={say(words.legend)}>
      {[...named].slice(0, zoneColours.length).map(([rank, name]) => (
        <span key={rank}>
          <i style={{ background: zoneColours[Math.min(rank, zoneColours.length - 1)] }} aria-hidden="true" />
          {name}
        </span>
      ))}
      {shapes.some(({ isBand }) => isBand) && <span className="model-hint">{say(words.band)}</span>}
    </div>
  );
}

/** How a zone calls itself: its name in the language, its intensity, its hour. */
function nameOf(properties: Readonly<Record<string, unknown>>, language: Language, say: ReturnType<typeof useText>): string | null {
  const { intensity, atHours, id } = properties;
  const own = properties[language === 'zh' ? 'nameZh' : 'nameEn'] ?? properties['name'];
  if (typeof own === 'string') return own;
  if (typeof intensity === 'number') return say(words.intensity, { n: intensity });
  if (typeof atHours === 'number') return say(words.hours, { n: atHours });
  return typeof id === 'string' ? id : null;
}
