import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quantiles } from './quantiles.ts';
import { readingRows } from './readingRows.ts';
import { results } from './record.ts';

// The table of bench/README.md, computed from the raw results: the latest measurement of each kind that was not rejected
// for foreign load, else the one with the least of it, marked. `node bench/table.ts` brings the page up to date.

const begin = '<!-- table: written by `node bench/table.ts` -->';
const end = '<!-- end of table -->';

type Result = Record<string, unknown>;

interface Row {
  measure: string;
  result: string;
  bar: string;
  met: boolean | null;
  from: Result;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const kilo = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
const ms = ({ p50, p99, n }: Quantiles) => `p50 ${p50 ?? '—'} ms, p99 ${p99 ?? '—'} ms (n = ${n})`;

/** The latest result that counts; where all were rejected, the one with the least foreign load. */
function latest(name: string, fits: Result): Result | undefined {
  const all = results(name).filter((result) => Object.entries(fits).every(([key, value]) => result[key] === value));
  const quietest = all.toSorted((a, b) => (foreignOf(b) ?? 0) - (foreignOf(a) ?? 0)).at(-1);
  return all.findLast((result) => result['rejected'] !== true) ?? quietest;
}

/** Cores that other processes used meanwhile, where it was measured. */
function foreignOf(result: Result): number | undefined {
  return (result['foreignCores'] as number | undefined) ?? (result['cpu'] as { foreignCores?: number } | undefined)?.foreignCores;
}

function row(name: string, fits: Result, make: (result: Result) => Omit<Row, 'from'>): Row[] {
  const from = latest(name, fits);
  return from === undefined ? [] : [{ ...make(from), from }];
}

const startRows = (): Row[] => [
  ...row('start', { what: 'nothing installed' }, ({ readyMs }) =>
    start('什么都没装（含 npm ci、生成网页） Nothing installed (npm ci and page build included)', Number(readyMs)),
  ),
  ...row('start', { what: 'fresh clone' }, ({ readyMs }) =>
    start('依赖已装的新克隆（含生成网页） Fresh clone, dependencies installed (page build included)', Number(readyMs)),
  ),
  ...row('start', { what: 'empty data folder' }, ({ readyMs }) => start('空数据文件夹 Empty data folder', readyMs as Quantiles)),
  ...row('start', { what: 'data there' }, ({ readyMs, isWithinBar, cpuSeconds }) => {
    const plain = start('已有数据 Data there', readyMs as Quantiles);
    const cpu = cpuSeconds === undefined ? '' : `；处理器 CPU ${(cpuSeconds as Quantiles).p50 ?? 0} s`;
    return { ...plain, result: `${plain.result}${cpu}`, bar: '< 3 s，每次 every run', met: isWithinBar === true };
  }),
];

function start(what: string, readyMs: number | Quantiles): Omit<Row, 'from'> {
  const result =
    typeof readyMs === 'number'
      ? seconds(readyMs)
      : `中位 median ${seconds(readyMs.p50 ?? 0)}，最长 longest ${seconds(readyMs.max ?? 0)} (n = ${readyMs.n})`;
  return { measure: `启动 Start：${what}`, result, bar: '—', met: null };
}

/** Bars of the plan for alarms: 25 ms while all is well, 100 ms while the database is away. */
const alarmBars = { running: 25, stopped: 100 } as const;

const latencyRows = (): Row[] =>
  [200, 2_000].flatMap((perSecond) =>
    (['running', 'stopped'] as const).flatMap((database) =>
      row('alarmLatency', { what: 'latency', perSecond, database }, (result) => {
        const alarm = result['alarmMs'] as Quantiles;
        const ratio = result['ratioToFloor'] as Record<string, number | null>;
        const away = database === 'running' ? '' : '，数据库停住 database stopped';
        const parts = [
          `报警 alarm ${ms(alarm)}`,
          `PUBACK ${ms(result['pubackMs'] as Quantiles)}`,
          `为下限的 of the floor ${ratio['pubackP50'] ?? '—'}× (PUBACK p50)`,
          `缺 missing ${Number(result['alarmsMissing'])}`,
          `处理器 CPU ${perMillion(result, 'server')} + ${perMillion(result, 'database')} s / 百万读数 million readings（服务 server + 数据库 database）`,
          ...(database === 'running'
            ? []
            : [
                `接口 API ${ms(result['apiMs'] as Quantiles)}`,
                `新开的值班台 a new desk ${result['newDeskMs'] === null ? '> 5 s' : `${Number(result['newDeskMs'])} ms`}`,
                `追平 caught up in ${seconds(Number(result['catchUpMs']))}`,
              ]),
        ];
        const bar = alarmBars[database];
        return {
          measure: `${perSecond} 读数/秒 readings/s${away}`,
          result: parts.join('；'),
          bar: `报警 alarm p99 ≤ ${bar} ms`,
          met: alarm.p99 !== null && alarm.p99 <= bar && result['alarmsMissing'] === 0,
        };
      }),
    ),
  );

/** Processor seconds of a group for a million readings. */
function perMillion(result: Result, group: string): string {
  const { seconds: lasted, cores } = result['cpu'] as { seconds: number; cores: Record<string, number> };
  const used = cores[group];
  return used === undefined ? '—' : String(Math.round(((used * lasted) / Number(result['sent'])) * 1_000_000));
}

const lossRows = (): Row[] => [
  ...row('alarmLatency', { what: 'loss' }, ({ acknowledged, acknowledgedButMissing }) => ({
    measure: '数据库停住后 After the database stood still',
    result: `确认 acknowledged ${Number(acknowledged)}，缺 missing ${Number(acknowledgedButMissing)}`,
    bar: '缺 missing 0',
    met: acknowledgedButMissing === 0,
  })),
  ...row('crashServer', {}, ({ rounds, started, acknowledged, lost, readyMs }) => ({
    measure: '服务与数据库同时 kill -9 Server and database killed',
    result: `再次启动 started ${Number(started)}/${Number(rounds)}，${ms(readyMs as Quantiles)}；确认 acknowledged ${Number(acknowledged)}，丢 lost ${Number(lost)}`,
    bar: '20/20，丢 lost 0',
    met: lost === 0 && started === rounds && Number(rounds) >= 20,
  })),
  ...row('crashStart', {}, ({ rounds, acknowledged, lost, startMs }) => ({
    measure: '数据库 kill -9 Database killed',
    result: `${Number(rounds)} 次 rounds，${ms(startMs as Quantiles)}；提交 committed ${Number(acknowledged)}，丢 lost ${Number(lost)}`,
    bar: '20/20，丢 lost 0',
    met: lost === 0 && Number(rounds) >= 20,
  })),
];

const screenRows = (): Row[] =>
  ['/login', '/desk', '/incidents'].flatMap((what) =>
    row('firstScreen', { what }, (result) => {
      const { gzipBytes, receivedBytes } = result['firstScreen'] as Record<string, number>;
      const { gzipBytes: whole } = result['wholePage'] as Record<string, number>;
      return {
        measure: `首屏脚本 JavaScript before the first screen：\`${what}\``,
        result: `${kilo(gzipBytes ?? 0)} gzip -9；实收 received ${kilo(receivedBytes ?? 0)}；整页 whole page ${kilo(whole ?? 0)}`,
        bar: '≤ 250 kB gzip -9',
        met: result['isWithinBar'] === true,
      };
    }),
  );

const mapRows = (): Row[] => [
  ...[10_000, 100_000].flatMap((stations) =>
    row('mapPoints', { what: 'drag', stations }, ({ interactiveMs, fps, frameMs }) => ({
      measure: `一张图 Map，${stations} 个站点 stations`,
      result: `可用 usable in ${seconds(Number(interactiveMs))}；拖动 dragging ${Number(fps)} 帧/秒 fps，帧 frame ${ms(frameMs as Quantiles)}`,
      bar: '—',
      met: null,
    })),
  ),
  ...row('mapPoints', { what: 'ratio', few: 10_000, many: 100_000 }, ({ ratio }) => ({
    measure: '100000 与 10000 个站点之比 Ratio of 100,000 to 10,000',
    result: `帧率 fps ${Number(ratio)}×`,
    bar: '—',
    met: null,
  })),
];

/** Bar of the plan for row level security: with it at most so many times as long as without. */
const mostPolicyCost = 1.3;

const registerRows = (): Row[] => [
  ...row('registerList', { records: 100_000 }, ({ api, security }) => {
    const slowest = worst(Object.entries(api as Record<string, { p95: number }>).map(([name, { p95 }]) => [name, p95]));
    const dearest = worst(Object.entries(security as Record<string, { ratio: number }>).map(([name, { ratio }]) => [name, ratio]));
    return {
      measure: '十万条台账：列表、筛选、关键词 A register of 100,000: lists, filters, keywords',
      result: `最慢一种 slowest kind p95 ${slowest[1]} ms（${slowest[0]}）；行级安全代价最大 dearest under row level security ${dearest[1]}×（${dearest[0]}）`,
      bar: `p95 ≤ 100 ms；≤ ${mostPolicyCost}×`,
      met: slowest[1] <= 100 && dearest[1] <= mostPolicyCost,
    };
  }),
  ...['county', 'township', 'village', 'three townships', 'eight townships'].flatMap((scope) =>
    ['first page, newest first', 'count to 10,000'].flatMap((question) =>
      row('rowSecurity', { scope, question }, ({ withPolicyMs, withoutMs, ratio }) => ({
        measure: `行级安全 Row level security：${scope}，${question}`,
        result: `${Number(withPolicyMs)} ms，没有时 without it ${Number(withoutMs)} ms：${Number(ratio)}×`,
        bar: `≤ ${mostPolicyCost}×`,
        met: Number(ratio) <= mostPolicyCost,
      })),
    ),
  ),
  ...row('sheetImport', { rows: 10_000 }, ({ previewMs, applyMs, wholeMs, peakMb, isWithinBar }) => ({
    measure: 'Excel 导入一万行 Excel import of 10,000 rows',
    result: `预览 preview ${seconds(Number(previewMs))}，写入 applying ${seconds(Number(applyMs))}，共 in all ${seconds(Number(wholeMs))}；服务内存 server memory ${Number(peakMb)} MB`,
    bar: '≤ 15 s，≤ 400 MB',
    met: isWithinBar === true,
  })),
  ...row('sheetExport', { records: 100_000 }, ({ firstByteMs, wholeMs, peakMb, loopP99Ms, isWithinBar }) => ({
    measure: 'Excel 导出十万行 Excel export of 100,000 rows',
    result: `首字节 first byte ${Number(firstByteMs)} ms，共 in all ${seconds(Number(wholeMs))}；服务内存 server memory ${Number(peakMb)} MB；事件循环延迟 event-loop delay p99 ${Math.round(Number(loopP99Ms))} ms`,
    bar: '≤ 1 s，< 400 MB，p99 ≤ 50 ms',
    met: isWithinBar === true,
  })),
  ...row('modelLoop', {}, ({ floodMs, loopP99Ms, alarmsMs, quickMs, isWithinBar }) => ({
    measure: '后台跑洪水模型时的服务器 The server while a flood runs in the background',
    result: `洪水 flood ${seconds(Number(floodMs))}；事件循环延迟 event-loop delay p99 ${Math.round(Number(loopP99Ms))} ms；报警列表 alarms ${ms(alarmsMs as Quantiles)}；速算 quick answer ${ms(quickMs as Quantiles)}`,
    bar: 'p99 ≤ 50 ms',
    met: isWithinBar === true,
  })),
  ...[2, 10].flatMap((minutes) =>
    row('users', { users: 50, minutes }, ({ all, conflicts, lost, errors, isWithinBar }) => ({
      measure: `50 人同时使用 ${minutes} 分钟，三成写入 50 people at once, ${minutes} min, 30 % writes`,
      result: `${ms(all as Quantiles)}；冲突（已告知）conflicts told ${Number(conflicts)}；错误 errors ${Number(errors)}；丢失 lost ${Number(lost)}`,
      bar: minutes === 10 ? 'p99 ≤ 300 ms，错误 errors 0，丢失 lost 0' : '—',
      met: minutes === 10 ? isWithinBar === true : null,
    })),
  ),
  ...row('listPage', { records: 100_000 }, ({ firstRowsMs, coldMs, frameMs, longestTaskMs, keywordMs, isWithinBar }) => ({
    measure: '十万条的列表页（Chromium，软件绘图）Page of a list of 100,000 (Chromium, software graphics)',
    result: `首屏行 first rows ${ms(firstRowsMs as Quantiles)}；空浏览器 empty browser ${ms(coldMs as Quantiles)}；滚动帧 frames ${ms(frameMs as Quantiles)}，最长任务 longest task ${Number(longestTaskMs)} ms；关键词 keyword ${ms(keywordMs as Quantiles)}`,
    bar: '≤ 1 s，最长任务 longest task ≤ 200 ms',
    met: isWithinBar === true,
  })),
  ...row('journalVerify', { entries: 1_000_000 }, ({ verifySeconds, entriesPerSecond, ratioToFloor, peakMemoryMb, faultCount, found }) => ({
    measure: '核对一百万条日志 Verifying a journal of a million entries',
    result: `${Number(verifySeconds)} s，${Number(entriesPerSecond)} 条/秒 entries/s，为下限的 of the floor ${Number(ratioToFloor)}×；内存 memory ${Number(peakMemoryMb)} MB；改动一条即找到 one changed entry found ${(found as unknown[]).length}/1`,
    bar: '找到 found 1/1，误报 false alarms 0',
    met: (found as unknown[]).length === 1 && faultCount === 0,
  })),
];

const floodRows = (): Row[] => [
  ...row(
    'floodKernel',
    { what: 'kernels' },
    ({ cMcellsPerS, wasmMcellsPerS, typescriptMcellsPerS, wasmOfC, typescriptOfC, isWithinBar }) => ({
      measure: '洪涝算核，一百万格全湿（处理器时间） Flood kernel, a million wet cells (processor time)',
      result: `TypeScript ${Number(typescriptMcellsPerS)}，WASM ${Number(wasmMcellsPerS)}，C ${Number(cMcellsPerS)} 百万格/秒 million cells/s：${Number(typescriptOfC)}× 与 and ${Number(wasmOfC)}×`,
      bar: '≥ 0.08×，≥ 0.35×',
      met: isWithinBar === true,
    }),
  ),
  ...['single', 'double'].flatMap((precision) =>
    row('floodKernel', { what: 'workers', precision }, ({ oneMcellsPerS, twoMcellsPerS, gain, isWithinBar }) => ({
      measure: `两个线程对一个 Two workers against one：${precision}`,
      result: `${Number(twoMcellsPerS)} 对 against ${Number(oneMcellsPerS)} 百万格/秒 million cells/s：${Number(gain)}×`,
      bar: '≥ 1.6×',
      met: isWithinBar === true,
    })),
  ),
  ...row('floodCounty', {}, ({ cells, quickS, refinedS, wetShare, volumeError, isWithinBar }) => ({
    measure: `全县 ${Number(cells)} 格，24 小时降雨 The whole county, 24 h of rain`,
    result: `速览 quick look ${Number(quickS)} s，精算 refined ${Number(refinedS)} s；湿 wet ${Math.round(Number(wetShare) * 1000) / 10} %；水量误差 error of volume ${Number(volumeError).toExponential(1)}`,
    bar: '≤ 10 s，≤ 180 s',
    met: isWithinBar === true,
  })),
];

/** The pair with the largest value. */
function worst(pairs: readonly (readonly [string, number])[]): readonly [string, number] {
  return pairs.toSorted(([, a], [, b]) => b - a)[0] ?? ['—', Number.NaN];
}

const ruleRows = (): Row[] =>
  ['plain limits', 'nine limits and a rate', 'every kind'].flatMap((what) =>
    row('rules', { what, points: 20_000 }, ({ usPerReading, floorUs, points, isWithinBar }) => ({
      measure: `每读数 10 条规则 Ten rules a reading：${what}`,
      result: `${Number(usPerReading)} µs，类型数组下限 typed-array floor ${Number(floorUs)} µs；${Number(points)} 个测点 points`,
      bar: '≤ 0.5 µs',
      met: isWithinBar === true,
    })),
  );

function line({ measure, result, bar, met, from }: Row): string {
  const foreign = foreignOf(from);
  const conditions = [
    String(from['at']).slice(0, 10),
    String(from['commit']),
    `负载 load ${String(from['load'])}`,
    ...(foreign === undefined ? [] : [`外来 foreign ${foreign}`]),
    ...(from['rejected'] === true ? ['**作废：别人在用处理器 rejected: foreign load**'] : []),
  ];
  const mark = met === null ? '—' : met ? '是 yes' : '**否 no**';
  return `| ${measure} | ${result} | ${bar} | ${mark} | ${conditions.join('；')} |`;
}

/** The table, Markdown. */
function table(): string {
  const rows = [
    ...startRows(),
    ...latencyRows(),
    ...lossRows(),
    ...ruleRows(),
    ...readingRows(row, latest, results('faults')),
    ...screenRows(),
    ...mapRows(),
    ...registerRows(),
    ...floodRows(),
  ];
  return ['| 量 Measure | 结果 Result | 线 Bar | 达到 Met | 条件 Conditions |', '|---|---|---|---|---|', ...rows.map(line)].join('\n');
}

const page = join(import.meta.dirname, 'README.md');
const text = readFileSync(page, 'utf8');
const [head = ''] = text.split(begin);
const tail = text.split(end)[1] ?? '\n';
writeFileSync(page, `${head}${begin}\n\n${table()}\n\n${end}${tail}`);
console.log(table());
