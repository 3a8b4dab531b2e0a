import { Typography } from 'antd';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import type { TotpProposal } from './signIn.ts';

const words = defineWords({
  picture: { zh: '验证器二维码', en: 'QR code for the authenticator app' },
  typed: { zh: '不能扫码时，在验证器中手工输入密钥：', en: 'If it cannot be scanned, type this key into the app:' },
  once: { zh: '二维码和密钥只显示这一次。', en: 'Code and key are shown this once.' },
});

/** The secret of an authenticator app, to scan or to type. */
export function AppSecret({ proposal }: { proposal: TotpProposal }) {
  const say = useText();
  return (
    <div className="app-secret">
      <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(proposal.qr)}`} alt={say(words.picture)} width={200} height={200} />
      <p>{say(words.typed)}</p>
      <Typography.Text code copyable={{ text: proposal.secret }}>
        {proposal.secret.replaceAll(/.{4}(?=.)/g, '$& ')}
      </Typography.Text>
      <p className="entry-hint">{say(words.once)}</p>
    </div>
  );
}
