import type { Quantiles } from './quantiles.ts';

// Rows of the table about readings: what they take, what showing and pushing them costs, ingest beside others, faults.

type Result = Record<string, unknown>;

export interface RowText {
  measure: string;
  result: string;
  bar: string;
  met: boolean | null;
}

/** The latest result that fits, made into a row; none when there is no result. */
type MakeRow<R> = (name: string, fits: Result, make: (result: Result) => RowText) => R[];

const ms = ({ p50, p99, n }: Quantiles) => `p50 ${p50 ?? '—'} ms, p99 ${p99 ?? '—'} ms (n = ${n})`;

const storeRows = <R>(row: MakeRow<R>): R[] => [
  ...row(
    'sealed',
    { what: 'bytes' },
    ({ readings, bytesPerReading, rowBytesPerReading, lost, cpuUsPerReading, payloadOf, isWithinBar }) => ({
      measure: `打包后每读数字节 Bytes per packed reading，${Number(readings)} 条 readings`,
      result: `${Number(bytesPerReading)} B，打包前 as rows ${Number(rowBytesPerReading)} B；丢 lost ${Number(lost)}；打包 packing ${Number(cpuUsPerReading)} µs/条 each；其中数据 payload ${Object.entries(
        payloadOf as Record<string, number>,
      )
        .map(([kind, bytes]) => `${kind} ${bytes}`)
        .join(', ')}`,
      bar: '≤ 4 B，丢 lost 0',
      met: isWithinBar === true,
    }),
  ),
  ...row('history', { what: 'curve' }, ({ readings, firstMs, ms: took, monthMs, isWithinBar }) => ({
    measure: `一个测点一年 One year of a point，${Number(readings)} 条 readings`,
    result: `${ms(took as Quantiles)}，重启后第一次 first after a restart ${Number(firstMs)} ms；一个月 a month ${ms(monthMs as Quantiles)}`,
    bar: '≤ 300 ms，每次 every time',
    met: isWithinBar === true,
  })),
  ...row('history', { what: 'latest' }, ({ points, ms: took, isWithinBar }) => ({
    measure: `${Number(points)} 个测点的最新值 Latest values`,
    result: ms(took as Quantiles),
    bar: 'p99 ≤ 50 ms',
    met: isWithinBar === true,
  })),
  ...row('history', { what: 'growth' }, ({ small, large, storeRatio, weekRatio, isWithinBar }) => {
    const [few, many] = [small, large] as { readings: number; storeUs: Quantiles; weekMs: Quantiles }[];
    return {
      measure: `${few?.readings ?? 0} → ${many?.readings ?? 0} 条读数 readings`,
      result: `写入 storing ${few?.storeUs.p50 ?? '—'} → ${many?.storeUs.p50 ?? '—'} µs/条 each：${Number(storeRatio)}×；一周曲线 a week's curve ${few?.weekMs.p50 ?? '—'} → ${many?.weekMs.p50 ?? '—'} ms：${Number(weekRatio)}×`,
      bar: '≤ 1.2×',
      met: isWithinBar === true,
    };
  }),
];

const deskRows = <R>(row: MakeRow<R>): R[] => [
  ...[100, 400].flatMap((perSecond) =>
    row('fanOut', { what: 'delivery', perSecond }, ({ desks, usPerDelivery, missing, latencyMs, isWithinBar }) => ({
      measure: `推送到 ${Number(desks)} 个值班台 Push to open desks，${perSecond}/s`,
      result: `${Number(usPerDelivery)} µs/次 per delivery；缺 missing ${Number(missing)}；${ms(latencyMs as Quantiles)}`,
      bar: '≤ 8 µs',
      met: isWithinBar === true,
    })),
  ),
  ...row('fanOut', { what: 'slow readers' }, ({ sleepers, cutOff, cutOffMs, missing, latencyMs, isWithinBar }) => ({
    measure: `${Number(sleepers)} 个不读的值班台 Desks that never read`,
    result: `切断 cut off ${Number(cutOff)}，${Number(cutOffMs)} ms；其余缺 missing at the others ${Number(missing)}，${ms(latencyMs as Quantiles)}`,
    bar: '全部切断 all cut off，其余 others 0',
    met: isWithinBar === true,
  })),
];

interface Shape {
  shape: 'single' | 'joined';
  wantedPerSecond: number | null;
  words: string;
}

const shapes: readonly Shape[] = [
  { shape: 'single', wantedPerSecond: null, words: '2000 个连接各一条在途 2,000 sockets, one under way' },
  { shape: 'joined', wantedPerSecond: null, words: '20 个连接，成批 20 sockets, joined' },
  { shape: 'single', wantedPerSecond: 6_500, words: '6500 条/秒 messages/s' },
];
/** Bars of the plan: seconds for a million messages, and shares of what others need for the same. */
const bars: Readonly<Record<string, number>> = { 'single floor': 35, 'joined floor': 2.5, 'single mosquitto': 1.1, 'single nodeRed': 0.6 };

const peerRows = <R>(row: MakeRow<R>, latest: (name: string, fits: Result) => Result | undefined): R[] =>
  shapes.flatMap(({ shape, wantedPerSecond, words }) =>
    ['floor', 'mosquitto', 'nodeRed'].flatMap((peer) => {
      const fits = { shape, wantedPerSecond };
      const other = latest('ingestPeers', { ...fits, what: peer });
      if (other === undefined) return [];
      return row('ingestPeers', { ...fits, what: 'anlan' }, ({ secondsPerMillion, perSecond }) => {
        const [ours, theirs] = [Number(secondsPerMillion), Number(other['secondsPerMillion'])];
        const ratio = Math.round((ours / theirs) * 100) / 100;
        const isAbsolute = shape === 'single' && peer === 'floor';
        const bar = bars[`${shape} ${peer}`] ?? Number.NaN;
        return {
          measure: `接入 Ingest，${words}，对 against ${peer}`,
          result: `${ours} 对 against ${theirs} s / 百万条 million messages：${ratio}×；${Number(perSecond)} 对 against ${Number(other['perSecond'])} 条/秒 messages/s`,
          bar: isAbsolute ? `≤ ${bar} s` : `≤ ${bar}×`,
          met: (isAbsolute ? ours : ratio) <= bar,
        };
      });
    }),
  );

/** Every run of the soak counts: its rounds are a few minutes' worth of a longer one. */
function faultRows<R>(row: MakeRow<R>, runs: readonly Result[]): R[] {
  const sum = (key: string) => runs.reduce((total, run) => total + Number(run[key]), 0);
  return row('faults', {}, () => ({
    measure: `随机故障 Random faults：${[...new Set(runs.flatMap((run) => Object.keys(run['faults'] as object)))].join(', ')}`,
    result: `${sum('rounds')} 次 faults，${runs.length} 轮 runs；确认 acknowledged ${sum('acknowledged')}，丢 lost ${sum('lost')}`,
    bar: '≥ 50 次 faults，丢 lost 0',
    met: sum('rounds') >= 50 && sum('lost') === 0,
  }));
}

export function readingRows<R>(
  row: MakeRow<R>,
  latest: (name: string, fits: Result) => Result | undefined,
  faultRuns: readonly Result[],
): R[] {
  return [...storeRows(row), ...deskRows(row), ...peerRows(row, latest), ...faultRows(row, faultRuns)];
}
