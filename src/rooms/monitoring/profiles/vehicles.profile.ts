import { defineProfile } from './profile.ts';

/** Positions of vehicles with dangerous goods and of rescue vehicles (JT/T 808). */
export const vehiclesProfile = defineProfile({
  id: 'vehicles',
  label: { zh: '车辆位置', en: 'Vehicle positions' },
  stationKinds: [],
  quantities: [
    { codes: ['speed'], label: { zh: '速度', en: 'Speed' }, unit: 'km/h', shown: 'value' },
    { codes: ['longitude'], label: { zh: '经度', en: 'Longitude' }, unit: '°', shown: 'value' },
    { codes: ['latitude'], label: { zh: '纬度', en: 'Latitude' }, unit: '°', shown: 'value' },
    { codes: ['direction'], label: { zh: '方向', en: 'Direction' }, unit: '°', shown: 'value' },
    { codes: ['altitude'], label: { zh: '海拔', en: 'Altitude' }, unit: 'm', shown: 'value' },
    { codes: ['mileage'], label: { zh: '里程', en: 'Mileage' }, unit: 'km', shown: 'value' },
    { codes: ['fatigue'], label: { zh: '疲劳驾驶', en: 'Driver fatigue' }, unit: '', shown: 'state' },
    { codes: ['overspeed'], label: { zh: '超速', en: 'Overspeed' }, unit: '', shown: 'state' },
  ],
  rules: [
    {
      quantity: 'speed',
      kind: 'above',
      limit: null,
      priority: 'medium',
      text: { zh: '超速', en: 'Too fast' },
      source: 'the limit of the road and of the load; entered for each vehicle',
      verified: false,
    },
    {
      quantity: 'speed',
      kind: 'noData',
      limit: null,
      priority: 'medium',
      text: { zh: '车辆失联', en: 'Vehicle silent' },
      source: 'no public figure; the design of the site gives it',
      verified: false,
    },
    {
      quantity: 'fatigue',
      kind: 'above',
      limit: 0.5,
      priority: 'high',
      text: { zh: '疲劳驾驶', en: 'Driver fatigue' },
      source: 'alarm bit of JT/T 808 of the terminal',
      verified: false,
    },
  ],
  layout: 'vehicles',
  missing: [
    {
      zh: '电子围栏和偏离路线：规则引擎尚无“位置在区域内外”的条件，只能靠终端自身的围栏报警',
      en: 'Geofence and route: the rule engine has no condition on a place yet; only the alarms of the terminal itself are shown',
    },
    {
      zh: '驾驶时长：规则引擎尚无累计行驶时间的条件，只显示终端的疲劳驾驶报警',
      en: 'Driver hours: no condition on time driven yet; only the fatigue alarm of the terminal is shown',
    },
  ],
});
