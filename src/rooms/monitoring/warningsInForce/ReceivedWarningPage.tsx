import { useMemo } from 'react';
import { useLayers } from '#web/api/queries.ts';
import { useReceivedWarning } from '#web/api/warningInForceQueries.ts';
import { useText } from '#web/language/language.tsx';
import { CountyMap } from '#web/map/CountyMap.tsx';
import { mapWarningsOf } from '#web/map/receivedWarnings.ts';
import { useDivisions } from '#web/map/useDivisions.ts';
import { useParam } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { DemoTag, LevelBadge, useMood } from '#web/theme/theme.tsx';
import { MakeCallList } from '#web/calling/MakeCallList.tsx';
import { Places } from './InForceRow.tsx';
import { inForceWords as words } from './inForceWords.ts';
import { InsideList } from './InsideList.tsx';
import type { ReceivedWarning } from './receivedWarning.ts';
import { useWarningText } from './useWarningText.ts';

import './inForce.css';

/** One warning of another agency: what it says, where it holds, what lies inside, and the document it came as. */
export default function ReceivedWarningPage() {
  const say = useText();
  const id = useParam('id');
  const asked = useReceivedWarning(id);
  const warning = asked.data?.warning;
  return (
    <PageFrame
      title={warning ? (warning.texts.find(({ language }) => /^zh\b/i.test(language))?.headline ?? warning.identifier) : words.title}
      waitFor={[asked]}
      summary={
        warning && (
          <span className="case-badges">
            {warning.colour && <LevelBadge level={warning.colour} named />} {warning.agency}
            {warning.sentAt && <span>{say(words.sent, { at: dayAndTime(warning.sentAt) })}</span>}
            {warning.expiresAt && <span>{say(words.until, { to: dayAndTime(warning.expiresAt) })}</span>}
            <DemoTag shown={warning.demo} />
          </span>
        )
      }
    >
      {warning && asked.data && (
        <div className="in-force">
          <div>
            <WarningWords warning={warning} />
            <InsideList id={id} />
          </div>
          <div>
            <section className="panel case-panel not-printed">
              <h2>{say(words.call)}</h2>
              <MakeCallList
                about={{ kind: 'receivedWarning', id }}
                divisions={warning.places}
                title={titleOf(warning)}
                message={messageOf(warning)}
              />
            </section>
            <WarningPlace warning={warning} />
            <SourceDocument warning={warning} xml={asked.data.xml} />
          </div>
        </div>
      )}
    </PageFrame>
  );
}

function chinese({ texts }: ReceivedWarning) {
  return texts.find(({ language }) => /^zh\b/i.test(language)) ?? texts[0];
}

function titleOf(warning: ReceivedWarning): string {
  return chinese(warning)?.headline ?? warning.identifier;
}

function messageOf(warning: ReceivedWarning): string {
  const words_ = chinese(warning);
  return [words_?.headline, words_?.description, words_?.instruction].filter(Boolean).join('\n');
}

function WarningWords({ warning }: { warning: ReceivedWarning }) {
  const say = useText();
  const text = useWarningText(warning);
  return (
    <section className="panel case-panel">
      <h2>{say(words.text)}</h2>
      <p>{text.description}</p>
      {text.instruction && (
        <>
          <h3>{say(words.instruction)}</h3>
          <p className="in-force-instruction">{text.instruction}</p>
        </>
      )}
    </section>
  );
}

function WarningPlace({ warning }: { warning: ReceivedWarning }) {
  const say = useText();
  const { mood } = useMood();
  const layers = useLayers();
  const divisions = useDivisions();
  const drawn = useMemo(() => mapWarningsOf([warning]), [warning]);
  return (
    <section className="panel case-panel">
      <h2>{say(words.where)}</h2>
      <div className="in-force-map">
        <CountyMap mood={mood} divisions={divisions} layers={layers.data ?? []} warnings={drawn} focus={null} legend={false} />
      </div>
      <p className="in-force-map-words">
        <Places warning={warning} />
      </p>
    </section>
  );
}

function SourceDocument({ warning, xml }: { warning: ReceivedWarning; xml: string }) {
  const say = useText();
  return (
    <section className="panel case-panel">
      <h2>{say(words.document)}</h2>
      <p className="case-quiet">
        {say(words.source, { source: warning.source, at: dayAndTime(warning.receivedAt) })} · {warning.identifier}{' '}
        <a download={`${warning.identifier}.xml`} href={`data:application/xml;charset=utf-8,${encodeURIComponent(xml)}`}>
          {say(words.download)}
        </a>
      </p>
      {warning.notes.length > 0 && (
        <details>
          <summary>{say(words.notes)}</summary>
          <ul>
            {warning.notes.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>XML</summary>
        <pre className="in-force-xml">{xml}</pre>
      </details>
    </section>
  );
}
