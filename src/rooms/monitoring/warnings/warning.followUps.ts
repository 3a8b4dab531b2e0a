import type { AnyCase } from '#kernel/casework/case.ts';
import type { Effects, FollowUp, Reader } from '#kernel/casework/followUp.ts';
import type { Channel, OutgoingMessage } from '#kernel/message/message.ts';
import { refuse, type FieldError, type Refusal } from '#kernel/problem/refusal.ts';
import { capMimeType } from '#protocols/cap/atom.ts';
import type { CapAlert } from '#protocols/cap/alert.ts';
import { validateCap } from '#protocols/cap/validate.ts';
import { writeCap } from '#protocols/cap/write.ts';
import { warningLevels } from './warning.case.ts';
import { alertOf, cancelOf, type Issuer, type Warning } from './warningCap.ts';

// What submitting, publishing and lifting a warning bring about: checks no single field can make, messages to the
// recipients, the mark on the warning that is replaced.

const asWarning = (found: AnyCase) => found as unknown as Warning;

export const warningSubmitted: FollowUp = {
  caseType: 'warning',
  action: 'submit',
  effects: async (found, at) => {
    const refusal = incomplete(asWarning(found), at);
    return refusal ? { refusal } : {};
  },
};

export const warningPublished: FollowUp = {
  caseType: 'warning',
  action: 'publish',
  async effects(found, at, read) {
    const published = { ...asWarning(found), publishedAt: at.toISOString() };
    const refusal = incomplete(published, at);
    if (refusal) return { refusal };
    const replaced = published.supersedes ? await read.case('warning', published.supersedes) : null;
    const alert = alertOf(published, await issuerOf(read), replaced && asWarning(replaced));
    const problem = validateCap(alert)[0];
    if (problem)
      return {
        refusal: refuse('cap-invalid', 422, {
          zh: `预警不符合 CAP 1.2：${problem.path} ${problem.message}`,
          en: `The warning is not valid CAP 1.2: ${problem.path} ${problem.message}`,
        }),
      };
    const effects: Effects = { set: { publishedAt: at.toISOString() }, messages: await messages(published, alert, read, '') };
    if (replaced?.state === 'published')
      effects.actions = [{ type: 'warning', id: replaced.id, action: 'supersede', note: String(published.headlineZh) }];
    return effects;
  },
};

export const warningCancelled: FollowUp = {
  caseType: 'warning',
  action: 'cancel',
  async effects(found, at, read) {
    const lifted = { ...asWarning(found), cancelledAt: at.toISOString() };
    return {
      set: { cancelledAt: at.toISOString() },
      messages: await messages(lifted, cancelOf(lifted, await issuerOf(read), ''), read, '【解除】'),
    };
  },
};

async function issuerOf(read: Reader): Promise<Issuer> {
  return { county: read.county, areas: await read.areas() };
}

/** One message a recipient; demo warnings go to demo recipients only, real ones to real ones only. */
async function messages(found: Warning, alert: CapAlert, read: Reader, prefix: string): Promise<OutgoingMessage[]> {
  const recipients = await read.records('warningRecipients', {});
  const xml = writeCap(alert);
  const level = warningLevels[(found.color ?? 'blue') as keyof typeof warningLevels];
  return recipients
    .filter((recipient) => recipient['active'] !== false && recipient.demo === found.demo)
    .map((recipient) => ({
      channel: recipient['channel'] as Channel,
      address: String(recipient['address']),
      recipientName: String(recipient['name']),
      subject: `${prefix}${found.headlineZh ?? ''}（${level.zh}）`,
      text: plainText(found, prefix),
      payload: { contentType: capMimeType, name: `${alert.identifier}.xml`, body: xml },
      about: { kind: 'warning', id: found.id },
      areaCode: found.areaCode,
      demo: found.demo,
    }));
}

function plainText(found: Warning, prefix: string): string {
  const local = (instant: string | null) =>
    instant ? new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false }) : '';
  return [
    `${prefix}${found.headlineZh ?? ''}`,
    '',
    found.descriptionZh ?? '',
    '',
    `防御指引：${found.instructionZh ?? ''}`,
    `生效：${local(found.effective)}　失效：${local(found.expires)}`,
    ...(found.headlineEn ? ['', found.headlineEn, found.descriptionEn ?? '', `Instruction: ${found.instructionEn ?? ''}`] : []),
  ].join('\n');
}

/** What is still missing or contradictory, or null. */
function incomplete(found: Warning, at: Date): Refusal | null {
  const fields: FieldError[] = [];
  const fault = (field: keyof Warning, rule: string, zh: string, en: string) =>
    fields.push({ field, value: found[field] ?? null, rule, text: { zh, en } });
  if (!found.areas?.length && !found.shape && !(found.circleCenter && found.circleRadiusKm))
    fault('areas', 'required', '请选择行政区，或在图上划定影响区域', 'Choose divisions or draw the area');
  if (found.circleCenter && !found.circleRadiusKm) fault('circleRadiusKm', 'required', '请填写半径', 'Give the radius');
  if (Date.parse(found.expires ?? '') <= Date.parse(found.effective ?? ''))
    fault('expires', 'min', '失效时间须晚于生效时间', 'It must expire after it takes effect');
  else if (Date.parse(found.expires ?? '') <= at.getTime()) fault('expires', 'min', '失效时间已过', 'The time of expiry is past');
  const english = [found.headlineEn, found.descriptionEn, found.instructionEn].filter(Boolean).length;
  if (english !== 0 && english !== 3)
    fault(
      'headlineEn',
      'required',
      '英文部分须标题、内容、指引齐全，或全部留空',
      'Fill headline, description and instruction in English, or none of them',
    );
  return fields.length > 0
    ? refuse('warning-incomplete', 422, { zh: '预警内容不完整', en: 'The warning is not complete' }, { fields })
    : null;
}
