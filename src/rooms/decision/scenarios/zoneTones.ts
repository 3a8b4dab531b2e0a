import type { ResultShape } from '#models/resultShapes.ts';

// One colour for one meaning: a level keeps its colour whatever the substance, the model or the number of zones. The three
// tiers share the colours of warnings; shares of the flammable limit and deaths have their own.

const tones: Readonly<Record<string, string>> = {
  lethal50: '#b5127d',
  lethal1: '#e06bb8',
  aegl3: '#ff4d52',
  erpg3: '#ff4d52',
  pac3: '#ff4d52',
  idlh: '#ff4d52',
  aegl2: '#ff9233',
  erpg2: '#ff9233',
  pac2: '#ff9233',
  aegl1: '#ffd23f',
  erpg1: '#ffd23f',
  pac1: '#ffd23f',
  lfl: '#00857f',
  flash: '#00857f',
  lfl50: '#35aaa2',
  lfl10: '#86cfc8',
  heat37: '#ff4d52',
  heat12: '#ff9233',
  heat4: '#ffd23f',
  blast20: '#ff4d52',
  blast13: '#ff9233',
  blast6: '#ffd23f',
  blast1: '#3d8bff',
};

/** Colours of models whose zones are only ordered, from the worst on; with more zones than colours the last stays. */
export const zoneColours = ['#ff4d52', '#ff9233', '#ffd23f', '#3d8bff', '#7aa7d9'] as const;

/** What tells zones of one meaning: the id of a level, or the place in the order. */
export function keyOf({ rank, properties }: Pick<ResultShape, 'rank' | 'properties'>): string {
  return typeof properties['id'] === 'string' ? properties['id'] : String(rank);
}

export function toneOf(shape: Pick<ResultShape, 'rank' | 'properties'>): string {
  return tones[keyOf(shape)] ?? zoneColours[Math.min(shape.rank, zoneColours.length - 1)] ?? zoneColours[0];
}

/** Schemes of toxic end points in the order in which one is shown; AQ/T and GB/T texts use the first that a substance has. */
const schemes = ['aegl', 'erpg', 'pac', 'idlh'] as const;

/** Levels left out at first: of several schemes of toxic end points one is enough; the legend switches the others on. */
export function hiddenAtFirst(keys: readonly string[]): string[] {
  const shown = schemes.find((scheme) => keys.some((key) => key.startsWith(scheme)));
  return keys.filter((key) => schemes.some((scheme) => key.startsWith(scheme) && scheme !== shown));
}

/** How a zone calls itself: its name in the language, its intensity, its hour. */
export function zoneName(properties: Readonly<Record<string, unknown>>, language: 'zh' | 'en'): string | null {
  const own = properties[language] ?? properties[language === 'zh' ? 'nameZh' : 'nameEn'] ?? properties['name'];
  if (typeof own === 'string') return own;
  if (typeof properties['intensity'] === 'number')
    return language === 'zh' ? `${properties['intensity']} 度` : `Intensity ${properties['intensity']}`;
  if (typeof properties['atHours'] === 'number') return language === 'zh' ? `${properties['atHours']} 小时` : `${properties['atHours']} h`;
  return typeof properties['id'] === 'string' ? properties['id'] : null;
}
