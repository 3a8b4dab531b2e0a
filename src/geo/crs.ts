import { degrees, type LonLat, radians } from './position.ts';
import { type TransverseMercator, project, transverseMercatorOf, unproject } from './transverseMercator.ts';

// Coordinate reference systems that files name, by EPSG code or as well-known text (WKT of OGC 01-009 and its ESRI form in
// .prj files). Known are longitude and latitude on WGS-84 and CGCS2000, Gauss-Krüger on CGCS2000, UTM north and web Mercator.
// Beijing 1954 and Xi'an 1980 need parameters that differ from place to place and are not public: a file in them is
// refused, since any guess is wrong by tens to hundreds of metres.

export interface Crs {
  /** `EPSG:4527`, or the name the file gives. */
  readonly name: string;
  /** False when x and y are metres. */
  readonly isGeographic: boolean;
  /** Longitude and latitude of x (east) and y (north). */
  toLonLat(x: number, y: number): LonLat;
  /** x and y of a longitude and latitude. */
  fromLonLat(place: LonLat): [x: number, y: number];
}

/** Why a system is not taken: none named, or one that is not known, or one that needs local parameters. */
export type CrsFault = 'missing' | 'unknown' | 'local';

const geographic = new Set([4326, 4490, 4979, 4480]);
/** Beijing 1954 and Xi'an 1980, geographic and in their zones. */
const isLocal = (epsg: number) => epsg === 4214 || epsg === 4610 || (epsg >= 2327 && epsg <= 2442) || (epsg >= 21_413 && epsg <= 21_463);
const mercatorRadiusM = 6_378_137;

export function crsOfEpsg(epsg: number): Crs | CrsFault {
  const name = `EPSG:${epsg}`;
  if (geographic.has(epsg)) return plain(name);
  if (epsg === 3857 || epsg === 900_913) return webMercator(name);
  const projection = transverseMercatorOf(epsg);
  if (projection) return projected(name, projection);
  return isLocal(epsg) ? 'local' : 'unknown';
}

const plain = (name: string): Crs => ({
  name,
  isGeographic: true,
  toLonLat: (x, y) => [x, y],
  fromLonLat: ([lon, lat]) => [lon, lat],
});

/** Spherical Mercator of web maps (EPSG:3857). */
const webMercator = (name: string): Crs => ({
  name,
  isGeographic: false,
  toLonLat: (x, y) => [degrees(x / mercatorRadiusM), degrees(2 * Math.atan(Math.exp(y / mercatorRadiusM)) - Math.PI / 2)],
  fromLonLat: ([lon, lat]) => [mercatorRadiusM * radians(lon), mercatorRadiusM * Math.asinh(Math.tan(radians(lat)))],
});

const projected = (name: string, projection: TransverseMercator): Crs => ({
  name,
  isGeographic: false,
  toLonLat: (x, y) => unproject(projection, x, y),
  fromLonLat: (place) => project(projection, place),
});

/** The system of well-known text: by its own EPSG code when it has one, else by datum and projection parameters. */
export function crsOfWkt(wkt: string): Crs | CrsFault {
  if (wkt.trim() === '') return 'missing';
  const code = /(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$/i.exec(wkt.trim())?.[1];
  const byCode = code === undefined ? 'unknown' : crsOfEpsg(Number(code));
  if (byCode !== 'unknown') return byCode;
  const name = /^\s*\w+\s*\[\s*"([^"]*)"/.exec(wkt)?.[1] ?? '';
  const datum = /(?:DATUM|ENSEMBLE)\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1] ?? '';
  if (/Beijing.?1954|Xian.?1980|Krasovsky|Pulkovo/i.test(datum)) return 'local';
  if (!/China.?2000|CGCS.?2000|WGS.?_?(19)?84/i.test(datum)) return 'unknown';
  if (/^\s*(GEOGCS|GEOGCRS|GEODCRS)/i.test(wkt)) return plain(name);
  return crsOfProjection(wkt, name);
}

function crsOfProjection(wkt: string, name: string): Crs | CrsFault {
  const method = /(?:PROJECTION|METHOD)\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1] ?? '';
  const parameter = (pattern: string, otherwise: number): number =>
    Number(new RegExp(`PARAMETER\\s*\\[\\s*"(?:${pattern})"\\s*,\\s*([-+.\\deE]+)`, 'i').exec(wkt)?.[1] ?? otherwise);
  if (/Mercator_Auxiliary_Sphere|Pseudo.?Mercator/i.test(method)) return webMercator(name);
  if (!/^(Transverse.?Mercator|Gauss.?Kr.{1,2}ger)$/i.test(method)) return 'unknown';
  const unit = Number([...wkt.matchAll(/UNIT\s*\[\s*"[^"]*"\s*,\s*([-+.\deE]+)/gi)].at(-1)?.[1] ?? 1);
  const originLat = parameter('latitude.of.(?:natural.)?origin', 0);
  const falseNorthing = parameter('false.northing', 0);
  const centralMeridian = parameter('central.meridian|longitude.of.(?:natural.)?origin', Number.NaN);
  if (originLat !== 0 || falseNorthing !== 0 || unit !== 1 || !Number.isFinite(centralMeridian)) return 'unknown';
  return projected(name, {
    centralMeridian,
    scale: parameter('scale.factor(?:.at.natural.origin)?', 1),
    falseEasting: parameter('false.easting', 0),
  });
}

/** Words for a system that is not taken. */
export function crsFaultText(fault: CrsFault, name: string): { zh: string; en: string } {
  const known = {
    zh: 'WGS-84、CGCS2000 经纬度，CGCS2000 高斯-克吕格，UTM 北，EPSG:3857',
    en: 'WGS-84 and CGCS2000 degrees, CGCS2000 Gauss-Krüger, UTM north, EPSG:3857',
  };
  if (fault === 'missing')
    return {
      zh: `文件没有说明投影或坐标系；请在“坐标系编号”填 EPSG 代码后重试（可用：${known.zh}）`,
      en: `The file names no projection or coordinate system: enter its EPSG code and try again (known: ${known.en})`,
    };
  if (fault === 'local')
    return {
      zh: `“${name}”是北京 54 或西安 80 坐标系，转换需要当地参数；请先由测绘部门转换为 CGCS2000`,
      en: `"${name}" is Beijing 1954 or Xi'an 1980, which needs local parameters: have it converted to CGCS2000 first`,
    };
  return {
    zh: `不认识坐标系“${name}”；请先转换（可用：${known.zh}）`,
    en: `The coordinate system "${name}" is not known: convert the file first (known: ${known.en})`,
  };
}
