import { defineCase } from '#kernel/casework/case.ts';
import { decisionActions } from './decision.actions.ts';
import { executionActions } from './execution.actions.ts';
import { hearingActions } from './hearing.actions.ts';
import { investigationActions } from './investigation.actions.ts';
import { penaltyFields } from './penaltyOrdinary.fields.ts';

/**
 * An administrative penalty by ordinary procedure (行政处罚普通程序): Administrative Penalty Law 2021, articles 54 to 74;
 * Administrative Coercion Law, articles 53 and 54. On-the-spot penalties, seizure and the wording of the documents are not
 * here.
 */
export const penaltyOrdinary = defineCase({
  id: 'penaltyOrdinary',
  version: 1,
  label: { zh: '行政处罚（普通程序）', en: 'Penalty cases' },
  singular: { zh: '处罚案件', en: 'Penalty case' },
  title: 'title',
  fields: penaltyFields,
  access: {
    read: ['administrator', 'bureauLeader', 'commander', 'enforcementOfficer', 'legalReviewer'],
    write: ['administrator', 'bureauLeader', 'enforcementOfficer', 'legalReviewer'],
  },
  states: {
    proposed: { label: { zh: '待立案', en: 'Proposed' } },
    investigating: { label: { zh: '调查取证', en: 'Under investigation' } },
    suspended: { label: { zh: '中止', en: 'Suspended' } },
    concluded: { label: { zh: '调查终结', en: 'Investigation concluded' } },
    notified: { label: { zh: '已告知', en: 'Party notified' } },
    reviewing: { label: { zh: '法制审核中', en: 'Under legal review' } },
    deciding: { label: { zh: '待决定', en: 'Awaiting decision' } },
    decided: { label: { zh: '待送达', en: 'Decided' } },
    served: { label: { zh: '执行中', en: 'Served' } },
    enforcing: { label: { zh: '强制执行中', en: 'Being enforced' } },
    closed: { label: { zh: '已结案', en: 'Closed' }, final: true },
    noPenalty: { label: { zh: '不予处罚', en: 'No penalty' }, final: true },
    transferred: { label: { zh: '已移送', en: 'Transferred' }, final: true },
    notOpened: { label: { zh: '不予立案', en: 'Not opened' }, final: true },
    revoked: { label: { zh: '已撤销', en: 'Revoked' }, final: true },
  },
  actions: { ...investigationActions, ...hearingActions, ...decisionActions, ...executionActions },
  empty: {
    zh: '没有在办的处罚案件。可由隐患移送立案，或在此提请立案。',
    en: 'No penalty case is open. Transfer a hazard, or propose a case here.',
  },
});
