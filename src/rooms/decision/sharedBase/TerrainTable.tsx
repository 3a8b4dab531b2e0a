import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { api } from '#web/api/client.ts';
import { useRasters } from '#web/api/rasters.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { baseWords as words } from './baseWords.ts';

/** The terrain there is, which the flood model runs on. */
export function TerrainTable() {
  const say = useText();
  const client = useQueryClient();
  const { data } = useRasters();
  const remove = useMutation({
    mutationFn: (id: string) => api.remove(`/base/rasters/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['base', 'rasters'] }),
  });
  if (!data || data.length === 0) return null;
  return (
    <section className="panel base-panel">
      <h2>{say(words.storedTerrain)}</h2>
      <table className="base-table">
        <thead>
          <tr>
            <th scope="col">{say(words.terrain)}</th>
            <th scope="col">{say(words.cells)}</th>
            <th scope="col">{say(words.source)}</th>
            <th scope="col">
              <span className="unseen">{say(words.remove)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((raster) => (
            <tr key={raster.id}>
              <td>
                <b>{say(raster.label)}</b> <DemoTag shown={raster.demo} />
                <code className="base-id">{raster.id}</code>
              </td>
              <td>
                {raster.columns} × {raster.rows}
              </td>
              <td className="base-source">{raster.source}</td>
              <td className="base-act">
                <Popconfirm
                  title={say(words.removeTitle, { name: say(raster.label) })}
                  okText={say(words.remove)}
                  cancelText={say(words.cancel)}
                  onConfirm={() => remove.mutate(raster.id)}
                >
                  <Button aria-label={`${say(words.remove)} ${say(raster.label)}`}>{say(words.remove)}</Button>
                </Popconfirm>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Told error={remove.error} />
    </section>
  );
}
