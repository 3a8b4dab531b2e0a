import { useQuery } from '@tanstack/react-query';
import { defineWords, type Text } from '#kernel/language/text.ts';
import type { RecordPanelProps } from '#kernel/register/panel.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useText } from '#web/language/language.tsx';
import './alarms.css';

const words = defineWords({
  title: { zh: '规则含义', en: 'What the rule says' },
  points: { zh: '用于 {n} 个测点，以其中一个为例：', en: 'For {n} points; one of them:' },
  none: { zh: '目前没有符合的测点，规则不会报警。', en: 'No point fits at present: the rule raises nothing.' },
  noVerdicts: {
    zh: '启用以来有 {n} 次无法判断（暂无数据或除以零）。',
    en: 'Since it applies it could not tell {n} times (no data yet, division by zero).',
  },
  problem: { zh: '规则目前不起作用：', en: 'The rule judges nothing at present: ' },
});

interface Answer {
  sentence: Text | null;
  points: number;
  problem: Text | null;
  noVerdicts: number;
}

/** A rule in one sentence, above its record. */
export default function RuleSentence({ record }: RecordPanelProps) {
  const say = useText();
  const { data } = useQuery({
    queryKey: [...keys.record('alarmRules', record.id), 'sentence', record.version],
    queryFn: ({ signal }) => api.get<Answer>(`/alarm-rules/${record.id}/sentence`, { signal }),
  });
  if (!data) return null;
  return (
    <section className="panel rule-sentence" aria-label={say(words.title)}>
      {data.points > 1 && <span>{say(words.points, { n: data.points })}</span>}
      {data.problem ? (
        <p role="alert">
          {say(words.problem)}
          {say(data.problem)}
        </p>
      ) : (
        <p>{data.sentence ? say(data.sentence) : say(words.none)}</p>
      )}
      {data.noVerdicts > 0 && <p>{say(words.noVerdicts, { n: data.noVerdicts })}</p>}
    </section>
  );
}
