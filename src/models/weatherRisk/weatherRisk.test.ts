import { expect, test } from 'vitest';
import { runModel } from '../runModel.ts';
import { htz } from './forestFireWeather.ts';
import { beaufort, weatherRisk } from './weatherRisk.ts';

function signalsOf(input: object): string[] {
  const result = runModel(weatherRisk, { htzVariant: 'lyt1172', ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return (result.outputs['signals'] as { kind: string; colour: string }[]).map(({ kind, colour }) => `${kind} ${colour}`);
}

test.each([
  [{ rain3hMm: 49.9 }, []],
  [{ rain3hMm: 50 }, ['rainstorm orange']],
  [{ rain3hMm: 100 }, ['rainstorm red']],
  [{ rain6hMm: 50, rain3hMm: 30 }, ['rainstorm yellow']],
  [{ rain12hMm: 50, rain6hMm: 40 }, ['rainstorm blue']],
  [{ meanWindMps: 17.5 }, ['gale yellow']],
  [{ gustMps: 38 }, ['gale red']],
  [{ maximaC: [35, 35, 35] }, ['heat yellow']],
  [{ maximaC: [36, 34, 36] }, []],
  [{ maximaC: [40] }, ['heat red']],
  [{ groundMinimumC: -3.1 }, ['frost yellow']],
  [{ visibilityM: 49 }, ['fog red']],
  [{ roadSurfaceC: -1, precipitationWithinH: 5 }, ['icing orange']],
  [{ roadSurfaceC: 1, precipitationWithinH: 1 }, []],
])('figures %j meet %j', (input, expected) => {
  expect(signalsOf(input)).toEqual(expected);
});

test('what it was not told it says it did not judge', () => {
  const result = runModel(weatherRisk, { visibilityM: 900 });
  expect(result.ok && result.warnings.map(({ code }) => code)).toEqual(['not-judged', 'fire-not-judged']);
  expect(result.ok && result.warnings[0]?.text.en).not.toContain('Fog');
});

test('fire grades change where the standard says', () => {
  const grade = (daysSinceRain: number, windGrade: number) =>
    htz({ maximumC: 26, humidityPercent: 20, daysSinceRain, windGrade, cover: 'bare', variant: 'lyt1172' });
  expect(grade(0, 1)).toEqual({ index: 35, grade: 2 });
  expect(grade(10, 8)).toEqual({ index: 120, grade: 5 });
});

test('wind grades are those of the scale', () => {
  expect([0.2, 0.3, 7.9, 8, 17.1, 17.2, 56, 60].map(beaufort)).toEqual([0, 1, 4, 5, 7, 8, 16, 17]);
});
