import type { ComponentType } from 'react';
import type { Role } from '#kernel/access/access.ts';
import type { Text } from '#kernel/language/text.ts';

// Every page of the rooms, in the order of the menu: a new page is its file and its entry here. Pages are loaded when they
// are opened. The registers (台账) have one page for all of them, in the web shell.

export interface PageDeclaration {
  /** Address; `$id` is a part the page reads with `useParam('id')`. */
  path: string;
  label: Text;
  room: 'supervision' | 'monitoring' | 'command' | 'decision' | 'administration';
  /** office = light, desk = dark. */
  mood: 'office' | 'desk';
  /** Roles that may see it; absent = everybody with an account. */
  roles?: readonly Role[];
  /** Name of a sign in web/frame/icons.tsx; absent = the page is not in the menu (a detail page). */
  icon?: string;
  /** Roles that start here after logging in. */
  startOf?: readonly Role[];
  /** Absent: the address belongs to a page of the web shell (lists of cases), the entry only puts it into the menu. */
  load?: () => Promise<{ default: ComponentType }>;
}

export const pages: readonly PageDeclaration[] = [
  {
    path: '/desk',
    label: { zh: '值班台', en: 'Duty desk' },
    room: 'command',
    mood: 'desk',
    icon: 'desk',
    roles: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
    startOf: ['administrator', 'dutyLeader', 'dutyOfficer'],
    load: () => import('./command/duty/DutyDeskPage.tsx'),
  },
  {
    path: '/map',
    label: { zh: '一张图', en: 'Map' },
    room: 'command',
    mood: 'desk',
    icon: 'map',
    startOf: ['commander', 'viewer'],
    load: () => import('./command/map/CommonMapPage.tsx'),
  },
  {
    path: '/alarms',
    label: { zh: '报警记录', en: 'Alarms' },
    room: 'monitoring',
    mood: 'office',
    icon: 'alarm',
    load: () => import('./monitoring/alarms/AlarmsPage.tsx'),
  },
  {
    path: '/alarms/$id',
    label: { zh: '报警', en: 'Alarm' },
    room: 'monitoring',
    mood: 'office',
    load: () => import('./monitoring/alarms/AlarmPage.tsx'),
  },
  {
    path: '/call-lists',
    label: { zh: '叫应名单', en: 'Call lists' },
    room: 'monitoring',
    mood: 'office',
    icon: 'warning',
    roles: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
    load: () => import('./monitoring/callLists/CallListsPage.tsx'),
  },
  {
    path: '/call-lists/$id',
    label: { zh: '叫应名单', en: 'Call list' },
    room: 'monitoring',
    mood: 'office',
    roles: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'],
    load: () => import('./monitoring/callLists/CallListPage.tsx'),
  },
  {
    path: '/incidents',
    label: { zh: '突发事件', en: 'Incidents' },
    room: 'command',
    mood: 'office',
    icon: 'incident',
    startOf: ['townshipOfficer'],
    load: () => import('./command/incidents/IncidentsPage.tsx'),
  },
  {
    path: '/incidents/$id',
    label: { zh: '事件', en: 'Incident' },
    room: 'command',
    mood: 'office',
    load: () => import('./command/incidents/IncidentPage.tsx'),
  },
  {
    path: '/warnings',
    label: { zh: '预警', en: 'Warnings' },
    room: 'monitoring',
    mood: 'office',
    icon: 'warning',
    load: () => import('./monitoring/warnings/WarningsPage.tsx'),
  },
  {
    path: '/warnings-in-force',
    label: { zh: '生效预警', en: 'Warnings in force' },
    room: 'monitoring',
    mood: 'office',
    icon: 'warning',
    load: () => import('./monitoring/warningsInForce/WarningsInForcePage.tsx'),
  },
  {
    path: '/warnings-in-force/$id',
    label: { zh: '生效预警', en: 'Warning in force' },
    room: 'monitoring',
    mood: 'office',
    load: () => import('./monitoring/warningsInForce/ReceivedWarningPage.tsx'),
  },
  {
    path: '/warnings/new',
    label: { zh: '起草预警', en: 'Draft a warning' },
    room: 'monitoring',
    mood: 'office',
    roles: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
    load: () => import('./monitoring/warnings/WarningComposerPage.tsx'),
  },
  {
    path: '/warnings/$id',
    label: { zh: '预警', en: 'Warning' },
    room: 'monitoring',
    mood: 'office',
    load: () => import('./monitoring/warnings/WarningPage.tsx'),
  },
  {
    path: '/warnings/$id/edit',
    label: { zh: '编辑预警', en: 'Edit a warning' },
    room: 'monitoring',
    mood: 'office',
    roles: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
    load: () => import('./monitoring/warnings/WarningComposerPage.tsx'),
  },
  {
    path: '/cases/hiddenHazard',
    label: { zh: '隐患治理', en: 'Hidden hazards' },
    room: 'supervision',
    mood: 'office',
    icon: 'hazard',
    startOf: ['enforcementOfficer'],
  },
  {
    path: '/cases/penaltyOrdinary',
    label: { zh: '行政处罚', en: 'Penalty cases' },
    room: 'supervision',
    mood: 'office',
    icon: 'penalty',
    roles: ['administrator', 'bureauLeader', 'commander', 'enforcementOfficer', 'legalReviewer'],
    startOf: ['bureauLeader', 'legalReviewer'],
  },
  {
    path: '/cases/planFiling',
    label: { zh: '预案备案', en: 'Plan filing' },
    room: 'command',
    mood: 'office',
    icon: 'plan',
  },
  {
    path: '/deadlines',
    label: { zh: '时限', en: 'Deadlines' },
    room: 'command',
    mood: 'office',
    icon: 'task',
    load: () => import('./command/duty/DeadlinesPage.tsx'),
  },
  {
    path: '/department-feeds',
    label: { zh: '部门平台', en: 'Platforms of departments' },
    room: 'monitoring',
    mood: 'office',
    icon: 'register',
    roles: ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'],
    load: () => import('./monitoring/departmentFeeds/DepartmentFeedsPage.tsx'),
  },
  {
    path: '/devices',
    label: { zh: '接入设备', en: 'Connected devices' },
    room: 'monitoring',
    mood: 'office',
    icon: 'register',
    roles: ['administrator', 'dutyLeader', 'dutyOfficer'],
    load: () => import('./monitoring/stations/DevicesPage.tsx'),
  },
  {
    path: '/monitoring',
    label: { zh: '监测专题', en: 'Monitoring' },
    room: 'monitoring',
    mood: 'office',
    icon: 'counters',
    load: () => import('./monitoring/profiles/ProfilesPage.tsx'),
  },
  {
    path: '/monitoring/$profile',
    label: { zh: '监测专题', en: 'Monitoring profile' },
    room: 'monitoring',
    mood: 'office',
    load: () => import('./monitoring/profiles/ProfilePage.tsx'),
  },
  {
    path: '/quarantine',
    label: { zh: '未知设备', en: 'Unknown devices' },
    room: 'monitoring',
    mood: 'office',
    icon: 'unknownDevice',
    roles: ['administrator', 'dutyLeader', 'dutyOfficer'],
    load: () => import('./monitoring/stations/QuarantinePage.tsx'),
  },
  {
    path: '/base-data',
    label: { zh: '基础数据', en: 'Base data' },
    room: 'decision',
    mood: 'office',
    roles: ['administrator'],
    icon: 'base',
    load: () => import('./decision/sharedBase/BaseDataPage.tsx'),
  },
  {
    path: '/scenarios',
    label: { zh: '情景推演', en: 'Scenarios' },
    room: 'decision',
    mood: 'office',
    icon: 'scenario',
    load: () => import('./decision/scenarios/ScenariosPage.tsx'),
  },
  {
    path: '/model-verification',
    label: { zh: '模型验证', en: 'Model verification' },
    room: 'decision',
    mood: 'office',
    icon: 'plan',
    load: () => import('./decision/modelVerification/ModelVerificationPage.tsx'),
  },
  {
    path: '/accounts',
    label: { zh: '账号', en: 'Accounts' },
    room: 'administration',
    mood: 'office',
    roles: ['administrator'],
    icon: 'people',
    load: () => import('./administration/organisations/AccountsPage.tsx'),
  },
  {
    path: '/journal',
    label: { zh: '审计日志', en: 'Journal' },
    room: 'administration',
    mood: 'office',
    roles: ['administrator'],
    icon: 'journal',
    load: () => import('./administration/journal/JournalPage.tsx'),
  },
  {
    path: '/journal/anchors/$number',
    label: { zh: '日志锚定单', en: 'Anchor sheet' },
    room: 'administration',
    mood: 'office',
    roles: ['administrator'],
    load: () => import('./administration/journal/AnchorSheetPage.tsx'),
  },
  {
    path: '/me',
    label: { zh: '我的账号', en: 'My account' },
    room: 'administration',
    mood: 'office',
    load: () => import('./administration/myAccount/MyAccountPage.tsx'),
  },
  {
    path: '/organisations',
    label: { zh: '单位岗位', en: 'Posts' },
    room: 'administration',
    mood: 'office',
    icon: 'organisation',
    load: () => import('./administration/organisations/OrganisationsPage.tsx'),
  },
  {
    path: '/installation',
    label: { zh: '安装与运行', en: 'System' },
    room: 'administration',
    mood: 'office',
    roles: ['administrator'],
    icon: 'counters',
    load: () => import('./administration/installation/InstallationPage.tsx'),
  },
];
