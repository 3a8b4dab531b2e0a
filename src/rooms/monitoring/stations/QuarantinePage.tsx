import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { QuarantinedDevice } from '#web/api/answers.ts';
import { useQuarantine, useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { explain } from '#web/page/explain.ts';
import { PageLink } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { ConnectDevice } from './ConnectDevice.tsx';
import { useDismissDevice, useRegisterDevice, type Registration, type Station } from './quarantineActs.ts';
import { RegisterDevice } from './RegisterDevice.tsx';
import { guessKind, guessName } from './stationGuess.ts';
import { UnknownDevice } from './UnknownDevice.tsx';
import './quarantine.css';

const words = defineWords({
  title: { zh: '未知设备', en: 'Unknown devices' },
  summary: {
    zh: '这些设备在发数据，但还没有登记。数据已留存，登记后立即参与监测和报警。',
    en: 'These devices send data but are not registered. What they send is kept; once registered, they are watched at once.',
  },
  count: { zh: '{n} 台', en: '{n}' },
  none: { zh: '没有未知设备', en: 'No unknown device' },
  noneText: {
    zh: '所有发来数据的设备都已登记。要接入新设备，请按下面的地址设置它。',
    en: 'Every device that sends is registered. To connect another, point it to one of the addresses below.',
  },
  how: { zh: '怎样接入设备', en: 'How to connect a device' },
  done: { zh: '已登记为站点“{name}”', en: 'Registered as station “{name}”' },
  next: { zh: '去设置位置和报警规则', en: 'Set its place and alarm rules' },
});

/** Devices nobody has registered yet (未知设备): what they sent, and one click to make a station of each. */
export default function QuarantinePage() {
  const t = useText();
  const list = useQuarantine();
  const { data: me } = useSession();
  const nowMs = useNow(30_000);
  const register = useRegisterDevice();
  const dismiss = useDismissDevice();
  const [editing, setEditing] = useState<QuarantinedDevice | null>(null);
  const [done, setDone] = useState<readonly Station[]>([]);
  const devices = (list.data ?? []).toSorted((a, b) => b.lastAt.localeCompare(a.lastAt));

  /** County centre and county code until somebody knows better. */
  function defaultsOf(device: QuarantinedDevice): Registration {
    return {
      deviceKey: device.deviceKey,
      stationName: guessName(device.deviceKey),
      stationKind: guessKind(device),
      place: me?.county.center ?? [116.95, 34.19],
      areaCode: me?.county.code ?? me?.areaCode ?? '',
    };
  }

  function send(registration: Registration): void {
    register.mutate(registration, {
      onSuccess: (station) => {
        setDone((before) => [station, ...before]);
        setEditing(null);
      },
    });
  }

  const error = register.error ?? dismiss.error;
  return (
    <PageFrame title={words.title} summary={devices.length > 0 ? t(words.count, { n: devices.length }) : undefined} waitFor={[list]}>
      {error && (
        <p className="banner" role="alert">
          {t(explain(error).happened)} · {t(explain(error).next)}
        </p>
      )}
      <div className="quarantine-live" aria-live="polite">
        {done.map((station) => (
          <p key={station.id} className="quarantine-done">
            {t(words.done, { name: station.name ?? '' })} <PageLink to={`/registers/stations/${station.id}`}>{t(words.next)}</PageLink>
          </p>
        ))}
      </div>
      {devices.length > 0 ? (
        <>
          <p className="quarantine-summary">{t(words.summary)}</p>
          <ul className="quarantine-list">
            {devices.map((device) => (
              <li key={device.deviceKey} className="panel">
                <UnknownDevice
                  device={device}
                  kind={guessKind(device)}
                  nowMs={nowMs}
                  isBusy={register.isPending && register.variables.deviceKey === device.deviceKey}
                  onRegister={() => send(defaultsOf(device))}
                  onEdit={() => setEditing(device)}
                  onDismiss={() => dismiss.mutate(device.deviceKey)}
                />
              </li>
            ))}
          </ul>
          <details className="panel quarantine-how">
            <summary>{t(words.how)}</summary>
            <ConnectDevice />
          </details>
        </>
      ) : (
        <div className="panel quarantine-empty">
          <h2>{t(words.none)}</h2>
          <p>{t(words.noneText)}</p>
          <ConnectDevice />
        </div>
      )}
      {editing && (
        <RegisterDevice
          defaults={defaultsOf(editing)}
          isBusy={register.isPending}
          error={register.error}
          onSend={send}
          onClose={() => {
            register.reset();
            setEditing(null);
          }}
        />
      )}
    </PageFrame>
  );
}
