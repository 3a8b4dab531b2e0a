import { Button, Input } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Model } from '#models/model.ts';
import { newId } from '#web/api/newId.ts';
import { useMakeScenario } from '#web/api/scenarioQueries.ts';
import { useText } from '#web/language/language.tsx';
import { ErrorState } from '#web/page/states.tsx';

const words = defineWords({
  name: { zh: '情景名称', en: 'Name of the scenario' },
  keep: { zh: '存为情景并细算', en: 'Keep and refine' },
});

/** Keeps what is on screen as a scenario and starts its refined run. */
export function KeepForm({
  model,
  inputs,
  areaCode,
  onKept,
}: {
  model: Model;
  inputs: Record<string, unknown>;
  areaCode: string;
  onKept: (id: string) => void;
}) {
  const say = useText();
  const make = useMakeScenario();
  const [title, setTitle] = useState('');
  const keep = () => {
    const draft = {
      id: newId(),
      title: title.trim() || say(model.label),
      model: model.id,
      areaCode,
      inputs,
      origins: {},
      subject: null,
      exercise: false,
    };
    make.mutate(draft, { onSuccess: ({ id }) => onKept(id) });
  };
  return (
    <div className="scenario-keep">
      <Input
        aria-label={say(words.name)}
        placeholder={say(words.name)}
        maxLength={120}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button type="primary" loading={make.isPending} onClick={keep}>
        {say(words.keep)}
      </Button>
      {make.error && <ErrorState error={make.error} retry={keep} />}
    </div>
  );
}
