import { crowdFlowProfile } from './crowdFlow.profile.ts';
import { fireProfile } from './fire.profile.ts';
import { forestFireProfile } from './forestFire.profile.ts';
import { gasPipelineProfile } from './gasPipeline.profile.ts';
import { hydrologyProfile } from './hydrology.profile.ts';
import { lifelineProfile } from './lifeline.profile.ts';
import { mineGasProfile } from './mineGas.profile.ts';
import { tankFarmProfile } from './tankFarm.profile.ts';
import { vehiclesProfile } from './vehicles.profile.ts';
import { weatherProfile } from './weather.profile.ts';
import type { MonitoringProfile } from './profile.ts';

/** Every monitoring profile, alphabetical: a new one is its file and its line here. */
export const profiles: readonly MonitoringProfile[] = [
  crowdFlowProfile,
  fireProfile,
  forestFireProfile,
  gasPipelineProfile,
  hydrologyProfile,
  lifelineProfile,
  mineGasProfile,
  tankFarmProfile,
  vehiclesProfile,
  weatherProfile,
];

export function profileById(id: string): MonitoringProfile | undefined {
  return profiles.find((profile) => profile.id === id);
}
