// The entities of the SensorThings data model with their properties and relations. Source: OGC 18-088, SensorThings API
// Part 1: Sensing, version 1.1, clause 8.2 (tables of properties and relations of each entity).

export type ValueForm = 'text' | 'time' | 'instant' | 'object' | 'unit' | 'any';

export interface EntityProperty {
  name: string;
  form: ValueForm;
  isRequired: boolean;
}

export interface EntityRelation {
  /** Name of the link: singular for one, plural for many. */
  name: string;
  set: EntitySet;
  isMany: boolean;
  /** Must be given when the entity is made. */
  isRequired: boolean;
}

export const entitySets = [
  'Things',
  'Locations',
  'HistoricalLocations',
  'Datastreams',
  'Sensors',
  'ObservedProperties',
  'Observations',
  'FeaturesOfInterest',
] as const;
export type EntitySet = (typeof entitySets)[number];

export interface EntityForm {
  /** Name of one. */
  name: string;
  properties: readonly EntityProperty[];
  relations: readonly EntityRelation[];
}

/** `name!` is required. */
const properties = (...list: readonly (readonly [name: string, form: ValueForm])[]): EntityProperty[] =>
  list.map(([name, form]) => ({ name: name.replace('!', ''), form, isRequired: name.endsWith('!') }));
const one = (name: string, set: EntitySet, isRequired = false): EntityRelation => ({ name, set, isMany: false, isRequired });
const many = (set: EntitySet): EntityRelation => ({ name: set, set, isMany: true, isRequired: false });
const named = [
  ['name!', 'text'],
  ['description!', 'text'],
] as const;

export const entityForms: Readonly<Record<EntitySet, EntityForm>> = {
  Things: {
    name: 'Thing',
    properties: properties(...named, ['properties', 'object']),
    relations: [many('Locations'), many('HistoricalLocations'), many('Datastreams')],
  },
  Locations: {
    name: 'Location',
    properties: properties(...named, ['encodingType!', 'text'], ['location!', 'any'], ['properties', 'object']),
    relations: [many('Things'), many('HistoricalLocations')],
  },
  HistoricalLocations: {
    name: 'HistoricalLocation',
    properties: properties(['time!', 'instant']),
    relations: [one('Thing', 'Things', true), many('Locations')],
  },
  Datastreams: {
    name: 'Datastream',
    properties: properties(
      ...named,
      ['unitOfMeasurement!', 'unit'],
      ['observationType!', 'text'],
      ['properties', 'object'],
      ['observedArea', 'object'],
      ['phenomenonTime', 'time'],
      ['resultTime', 'time'],
    ),
    relations: [
      one('Thing', 'Things', true),
      one('Sensor', 'Sensors', true),
      one('ObservedProperty', 'ObservedProperties', true),
      many('Observations'),
    ],
  },
  Sensors: {
    name: 'Sensor',
    properties: properties(...named, ['encodingType!', 'text'], ['metadata!', 'any'], ['properties', 'object']),
    relations: [many('Datastreams')],
  },
  ObservedProperties: {
    name: 'ObservedProperty',
    properties: properties(...named, ['definition!', 'text'], ['properties', 'object']),
    relations: [many('Datastreams')],
  },
  Observations: {
    name: 'Observation',
    properties: properties(
      ['phenomenonTime', 'time'],
      ['result!', 'any'],
      ['resultTime', 'instant'],
      ['resultQuality', 'any'],
      ['validTime', 'time'],
      ['parameters', 'object'],
    ),
    relations: [one('Datastream', 'Datastreams', true), one('FeatureOfInterest', 'FeaturesOfInterest')],
  },
  FeaturesOfInterest: {
    name: 'FeatureOfInterest',
    properties: properties(...named, ['encodingType!', 'text'], ['feature!', 'any'], ['properties', 'object']),
    relations: [many('Observations')],
  },
};
