import { personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, flag, longText, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Emergency equipment (应急装备) that can be found and called at once, whoever owns it. Supplies that are used up are
 * stockBatches; vehicles are responseVehicles; special equipment (特种设备) is another thing.
 */
export const equipment = defineRegister({
  id: 'equipment',
  room: 'command',
  label: { zh: '应急装备', en: 'Emergency equipment' },
  singular: { zh: '装备', en: 'Piece of equipment' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: {
        survey: { zh: '调查', en: 'Survey' },
        monitoring: { zh: '监测', en: 'Monitoring' },
        rescue: { zh: '救援', en: 'Rescue' },
        fire: { zh: '灭火', en: 'Firefighting' },
        drainage: { zh: '排涝', en: 'Drainage' },
        power: { zh: '供电照明', en: 'Power and light' },
        communication: { zh: '通信', en: 'Communications' },
        drone: { zh: '无人机', en: 'Drone' },
        transport: { zh: '交通', en: 'Transport' },
        machinery: { zh: '工程机械', en: 'Machinery' },
        protection: { zh: '个人防护', en: 'Personal protection' },
        medical: { zh: '医疗', en: 'Medical' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    amount: count({ label: { zh: '数量', en: 'Number' }, unit: { zh: '台套', en: 'pieces' }, min: 0, required: true }),
    condition: choice({
      label: { zh: '状态', en: 'Condition' },
      options: {
        ready: { zh: '可用', en: 'Ready' },
        repair: { zh: '维修中', en: 'In repair' },
        scrapped: { zh: '报废', en: 'Scrapped' },
      },
    }),
    owner: text({ label: { zh: '所属单位', en: 'Owner' }, required: true, maxLength: 100 }),
    callable: flag({ label: { zh: '可统一调用', en: 'May be called' } }),
    place: point({ label: { zh: '存放位置', en: 'Where kept' } }),
    model: text({ label: { zh: '型号规格', en: 'Model' }, maxLength: 100 }),
    performance: longText({
      label: { zh: '主要性能', en: 'Performance' },
      hint: { zh: '如 排水量、扬程、载重，连同单位', en: 'E.g. flow, head, load, with units' },
    }),
    team: reference({ label: { zh: '所属队伍', en: 'Team' }, register: 'rescueTeams' }),
    warehouse: reference({ label: { zh: '所在储备库', en: 'Warehouse' }, register: 'warehouses' }),
    operators: text({
      label: { zh: '操作要求', en: 'Needs' },
      hint: { zh: '如 持证操作员、拖车、燃油', en: 'E.g. certified operator, trailer, fuel' },
    }),
    keeper: text({ label: { zh: '保管人', en: 'Keeper' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '保管人电话', en: "Keeper's phone" } }),
    checkedOn: date({ label: { zh: '检查日期', en: 'Checked on' } }),
    nextCheckOn: date({ label: { zh: '下次检查日期', en: 'Next check on' } }),
    calibrationDueOn: date({ label: { zh: '校验到期', en: 'Calibration due on' } }),
  },
  access: {
    read: [
      'administrator',
      'bureauLeader',
      'commander',
      'dutyLeader',
      'dutyOfficer',
      'enforcementOfficer',
      'legalReviewer',
      'viewer',
      'townshipOfficer',
    ],
    write: ['administrator', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有应急装备。先登记水泵、发电机、照明和舟艇，填好存放位置即可按距离调用。',
    en: 'No equipment yet. Enter pumps, generators, lights and boats first; with their place they can be called by distance.',
  },
});
