import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, longText, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Production and business units (生产经营单位), one file each (一企一档). The credit code is that of GB 32100-2015 with its
 * check character. Industry says who supervises; the insurance field is one of the eight in which liability insurance is
 * compulsory (应急〔2025〕27号): two lists, because they differ. Installations, operations, equipment, policies and money
 * are registers of their own that refer here.
 */
export const enterprises = defineRegister({
  id: 'enterprises',
  room: 'supervision',
  label: { zh: '企业', en: 'Enterprises' },
  singular: { zh: '企业', en: 'Enterprise' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    creditCode: text({
      label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      hint: { zh: '照营业执照录入，第 18 位为校验码', en: 'As on the business licence; the eighteenth character is a check' },
      unique: true,
      maxLength: 18,
      check: 'creditCode',
    }),
    industry: choice({
      label: { zh: '行业', en: 'Industry' },
      hint: { zh: '按监管归口选择', en: 'By who supervises it' },
      required: true,
      options: {
        chemical: { zh: '危险化学品', en: 'Hazardous chemicals' },
        fireworks: { zh: '烟花爆竹', en: 'Fireworks' },
        explosives: { zh: '民用爆炸物品', en: 'Civil explosives' },
        gas: { zh: '燃气', en: 'Gas' },
        mining: { zh: '矿山', en: 'Mining' },
        metal: { zh: '冶金机械', en: 'Metal and machinery' },
        buildingMaterials: { zh: '建材', en: 'Building materials' },
        construction: { zh: '建筑施工', en: 'Construction' },
        transport: { zh: '交通运输', en: 'Transport' },
        wood: { zh: '木材家具', en: 'Wood and furniture' },
        food: { zh: '食品', en: 'Food' },
        textile: { zh: '纺织', en: 'Textiles' },
        commerce: { zh: '商贸', en: 'Commerce' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    riskLevel: choice({
      label: { zh: '风险等级', en: 'Risk level' },
      hint: {
        zh: '取企业各风险点的最高等级：红 重大、橙 较大、黄 一般、蓝 低',
        en: 'The highest of its risk points: red major, orange larger, yellow general, blue low',
      },
      options: {
        red: { zh: '红', en: 'Red' },
        orange: { zh: '橙', en: 'Orange' },
        yellow: { zh: '黄', en: 'Yellow' },
        blue: { zh: '蓝', en: 'Blue' },
      },
    }),
    staff: count({ label: { zh: '从业人数', en: 'Staff' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    operation: choice({
      label: { zh: '经营状态', en: 'Operation' },
      options: {
        running: { zh: '在营', en: 'Running' },
        suspended: { zh: '停产停业', en: 'Suspended' },
        closed: { zh: '关闭注销', en: 'Closed' },
      },
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    address: text({ label: { zh: '地址', en: 'Address' } }),
    principal: text({ label: { zh: '主要负责人', en: 'Principal' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '电话', en: 'Phone' }, hint: { zh: '主要负责人电话', en: "The principal's phone" } }),
    safetyManager: text({ label: { zh: '安全管理负责人', en: 'Safety manager' }, maxLength: 40 }),
    safetyPhone: personalPhone({ label: { zh: '安全管理负责人电话', en: "Safety manager's phone" } }),
    dutyPhone: officePhone({ label: { zh: '值班电话', en: 'Duty phone' }, hint: { zh: '24 小时有人接听', en: 'Answered day and night' } }),
    regulator: text({ label: { zh: '监管部门', en: 'Supervising department' }, maxLength: 100 }),
    insuranceField: choice({
      label: { zh: '强制投保领域', en: 'Compulsory-insurance field' },
      hint: { zh: '应急〔2025〕27号所列八个领域，不属于则留空', en: 'One of the eight fields of 应急〔2025〕27号, else empty' },
      options: {
        mining: { zh: '矿山', en: 'Mining' },
        chemical: { zh: '危险化学品', en: 'Hazardous chemicals' },
        fireworks: { zh: '烟花爆竹', en: 'Fireworks' },
        transport: { zh: '交通运输', en: 'Transport' },
        construction: { zh: '建筑施工', en: 'Construction' },
        explosives: { zh: '民用爆炸物品', en: 'Civil explosives' },
        smelting: { zh: '金属冶炼', en: 'Metal smelting' },
        fishery: { zh: '渔业生产', en: 'Fishery' },
      },
    }),
    standardisation: choice({
      label: { zh: '标准化等级', en: 'Standardisation grade' },
      options: {
        first: { zh: '一级', en: 'First' },
        second: { zh: '二级', en: 'Second' },
        third: { zh: '三级', en: 'Third' },
        none: { zh: '未达标', en: 'None' },
      },
    }),
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
    zh: '还没有企业。先登记有重大危险源和危险作业的企业，或从表格导入。',
    en: 'No enterprises yet. Enter those with major hazards or hazardous operations first, or import a table.',
  },
});
