import { defineDocument } from '#kernel/document/document.ts';
import { incidentReport } from './incidentReport.ts';

/** 突发事件信息（续报）: Emergency Response Law 2024, article 60 and the county's reporting clocks. */
export const incidentFollowUpReport = defineDocument({
  id: 'incidentFollowUpReport',
  label: { zh: '突发事件信息（续报）', en: 'Follow-up report of an incident' },
  template: 'command/incidents/documents/incidentFollowUpReport',
  numbering: { word: '急报' },
  ...incidentReport('续报'),
});
