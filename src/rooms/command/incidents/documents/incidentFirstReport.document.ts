import { defineDocument } from '#kernel/document/document.ts';
import { incidentReport } from './incidentReport.ts';

/** 突发事件信息（初报）: Emergency Response Law 2024, article 60 and the county's reporting clocks. */
export const incidentFirstReport = defineDocument({
  id: 'incidentFirstReport',
  label: { zh: '突发事件信息（初报）', en: 'First report of an incident' },
  template: 'command/incidents/documents/incidentFirstReport',
  numbering: { word: '急报' },
  ...incidentReport('初报'),
});
