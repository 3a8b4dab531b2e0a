import type { CaseDeclaration } from '#kernel/casework/case.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { dutyShifts } from './command/duty/dutyShifts.register.ts';
import { incident } from './command/incidents/incident.case.ts';
import { shelters } from './command/shelters/shelters.register.ts';
import { schools } from './decision/sharedBase/schools.register.ts';
import { alarmRules } from './monitoring/alarms/alarmRules.register.ts';
import { devices } from './monitoring/stations/devices.register.ts';
import { points } from './monitoring/stations/points.register.ts';
import { stations } from './monitoring/stations/stations.register.ts';
import { warning } from './monitoring/warnings/warning.case.ts';
import { warningRecipients } from './monitoring/warnings/warningRecipients.register.ts';
import { enterprises } from './supervision/enterprises/enterprises.register.ts';

/** Every register of the county, alphabetical: a new one is its file and its line here. */
export const registers = [
  alarmRules,
  devices,
  dutyShifts,
  enterprises,
  points,
  schools,
  shelters,
  stations,
  warningRecipients,
] as unknown as readonly RegisterDeclaration[];

/** Every case type, alphabetical. */
export const cases = [incident, warning] as unknown as readonly CaseDeclaration[];

export function registerById(id: string): RegisterDeclaration | undefined {
  return registers.find((declaration) => declaration.id === id);
}

export function caseById(id: string): CaseDeclaration | undefined {
  return cases.find((declaration) => declaration.id === id);
}
