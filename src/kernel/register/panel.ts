import type { AnyRecord } from './register.ts';

// What a room's panel beside a register's form, or above a record, is given (rooms/registerPanels.ts lists them).

export interface FormPanelProps {
  /** Values as they stand in the form. */
  values: Readonly<Record<string, unknown>>;
  /** Id of the record, also of one that does not exist yet. */
  id: string;
  set: (name: string, value: unknown) => void;
}

export interface RecordPanelProps {
  record: AnyRecord;
}
