import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { registerById } from '#rooms/rooms.ts';
import { useRecord } from '#web/api/queries.ts';
import { NotFound } from '#web/frame/NotFound.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { useAddress, useParam } from '#web/page/links.tsx';
import { RecordEditor } from './RecordEditor.tsx';
import { RecordView } from './RecordView.tsx';
import './registers.css';

/** One record of any register: `/new` makes one, `?mode=edit` changes it, otherwise it is shown. */
export function RecordPage() {
  const declaration = registerById(useParam('register'));
  const id = useParam('recordId');
  if (!declaration) return <NotFound />;
  if (id === 'new') return <RecordEditor declaration={declaration} record={null} />;
  return <HeldRecord key={id} declaration={declaration} id={id} />;
}

function HeldRecord({ declaration, id }: { declaration: RegisterDeclaration; id: string }) {
  const [{ mode }] = useAddress();
  const asked = useRecord(declaration.id, id);
  if (!asked.data) return <PageFrame title={declaration.singular} waitFor={[asked]} />;
  if (mode === 'edit') return <RecordEditor declaration={declaration} record={asked.data} />;
  return <RecordView declaration={declaration} record={asked.data} asked={asked} />;
}
