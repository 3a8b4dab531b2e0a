import { type ComponentType, createElement, lazy, Suspense } from 'react';
import type { FormPanelProps, RecordPanelProps } from '#kernel/register/panel.ts';
import { registerPanels } from '#rooms/registerPanels.ts';

// What a room adds to a register's form or record (rooms/registerPanels.ts); nothing where it adds nothing.

const forms = loaded<FormPanelProps>((panels) => panels.form);
const records = loaded<RecordPanelProps>((panels) => panels.record);

function loaded<P>(pick: (panels: (typeof registerPanels)[string]) => (() => Promise<{ default: ComponentType<P> }>) | undefined) {
  const made = Object.entries(registerPanels).flatMap(([id, panels]) => {
    const load = pick(panels);
    return load ? [[id, lazy(load)] as const] : [];
  });
  return new Map<string, ComponentType<P>>(made as Iterable<[string, ComponentType<P>]>);
}

/** Beside a form. */
export function FormPanel({ register, ...props }: FormPanelProps & { register: string }) {
  const panel = forms.get(register);
  return panel ? <Suspense fallback={null}>{createElement(panel, props)}</Suspense> : null;
}

/** Above a record that is shown. */
export function RecordPanel({ register, ...props }: RecordPanelProps & { register: string }) {
  const panel = records.get(register);
  return panel ? <Suspense fallback={null}>{createElement(panel, props)}</Suspense> : null;
}
