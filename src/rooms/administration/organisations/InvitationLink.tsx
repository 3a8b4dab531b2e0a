import { Button, Modal, Typography } from 'antd';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';

const words = defineWords({
  title: { zh: '邀请链接', en: 'Invitation link' },
  how: {
    zh: '请把下面的链接交给 {name} 本人，由其设定密码。链接只能使用一次，关闭后不再显示。',
    en: 'Hand this link to {name}, who sets the password. It works once and is not shown again after closing.',
  },
  close: { zh: '已交给本人，关闭', en: 'Handed over, close' },
});

/** Shows a one-time link; it closes only by its button, because it is not shown again. */
export function InvitationLink({ name, link, close }: { name: string; link: string; close: () => void }) {
  const say = useText();
  return (
    <Modal
      open
      title={say(words.title)}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={close}>
          {say(words.close)}
        </Button>
      }
    >
      <p>{say(words.how, { name })}</p>
      <Typography.Paragraph copyable code>
        {new URL(link, location.origin).href}
      </Typography.Paragraph>
    </Modal>
  );
}
