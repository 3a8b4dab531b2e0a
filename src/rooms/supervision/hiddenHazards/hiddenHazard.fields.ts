import { choice, date, flag, longText, measure, point, reference, text } from '#kernel/register/field.ts';

// Fields of a hidden hazard: what was found, how it is graded, the order, the treatment plan with its five commitments
// (五落实：责任、措施、资金、时限、预案), acceptance.

export const hazardFields = {
  title: text({ label: { zh: '隐患名称', en: 'Hazard' }, required: true, maxLength: 100 }),
  grade: choice({
    label: { zh: '隐患等级', en: 'Grade' },
    options: { general: { zh: '一般', en: 'General' }, major: { zh: '重大', en: 'Major' } },
  }),
  unitName: text({ label: { zh: '隐患单位', en: 'Unit' }, maxLength: 100 }),
  rectifyBy: date({ label: { zh: '整改期限', en: 'Rectify by' } }),
  category: choice({
    label: { zh: '隐患类别', en: 'Category' },
    options: {
      equipment: { zh: '设备设施', en: 'Equipment' },
      operation: { zh: '作业行为', en: 'Operation' },
      management: { zh: '安全管理', en: 'Management' },
      environment: { zh: '作业环境', en: 'Environment' },
      fire: { zh: '消防', en: 'Fire safety' },
      emergency: { zh: '应急准备', en: 'Emergency preparation' },
      other: { zh: '其他', en: 'Other' },
    },
  }),
  source: choice({
    label: { zh: '发现方式', en: 'How it was found' },
    options: {
      selfCheck: { zh: '企业自查', en: 'Self-check of the unit' },
      inspection: { zh: '执法检查', en: 'Inspection' },
      township: { zh: '乡镇巡查', en: 'Township patrol' },
      report: { zh: '群众举报', en: 'Report of the public' },
      monitoring: { zh: '监测报警', en: 'Monitoring' },
      expert: { zh: '专家会诊', en: 'Expert examination' },
    },
  }),
  enterprise: reference({ label: { zh: '企业档案', en: 'Enterprise file' }, register: 'enterprises', listed: false }),
  place: point({ label: { zh: '地点', en: 'Place' } }),
  placeText: text({ label: { zh: '具体部位', en: 'Place in words' }, maxLength: 200, listed: false }),
  facts: longText({ label: { zh: '隐患情况', en: 'What was found' } }),
  basis: text({
    label: { zh: '判定依据', en: 'Basis' },
    hint: { zh: '违反的法规、标准及条款，或重大事故隐患判定标准条目', en: 'Law, standard and clause, or the item of the criteria' },
    maxLength: 300,
    listed: false,
  }),
  criterion: flag({ label: { zh: '符合重大事故隐患判定标准', en: 'Meets a criterion for major hazards' }, listed: false }),
  mustStop: flag({ label: { zh: '须停产停业治理', en: 'All or part must stop' }, listed: false }),
  outsideCause: flag({ label: { zh: '外部因素致难以自行排除', en: 'Outside causes the unit cannot remove' }, listed: false }),
  cause: longText({ label: { zh: '现状及产生原因', en: 'State and cause' } }),
  harm: longText({ label: { zh: '危害程度和整改难易', en: 'Harm and difficulty' } }),
  orderNumber: text({ label: { zh: '指令书文号', en: 'Number of the order' }, maxLength: 60, listed: false }),
  planGoals: longText({ label: { zh: '治理目标和任务', en: 'Goals and tasks' } }),
  planMeasures: longText({ label: { zh: '治理措施', en: 'Measures' } }),
  planFunds: measure({ label: { zh: '治理资金', en: 'Funds' }, unit: '万元', decimals: 2, min: 0, listed: false }),
  planResponsible: text({ label: { zh: '治理责任人', en: 'Person responsible' }, maxLength: 60, listed: false }),
  planEmergency: longText({ label: { zh: '安全措施和应急预案', en: 'Safety measures and emergency plan' } }),
  rectified: longText({ label: { zh: '整改情况', en: 'What was done' } }),
  extendTo: date({ label: { zh: '申请延期至', en: 'Extend to' }, listed: false }),
  extensionReason: longText({ label: { zh: '延期理由', en: 'Reason for the extension' } }),
  acceptanceOpinion: longText({ label: { zh: '验收意见', en: 'Opinion on acceptance' } }),
  supervisingUnit: text({ label: { zh: '督办单位', en: 'Supervising unit' }, maxLength: 100, listed: false }),
  superviseBy: date({ label: { zh: '督办期限', en: 'Supervised until' }, listed: false }),
  officerCertificate: text({ label: { zh: '本人执法证号', en: 'Own certificate number' }, maxLength: 30, listed: false }),
  secondOfficer: text({ label: { zh: '第二名执法人员', en: 'Second officer' }, maxLength: 40, listed: false }),
  secondCertificate: text({ label: { zh: '第二人执法证号', en: "Second officer's certificate" }, maxLength: 30, listed: false }),
} as const;
