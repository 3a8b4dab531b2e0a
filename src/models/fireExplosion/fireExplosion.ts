import { defineModel } from '../model.ts';
import { compute } from './compute.ts';
import { inputs, outputs } from './fields.ts';
import { cases } from './fireExplosion.cases.ts';

// Heat and blast: pool fire, jet fire, fireball, flash fire, vapour cloud explosion, and what they may set off next door.

export const fireExplosion = defineModel({
  id: 'fireExplosion',
  version: '1.0.0',
  label: { zh: '火灾与爆炸', en: 'Fire and explosion' },
  question: { zh: '热辐射和冲击波伤到多远，会不会连锁？', en: 'How far do heat and blast reach, and what may follow?' },
  clauses: [
    {
      standard: 'GB/T 37243-2019',
      clause: '附录 G、H',
      subject: { zh: '影响阈值、死亡概率', en: 'effect levels, probits' },
      verified: false,
    },
    {
      standard: 'AQ/T 3046-2013',
      clause: '式(6)、10.3、10.4、表 10',
      subject: { zh: '热与超压伤害', en: 'harm by heat and blast' },
      verified: false,
    },
    {
      standard: 'AQ/T 3046-2013',
      clause: '式(E.57)–(E.62)',
      subject: { zh: '喷射火、多能法', en: 'jet fire, multi-energy' },
      verified: false,
    },
    { standard: 'TNO CPR 14E (2005)', clause: '(6.12)–(6.29), (6.67), 6.A', subject: { zh: '池火', en: 'pool fire' }, verified: false },
    { standard: 'CCPS 2010', clause: 'BLEVE', subject: { zh: '火球', en: 'fireball' }, verified: false },
    { standard: 'Kinney & Graham 1985', clause: 'free air', subject: { zh: 'TNT 超压', en: 'overpressure of TNT' }, verified: false },
  ],
  inputs,
  outputs,
  compute,
  cases,
});
