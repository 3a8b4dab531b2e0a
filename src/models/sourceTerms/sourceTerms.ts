import { defineModel } from '../model.ts';
import { compute } from './compute.ts';
import { inputs, outputs } from './fields.ts';
import { cases } from './sourceTerms.cases.ts';

// How much comes out of a hole and how much of it is in the air: the first link of the release chain.

export const sourceTerms = defineModel({
  id: 'sourceTerms',
  version: '1.0.0',
  label: { zh: '泄漏源项', en: 'Source term' },
  question: { zh: '漏得多快，多少进入空气？', en: 'How fast does it leak, and how much is in the air?' },
  clauses: [
    { standard: 'GB/T 37243-2019', clause: '附录 D', subject: { zh: '泄漏计算', en: 'release' }, verified: false },
    { standard: 'AQ/T 3046-2013', clause: '式(E.13)–(E.17)', subject: { zh: '气体孔口', en: 'gas through a hole' }, verified: false },
    { standard: 'HJ 169-2018', clause: '附录 F', subject: { zh: '两相泄漏', en: 'two-phase release' }, verified: false },
    { standard: 'CCPS 1999', clause: 'pp. 27–63', subject: { zh: '液体、闪蒸、液池', en: 'liquid, flash, pool' }, verified: false },
    { standard: 'Woodward 1998', clause: 'eq. 4.38', subject: { zh: '液池扩展', en: 'spread of a pool' }, verified: false },
    { standard: 'TNO CPR 14E (2005)', clause: '(3.24), (3.25)', subject: { zh: '液池风蚀蒸发', en: 'drying of a pool' }, verified: false },
  ],
  inputs,
  outputs,
  compute,
  cases,
});
