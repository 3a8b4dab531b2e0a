import type { DocumentDeclaration } from '#kernel/document/document.ts';
import type { Block } from '#kernel/document/layout.ts';
import type { DocumentSource } from '#kernel/document/source.ts';
import { longText, text } from '#kernel/register/field.ts';
import { eventCode } from '#statutes/statutes.ts';

// Report of an emergency (突发事件信息) to the city and the department above. Every report is a document of its own and is
// never changed: what was known then stays known.

const asks = {
  reportTo: text({ label: { zh: '报送单位', en: 'Reported to' }, required: true, maxLength: 100 }),
  measures: longText({ label: { zh: '已采取的措施', en: 'Measures taken' }, required: true }),
  trend: longText({ label: { zh: '发展趋势及下一步措施', en: 'Trend and next measures' } }),
  needs: text({ label: { zh: '需上级支持事项', en: 'Support needed' }, maxLength: 200 }),
  issuer: text({ label: { zh: '签发人', en: 'Signed by' }, required: true, maxLength: 40 }),
  contactPhone: text({ label: { zh: '值班电话', en: 'Duty phone' }, required: true, maxLength: 40 }),
};

function values(source: DocumentSource) {
  const code = source.say('eventCode');
  const known = eventCode(code);
  const people = (name: string) => source.say(name) || '暂无报告';
  return {
    title: source.say('title'),
    eventKind: known ? `${known.name.zh}（${code}）` : code,
    grade: source.say('grade') || '待定',
    openedAt: source.openedAt,
    place: [source.areaName(source.found.areaCode), source.say('placeText')].filter(Boolean).join('　'),
    position: source.say('place'),
    facts: source.say('facts'),
    dead: people('dead'),
    missing: people('missing'),
    injured: people('injured'),
    reportTo: source.ask('reportTo'),
    measures: source.ask('measures'),
    trend: source.ask('trend') || '正在研判，随时续报',
    needs: source.ask('needs') || '无',
    issuer: source.ask('issuer'),
    contactPhone: source.ask('contactPhone'),
    reporter: source.madeBy,
  };
}

const layout = (stage: string): Block[] => [
  { kind: 'title', text: `突发事件信息（${stage}）` },
  { kind: 'number' },
  { kind: 'addressee', text: '{reportTo}：' },
  { kind: 'text', text: '现将“{title}”有关情况报告如下：' },
  { kind: 'text', text: '一、基本情况。{facts}' },
  { kind: 'text', text: '事件类型：{eventKind}；等级：{grade}；接报时间：{openedAt}；地点：{place}（{position}）。' },
  { kind: 'text', text: '二、人员伤亡情况。死亡：{dead}；失踪：{missing}；受伤：{injured}。' },
  { kind: 'text', text: '三、已采取的措施。{measures}' },
  { kind: 'text', text: '四、发展趋势及下一步措施。{trend}' },
  { kind: 'text', text: '五、需上级支持事项。{needs}' },
  { kind: 'seal' },
  { kind: 'remark', text: '签发人：{issuer}　　报送人：{reporter}　　值班电话：{contactPhone}' },
];

/** What the first report and the follow-up share. */
export function incidentReport(stage: string): Pick<DocumentDeclaration, 'of' | 'version' | 'requires' | 'asks' | 'values' | 'layout'> {
  return { of: ['incident'], version: 1, requires: ['title', 'eventCode', 'facts'], asks, values, layout: layout(stage) };
}
