import { readGeoPackage } from './geoPackage.ts';
import { readGeoTiff } from './geoTiff.ts';
import { readOsm } from './osm.ts';
import { FileRefused, keptBox, type Format, type Reading, type ReadingJob } from './reader.ts';
import { readText } from './readText.ts';
import { readShapefiles } from './shapefile.ts';
import { sniff } from './sniff.ts';
import { Spool } from './spool.ts';

/**
 * Reads a file of any known format into the job's folder.
 * @throws FileRefused when the file as a whole is not taken; single features are refused in `problems`
 */
export async function readFile(job: ReadingJob, progress: (done: number) => void): Promise<Reading> {
  const { format, isGzip } = sniff(job.path, job.file);
  const spool = new Spool(job.folder, keptBox(job));
  await readers[format](job, spool, progress, isGzip);
  const layers = spool.finish();
  const { rows, raster, problems, problemCount, notes } = spool;
  return { format, rows, layers, raster, problems, problemCount, notes };
}

type Read = (job: ReadingJob, spool: Spool, progress: (done: number) => void, isGzip: boolean) => void | Promise<void>;

const readers: Record<Format, Read> = {
  geojson: (job, spool, progress, isGzip) => readText(job, spool, progress, 'geojson', isGzip),
  csv: (job, spool, progress, isGzip) => readText(job, spool, progress, 'csv', isGzip),
  geopackage: readGeoPackage,
  geotiff: readGeoTiff,
  shapefile: readShapefiles,
  pmtiles: () => {
    // Features of tiles are cut at their rims and thinned out: a road would be in pieces and a shelter stand beside itself.
    throw new FileRefused(
      'tiles',
      'pmtiles',
      'PMTiles 是裁切、简化过的地图切片，不能作为基础数据；请导入切片的来源文件（OSM、Shapefile、GeoPackage）',
      'PMTiles holds map tiles, cut and thinned out, which cannot serve as base data: import what the tiles were made of (OSM, Shapefile, GeoPackage)',
    );
  },
  'osm-xml': (job, spool, progress, isGzip) => readOsm(job, spool, progress, isGzip ? 'xml-gz' : 'xml'),
  'osm-pbf': (job, spool, progress) => readOsm(job, spool, progress, 'pbf'),
};
