import { Segmented } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { ModelResult } from '#models/runModel.ts';
import { useText } from '#web/language/language.tsx';
import { adviseZones, cloudOf } from './advice.ts';
import { adviceWords, buildingKinds, type BuildingKind } from './advice.table.ts';
import { compassPoint } from './marks.ts';

const words = defineWords({
  title: { zh: '处置建议', en: 'Advice' },
  approach: { zh: '从{point}（上风侧，{deg}°）接近', en: 'Come from the {point} (upwind, {deg}°)' },
  building: { zh: '房屋', en: 'Buildings' },
  none: { zh: '没有达到需要避险或撤离的范围。', en: 'No zone calls for shelter or leaving.' },
  judged: {
    zh: '换气次数、通知用时与规则为程序的判断，未取自标准；由县专家核定。',
    en: 'Air changes, time of notice and rules are this program’s judgement, not a standard; the county’s experts decide.',
  },
});

/** From where to come, and who shelters and who leaves, with the reasons. Nothing for models without a cloud. */
export function AdvicePanel({ result }: { result: ModelResult }) {
  const say = useText();
  const [kind, setKind] = useState<BuildingKind['id']>('usual');
  const cloud = cloudOf(result.inputs, result.outputs);
  const building = buildingKinds.find(({ id }) => id === kind);
  if (!cloud || !building) return null;
  const advice = adviseZones(cloud, building.airChangesPerHour);
  const deg = result.outputs['approachFromDeg'];
  return (
    <section className="scenario-advice" aria-label={say(words.title)}>
      <h3>{say(words.title)}</h3>
      {typeof deg === 'number' && (
        <p>
          <strong>{say(words.approach, { point: say(compassPoint(deg)), deg: Math.round(deg) })}</strong>
        </p>
      )}
      {advice.length === 0 && <p>{say(words.none)}</p>}
      {advice.map(({ zone, rule, reasons }) => (
        <div key={zone.id} className="scenario-advice-zone">
          <span className="model-hint">{say(zone.name)}</span>
          <strong>{say(adviceWords[rule])}</strong>
          <ul>
            {reasons.map((reason) => (
              <li key={reason.en}>{say(reason)}</li>
            ))}
          </ul>
        </div>
      ))}
      <div className="not-printed">
        <span className="model-hint">{say(words.building)} </span>
        <Segmented
          size="small"
          value={kind}
          onChange={setKind}
          options={buildingKinds.map(({ id, label }) => ({ value: id, label: say(label).split(/[（(]/)[0] ?? '', title: say(label) }))}
        />
      </div>
      <p className="model-hint">{say(words.judged)}</p>
    </section>
  );
}
