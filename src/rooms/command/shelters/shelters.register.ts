import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, flag, list, longText, measure, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Emergency shelters (应急避难场所). Kinds of stay: GB 51143-2015; levels and the split into indoor, outdoor, above and below
 * ground: GB/T 44013-2024 (read in draft). How much area a person needs is a figure nobody could verify, so capacity is
 * what the county's inventory says. Whether a shelter is open and who is in it belongs to its opening, a case.
 */
export const shelters = defineRegister({
  id: 'shelters',
  room: 'command',
  label: { zh: '应急避难场所', en: 'Emergency shelters' },
  singular: { zh: '避难场所', en: 'Shelter' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '类型', en: 'Kind' },
      options: { indoor: { zh: '室内', en: 'Indoor' }, outdoor: { zh: '室外', en: 'Outdoor' } },
    }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    capacity: count({ label: { zh: '容纳人数', en: 'Capacity' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    keeper: text({ label: { zh: '管理人', en: 'Keeper' }, hint: { zh: 'A 岗', en: 'Post A' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '电话', en: 'Phone' } }),
    stay: choice({
      label: { zh: '避难时长类别', en: 'Kind of stay' },
      options: {
        emergency: { zh: '紧急', en: 'Emergency' },
        shortTerm: { zh: '固定（短期）', en: 'Fixed, short-term' },
        mediumTerm: { zh: '固定（中期）', en: 'Fixed, medium-term' },
        longTerm: { zh: '固定（长期）', en: 'Fixed, long-term' },
        central: { zh: '中心', en: 'Central' },
      },
    }),
    level: choice({
      label: { zh: '级别', en: 'Level' },
      options: {
        province: { zh: '省级', en: 'Province' },
        city: { zh: '市级', en: 'City' },
        county: { zh: '县级', en: 'County' },
        township: { zh: '乡镇（街道）级', en: 'Township' },
        village: { zh: '村（社区）级', en: 'Village' },
      },
    }),
    ground: choice({
      label: { zh: '地上地下', en: 'Above or below ground' },
      options: { above: { zh: '地上', en: 'Above' }, below: { zh: '地下', en: 'Below' } },
    }),
    siteKind: choice({
      label: { zh: '依托场地', en: 'On the site of' },
      options: {
        school: { zh: '学校', en: 'School' },
        square: { zh: '广场', en: 'Square' },
        park: { zh: '公园绿地', en: 'Park' },
        stadium: { zh: '体育场馆', en: 'Stadium' },
        airDefence: { zh: '人防工程', en: 'Civil air-defence works' },
        hall: { zh: '文化活动场所', en: 'Hall' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    area: measure({ label: { zh: '占地面积', en: 'Area' }, unit: 'm²', decimals: 0, min: 0 }),
    effectiveArea: measure({ label: { zh: '有效避难面积', en: 'Effective area' }, unit: 'm²', decimals: 0, min: 0 }),
    entrances: count({ label: { zh: '出入口数', en: 'Entrances' }, unit: { zh: '个', en: 'entrances' }, min: 0, max: 100 }),
    hazards: list({
      label: { zh: '适用灾害', en: 'For' },
      options: {
        earthquake: { zh: '地震', en: 'Earthquake' },
        flood: { zh: '洪涝', en: 'Flood' },
        wind: { zh: '大风和雷暴', en: 'Wind and storms' },
        cold: { zh: '低温雨雪冰冻', en: 'Cold, snow and ice' },
        geology: { zh: '地质灾害', en: 'Geological' },
        chemical: { zh: '危化品泄漏', en: 'Chemical release' },
        fire: { zh: '火灾', en: 'Fire' },
      },
    }),
    floodSafe: flag({ label: { zh: '不受洪水淹没', en: 'Above floods' } }),
    earthquakeSafe: flag({ label: { zh: '满足抗震要求', en: 'Earthquake-safe' } }),
    wheelchairAccess: flag({ label: { zh: '无障碍', en: 'Wheelchair access' } }),
    facilities: list({
      label: { zh: '设施', en: 'Facilities' },
      options: {
        water: { zh: '供水', en: 'Water' },
        power: { zh: '供电', en: 'Power' },
        toilet: { zh: '厕所', en: 'Toilets' },
        medical: { zh: '医疗', en: 'Medical' },
        command: { zh: '指挥', en: 'Command' },
        supplies: { zh: '物资储备', en: 'Supplies' },
        broadcast: { zh: '广播', en: 'Broadcast' },
        helipad: { zh: '停机坪', en: 'Helipad' },
      },
    }),
    operator: text({ label: { zh: '管理单位', en: 'Operator' }, maxLength: 100 }),
    dutyPhone: officePhone({ label: { zh: '值班电话', en: 'Duty phone' } }),
    deputy: text({ label: { zh: '管理人（B 岗）', en: 'Keeper, post B' }, maxLength: 40 }),
    deputyPhone: personalPhone({ label: { zh: 'B 岗电话', en: 'Phone, post B' } }),
    keyHolder: text({ label: { zh: '钥匙保管人', en: 'Key holder' }, maxLength: 40 }),
    keyPhone: personalPhone({ label: { zh: '钥匙保管人电话', en: "Key holder's phone" } }),
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
    zh: '还没有避难场所。先登记学校、广场和体育场馆，填好容纳人数、管理人和钥匙保管人。',
    en: 'No shelters yet. Enter schools, squares and stadiums first, with capacity, keeper and key holder.',
  },
});
