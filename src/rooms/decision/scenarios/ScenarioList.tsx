import { Button, Popconfirm, Progress } from 'antd';
import { defineWords } from '#kernel/language/text.ts';
import type { Scenario } from '#kernel/scenario/scenario.ts';
import { useScenarioAct, useScenarios } from '#web/api/scenarioQueries.ts';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { scenarioStates } from '#web/scenarios/scenarioStates.ts';
import { DemoTag } from '#web/theme/theme.tsx';

const words = defineWords({
  title: { zh: '已存情景', en: 'Kept scenarios' },
  empty: { zh: '还没有情景。左边填好后“存为情景并细算”。', en: 'No scenario yet. Fill in the left side, then “Keep and refine”.' },
  open: { zh: '打开', en: 'Open' },
  compare: { zh: '对比', en: 'Compare' },
  stopCompare: { zh: '停止对比', en: 'Stop comparing' },
  cancel: { zh: '停止', en: 'Stop' },
  remove: { zh: '删除', en: 'Remove' },
  sure: { zh: '删除后不能恢复，日志中仍有记录。', en: 'It cannot be brought back; the journal keeps that it was there.' },
});

interface ScenarioListProps {
  openId: string | null;
  compareId: string | null;
  onOpen: (id: string) => void;
  onCompare: (id: string | null) => void;
}

/** Kept scenarios, latest first, with progress. */
export function ScenarioList({ openId, compareId, onOpen, onCompare }: ScenarioListProps) {
  const say = useText();
  const scenarios = useScenarios();
  const act = useScenarioAct();
  return (
    <section className="scenario-list">
      <h2>{say(words.title)}</h2>
      {scenarios.data?.length === 0 && <p className="model-hint">{say(words.empty)}</p>}
      <ul>
        {scenarios.data?.map((scenario) => (
          <li key={scenario.id} aria-current={scenario.id === openId}>
            <div className="scenario-line">
              <strong>{scenario.title}</strong>
              {scenario.demo && <DemoTag />}
              <span className={`scenario-state scenario-state-${scenario.state}`}>{say(scenarioStates[scenario.state])}</span>
            </div>
            <p className="model-hint">
              {scenario.model} · {dayAndTime(scenario.createdAt)} · {scenario.madeBy}
              {scenario.fault && ` · ${say(scenario.fault)}`}
            </p>
            <Under scenario={scenario} />
            <div className="scenario-acts">
              <Button size="small" onClick={() => onOpen(scenario.id)}>
                {say(words.open)}
              </Button>
              {scenario.state === 'done' && (
                <Button
                  size="small"
                  aria-pressed={scenario.id === compareId}
                  onClick={() => onCompare(scenario.id === compareId ? null : scenario.id)}
                >
                  {say(scenario.id === compareId ? words.stopCompare : words.compare)}
                </Button>
              )}
              {isUnderWay(scenario) ? (
                <Button size="small" danger loading={act.isPending} onClick={() => act.mutate({ id: scenario.id, act: 'cancel' })}>
                  {say(words.cancel)}
                </Button>
              ) : (
                <Popconfirm
                  title={say(words.sure)}
                  okText={say(words.remove)}
                  onConfirm={() => act.mutate({ id: scenario.id, act: 'remove' })}
                >
                  <Button size="small">{say(words.remove)}</Button>
                </Popconfirm>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isUnderWay = ({ state }: Scenario) => state === 'queued' || state === 'running';

function Under({ scenario }: { scenario: Scenario }) {
  const say = useText();
  if (scenario.state !== 'running') return null;
  return (
    <div className="scenario-progress">
      <Progress percent={Math.round(scenario.progress * 100)} size="small" />
      {scenario.stage && <span className="model-hint">{say(scenario.stage)}</span>}
    </div>
  );
}
