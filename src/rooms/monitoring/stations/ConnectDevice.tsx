import { Button } from 'antd';
import { useState } from 'react';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { useEndpoints, useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';

const words = defineWords({
  addresses: { zh: '设备接入地址', en: 'Addresses for devices' },
  none: {
    zh: '没有打开任何接入端口，请管理员设置 ANLAN_INGEST。',
    en: 'No port for devices is open; ask the administrator to set ANLAN_INGEST.',
  },
  try: {
    zh: '没有设备也可以试：在任意一台电脑上运行下面的命令，几秒后这里会出现一台未知设备。',
    en: 'No device at hand? Run this on any computer; an unknown device appears here within seconds.',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  protocol: { zh: '协议', en: 'Protocol' },
  address: { zh: '地址', en: 'Address' },
  use: { zh: '用途', en: 'For' },
});

const uses: Record<string, Text> = {
  mqtt: { zh: 'MQTT 3.1.1，JSON 报文', en: 'MQTT 3.1.1, JSON' },
  hj212: { zh: 'HJ 212 污染源在线监测', en: 'HJ 212 pollution monitoring' },
  gb26875: { zh: 'GB/T 26875.3 城市消防远程监控', en: 'GB/T 26875.3 fire alarm monitoring' },
  http: { zh: 'HTTP 接口', en: 'HTTP' },
};

/** Where devices reach the county, with a command that tries it. */
export function ConnectDevice() {
  const t = useText();
  const { data: endpoints } = useEndpoints();
  const { data: me } = useSession();
  const mqtt = endpoints?.find((endpoint) => endpoint.protocol === 'mqtt');
  const hostOf = (host: string) => (host === '' || host === '0.0.0.0' || host === '::' ? location.hostname : host);
  return (
    <section className="connect">
      <h3>{t(words.addresses)}</h3>
      {endpoints?.length === 0 && <p>{t(words.none)}</p>}
      {endpoints && endpoints.length > 0 && (
        <table className="connect-table">
          <thead>
            <tr>
              <th scope="col">{t(words.protocol)}</th>
              <th scope="col">{t(words.address)}</th>
              <th scope="col">{t(words.use)}</th>
            </tr>
          </thead>
          <tbody>
            {endpoints.map(({ protocol, host, port }) => (
              <tr key={`${protocol} ${port}`}>
                <td>{protocol}</td>
                <td>
                  <code>
                    {hostOf(host)}:{port}
                  </code>
                </td>
                <td>{uses[protocol] ? t(uses[protocol]) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mqtt && (
        <>
          <p>{t(words.try)}</p>
          <Command text={mqttCommand(hostOf(mqtt.host), mqtt.port, me?.county.code ?? '')} />
        </>
      )}
    </section>
  );
}

/** A reading of 3.21 m by a device called test-gauge; topic: xe/{county}/{domain}/{site}/{device}/up/{kind}. */
function mqttCommand(host: string, port: number, county: string): string {
  return `mosquitto_pub -h ${host} -p ${port} -q 1 -i test-gauge -t xe/${county}/water/trial/test-gauge/up/data -m '{"items":[{"code":"waterLevel","value":3.21,"unit":"m"}]}'`;
}

function Command({ text }: { text: string }) {
  const t = useText();
  const [isCopied, setCopied] = useState(false);
  // Plain http on an intranet has no clipboard; the text can still be marked by hand.
  const canCopy = 'clipboard' in navigator;
  return (
    <div className="connect-command">
      <pre>{text}</pre>
      {canCopy && (
        <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {t(isCopied ? words.copied : words.copy)}
        </Button>
      )}
    </div>
  );
}
