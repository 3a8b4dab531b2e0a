import { defineProfile } from './profile.ts';

/** Gas in mines. */
export const mineGasProfile = defineProfile({
  id: 'mine-gas',
  label: { zh: '矿山气体', en: 'Mine gas' },
  stationKinds: [],
  quantities: [
    { codes: ['methane', 'ch4'], label: { zh: '甲烷', en: 'Methane' }, unit: '%CH4', shown: 'value' },
    { codes: ['co', 'carbonMonoxide'], label: { zh: '一氧化碳', en: 'Carbon monoxide' }, unit: 'ppm', shown: 'value' },
    { codes: ['oxygen'], label: { zh: '氧气', en: 'Oxygen' }, unit: '%VOL', shown: 'value' },
    { codes: ['windSpeed'], label: { zh: '风速', en: 'Air speed' }, unit: 'm/s', shown: 'value' },
    { codes: ['temperature'], label: { zh: '温度', en: 'Temperature' }, unit: '°C', shown: 'value' },
    { codes: ['running'], label: { zh: '风机运行', en: 'Fan running' }, unit: '', shown: 'state' },
  ],
  rules: [
    {
      quantity: 'methane',
      kind: 'above',
      limit: null,
      priority: 'critical',
      text: { zh: '甲烷超限', en: 'Methane above the limit' },
      source: 'no public figure; the design of the site gives it',
      verified: false,
    },
    {
      quantity: 'co',
      kind: 'above',
      limit: 24,
      priority: 'high',
      text: { zh: '一氧化碳超限', en: 'Carbon monoxide above the limit' },
      source: 'GBZ 2.1 as used in practice',
      verified: false,
    },
    {
      quantity: 'methane',
      kind: 'noData',
      limit: null,
      priority: 'high',
      text: { zh: '甲烷断线', en: 'Methane sensor silent' },
      source: 'no public figure; the design of the site gives it',
      verified: false,
    },
  ],
  layout: 'stations',
  missing: [],
});
