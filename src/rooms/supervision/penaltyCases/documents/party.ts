import { capitalYuan } from '#kernel/document/chineseWords.ts';
import type { DocumentSource } from '#kernel/document/source.ts';
import { label, row, value, type FormRow } from '#kernel/document/layout.ts';

/** Who the party of a penalty case is, as every document of the case names it. */
export function partyOf(source: DocumentSource) {
  const isPerson = source.found['partyKind'] === 'person';
  return {
    party: source.say('partyName'),
    partyKind: source.say('partyKind'),
    creditCode: isPerson ? '' : source.sayOf('enterprise', 'creditCode'),
    address: source.sayOf('enterprise', 'address'),
    principal: source.sayOf('enterprise', 'principal'),
    phone: source.sayOf('enterprise', 'phone'),
    cause: source.say('title'),
  };
}

/** The penalties in words, the fine with its sum: `警告、罚款人民币叁万元整（￥30000.00）`. */
export function penaltiesOf(source: DocumentSource, fineField: 'fineYuan' | 'decidedFineYuan'): string {
  const fine = source.amount(fineField);
  const field = source.declaration.fields['penaltyKinds'];
  const kinds = Array.isArray(source.found['penaltyKinds']) ? (source.found['penaltyKinds'] as string[]) : [];
  const names = kinds
    .filter((kind) => kind !== 'fine' || fine === null)
    .map((kind) => (field?.kind === 'list' ? (field.options[kind]?.zh ?? kind) : kind));
  const sum = fine === null || fine === 0 ? [] : [`罚款人民币${capitalYuan(fine)}（￥${fine.toFixed(2)}）`];
  return [...names, ...sum].join('、');
}

/** Rows of a six-column form about the party. */
export const partyRows: readonly FormRow[] = [
  row(1, label('案由'), value('{cause}', 5)),
  row(1, label('当事人'), value('{party}', 3), label('类型'), value('{partyKind}')),
  row(1, label('统一社会信用代码'), value('{creditCode}', 3), label('主要负责人'), value('{principal}')),
  row(1, label('地址'), value('{address}', 3), label('联系电话'), value('{phone}')),
];

export const formColumns = [17, 16, 17, 17, 14, 19] as const;
