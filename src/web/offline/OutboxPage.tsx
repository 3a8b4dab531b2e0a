import { Button } from 'antd';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { type WorkerState, useOffline } from './offlineState.ts';
import { useOutbox } from './useOutbox.ts';
import { useSending } from './useSending.ts';
import { WriteCard } from './WriteCard.tsx';
import './offline.css';

const words = defineWords({
  title: { zh: '待上报', en: 'Outbox' },
  summary: { zh: '在本机保存、尚未生效的内容', en: 'What is kept on this device and not in effect yet' },
  send: { zh: '立即上报', en: 'Send now' },
  empty: {
    zh: '没有待上报的内容。没有网络时，您保存的台账和案件记录会先存在本机，列在这里，联网后自动上报。',
    en: 'Nothing waits. Without network, records and case notes you save are kept on this device, listed here, and sent by themselves.',
  },
});

const workerWords: Record<WorkerState, Text | null> = {
  ready: null,
  starting: { zh: '正在准备离线使用……', en: 'Getting ready for use without network …' },
  insecure: {
    zh: '本站未使用 https：没有网络时网页无法打开。已打开的网页仍可填写并存在本机，请勿关闭。请管理员配置 https 证书。',
    en: 'This site does not use https: pages cannot be opened without network. An open page still keeps what you save; do not close it. Ask the administrator for an https certificate.',
  },
  unsupported: {
    zh: '此浏览器不能离线打开网页。已打开的网页仍可填写并存在本机，请勿关闭。',
    en: 'This browser cannot open pages without network. An open page still keeps what you save; do not close it.',
  },
  failed: {
    zh: '离线准备失败：没有网络时网页可能打不开。联网后重新载入本页再试。',
    en: 'Getting ready failed: without network pages may not open. Reload this page when the network is there.',
  },
};

/** Everything that waits on this device or needs its person. */
export function OutboxPage() {
  const say = useText();
  const { data: me } = useSession();
  const { worker, workerFault } = useOffline();
  const note = workerWords[worker];
  if (!me) return null;
  return (
    <>
      {note && (
        <p className="banner outbox-notice" role="note">
          {say(note)} {workerFault}
        </p>
      )}
      <Writes accountId={me.accountId} />
    </>
  );
}

function Writes({ accountId }: { accountId: string }) {
  const say = useText();
  const { pending } = useOffline();
  const asked = useOutbox(accountId);
  const { send, isSending, problem } = useSending(accountId);
  const writes = asked.data ?? [];
  return (
    <PageFrame
      title={words.title}
      summary={say(words.summary)}
      waitFor={[asked]}
      empty={{ when: writes.length === 0, text: words.empty }}
      actions={
        pending > 0 && (
          <Button type="primary" loading={isSending} onClick={send}>
            {say(words.send)}
          </Button>
        )
      }
    >
      <FormProblem error={problem} />
      <ul className="outbox">
        {writes.map((write) => (
          <WriteCard key={write.id} accountId={accountId} write={write} />
        ))}
      </ul>
    </PageFrame>
  );
}
