import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { registerById } from '#web/registers/declared.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import type { StoredLayer } from './baseImport.ts';
import { baseWords as words } from './baseWords.ts';

/** The layers there are, with their size, and the way to take one away. */
export function LayerTable({ layers }: { layers: readonly StoredLayer[] }) {
  const say = useText();
  const [leaving, setLeaving] = useState<StoredLayer | null>(null);
  return (
    <section className="panel base-panel">
      <h2>{say(words.layers)}</h2>
      <table className="base-table">
        <thead>
          <tr>
            <th scope="col">{say(words.layer)}</th>
            <th scope="col">{say(words.kind)}</th>
            <th scope="col" className="base-number">
              {say(words.count)}
            </th>
            <th scope="col">{say(words.source)}</th>
            <th scope="col">
              <span className="unseen">{say(words.remove)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {layers.map((layer) => (
            <tr key={layer.id}>
              <td>
                <b>{say(layer.label)}</b> <DemoTag shown={layer.demo} />
                <code className="base-id">{layer.id}</code>
              </td>
              <td>{say(words[layer.kind])}</td>
              <td className="base-number">{layer.count.toLocaleString('en-US')}</td>
              <td className="base-source">{registerById(layer.id) ? say(words.fromRegister) : (layer.source ?? '')}</td>
              <td className="base-act">
                {registerById(layer.id) ? (
                  <PageLink to={`/registers/${layer.id}`}>{say(words.openRegister)}</PageLink>
                ) : (
                  <Button aria-label={`${say(words.remove)} ${say(layer.label)}`} onClick={() => setLeaving(layer)}>
                    {say(words.remove)}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {leaving && <RemoveLayer layer={leaving} close={() => setLeaving(null)} />}
    </section>
  );
}

function RemoveLayer({ layer, close }: { layer: StoredLayer; close: () => void }) {
  const say = useText();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.remove(`/base/layers/${layer.id}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.layers() });
      client.removeQueries({ queryKey: keys.layer(layer.id) });
      close();
    },
  });
  return (
    <Modal
      open
      title={say(words.removeTitle, { name: say(layer.label) })}
      okText={say(words.remove)}
      okButtonProps={{ danger: true, type: 'default' }}
      cancelText={say(words.cancel)}
      confirmLoading={remove.isPending}
      onOk={() => remove.mutate()}
      onCancel={close}
    >
      <p>{say(words.removeText, { n: layer.count.toLocaleString('en-US') })}</p>
      <Told error={remove.error} />
    </Modal>
  );
}
