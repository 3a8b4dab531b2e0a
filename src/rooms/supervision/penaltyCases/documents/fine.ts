import { capitalYuan } from '#kernel/document/chineseWords.ts';
import type { DocumentSource } from '#kernel/document/source.ts';

const yuan = (sum: number) => `人民币${capitalYuan(sum)}（￥${sum.toFixed(2)}）`;

/** The fine of a decision and what is left of it, in words; sums in yuan. What was not paid yet counts as nothing paid. */
export function fineOf(source: DocumentSource) {
  const [fine, paid, late] = (['decidedFineYuan', 'paidYuan', 'lateFeeYuan'] as const).map((name) => source.amount(name) ?? 0) as [
    number,
    number,
    number,
  ];
  return {
    decisionNumber: source.say('decisionNumber'),
    fine: yuan(fine),
    paid: yuan(paid),
    owed: yuan(Math.max(0, fine - paid)),
    lateFee: yuan(late),
  };
}
