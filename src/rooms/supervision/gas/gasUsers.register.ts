import { household, personalPhone } from '#kernel/register/contact.ts';
import { choice, count, date, flag, longText, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Users of town gas (燃气用户) with their combustible-gas alarms (可燃气体报警装置), visits, and the change from bottles to pipe
 * or electricity (瓶改管、瓶改电). Restaurants and other businesses first: they must fit alarms (安全生产法 art. 99(8)). How often a
 * user is visited is the county's rule and not set here.
 */
export const gasUsers = defineRegister({
  id: 'gasUsers',
  room: 'supervision',
  label: { zh: '燃气用户', en: 'Gas users' },
  singular: { zh: '燃气用户', en: 'Gas user' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      hint: { zh: '商户填店名；居民填户号，不填姓名', en: 'A business by its name; a household by its number, not by the person' },
      required: true,
      maxLength: 100,
    }),
    kind: choice({
      label: { zh: '用户类别', en: 'Kind' },
      required: true,
      options: {
        restaurant: { zh: '餐饮', en: 'Restaurant' },
        canteen: { zh: '单位食堂', en: 'Canteen' },
        school: { zh: '学校', en: 'School' },
        hospital: { zh: '医院', en: 'Hospital' },
        care: { zh: '养老机构', en: 'Care home' },
        industry: { zh: '工业', en: 'Industry' },
        resident: { zh: '居民', en: 'Household' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    supply: choice({
      label: { zh: '供气方式', en: 'Supply' },
      options: {
        pipe: { zh: '管道气', en: 'Pipe' },
        bottle: { zh: '瓶装气', en: 'Bottles' },
        electric: { zh: '已改用电', en: 'Changed to electricity' },
      },
    }),
    alarmFitted: flag({ label: { zh: '已装报警装置', en: 'Alarm fitted' } }),
    alarmOnline: flag({ label: { zh: '报警装置联网', en: 'Alarm online' } }),
    nextVisitOn: date({ label: { zh: '下次入户安检', en: 'Next visit on' } }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    address: household({ label: { zh: '地址', en: 'Address' } }),
    supplier: reference({ label: { zh: '供气企业', en: 'Supplier' }, register: 'enterprises' }),
    accountNo: text({ label: { zh: '户号', en: 'Account number' }, maxLength: 60 }),
    device: reference({ label: { zh: '报警装置', en: 'Alarm device' }, register: 'devices' }),
    alarmExpiresOn: date({ label: { zh: '报警装置有效期至', en: 'Alarm expires on' }, hint: { zh: '按产品说明书', en: 'By its manual' } }),
    shutOffFitted: flag({ label: { zh: '已装自动切断阀', en: 'Shut-off valve fitted' } }),
    bottleCount: count({ label: { zh: '气瓶数', en: 'Bottles' }, unit: { zh: '瓶', en: 'bottles' }, min: 0 }),
    conversion: choice({
      label: { zh: '改造进度', en: 'Conversion' },
      hint: { zh: '瓶改管、瓶改电', en: 'From bottles to pipe or electricity' },
      options: {
        notNeeded: { zh: '不需要', en: 'Not needed' },
        planned: { zh: '计划中', en: 'Planned' },
        working: { zh: '施工中', en: 'Being done' },
        done: { zh: '已完成', en: 'Done' },
      },
    }),
    visitedOn: date({ label: { zh: '入户安检日期', en: 'Visited on' } }),
    visitResult: choice({
      label: { zh: '安检结果', en: 'Result of the visit' },
      options: {
        good: { zh: '合格', en: 'Good' },
        hazard: { zh: '有隐患', en: 'Hidden hazard found' },
        notEntered: { zh: '到访不遇', en: 'Nobody there' },
        refused: { zh: '拒绝安检', en: 'Refused' },
      },
    }),
    contact: text({ label: { zh: '联系人', en: 'Contact' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '电话', en: 'Phone' } }),
    note: longText({ label: { zh: '备注', en: 'Note' } }),
  },
  access: {
    read: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
    write: ['administrator', 'townshipOfficer'],
  },
  empty: {
    zh: '还没有燃气用户。先登记餐饮等经营场所，再向燃气企业索取用户清单导入。',
    en: 'No gas users yet. Enter restaurants and other businesses first, then import the lists of the suppliers.',
  },
});
