import type { ComponentType } from 'react';
import type { FormPanelProps, RecordPanelProps } from '#kernel/register/panel.ts';

// What a room adds to the pages of one of its registers: beside the form while it is filled in, and above a record that is shown.

export interface RegisterPanels {
  form?: () => Promise<{ default: ComponentType<FormPanelProps> }>;
  record?: () => Promise<{ default: ComponentType<RecordPanelProps> }>;
}

/** By register id, alphabetical. */
export const registerPanels: Readonly<Record<string, RegisterPanels>> = {
  alarmRules: {
    form: () => import('./monitoring/alarms/DryRunPanel.tsx'),
    record: () => import('./monitoring/alarms/RuleSentence.tsx'),
  },
};
