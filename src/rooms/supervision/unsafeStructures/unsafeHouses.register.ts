import { household, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, flag, longText, measure, point, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Unsafe houses (危房) and what is done about them. Grades A to D are those of an appraisal (C: parts are dangerous, D: the
 * whole house; unverified). Who lives there is personal: name and address open only to those who must go there.
 */
export const unsafeHouses = defineRegister({
  id: 'unsafeHouses',
  room: 'supervision',
  label: { zh: '危房', en: 'Unsafe houses' },
  singular: { zh: '危房', en: 'Unsafe house' },
  title: 'houseNo',
  located: 'place',
  fields: {
    houseNo: text({
      label: { zh: '房屋编号', en: 'House number' },
      hint: { zh: '普查或台账编号，不填姓名', en: 'Number in the survey or ledger, not a name' },
      required: true,
      maxLength: 60,
    }),
    grade: choice({
      label: { zh: '鉴定等级', en: 'Appraisal grade' },
      hint: { zh: '按鉴定报告填写（等级含义未核验）', en: 'As in the appraisal (meaning of grades unverified)' },
      required: true,
      options: {
        c: { zh: 'C 级（局部危险）', en: 'C (parts dangerous)' },
        d: { zh: 'D 级（整幢危险）', en: 'D (wholly dangerous)' },
        suspected: { zh: '疑似，待鉴定', en: 'Suspected, to be appraised' },
      },
    }),
    people: count({ label: { zh: '居住人数', en: 'People living there' }, unit: { zh: '人', en: 'people' }, min: 0 }),
    movedOut: flag({ label: { zh: '已撤离', en: 'Moved out' } }),
    remedy: choice({
      label: { zh: '处置方式', en: 'Remedy' },
      options: {
        repair: { zh: '加固维修', en: 'Strengthen' },
        rebuild: { zh: '拆除重建', en: 'Rebuild' },
        demolish: { zh: '拆除', en: 'Demolish' },
        vacate: { zh: '停用', en: 'Leave empty' },
        watch: { zh: '观察使用', en: 'Watch' },
      },
    }),
    dueOn: date({ label: { zh: '完成期限', en: 'Due on' } }),
    finishedOn: date({ label: { zh: '完成日期', en: 'Finished on' } }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    address: household({ label: { zh: '地址', en: 'Address' } }),
    householder: household({ label: { zh: '户主', en: 'Householder' }, maxLength: 40 }),
    householderPhone: personalPhone({ label: { zh: '户主电话', en: "Householder's phone" } }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      options: {
        ruralHome: { zh: '农村住房', en: 'Rural home' },
        townHome: { zh: '城镇住房', en: 'Town home' },
        business: { zh: '经营用房', en: 'Business' },
        public: { zh: '公共用房', en: 'Public building' },
      },
    }),
    structure: choice({
      label: { zh: '结构', en: 'Structure' },
      options: {
        earth: { zh: '土木', en: 'Earth and timber' },
        brickTimber: { zh: '砖木', en: 'Brick and timber' },
        brickConcrete: { zh: '砖混', en: 'Brick and concrete' },
        concrete: { zh: '钢筋混凝土', en: 'Reinforced concrete' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    builtIn: text({
      label: { zh: '建成年份', en: 'Built in' },
      maxLength: 4,
      pattern: { source: '^(1[89]|20)\\d{2}$', rule: { zh: '须为四位年份', en: 'must be a year of four digits' } },
    }),
    floors: count({ label: { zh: '层数', en: 'Floors' }, unit: { zh: '层', en: 'floors' }, min: 1, max: 60 }),
    floorArea: measure({ label: { zh: '建筑面积', en: 'Floor area' }, unit: 'm²', decimals: 1, min: 0 }),
    danger: longText({ label: { zh: '危险情况', en: 'What is dangerous' } }),
    assessedOn: date({ label: { zh: '鉴定日期', en: 'Appraised on' } }),
    assessor: text({ label: { zh: '鉴定单位', en: 'Appraised by' }, maxLength: 100 }),
    responsible: text({
      label: { zh: '责任人', en: 'Person responsible' },
      hint: { zh: '村或乡镇包保人员', en: 'Of the village or township' },
      maxLength: 40,
    }),
    responsiblePhone: personalPhone({ label: { zh: '责任人电话', en: "Responsible person's phone" } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
    write: ['administrator', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有危房。由乡镇按排查和鉴定结果登记，雨季前核对是否已撤离。',
    en: 'No unsafe houses yet. Townships enter them from surveys and appraisals, and check before the rains who has moved out.',
  },
});
