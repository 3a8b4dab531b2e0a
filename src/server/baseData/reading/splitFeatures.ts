import { FileRefused } from './reader.ts';

// Cuts the features out of GeoJSON text that comes in pieces, without ever holding the whole of it.

/** No feature of a county is larger, characters. */
const mostFeatureLength = 32 * 1024 * 1024;
/** What may stand before the list of features. */
const mostHeadLength = 1024 * 1024;

export interface FeatureSplitter {
  write(piece: string): void;
  /** @throws FileRefused when the list did not end: the file is cut off */
  finish(): void;
  readonly rows: number;
}

/**
 * @param hear gets the text of each member of `features` and its number, from 1
 * @throws FileRefused when there is no such list, the system is another, or a feature is too large
 */
export function splitFeatures(hear: (text: string, row: number) => void): FeatureSplitter {
  let state: 'head' | 'list' | 'after' = 'head';
  let held = '';
  /** Where scanning goes on in `held`, and where the present member begins; −1 between members. */
  let at = 0;
  let begin = -1;
  let depth = 0;
  let inText = false;
  let rows = 0;

  const head = (): void => {
    const found = /"features"\s*:\s*\[/.exec(held);
    if (!found) {
      if (held.length > mostHeadLength)
        throw new FileRefused('type', null, '不是 GeoJSON：应为 FeatureCollection', 'Not GeoJSON: a FeatureCollection is expected');
      return;
    }
    const crs = /"crs"\s*:\s*\{[^]*?"name"\s*:\s*"([^"]*)"/.exec(held.slice(0, found.index))?.[1];
    if (crs !== undefined && !/(CRS:?:?84|4326|4490)$/.test(crs))
      throw new FileRefused(
        'crs',
        crs,
        '文件声明了其他坐标系，请先转换为经纬度（WGS-84 或 CGCS2000）',
        'The file names another coordinate reference system: convert it to degrees (WGS-84 or CGCS2000) first',
      );
    state = 'list';
    at = found.index + found[0].length;
  };

  const list = (): void => {
    for (; at < held.length; at += 1) {
      const mark = held.charCodeAt(at);
      if (inText) {
        // A backslash takes the next character with it.
        if (mark === 0x5c) at += 1;
        else if (mark === 0x22) inText = false;
      } else if (mark === 0x22) {
        inText = true;
        if (begin < 0) begin = at;
      } else if (mark === 0x7b || mark === 0x5b) {
        if (begin < 0) begin = at;
        depth += 1;
      } else if (mark === 0x5d && depth === 0) {
        state = 'after';
        return;
      } else if (mark === 0x7d || mark === 0x5d) {
        depth -= 1;
        if (depth > 0) continue;
        rows += 1;
        hear(held.slice(begin, at + 1), rows);
        begin = -1;
      }
    }
  };

  return {
    write(piece) {
      if (state === 'after') return;
      held += piece;
      if (state === 'head') head();
      if (state !== 'list') return;
      list();
      const keepFrom = begin < 0 ? at : begin;
      held = held.slice(keepFrom);
      at -= keepFrom;
      if (begin >= 0) begin = 0;
      if (held.length > mostFeatureLength)
        throw new FileRefused(
          'limit',
          rows + 1,
          `第 ${rows + 1} 个要素超过 ${mostFeatureLength / 1024 / 1024} MB`,
          `Feature ${rows + 1} is larger than ${mostFeatureLength / 1024 / 1024} MB`,
        );
    },
    finish() {
      if (state === 'head')
        throw new FileRefused('type', null, '不是 GeoJSON：应为 FeatureCollection', 'Not GeoJSON: a FeatureCollection is expected');
      if (state === 'list')
        throw new FileRefused(
          'json',
          rows,
          `文件在第 ${rows} 个要素之后断了，可能未传完`,
          `The file breaks off after feature ${rows}; it may not be complete`,
        );
    },
    get rows() {
      return rows;
    },
  };
}
