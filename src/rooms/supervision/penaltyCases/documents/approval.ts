import { opinion, type FormRow } from '#kernel/document/layout.ts';

/** The foot of an approval: what the officers in charge propose, then room for the review and the decision, signed by hand. */
export const approvalRows = (proposal: string): readonly FormRow[] => [
  opinion('承办人意见', 6, `${proposal}承办人：{officers}`, 4),
  opinion('审核意见', 6),
  opinion('审批意见', 6),
];
