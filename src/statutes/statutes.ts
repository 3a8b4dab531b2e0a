import type { ClockRule } from '#kernel/clock/deadline.ts';
import { accidentEmergencyClocks } from './accidentEmergency.clock.ts';
import { accidentInvestigationClocks } from './accidentInvestigation.clock.ts';
import { administrativeCoercionClocks } from './administrativeCoercion.clock.ts';
import { administrativeLitigationClocks } from './administrativeLitigation.clock.ts';
import { administrativePenaltyClocks } from './administrativePenalty.clock.ts';
import { administrativeReconsiderationClocks } from './administrativeReconsideration.clock.ts';
import { alarmAnswerClocks } from './alarmAnswers.clock.ts';
import { certificateClocks } from './certificates.clock.ts';
import { enforcementPublicationClocks } from './enforcementPublication.clock.ts';
import { governmentPlanClocks } from './governmentPlans.clock.ts';
import { hiddenHazardClocks } from './hiddenHazards.clock.ts';
import {
  countyToCityPhone,
  countyToCityText,
  departmentUpward,
  provinceDirect,
  townToCountyPhone,
  townToCountyText,
} from './incidentReporting.clock.ts';
import { majorHazardClocks } from './majorHazards.clock.ts';
import { officialDocuments } from './officialDocuments.table.ts';
import { productionPlanClocks } from './productionPlans.clock.ts';
import { reliefReportingClocks } from './reliefReporting.clock.ts';
import { chinaCalendar } from './workingDays.table.ts';

/** Every clock rule the county runs, by law, the laws alphabetical. */
export const clockRules: readonly ClockRule[] = [
  ...accidentEmergencyClocks,
  ...accidentInvestigationClocks,
  ...administrativeCoercionClocks,
  ...administrativeLitigationClocks,
  ...administrativePenaltyClocks,
  ...administrativeReconsiderationClocks,
  ...alarmAnswerClocks,
  ...certificateClocks,
  ...enforcementPublicationClocks,
  ...governmentPlanClocks,
  ...hiddenHazardClocks,
  countyToCityPhone,
  countyToCityText,
  departmentUpward,
  provinceDirect,
  townToCountyPhone,
  townToCountyText,
  ...majorHazardClocks,
  ...productionPlanClocks,
  ...reliefReportingClocks,
];

const ruleById = new Map(clockRules.map((rule) => [rule.id, rule]));

/** What decisions are taken under: clock rules, names of documents, working days. */
export const lawInForce = {
  rule: (id: string) => ruleById.get(id),
  document: (id: string) => officialDocuments.find((each) => each.id === id)?.label,
  calendar: chinaCalendar,
};

export { eventCode, eventCodes, type EventCode } from './eventCodes.table.ts';
