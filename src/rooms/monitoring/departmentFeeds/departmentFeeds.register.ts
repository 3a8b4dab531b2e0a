import { choice, count, flag, longText, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/** Platforms of departments (部门平台) whose readings are fetched on a schedule, and how their JSON is to be read. */
export const departmentFeeds = defineRegister({
  id: 'departmentFeeds',
  room: 'monitoring',
  label: { zh: '部门平台', en: 'Platforms of departments' },
  singular: { zh: '部门平台', en: 'Platform' },
  title: 'name',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 60 }),
    url: text({
      label: { zh: '接口地址', en: 'Address' },
      required: true,
      maxLength: 500,
      pattern: {
        source: '^https?://[^\\s@]+$',
        rule: { zh: '须为不含口令的 http(s) 地址', en: 'must be an http(s) URL without a password' },
      },
    }),
    everySeconds: count({ label: { zh: '读取间隔', en: 'Read every' }, unit: { zh: '秒', en: 's' }, required: true, min: 10, max: 86_400 }),
    active: flag({ label: { zh: '启用', en: 'Active' } }),
    headerName: text({
      label: { zh: '认证请求头', en: 'Header that proves who we are' },
      hint: {
        zh: '如 Authorization、X-Api-Key；其内容在“部门平台”页写入，不能读出',
        en: 'e.g. Authorization, X-Api-Key; its content is written on the page “Platforms” and cannot be read',
      },
      maxLength: 60,
      pattern: { source: '^[A-Za-z0-9-]+$', rule: { zh: '只含字母、数字和 -', en: 'letters, digits and - only' } },
    }),
    mapping: longText({
      label: { zh: '字段映射（JSON）', en: 'Mapping (JSON)' },
      hint: {
        zh: 'records：每条记录的路径；device、time、readings 为记录内的路径，例如 {"records":"$.data[*]","device":"$.stcd","time":{"path":"$.tm","form":"chinese"},"readings":[{"quantity":"waterLevel","value":"$.z","unit":"m"}]}',
        en: 'records: path to each record; device, time and readings are paths inside a record, e.g. {"records":"$.data[*]","device":"$.stcd","time":{"path":"$.tm","form":"chinese"},"readings":[{"quantity":"waterLevel","value":"$.z","unit":"m"}]}',
      },
      required: true,
      maxLength: 20_000,
      listed: false,
    }),
    source: text({
      label: { zh: '接口依据', en: 'Document of the interface' },
      hint: { zh: '接口文件名称、版本、页码', en: 'Name, version and page of the document the mapping was taken from' },
      maxLength: 200,
      listed: false,
    }),
    sinceParameter: text({
      label: { zh: '起始时间参数', en: 'Parameter for “since”' },
      hint: {
        zh: '平台支持只取新记录时填写，如 startTime；留空则每次取全部',
        en: 'Where the platform can give newer records only, e.g. startTime; empty fetches everything each time',
      },
      maxLength: 60,
      pattern: { source: '^[A-Za-z0-9_.-]+$', rule: { zh: '只含字母、数字和 _ . -', en: 'letters, digits and _ . - only' } },
      listed: false,
    }),
    sinceForm: choice({
      label: { zh: '起始时间写法', en: 'How “since” is written' },
      options: {
        epochMs: { zh: '毫秒时间戳', en: 'Epoch milliseconds' },
        epochSeconds: { zh: '秒时间戳', en: 'Epoch seconds' },
        iso: { zh: 'ISO 8601', en: 'ISO 8601' },
        chinese: { zh: '2026-07-01 08:00:00（北京时间）', en: '2026-07-01 08:00:00 (Chinese time)' },
      },
      listed: false,
    }),
    overlapSeconds: count({
      label: { zh: '重叠', en: 'Overlap' },
      hint: { zh: '起始时间往前推，以取到迟到的记录', en: '“Since” is set back by this, for records that come late' },
      unit: { zh: '秒', en: 's' },
      min: 0,
      max: 7 * 86_400,
      listed: false,
    }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
    write: ['administrator', 'dutyOfficer'],
  },
  empty: {
    zh: '还没有部门平台。登记水利、气象、生态环境等平台的读数接口，程序按间隔读取。',
    en: 'No platforms yet. Enter the interface of another department (water, weather, environment); it is read at intervals.',
  },
});
