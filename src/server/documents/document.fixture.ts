import type { AnyCase, CaseDeclaration, CaseLine } from '#kernel/casework/case.ts';
import type { DocumentDeclaration, DocumentValues } from '#kernel/document/document.ts';
import { documentNumber } from '#kernel/document/document.ts';
import { dateWords } from '#kernel/document/chineseWords.ts';
import { documentSource } from '#kernel/document/source.ts';
import type { Field } from '#kernel/register/field.ts';
import { caseById } from '#rooms/rooms.ts';

// For tests: an invented case of each type, every field filled, and what a clerk would enter beside it.

const words: Record<string, string> = {
  title: '未对安全设备进行经常性维护、保养和定期检测案',
  partyName: '萧县某化工有限公司',
  unitName: '萧县某化工有限公司',
  compiler: '萧县某化工有限公司',
  facts:
    '2026年6月28日，执法人员对该公司罐区进行检查时发现：一、3号甲醇储罐液位计故障，未及时维修，远传显示与现场读数相差0.85米；二、可燃气体探测器（位号GT-107、GT-108）超过检定有效期6个月；三、罐区防火堤排水阀处于常开状态。上述情况有现场照片12张、询问笔录2份佐证。',
  evidence: '1. 现场检查记录；2. 现场照片12张；3. 对张某某、李某的询问笔录2份；4. 仪表检定证书复印件。',
  violated: '《中华人民共和国安全生产法》第三十六条第二款',
  penaltyBasis: '《中华人民共和国安全生产法》第九十九条第三项',
  basis: '《石油化工可燃气体和有毒气体检测报警设计标准》（GB/T 50493-2019）',
  hearingRecord:
    '调查人员陈述案件事实、证据和处罚建议。\n当事人陈述：液位计故障后已采购备件，因供货延迟未能及时更换。\n双方就证据进行质证，当事人对现场照片无异议。',
  decisionReason: '鉴于你单位积极配合并已整改完毕，从轻处罚',
  creditCode: '91341322MA2N0A1B2C',
  address: '安徽省宿州市萧县经济开发区纬三路18号',
  principal: '王某',
  phone: '0557-5012345',
  eventCode: '12C01',
};

function invented(name: string, field: Field): unknown {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return words[name] ?? `${field.label.zh}内容`;
    case 'choice':
      return Object.keys(field.options)[0] ?? '';
    case 'list':
      return Object.keys(field.options).slice(0, 2);
    case 'count':
      return 30_000;
    case 'measure':
      return 12.5;
    case 'flag':
      return true;
    case 'date':
      return '2026-07-15';
    case 'instant':
      return '2026-07-10T01:30:00.000Z';
    case 'point':
      return [116.94123, 34.18765];
    case 'areas':
      return ['341322100'];
    default:
      return '01890000-0000-7000-8000-000000000009';
  }
}

const inventedOf = (fields: Readonly<Record<string, Field>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, invented(name, field)]));

/** A case with everything on file. */
export function aFilledCase(type: string, overrides: Record<string, unknown> = {}): AnyCase {
  const declaration = caseById(type) as CaseDeclaration;
  return {
    ...inventedOf(declaration.fields),
    id: '01890000-0000-7000-8000-000000000001',
    areaCode: '341322100',
    version: 3,
    demo: false,
    createdAt: '2026-07-01T01:00:00.000Z',
    createdBy: '赵敏',
    updatedAt: '2026-07-01T01:00:00.000Z',
    updatedBy: '赵敏',
    state: 'open',
    caseVersion: 1,
    openedAt: '2026-07-01T01:00:00.000Z',
    closedAt: null,
    ...overrides,
  };
}

/** What a clerk would enter. */
export const filledAsks = (declaration: DocumentDeclaration) => inventedOf(declaration.asks ?? {});

/** Values of a document of such a case, common ones included, as the server would give them to the template. */
export function filledValues(declaration: DocumentDeclaration, overrides: Record<string, unknown> = {}): DocumentValues {
  const caseDeclaration = caseById(declaration.of[0] ?? '') as CaseDeclaration;
  const lines = Object.keys(caseDeclaration.actions).map((action, n): CaseLine => ({
    id: String(n),
    caseType: caseDeclaration.id,
    caseId: '1',
    at: '2026-07-05T02:00:00.000Z',
    actorId: null,
    actor: '赵敏',
    action,
    note: '',
    data: { officerCertificate: 'A12' },
    state: 'open',
  }));
  const agency = '萧县应急管理局';
  const madeOn = '2026-07-12';
  const source = documentSource({
    declaration: caseDeclaration,
    found: aFilledCase(caseDeclaration.id, overrides),
    lines,
    related: { enterprise: { ...words } as never },
    asked: filledAsks(declaration),
    asks: declaration.asks ?? {},
    agency,
    county: '萧县',
    areaName: (code) => (code === '341322100' ? '龙城镇' : code),
    madeOn,
    madeBy: '赵敏',
  });
  const number = declaration.numbering
    ? documentNumber({ mark: '皖萧', word: declaration.numbering.word, year: 2026, serial: 12, demo: false })
    : '';
  return { agency, county: '萧县', number, madeOn: dateWords(madeOn), demo: [], ...declaration.values(source) };
}
