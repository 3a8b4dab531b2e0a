import type { DocumentDeclaration } from '#kernel/document/document.ts';
import { incidentFirstReport } from './command/incidents/documents/incidentFirstReport.document.ts';
import { incidentFollowUpReport } from './command/incidents/documents/incidentFollowUpReport.document.ts';
import { planFilingApplication } from './command/plans/documents/planFilingApplication.document.ts';
import { planFilingReceipt } from './command/plans/documents/planFilingReceipt.document.ts';
import { warningSheet } from './monitoring/warnings/documents/warningSheet.document.ts';
import { inspectionRecord } from './supervision/hiddenHazards/documents/inspectionRecord.document.ts';
import { onSiteMeasureDecision } from './supervision/hiddenHazards/documents/onSiteMeasureDecision.document.ts';
import { rectificationOrder } from './supervision/hiddenHazards/documents/rectificationOrder.document.ts';
import { rectificationReview } from './supervision/hiddenHazards/documents/rectificationReview.document.ts';
import { caseClosingApproval } from './supervision/penaltyCases/documents/caseClosingApproval.document.ts';
import { caseDispositionReport } from './supervision/penaltyCases/documents/caseDispositionReport.document.ts';
import { caseOpeningApproval } from './supervision/penaltyCases/documents/caseOpeningApproval.document.ts';
import { collectiveDiscussionRecord } from './supervision/penaltyCases/documents/collectiveDiscussionRecord.document.ts';
import { evidenceDisposalApproval } from './supervision/penaltyCases/documents/evidenceDisposalApproval.document.ts';
import { evidenceDisposalDecision } from './supervision/penaltyCases/documents/evidenceDisposalDecision.document.ts';
import { evidencePreservationApproval } from './supervision/penaltyCases/documents/evidencePreservationApproval.document.ts';
import { evidencePreservationNotice } from './supervision/penaltyCases/documents/evidencePreservationNotice.document.ts';
import { executionApplication } from './supervision/penaltyCases/documents/executionApplication.document.ts';
import { executionDemand } from './supervision/penaltyCases/documents/executionDemand.document.ts';
import { extensionNotice } from './supervision/penaltyCases/documents/extensionNotice.document.ts';
import { hearingNotice } from './supervision/penaltyCases/documents/hearingNotice.document.ts';
import { hearingRecord } from './supervision/penaltyCases/documents/hearingRecord.document.ts';
import { hearingReport } from './supervision/penaltyCases/documents/hearingReport.document.ts';
import { hearingRightsNotice } from './supervision/penaltyCases/documents/hearingRightsNotice.document.ts';
import { inquiryRecord } from './supervision/penaltyCases/documents/inquiryRecord.document.ts';
import { instalmentApproval } from './supervision/penaltyCases/documents/instalmentApproval.document.ts';
import { instalmentPermit } from './supervision/penaltyCases/documents/instalmentPermit.document.ts';
import { legalReviewOpinion } from './supervision/penaltyCases/documents/legalReviewOpinion.document.ts';
import { noPenaltyDecision } from './supervision/penaltyCases/documents/noPenaltyDecision.document.ts';
import { paymentDemand } from './supervision/penaltyCases/documents/paymentDemand.document.ts';
import { penaltyDecision } from './supervision/penaltyCases/documents/penaltyDecision.document.ts';
import { penaltyNotice } from './supervision/penaltyCases/documents/penaltyNotice.document.ts';
import { serviceReceipt } from './supervision/penaltyCases/documents/serviceReceipt.document.ts';
import { statementRecord } from './supervision/penaltyCases/documents/statementRecord.document.ts';
import { transferApproval } from './supervision/penaltyCases/documents/transferApproval.document.ts';
import { transferLetter } from './supervision/penaltyCases/documents/transferLetter.document.ts';

/** Every official document of the county, alphabetical: a new one is its file, its template and its line here. */
export const documents: readonly DocumentDeclaration[] = [
  caseClosingApproval,
  caseDispositionReport,
  caseOpeningApproval,
  collectiveDiscussionRecord,
  evidenceDisposalApproval,
  evidenceDisposalDecision,
  evidencePreservationApproval,
  evidencePreservationNotice,
  executionApplication,
  executionDemand,
  extensionNotice,
  hearingNotice,
  hearingRecord,
  hearingReport,
  hearingRightsNotice,
  incidentFirstReport,
  incidentFollowUpReport,
  inquiryRecord,
  inspectionRecord,
  instalmentApproval,
  instalmentPermit,
  legalReviewOpinion,
  noPenaltyDecision,
  onSiteMeasureDecision,
  paymentDemand,
  penaltyDecision,
  penaltyNotice,
  planFilingApplication,
  planFilingReceipt,
  rectificationOrder,
  rectificationReview,
  serviceReceipt,
  statementRecord,
  transferApproval,
  transferLetter,
  warningSheet,
];

export function documentById(id: string): DocumentDeclaration | undefined {
  return documents.find((declaration) => declaration.id === id);
}

/** Documents that can be made of one case type. */
export function documentsFor(caseType: string): DocumentDeclaration[] {
  return documents.filter((declaration) => declaration.of.includes(caseType));
}
