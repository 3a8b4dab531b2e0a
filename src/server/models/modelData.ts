import type { Feature, FeatureCollection } from 'geojson';
import { grantsOf, type Actor } from '#kernel/access/access.ts';
import { exposedRegisters } from '#rooms/decision/scenarios/exposure.ts';
import { registerById } from '#rooms/rooms.ts';
import { inhabitedAreas } from '../storage/areas.ts';
import { baseFeatures } from '../storage/baseLayers.ts';
import type { Database, Transaction } from '../storage/database.ts';
import { layerVersion, rasterOf, rasterVersion } from '../storage/modelData.ts';
import { recordFeatures } from '../storage/recordLayers.ts';
import type { SharedData } from './modelWorker.ts';

type Found = SharedData & { version: string };

const exposedKinds = new Set(['area', ...exposedRegisters.map(({ register }) => register)]);
/** Reaches whose exposed records are held; more than a county has is not needed. */
const mostReaches = 20;

/**
 * What models may name as input: `layer:<id>` the features of a base layer, `raster:<id>` a raster, `exposure` everything a
 * hazard can meet, as far as the actor may see it.
 */
export class ModelData {
  readonly #database: Database;
  /** Exposed records by reach, until one of them changes. */
  readonly #exposed = new Map<string, Found>();
  #round = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Drops what a changed record of that kind made old. */
  hear(kinds: readonly string[]): void {
    if (!kinds.some((kind) => exposedKinds.has(kind))) return;
    this.#exposed.clear();
    this.#round += 1;
  }

  async find(name: string, actor: Actor): Promise<Found | null> {
    if (name === 'exposure') return this.#findExposed(actor);
    const [kind = '', ...rest] = name.split(':');
    const id = rest.join(':');
    return this.#database.transaction(actor, async (tx) => {
      if (kind === 'layer') {
        const version = await layerVersion(tx, id);
        return version === null ? null : { name, version, value: collection(await baseFeatures(tx, id)) };
      }
      if (kind !== 'raster') return null;
      const version = await rasterVersion(tx, id);
      const value = version === null ? null : await rasterOf(tx, id);
      return version === null || value === null ? null : { name, version, value };
    });
  }

  async #findExposed(actor: Actor): Promise<Found> {
    const reach = JSON.stringify(grantsOf(actor));
    const known = this.#exposed.get(reach);
    if (known) return known;
    const round = this.#round;
    const features = await this.#database.transaction(actor, readExposed);
    const found = { name: 'exposure', version: `${round} ${reach}`, value: collection(features) };
    if (round === this.#round) {
      if (this.#exposed.size >= mostReaches) this.#exposed.clear();
      this.#exposed.set(reach, found);
    }
    return found;
  }
}

async function readExposed(tx: Transaction): Promise<Feature[]> {
  const features = (await inhabitedAreas(tx)).map((feature) => withKind(feature, 'areas'));
  for (const { register, people, contact } of exposedRegisters) {
    const declaration = registerById(register);
    if (!declaration) throw new Error(`the exposed register ${register} is not declared`);
    for (const feature of await recordFeatures(tx, declaration, { people, contact })) features.push(withKind(feature, register));
  }
  return features;
}

function withKind(feature: Feature, kind: string): Feature {
  return { ...feature, properties: { ...feature.properties, kind } };
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
