import type { EntitySet } from '#protocols/sensorThings/entities.table.ts';
import { entityForms } from '#protocols/sensorThings/entities.table.ts';
import { writeEntity } from '#protocols/sensorThings/entity.ts';
import type { Query } from '#protocols/sensorThings/query.ts';
import type { Transaction } from '../storage/database.ts';
import { staEntities, type StaEntity, type StaScope } from '../storage/sensorThings.ts';
import { NotAnswered } from '../storage/staFilter.ts';
import { staSources } from '../storage/staModel.ts';

// Pages of entities as JSON, with what is expanded inside them. Linked entities of one page are asked for together where each has
// one; where each has many they are asked for one by one, so such a page is shorter.

export const usualPage = 100;
const mostOfPage = 1_000;
const mostWithMany = 100;

export interface StaService {
  /** Address of the service up to the version, without a slash at its end. */
  root: string;
  nowMs: number;
}

export interface StaPage {
  entities: Record<string, unknown>[];
  count: number | null;
  /** How many to pass over for the next page; null on the last. */
  nextSkip: number | null;
}

/** One page. @throws NotAnswered */
export async function staPage(
  tx: Transaction,
  service: StaService,
  set: EntitySet,
  query: Query,
  key: StaScope['key'] | null,
): Promise<StaPage> {
  checkNames(set, query);
  const hasMany = query.expand.some(({ steps }) => entityForms[set].relations.find(({ name }) => name === steps[0])?.isMany);
  const top = Math.min(query.top ?? usualPage, hasMany ? mostWithMany : mostOfPage);
  const { rows, count } = await staEntities(tx, service.nowMs, set, query, { top: top + 1, ...(key && { key }) });
  const page = rows.slice(0, top);
  const expanded = page.map((): Record<string, unknown> => ({}));
  for (const link of query.expand) await expand(tx, service, { set, page, expanded, link });
  const entities = page.map(({ id, properties }, at) => {
    const shown = writeEntity(service.root, { set, id: id as number, properties, expanded: expanded[at] ?? {} }, query.select);
    const notes = Object.entries(expanded[at] ?? {}).filter(([name]) => name.includes('@iot.'));
    return { ...shown, ...Object.fromEntries(notes), '@iot.selfLink': `${service.root}/${set}(${id})` };
  });
  return { entities, count, nextSkip: rows.length > top && top > 0 ? query.skip + top : null };
}

interface Expansion {
  set: EntitySet;
  page: readonly StaEntity[];
  expanded: Record<string, unknown>[];
  link: Query['expand'][number];
}

async function expand(tx: Transaction, service: StaService, { set, page, expanded, link }: Expansion): Promise<void> {
  const [name = '', ...further] = link.steps;
  const relation = entityForms[set].relations.find((each) => each.name === name);
  const to = Object.hasOwn(staSources[set].links, name) ? staSources[set].links[name] : undefined;
  if (!relation || !to)
    throw new NotAnswered('$expand', name, `${entityForms[set].name} 没有关联 ${name}`, `${entityForms[set].name} has no link ${name}`);
  // `A/B` is `A($expand=B(…))`: the options stand at the end of the path.
  const query: Query = further.length === 0 ? link.query : { ...emptyQuery, expand: [{ steps: further, query: link.query }] };
  const found = new Map<string, StaPage>();
  for (const [at, entity] of page.entries()) {
    const id = to.own === 'id' ? String(entity.id) : (entity.keys[to.own] ?? null);
    const into = expanded[at];
    if (!into) continue;
    if (id === null) {
      if (relation.isMany) into[name] = [];
      continue;
    }
    const known = found.get(id) ?? (await staPage(tx, service, to.set, query, { column: to.other, id }));
    found.set(id, known);
    if (!relation.isMany) {
      if (known.entities[0]) into[name] = known.entities[0];
      continue;
    }
    into[name] = known.entities;
    if (known.count !== null) into[`${name}@iot.count`] = known.count;
    // With options of its own the next page would need them again; then the link is left out.
    const isPlain = query.filter === null && query.orderBy.length === 0;
    if (known.nextSkip !== null && isPlain)
      into[`${name}@iot.nextLink`] = `${service.root}/${set}(${entity.id})/${name}?$skip=${known.nextSkip}`;
  }
}

export const emptyQuery: Query = {
  filter: null,
  orderBy: [],
  top: null,
  skip: 0,
  select: [],
  expand: [],
  isCounted: false,
  resultFormat: null,
};

function checkNames(set: EntitySet, { select, resultFormat }: Query): void {
  if (resultFormat !== null) throw new NotAnswered('$resultFormat', resultFormat, '不支持 $resultFormat', '$resultFormat is not supported');
  const { properties, relations, name } = entityForms[set];
  const known = new Set(['id', '@iot.id', ...properties.map((each) => each.name), ...relations.map((each) => each.name)]);
  const strange = select.find((each) => !known.has(each));
  if (strange !== undefined) throw new NotAnswered('$select', strange, `${name} 没有属性 ${strange}`, `${name} has no property ${strange}`);
}
