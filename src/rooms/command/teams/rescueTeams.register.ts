import { officePhone, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, list, longText, measure, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Rescue teams (应急救援队伍) by class and grade. Enterprises' team reports: 生产安全事故应急条例 art. 16. Grades of social teams are
 * given by whoever reviews them and are written as text. People are rescueTeamMembers, things are equipment.
 */
export const rescueTeams = defineRegister({
  id: 'rescueTeams',
  room: 'command',
  label: { zh: '救援队伍', en: 'Rescue teams' },
  singular: { zh: '救援队伍', en: 'Rescue team' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, required: true, maxLength: 100 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      required: true,
      options: {
        comprehensive: { zh: '综合性消防救援队', en: 'Comprehensive fire and rescue' },
        government: { zh: '政府专职消防队', en: "Government's full-time fire team" },
        specialised: { zh: '专业救援队', en: 'Specialised' },
        enterpriseFullTime: { zh: '企业专职', en: 'Enterprise, full-time' },
        enterprisePartTime: { zh: '企业兼职', en: 'Enterprise, part-time' },
        social: { zh: '社会应急力量', en: 'Social rescue force' },
        township: { zh: '乡镇应急队', en: 'Township team' },
        village: { zh: '村应急响应队', en: 'Village response team' },
      },
    }),
    readiness: choice({
      label: { zh: '战备状态', en: 'Readiness' },
      options: {
        ready: { zh: '可出动', en: 'Ready' },
        limited: { zh: '部分可出动', en: 'Partly ready' },
        unavailable: { zh: '不可出动', en: 'Not available' },
      },
    }),
    members: count({ label: { zh: '人数', en: 'Members' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    dutyPhone: officePhone({ label: { zh: '值班电话', en: 'Duty phone' }, hint: { zh: '24 小时有人接听', en: 'Answered day and night' } }),
    skills: list({
      label: { zh: '专长', en: 'Skills' },
      options: {
        fire: { zh: '灭火', en: 'Firefighting' },
        water: { zh: '水域', en: 'Water rescue' },
        flood: { zh: '防汛排涝', en: 'Flood and drainage' },
        collapse: { zh: '坍塌搜救', en: 'Collapse search' },
        rope: { zh: '绳索高空', en: 'Rope rescue' },
        chemical: { zh: '危化品', en: 'Hazardous chemicals' },
        mine: { zh: '矿山', en: 'Mines' },
        forestFire: { zh: '森林灭火', en: 'Forest fire' },
        road: { zh: '道路抢通', en: 'Road clearing' },
        power: { zh: '电力抢修', en: 'Power repair' },
        gas: { zh: '燃气抢修', en: 'Gas repair' },
        medical: { zh: '医疗救护', en: 'Medical' },
        communication: { zh: '通信保障', en: 'Communications' },
        drone: { zh: '无人机', en: 'Drones' },
        supplies: { zh: '物资转运', en: 'Supplies' },
      },
    }),
    place: point({ label: { zh: '驻地', en: 'Base' } }),
    leader: text({ label: { zh: '队长', en: 'Leader' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '队长电话', en: "Leader's phone" } }),
    organiser: text({ label: { zh: '组建单位', en: 'Set up by' }, maxLength: 100 }),
    enterprise: reference({ label: { zh: '所属企业', en: 'Enterprise' }, register: 'enterprises' }),
    grade: text({
      label: { zh: '等级', en: 'Grade' },
      hint: { zh: '按评定结果填写，并注明评定单位', en: 'As reviewed, and by whom' },
      maxLength: 60,
    }),
    assemblyMinutes: count({ label: { zh: '集结时间', en: 'Time to assemble' }, unit: { zh: '分钟', en: 'min' }, min: 0, max: 1440 }),
    responseRadius: measure({ label: { zh: '响应半径', en: 'Response radius' }, unit: 'km', decimals: 1, min: 0, max: 1000 }),
    qualification: text({ label: { zh: '资质', en: 'Qualification' } }),
    insuredUntil: date({ label: { zh: '人身保险到期', en: 'Members insured until' } }),
    drilledOn: date({ label: { zh: '演练日期', en: 'Drilled on' } }),
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
    write: ['administrator', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有救援队伍。先登记消防站和社会救援队，填好驻地和值班电话即可调派。',
    en: 'No rescue teams yet. Enter fire stations and social teams first; with base and duty phone they can be called.',
  },
});
