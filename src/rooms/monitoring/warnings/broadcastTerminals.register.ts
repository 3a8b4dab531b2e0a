import { personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, flag, measure, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Terminals of the emergency broadcast (应急广播终端): loudspeakers and screens that a warning reaches. People reached is what
 * the coverage of warnings is counted from (people reached of residents), so it must be surveyed, not guessed.
 */
export const broadcastTerminals = defineRegister({
  id: 'broadcastTerminals',
  room: 'monitoring',
  label: { zh: '应急广播终端', en: 'Broadcast terminals' },
  singular: { zh: '广播终端', en: 'Broadcast terminal' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: {
        horn: { zh: '大喇叭', en: 'Horn' },
        column: { zh: '音柱', en: 'Column speaker' },
        indoor: { zh: '入户终端', en: 'In the home' },
        screen: { zh: '显示屏', en: 'Screen' },
        vehicle: { zh: '车载', en: 'On a vehicle' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    people: count({
      label: { zh: '覆盖人口', en: 'People reached' },
      hint: { zh: '实地调查，用于计算预警覆盖率', en: 'Surveyed; the coverage of warnings is counted from it' },
      unit: { zh: '人', en: 'people' },
      min: 0,
    }),
    condition: choice({
      label: { zh: '状态', en: 'Condition' },
      options: { good: { zh: '正常', en: 'Good' }, faulty: { zh: '故障', en: 'Faulty' }, removed: { zh: '已拆除', en: 'Removed' } },
    }),
    testedOn: date({ label: { zh: '试播日期', en: 'Tested on' } }),
    resourceCode: text({
      label: { zh: '资源编码', en: 'Resource code' },
      hint: { zh: '应急广播平台中的编码', en: 'Its code in the broadcast platform' },
      unique: true,
      maxLength: 60,
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    link: choice({
      label: { zh: '传输方式', en: 'Link' },
      options: {
        wire: { zh: '有线', en: 'Wire' },
        ip: { zh: 'IP 网络', en: 'IP network' },
        mobile: { zh: '4G/5G', en: '4G/5G' },
        fm: { zh: '调频', en: 'FM' },
        dtmb: { zh: '地面数字电视', en: 'Terrestrial digital TV' },
        satellite: { zh: '卫星', en: 'Satellite' },
      },
    }),
    platform: text({ label: { zh: '所属平台', en: 'Platform' }, maxLength: 100 }),
    power: measure({ label: { zh: '功率', en: 'Power' }, unit: 'W', decimals: 0, min: 0 }),
    reach: measure({ label: { zh: '覆盖半径', en: 'Reach' }, unit: 'm', decimals: 0, min: 0, max: 20000 }),
    backupPower: flag({ label: { zh: '断电可用', en: 'Works without mains' } }),
    returnChannel: flag({ label: { zh: '有回传', en: 'Sends receipts' } }),
    keeper: text({ label: { zh: '管护人', en: 'Keeper' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '管护人电话', en: "Keeper's phone" } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyOfficer', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有广播终端。向融媒体中心索取终端清单导入，再由村里核实覆盖人口。',
    en: 'No terminals yet. Import the list of the county media centre, then let villages confirm the people reached.',
  },
});
