import { entityForms, entitySets, type EntitySet } from '#protocols/sensorThings/entities.table.ts';

// Addresses of SensorThings resources (OGC 18-088, clause 9.2): `Things`, `Things(1)`, `Things(1)/Datastreams(2)/Observations`,
// `Things(1)/name`, `Things(1)/name/$value`, `Things(1)/Locations/$ref`.

export interface StaStep {
  /** Name of the set or of the link. */
  name: string;
  set: EntitySet;
  isMany: boolean;
  id: string | null;
}

export interface StaAddress {
  steps: [StaStep, ...StaStep[]];
  property: string | null;
  ending: '$value' | '$ref' | null;
}

/** Reads the part behind the version; null when it leads nowhere. */
export function readStaAddress(path: string): StaAddress | null {
  const parts = path.split('/').filter((part) => part !== '');
  const steps: StaStep[] = [];
  let property: string | null = null;
  for (const [at, part] of parts.entries()) {
    if (part === '$value' || part === '$ref') {
      const [first, ...rest] = steps;
      const isSound = at === parts.length - 1 && first && (part === '$value') === (property !== null);
      return isSound ? { steps: [first, ...rest], property, ending: part } : null;
    }
    if (property !== null) return null;
    const step = readStep(part, steps.at(-1) ?? null);
    if (step === null) return null;
    if (typeof step === 'string') property = step;
    else steps.push(step);
  }
  const [first, ...rest] = steps;
  return first ? { steps: [first, ...rest], property, ending: null } : null;
}

/** A step, or the name of a property. */
function readStep(part: string, before: StaStep | null): StaStep | string | null {
  const [, name = '', id] = /^([A-Za-z]+)(?:\((\d{1,18})\))?$/.exec(part) ?? [];
  if (before === null) {
    const set = entitySets.find((each) => each === name);
    return set ? { name, set, isMany: true, id: id ?? null } : null;
  }
  // What follows a collection must follow one of its members.
  if (before.isMany && before.id === null) return null;
  const { relations, properties } = entityForms[before.set];
  const link = relations.find((each) => each.name === name);
  if (link) return id !== undefined && !link.isMany ? null : { name, set: link.set, isMany: link.isMany, id: id ?? null };
  return id === undefined && properties.some((each) => each.name === name) ? name : null;
}
