import { Button } from 'antd';
import { registerById } from '#web/registers/declared.ts';
import { useLayers } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { useAddress } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { EmptyState } from '#web/page/states.tsx';
import type { StoredLayer } from './baseImport.ts';
import { BaseImport } from './BaseImport.tsx';
import { baseWords as words } from './baseWords.ts';
import { LayerTable } from './LayerTable.tsx';
import { TerrainTable } from './TerrainTable.tsx';
import '#web/cases/cases.css';
import '#web/forms/forms.css';
import './baseData.css';

/** The county's own base data: layers it has, and the way for a file to become one. */
export default function BaseDataPage() {
  const say = useText();
  const layers = useLayers();
  const [address, change] = useAddress();
  const isImporting = address.import !== undefined;
  const stored = (layers.data ?? []) as StoredLayer[];
  const features = stored.reduce((sum, { count }) => sum + count, 0);
  const add = (
    <Button type="primary" size="large" onClick={() => change({ import: '1' })}>
      {say(words.add)}
    </Button>
  );
  return (
    <PageFrame
      title={words.title}
      roles={['administrator']}
      waitFor={[layers]}
      summary={layers.data && say(words.summary, { n: stored.length, features: features.toLocaleString('en-US') })}
      actions={!isImporting && stored.length > 0 && add}
    >
      {isImporting && <BaseImport layers={stored.filter(({ id }) => !registerById(id))} close={() => change({ import: undefined })} />}
      <TerrainTable />
      {stored.length > 0 ? <LayerTable layers={stored} /> : !isImporting && <EmptyState text={words.empty} action={add} />}
    </PageFrame>
  );
}
