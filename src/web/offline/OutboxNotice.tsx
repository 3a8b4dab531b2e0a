import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { useOffline } from './offlineState.ts';
import { useSending } from './useSending.ts';

const words = defineWords({
  kept: { zh: '已存在本机 {n} 条，联网后自动上报。', en: '{n} kept on this device; sent when the network is back.' },
  attention: { zh: '{n} 条已送达但未生效，需要您处理。', en: '{n} arrived but are not in effect: they need your decision.' },
  sent: { zh: '本机保存的 {n} 条已全部上报。', en: 'All {n} kept on this device have been sent.' },
  look: { zh: '查看待上报', en: 'Open the outbox' },
});

/** Says above every page what waits on this device, and sends it. */
export default function OutboxNotice({ accountId }: { accountId: string }) {
  const say = useText();
  const { pending, attention, sent } = useOffline();
  useSending(accountId);
  if (pending + attention + sent === 0) return null;
  return (
    <p className={pending + attention > 0 ? 'banner outbox-notice' : 'banner outbox-notice outbox-notice-done'} role="status">
      {pending > 0 && <span>{say(words.kept, { n: pending })}</span>}
      {attention > 0 && <span>{say(words.attention, { n: attention })}</span>}
      {pending + attention === 0 && <span>{say(words.sent, { n: sent })}</span>}
      {pending + attention > 0 && <PageLink to="/outbox">{say(words.look)}</PageLink>}
    </p>
  );
}
