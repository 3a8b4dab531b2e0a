import { Button, Drawer, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { defineWords } from '#kernel/language/text.ts';
import type { Fields } from '#kernel/register/register.ts';
import type { CaseView, OfferedAction } from '#web/api/answers.ts';
import { ApiProblem } from '#web/api/client.ts';
import { useCaseAction } from '#web/api/queries.ts';
import { FormRow, useForm } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { changedValues } from '#web/registers/changes.ts';
import { CaseInput } from './CaseField.tsx';
import { OfficerPicker, useOfficers } from './OfficerPicker.tsx';
import { Told } from './Told.tsx';

const words = defineWords({
  note: { zh: '说明', en: 'Note' },
  noteHint: { zh: '写入记录，不可修改', en: 'Goes on record and cannot be changed' },
  noteMissing: { zh: '请填写说明', en: 'The note is required' },
  cancel: { zh: '取消', en: 'Cancel' },
  stillDo: { zh: '已看最新情况，仍然“{action}”', en: 'I have seen the newest state: {action} anyway' },
  nothing: { zh: '没有改动。', en: 'Nothing was changed.' },
});

const wide = ['longText', 'point', 'geometry', 'areas'];

interface ActionFormProps {
  declaration: CaseDeclaration;
  view: CaseView;
  action: OfferedAction;
  close: () => void;
}

/** The form of one action, made from its declaration. What was typed stays when the server refuses. */
export function ActionForm({ declaration, view, action, close }: ActionFormProps) {
  const say = useText();
  // What this person saw when the form was opened; live events may renew the case meanwhile.
  const [seen] = useState(view.case);
  const names = action.input ?? [];
  const fields: Fields = Object.fromEntries(
    names.flatMap((name) => {
      const field = declaration.fields[name];
      const isRequired = action.requires?.includes(name) || action.fresh?.includes(name) || (field?.required ?? false);
      return field ? [[name, { ...field, required: isRequired }]] : [];
    }),
  );
  const isFresh = (name: string) => action.fresh?.includes(name) ?? false;
  const form = useForm(fields, Object.fromEntries(names.map((name) => [name, isFresh(name) ? null : (seen[name] ?? null)])));
  const two = declaration.actions[action.id]?.gates?.find((gate) => gate.kind === 'twoOfficers');
  const officers = useOfficers(two !== undefined);
  const arePicked = two !== undefined && officers.length > 0;
  const numberOf = (name: string) => (typeof form.values[name] === 'string' ? form.values[name] : null);
  const [note, setNote] = useState('');
  const [isNoteMissing, setNoteMissing] = useState(false);
  const [isUnchanged, setUnchanged] = useState(false);
  const act = useCaseAction(declaration.id);
  const hasConflict = act.error instanceof ApiProblem && act.error.code === 'case-changed';

  function send(): void {
    const lacksNote = action.note === 'required' && note.trim() === '';
    setNoteMissing(lacksNote);
    if (!form.check() || lacksNote) return;
    const fresh = Object.fromEntries((action.fresh ?? []).map((name) => [name, form.values[name]]));
    const input = { ...changedValues(seen, form.values, names), ...fresh };
    const isEmpty = !action.moves && names.length > 0 && Object.keys(input).length === 0 && note.trim() === '';
    setUnchanged(isEmpty);
    if (isEmpty) return;
    act.mutate(
      { id: seen.id, action: action.id, version: hasConflict ? view.case.version : seen.version, input, note: note.trim() },
      { onSuccess: close, onError: (error) => error instanceof ApiProblem && form.setErrors(error.fields) },
    );
  }

  const body = (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="form-fields case-form">
        {Object.entries(fields).map(([name, field]) => {
          // The second officer is chosen together with the certificate.
          if (arePicked && name === two.secondCertificate) return null;
          const isSecond = arePicked && name === two.second;
          const isPicked = isSecond || (arePicked && name === two.certificate);
          const told = form.errors.find((each) => each.field === name || (isSecond && each.field === two.secondCertificate));
          const error = told?.text ?? null;
          return (
            <FormRow
              key={name}
              label={field.label}
              hint={name === 'eventCode' ? undefined : field.hint}
              error={error}
              isRequired={field.required === true}
              isWide={wide.includes(field.kind) || field.kind === 'text'}
            >
              {({ labelledBy, ...about }) =>
                isPicked ? (
                  <OfficerPicker
                    {...about}
                    officers={officers}
                    value={numberOf(isSecond ? two.secondCertificate : two.certificate)}
                    except={numberOf(isSecond ? two.certificate : two.secondCertificate)}
                    onChange={(officer) => {
                      form.set(isSecond ? two.secondCertificate : two.certificate, officer?.certificateNo ?? null);
                      if (isSecond) form.set(two.second, officer?.name ?? null);
                    }}
                  />
                ) : (
                  <CaseInput
                    {...about}
                    labelledBy={labelledBy}
                    name={name}
                    field={field}
                    value={form.values[name] ?? null}
                    onChange={(value) => form.set(name, value)}
                  />
                )
              }
            </FormRow>
          );
        })}
        {action.note && (
          <FormRow
            label={words.note}
            hint={words.noteHint}
            error={isNoteMissing ? words.noteMissing : null}
            isRequired={action.note === 'required'}
            isWide
          >
            {({ id, describedBy, isInvalid }) => (
              <Input.TextArea
                id={id}
                autoFocus={names.length === 0}
                aria-describedby={describedBy}
                aria-invalid={isInvalid}
                status={isInvalid ? 'error' : ''}
                autoSize={{ minRows: 3, maxRows: 10 }}
                maxLength={4000}
                value={note}
                onChange={(event) => {
                  setNote(event.target.value);
                  setNoteMissing(false);
                }}
              />
            )}
          </FormRow>
        )}
      </div>
      <Told error={act.error} />
      {isUnchanged && (
        <p className="form-error" role="alert">
          {say(words.nothing)}
        </p>
      )}
      <div className="case-form-foot">
        <Button size="large" onClick={close}>
          {say(words.cancel)}
        </Button>
        <Button
          size="large"
          type={action.tone === 'danger' ? 'default' : 'primary'}
          danger={action.tone === 'danger'}
          htmlType="submit"
          loading={act.isPending}
        >
          {hasConflict ? say(words.stillDo, { action: say(action.label) }) : say(action.label)}
        </Button>
      </div>
    </form>
  );
  const heading = say(action.label);
  if (names.length === 0) {
    return (
      <Modal open title={heading} footer={null} onCancel={close} mask={{ closable: false }} destroyOnHidden>
        {body}
      </Modal>
    );
  }
  return (
    <Drawer open title={heading} onClose={close} size="min(680px, 100vw)" mask={{ closable: false }} destroyOnHidden>
      {body}
    </Drawer>
  );
}
