// Something sent to people or systems by a channel, with a receipt for every attempt.

export const channels = {
  desk: { zh: '值班台', en: 'Duty desk' },
  email: { zh: '电子邮件', en: 'E-mail' },
  push: { zh: '网页提醒', en: 'Page notice' },
  sms: { zh: '短信', en: 'SMS' },
  voice: { zh: '语音电话', en: 'Voice call' },
  webhook: { zh: '网络回调', en: 'Webhook' },
} as const;
export type Channel = keyof typeof channels;

export interface OutgoingMessage {
  channel: Channel;
  /** E-mail address, https URL, phone number, or for desk and push the name of the person. */
  address: string;
  recipientName: string;
  subject: string;
  /** Plain text body. */
  text: string;
  /** Extra attachment or payload, e.g. CAP XML. */
  payload?: { contentType: string; name: string; body: string };
  about: { kind: string; id: string };
  areaCode: string;
  demo: boolean;
}

/** `withdrawn`: what it was about was answered before it was sent. */
export type DeliveryState = 'queued' | 'delivered' | 'retrying' | 'failed' | 'withdrawn';

export interface Delivery {
  id: string;
  channel: Channel;
  address: string;
  recipientName: string;
  subject: string;
  state: DeliveryState;
  attempts: { at: string; ok: boolean; detail: string }[];
  nextAttemptAt: string | null;
  createdAt: string;
}
