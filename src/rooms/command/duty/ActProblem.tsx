import { ApiProblem } from '#web/api/client.ts';
import { useText } from '#web/language/language.tsx';
import { explain } from '#web/page/explain.ts';
import { deskWords } from './deskWords.ts';

/** Why an act failed; a conflict says who did what. */
export function ActProblem({ error }: { error: Error }) {
  const t = useText();
  const told = explain(error);
  const isConflict = error instanceof ApiProblem && error.code === 'alarm-changed';
  return (
    <div className="desk-problem" role="alert">
      <strong>{t(isConflict ? deskWords.changedByOther : deskWords.notDone)}</strong>
      <span>{t(told.happened)}</span>
      <span>{isConflict ? t(deskWords.changedHow) : `${t(told.kept)} ${t(told.next)}`}</span>
    </div>
  );
}
