import { personalPhone } from '#kernel/register/contact.ts';
import { choice, date, flag, list, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Vehicles that carry dangerous goods (危险货物运输车辆). The terminal number is that of JT/T 808 (2019: 20 digits, 2013: 12),
 * by which positions find their vehicle; classes are the nine of the UN model regulations. A journey and its load are a
 * consignment, not written here.
 */
export const chemicalsVehicles = defineRegister({
  id: 'chemicalsVehicles',
  room: 'supervision',
  label: { zh: '危货运输车辆', en: 'Dangerous-goods vehicles' },
  singular: { zh: '危货车辆', en: 'Dangerous-goods vehicle' },
  title: 'plate',
  fields: {
    plate: text({ label: { zh: '车牌号', en: 'Plate' }, required: true, unique: true, maxLength: 12 }),
    carrier: reference({ label: { zh: '承运企业', en: 'Carrier' }, register: 'enterprises', required: true }),
    kind: choice({
      label: { zh: '车型', en: 'Kind' },
      options: {
        tank: { zh: '罐式', en: 'Tank' },
        box: { zh: '厢式', en: 'Box' },
        flatbed: { zh: '栏板', en: 'Flatbed' },
        tractor: { zh: '牵引车', en: 'Tractor' },
        trailer: { zh: '挂车', en: 'Trailer' },
      },
    }),
    classes: list({
      label: { zh: '准运类别', en: 'Classes allowed' },
      options: {
        class1: { zh: '1 爆炸品', en: '1 Explosives' },
        class2: { zh: '2 气体', en: '2 Gases' },
        class3: { zh: '3 易燃液体', en: '3 Flammable liquids' },
        class4: { zh: '4 易燃固体等', en: '4 Flammable solids' },
        class5: { zh: '5 氧化性物质和有机过氧化物', en: '5 Oxidisers and organic peroxides' },
        class6: { zh: '6 毒性和感染性物质', en: '6 Toxic and infectious' },
        class7: { zh: '7 放射性物质', en: '7 Radioactive' },
        class8: { zh: '8 腐蚀性物质', en: '8 Corrosive' },
        class9: { zh: '9 杂项', en: '9 Miscellaneous' },
      },
    }),
    terminal: text({
      label: { zh: '定位终端号', en: 'Positioning terminal' },
      hint: {
        zh: 'JT/T 808 终端手机号，位置上报凭此对应车辆',
        en: 'Terminal phone number of JT/T 808; positions find their vehicle by it',
      },
      unique: true,
      maxLength: 20,
      pattern: { source: '^\\d{6,20}$', rule: { zh: '须为 6 至 20 位数字', en: 'must be 6 to 20 digits' } },
    }),
    permitExpiresOn: date({ label: { zh: '道路运输证有效期至', en: 'Transport permit expires on' } }),
    permitNo: text({ label: { zh: '道路运输证号', en: 'Transport permit' }, maxLength: 60 }),
    videoFitted: flag({ label: { zh: '已装视频监控', en: 'Video fitted' } }),
    load: measure({ label: { zh: '核定载质量', en: 'Load allowed' }, unit: 't', decimals: 2, min: 0, max: 100 }),
    tankVolume: measure({ label: { zh: '罐体容积', en: 'Tank volume' }, unit: 'm³', decimals: 2, min: 0, max: 100 }),
    goods: text({ label: { zh: '常运货物', en: 'Usual goods' }, hint: { zh: '品名和 UN 编号', en: 'Name and UN number' } }),
    inspectionDueOn: date({ label: { zh: '车辆检验到期', en: 'Vehicle inspection due on' } }),
    tankInspectionDueOn: date({ label: { zh: '罐体检验到期', en: 'Tank inspection due on' } }),
    insuredUntil: date({ label: { zh: '承运人责任险到期', en: "Carrier's insurance until" } }),
    driver: text({ label: { zh: '驾驶员', en: 'Driver' }, maxLength: 40 }),
    driverPhone: personalPhone({ label: { zh: '驾驶员电话', en: "Driver's phone" } }),
    escort: text({ label: { zh: '押运员', en: 'Escort' }, maxLength: 40 }),
    escortPhone: personalPhone({ label: { zh: '押运员电话', en: "Escort's phone" } }),
    parking: text({ label: { zh: '专用停车场', en: 'Parking ground' }, maxLength: 100 }),
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
    write: ['administrator', 'dutyOfficer'],
  },
  empty: {
    zh: '还没有危货车辆。先登记承运企业，再向交通运输部门索取车辆清单导入。',
    en: 'No vehicles yet. Enter the carriers first, then import the list of the transport department.',
  },
});
