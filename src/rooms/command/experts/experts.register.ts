import { personalPhone } from '#kernel/register/contact.ts';
import { date, flag, list, longText, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Experts (专家库) for consultations, inspections with an expert (执法+专家), plan reviews and investigations. Units an expert
 * must stay away from are written down, so nobody inspects his own employer.
 */
export const experts = defineRegister({
  id: 'experts',
  room: 'command',
  label: { zh: '专家', en: 'Experts' },
  singular: { zh: '专家', en: 'Expert' },
  title: 'name',
  shared: true,
  fields: {
    name: text({ label: { zh: '姓名', en: 'Name' }, required: true, maxLength: 40 }),
    specialties: list({
      label: { zh: '专业领域', en: 'Specialties' },
      required: true,
      options: {
        chemical: { zh: '危险化学品', en: 'Hazardous chemicals' },
        mining: { zh: '矿山', en: 'Mining' },
        fireworks: { zh: '烟花爆竹', en: 'Fireworks' },
        industry: { zh: '工贸', en: 'Industry and trade' },
        construction: { zh: '建筑施工', en: 'Construction' },
        gas: { zh: '燃气', en: 'Gas' },
        specialEquipment: { zh: '特种设备', en: 'Special equipment' },
        electricity: { zh: '电气', en: 'Electricity' },
        fire: { zh: '消防', en: 'Fire' },
        traffic: { zh: '交通', en: 'Traffic' },
        flood: { zh: '水利防汛', en: 'Water and floods' },
        weather: { zh: '气象', en: 'Weather' },
        geology: { zh: '地质', en: 'Geology' },
        earthquake: { zh: '地震', en: 'Earthquakes' },
        forest: { zh: '森林防火', en: 'Forest fire' },
        environment: { zh: '环境', en: 'Environment' },
        medicine: { zh: '医疗救护', en: 'Medicine' },
        psychology: { zh: '心理', en: 'Psychology' },
        law: { zh: '法律', en: 'Law' },
      },
    }),
    unit: text({ label: { zh: '工作单位', en: 'Employer' }, maxLength: 100 }),
    rank: text({ label: { zh: '职称', en: 'Rank' }, maxLength: 60 }),
    phone: personalPhone({ label: { zh: '电话', en: 'Phone' } }),
    available: flag({ label: { zh: '可应召', en: 'Available' } }),
    tasks: list({
      label: { zh: '可承担', en: 'May be asked for' },
      options: {
        consultation: { zh: '会商研判', en: 'Consultation' },
        inspection: { zh: '执法检查', en: 'Inspection' },
        scene: { zh: '现场处置', en: 'On the scene' },
        planReview: { zh: '预案评审', en: 'Plan review' },
        investigation: { zh: '事故调查', en: 'Investigation' },
        evaluation: { zh: '演练评估', en: 'Exercise evaluation' },
        training: { zh: '培训授课', en: 'Training' },
      },
    }),
    qualification: text({
      label: { zh: '执业资格', en: 'Qualification' },
      hint: { zh: '如 注册安全工程师，附证号', en: 'E.g. certified safety engineer, with number' },
    }),
    conflicts: longText({
      label: { zh: '回避单位', en: 'Keeps away from' },
      hint: { zh: '任职、兼职或服务的单位，每行一个', en: 'Units he works for or serves, one a line' },
    }),
    appointedOn: date({ label: { zh: '聘任日期', en: 'Appointed on' } }),
    appointedUntil: date({ label: { zh: '聘期至', en: 'Appointed until' } }),
    note: longText({ label: { zh: '备注', en: 'Note' } }),
  },
  access: { read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'], write: ['administrator', 'dutyLeader'] },
  empty: {
    zh: '还没有专家。按聘任文件登记专业领域和电话，会商和检查时即可按专业召集。',
    en: 'No experts yet. Enter specialties and phones from the appointments; they can then be called by specialty.',
  },
});
