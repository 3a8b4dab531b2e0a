import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Model } from '#models/model.ts';
import type { Origin } from '#models/runModel.ts';
import { newId } from '#web/api/newId.ts';
import { useCases } from '#web/api/queries.ts';
import { useMakeScenario } from '#web/api/scenarioQueries.ts';
import { useText } from '#web/language/language.tsx';
import { ErrorState } from '#web/page/states.tsx';

const words = defineWords({
  name: { zh: '情景名称', en: 'Name of the scenario' },
  incident: { zh: '用于哪起事件（可不选）', en: 'For which incident (optional)' },
  exercise: { zh: '演练', en: 'Exercise' },
  keep: { zh: '存为情景并细算', en: 'Keep and refine' },
});

/** Keeps what is on screen as a scenario and starts its refined run. */
export function KeepForm({
  model,
  inputs,
  origins,
  subject,
  areaCode,
  onKept,
}: {
  model: Model;
  inputs: Record<string, unknown>;
  origins: Readonly<Record<string, Origin>>;
  /** What it is made for: an incident, a plan. */
  subject: { kind: string; id: string } | null;
  areaCode: string;
  onKept: (id: string) => void;
}) {
  const say = useText();
  const make = useMakeScenario();
  const [title, setTitle] = useState('');
  const [exercise, setExercise] = useState(false);
  const [incident, setIncident] = useState<string | null>(subject?.kind === 'incident' ? subject.id : null);
  const open = useCases('incident', { open: true });
  const incidents = (open.data?.items ?? []).map((each) => ({
    value: each.id,
    label: typeof each['title'] === 'string' ? each['title'] : each.id,
  }));
  const keep = () => {
    const draft = {
      id: newId(),
      title: title.trim() || say(model.label),
      model: model.id,
      areaCode,
      inputs,
      origins,
      subject: incident === null ? (subject?.kind === 'incident' ? null : subject) : { kind: 'incident', id: incident },
      exercise,
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
      <Select
        className="scenario-keep-incident"
        aria-label={say(words.incident)}
        placeholder={say(words.incident)}
        allowClear
        value={incident}
        options={incidents}
        onChange={(id: string | undefined) => setIncident(id ?? null)}
      />
      <Checkbox checked={exercise} onChange={({ target }) => setExercise(target.checked)}>
        {say(words.exercise)}
      </Checkbox>
      <Button type="primary" loading={make.isPending} onClick={keep}>
        {say(words.keep)}
      </Button>
      {make.error && <ErrorState error={make.error} retry={keep} />}
    </div>
  );
}
