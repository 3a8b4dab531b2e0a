import { defineProfile } from './profile.ts';

/** Forest fire: weather in the woods, smoke and heat seen by towers (LY/T 1172 for the index). */
export const forestFireProfile = defineProfile({
  id: 'forest-fire',
  label: { zh: '森林防火', en: 'Forest fire' },
  stationKinds: [],
  quantities: [
    { codes: ['smoke', 'fireAlarm'], label: { zh: '烟火识别', en: 'Smoke or fire seen' }, unit: '', shown: 'state' },
    { codes: ['temperature', 'airTemperature'], label: { zh: '气温', en: 'Air temperature' }, unit: '°C', shown: 'value' },
    { codes: ['relativeHumidity', 'humidity'], label: { zh: '相对湿度', en: 'Relative humidity' }, unit: '%', shown: 'value' },
    { codes: ['windSpeed'], label: { zh: '风速', en: 'Wind speed' }, unit: 'm/s', shown: 'value' },
    { codes: ['rain', 'rain1h'], label: { zh: '雨量', en: 'Rain' }, unit: 'mm', shown: 'value' },
    { codes: ['htz', 'fireDangerIndex'], label: { zh: '森林火险指数', en: 'Fire danger index' }, unit: '1', shown: 'value' },
  ],
  rules: [
    {
      quantity: 'smoke',
      kind: 'above',
      limit: 0.5,
      priority: 'critical',
      text: { zh: '发现烟火', en: 'Smoke or fire seen' },
      source: 'state code, 1 = seen',
      verified: false,
    },
    {
      quantity: 'htz',
      kind: 'above',
      limit: 72,
      priority: 'medium',
      text: { zh: '火险四级', en: 'Fire danger level 4' },
      source: 'LY/T 1172-1995: 73 to 90',
      verified: true,
    },
    {
      quantity: 'htz',
      kind: 'above',
      limit: 90,
      priority: 'high',
      text: { zh: '火险五级', en: 'Fire danger level 5' },
      source: 'LY/T 1172-1995: 91 and above',
      verified: true,
    },
  ],
  layout: 'stations',
  missing: [],
});
