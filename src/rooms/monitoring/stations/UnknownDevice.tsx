import { Button, Popconfirm } from 'antd';
import { defineWords } from '#kernel/language/text.ts';
import type { QuarantinedDevice } from '#web/api/answers.ts';
import { useText } from '#web/language/language.tsx';
import { shortMoment } from '#web/page/moments.ts';
import { stations } from './stations.register.ts';
import type { StationKind } from './stationGuess.ts';

const words = defineWords({
  register: { zh: '登记', en: 'Register' },
  registerHint: { zh: '按默认名称和类别登记，位置先放在县中心', en: 'Registers with the name and kind shown, placed at the county centre' },
  edit: { zh: '填好再登记', en: 'Fill in first' },
  dismiss: { zh: '忽略', en: 'Dismiss' },
  dismissSure: { zh: '从列表移除？设备再次发数据时会重新出现。', en: 'Take it off the list? It comes back when it sends again.' },
  cancel: { zh: '取消', en: 'Cancel' },
  from: { zh: '来自', en: 'From' },
  first: { zh: '首次', en: 'First' },
  last: { zh: '最近', en: 'Last' },
  messages: { zh: '报文', en: 'Messages' },
  probably: { zh: '可能是', en: 'Probably' },
  measures: { zh: '测量值', en: 'Measures' },
  raw: { zh: '最近一帧原文', en: 'Latest frame as received' },
});

interface UnknownDeviceProps {
  device: QuarantinedDevice;
  kind: StationKind;
  nowMs: number;
  isBusy: boolean;
  onRegister: () => void;
  onEdit: () => void;
  onDismiss: () => void;
}

/** One unknown device: who it says it is, what it sent, and what to do with it. */
export function UnknownDevice({ device, kind, nowMs, isBusy, onRegister, onEdit, onDismiss }: UnknownDeviceProps) {
  const t = useText();
  const kindName = stations.fields.kind.options[kind];
  return (
    <article className="unknown" aria-label={device.deviceKey}>
      <header>
        <h2>{device.deviceKey}</h2>
        <div className="unknown-acts">
          <Button type="primary" loading={isBusy} title={t(words.registerHint)} onClick={onRegister}>
            {t(words.register)}
          </Button>
          <Button onClick={onEdit}>{t(words.edit)}</Button>
          <Popconfirm title={t(words.dismissSure)} okText={t(words.dismiss)} cancelText={t(words.cancel)} onConfirm={onDismiss}>
            <Button type="text">{t(words.dismiss)}</Button>
          </Popconfirm>
        </div>
      </header>
      <dl className="unknown-facts">
        <div>
          <dt>{t(words.probably)}</dt>
          <dd>{kindName ? t(kindName) : kind}</dd>
        </div>
        <div>
          <dt>{t(words.from)}</dt>
          <dd>
            {device.protocol} · {device.remote}
          </dd>
        </div>
        <div>
          <dt>{t(words.messages)}</dt>
          <dd>{device.count}</dd>
        </div>
        <div>
          <dt>{t(words.first)}</dt>
          <dd>
            <time dateTime={device.firstAt}>{shortMoment(device.firstAt, nowMs)}</time>
          </dd>
        </div>
        <div>
          <dt>{t(words.last)}</dt>
          <dd>
            <time dateTime={device.lastAt}>{shortMoment(device.lastAt, nowMs)}</time>
          </dd>
        </div>
      </dl>
      <ul className="unknown-quantities" aria-label={t(words.measures)}>
        {device.quantities.map(({ channel, quantity, unit, value }) => (
          <li key={`${channel} ${quantity}`}>
            <span>
              {channel && `${channel} · `}
              {quantity}
            </span>
            <strong>
              {value} {unit ?? ''}
            </strong>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t(words.raw)}</summary>
        <pre>{device.raw}</pre>
      </details>
    </article>
  );
}
