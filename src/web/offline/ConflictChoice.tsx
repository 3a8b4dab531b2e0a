import { Button, Radio } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Conflict } from '#kernel/offline/offlineWrite.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { FieldCell } from '#web/tables/cells.tsx';
import type { Decision, ShownWrite } from './useOutbox.ts';

const words = defineWords({
  by: { zh: '{name} 于 {at} 保存了这条记录。', en: '{name} saved this record at {at}.' },
  moved: { zh: '案件在您填写之后已有新的进展，请先查看再决定。', en: 'The case has moved on since: look at it, then decide.' },
  mine: { zh: '我的', en: 'Mine' },
  theirs: { zh: '对方的', en: 'Theirs' },
  save: { zh: '按以上选择保存', en: 'Save as chosen' },
  still: { zh: '已看最新情况，仍然上报', en: 'I have seen it; send it anyway' },
  keepTheirs: { zh: '全部采用对方的', en: 'Take all of theirs' },
});

interface ConflictChoiceProps {
  declaration: RegisterDeclaration;
  write: ShownWrite;
  conflict: Conflict;
  isBusy: boolean;
  decide: (decision: Decision) => void;
}

/** Mine and theirs side by side, field by field; neither is taken by itself. */
export function ConflictChoice({ declaration, write, conflict, isBusy, decide }: ConflictChoiceProps) {
  const say = useText();
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const { version } = conflict;
  const isAction = write.kind === 'caseAct';
  const save = () => {
    const fields = Object.fromEntries(
      conflict.fields.filter(({ field }) => theirs.includes(field)).map((each) => [each.field, each.theirs]),
    );
    decide(theirs.length > 0 ? { choice: 'fields', fields, version } : { choice: 'mine', version });
  };
  return (
    <div role="group" aria-label={say(words.by, { name: conflict.by, at: dayAndTime(conflict.at) })}>
      <p className="outbox-meta">{say(words.by, { name: conflict.by, at: dayAndTime(conflict.at, true) })}</p>
      {isAction && <p className="outbox-state">{say(words.moved)}</p>}
      <dl className="outbox-fields">
        {conflict.fields.map(({ field: name, mine, theirs: other }) => {
          const field = declaration.fields[name];
          const label = field ? say(field.label) : name;
          const show = (value: unknown) => (field ? <FieldCell field={field} value={value} /> : (JSON.stringify(value) ?? ''));
          return (
            <div key={name}>
              <dt>{label}</dt>
              <dd>
                <Radio.Group
                  vertical
                  aria-label={label}
                  value={theirs.includes(name) ? 'theirs' : 'mine'}
                  onChange={({ target }) =>
                    setTheirs(target.value === 'theirs' ? [...theirs, name] : theirs.filter((each) => each !== name))
                  }
                  options={[
                    { value: 'mine', label: <Side side={say(words.mine)}>{show(mine)}</Side> },
                    { value: 'theirs', label: <Side side={say(words.theirs)}>{show(other)}</Side> },
                  ]}
                />
              </dd>
            </div>
          );
        })}
      </dl>
      <div className="outbox-actions">
        <Button type="primary" loading={isBusy} onClick={save}>
          {say(isAction ? words.still : words.save)}
        </Button>
        {!isAction && (
          <Button disabled={isBusy} onClick={() => decide({ choice: 'theirs', version })}>
            {say(words.keepTheirs)}
          </Button>
        )}
      </div>
    </div>
  );
}

function Side({ side, children }: { side: string; children: React.ReactNode }) {
  return (
    <>
      {side}: {children}
    </>
  );
}
