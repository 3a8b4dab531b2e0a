import type { Feature, FeatureCollection } from 'geojson';
import { grantsOf, type Actor } from '#kernel/access/access.ts';
import { exposedRegisters } from '#rooms/decision/scenarios/exposure.ts';
import { registerById } from '#rooms/rooms.ts';
import { inhabitedAreas } from '../storage/areas.ts';
import { baseFeaturesFrom } from '../storage/baseLayers.ts';
import type { Database, Transaction } from '../storage/database.ts';
import { layerVersion, rasterOf, rasterVersion } from '../storage/modelData.ts';
import { recordFeatures } from '../storage/recordLayers.ts';
import type { SharedSource } from './modelThread.ts';

const exposedKinds = new Set(['area', ...exposedRegisters.map(({ register }) => register)]);
/** Reaches whose exposed records are held; more than a county has is not needed. */
const mostReaches = 20;
const pieceSize = 1_000;

/**
 * What models may name as input: `layer:<id>` the features of a base layer, `raster:<id>` a raster, `exposure` everything a
 * hazard can meet, as far as the actor may see it.
 */
export class ModelData {
  readonly #database: Database;
  /** Exposed records by reach, until one of them changes. */
  readonly #exposed = new Map<string, SharedSource>();
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

  /** Only the version is asked for here: what a thread holds already is not read again. */
  async find(name: string, actor: Actor): Promise<SharedSource | null> {
    if (name === 'exposure') return this.#findExposed(actor);
    const [kind = '', ...rest] = name.split(':');
    const id = rest.join(':');
    const within = <T>(work: (tx: Transaction) => Promise<T>) => this.#database.transaction(actor, work);
    if (kind === 'layer') {
      const version = await within((tx) => layerVersion(tx, id));
      return version === null ? null : { name, version, load: { pieces: () => this.#pieces(id, actor) } };
    }
    if (kind !== 'raster') return null;
    const version = await within((tx) => rasterVersion(tx, id));
    return version === null ? null : { name, version, load: { value: () => within((tx) => rasterOf(tx, id)) } };
  }

  /** Features of a layer in pieces: reading and handing on one takes some milliseconds. */
  async *#pieces(id: string, actor: Actor): AsyncGenerator<Feature[]> {
    for (let from = 0; ; from += pieceSize) {
      const features = await this.#database.transaction(actor, (tx) => baseFeaturesFrom(tx, id, from, pieceSize));
      yield features;
      if (features.length < pieceSize) return;
    }
  }

  async #findExposed(actor: Actor): Promise<SharedSource> {
    const reach = JSON.stringify(grantsOf(actor));
    const known = this.#exposed.get(reach);
    if (known) return known;
    const round = this.#round;
    const features = await this.#database.transaction(actor, readExposed);
    const value = collection(features);
    const found: SharedSource = { name: 'exposure', version: `${round} ${reach}`, load: { value: async () => value } };
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
    for (const feature of await recordFeatures(tx, declaration, { people, contact, division: 'areaCode' }))
      features.push(withKind(feature, register));
  }
  return features;
}

function withKind(feature: Feature, kind: string): Feature {
  return { ...feature, properties: { ...feature.properties, kind } };
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
