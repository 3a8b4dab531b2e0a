import { personalPhone } from '#kernel/register/contact.ts';
import { choice, date, point, reference, text } from '#kernel/register/field.ts';
import { defineRegister } from '#kernel/register/register.ts';

/**
 * Lifting gear of building sites (建筑起重机械) over its whole life: rented, put up, used, maintained, taken down. One record
 * is one machine; the project changes with each site, its history is in the journal. Service life is the maker's or the
 * county's figure and stays empty until somebody knows it.
 */
export const liftingGear = defineRegister({
  id: 'liftingGear',
  room: 'supervision',
  label: { zh: '建筑起重机械', en: 'Lifting gear' },
  singular: { zh: '起重机械', en: 'Piece of lifting gear' },
  title: 'name',
  located: 'place',
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      hint: { zh: '如 二期 3 号塔机', en: 'E.g. tower crane 3, phase two' },
      required: true,
      maxLength: 100,
    }),
    kind: choice({
      label: { zh: '种类', en: 'Kind' },
      required: true,
      options: {
        towerCrane: { zh: '塔式起重机', en: 'Tower crane' },
        hoist: { zh: '施工升降机', en: "Builder's hoist" },
        materialHoist: { zh: '物料提升机', en: 'Material hoist' },
        gantry: { zh: '门式起重机', en: 'Gantry crane' },
        mobile: { zh: '流动式起重机', en: 'Mobile crane' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    stage: choice({
      label: { zh: '所处环节', en: 'Stage of life' },
      required: true,
      options: {
        stored: { zh: '在库', en: 'Stored' },
        rented: { zh: '已租赁', en: 'Rented' },
        installing: { zh: '安装中', en: 'Being put up' },
        inUse: { zh: '使用中', en: 'In use' },
        maintenance: { zh: '维修保养', en: 'Maintenance' },
        dismantling: { zh: '拆卸中', en: 'Being taken down' },
        scrapped: { zh: '报废', en: 'Scrapped' },
      },
    }),
    project: text({ label: { zh: '所在工程', en: 'Project' }, maxLength: 100 }),
    recordNo: text({ label: { zh: '备案编号', en: 'Record number' }, unique: true, maxLength: 60 }),
    nextMaintenanceOn: date({ label: { zh: '下次维保日期', en: 'Next maintenance on' } }),
    place: point({ label: { zh: '位置', en: 'Place' } }),
    owner: text({ label: { zh: '产权单位', en: 'Owner' }, maxLength: 100 }),
    enterprise: reference({ label: { zh: '使用单位', en: 'User' }, register: 'enterprises' }),
    model: text({ label: { zh: '型号', en: 'Model' }, maxLength: 60 }),
    factoryNo: text({ label: { zh: '出厂编号', en: 'Factory number' }, maxLength: 60 }),
    madeOn: date({ label: { zh: '出厂日期', en: 'Made on' } }),
    retireOn: date({
      label: { zh: '到期报废日期', en: 'To be scrapped on' },
      hint: { zh: '按说明书或县里规定填写', en: "By the manual or the county's rule" },
    }),
    installer: text({ label: { zh: '安装拆卸单位', en: 'Who puts it up and down' }, maxLength: 100 }),
    installerLicence: text({ label: { zh: '安装资质证号', en: 'Licence of that firm' }, maxLength: 60 }),
    installNoticeOn: date({ label: { zh: '安装告知日期', en: 'Installation announced on' } }),
    testedOn: date({ label: { zh: '检测日期', en: 'Tested on' } }),
    acceptedOn: date({ label: { zh: '联合验收日期', en: 'Accepted on' } }),
    useRegistrationNo: text({ label: { zh: '使用登记编号', en: 'Registration of use' }, maxLength: 60 }),
    maintainer: text({ label: { zh: '维保单位', en: 'Maintained by' }, maxLength: 100 }),
    maintainedOn: date({ label: { zh: '维保日期', en: 'Maintained on' } }),
    dismantleNoticeOn: date({
      label: { zh: '拆卸告知日期', en: 'Dismantling announced on' },
      when: { field: 'stage', is: ['dismantling', 'scrapped'] },
    }),
    siteManager: text({ label: { zh: '现场负责人', en: 'Site manager' }, maxLength: 40 }),
    phone: personalPhone({ label: { zh: '现场负责人电话', en: "Site manager's phone" } }),
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
    zh: '还没有起重机械。向住建部门索取备案清单后导入，先登记正在使用的。',
    en: 'No lifting gear yet. Import the list of the housing department, those in use first.',
  },
});
