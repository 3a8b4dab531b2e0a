import { personalPhone } from '#kernel/register/contact.ts';
import { choice, date, flag, longText, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Special equipment (特种设备): boilers, vessels, lifts and the like. Kinds: 特种设备安全法 art. 2; registration of use: art. 33;
 * inspection: art. 40. Beside them stand the marks of 一单四制 (one list, four systems: hand-over, ledger, clearance,
 * circular; the reading of the four is unverified). The hidden hazards themselves are cases; cranes on building sites are
 * liftingGear (art. 100).
 */
export const specialEquipment = defineRegister({
  id: 'specialEquipment',
  room: 'supervision',
  label: { zh: '特种设备', en: 'Special equipment' },
  singular: { zh: '特种设备', en: 'Piece of special equipment' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, hint: { zh: '如 1 号锅炉', en: 'E.g. boiler 1' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '种类', en: 'Kind' },
      required: true,
      options: {
        boiler: { zh: '锅炉', en: 'Boiler' },
        vessel: { zh: '压力容器（含气瓶）', en: 'Pressure vessel or cylinder' },
        piping: { zh: '压力管道', en: 'Pressure piping' },
        lift: { zh: '电梯', en: 'Lift' },
        crane: { zh: '起重机械', en: 'Crane' },
        ropeway: { zh: '客运索道', en: 'Passenger ropeway' },
        ride: { zh: '大型游乐设施', en: 'Large amusement ride' },
        siteVehicle: { zh: '场（厂）内专用机动车辆', en: 'Vehicle inside a plant' },
      },
    }),
    user: text({ label: { zh: '使用单位', en: 'User' }, required: true, maxLength: 100 }),
    nextInspectionOn: date({ label: { zh: '下次检验日期', en: 'Next inspection on' } }),
    usage: choice({
      label: { zh: '使用状态', en: 'Use' },
      options: {
        inUse: { zh: '在用', en: 'In use' },
        stopped: { zh: '停用', en: 'Stopped' },
        scrapped: { zh: '报废', en: 'Scrapped' },
      },
    }),
    hasHiddenHazard: flag({ label: { zh: '列入隐患清单', en: 'On the list of hidden hazards' } }),
    registrationNo: text({ label: { zh: '使用登记证编号', en: 'Registration number' }, unique: true, maxLength: 60 }),
    enterprise: reference({ label: { zh: '所属企业', en: 'Enterprise' }, register: 'enterprises' }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    location: text({ label: { zh: '安装地点', en: 'Where installed' }, maxLength: 100 }),
    maker: text({ label: { zh: '制造单位', en: 'Maker' }, maxLength: 100 }),
    factoryNo: text({ label: { zh: '出厂编号', en: 'Factory number' }, maxLength: 60 }),
    usedSince: date({ label: { zh: '投用日期', en: 'In use since' } }),
    inspectedOn: date({ label: { zh: '检验日期', en: 'Inspected on' } }),
    inspector: text({ label: { zh: '检验机构', en: 'Inspection body' }, maxLength: 100 }),
    maintainer: text({ label: { zh: '维保单位', en: 'Maintained by' }, maxLength: 100 }),
    safetyManager: text({ label: { zh: '安全管理员', en: 'Safety manager' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '安全管理员电话', en: "Safety manager's phone" } }),
    assignedOn: date({
      label: { zh: '交办日期', en: 'Handed over on' },
      hint: { zh: '四制之一，口径以县里文件为准（未核验）', en: "One of the four systems, as the county's rules have it (unverified)" },
    }),
    ledgerNo: text({ label: { zh: '隐患台账编号', en: 'Ledger number' }, maxLength: 60 }),
    clearedOn: date({ label: { zh: '销号日期', en: 'Cleared on' } }),
    circularNo: text({ label: { zh: '通报文号', en: 'Circular number' }, maxLength: 60 }),
    note: longText({ label: { zh: '备注', en: 'Note' } }),
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
    write: ['administrator', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有特种设备。向市场监管部门索取登记清单后导入。',
    en: 'No special equipment yet. Ask the market supervision department for its list and import it.',
  },
});
