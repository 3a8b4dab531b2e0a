import type { CaseDeclaration } from '#kernel/casework/case.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { serviceContracts } from './administration/contractedServices/serviceContracts.register.ts';
import { dictionaryEntries } from './administration/dictionaries/dictionaryEntries.register.ts';
import { safetyExpenses } from './administration/funds/safetyExpenses.register.ts';
import { lawTexts } from './administration/legalEducation/lawTexts.register.ts';
import { liabilityPolicies } from './administration/liabilityInsurance/liabilityPolicies.register.ts';
import { posts } from './administration/organisations/posts.register.ts';
import { educationSites } from './administration/publicity/educationSites.register.ts';
import { cameras } from './command/communications/cameras.register.ts';
import { equipment } from './command/dispatch/equipment.register.ts';
import { responseVehicles } from './command/dispatch/responseVehicles.register.ts';
import { dutyShifts } from './command/duty/dutyShifts.register.ts';
import { experts } from './command/experts/experts.register.ts';
import { incident } from './command/incidents/incident.case.ts';
import { disasterReporters } from './command/losses/disasterReporters.register.ts';
import { planFiling } from './command/plans/planFiling.case.ts';
import { plans } from './command/plans/plans.register.ts';
import { typicalCases } from './command/reviews/typicalCases.register.ts';
import { evacuationPoints } from './command/shelters/evacuationPoints.register.ts';
import { shelters } from './command/shelters/shelters.register.ts';
import { agreementReserves } from './command/supplies/agreementReserves.register.ts';
import { capacityReserves } from './command/supplies/capacityReserves.register.ts';
import { entrustedReserves } from './command/supplies/entrustedReserves.register.ts';
import { householdReserves } from './command/supplies/householdReserves.register.ts';
import { stockBatches } from './command/supplies/stockBatches.register.ts';
import { supplyItems } from './command/supplies/supplyItems.register.ts';
import { warehouses } from './command/supplies/warehouses.register.ts';
import { microFireStations } from './command/teams/microFireStations.register.ts';
import { rescueTeamMembers } from './command/teams/rescueTeamMembers.register.ts';
import { rescueTeams } from './command/teams/rescueTeams.register.ts';
import { volunteers } from './command/teams/volunteers.register.ts';
import { careHomes } from './decision/sharedBase/careHomes.register.ts';
import { hospitals } from './decision/sharedBase/hospitals.register.ts';
import { scenicSites } from './decision/sharedBase/scenicSites.register.ts';
import { schools } from './decision/sharedBase/schools.register.ts';
import { alarmRules } from './monitoring/alarms/alarmRules.register.ts';
import { departmentFeeds } from './monitoring/departmentFeeds/departmentFeeds.register.ts';
import { escalationSteps } from './monitoring/escalation/escalationSteps.register.ts';
import { forestLots } from './monitoring/forestFire/forestLots.register.ts';
import { dikes } from './monitoring/hydrology/dikes.register.ts';
import { pumpStations } from './monitoring/hydrology/pumpStations.register.ts';
import { reservoirs } from './monitoring/hydrology/reservoirs.register.ts';
import { waterloggingSpots } from './monitoring/hydrology/waterloggingSpots.register.ts';
import { payloadLayouts } from './monitoring/payloads/payloadLayouts.register.ts';
import { payloadMappings } from './monitoring/payloads/payloadMappings.register.ts';
import { devices } from './monitoring/stations/devices.register.ts';
import { points } from './monitoring/stations/points.register.ts';
import { stations } from './monitoring/stations/stations.register.ts';
import { broadcastTerminals } from './monitoring/warnings/broadcastTerminals.register.ts';
import { warning } from './monitoring/warnings/warning.case.ts';
import { warningRecipients } from './monitoring/warnings/warningRecipients.register.ts';
import { warningFeeds } from './monitoring/warningsInForce/warningFeeds.register.ts';
import { chemicalsVehicles } from './supervision/chemicalsTransport/chemicalsVehicles.register.ts';
import { enterprises } from './supervision/enterprises/enterprises.register.ts';
import { hazardousOperations } from './supervision/enterprises/hazardousOperations.register.ts';
import { majorHazards } from './supervision/enterprises/majorHazards.register.ts';
import { fireKeyUnits } from './supervision/fireGrid/fireKeyUnits.register.ts';
import { gasUsers } from './supervision/gas/gasUsers.register.ts';
import { wasteEntries } from './supervision/hazardousWaste/wasteEntries.register.ts';
import { hiddenHazard } from './supervision/hiddenHazards/hiddenHazard.case.ts';
import { liftingGear } from './supervision/lifting/liftingGear.register.ts';
import { enforcementOfficers } from './supervision/officers/enforcementOfficers.register.ts';
import { penaltyOrdinary } from './supervision/penaltyCases/penaltyOrdinary.case.ts';
import { specialEquipment } from './supervision/specialEquipment/specialEquipment.register.ts';
import { unsafeBridges } from './supervision/unsafeStructures/unsafeBridges.register.ts';
import { unsafeHouses } from './supervision/unsafeStructures/unsafeHouses.register.ts';

/** Every register of the county, alphabetical: a new one is its file and its line here. */
export const registers = [
  agreementReserves,
  alarmRules,
  broadcastTerminals,
  cameras,
  capacityReserves,
  careHomes,
  chemicalsVehicles,
  departmentFeeds,
  devices,
  dictionaryEntries,
  dikes,
  disasterReporters,
  dutyShifts,
  educationSites,
  enforcementOfficers,
  enterprises,
  entrustedReserves,
  equipment,
  escalationSteps,
  evacuationPoints,
  experts,
  fireKeyUnits,
  forestLots,
  gasUsers,
  hazardousOperations,
  hospitals,
  householdReserves,
  lawTexts,
  liabilityPolicies,
  liftingGear,
  majorHazards,
  microFireStations,
  payloadLayouts,
  payloadMappings,
  plans,
  points,
  posts,
  pumpStations,
  rescueTeamMembers,
  rescueTeams,
  reservoirs,
  responseVehicles,
  safetyExpenses,
  scenicSites,
  schools,
  serviceContracts,
  shelters,
  specialEquipment,
  stations,
  stockBatches,
  supplyItems,
  typicalCases,
  unsafeBridges,
  unsafeHouses,
  volunteers,
  warehouses,
  warningFeeds,
  warningRecipients,
  wasteEntries,
  waterloggingSpots,
] as unknown as readonly RegisterDeclaration[];

/** Every case type, alphabetical. */
export const cases = [hiddenHazard, incident, penaltyOrdinary, planFiling, warning] as unknown as readonly CaseDeclaration[];

export function registerById(id: string): RegisterDeclaration | undefined {
  return registers.find((declaration) => declaration.id === id);
}

export function caseById(id: string): CaseDeclaration | undefined {
  return cases.find((declaration) => declaration.id === id);
}
