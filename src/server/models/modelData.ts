import type { Actor } from '#kernel/access/access.ts';
import type { Database } from '../storage/database.ts';
import { baseFeatures } from '../storage/baseLayers.ts';
import { layerVersion, rasterOf } from '../storage/modelData.ts';
import type { DataSource } from './modelDesk.ts';

/** What models may name as input: `layer:<id>` gives the features of a base layer, `raster:<id>` a raster. */
export function modelData(database: Database): DataSource {
  return (name: string, actor: Actor) =>
    database.transaction(actor, async (tx) => {
      const [kind = '', ...rest] = name.split(':');
      const id = rest.join(':');
      if (kind === 'layer') {
        const version = await layerVersion(tx, id);
        if (version === null) return null;
        return { name, version, value: { type: 'FeatureCollection', features: await baseFeatures(tx, id) } };
      }
      if (kind !== 'raster') return null;
      const value = await rasterOf(tx, id);
      return value && { name, version: `${value.columns}×${value.rows}`, value };
    });
}
