import type { Text } from '#kernel/language/text.ts';

// Official documents that actions make or gates ask for, by the names they carry in the file. The forms of enforcement are
// those of a full case file (安全生产行政执法文书); their layout belongs to the document templates, not here.

export interface OfficialDocument {
  id: string;
  label: Text;
  /** Standard or list that names it. */
  source: string;
}

const enforcement = '安全生产行政执法文书（案卷清单）';

export const officialDocuments: readonly OfficialDocument[] = [
  { id: 'caseOpeningApproval', label: { zh: '立案审批表', en: 'Approval of case opening' }, source: enforcement },
  { id: 'inspectionScheme', label: { zh: '现场检查方案', en: 'On-site inspection scheme' }, source: enforcement },
  { id: 'inspectionRecord', label: { zh: '现场检查记录', en: 'On-site inspection record' }, source: enforcement },
  { id: 'inquiryNotice', label: { zh: '询问通知书', en: 'Notice of inquiry' }, source: enforcement },
  { id: 'inquiryRecord', label: { zh: '询问笔录', en: 'Record of inquiry' }, source: enforcement },
  { id: 'sceneExaminationRecord', label: { zh: '勘验笔录', en: 'Record of scene examination' }, source: enforcement },
  { id: 'samplingReceipt', label: { zh: '抽样取证凭证', en: 'Receipt of samples' }, source: enforcement },
  {
    id: 'evidencePreservationApproval',
    label: { zh: '先行登记保存证据审批表', en: 'Approval of evidence preservation' },
    source: enforcement,
  },
  { id: 'evidencePreservationNotice', label: { zh: '先行登记保存证据通知书', en: 'Notice of evidence preservation' }, source: enforcement },
  {
    id: 'evidenceDisposalApproval',
    label: { zh: '先行登记保存证据处理审批表', en: 'Approval on preserved evidence' },
    source: enforcement,
  },
  {
    id: 'evidenceDisposalDecision',
    label: { zh: '先行登记保存证据处理决定书', en: 'Decision on preserved evidence' },
    source: enforcement,
  },
  { id: 'onSiteMeasureDecision', label: { zh: '现场处理措施决定书', en: 'Decision on measures on site' }, source: enforcement },
  { id: 'rectificationOrder', label: { zh: '责令限期整改指令书', en: 'Order to rectify within a time limit' }, source: enforcement },
  { id: 'rectificationReview', label: { zh: '整改复查意见书', en: 'Opinion on re-inspection' }, source: enforcement },
  { id: 'seizureDecision', label: { zh: '查封扣押决定书（附清单）', en: 'Decision on seizure, with list' }, source: enforcement },
  { id: 'seizureDisposalDecision', label: { zh: '查封扣押处理决定书', en: 'Decision on seized things' }, source: enforcement },
  { id: 'extensionNotice', label: { zh: '延期通知书', en: 'Notice of extension' }, source: enforcement },
  { id: 'appraisalCommission', label: { zh: '鉴定委托书', en: 'Commission of an appraisal' }, source: enforcement },
  { id: 'penaltyNotice', label: { zh: '行政处罚告知书', en: 'Notice of the intended penalty' }, source: enforcement },
  { id: 'statementRecord', label: { zh: '当事人陈述申辩笔录', en: 'Record of the statement and argument' }, source: enforcement },
  { id: 'hearingRightsNotice', label: { zh: '听证告知书', en: 'Notice of the right to a hearing' }, source: enforcement },
  { id: 'hearingNotice', label: { zh: '听证会通知书', en: 'Notice of the hearing' }, source: enforcement },
  { id: 'hearingRecord', label: { zh: '听证笔录', en: 'Record of the hearing' }, source: enforcement },
  { id: 'hearingReport', label: { zh: '听证会报告书', en: 'Report on the hearing' }, source: enforcement },
  { id: 'caseDispositionReport', label: { zh: '案件处理呈批表', en: 'Report on the disposition of the case' }, source: enforcement },
  { id: 'legalReviewOpinion', label: { zh: '法制审核意见书', en: 'Opinion of the legal review' }, source: enforcement },
  {
    id: 'collectiveDiscussionRecord',
    label: { zh: '行政处罚集体讨论记录', en: 'Record of the collective discussion' },
    source: enforcement,
  },
  { id: 'summaryPenaltyDecision', label: { zh: '行政（当场）处罚决定书', en: 'On-the-spot penalty decision' }, source: enforcement },
  { id: 'penaltyDecision', label: { zh: '行政处罚决定书', en: 'Penalty decision' }, source: enforcement },
  { id: 'paymentDemand', label: { zh: '罚款催缴通知书', en: 'Demand for payment of the fine' }, source: enforcement },
  { id: 'instalmentApproval', label: { zh: '延期（分期）缴纳罚款审批表', en: 'Approval of deferred payment' }, source: enforcement },
  { id: 'instalmentPermit', label: { zh: '延期（分期）缴纳罚款批准书', en: 'Permit of deferred payment' }, source: enforcement },
  { id: 'serviceReceipt', label: { zh: '文书送达回执', en: 'Receipt of service' }, source: enforcement },
  { id: 'executionDemand', label: { zh: '行政强制执行事先催告书', en: 'Demand before forced execution' }, source: enforcement },
  { id: 'executionApplication', label: { zh: '强制执行申请书', en: 'Application for forced execution' }, source: enforcement },
  {
    id: 'powerCutDecision',
    label: { zh: '停止供电（供应民用爆炸物品）决定书', en: 'Decision to stop power or explosives' },
    source: enforcement,
  },
  { id: 'transferApproval', label: { zh: '案件移送审批表', en: 'Approval of the transfer of a case' }, source: enforcement },
  { id: 'transferLetter', label: { zh: '案件移送书', en: 'Letter of transfer' }, source: enforcement },
  { id: 'caseClosingApproval', label: { zh: '结案审批表', en: 'Approval of case closing' }, source: enforcement },
  { id: 'caseFile', label: { zh: '案卷（首页、目录）', en: 'Case file with contents' }, source: enforcement },
  { id: 'noPenaltyDecision', label: { zh: '不予行政处罚决定书', en: 'Decision not to punish' }, source: '行政处罚法 第五十七条' },
  { id: 'hazardRegistration', label: { zh: '事故隐患登记表', en: 'Registration of a hidden hazard' }, source: '隐患排查治理台账' },
  { id: 'treatmentPlan', label: { zh: '重大事故隐患治理方案', en: 'Treatment plan of a major hazard' }, source: '总局令第16号' },
  { id: 'rectificationReport', label: { zh: '整改情况报告', en: 'Report on the rectification' }, source: '隐患排查治理台账' },
  {
    id: 'extensionApplication',
    label: { zh: '整改延期申请书', en: 'Application to extend the rectification' },
    source: '隐患排查治理台账',
  },
  { id: 'extensionApproval', label: { zh: '整改延期审批表', en: 'Approval of the extension' }, source: '隐患排查治理台账' },
  { id: 'acceptanceApplication', label: { zh: '隐患整改验收申请', en: 'Application for acceptance' }, source: '隐患排查治理台账' },
  { id: 'acceptanceOpinion', label: { zh: '隐患整改验收意见书', en: 'Opinion on acceptance' }, source: '隐患排查治理台账' },
  { id: 'supervisionNotice', label: { zh: '挂牌督办通知书', en: 'Notice of listed supervision' }, source: '县安委办' },
  { id: 'supervisionRelease', label: { zh: '挂牌督办摘牌通知书', en: 'Release from listed supervision' }, source: '县安委办' },
  { id: 'incidentFirstReport', label: { zh: '突发事件信息（初报）', en: 'First report of an incident' }, source: '突发事件应对法（2024）' },
  {
    id: 'incidentFollowUpReport',
    label: { zh: '突发事件信息（续报）', en: 'Follow-up report of an incident' },
    source: '突发事件应对法（2024）',
  },
  {
    id: 'warningSheet',
    label: { zh: '预警信息发布审批单', en: 'Approval sheet of a warning' },
    source: '突发事件应对法（2024） 第六十四条',
  },
  { id: 'planText', label: { zh: '应急预案文本', en: 'Text of the emergency plan' }, source: '应急管理部令第2号' },
  { id: 'riskAssessmentReport', label: { zh: '风险评估报告', en: 'Risk assessment report' }, source: '应急管理部令第2号' },
  { id: 'resourceSurvey', label: { zh: '应急资源调查报告', en: 'Survey of emergency resources' }, source: '应急管理部令第2号' },
  { id: 'draftingExplanation', label: { zh: '预案编制说明', en: 'Explanation of the drafting' }, source: '国办发〔2024〕5号 第二十六条' },
  { id: 'planReviewOpinion', label: { zh: '预案评审（论证）意见', en: 'Opinion of the review' }, source: '应急管理部令第2号' },
  { id: 'planPublication', label: { zh: '预案公布文件', en: 'Publication of the plan' }, source: '应急管理部令第2号' },
  { id: 'planFilingApplication', label: { zh: '应急预案备案申报表', en: 'Application for filing' }, source: '应急管理部令第2号' },
  { id: 'planFilingReceipt', label: { zh: '应急预案备案登记表', en: 'Certificate of filing' }, source: '应急管理部令第2号' },
  { id: 'planSupplementNotice', label: { zh: '预案备案补正告知书', en: 'Notice to complete the filing' }, source: '应急管理部令第2号' },
  {
    id: 'planEvaluationReport',
    label: { zh: '应急预案评估报告', en: 'Evaluation report of the plan' },
    source: '应急管理部令第2号 第三十五条',
  },
  { id: 'planAbolition', label: { zh: '预案废止文件', en: 'Abolition of the plan' }, source: '应急预案管理' },
];
