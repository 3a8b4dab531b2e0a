import { defineCase } from '#kernel/casework/case.ts';
import { areas, choice, geometry, instant, longText, measure, point, reference, text } from '#kernel/register/field.ts';

/** Warning levels (预警级别), highest first; Emergency Response Law 2024, article 63. */
export const warningLevels = {
  red: { zh: '红色', en: 'Red' },
  orange: { zh: '橙色', en: 'Orange' },
  yellow: { zh: '黄色', en: 'Yellow' },
  blue: { zh: '蓝色', en: 'Blue' },
} as const;

const content = [
  'headlineZh',
  'descriptionZh',
  'instructionZh',
  'headlineEn',
  'descriptionEn',
  'instructionEn',
  'eventCode',
  'color',
  'areas',
  'shape',
  'circleCenter',
  'circleRadiusKm',
  'effective',
  'expires',
] as const;
const needed = ['headlineZh', 'descriptionZh', 'instructionZh', 'eventCode', 'color', 'effective', 'expires'] as const;

/**
 * A public early warning (预警): category, level, start, area, what to do, issuer and time as the Emergency Response Law
 * 2024, article 64 demands. A second person publishes it.
 */
export const warning = defineCase({
  id: 'warning',
  version: 1,
  label: { zh: '预警', en: 'Warnings' },
  singular: { zh: '预警', en: 'Warning' },
  // Published hours late it would mislead the public.
  onlineOnly: true,
  title: 'headlineZh',
  located: 'shape',
  fields: {
    headlineZh: text({ label: { zh: '标题', en: 'Headline (Chinese)' }, required: true, maxLength: 160 }),
    color: choice({ label: { zh: '预警级别', en: 'Level' }, required: true, options: warningLevels }),
    eventCode: text({
      label: { zh: '灾种', en: 'Hazard' },
      required: true,
      maxLength: 5,
      pattern: { source: '^1[1-4][0-9A-Z]\\d{2}$', rule: { zh: '五位事件代码', en: 'five-character event code' } },
    }),
    effective: instant({ label: { zh: '生效', en: 'Effective' }, required: true }),
    expires: instant({ label: { zh: '失效', en: 'Expires' }, required: true }),
    descriptionZh: longText({ label: { zh: '预警内容', en: 'Description (Chinese)' }, required: true }),
    instructionZh: longText({ label: { zh: '防御指引', en: 'Instruction (Chinese)' }, required: true }),
    headlineEn: text({ label: { zh: '英文标题', en: 'Headline (English)' }, maxLength: 160, listed: false }),
    descriptionEn: longText({ label: { zh: '英文内容', en: 'Description (English)' } }),
    instructionEn: longText({ label: { zh: '英文指引', en: 'Instruction (English)' } }),
    areas: areas({ label: { zh: '影响区域（行政区）', en: 'Divisions affected' } }),
    shape: geometry({ label: { zh: '影响区域（绘制）', en: 'Area drawn' }, allow: ['Polygon', 'MultiPolygon'] }),
    circleCenter: point({ label: { zh: '圆心', en: 'Centre of the circle' } }),
    circleRadiusKm: measure({ label: { zh: '半径', en: 'Radius' }, unit: 'km', decimals: 1, min: 0.1, max: 300 }),
    incident: reference({ label: { zh: '来源事件', en: 'Incident' }, register: 'incident', listed: false }),
    /** The warning that this one updates. */
    supersedes: reference({ label: { zh: '更新自', en: 'Updates' }, register: 'warning', listed: false }),
    publishedAt: instant({ label: { zh: '发布时间', en: 'Published' }, computed: true }),
    cancelledAt: instant({ label: { zh: '解除时间', en: 'Cancelled' }, computed: true, listed: false }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['commander', 'dutyLeader', 'dutyOfficer'],
  },
  states: {
    draft: { label: { zh: '草稿', en: 'Draft' } },
    submitted: { label: { zh: '待审批', en: 'Awaiting approval' } },
    published: { label: { zh: '已发布', en: 'Published' } },
    superseded: { label: { zh: '已被更新', en: 'Updated by another' }, final: true },
    cancelled: { label: { zh: '已解除', en: 'Cancelled' }, final: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, final: true },
  },
  actions: {
    draft: {
      label: { zh: '起草', en: 'Draft' },
      from: [],
      to: 'draft',
      by: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
      input: [...content, 'incident', 'supersedes'],
      emits: 'warning.drafted',
    },
    revise: {
      label: { zh: '修改', en: 'Revise' },
      from: ['draft'],
      by: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
      input: content,
      emits: 'warning.revised',
    },
    submit: {
      label: { zh: '提交审批', en: 'Submit for approval' },
      from: ['draft'],
      to: 'submitted',
      by: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
      requires: needed,
      note: 'optional',
      emits: 'warning.submitted',
      tone: 'primary',
    },
    return: {
      label: { zh: '退回修改', en: 'Return' },
      from: ['submitted'],
      to: 'draft',
      by: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
      note: 'required',
      emits: 'warning.returned',
    },
    publish: {
      label: { zh: '审批并发布', en: 'Approve and publish' },
      from: ['submitted'],
      to: 'published',
      by: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
      requires: needed,
      note: 'optional',
      gates: [{ kind: 'differentPersonFrom', action: 'submit' }],
      emits: 'warning.published',
      tone: 'primary',
    },
    cancel: {
      label: { zh: '解除预警', en: 'Cancel the warning' },
      from: ['published'],
      to: 'cancelled',
      by: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
      note: 'required',
      emits: 'warning.cancelled',
      tone: 'danger',
    },
    supersede: {
      label: { zh: '标记为已更新', en: 'Mark as updated' },
      from: ['published'],
      to: 'superseded',
      by: [],
      emits: 'warning.superseded',
    },
    withdraw: {
      label: { zh: '撤回', en: 'Withdraw' },
      from: ['draft', 'submitted'],
      to: 'withdrawn',
      by: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
      note: 'required',
      emits: 'warning.withdrawn',
      tone: 'danger',
    },
  },
  empty: { zh: '没有预警。可从事件页发起，或在此起草。', en: 'No warnings. Start one from an incident, or draft it here.' },
});
