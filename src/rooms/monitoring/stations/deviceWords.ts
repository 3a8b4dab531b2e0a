import { defineWords, type Text } from '#kernel/language/text.ts';

export const deviceWords = defineWords({
  title: { zh: '接入设备', en: 'Connected devices' },
  count: { zh: '{n} 台', en: '{n}' },
  none: { zh: '还没有登记设备。', en: 'No device is registered yet.' },
  noneText: { zh: '设备发来数据后，在“未知设备”页一键登记。', en: 'Once a device sends data, register it on “Unknown devices”.' },
  unknown: { zh: '未知设备', en: 'Unknown devices' },
  find: { zh: '按名称或标识查找', en: 'Find by name or key' },
  noMatch: { zh: '没有符合的设备。', en: 'No device matches.' },
  device: { zh: '设备', en: 'Device' },
  proof: { zh: '身份证明', en: 'Proof' },
  contact: { zh: '最近来报', en: 'Last heard' },
  never: { zh: '启动以来未来报', en: 'not since the start' },
  from: { zh: '{at}　来自 {remote}', en: '{at} from {remote}' },
  rival: {
    zh: '两个地址同时以此标识发数据（另一个：{remote}）。数据都已保存，请核对设备设置。',
    en: 'Two addresses send under this key at once (the other: {remote}). Both are kept; check the devices.',
  },
  moves: { zh: '换过 {n} 次地址', en: 'changed its address {n} times' },
  keyMissing: { zh: '未设密钥，来报被拒', en: 'no key set: refused' },
  keySet: { zh: '已设密钥', en: 'key set' },
  edit: { zh: '修改登记', en: 'Edit its record' },
  open: { zh: '命令与密钥', en: 'Commands and key' },
  close: { zh: '收起', en: 'Close' },
  key: { zh: '密钥或口令', en: 'Key or password' },
  keyHint: { zh: '写入后不能读出；立即生效。', en: 'Cannot be read once written; counts at once.' },
  setKey: { zh: '写入密钥', en: 'Set the key' },
  clearKey: { zh: '清除密钥', en: 'Clear the key' },
  commands: { zh: '下发命令', en: 'Commands' },
  noCommands: { zh: '此协议没有下行命令。', en: 'This protocol has no commands.' },
  online: { zh: '在线，立即下发', en: 'On the line: sent at once' },
  offline: { zh: '不在线：10 分钟内来报即下发，过时作废', en: 'Not on the line: sent when heard within 10 minutes, else expired' },
  receipts: { zh: '回执', en: 'Receipts' },
  noReceipts: { zh: '还没有下发过命令。', en: 'No command was given yet.' },
  by: { zh: '{name} 于 {at}', en: '{name} at {at}' },
  attempts: { zh: '发送 {n} 次', en: 'sent {n} times' },
  answer: { zh: '设备应答', en: 'Answer' },
  range: { zh: '{label}（{min} 至 {max} {unit}）', en: '{label} ({min} to {max} {unit})' },
});

export const proofNames: Readonly<Record<string, Text>> = {
  address: { zh: '仅地址', en: 'Address only' },
  key: { zh: '共享密钥', en: 'Shared key' },
  password: { zh: '账号口令', en: 'Account and password' },
  certificate: { zh: 'TLS 证书', en: 'TLS certificate' },
};

export const stateNames: Readonly<Record<string, Text>> = {
  waiting: { zh: '等待设备', en: 'Waits for the device' },
  sent: { zh: '已发送', en: 'Sent' },
  received: { zh: '设备已收到', en: 'Received' },
  done: { zh: '已执行', en: 'Done' },
  refused: { zh: '设备拒绝', en: 'Refused' },
  failed: { zh: '执行失败', en: 'Failed' },
  expired: { zh: '超时作废', en: 'Expired' },
};
