import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, flag, list, longText, measure, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Fire key units (消防安全重点单位): places where a fire would hurt many. Fire systems carry the names of GB/T 26875.3, so a unit
 * and its transmission device speak of the same thing. Half-yearly drills come from 公安部令第61号 (unverified).
 */
export const fireKeyUnits = defineRegister({
  id: 'fireKeyUnits',
  room: 'supervision',
  label: { zh: '消防重点单位', en: 'Fire key units' },
  singular: { zh: '消防重点单位', en: 'Fire key unit' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: {
        market: { zh: '商场市场', en: 'Mall or market' },
        hotel: { zh: '宾馆饭店', en: 'Hotel' },
        entertainment: { zh: '公共娱乐场所', en: 'Entertainment' },
        hospital: { zh: '医院', en: 'Hospital' },
        care: { zh: '养老和福利机构', en: 'Care home' },
        school: { zh: '学校和幼儿园', en: 'School' },
        heritage: { zh: '文物建筑和博物馆', en: 'Heritage or museum' },
        religion: { zh: '宗教场所', en: 'Place of worship' },
        flammable: { zh: '易燃易爆单位', en: 'Flammables and explosives' },
        labourIntensive: { zh: '劳动密集型企业', en: 'Labour-intensive plant' },
        storage: { zh: '仓储物流', en: 'Storage and logistics' },
        highRise: { zh: '高层建筑', en: 'High-rise' },
        underground: { zh: '地下空间', en: 'Underground space' },
        office: { zh: '机关和公用单位', en: 'Office or utility' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    capacity: count({ label: { zh: '核定人数', en: 'People allowed' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    controlRoomPhone: officePhone({ label: { zh: '消控室电话', en: 'Control room phone' } }),
    laneClear: flag({ label: { zh: '生命通道畅通', en: 'Fire lane clear' } }),
    nextDrillOn: date({
      label: { zh: '下次演练日期', en: 'Next drill on' },
      hint: { zh: '每半年至少一次（未核验）', en: 'At least every half-year (unverified)' },
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    enterprise: reference({ label: { zh: '所属企业', en: 'Enterprise' }, register: 'enterprises' }),
    device: reference({ label: { zh: '用户信息传输装置', en: 'Transmission device' }, register: 'devices' }),
    floorArea: measure({ label: { zh: '建筑面积', en: 'Floor area' }, unit: 'm²', decimals: 0, min: 0 }),
    height: measure({ label: { zh: '建筑高度', en: 'Height' }, unit: 'm', decimals: 1, min: 0, max: 500 }),
    floorsAbove: count({ label: { zh: '地上层数', en: 'Floors above ground' }, unit: { zh: '层', en: 'floors' }, min: 0, max: 150 }),
    floorsBelow: count({ label: { zh: '地下层数', en: 'Floors below ground' }, unit: { zh: '层', en: 'floors' }, min: 0, max: 20 }),
    systems: list({
      label: { zh: '消防设施', en: 'Fire systems' },
      options: {
        alarm: { zh: '火灾报警系统', en: 'Fire alarm' },
        hydrant: { zh: '消火栓系统', en: 'Hydrants' },
        sprinkler: { zh: '自动喷水灭火系统', en: 'Sprinklers' },
        gas: { zh: '气体灭火系统', en: 'Gas extinguishing' },
        foam: { zh: '泡沫灭火系统', en: 'Foam' },
        smoke: { zh: '防烟排烟系统', en: 'Smoke control' },
        doors: { zh: '防火门及卷帘系统', en: 'Fire doors and shutters' },
        lift: { zh: '消防电梯', en: "Firefighters' lift" },
        broadcast: { zh: '消防应急广播', en: 'Emergency broadcast' },
        lighting: { zh: '应急照明和疏散指示', en: 'Emergency lighting and signs' },
        phone: { zh: '消防电话', en: 'Fire telephone' },
      },
    }),
    waterSource: text({ label: { zh: '消防水源', en: 'Water for firefighting' } }),
    responsible: text({ label: { zh: '消防安全责任人', en: 'Person responsible' }, maxLength: 40 }),
    responsiblePhone: personalPhone({ label: { zh: '责任人电话', en: "Responsible person's phone" } }),
    manager: text({ label: { zh: '消防安全管理人', en: 'Fire safety manager' }, maxLength: 40 }),
    managerPhone: personalPhone({ label: { zh: '管理人电话', en: "Manager's phone" } }),
    drilledOn: date({ label: { zh: '演练日期', en: 'Drilled on' } }),
    risks: longText({
      label: { zh: '主要火灾风险', en: 'Main fire risks' },
      hint: { zh: '如 彩钢板、外保温、电动自行车停放', en: 'E.g. sandwich panels, external insulation, e-bikes' },
    }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有消防重点单位。向消防救援大队索取本年度名单后导入。',
    en: "No fire key units yet. Import this year's list of the fire brigade.",
  },
});
