import type { Label } from '../field.ts';
import { rainfallM3, runoffDepths } from './rainOnGround.ts';
import { breachOf } from './nearField/nearFieldStage.ts';
import { runDown, type Standing } from './quickLook/depressions.ts';
import { type Filled, priorityFlood } from './quickLook/priorityFlood.ts';
import type { Scenario } from './scenario.ts';

// The quick look: all the water of the event runs down at once and stands in the hollows. No speed, no time, no flood wave;
// it shows in a second or two where to look.

export interface QuickLook {
  readonly filled: Filled;
  readonly standing: Standing;
  readonly pouredM3: number;
  readonly lostM3: number;
}

export const quickStage: Label = { zh: '速览：灌满洼地', en: 'Quick look: filling hollows' };

/** Fills the hollows with the water of the whole event. */
export function quickLook(scenario: Scenario): QuickLook {
  const { input, ground, columns, rows, where } = scenario;
  const cellM2 = where.dxM * where.dyM;
  const water = runoffDepths(scenario, 0, input.durationS);
  const rainedOff = sum(water) * cellM2;
  const initial = input.initialDepth?.values;
  if (initial)
    for (let cell = 0; cell < water.length; cell += 1)
      water[cell] = (water[cell] as number) + (Number.isNaN(ground[cell]) ? 0 : (initial[cell] as number));
  const pour = (place: { column: number; row: number }, volumeM3: number) => {
    const cell = place.row * columns + place.column;
    water[cell] = (water[cell] as number) + volumeM3 / cellM2;
  };
  for (const each of scenario.inflows) pour(each, each.flow(0, input.durationS) * input.durationS);
  const breach = breachOf(scenario);
  if (breach && scenario.breachCell) pour(scenario.breachCell, breach.volumeM3);
  const filled = priorityFlood(columns, rows, ground, input.edges === 'open');
  const standing = runDown(filled, ground, water, cellM2);
  const lostM3 = Math.max(0, rainfallM3(scenario, input.durationS) - rainedOff);
  return { filled, standing, pouredM3: sum(water) * cellM2 + lostM3, lostM3 };
}

const sum = (values: Float64Array): number => values.reduce((total, each) => total + each, 0);
