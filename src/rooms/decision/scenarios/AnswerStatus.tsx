import { defineWords } from '#kernel/language/text.ts';
import type { Model } from '#models/model.ts';
import type { ModelAnswer } from '#models/runModel.ts';
import { useText } from '#web/language/language.tsx';

const words = defineWords({
  took: { zh: '{ms} 毫秒 · {where}', en: '{ms} ms · {where}' },
  browser: { zh: '本机', en: 'this browser' },
  server: { zh: '服务器', en: 'the server' },
  missing: { zh: '还差 {n} 项：{fields}', en: '{n} still missing: {fields}' },
  wrong: { zh: '{n} 项输入有误', en: '{n} inputs are wrong' },
});

/** How long the answer took and where, or what is still missing or wrong. */
export function AnswerStatus({
  model,
  answer,
  tookMs,
  where,
}: {
  model: Model | null;
  answer: ModelAnswer | null;
  tookMs: number;
  where: 'browser' | 'server';
}) {
  const say = useText();
  if (answer === null || model === null) return null;
  if (answer.ok)
    return (
      <p className="model-hint" role="status">
        {say(words.took, {
          ms: tookMs < 10 ? tookMs.toFixed(1) : Math.round(tookMs),
          where: say(where === 'browser' ? words.browser : words.server),
        })}
      </p>
    );
  const missing = answer.problems.filter(({ rule }) => rule === 'required');
  const wrong = answer.problems.length - missing.length;
  return (
    <div role="status">
      {missing.length > 0 && (
        <p>
          {say(words.missing, {
            n: missing.length,
            fields: missing
              .map(({ field }) => say(model.inputs[field.split(/[.[]/)[0] ?? '']?.label ?? { zh: field, en: field }))
              .join('、'),
          })}
        </p>
      )}
      {wrong > 0 && <p className="model-problem">{say(words.wrong, { n: wrong })}</p>}
    </div>
  );
}
