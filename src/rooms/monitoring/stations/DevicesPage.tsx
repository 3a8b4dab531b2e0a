import { Button, Input } from 'antd';
import { useState } from 'react';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { PageLink } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { DeviceDesk } from './DeviceDesk.tsx';
import { useConnectedDevices, type ConnectedDevice } from './deviceActs.ts';
import { deviceWords as words, proofNames } from './deviceWords.ts';
import './devices.css';

const shownAtOnce = 200;

/** Devices as they connect (接入设备): who proves itself how, who was heard when and from where, commands and their receipts. */
export default function DevicesPage() {
  const t = useText();
  const list = useConnectedDevices();
  const [find, setFind] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const devices = list.data ?? [];
  const wanted = find.trim().toLowerCase();
  const found = devices.filter(({ name, deviceKey }) => `${name} ${deviceKey}`.toLowerCase().includes(wanted));
  return (
    <PageFrame title={words.title} summary={devices.length > 0 ? t(words.count, { n: devices.length }) : undefined} waitFor={[list]}>
      {devices.length === 0 ? (
        <div className="panel devices-empty">
          <h2>{t(words.none)}</h2>
          <p>
            {t(words.noneText)} <PageLink to="/quarantine">{t(words.unknown)}</PageLink>
          </p>
        </div>
      ) : (
        <>
          <Input
            className="devices-find"
            allowClear
            aria-label={t(words.find)}
            placeholder={t(words.find)}
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
          {found.length === 0 && <p>{t(words.noMatch)}</p>}
          <ul className="devices-list">
            {found.slice(0, shownAtOnce).map((device) => (
              <li key={device.id} className="panel">
                <DeviceRow
                  device={device}
                  isOpen={opened === device.id}
                  onToggle={() => setOpened(opened === device.id ? null : device.id)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </PageFrame>
  );
}

function DeviceRow({ device, isOpen, onToggle }: { device: ConnectedDevice; isOpen: boolean; onToggle: () => void }) {
  const t = useText();
  const { id, name, deviceKey, proof, isKeySet, contact } = device;
  const needsKey = proof === 'key' || proof === 'password';
  return (
    <>
      <div className="devices-row">
        <div>
          <h2>{name}</h2>
          <code>{deviceKey}</code>
        </div>
        <dl>
          <dt>{t(words.proof)}</dt>
          <dd>
            {t(proofNames[proof] ?? { zh: proof, en: proof })}
            {needsKey && <span className={isKeySet ? '' : 'devices-bad'}> · {t(isKeySet ? words.keySet : words.keyMissing)}</span>}
          </dd>
          <dt>{t(words.contact)}</dt>
          <dd>
            {contact ? t(words.from, { at: dayAndTime(contact.lastAtMs, true), remote: contact.remote }) : t(words.never)}
            {contact !== null && contact.moves > 0 && <span> · {t(words.moves, { n: contact.moves })}</span>}
          </dd>
        </dl>
        <div className="devices-buttons">
          <PageLink to={`/registers/devices/${id}`}>{t(words.edit)}</PageLink>
          <Button onClick={onToggle} aria-expanded={isOpen} aria-label={`${t(isOpen ? words.close : words.open)} ${name}`}>
            {t(isOpen ? words.close : words.open)}
          </Button>
        </div>
      </div>
      {contact?.rival && (
        <p className="devices-bad" role="alert">
          ⚠ {t(words.rival, { remote: contact.rival.remote })}
        </p>
      )}
      {isOpen && <DeviceDesk device={device} />}
    </>
  );
}
