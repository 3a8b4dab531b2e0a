import { Button } from 'antd';
import { useId, useState } from 'react';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { defineWords } from '#kernel/language/text.ts';
import type { CaseView, OfferedAction } from '#web/api/answers.ts';
import { useText } from '#web/language/language.tsx';
import { ActionForm } from './ActionForm.tsx';
import './cases.css';

const words = defineWords({
  none: { zh: '您的角色在此状态下没有可做的操作。', en: 'In this state there is nothing for your role to do.' },
  clause: { zh: '（依据：{clause}）', en: ' ({clause})' },
  barred: { zh: '“{action}”现在不能做：{why}', en: '"{action}" is not possible now: {why}' },
});

interface CaseActionsProps {
  declaration: CaseDeclaration;
  view: CaseView;
  /** Actions that have a button elsewhere. */
  except?: readonly string[];
}

const rank = (action: OfferedAction) => (action.tone === 'primary' ? 0 : action.tone === 'danger' ? 2 : 1);

/** Buttons of what may be done with a case now; what is barred stays visible, with the reason in words. */
export function CaseActions({ declaration, view, except = [] }: CaseActionsProps) {
  const say = useText();
  const reasons = useId();
  const [doing, setDoing] = useState<OfferedAction | null>(null);
  const offered = view.actions.filter(({ id }) => !except.includes(id)).sort((a, b) => rank(a) - rank(b));
  const barred = offered.filter((action) => !action.allowed && action.why);
  if (offered.length === 0) return <p className="case-quiet">{say(words.none)}</p>;
  return (
    <div className="case-actions not-printed">
      <div className="case-buttons">
        {offered.map((action) => (
          <Button
            key={action.id}
            size="large"
            type={action.tone === 'primary' && action.allowed ? 'primary' : 'default'}
            danger={action.tone === 'danger'}
            disabled={!action.allowed}
            aria-describedby={action.allowed ? undefined : `${reasons}-${action.id}`}
            onClick={() => setDoing(action)}
          >
            {say(action.label)}
          </Button>
        ))}
      </div>
      {barred.map((action) => (
        <p key={action.id} id={`${reasons}-${action.id}`} className="case-barred">
          {action.why && say(words.barred, { action: say(action.label), why: say(action.why) })}
          {action.clause && <span className="case-clause">{say(words.clause, { clause: action.clause })}</span>}
        </p>
      ))}
      {doing && <ActionForm key={doing.id} declaration={declaration} view={view} action={doing} close={() => setDoing(null)} />}
    </div>
  );
}
