import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { toString as qrCode } from 'qrcode';
import type { Anchor } from '#kernel/journal/anchor.ts';
import { useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink, useParam } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { useAnchor } from './journalQueries.ts';
import { journalWords as words } from './journalWords.ts';
import './journal.css';

/** One anchor on one sheet of paper, with all that is needed to check it without this program. */
export default function AnchorSheetPage() {
  const say = useText();
  const number = useParam('number');
  const asked = useAnchor(number);
  return (
    <PageFrame
      title={say(words.anchorNumber, { n: number })}
      roles={['administrator']}
      waitFor={[asked]}
      summary={
        <PageLink to="/journal" className="not-printed">
          {say(words.back)}
        </PageLink>
      }
      actions={<Button onClick={() => print()}>{say(words.print)}</Button>}
    >
      {asked.data && <Sheet anchor={asked.data.anchor} publicKey={asked.data.publicKey} />}
    </PageFrame>
  );
}

function Sheet({ anchor, publicKey }: { anchor: Anchor; publicKey: string }) {
  const say = useText();
  const { data: me } = useSession();
  const row = (label: string, value: string, isCode = false) => (
    <tr>
      <th scope="row">{label}</th>
      <td>{isCode ? <code>{value}</code> : value}</td>
    </tr>
  );
  return (
    <article className="panel anchor-sheet">
      <h2>{say(words.sheetTitle, { county: me ? say(me.county.name) : '' })}</h2>
      <div className="anchor-top">
        <table>
          <tbody>
            {row(
              say(words.anchors),
              `${say(words.anchorNumber, { n: anchor.number })}（${say(anchor.kind === 'daily' ? words.daily : words.onDemand)}）`,
            )}
            {row(say(words.county), anchor.county)}
            {row(say(words.day), anchor.day)}
            {row(say(words.madeAt), `${dayAndTime(anchor.at, true)}（${anchor.at}）`)}
            {row(say(words.coveredTo), say(words.entries, { n: anchor.position.toLocaleString('en') }))}
            {row(say(words.lastHash), anchor.hash, true)}
            {row(say(words.previous), anchor.previous, true)}
            {row(say(words.algorithm), anchor.algorithm)}
            {row(say(words.keyId), anchor.keyId, true)}
            {row(say(words.signature), anchor.signature, true)}
          </tbody>
        </table>
        <figure className="anchor-code">
          <Code text={`${anchor.statement}signature ${anchor.signature}\n`} />
          <figcaption>{say(words.qr)}</figcaption>
        </figure>
      </div>
      <p>{say(words.how)}</p>
      <h3>{say(words.statement)}</h3>
      <pre>{anchor.statement}</pre>
      <h3>{say(words.publicKey)}</h3>
      <pre>{publicKey}</pre>
      <p className="anchor-foot">{say(words.archived)}</p>
    </article>
  );
}

/** QR code as a drawing, made in the browser. */
function Code({ text }: { text: string }) {
  const say = useText();
  const { data } = useQuery({
    queryKey: ['qr', text],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () =>
      `data:image/svg+xml,${encodeURIComponent(await qrCode(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }))}`,
  });
  return data ? <img src={data} alt={say(words.qr)} width={200} height={200} /> : null;
}
