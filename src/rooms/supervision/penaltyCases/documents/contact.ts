import type { DocumentSource } from '#kernel/document/source.ts';
import { text } from '#kernel/register/field.ts';

/** Whom the party may turn to; asked each time, because it is another officer each time. */
export const contactAsks = {
  contact: text({ label: { zh: '联系人', en: 'Contact' }, required: true, maxLength: 40 }),
  contactPhone: text({ label: { zh: '联系电话', en: 'Contact phone' }, required: true, maxLength: 40 }),
};

export const contactOf = (source: DocumentSource) => ({ contact: source.ask('contact'), contactPhone: source.ask('contactPhone') });
