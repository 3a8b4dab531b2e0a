// Numbers by which instruments say "no value". They arrive as ordinary readings and would raise or hide alarms. Taken from
// common practice of data loggers and national data sets; edit here when a county meets another one.

export interface Sentinel {
  value: number;
  /** True when it can also be a measurement: then the point's declared range decides. */
  mayBeMeasured: boolean;
  meaning: string;
}

export const sentinels: readonly Sentinel[] = [
  { value: -9999, mayBeMeasured: false, meaning: 'missing value (loggers, grids, HJ 212 field practice)' },
  { value: -9999.9, mayBeMeasured: false, meaning: 'missing value with one decimal' },
  { value: -99999, mayBeMeasured: false, meaning: 'missing value' },
  { value: -999999, mayBeMeasured: false, meaning: 'missing value' },
  { value: 999999, mayBeMeasured: true, meaning: 'missing value of Chinese meteorological data sets' },
  { value: 9999, mayBeMeasured: true, meaning: 'missing value' },
  { value: -7999, mayBeMeasured: true, meaning: 'logger: not a number' },
  { value: -6999, mayBeMeasured: true, meaning: 'logger: out of range' },
  { value: 32767, mayBeMeasured: true, meaning: 'largest signed 16-bit number: sensor open' },
  { value: -32768, mayBeMeasured: true, meaning: 'smallest signed 16-bit number: sensor short' },
  { value: 65535, mayBeMeasured: true, meaning: 'largest unsigned 16-bit number: register not filled' },
  { value: 3.4028234663852886e38, mayBeMeasured: false, meaning: 'largest 32-bit float' },
  { value: -3.4028234663852886e38, mayBeMeasured: false, meaning: 'smallest 32-bit float' },
];
