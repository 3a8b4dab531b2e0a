import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { useOffline } from './offlineState.ts';
import './offline.css';

const words = defineWords({
  waiting: { zh: '待上报 {n}', en: '{n} to send' },
  attention: { zh: '待处理 {n}', en: '{n} to decide' },
});

/** In the header: how much waits on this device, and how much needs its person; nothing when there is nothing. */
export function OutboxSign() {
  const say = useText();
  const { pending, attention } = useOffline();
  if (pending + attention === 0) return null;
  return (
    <PageLink to="/outbox" className={attention > 0 ? 'outbox-sign outbox-sign-attention' : 'outbox-sign'}>
      {[pending > 0 && say(words.waiting, { n: pending }), attention > 0 && say(words.attention, { n: attention })]
        .filter(Boolean)
        .join(' · ')}
    </PageLink>
  );
}
