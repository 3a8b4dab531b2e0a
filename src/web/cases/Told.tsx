import { useText } from '#web/language/language.tsx';
import { explain } from '#web/page/explain.ts';
import './cases.css';

/** An error of a form in its place: what happened, what was kept, what to do. */
export function Told({ error }: { error: Error | null }) {
  const say = useText();
  if (!error) return null;
  const { happened, kept, next } = explain(error);
  return (
    <p className="form-error" role="alert">
      <b>{say(happened)}</b> {say(kept)} {say(next)}
    </p>
  );
}
