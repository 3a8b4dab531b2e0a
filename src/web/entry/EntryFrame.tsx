import { type ReactNode, useId } from 'react';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { LanguageSwitch } from '#web/frame/LanguageSwitch.tsx';
import { useText } from '#web/language/language.tsx';
import { ApiProblem } from '#web/api/problem.ts';
import { explain } from '#web/page/explain.ts';
import { useTitle } from '#web/page/PageFrame.tsx';
import { useDeclaredMood } from '#web/theme/theme.tsx';
import './entry.css';

const words = defineWords({
  name: { zh: '安澜', en: 'Anlan' },
  what: { zh: '县级应急管理平台', en: "The county's emergency management" },
});

/** What the pages before the login share: one column, name of the program, language. */
export function EntryFrame({ title, lead, children }: { title: Text; lead?: ReactNode; children?: ReactNode }) {
  const say = useText();
  useTitle(say(title));
  useDeclaredMood('office');
  return (
    <main className="entry-page">
      <header className="entry-head">
        <span className="brand">
          <svg viewBox="0 0 32 32" width="34" height="34" aria-hidden="true">
            <path d="M4 11c4-4 8-4 12 0s8 4 12 0M4 17c4-4 8-4 12 0s8 4 12 0M6 23h20" />
          </svg>
          <span>
            <b>{say(words.name)}</b>
            <small>{say(words.what)}</small>
          </span>
        </span>
        <LanguageSwitch />
      </header>
      <section className="entry-card">
        <h1>{say(title)}</h1>
        {lead !== undefined && <p className="entry-lead">{lead}</p>}
        {children}
      </section>
    </main>
  );
}

/** A labelled input with its error and hint tied to it for screen readers. */
export function EntryField({
  label,
  hint,
  error,
  children,
}: {
  label: Text;
  hint?: ReactNode;
  error?: Text | null;
  children: (props: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
}) {
  const say = useText();
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className="entry-field">
      <label className="entry-label" htmlFor={id}>
        {say(label)}
      </label>
      {children({ id, 'aria-describedby': note, 'aria-invalid': Boolean(error) })}
      <div id={note}>
        {error && <p className="entry-error">{say(error)}</p>}
        {hint}
      </div>
    </div>
  );
}

/** Why the form was not taken. */
export function EntryProblem({ error }: { error: Error | null }) {
  const say = useText();
  if (!error) return null;
  const told = explain(error);
  return (
    <p className="entry-problem" role="alert">
      <b>{say(told.happened)}</b>
      {error instanceof ApiProblem && error.status === 401 ? null : ` ${say(told.next)}`}
    </p>
  );
}
