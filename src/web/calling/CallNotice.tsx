import { Button, notification } from 'antd';
import type { DomainEvent } from '#kernel/event/event.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { useEvents } from '#web/live/live.tsx';
import { useGo } from '#web/page/links.tsx';

const words = defineWords({ open: { zh: '打开', en: 'Open' } });

/** Shows on every page what was sent to the person who is logged in, and as a notice of the system where that is allowed. */
export default function CallNotice() {
  const [notices, holder] = notification.useNotification();
  const say = useText();
  const go = useGo();
  const { data: me } = useSession();

  useEvents((events) => {
    for (const event of events) {
      if (event.type !== 'note.sent' || !me || !isFor(event, me.accountId)) continue;
      const { title, text } = event.data as { title: string; text: string };
      const address = event.subject.kind === 'alarm' ? `/alarms/${event.subject.id}` : null;
      notices.warning({
        key: event.id,
        title,
        description: text,
        duration: 0,
        actions: address ? (
          <Button type="primary" onClick={() => go(address)}>
            {say(words.open)}
          </Button>
        ) : null,
      });
      if ('Notification' in window && Notification.permission === 'granted') void new Notification(title, { body: text, tag: event.id });
    }
  });
  return holder;
}

function isFor(event: DomainEvent, accountId: string): boolean {
  const { accounts } = event.data;
  return Array.isArray(accounts) && accounts.includes(accountId);
}
