import { Button, Progress } from 'antd';
import { faultWords } from '#kernel/journal/faultWords.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { useVerification, useVerify, type VerificationState } from './journalQueries.ts';
import { journalWords as words, stateWords } from './journalWords.ts';

/** Verifies the whole journal on the server and says where it does not hold. */
export function VerificationPanel() {
  const say = useText();
  const asked = useVerification();
  const { start, stop } = useVerify();
  const now = asked.data;
  return (
    <section className="panel case-panel not-printed">
      <h2>{say(words.verification)}</h2>
      {now && <Outcome now={now} />}
      <FormProblem error={start.error ?? stop.error} />
      <p className="journal-acts">
        {now?.state === 'running' ? (
          <Button onClick={() => stop.mutate()} loading={stop.isPending}>
            {say(words.stop)}
          </Button>
        ) : (
          <Button type="primary" onClick={() => start.mutate()} loading={start.isPending}>
            {say(words.verify)}
          </Button>
        )}
      </p>
    </section>
  );
}

function Outcome({ now }: { now: VerificationState }) {
  const say = useText();
  const { state, checked, of, result, finishedAt } = now;
  if (state === 'running') {
    const percent = of === 0 ? 0 : Math.floor((100 * checked) / of);
    return (
      <div role="status">
        <p>{say(words.progress, { checked: checked.toLocaleString('en'), of: of.toLocaleString('en') })}</p>
        <Progress percent={percent} size="small" aria-label={say(words.verification)} />
      </div>
    );
  }
  if (!result) return <p className="case-quiet">{say(stateWords[state])}</p>;
  const isWhole = result.faultCount === 0;
  return (
    <div role="status">
      <p className={isWhole ? 'journal-good' : 'journal-bad'}>
        <span aria-hidden="true">{isWhole ? '✓' : '✗'}</span>{' '}
        {isWhole
          ? say(words.good, { n: result.checked.toLocaleString('en'), anchors: result.anchors })
          : say(words.bad, { n: result.faultCount })}
      </p>
      {!isWhole && (
        <ol className="journal-faults">
          {result.faults.map((fault) => (
            <li key={JSON.stringify(fault)}>{say(faultWords(fault))}</li>
          ))}
        </ol>
      )}
      {result.anchoredTo < result.lastPosition && <p className="case-quiet">{say(words.tail, { n: result.anchoredTo })}</p>}
      {finishedAt && <p className="case-quiet">{say(words.finishedAt, { at: dayAndTime(finishedAt, true) })}</p>}
    </div>
  );
}
