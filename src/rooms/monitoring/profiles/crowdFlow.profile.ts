import { defineProfile } from './profile.ts';

/** People in crowded places: scenic sites, malls, stations, events. */
export const crowdFlowProfile = defineProfile({
  id: 'crowd-flow',
  label: { zh: '人员密集场所', en: 'Crowds' },
  stationKinds: [],
  quantities: [
    { codes: ['peopleInside', 'eventCount'], label: { zh: '在场人数', en: 'People inside' }, unit: '1', shown: 'value' },
    { codes: ['peopleIn'], label: { zh: '进入', en: 'Entering' }, unit: '1/min', shown: 'value' },
    { codes: ['peopleOut'], label: { zh: '离开', en: 'Leaving' }, unit: '1/min', shown: 'value' },
    { codes: ['density'], label: { zh: '密度', en: 'Density' }, unit: '1/m²', shown: 'value' },
  ],
  rules: [
    {
      quantity: 'peopleInside',
      kind: 'above',
      limit: null,
      priority: 'high',
      text: { zh: '超过最大承载量', en: 'Above the capacity' },
      source: 'register of scenic sites, capacity at once of the place',
      verified: false,
    },
    {
      quantity: 'density',
      kind: 'above',
      limit: null,
      priority: 'critical',
      text: { zh: '人员密度过高', en: 'Too dense' },
      source: 'no public figure; the design of the site gives it',
      verified: false,
    },
  ],
  layout: 'stations',
  missing: [],
});
