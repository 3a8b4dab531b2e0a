import { Button, Input, InputNumber, Skeleton } from 'antd';
import { useState } from 'react';
import { useSession } from '#web/api/queries.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import {
  useCommandDevice,
  useDeviceCommands,
  useDeviceKey,
  type AvailableCommand,
  type ConnectedDevice,
  type Receipt,
} from './deviceActs.ts';
import { deviceWords as words, stateNames } from './deviceWords.ts';

/** What one device can be asked to do, what became of what it was asked, and its key. */
export function DeviceDesk({ device }: { device: ConnectedDevice }) {
  const t = useText();
  const asked = useDeviceCommands(device.id);
  const { data: me } = useSession();
  const mayWrite = me?.roles.some((role) => role === 'administrator' || role === 'dutyOfficer') ?? false;
  const names = new Map(asked.data?.available.map(({ command, label }) => [command, label]));
  return (
    <div className="devices-desk">
      <section>
        <h3>{t(words.commands)}</h3>
        {asked.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
        {!asked.data && <Told error={asked.error} />}
        {asked.data?.available.length === 0 && <p>{t(words.noCommands)}</p>}
        {asked.data && asked.data.available.length > 0 && (
          <>
            <p className="devices-quiet">{t(asked.data.isOnline ? words.online : words.offline)}</p>
            <div className="devices-commands">
              {mayWrite &&
                asked.data.available.map((command) => <CommandForm key={command.command} deviceId={device.id} command={command} />)}
            </div>
          </>
        )}
        {mayWrite && (device.proof === 'key' || device.proof === 'password') && <KeyForm device={device} />}
      </section>
      <section>
        <h3>{t(words.receipts)}</h3>
        {asked.data?.items.length === 0 && <p className="devices-quiet">{t(words.noReceipts)}</p>}
        <ul className="devices-receipts" aria-live="polite">
          {asked.data?.items.map((receipt) => (
            <li key={receipt.id}>
              <ReceiptLine receipt={receipt} name={t(names.get(receipt.command) ?? { zh: receipt.command, en: receipt.command })} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function ReceiptLine({ receipt, name }: { receipt: Receipt; name: string }) {
  const t = useText();
  const { state, requestedByName, requestedAt, attempts, answer, parameters } = receipt;
  const values = Object.values(parameters).join(' ');
  return (
    <>
      <b>
        {name}
        {values !== '' && ` ${values}`} · {t(stateNames[state] ?? { zh: state, en: state })}
      </b>
      <span className="devices-quiet">
        {t(words.by, { name: requestedByName, at: dayAndTime(requestedAt, true) })}
        {attempts > 1 && ` · ${t(words.attempts, { n: attempts })}`}
      </span>
      {answer !== null && Object.keys(answer).length > 0 && (
        <details>
          <summary>{t(words.answer)}</summary>
          <code>{JSON.stringify(answer)}</code>
        </details>
      )}
    </>
  );
}

function CommandForm({ deviceId, command }: { deviceId: string; command: AvailableCommand }) {
  const t = useText();
  const send = useCommandDevice(deviceId);
  const [values, setValues] = useState<Record<string, number>>({});
  const parameters = Object.entries(command.parameters);
  return (
    <form
      className="devices-command"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ command: command.command, parameters: values });
      }}
    >
      {parameters.map(([name, { label, unit, min, max }]) => (
        <InputNumber<number>
          key={name}
          aria-label={t(words.range, { label: t(label), min, max, unit: t(unit) })}
          placeholder={t(words.range, { label: t(label), min, max, unit: t(unit) })}
          min={min}
          max={max}
          precision={0}
          value={values[name] ?? null}
          onChange={(value) => setValues(value === null ? {} : { ...values, [name]: value })}
        />
      ))}
      <Button htmlType="submit" loading={send.isPending} disabled={parameters.some(([name]) => values[name] === undefined)}>
        {t(command.label)}
      </Button>
      <Told error={send.error} />
    </form>
  );
}

function KeyForm({ device }: { device: ConnectedDevice }) {
  const t = useText();
  const act = useDeviceKey(device.id);
  const [key, setKey] = useState('');
  return (
    <form
      className="devices-command"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(key, { onSuccess: () => setKey('') });
      }}
    >
      <Input.Password
        aria-label={t(words.key)}
        placeholder={t(words.key)}
        autoComplete="off"
        maxLength={200}
        value={key}
        onChange={(event) => setKey(event.target.value)}
      />
      <Button htmlType="submit" disabled={key === ''} loading={act.isPending}>
        {t(words.setKey)}
      </Button>
      {device.isKeySet && (
        <Button danger onClick={() => act.mutate(null)}>
          {t(words.clearKey)}
        </Button>
      )}
      <span className="devices-quiet">{t(words.keyHint)}</span>
      <Told error={act.error} />
    </form>
  );
}
