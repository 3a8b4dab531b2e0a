import { Component, type ReactNode } from 'react';
import { Button } from 'antd';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { explain } from '#web/page/explain.ts';

const words = defineWords({
  reload: { zh: '重新加载', en: 'Reload' },
  renewed: { zh: '安澜已更新，或本页尚未下载', en: 'Anlan was updated, or this page is not downloaded yet' },
  renewedHow: {
    zh: '服务器上的数据没有受影响。请重新加载本页；若网络断开，请恢复后再试。',
    en: 'Data on the server is not affected. Reload the page; without a network, try again once it is back.',
  },
});

interface Props {
  children: ReactNode;
}

/** Catches a fault of the page below it, so the rest of the screen (alarms, menu) goes on. */
export class Fault extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    return this.state.error ? <FaultNotice error={this.state.error} /> : this.props.children;
  }
}

/** A page's code could not be fetched: after an update the old file is gone. */
function isMissingCode(error: Error): boolean {
  return /dynamically imported module|module script|Unable to preload/i.test(error.message);
}

function FaultNotice({ error }: { error: Error }) {
  const say = useText();
  const told = explain(error);
  const isMissing = isMissingCode(error);
  return (
    <div className="state state-error" role="alert">
      <h2>{say(isMissing ? words.renewed : told.happened)}</h2>
      <p className="state-text">{isMissing ? say(words.renewedHow) : `${say(told.kept)} ${say(told.next)}`}</p>
      <p className="state-code">{error.message}</p>
      <div className="state-action">
        <Button type="primary" onClick={() => location.reload()}>
          {say(words.reload)}
        </Button>
      </div>
    </div>
  );
}
