// Reads messages that make an entity (by HTTP POST or an MQTT publication) and writes entities as the interface shows them.

import { entityForms, entitySets, type EntityProperty, type EntityRelation, type EntitySet } from './entities.table.ts';

/** A link to an entity that exists, or one to be made along. */
export type EntityLink = { id: number } | { entity: NewEntity };

export interface NewEntity {
  set: EntitySet;
  /** Properties of the data model, as sent. */
  properties: Record<string, unknown>;
  links: Record<string, EntityLink[]>;
  /** Members the data model does not know. */
  more: Record<string, unknown>;
}

export interface EntityProblem {
  /** Like `Datastream.Sensor.name`. */
  field: string;
  rule: 'required' | 'type' | 'time' | 'id' | 'depth' | 'entity';
  /** One English sentence. */
  message: string;
}

export type EntityResult = { ok: true; entity: NewEntity } | { ok: false; problems: EntityProblem[] };

type Json = Readonly<Record<string, unknown>>;

/** Links known from elsewhere than the message; null where the other entity has no id yet. */
export type GivenLinks = Readonly<Record<string, number | null>>;

/** Deepest chain of entities made in one go. */
const maxDepth = 5;

/**
 * Reads a create message. Never throws.
 * @param given links the address already says, such as the Datastream of `Datastreams(1)/Observations`.
 */
export function readEntity(set: EntitySet, json: unknown, given: GivenLinks = {}): EntityResult {
  const problems: EntityProblem[] = [];
  const entity = readOne(set, json, given, '', 0, problems);
  return problems.length === 0 && entity !== null ? { ok: true, entity } : { ok: false, problems };
}

/** Which entity a message without address must mean, by its properties; null when it fits none. */
export function setOf(json: unknown): EntitySet | null {
  if (!isObject(json)) return null;
  const marks: readonly (readonly [string, EntitySet])[] = [
    ['result', 'Observations'],
    ['unitOfMeasurement', 'Datastreams'],
    ['metadata', 'Sensors'],
    ['definition', 'ObservedProperties'],
    ['feature', 'FeaturesOfInterest'],
    ['location', 'Locations'],
    ['time', 'HistoricalLocations'],
    ['name', 'Things'],
  ];
  return marks.find(([mark]) => json[mark] !== undefined)?.[1] ?? null;
}

function readOne(
  set: EntitySet,
  json: unknown,
  given: GivenLinks,
  path: string,
  depth: number,
  problems: EntityProblem[],
): NewEntity | null {
  const add = (name: string, rule: EntityProblem['rule'], message: string): void =>
    void problems.push({ field: `${path}${name}`, rule, message });
  if (!isObject(json)) {
    add('', 'type', `A ${entityForms[set].name} is an object.`);
    return null;
  }
  if (depth > maxDepth) {
    add('', 'depth', `More than ${maxDepth} entities inside each other.`);
    return null;
  }
  const { properties, relations } = entityForms[set];
  const entity: NewEntity = { set, properties: {}, links: {}, more: {} };
  for (const property of properties) {
    const value = json[property.name];
    if (value === undefined) {
      if (property.isRequired) add(property.name, 'required', `${property.name} is missing.`);
      continue;
    }
    const wrong = problemOf(property, value);
    if (wrong !== null) add(property.name, wrong.rule, wrong.message);
    entity.properties[property.name] = value;
  }
  for (const relation of relations) {
    const links = readLinks(set, relation, json[relation.name], `${path}${relation.name}`, depth, problems);
    const givenId = given[relation.name];
    if (links.length === 0 && typeof givenId === 'number') links.push({ id: givenId });
    if (links.length === 0 && relation.isRequired && json[relation.name] === undefined && givenId === undefined)
      add(relation.name, 'required', `${relation.name} is missing: {"@iot.id": …} or a new one.`);
    if (links.length > 0) entity.links[relation.name] = links;
  }
  const known = new Set<string>([...properties, ...relations].map(({ name }) => name));
  for (const [key, value] of Object.entries(json)) if (!known.has(key)) entity.more[key] = value;
  return entity;
}

function readLinks(
  from: EntitySet,
  relation: EntityRelation,
  value: unknown,
  path: string,
  depth: number,
  problems: EntityProblem[],
): EntityLink[] {
  if (value === undefined) return [];
  if (relation.isMany !== Array.isArray(value)) {
    problems.push({ field: path, rule: 'type', message: `${relation.name} is ${relation.isMany ? 'a list' : 'one entity'}.` });
    return [];
  }
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((each, at): EntityLink[] => {
    const place = relation.isMany ? `${path}[${at}]` : path;
    const id = isObject(each) ? each['@iot.id'] : undefined;
    if (id === undefined) {
      const entity = readOne(relation.set, each, inverse(relation, from), `${place}.`, depth + 1, problems);
      return entity === null ? [] : [{ entity }];
    }
    if (typeof id === 'number' && Number.isSafeInteger(id) && id >= 0) return [{ id }];
    problems.push({ field: `${place}.@iot.id`, rule: 'id', message: `${JSON.stringify(id)} is not a whole number from 0.` });
    return [];
  });
}

/** What an entity made inside another need not name: the other one itself. Its id is not known yet. */
function inverse(relation: EntityRelation, from: EntitySet): GivenLinks {
  if (!relation.isMany) return {};
  const back = entityForms[relation.set].relations.find(({ set, isMany }) => set === from && !isMany);
  return back === undefined ? {} : { [back.name]: null };
}

function problemOf({ name, form }: EntityProperty, value: unknown): Pick<EntityProblem, 'rule' | 'message'> | null {
  if (form === 'text' && typeof value !== 'string') return { rule: 'type', message: `${name} is to be a text.` };
  if ((form === 'object' || form === 'unit') && !isObject(value)) return { rule: 'type', message: `${name} is to be an object.` };
  if (
    form === 'unit' &&
    isObject(value) &&
    !['name', 'symbol', 'definition'].every((key) => typeof value[key] === 'string' || value[key] === null)
  )
    return { rule: 'type', message: `${name} has name, symbol and definition, texts or null.` };
  if (form === 'instant' && value !== null && readTimes(value)?.isInterval !== false)
    return { rule: 'time', message: `${name} is no instant of ISO 8601 with a zone.` };
  if (form === 'time' && readTimes(value) === null)
    return { rule: 'time', message: `${name} is no instant or interval of ISO 8601 with a zone.` };
  return value === null && form === 'any' ? { rule: 'type', message: `${name} is null.` } : null;
}

/** An instant, or an interval `from/to`, of ISO 8601 with a zone, as epoch milliseconds; null when it is neither. */
export function readTimes(value: unknown): { fromMs: number; toMs: number; isInterval: boolean } | null {
  if (typeof value !== 'string') return null;
  const instants = value
    .split('/')
    .map((part) => (/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(part) ? Date.parse(part) : Number.NaN));
  const [fromMs = Number.NaN, toMs = fromMs, ...more] = instants;
  if (more.length > 0 || Number.isNaN(fromMs) || Number.isNaN(toMs) || toMs < fromMs) return null;
  return { fromMs, toMs, isInterval: instants.length === 2 };
}

/** The message again, as JSON: properties, links and what was not understood. */
export function writeNewEntity({ set, properties, links, more }: NewEntity): Record<string, unknown> {
  const written = Object.entries(links).map(([name, list]) => {
    const each = list
      .filter((link) => !('id' in link) || link.id >= 0)
      .map((link) => ('id' in link ? { '@iot.id': link.id } : writeNewEntity(link.entity)));
    const isMany = entityForms[set].relations.some((relation) => relation.name === name && relation.isMany);
    return [name, isMany ? each : each[0]] as const;
  });
  return { ...properties, ...Object.fromEntries(written.filter(([, value]) => value !== undefined)), ...more };
}

/**
 * An entity as the interface shows it.
 * @param root address of the service up to the version, without a slash at its end: `https://…/sta/v1.1`.
 * @param select names of properties and links to show; null for all. `@iot.id` and `@iot.selfLink` always stand.
 */
export function writeEntity(
  root: string,
  { set, id, properties, expanded = {} }: { set: EntitySet; id: number; properties: Json; expanded?: Json },
  select: readonly string[] | null = null,
): Record<string, unknown> {
  const self = `${root}/${set}(${id})`;
  const shown = (name: string) => select === null || select.length === 0 || select.includes(name);
  const written: Record<string, unknown> = { '@iot.id': id, '@iot.selfLink': self };
  for (const { name } of entityForms[set].properties) if (shown(name) && properties[name] !== undefined) written[name] = properties[name];
  for (const { name } of entityForms[set].relations) {
    if (expanded[name] !== undefined) written[name] = expanded[name];
    else if (shown(name)) written[`${name}@iot.navigationLink`] = `${self}/${name}`;
  }
  return written;
}

export type AddressResult =
  | { ok: true; set: EntitySet; parent: { set: EntitySet; id: number; link: string } | null }
  | { ok: false; reason: string };

/** The collection of a create message: `Observations`, `Datastreams(1)/Observations`, with or without `v1.1/` before. */
export function readAddress(address: string): AddressResult {
  const levels = address.replace(/^\/?(?:v\d+\.\d+\/)?/, '').split('/');
  const set = entitySets.find((each) => each === levels.at(-1));
  if (set === undefined) return { ok: false, reason: `"${levels.at(-1)}" is not a collection.` };
  if (levels.length === 1) return { ok: true, set, parent: null };
  const [, parentName, id] = /^([A-Za-z]+)\((\d{1,15})\)$/.exec(levels[0] ?? '') ?? [];
  const parent = entitySets.find((each) => each === parentName);
  const link = entityForms[set].relations.find((relation) => relation.set === parent);
  if (levels.length !== 2 || parent === undefined || link === undefined)
    return { ok: false, reason: `"${address}" leads to no collection.` };
  return { ok: true, set, parent: { set: parent, id: Number(id), link: link.name } };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
