import { Button } from 'antd';
import { defineWords } from '#kernel/language/text.ts';
import type { ModelResult } from '#models/runModel.ts';
import { useText } from '#web/language/language.tsx';
import { handoversOf, type Handover } from './chain.ts';

const words = defineWords({ next: { zh: '接着算', en: 'Go on with' } });

/** What can be computed next from this result, each with one click. */
export function HandoverBar({ result, onTake }: { result: ModelResult; onTake: (next: Handover) => void }) {
  const say = useText();
  const next = handoversOf(result);
  if (next.length === 0) return null;
  return (
    <div className="scenario-acts not-printed">
      <span className="model-hint">{say(words.next)}</span>
      {next.map((each, index) => (
        <Button key={each.label.en} size="small" type={index === 0 ? 'primary' : 'default'} onClick={() => onTake(each)}>
          {say(each.label)}
        </Button>
      ))}
    </div>
  );
}
