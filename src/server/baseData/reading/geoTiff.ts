import { statSync } from 'node:fs';
import { fromFile, type GeoTIFF, type GeoTIFFImage } from 'geotiff';
import { crsFaultText, crsOfEpsg, type Crs } from '#geo/crs.ts';
import { metresPerDegree, type Bbox } from '#geo/position.ts';
import { FileRefused, type ReadingJob } from './reader.ts';
import { resample, type RasterPlan, type RasterSource } from './resample.ts';
import type { Spool } from './spool.ts';
import { storeTerrain } from './terrain.ts';

// Terrain from GeoTIFF (OGC 19-008r4; BigTIFF too), read by windows: of a file of any size only what the county needs, and of
// that only some rows at a time. It becomes a grid in WGS-84 degrees.

/** More cells than the flood model takes in a county. */
const mostCells = 8_000_000;
/** A tile or strip is read whole; a larger one would not fit into bounded memory, bytes. */
const mostBlockBytes = 256 * 1024 * 1024;
const terrainMarginDeg = 0.02;
const metre = 9001;
/** m of the vertical units a file may name: EPSG codes and GDAL's words. */
const unitsM: Readonly<Record<string, number>> = {
  9001: 1,
  9002: 0.3048,
  9003: 1200 / 3937,
  m: 1,
  metre: 1,
  meter: 1,
  metres: 1,
  meters: 1,
  dm: 0.1,
  cm: 0.01,
  mm: 0.001,
  ft: 0.3048,
  foot: 0.3048,
  'us survey foot': 1200 / 3937,
};

export async function readGeoTiff(job: ReadingJob, spool: Spool, progress: (done: number) => void): Promise<void> {
  try {
    const tiff = await fromFile(job.path);
    try {
      await readTerrain(tiff, job, spool, progress);
    } finally {
      await tiff.close();
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    // The library throws plain errors for whatever it cannot read: a file cut off, a compression it does not know.
    throw new FileRefused(
      'geotiff',
      (error as Error).message,
      `GeoTIFF 读不下去，可能已损坏、未传完或用了不支持的压缩：${(error as Error).message}`,
      `The GeoTIFF cannot be read; it may be damaged, cut off or packed in an unknown way: ${(error as Error).message}`,
    );
  }
}

async function readTerrain(tiff: GeoTIFF, job: ReadingJob, spool: Spool, progress: (done: number) => void): Promise<void> {
  const first = await tiff.getImage(0);
  const crs = crsOf(first, job.options.epsg);
  const source = await sourceOf(first, crs, job);
  const plan = planOf(source, job);
  const image = await bestImage(tiff, first, plan, source);
  await checkBlocks(image.image, statSync(job.path).size);
  if (plan.note) spool.notes.push(plan.note);
  spool.notes.push({
    zh: `坐标系 ${crs.name}；转换为 WGS-84 经纬度格网，${image.method === 'mean' ? '按格平均' : '双线性插值'}重采样；高程单位换算为米（×${source.scale}）`,
    en: `${crs.name}; turned into a grid of WGS-84 degrees by ${image.method === 'mean' ? 'means over cells' : 'bilinear interpolation'}; heights in metres (×${source.scale})`,
  });
  const grid = await resample(image.image, image.source, plan, image.method, progress);
  storeTerrain(grid, plan, spool, job.file);
}

function crsOf(image: GeoTIFFImage, given: number | null): Crs {
  const keys = image.getGeoKeys();
  const own: unknown = keys?.ProjectedCSTypeGeoKey ?? keys?.GeographicTypeGeoKey;
  const epsg = typeof own === 'number' && own !== 32_767 ? own : given;
  const name = String(keys?.GTCitationGeoKey ?? keys?.PCSCitationGeoKey ?? (epsg === null ? '' : `EPSG:${epsg}`));
  const crs = epsg === null ? 'missing' : crsOfEpsg(epsg);
  if (typeof crs === 'object') return crs;
  const { zh, en } = crsFaultText(crs, name);
  throw new FileRefused('crs', epsg ?? null, zh, en);
}

async function sourceOf(image: GeoTIFFImage, crs: Crs, { options }: ReadingJob): Promise<RasterSource> {
  const transformation = image.fileDirectory.getValue('ModelTransformation');
  if (transformation && (transformation[1] !== 0 || transformation[4] !== 0))
    throw new FileRefused(
      'rotated',
      null,
      '栅格是旋转的，请先用 gdalwarp 转正',
      'The raster is rotated: turn it north up with gdalwarp first',
    );
  const [x = 0, y = 0] = image.getOrigin();
  const [stepX = 0, stepY = 0] = image.getResolution();
  if (!(stepX > 0 && stepY < 0))
    throw new FileRefused('georeference', [stepX, stepY], '没有地理定位（原点和分辨率）', 'It has no georeference (origin and resolution)');
  // A value at a point is the middle of its cell.
  const half = image.getGeoKeys()?.GTRasterTypeGeoKey === 2 ? 0.5 : 0;
  const described = (await image.getGDALMetadata(0)) ?? {};
  const unit = String(described['UNITTYPE'] ?? image.getGeoKeys()?.VerticalUnitsGeoKey ?? metre).toLowerCase();
  const unitM = unitsM[unit];
  if (unitM === undefined) throw new FileRefused('unit', unit, `不认识高程单位“${unit}”`, `The unit of height "${unit}" is not known`);
  return {
    crs,
    datum: options.datum,
    west: x - half * stepX,
    north: y - half * stepY,
    stepX,
    stepY: -stepY,
    columns: image.getWidth(),
    rows: image.getHeight(),
    noData: image.getGDALNoData(),
    scale: Number(described['SCALE'] ?? 1) * unitM,
    offset: Number(described['OFFSET'] ?? 0) * unitM,
  };
}

/** The grid that is wanted: which box, which cell. */
function planOf(source: RasterSource, { options, county }: ReadingJob): RasterPlan {
  const file = boxOf(source);
  const wanted: Bbox =
    options.extent === 'all' || !county
      ? file
      : [county[0] - terrainMarginDeg, county[1] - terrainMarginDeg, county[2] + terrainMarginDeg, county[3] + terrainMarginDeg];
  const box: Bbox = [
    Math.max(file[0], wanted[0]),
    Math.max(file[1], wanted[1]),
    Math.min(file[2], wanted[2]),
    Math.min(file[3], wanted[3]),
  ];
  if (!(box[0] < box[2] && box[1] < box[3]))
    throw new FileRefused(
      'outside-county',
      file.map((each) => Math.round(each * 1e4) / 1e4),
      `栅格范围（西、南、东、北）${file.map((each) => each.toFixed(4)).join('、')} 不在本县；请核对坐标系，或选“文件的全部”`,
      `The raster spans (west, south, east, north) ${file.map((each) => each.toFixed(4)).join(', ')}, outside the county: check its coordinate system, or take all of the file`,
    );
  const metres = metresPerDegree((box[1] + box[3]) / 2);
  const nativeM = source.crs.isGeographic ? source.stepY * metres.lat : source.stepY;
  const wishedM = options.cellM ?? nativeM;
  const cells = ((box[2] - box[0]) * metres.lon * ((box[3] - box[1]) * metres.lat)) / wishedM ** 2;
  const cellM = cells > mostCells ? wishedM * Math.sqrt(cells / mostCells) : wishedM;
  const [cellX, cellY] = [cellM / metres.lon, cellM / metres.lat];
  const [columns, rows] = [Math.max(1, Math.floor((box[2] - box[0]) / cellX)), Math.max(1, Math.floor((box[3] - box[1]) / cellY))];
  const note =
    cells > mostCells
      ? {
          zh: `按 ${wishedM.toFixed(1)} m 会有 ${Math.round(cells / 1e6)} 百万格，最多 ${mostCells / 1e6} 百万；改为每格 ${cellM.toFixed(1)} m`,
          en: `Cells of ${wishedM.toFixed(1)} m would be ${Math.round(cells / 1e6)} million, at most ${mostCells / 1e6} are kept; cells are ${cellM.toFixed(1)} m instead`,
        }
      : null;
  return { west: box[0], north: box[3], cellX, cellY, columns, rows, cellM, note };
}

/** Box of the raster in degrees, from points along its edges: an edge of a projected raster is no parallel. */
function boxOf({ crs, west, north, stepX, stepY, columns, rows }: RasterSource): Bbox {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at <= 8; at += 1) {
    const [x, y] = [west + (columns * stepX * at) / 8, north - (rows * stepY * at) / 8];
    for (const [px, py] of [
      [x, north],
      [x, north - rows * stepY],
      [west, y],
      [west + columns * stepX, y],
    ] as const) {
      const [lon, lat] = crs.toLonLat(px, py);
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  }
  if (!box.every(Number.isFinite) || box[0] < -180.001 || box[2] > 360 || Math.abs(box[1]) > 90.001 || Math.abs(box[3]) > 90.001)
    throw new FileRefused(
      'crs',
      box,
      `栅格坐标超出 ${crs.name} 的范围，坐标系说明有误`,
      `The coordinates of the raster do not fit ${crs.name}: the file names the wrong system`,
    );
  return box;
}

/** The coarsest image of the file that is still finer than the wanted cell, so that little is read. */
async function bestImage(
  tiff: GeoTIFF,
  first: GeoTIFFImage,
  plan: RasterPlan,
  source: RasterSource,
): Promise<{ image: GeoTIFFImage; source: RasterSource; method: 'mean' | 'bilinear' }> {
  const cell = source.crs.isGeographic ? plan.cellY : plan.cellM;
  let best = { image: first, source };
  const count = await tiff.getImageCount();
  for (let at = 1; at < count; at += 1) {
    const image = await tiff.getImage(at);
    const isOverview = image.fileDirectory.getValue('NewSubfileType') === 1;
    const factor = source.columns / image.getWidth();
    if (!isOverview || source.stepY * factor > cell || image.getWidth() >= best.image.getWidth()) continue;
    best = {
      image,
      source: {
        ...source,
        stepX: source.stepX * factor,
        stepY: (source.stepY * source.rows) / image.getHeight(),
        columns: image.getWidth(),
        rows: image.getHeight(),
      },
    };
  }
  return { ...best, method: cell / best.source.stepY > 1.5 ? 'mean' : 'bilinear' };
}

async function checkBlocks(image: GeoTIFFImage, size: number): Promise<void> {
  const bytes = image.getTileWidth() * image.getTileHeight() * image.getBytesPerPixel();
  if (bytes > mostBlockBytes)
    throw new FileRefused(
      'block',
      bytes,
      `文件的一个数据块有 ${Math.round(bytes / 1024 / 1024)} MB，无法分块读取；请用 gdal_translate -co TILED=YES 重写后再传`,
      `One block of the file has ${Math.round(bytes / 1024 / 1024)} MB, so it cannot be read by windows: rewrite it with gdal_translate -co TILED=YES`,
    );
  const [offsets, counts] = await Promise.all(
    image.isTiled
      ? [image.fileDirectory.loadValue('TileOffsets'), image.fileDirectory.loadValue('TileByteCounts')]
      : [image.fileDirectory.loadValue('StripOffsets'), image.fileDirectory.loadValue('StripByteCounts')],
  );
  let end = 0;
  for (const [at, offset] of Array.from((offsets ?? []) as ArrayLike<number>).entries())
    end = Math.max(end, Number(offset) + Number((counts as ArrayLike<number>)[at] ?? 0));
  // What lies beyond the end would be read as zeros.
  if (end > size)
    throw new FileRefused(
      'cut-off',
      size,
      `文件应有 ${end} 字节，只有 ${size}，没有传完`,
      `The file should have ${end} bytes and has ${size}: it is cut off`,
    );
}
