import { z } from 'zod';
import { datums, isDatum } from '#geo/datum.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import { join } from 'node:path';
import { ImportDesk, type Upload } from '../../baseData/importDesk.ts';
import type { ReadingOptions } from '../../baseData/reading/reader.ts';
import { storeReading } from '../../baseData/storeReading.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';

// Files of base data: sent, read in the background, looked at, stored in the background, cancelled at any time.

const keepers = ['administrator'] as const;
/** Largest file of base data, bytes: a national elevation model in tiles is read by windows. */
export const baseUploadLimit = 5 * 1024 ** 3;

const label = z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(60) });
const layerId = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);
const importBody = z.strictObject({
  /** Layers of the file that become layers of the map. */
  layers: z
    .array(z.strictObject({ from: z.string().max(200), id: layerId, label }))
    .max(100)
    .default([]),
  /** The layer of the file that holds outlines of divisions (property `code`). */
  divisions: z.string().max(200).nullable().default(null),
  /** Terrain, for files that hold it. */
  raster: z.strictObject({ id: layerId, label }).nullable().default(null),
});
const byId = z.object({ id: z.uuid() });

const gone = refuse('upload-gone', 410, { zh: '预览已过期，请重新上传', en: 'The preview has expired: send the file again' });

export function baseImportEndpoints(services: Services): Endpoint[] {
  const { context, setup, documents } = services;
  const folder = join(documents.dataFolder, 'imports');
  const desk = new ImportDesk(folder, context.clock, (error, where) => services.report(error, where));
  return [
    endpoint({
      method: 'POST',
      path: '/api/v1/base/uploads',
      summary: 'Send a file of base data (multipart: datum, extent, epsg, encoding, cell, file last); it is read in the background',
      access: keepers,
      status: 202,
      handle: async ({ actor, request }) => {
        if (!request.isMultipart())
          return refuse('media-type-unknown', 415, { zh: '请以表单文件方式上传', en: 'Send the file as multipart form data' });
        const part = await request.file({ limits: { fileSize: baseUploadLimit } });
        if (!part) return refuse('file-missing', 422, { zh: '没有选择文件', en: 'No file was sent' });
        const options = optionsOf(part.fields);
        if (!options.ok) {
          part.file.resume();
          return options;
        }
        const upload = await desk.receive(
          part.filename,
          part.file,
          options.value,
          setup.county?.bbox ?? null,
          actor,
          () => part.file.truncated,
        );
        if (!upload)
          return refuse('upload-too-large', 413, {
            zh: `文件不超过 ${baseUploadLimit / 1024 ** 3} GB`,
            en: `A file has at most ${baseUploadLimit / 1024 ** 3} GB`,
          });
        return accept(present(upload));
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/base/uploads/{id}',
      summary: 'How far a file is, what is in it, what was refused and why',
      access: keepers,
      params: byId,
      handle: async ({ actor, params: { id } }) => {
        const upload = desk.find(id, actor);
        return upload ? accept(present(upload)) : gone;
      },
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/base/uploads/{id}',
      summary: 'Stop reading or importing a file and take it away; nothing of it stays',
      access: keepers,
      params: byId,
      handle: async ({ actor, params: { id } }) => {
        const upload = desk.find(id, actor);
        if (!upload) return gone;
        await desk.drop(upload);
        return accept(null);
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/base/uploads/{id}/import',
      summary: 'Store layers, outlines or terrain of a file that was read; done in the background, all or nothing',
      access: keepers,
      params: byId,
      body: importBody,
      status: 202,
      handle: async ({ actor, params: { id }, body }) => {
        const upload = desk.find(id, actor);
        if (!upload) return gone;
        const { reading } = upload;
        const names = new Set(reading?.layers.map(({ name }) => name));
        const wrong = [...body.layers.map(({ from }) => from), ...(body.divisions === null ? [] : [body.divisions])].find(
          (name) => !names.has(name),
        );
        if (reading && wrong !== undefined)
          return refuse('layer-missing', 422, { zh: `文件中没有图层“${wrong}”`, en: `The file has no layer "${wrong}"` });
        if (new Set(body.layers.map((each) => each.id)).size < body.layers.length)
          return refuse('layer-twice', 422, { zh: '两个图层用了同一个标识', en: 'Two layers have the same id' });
        if (body.layers.length === 0 && body.divisions === null && !(body.raster && reading?.raster))
          return refuse('layer-missing', 422, { zh: '请至少选择一个图层', en: 'Choose at least one layer' });
        const begun = desk.store(upload, (hear) => {
          if (!reading) throw new Error('stored before it was read');
          return storeReading(context, actor, upload, reading, body, hear);
        });
        return begun.ok ? accept(present(upload)) : begun;
      },
    }),
  ];
}

type Parts = Record<string, unknown>;

function optionsOf(fields: Parts): Outcome<ReadingOptions> {
  const datum = fieldOf(fields, 'datum') ?? 'wgs84';
  if (!isDatum(datum))
    return refuse('datum-unknown', 422, {
      zh: `没有坐标系“${datum}”；可用 ${Object.keys(datums).join('、')}`,
      en: `There is no datum "${datum}"; known are ${Object.keys(datums).join(', ')}`,
    });
  const extent = fieldOf(fields, 'extent') ?? 'county';
  if (extent !== 'county' && extent !== 'all')
    return refuse('extent-unknown', 422, { zh: 'extent 应为 county 或 all', en: 'extent must be county or all' });
  const encoding = fieldOf(fields, 'encoding') ?? 'auto';
  if (encoding !== 'auto' && encoding !== 'utf-8' && encoding !== 'gb18030')
    return refuse('encoding-unknown', 422, { zh: 'encoding 应为 auto、utf-8 或 gb18030', en: 'encoding must be auto, utf-8 or gb18030' });
  const epsg = numberOf(fields, 'epsg');
  if (epsg !== null && !(Number.isInteger(epsg) && epsg > 1000 && epsg < 100_000))
    return refuse('epsg-invalid', 422, { zh: 'epsg 应为四到六位整数', en: 'epsg must be a whole number such as 4527' });
  const cellM = numberOf(fields, 'cell');
  if (cellM !== null && !(cellM >= 1 && cellM <= 1000))
    return refuse('cell-invalid', 422, { zh: '格子边长应为 1 至 1000 m', en: 'the cell must be 1 to 1000 m' });
  return accept({ datum, extent, encoding, epsg, cellM });
}

function fieldOf(fields: Parts, name: string): string | null {
  const value = (fields[name] as { value?: unknown } | undefined)?.value;
  return typeof value === 'string' && value !== '' ? value : null;
}

function numberOf(fields: Parts, name: string): number | null {
  const text = fieldOf(fields, name);
  return text === null ? null : Number(text);
}

function present({ uploadId, file, bytes, state, progress, fault, reading, result }: Upload) {
  return { uploadId, file, bytes, state, progress, fault, result, reading: reading && presentReading(reading) };
}

/** Without the places of files on our disk. */
function presentReading({ layers, raster, ...rest }: NonNullable<Upload['reading']>) {
  return {
    ...rest,
    layers: layers.map(({ sample, ...layer }) => ({ ...layer, path: undefined, sample: { type: 'FeatureCollection', features: sample } })),
    raster: raster && { ...raster, path: undefined },
  };
}
