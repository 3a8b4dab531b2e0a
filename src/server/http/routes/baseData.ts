import { z } from 'zod';
import { isDatum } from '#geo/datum.ts';
import { representativePoint } from '#geo/centre.ts';
import { levelOf } from '#kernel/area/area.ts';
import { accept, refuse } from '#kernel/problem/refusal.ts';
import { Uploads, type Preview } from '../../baseData/uploads.ts';
import { saveAreas } from '../../storage/areas.ts';
import { baseLayers, removeBaseLayer, saveBaseLayer } from '../../storage/baseLayers.ts';
import type { Transaction } from '../../storage/database.ts';
import { writeJournal } from '../../storage/journal.ts';
import { emit } from '../../storage/outbox.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

const keepers = ['administrator'] as const;
const shown = 500;
const problemsShown = 1_000;

const importBody = z.strictObject({
  uploadId: z.uuid(),
  /** A layer of the map, or the outlines of divisions (property `code`). */
  target: z.enum(['layer', 'divisions']).default('layer'),
  layer: z
    .strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
      label: z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(60) }),
    })
    .optional(),
});

/** The county's own base data: look at a file, take it in, take a layer away. */
export function baseDataEndpoints({ context }: Services): Endpoint[] {
  const uploads = new Uploads(context.clock);
  return [
    endpoint({
      method: 'POST',
      path: '/api/v1/base/preview',
      summary: 'Read a GeoJSON or CSV file (multipart: file, datum, kind) and show what is in it; nothing is stored',
      access: keepers,
      handle: async ({ request }) => {
        if (!request.isMultipart())
          return refuse('media-type-unknown', 415, { zh: '请以表单文件方式上传', en: 'Send the file as multipart form data' });
        const part = await request.file();
        if (!part) return refuse('file-missing', 422, { zh: '没有选择文件', en: 'No file was sent' });
        const bytes = await part.toBuffer();
        const datum = fieldOf(part.fields, 'datum') ?? 'wgs84';
        const kind = fieldOf(part.fields, 'kind') ?? (part.filename.toLowerCase().endsWith('.csv') ? 'csv' : 'geojson');
        if (!isDatum(datum)) return refuse('datum-unknown', 422, { zh: `没有坐标系“${datum}”`, en: `There is no datum "${datum}"` });
        if (kind !== 'csv' && kind !== 'geojson')
          return refuse('format-unknown', 422, { zh: '只接受 GeoJSON 和 CSV', en: 'Only GeoJSON and CSV are read' });
        return accept(present(uploads.preview(part.filename, bytes, kind, datum)));
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/base/import',
      summary: 'Store a previewed file as a layer, or as outlines of divisions',
      access: keepers,
      body: importBody,
      handle: async ({ actor, body }) => {
        const held = uploads.find(body.uploadId);
        if (!held) return refuse('upload-gone', 410, { zh: '预览已过期，请重新上传', en: 'The preview has expired: send the file again' });
        if (body.target === 'layer' && (!body.layer || !held.kind))
          return refuse('layer-missing', 422, { zh: '请填写图层名称，文件中须有要素', en: 'Name the layer; the file must hold features' });
        const refused = held.problems.length;
        const stored = await context.database.transaction(actor, async (tx) => {
          const imported =
            body.target === 'divisions'
              ? await saveOutlines(tx, held)
              : await saveLayer(tx, held, body.layer as NonNullable<typeof body.layer>, context.clock.now());
          const id = body.target === 'divisions' ? 'divisions' : (body.layer?.id ?? '');
          await emit(tx, context.clock, [
            {
              type: 'layer.imported',
              areaCode: actor.areaCode,
              subject: { kind: 'baseLayer', id },
              demo: false,
              data: { imported, refused },
            },
          ]);
          await writeJournal(tx, context.clock, [
            {
              act: 'import',
              subjectKind: 'baseLayer',
              subjectId: id,
              areaCode: actor.areaCode,
              detail: { file: held.file, imported, refused },
            },
          ]);
          return { imported, refused };
        });
        // Only now: who is refused corrects the request and sends it again.
        uploads.drop(held.uploadId);
        return accept(stored);
      },
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/base/layers/{id}',
      summary: 'Take a layer away',
      access: keepers,
      params: z.object({ id: z.string() }),
      handle: async ({ actor, params: { id } }) =>
        context.database.transaction(actor, async (tx) => {
          const layer = (await baseLayers(tx)).find((candidate) => candidate.id === id);
          if (!layer || !(await removeBaseLayer(tx, id)))
            return refuse('layer-missing', 404, { zh: '没有这个图层', en: 'There is no such layer' });
          await emit(tx, context.clock, [
            { type: 'layer.removed', areaCode: actor.areaCode, subject: { kind: 'baseLayer', id }, demo: layer.demo, data: {} },
          ]);
          await writeJournal(tx, context.clock, [
            { act: 'remove', subjectKind: 'baseLayer', subjectId: id, areaCode: actor.areaCode, detail: { count: layer.count } },
          ]);
          return accept(null);
        }),
    }),
  ];
}

async function saveLayer(
  tx: Transaction,
  held: Preview,
  layer: { id: string; label: { zh: string; en: string } },
  importedAt: Date,
): Promise<number> {
  await saveBaseLayer(tx, { ...layer, kind: held.kind ?? 'point', demo: false, source: held.file, importedAt }, held.features);
  return held.features.length;
}

/** Outlines for the divisions whose code a feature names; others are left alone. */
async function saveOutlines(tx: Transaction, held: Preview): Promise<number> {
  const outlines = held.features.flatMap(({ geometry, properties }) => {
    const code = wordOf(properties, 'code', '代码');
    const level = levelOf(code);
    if (!level || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return [];
    const [lon, lat] = representativePoint(geometry);
    const name = wordOf(properties, 'name', '名称') || code;
    const parentCode = level === 'county' ? null : code.slice(0, level === 'township' ? 6 : 9);
    return [{ code, parentCode, level, name: { zh: name, en: name }, lon, lat, geometry, demo: false }];
  });
  await saveAreas(tx, outlines);
  return outlines.length;
}

function wordOf(properties: Record<string, unknown>, ...names: string[]): string {
  const value = names.map((name) => properties[name]).find((found) => typeof found === 'string' || typeof found === 'number');
  return value === undefined ? '' : String(value);
}

function fieldOf(fields: Record<string, unknown>, name: string): string | null {
  const value = (fields[name] as { value?: unknown } | undefined)?.value;
  return typeof value === 'string' ? value : null;
}

function present(preview: Preview) {
  const { features, problems, ...rest } = preview;
  return {
    ...rest,
    features: features.length,
    sample: { type: 'FeatureCollection', features: features.slice(0, shown) },
    problems: problems.slice(0, problemsShown),
    problemCount: problems.length,
  };
}
