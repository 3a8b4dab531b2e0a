import type { CaseDeclaration } from '#kernel/casework/case.ts';
import type { Text } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import './cases.css';

/** The state a case is in; finished states are quiet. */
export function StateMark({ declaration, state, label }: { declaration: Pick<CaseDeclaration, 'states'>; state: string; label?: Text }) {
  const say = useText();
  const declared = declaration.states[state];
  return (
    <span className={declared?.final ? 'state-mark state-mark-final' : 'state-mark'}>
      {say(label ?? declared?.label ?? { zh: state, en: state })}
    </span>
  );
}
