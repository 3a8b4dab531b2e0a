import { defineProfile } from './profile.ts';

/** Urban lifelines: bridges, drainage, water supply, heat, utility tunnels. */
export const lifelineProfile = defineProfile({
  id: 'lifeline',
  label: { zh: '城市生命线', en: 'Urban lifelines' },
  stationKinds: [],
  quantities: [
    { codes: ['tilt', 'rotationX', 'rotationY', 'rotationZ'], label: { zh: '倾角', en: 'Tilt' }, unit: '°', shown: 'value' },
    { codes: ['accelerationX', 'accelerationY', 'accelerationZ'], label: { zh: '振动', en: 'Vibration' }, unit: 'g', shown: 'value' },
    { codes: ['strain'], label: { zh: '应变', en: 'Strain' }, unit: 'με', shown: 'value' },
    { codes: ['displacement'], label: { zh: '位移', en: 'Displacement' }, unit: 'mm', shown: 'value' },
    { codes: ['crack'], label: { zh: '裂缝', en: 'Crack' }, unit: 'mm', shown: 'value' },
    { codes: ['pressure', 'pressureMpa', 'pressureKpa'], label: { zh: '管压', en: 'Pipe pressure' }, unit: 'MPa', shown: 'value' },
    { codes: ['flow', 'flowM3PerMin', 'flowLps'], label: { zh: '流量', en: 'Flow' }, unit: 'm³/h', shown: 'value' },
    { codes: ['waterDepth', 'distance', 'relativeLevel'], label: { zh: '积水深', en: 'Standing water' }, unit: 'm', shown: 'value' },
  ],
  rules: [
    {
      quantity: 'tilt',
      kind: 'above',
      limit: null,
      priority: 'high',
      text: { zh: '倾角超限', en: 'Tilt above the limit' },
      source: 'no public figure; the design of the site gives it',
      verified: false,
    },
    {
      quantity: 'displacement',
      kind: 'above',
      limit: null,
      priority: 'high',
      text: { zh: '位移超限', en: 'Displacement above the limit' },
      source: 'no public figure; the design of the site gives it',
      verified: false,
    },
    {
      quantity: 'waterDepth',
      kind: 'above',
      limit: null,
      priority: 'high',
      text: { zh: '积水', en: 'Standing water' },
      source: 'register of waterlogging spots, closure depth of the place',
      verified: false,
    },
    {
      quantity: 'pressure',
      kind: 'below',
      limit: null,
      priority: 'high',
      text: { zh: '管压低', en: 'Pipe pressure low' },
      source: 'no public figure; the design of the site gives it',
      verified: false,
    },
  ],
  layout: 'stations',
  missing: [],
});
