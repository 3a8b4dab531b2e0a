import { defineModel } from '../model.ts';
import { compute, refine } from './compute.ts';
import { cases } from './dispersion.cases.ts';
import { inputs, outputs } from './fields.ts';

// Toxic and flammable clouds in the air: passive or dense as the criterion says, lasting, finite or sudden, in steady or
// changing wind.

export const dispersion = defineModel({
  id: 'dispersion',
  version: '1.0.0',
  label: { zh: '气体扩散', en: 'Gas dispersion' },
  question: { zh: '下风方向多远会中毒或着火？', en: 'How far downwind is it toxic or flammable?' },
  clauses: [
    { standard: 'GB/T 37243-2019', clause: '附录 D', subject: { zh: '云团扩散计算', en: 'dispersion of clouds' }, verified: false },
    {
      standard: 'AQ/T 3046-2013',
      clause: '式(E.33)，表 E.7',
      subject: { zh: '烟羽与扩散参数', en: 'plume and coefficients' },
      verified: false,
    },
    { standard: 'AQ/T 3046-2013', clause: '式(3)–(5)', subject: { zh: '毒性概率', en: 'toxic probit' }, verified: false },
    { standard: 'CCPS 1999', clause: 'pp. 97–101', subject: { zh: '烟羽、烟团算例', en: 'worked plume and puff' }, verified: false },
    {
      standard: 'Palazzi et al. 1982',
      clause: 'Atmospheric Environment 16:2785–2790',
      subject: { zh: '有限时长泄漏', en: 'release of finite length' },
      verified: false,
    },
    {
      standard: 'HSE 17/1988',
      clause: 'Britter & McQuaid',
      subject: { zh: '重气判据与关联', en: 'dense criterion and curves' },
      verified: false,
    },
  ],
  inputs,
  outputs,
  compute,
  refine,
  cases,
});
