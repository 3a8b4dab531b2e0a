import type { Text } from '#kernel/language/text.ts';
import type { Deadline } from './deadline.ts';

// Who hears of a clock when. Steps are shares of the clock's time: 50, 80, 100 per cent and, where a duty climbs on after it
// is overdue, more. A clock that stands still climbs nowhere.

/** Seats that are told; who sits there is looked up when the step comes. */
export const escalationPosts = {
  dutyOfficer: { zh: '值班员', en: 'Duty officer' },
  dutyLeader: { zh: '带班领导', en: 'Duty leader' },
  commander: { zh: '指挥员', en: 'Commander' },
  township: { zh: '乡镇应急人员', en: 'Township officer' },
  supervisingDepartment: { zh: '行业监管部门', en: 'Supervising department' },
  safetyCommitteeOffice: { zh: '县安委办', en: 'Office of the safety committee' },
} satisfies Record<string, Text>;

export type EscalationPost = keyof typeof escalationPosts;

export interface EscalationStep {
  /** Share of the clock's time in per cent; 100 is the due instant. */
  percent: number;
  to: readonly EscalationPost[];
}

/** The post on duty and its superior. */
export const usualEscalation: readonly EscalationStep[] = [
  { percent: 50, to: ['dutyOfficer'] },
  { percent: 80, to: ['dutyLeader'] },
  { percent: 100, to: ['dutyLeader', 'commander'] },
];

type Timed = Pick<Deadline, 'startedAt' | 'dueAt' | 'pausedMs' | 'pausedAt' | 'doneAt' | 'state' | 'escalation'>;

/** The step reached at an instant that nobody was told of yet, or null. The highest one when several passed. */
export function stepReached(deadline: Timed, steps: readonly EscalationStep[], nowMs: number): EscalationStep | null {
  return steps.findLast((step) => step.percent > deadline.escalation && stepMs(deadline, step) <= nowMs) ?? null;
}

/** When the next step comes, or null when none will: done, cancelled, standing still, or all steps told. */
export function nextStepAt(deadline: Timed, steps: readonly EscalationStep[]): Date | null {
  if (deadline.doneAt !== null || deadline.pausedAt !== null || deadline.state === 'cancelled') return null;
  const next = steps.find((step) => step.percent > deadline.escalation);
  return next ? new Date(Math.ceil(stepMs(deadline, next))) : null;
}

/** How much of a clock's time is over, in per cent; more than 100 when it is overdue. */
export function percentAt(deadline: Pick<Timed, 'startedAt' | 'dueAt' | 'pausedMs'>, nowMs: number): number {
  const { fromMs, dueMs } = stretch(deadline);
  return dueMs > fromMs ? ((nowMs - fromMs) / (dueMs - fromMs)) * 100 : 100;
}

function stepMs(deadline: Timed, step: EscalationStep): number {
  const { fromMs, dueMs } = stretch(deadline);
  return fromMs + ((dueMs - fromMs) * step.percent) / 100;
}

/** Time that was paused does not count; for the steps it lies before the start. */
function stretch(deadline: Pick<Timed, 'startedAt' | 'dueAt' | 'pausedMs'>): { fromMs: number; dueMs: number } {
  const dueMs = Date.parse(deadline.dueAt);
  return { fromMs: Math.min(Date.parse(deadline.startedAt) + deadline.pausedMs, dueMs), dueMs };
}
