import { Button, Radio } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { FieldCell } from '#web/tables/cells.tsx';
import { compareChanges, type Values } from './changes.ts';

const words = defineWords({
  title: { zh: '{name} 在您编辑期间（{at}）保存了这条记录', en: '{name} saved this record at {at} while you were editing' },
  kept: { zh: '您的改动仍在下方表单中，尚未保存。', en: 'Your changes are still in the form below and are not saved.' },
  choose: { zh: '以下各项双方都改了，请逐项选择：', en: 'Both of you changed these; choose for each:' },
  others: { zh: '对方另改了：{fields}。将保留对方的内容。', en: 'They also changed: {fields}. Theirs will be kept.' },
  mine: { zh: '我的', en: 'Mine' },
  theirs: { zh: '对方的', en: 'Theirs' },
  keep: { zh: '按以上选择合并到表单', en: 'Merge into the form as chosen' },
  discard: { zh: '放弃我的改动，载入最新内容', en: 'Drop my changes and load the newest' },
});

interface ConflictNoticeProps {
  declaration: RegisterDeclaration;
  start: Values;
  mine: Values;
  theirs: AnyRecord;
  discard: () => void;
  /** Takes the form's values after the choice; the person then saves again. */
  keep: (merged: Record<string, unknown>) => void;
}

/** Two people changed one record: says who, shows both, lets the person decide. Nothing is overwritten silently. */
export function ConflictNotice({ declaration, start, mine, theirs, discard, keep }: ConflictNoticeProps) {
  const say = useText();
  const names = Object.keys(declaration.fields);
  const conflict = compareChanges(start, mine, theirs, names);
  const [choices, setChoices] = useState<Record<string, 'mine' | 'theirs'>>({});
  const merge = () => {
    const kept = [...conflict.mine, ...conflict.both.filter((name) => choices[name] !== 'theirs')];
    keep({ ...theirs, ...Object.fromEntries(kept.map((name) => [name, mine[name] ?? null])) });
  };
  const label = (name: string) => {
    const field = declaration.fields[name];
    return field ? say(field.label) : name;
  };

  return (
    <section className="panel conflict" role="alert">
      <h2>{say(words.title, { name: theirs.updatedBy, at: dayAndTime(theirs.updatedAt, true) })}</h2>
      <p>{say(words.kept)}</p>
      {conflict.both.length > 0 && (
        <>
          <p>{say(words.choose)}</p>
          <dl>
            {conflict.both.map((name) => {
              const field = declaration.fields[name];
              return (
                field && (
                  <div key={name}>
                    <dt>{say(field.label)}</dt>
                    <dd>
                      <Radio.Group
                        vertical
                        aria-label={say(field.label)}
                        value={choices[name] ?? 'mine'}
                        onChange={(event) => setChoices({ ...choices, [name]: event.target.value === 'theirs' ? 'theirs' : 'mine' })}
                        options={[
                          { value: 'mine', label: <Side side={say(words.mine)} field={field} value={mine[name]} /> },
                          { value: 'theirs', label: <Side side={say(words.theirs)} field={field} value={theirs[name]} /> },
                        ]}
                      />
                    </dd>
                  </div>
                )
              );
            })}
          </dl>
        </>
      )}
      {conflict.theirs.length > 0 && <p>{say(words.others, { fields: conflict.theirs.map(label).join('、') })}</p>}
      <p className="conflict-actions">
        <Button type="primary" onClick={merge}>
          {say(words.keep)}
        </Button>
        <Button onClick={discard}>{say(words.discard)}</Button>
      </p>
    </section>
  );
}

function Side({ side, field, value }: { side: string; field: Parameters<typeof FieldCell>[0]['field']; value: unknown }) {
  return (
    <>
      {side}: <FieldCell field={field} value={value} />
    </>
  );
}
