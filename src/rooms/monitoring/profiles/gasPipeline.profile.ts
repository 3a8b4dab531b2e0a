import { defineProfile } from './profile.ts';

/** Town gas pipelines, regulator stations and valve wells. */
export const gasPipelineProfile = defineProfile({
  id: 'gas-pipeline',
  label: { zh: '燃气管网', en: 'Gas pipelines' },
  stationKinds: ['gas'],
  quantities: [
    { codes: ['gasLel', 'combustibleGas'], label: { zh: '可燃气体', en: 'Combustible gas' }, unit: '%LEL', shown: 'value' },
    { codes: ['methane', 'ch4'], label: { zh: '甲烷', en: 'Methane' }, unit: '%VOL', shown: 'value' },
    { codes: ['pressure', 'pressureMpa', 'pressureKpa'], label: { zh: '压力', en: 'Pressure' }, unit: 'MPa', shown: 'value' },
    { codes: ['flow', 'flowM3PerMin'], label: { zh: '流量', en: 'Flow' }, unit: 'm³/h', shown: 'value' },
    { codes: ['level', 'waterLevel'], label: { zh: '井内水位', en: 'Water in the well' }, unit: 'm', shown: 'value' },
  ],
  rules: [
    {
      quantity: 'gasLel',
      kind: 'above',
      limit: 25,
      priority: 'high',
      text: { zh: '可燃气体一级报警', en: 'Combustible gas, first level' },
      source: 'GB/T 50493-2019 5.5.2',
      verified: false,
    },
    {
      quantity: 'gasLel',
      kind: 'above',
      limit: 50,
      priority: 'critical',
      text: { zh: '可燃气体二级报警', en: 'Combustible gas, second level' },
      source: 'GB/T 50493-2019 5.5.2',
      verified: false,
    },
    {
      quantity: 'pressure',
      kind: 'below',
      limit: null,
      priority: 'high',
      text: { zh: '压力低', en: 'Pressure low' },
      source: 'no public figure; the design of the site gives it',
      verified: false,
    },
    {
      quantity: 'pressure',
      kind: 'above',
      limit: null,
      priority: 'critical',
      text: { zh: '压力高', en: 'Pressure high' },
      source: 'no public figure; the design of the site gives it',
      verified: false,
    },
  ],
  layout: 'stations',
  missing: [],
});
