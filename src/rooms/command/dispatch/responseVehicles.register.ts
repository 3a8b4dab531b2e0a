import { personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, measure, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Vehicles that go to an incident (应急车辆): where they stand, what they carry, who drives. The position while driving comes
 * from the terminal (JT/T 808) and is not written here.
 */
export const responseVehicles = defineRegister({
  id: 'responseVehicles',
  room: 'command',
  label: { zh: '应急车辆', en: 'Response vehicles' },
  singular: { zh: '应急车辆', en: 'Response vehicle' },
  title: 'plate',
  located: 'place',
  fields: {
    plate: text({ label: { zh: '车牌号', en: 'Plate' }, required: true, unique: true, maxLength: 12 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: {
        command: { zh: '指挥', en: 'Command' },
        fire: { zh: '消防', en: 'Fire engine' },
        rescue: { zh: '抢险救援', en: 'Rescue' },
        ambulance: { zh: '救护', en: 'Ambulance' },
        communication: { zh: '通信', en: 'Communications' },
        pump: { zh: '排水', en: 'Pump' },
        generator: { zh: '发电', en: 'Generator' },
        tanker: { zh: '供水', en: 'Water tanker' },
        bus: { zh: '转移客车', en: 'Bus' },
        lorry: { zh: '物资运输', en: 'Lorry' },
        machinery: { zh: '工程机械', en: 'Machinery' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    owner: text({ label: { zh: '所属单位', en: 'Owner' }, required: true, maxLength: 100 }),
    readiness: choice({
      label: { zh: '状态', en: 'Readiness' },
      options: {
        ready: { zh: '待命', en: 'Ready' },
        out: { zh: '执行任务', en: 'Out' },
        repair: { zh: '维修', en: 'In repair' },
      },
    }),
    seats: count({
      label: { zh: '座位数', en: 'Seats' },
      hint: { zh: '含驾驶员', en: 'With the driver' },
      unit: { zh: '座', en: 'seats' },
      min: 0,
      max: 100,
    }),
    load: measure({ label: { zh: '载质量', en: 'Load' }, unit: 't', decimals: 2, min: 0, max: 200 }),
    place: point({ label: { zh: '停放位置', en: 'Where it stands' } }),
    team: reference({ label: { zh: '所属队伍', en: 'Team' }, register: 'rescueTeams' }),
    onboardEquipment: text({ label: { zh: '车载装备', en: 'Carries' } }),
    wadingDepth: measure({
      label: { zh: '涉水深度', en: 'Wading depth' },
      hint: { zh: '按车辆说明书', en: 'By its manual' },
      unit: 'm',
      decimals: 2,
      min: 0,
      max: 5,
    }),
    driver: text({ label: { zh: '驾驶员', en: 'Driver' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '驾驶员电话', en: "Driver's phone" } }),
    terminal: text({
      label: { zh: '定位终端号', en: 'Positioning terminal' },
      hint: { zh: 'JT/T 808 终端手机号', en: 'Terminal phone number of JT/T 808' },
      unique: true,
      maxLength: 20,
      pattern: { source: '^\\d{6,20}$', rule: { zh: '须为 6 至 20 位数字', en: 'must be 6 to 20 digits' } },
    }),
    inspectionDueOn: date({ label: { zh: '检验到期', en: 'Inspection due on' } }),
    insuredUntil: date({ label: { zh: '保险到期', en: 'Insured until' } }),
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
    zh: '还没有应急车辆。登记车牌、停放位置和驾驶员电话，调派时按到达时间排序。',
    en: 'No vehicles yet. Enter plate, place and driver; dispatch then sorts them by time of arrival.',
  },
});
