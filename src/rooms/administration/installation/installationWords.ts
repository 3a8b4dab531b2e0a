import { defineWords, type Text } from '#kernel/language/text.ts';

export const installationWords = defineWords({
  title: { zh: '安装与运行', en: 'Installation' },
  running: { zh: '运行状态', en: 'State' },
  ready: { zh: '就绪，可以写入', en: 'Ready, takes writes' },
  notReady: { zh: '未就绪：{status}', en: 'Not ready: {status}' },
  away: { zh: '服务器没有应答', en: 'The server does not answer' },
  took: { zh: '应答 {ms} 毫秒', en: 'answered in {ms} ms' },
  version: { zh: '版本', en: 'Version' },
  county: { zh: '县区', en: 'County' },
  lag: { zh: '未入库的日志条目', en: 'Log entries not yet in the database' },
  documents: { zh: '接口与监控', en: 'Interfaces and monitoring' },
  metrics: { zh: 'Prometheus 指标', en: 'Prometheus metrics' },
  openapi: { zh: '接口文档（OpenAPI 3.1）', en: 'API document (OpenAPI 3.1)' },
  healthz: { zh: '存活探针', en: 'Liveness' },
  readyz: { zh: '就绪探针', en: 'Readiness' },
  feed: { zh: '公开预警订阅源（CAP）', en: 'Public warning feed (CAP)' },
  endpoints: { zh: '设备接入端口', en: 'Where devices connect' },
  noEndpoints: {
    zh: '没有打开任何接入端口。用环境变量 ANLAN_INGEST 打开，例如 hj212:9212,gb26875:9526,mqtt:1883。',
    en: 'No endpoint is open. Open them with ANLAN_INGEST, e.g. hj212:9212,gb26875:9526,mqtt:1883.',
  },
  protocol: { zh: '协议', en: 'Protocol' },
  address: { zh: '地址', en: 'Address' },
  counters: { zh: '接入计数', en: 'Ingest counters' },
  countersHint: { zh: '自安装以来；每 15 秒刷新。', en: 'Since installation; renewed every 15 s.' },
  noCounters: { zh: '还没有设备发来数据。', en: 'No device has sent anything yet.' },
  outcome: { zh: '结果', en: 'Outcome' },
  reason: { zh: '原因', en: 'Reason' },
  count: { zh: '次数', en: 'Count' },
  frames: { zh: '最近被拒的报文（{n}）', en: 'Frames refused lately ({n})' },
  frameMeta: { zh: '{at}　来自 {remote}', en: '{at} from {remote}' },
  demo: { zh: '演示数据', en: 'Demo story' },
  demoOn: {
    zh: '演示数据在用。所有演示记录都有“演示”标记，不会对外发布。',
    en: 'The demo story is loaded. Every record of it is marked, and none reaches the public.',
  },
  demoOff: { zh: '没有演示数据。可载入一套演示故事，用于培训和试用。', en: 'No demo story is loaded. Load one to train or to try things.' },
  load: { zh: '载入演示数据', en: 'Load the demo story' },
  loadTitle: { zh: '载入演示数据？', en: 'Load the demo story?' },
  loadText: {
    zh: '将写入带“演示”标记的乡镇示意边界、基础图层、站点与设备、企业、学校、避难场所、事件和预警；真实记录不受影响，可随时整套移除。',
    en: 'Writes sketched township outlines, base layers, stations and devices, enterprises, schools, shelters, incidents and warnings, all marked as demo; real records stay untouched, and all of it can be removed at any time.',
  },
  loaded: { zh: '演示数据已载入。', en: 'The demo story is loaded.' },
  remove: { zh: '移除演示数据', en: 'Remove the demo story' },
  removeTitle: { zh: '移除全部演示数据？', en: 'Remove all demo data?' },
  removeText: {
    zh: '将一次删除以下带“演示”标记的记录及其读数、报警、时限和回执，不可恢复；真实记录不受影响。',
    en: 'Deletes at once these records marked as demo, with their readings, alarms, clocks and receipts, for good; real records stay untouched.',
  },
  removed: { zh: '已移除 {n} 行：', en: '{n} rows removed:' },
  counting: { zh: '正在清点…', en: 'Counting…' },
  countFailed: {
    zh: '有些台账暂时无法清点；移除仍会覆盖全部演示记录。',
    en: 'Some registers cannot be counted now; removing covers all demo records all the same.',
  },
  layers: { zh: '基础图层', en: 'Base layers' },
  areas: { zh: '行政区', en: 'Divisions' },
  cancel: { zh: '取消', en: 'Cancel' },
  journal: { zh: '审计日志核验', en: 'Checking the journal' },
  journalText: {
    zh: '每条日志带前一条的校验值（SM3），改动、删除或插入任何一条都会被发现。在服务器上运行：',
    en: 'Each entry of the journal carries the hash (SM3) of the one before; a changed, removed or inserted entry is found. Run on the server:',
  },
  journalResult: {
    zh: '退出码 0 表示完整；不完整时列出第一处断点的位置和类型。',
    en: 'Exit code 0 means unbroken; otherwise it names the first break and its kind.',
  },
  devices: { zh: '未知设备', en: 'Unknown devices' },
});

/** Outcomes of ingest by their counter name. */
export const outcomeNames: Record<string, Text> = {
  accepted: { zh: '已接收的报文', en: 'Messages accepted' },
  answered: { zh: '已应答设备', en: 'Answers to devices' },
  connection: { zh: '连接', en: 'Connections' },
  duplicate: { zh: '重复报文', en: 'Duplicates' },
  flooding: { zh: '因发送过快断开', en: 'Cut off for flooding' },
  logDamaged: { zh: '日志损坏条目', en: 'Damaged log entries' },
  reading: { zh: '读数', en: 'Readings' },
  refused: { zh: '被拒的报文', en: 'Messages refused' },
  unknownDevice: { zh: '未知设备的报文', en: 'Messages of unknown devices' },
};

/** Reasons by their code; others are shown as they are. */
export const reasonNames: Record<string, Text> = {
  truncated: { zh: '不完整', en: 'Truncated' },
  checksum: { zh: '校验错误', en: 'Wrong checksum' },
  invalidFormat: { zh: '格式错误', en: 'Wrong format' },
  unknownCommand: { zh: '未知命令', en: 'Unknown command' },
  good: { zh: '正常', en: 'Good' },
  device: { zh: '设备自报维护或故障', en: 'Device reports maintenance or fault' },
  outOfRange: { zh: '超出量程', en: 'Out of range' },
  clockAhead: { zh: '设备时钟超前', en: 'Device clock ahead' },
  clockUnset: { zh: '设备时钟未校', en: 'Device clock never set' },
  late: { zh: '补传', en: 'Late' },
};

/** Tables that no register or case declares. */
export const tableNames: Record<string, Text> = {
  observation: { zh: '读数', en: 'Readings' },
  latest_observation: { zh: '最新读数', en: 'Latest readings' },
  alarm: { zh: '报警', en: 'Alarms' },
  case_line: { zh: '处置记录', en: 'Timeline lines' },
  deadline: { zh: '时限', en: 'Deadlines' },
  delivery: { zh: '发送回执', en: 'Receipts' },
  base_layer: { zh: '基础图层', en: 'Base layers' },
  base_raster: { zh: '地形', en: 'Terrain' },
  area: { zh: '行政区', en: 'Divisions' },
};
