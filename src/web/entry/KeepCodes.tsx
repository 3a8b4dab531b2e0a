import { Button } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';

const words = defineWords({
  title: { zh: '请保存恢复码', en: 'Keep these recovery codes' },
  how: {
    zh: '手机丢失时用恢复码登录，每个只能用一次。请打印或抄下，锁在安全处；关闭后不再显示。',
    en: 'They let you in when the phone is lost, each once. Print or write them down and lock them away; they are not shown again.',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  print: { zh: '打印', en: 'Print' },
  kept: { zh: '已妥善保存，继续', en: 'Kept safe, go on' },
});

/** Recovery codes, shown once. */
export function KeepCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const say = useText();
  const [isCopied, setCopied] = useState(false);
  return (
    <section className="keep-codes" aria-labelledby="keep-codes">
      <h2 id="keep-codes">{say(words.title)}</h2>
      <p className="entry-lead">{say(words.how)}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="keep-codes-acts">
        <Button onClick={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))}>
          {say(isCopied ? words.copied : words.copy)}
        </Button>
        <Button onClick={() => print()}>{say(words.print)}</Button>
        <Button type="primary" onClick={onKept}>
          {say(words.kept)}
        </Button>
      </div>
    </section>
  );
}
