// Something sent to people or systems by a channel, with a receipt for every attempt.

export const channels = {
  desk: { zh: '值班台', en: 'Duty desk' },
  email: { zh: '电子邮件', en: 'E-mail' },
  webhook: { zh: '网络回调', en: 'Webhook' },
} as const;
export type Channel = keyof typeof channels;

export interface OutgoingMessage {
  channel: Channel;
  /** E-mail address or https URL. */
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

export type DeliveryState = 'queued' | 'delivered' | 'retrying' | 'failed';

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
