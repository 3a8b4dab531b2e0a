// Query keys: the first word says what is held, so that one event of the live stream can patch or refresh exactly that.
//
//   ['session'] ['sessionEnded']         who is logged in, or null; whether that ran out
//   ['setup'] ['areas'] ['areaShapes']   rarely change
//   ['alarms', filter] ['alarm', id]     patched in place by alarm.* events
//   ['alarmCalls', id]                   who was called for it
//   ['records', register, filter]        refreshed by record.* events of that register
//   ['record', register, id] ['history', register, id]
//   ['cases', type, filter] ['case', type, id]
//   ['deadlines', filter] ['duty'] ['quarantine'] ['layers'] ['layer', id] ['deviceMap']
//   ['registerCounts'] ['views', register] ['dictionary', id]
//   ['files', kind, id] ['documents', type, id] ['journal', filter] ['anchors'] ['anchor', number] ['verification']
//   ['watchedPoints', profile] ['warningsInForce'] ['receivedWarning', id] ['insideWarning', id] ['callLists'] ['callList', id]
//   ['observations', point, from, to] ['accounts'] ['accessPolicy']
//   ['ownAccount'] ['colleagues'] ['organisations'] ['endpoints'] ['counters']
//   ['departmentFeeds'] ['connectedDevices'] ['deviceCommands', id] ['ingestTrouble'] ['sources']

type Filter = Record<string, unknown>;

export const keys = {
  session: () => ['session'] as const,
  sessionEnded: () => ['sessionEnded'] as const,
  setup: () => ['setup'] as const,
  areas: () => ['areas'] as const,
  areaShapes: () => ['areaShapes'] as const,
  allAlarms: () => ['alarms'] as const,
  alarms: (filter: Filter) => ['alarms', filter] as const,
  alarm: (id: string) => ['alarm', id] as const,
  alarmCalls: (id: string) => ['alarmCalls', id] as const,
  allRecords: (register: string) => ['records', register] as const,
  records: (register: string, filter: Filter) => ['records', register, filter] as const,
  record: (register: string, id: string) => ['record', register, id] as const,
  history: (register: string, id: string) => ['history', register, id] as const,
  allCases: (type: string) => ['cases', type] as const,
  cases: (type: string, filter: Filter) => ['cases', type, filter] as const,
  case: (type: string, id: string) => ['case', type, id] as const,
  files: (kind: string, id: string) => ['files', kind, id] as const,
  documents: (type: string, id: string) => ['documents', type, id] as const,
  journal: (filter: Filter) => ['journal', filter] as const,
  anchors: () => ['anchors'] as const,
  anchor: (number: string) => ['anchor', number] as const,
  verification: () => ['verification'] as const,
  allDeadlines: () => ['deadlines'] as const,
  deadlines: (filter: Filter) => ['deadlines', filter] as const,
  duty: () => ['duty'] as const,
  quarantine: () => ['quarantine'] as const,
  layers: () => ['layers'] as const,
  layer: (id: string) => ['layer', id] as const,
  watchedPoints: (profile: string) => ['watchedPoints', profile] as const,
  deviceMap: () => ['deviceMap'] as const,
  observations: (point: string, from: string, to: string) => ['observations', point, from, to] as const,
  warningsInForce: () => ['warningsInForce'] as const,
  receivedWarning: (id: string) => ['receivedWarning', id] as const,
  insideWarning: (id: string) => ['insideWarning', id] as const,
  callLists: () => ['callLists'] as const,
  callList: (id: string) => ['callList', id] as const,
  accounts: () => ['accounts'] as const,
  accessPolicy: () => ['accessPolicy'] as const,
  ownAccount: () => ['ownAccount'] as const,
  colleagues: () => ['colleagues'] as const,
  organisations: () => ['organisations'] as const,
  endpoints: () => ['endpoints'] as const,
  sources: () => ['sources'] as const,
  counters: () => ['counters'] as const,
  departmentFeeds: () => ['departmentFeeds'] as const,
  connectedDevices: () => ['connectedDevices'] as const,
  deviceCommands: (id: string) => ['deviceCommands', id] as const,
  ingestTrouble: () => ['ingestTrouble'] as const,
  registerCounts: () => ['registerCounts'] as const,
  views: (register: string) => ['views', register] as const,
  dictionary: (id: string) => ['dictionary', id] as const,
};
