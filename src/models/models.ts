// The models Anlan computes with, in alphabetical order. A new one is a folder and a line here.

import { anomaly } from './anomaly/anomaly.ts';
import { buildingExit } from './buildingExit/buildingExit.ts';
import { crowd } from './crowd/crowd.ts';
import { demand } from './demand/demand.ts';
import { denseGas } from './denseGas/denseGas.ts';
import { dispatch } from './dispatch/dispatch.ts';
import { dispersion } from './dispersion/dispersion.ts';
import { drought } from './drought/drought.ts';
import { drowningPatrol } from './drowningPatrol/drowningPatrol.ts';
import { earthquake } from './earthquake/earthquake.ts';
import { fireExplosion } from './fireExplosion/fireExplosion.ts';
import { fireSpread } from './fireSpread/fireSpread.ts';
import { flood } from './flood/flood.ts';
import { impact } from './impact/impact.ts';
import { majorHazards } from './majorHazards/majorHazards.ts';
import type { Model } from './model.ts';
import { returnPeriod } from './returnPeriod/returnPeriod.ts';
import { river } from './river/river.ts';
import { router } from './router/routing.ts';
import { shelterAllocation } from './shelterAllocation/shelterAllocation.ts';
import { siteRisk } from './siteRisk/siteRisk.ts';
import { siting } from './siting/siting.ts';
import { sourceTerms } from './sourceTerms/sourceTerms.ts';
import { weatherRisk } from './weatherRisk/weatherRisk.ts';

// Inputs and outputs differ by model; whoever walks this list hands a model only what its own fields check.
export const models: readonly Model[] = [
  anomaly,
  buildingExit,
  crowd,
  demand,
  denseGas,
  dispatch,
  dispersion,
  drought,
  drowningPatrol,
  earthquake,
  fireExplosion,
  fireSpread,
  flood,
  impact,
  majorHazards,
  returnPeriod,
  river,
  router,
  shelterAllocation,
  siteRisk,
  siting,
  sourceTerms,
  weatherRisk,
];

/** The model of an id, or null. */
export function modelOf(id: string): Model | null {
  return models.find((model) => model.id === id) ?? null;
}
