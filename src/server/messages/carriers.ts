import { createTransport } from 'nodemailer';
import type { OutgoingMessage } from '#kernel/message/message.ts';
import type { Carrier } from './postman.ts';

const timeoutMs = 15_000;

/** E-mail over SMTP; `smtpUrl` such as smtp://user:password@mail.example:587. */
export function emailCarrier(smtpUrl: string, from: string): Carrier {
  const transport = createTransport(smtpUrl, { from, connectionTimeout: timeoutMs, socketTimeout: timeoutMs } as never);
  return async (message) => {
    const info: { response?: string } = await transport.sendMail({
      from,
      to: { name: message.recipientName, address: message.address },
      subject: message.demo ? `【演示】${message.subject}` : message.subject,
      text: message.text,
      attachments: message.payload
        ? [{ filename: message.payload.name, contentType: message.payload.contentType, content: message.payload.body }]
        : [],
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return info.response ?? 'accepted';
  };
}

/** POST of the payload (CAP XML) or of the text as JSON; any 2xx answer is a receipt. */
export const webhookCarrier: Carrier = async (message) => {
  const { contentType, body } = payloadOf(message);
  const answer = await fetch(message.address, {
    method: 'POST',
    headers: { 'content-type': contentType, 'user-agent': 'anlan' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return `HTTP ${answer.status}`;
};

function payloadOf(message: OutgoingMessage): { contentType: string; body: string } {
  return (
    message.payload ?? {
      contentType: 'application/json',
      body: JSON.stringify({ subject: message.subject, text: message.text, about: message.about, demo: message.demo }),
    }
  );
}
