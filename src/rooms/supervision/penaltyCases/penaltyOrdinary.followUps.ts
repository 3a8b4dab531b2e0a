import type { AnyCase } from '#kernel/casework/case.ts';
import type { Effects, FollowUp, Reader } from '#kernel/casework/followUp.ts';
import { lateFeeYuan, overdueDays } from './lateFee.rule.ts';

// The late charge is a computed figure: it is written anew with every action that asks about money.

async function lateFee(found: AnyCase, at: Date, read: Reader): Promise<Effects> {
  const fine = Number(found['decidedFineYuan'] ?? 0);
  if (fine === 0) return {};
  const payment = (await read.deadlines('penaltyOrdinary', found.id)).find(
    ({ ruleId, state }) => ruleId === 'penaltyPayment' && state !== 'cancelled',
  );
  const days = overdueDays(payment, await read.lines('penaltyOrdinary', found.id), at);
  return { set: { lateFeeYuan: lateFeeYuan(fine, days) } };
}

const followUp = (action: string): FollowUp => ({ caseType: 'penaltyOrdinary', action, effects: lateFee });

export const penaltyExecutionAsked = followUp('applyExecution');
export const penaltyExecutionDemanded = followUp('demandExecution');
export const penaltyPaid = followUp('recordPayment');
export const penaltyPaymentDemanded = followUp('demandPayment');
export const penaltySettled = followUp('settlePayment');
