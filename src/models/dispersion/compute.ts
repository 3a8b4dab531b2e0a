import type { Answer, Progress } from '../model.ts';
import { downwindToLonLat, polygonFeature } from '#models/shared/localPlane.ts';
import { answerOf, type Drawn, zoneRow } from './answer.ts';
import { bandOf, skiesAround } from './ensemble.ts';
import type { DispersionInput, DispersionOutput } from './fields.ts';
import { type Behaviour, behaviourOf, zoneOf } from './release.ts';
import { type Situation, situationOf } from './situation.ts';
import { trainZones } from './trainZones.ts';

/** The quick answer: zones in closed form; puffs on a coarse grid when the wind changes. */
export function compute(input: DispersionInput): Answer<DispersionOutput> {
  const read = situationOf(input);
  if (!read.ok) return read;
  const { situation } = read;
  const behaviour = behaviourOf(situation.release, situation.sky, situation.forced);
  if (!input.changingWind || input.changingWind.length === 0) return steadyAnswer(input, situation, behaviour);
  const steps = trainZones(input, situation, 90, 32);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return answerOf(input, situation, { ...behaviour, isDense: false }, step.value);
}

function steadyAnswer(input: DispersionInput, situation: Situation, behaviour: Behaviour): Answer<DispersionOutput> {
  const { release, sky, levels, forced } = situation;
  const spread = { speed: input.speedSpread, directionDeg: input.directionSpreadDeg };
  const skies = skiesAround(sky, spread);
  const toLonLat = downwindToLonLat(input.source, input.windFromDeg);
  const drawn: Drawn = { zones: [], features: [] };
  for (const level of levels) {
    const zone = zoneOf(release, sky, behaviour.isDense, input.receptorHeightM, level, input.reachM);
    const band = bandOf(release, skies, spread, forced, input.receptorHeightM, level, input.reachM);
    drawn.zones.push(zoneRow(level, zone, band?.lowM ?? 0, band?.highM ?? 0));
    if (band)
      drawn.features.push(
        polygonFeature(
          band.ring.map(([x, y]) => toLonLat(x, y)),
          { id: level.id, kind: 'band', zh: level.label.zh, en: level.label.en, ppm: level.ppm },
        ),
      );
    if (zone)
      drawn.features.push(
        polygonFeature(
          zone.ring.map(([x, y]) => toLonLat(x, y)),
          { id: level.id, kind: 'zone', zh: level.label.zh, en: level.label.en, ppm: level.ppm },
        ),
      );
  }
  return answerOf(input, situation, behaviour, drawn);
}

/** The refined answer: changing wind on a finer grid with a picture of each state; steady wind is exact at once. */
export function* refine(input: DispersionInput): Generator<Progress, Answer<DispersionOutput>, void> {
  const read = situationOf(input);
  if (!read.ok) return read;
  if (!input.changingWind || input.changingWind.length === 0) return compute(input);
  const { situation } = read;
  const steps = trainZones(input, situation, 260, 160);
  let shown = 0;
  let step = steps.next();
  while (!step.done) {
    const { done, drawn } = step.value;
    const stage = { zh: `逐级追踪云团，已绘 ${drawn.zones.length} 级`, en: `following the cloud, ${drawn.zones.length} levels drawn` };
    if (drawn.zones.length > shown)
      yield { done, stage, frame: { atS: 0, features: { type: 'FeatureCollection', features: [...drawn.features] } } };
    else yield { done, stage };
    shown = drawn.zones.length;
    step = steps.next();
  }
  return answerOf(input, situation, { ...behaviourOf(situation.release, situation.sky, situation.forced), isDense: false }, step.value);
}
