import { personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, flag, geometry, longText, measure, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Forest lots (林地、林区小班) with what lights and what stops a fire: graves, roads, breaks, water, and who walks there. The
 * danger of the day is computed from weather and is not written here.
 */
export const forestLots = defineRegister({
  id: 'forestLots',
  room: 'monitoring',
  label: { zh: '林区', en: 'Forest lots' },
  singular: { zh: '林区', en: 'Forest lot' },
  title: 'name',
  located: 'extent',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    tenure: choice({
      label: { zh: '权属', en: 'Tenure' },
      options: { state: { zh: '国有', en: 'State' }, collective: { zh: '集体', en: 'Collective' }, private: { zh: '个人', en: 'Private' } },
    }),
    area: measure({ label: { zh: '面积', en: 'Area' }, unit: 'ha', decimals: 2, min: 0 }),
    isKey: flag({ label: { zh: '重点林区', en: 'Key forest' } }),
    ranger: text({ label: { zh: '护林员', en: 'Ranger' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '护林员电话', en: "Ranger's phone" } }),
    extent: geometry({ label: { zh: '范围', en: 'Extent' }, allow: ['Polygon', 'MultiPolygon'] }),
    chief: text({ label: { zh: '林长', en: 'Forest chief' }, maxLength: 40 }),
    chiefPhone: personalPhone({ label: { zh: '林长电话', en: "Forest chief's phone" } }),
    species: text({ label: { zh: '主要树种', en: 'Main species' }, maxLength: 100 }),
    purpose: choice({
      label: { zh: '类别', en: 'Purpose' },
      options: {
        protection: { zh: '公益林', en: 'Protection' },
        commercial: { zh: '商品林', en: 'Commercial' },
        scenic: { zh: '风景林', en: 'Scenic' },
      },
    }),
    graves: count({
      label: { zh: '坟头数', en: 'Graves' },
      hint: { zh: '清明等祭扫火源', en: 'Fires of offerings' },
      unit: { zh: '处', en: 'graves' },
      min: 0,
    }),
    checkpoints: text({ label: { zh: '防火检查站', en: 'Checkpoints' } }),
    fireBreak: measure({ label: { zh: '防火隔离带', en: 'Fire breaks' }, unit: 'km', decimals: 2, min: 0 }),
    road: text({ label: { zh: '防火通道', en: 'Fire road' } }),
    water: text({ label: { zh: '取水点', en: 'Water' }, hint: { zh: '水塘、蓄水池、引水上山管道', en: 'Ponds, tanks, pipes uphill' } }),
    station: reference({ label: { zh: '火情监测站', en: 'Fire watch station' }, register: 'stations' }),
    camera: reference({ label: { zh: '瞭望摄像机', en: 'Watch camera' }, register: 'cameras' }),
    burnedOn: date({ label: { zh: '最近起火日期', en: 'Last fire on' } }),
    note: longText({ label: { zh: '备注', en: 'Note' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'viewer', 'townshipOfficer'],
    write: ['administrator', 'dutyOfficer', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有林区。向林业部门索取重点林区范围，先登记林长和护林员电话。',
    en: 'No forest lots yet. Ask the forestry department for key forests; enter chief and ranger first.',
  },
});
