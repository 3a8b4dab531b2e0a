// Geometry of a GeoPackage: a header (OGC 12-128r18, clause 2.1.3) before well-known binary (OGC 06-103r4, clause 8). Z and M are
// read over.

const mostDepth = 4;

/** `empty` without positions, `geometry` when it is damaged or of a type that GeoJSON does not have. */
export function geometryOfBlob(blob: Uint8Array): GeoJSON.Geometry | 'empty' | 'geometry' {
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50) return 'geometry';
  const flags = blob[3]!;
  if (flags & 0x10) return 'empty';
  const envelope = [0, 32, 48, 48, 64][(flags >> 1) & 7];
  if (envelope === undefined || flags & 0x20) return 'geometry';
  try {
    const reader = new WkbReader(blob, 8 + envelope);
    return reader.geometry(0);
  } catch (error) {
    // Reading past the end of a view.
    if (error instanceof RangeError) return 'geometry';
    throw error;
  }
}

class WkbReader {
  readonly #view: DataView;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = at;
  }

  geometry(depth: number): GeoJSON.Geometry | 'geometry' {
    const isLittle = this.#view.getUint8(this.#at) === 1;
    const code = this.#view.getUint32(this.#at + 1, isLittle);
    this.#at += 5;
    // ISO: thousands say Z, M, ZM; extended WKB: the highest bits.
    const type = (code & 0xffff) % 1000;
    const iso = Math.floor((code & 0xffff) / 1000);
    const size = 2 + (iso === 1 || iso === 2 ? 1 : iso === 3 ? 2 : 0) + (code & 0x8000_0000 ? 1 : 0) + (code & 0x4000_0000 ? 1 : 0);
    if (depth > mostDepth) return 'geometry';
    if (type === 1) return { type: 'Point', coordinates: this.#place(size, isLittle) };
    if (type === 2) return { type: 'LineString', coordinates: this.#line(size, isLittle) };
    if (type === 3) return { type: 'Polygon', coordinates: this.#list(isLittle, 4, () => this.#line(size, isLittle)) };
    if (type < 4 || type > 7) return 'geometry';
    const parts = this.#list(isLittle, 5, () => this.geometry(depth + 1));
    if (parts.includes('geometry')) return 'geometry';
    const whole = parts as GeoJSON.Geometry[];
    if (type === 7) return { type: 'GeometryCollection', geometries: whole };
    const name = ({ 4: 'MultiPoint', 5: 'MultiLineString', 6: 'MultiPolygon' } as const)[type as 4 | 5 | 6];
    return { type: name, coordinates: whole.map((part) => (part as GeoJSON.Point).coordinates) } as unknown as GeoJSON.Geometry;
  }

  #place(size: number, isLittle: boolean): number[] {
    const place = [this.#view.getFloat64(this.#at, isLittle), this.#view.getFloat64(this.#at + 8, isLittle)];
    this.#at += size * 8;
    return place;
  }

  #line(size: number, isLittle: boolean): number[][] {
    return this.#list(isLittle, size * 8, () => this.#place(size, isLittle));
  }

  /** @param leastBytes of each item, so that a damaged count cannot eat memory */
  #list<T>(isLittle: boolean, leastBytes: number, read: () => T): T[] {
    const count = this.#view.getUint32(this.#at, isLittle);
    this.#at += 4;
    if (count * leastBytes > this.#view.byteLength - this.#at) throw new RangeError('more items than bytes');
    return Array.from({ length: count }, read);
  }
}
