import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { defineWords, type Text } from '#kernel/language/text.ts';
import type { WriteKind, WriteState } from '#kernel/offline/offlineWrite.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { AreaName, FieldCell } from '#web/tables/cells.tsx';
import { ConflictChoice } from './ConflictChoice.tsx';
import { RefusedFields } from './RefusedFields.tsx';
import { type Decision, type ShownWrite, useWriteActions } from './useOutbox.ts';

const words = defineWords({
  meta: { zh: '第 {n} 条 · {at} · {kind}', en: 'No. {n} · {at} · {kind}' },
  discard: { zh: '放弃', en: 'Discard' },
  discardSure: { zh: '放弃后这条内容不再上报，无法恢复。', en: 'It will not be sent and cannot be brought back.' },
  yes: { zh: '确定放弃', en: 'Discard it' },
  no: { zh: '保留', en: 'Keep it' },
  note: { zh: '说明', en: 'Note' },
  area: { zh: '行政区', en: 'Division' },
  otherDevice: { zh: '（来自您的另一台设备）', en: ' (from another device of yours)' },
});

const kindWords: Record<WriteKind, Text> = {
  create: { zh: '新增', en: 'new' },
  change: { zh: '修改', en: 'change' },
  caseOpen: { zh: '立案', en: 'opening' },
  caseAct: { zh: '办理', en: 'action' },
  withdrawn: { zh: '已放弃', en: 'discarded' },
};

const stateWords: Record<WriteState | 'kept', Text> = {
  kept: { zh: '已存在本机，联网后自动上报。', en: 'Kept on this device; sent when the network is back.' },
  waiting: { zh: '已送达，等待前面的内容到达。', en: 'Arrived; waits for an earlier one.' },
  blocked: { zh: '已送达，等待同一记录前面的内容处理完。', en: 'Arrived; waits until the earlier one of the same record is settled.' },
  refused: { zh: '服务器未接受，请改正或放弃。', en: 'Not accepted: correct it or discard it.' },
  conflict: { zh: '别人已改动同一内容，请选择。', en: 'Somebody else changed the same: choose.' },
  applied: { zh: '已生效。', en: 'In effect.' },
  resolved: { zh: '已处理。', en: 'Settled.' },
};

/** One write: what it says, how it stands, what can be done. */
export function WriteCard({ accountId, write }: { accountId: string; write: ShownWrite }) {
  const say = useText();
  const { decide, withdraw } = useWriteActions(accountId);
  const [error, setError] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const declaration = caseById(write.type) ?? registerById(write.type);
  const state = write.outcome?.state ?? 'kept';

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof Error)) throw failure;
      setError(failure);
    } finally {
      setBusy(false);
    }
  }
  const resolve = (decision: Decision) => void run(() => decide(write.id, decision));
  const isOpen = state === 'conflict' || state === 'refused';
  const version = write.outcome?.conflict?.version ?? null;

  return (
    <li className="panel" data-state={state}>
      <h2>
        <PageLink to={addressOf(write)}>
          {declaration ? say(declaration.singular) : write.type}
          {write.title !== '' && ` ${write.title}`}
        </PageLink>
      </h2>
      <p className="outbox-meta">
        {say(words.meta, { n: write.sequence, at: dayAndTime(write.madeAt), kind: kindOf(say, write, declaration) })}
        {!write.isHere && say(words.otherDevice)}
      </p>
      <p className="outbox-state" role="status">
        <b>{say(stateWords[state])}</b> {write.outcome?.problem && say(write.outcome.problem.text)}
      </p>
      {declaration && state === 'conflict' && write.outcome?.conflict && (
        <ConflictChoice declaration={declaration} write={write} conflict={write.outcome.conflict} isBusy={isBusy} decide={resolve} />
      )}
      {declaration && state === 'refused' && <RefusedFields declaration={declaration} write={write} isBusy={isBusy} decide={resolve} />}
      {declaration && !isOpen && <Fields declaration={declaration} body={write.body} />}
      <FormProblem error={error} />
      {(isOpen || (write.isHere && (state === 'kept' || state === 'waiting'))) && (
        <div className="outbox-actions">
          <Popconfirm
            title={say(words.discardSure)}
            okText={say(words.yes)}
            cancelText={say(words.no)}
            onConfirm={() => (isOpen ? resolve({ choice: 'theirs', version }) : void run(() => withdraw(write.id)))}
          >
            <Button danger disabled={isBusy}>
              {say(words.discard)}
            </Button>
          </Popconfirm>
        </div>
      )}
    </li>
  );
}

function Fields({ declaration, body }: { declaration: RegisterDeclaration; body: ShownWrite['body'] }) {
  const say = useText();
  return (
    <dl className="outbox-fields">
      {Object.entries(body).map(([name, value]) => {
        const field = declaration.fields[name];
        if (field) return <Row key={name} label={say(field.label)} value={<FieldCell field={field} value={value} />} />;
        if (name === 'areaCode' && typeof value === 'string')
          return <Row key={name} label={say(words.area)} value={<AreaName code={value} />} />;
        return name === 'note' ? <Row key={name} label={say(words.note)} value={String(value)} /> : null;
      })}
    </dl>
  );
}

function Row({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

function kindOf(say: ReturnType<typeof useText>, { kind, body }: ShownWrite, declaration: RegisterDeclaration | undefined): string {
  const action = (declaration as CaseDeclaration | undefined)?.actions?.[String(body.action)];
  return say(action?.label ?? kindWords[kind]);
}

function addressOf({ kind, type, recordId }: ShownWrite): string {
  if (kind === 'create' || kind === 'change') return `/registers/${type}/${recordId}`;
  return type === 'incident' ? `/incidents/${recordId}` : `/cases/${type}/${recordId}`;
}
