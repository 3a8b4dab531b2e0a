import type { DocumentDeclaration } from '#kernel/document/document.ts';
import { incidentFirstReport } from './command/incidents/documents/incidentFirstReport.document.ts';
import { incidentFollowUpReport } from './command/incidents/documents/incidentFollowUpReport.document.ts';
import { planFilingApplication } from './command/plans/documents/planFilingApplication.document.ts';
import { planFilingReceipt } from './command/plans/documents/planFilingReceipt.document.ts';
import { warningSheet } from './monitoring/warnings/documents/warningSheet.document.ts';
import { inspectionRecord } from './supervision/hiddenHazards/documents/inspectionRecord.document.ts';
import { rectificationOrder } from './supervision/hiddenHazards/documents/rectificationOrder.document.ts';
import { rectificationReview } from './supervision/hiddenHazards/documents/rectificationReview.document.ts';
import { caseClosingApproval } from './supervision/penaltyCases/documents/caseClosingApproval.document.ts';
import { caseOpeningApproval } from './supervision/penaltyCases/documents/caseOpeningApproval.document.ts';
import { collectiveDiscussionRecord } from './supervision/penaltyCases/documents/collectiveDiscussionRecord.document.ts';
import { hearingNotice } from './supervision/penaltyCases/documents/hearingNotice.document.ts';
import { hearingRecord } from './supervision/penaltyCases/documents/hearingRecord.document.ts';
import { hearingRightsNotice } from './supervision/penaltyCases/documents/hearingRightsNotice.document.ts';
import { legalReviewOpinion } from './supervision/penaltyCases/documents/legalReviewOpinion.document.ts';
import { penaltyDecision } from './supervision/penaltyCases/documents/penaltyDecision.document.ts';
import { penaltyNotice } from './supervision/penaltyCases/documents/penaltyNotice.document.ts';
import { serviceReceipt } from './supervision/penaltyCases/documents/serviceReceipt.document.ts';

/** Every official document of the county, alphabetical: a new one is its file, its template and its line here. */
export const documents: readonly DocumentDeclaration[] = [
  caseClosingApproval,
  caseOpeningApproval,
  collectiveDiscussionRecord,
  hearingNotice,
  hearingRecord,
  hearingRightsNotice,
  incidentFirstReport,
  incidentFollowUpReport,
  inspectionRecord,
  legalReviewOpinion,
  penaltyDecision,
  penaltyNotice,
  planFilingApplication,
  planFilingReceipt,
  rectificationOrder,
  rectificationReview,
  serviceReceipt,
  warningSheet,
];

export function documentById(id: string): DocumentDeclaration | undefined {
  return documents.find((declaration) => declaration.id === id);
}

/** Documents that can be made of one case type. */
export function documentsFor(caseType: string): DocumentDeclaration[] {
  return documents.filter((declaration) => declaration.of.includes(caseType));
}
