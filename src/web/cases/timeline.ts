import type { CaseAction, CaseLine } from '#kernel/casework/case.ts';
import type { Fields } from '#kernel/register/register.ts';
import { isSame } from '#web/registers/changes.ts';

// A case's lines say what each action set, not what stood there before. Reading them in order gives both.

export interface FieldChange {
  name: string;
  before: unknown;
  after: unknown;
}

export interface TimelineEntry {
  line: CaseLine;
  /** The first line: its values are what the case began with, not changes. */
  opens: boolean;
  changes: FieldChange[];
}

/** Who acts is named with every action, also when it is the same two again. */
function officersOf(action: CaseAction | undefined): string[] {
  return (action?.gates ?? []).flatMap((gate) =>
    gate.kind === 'twoOfficers' ? [gate.certificate, gate.second, gate.secondCertificate] : [],
  );
}

/** The lines in order of time, oldest first, each with the fields it really changed. */
export function readTimeline(lines: readonly CaseLine[], fields: Fields, actions: Record<string, CaseAction> = {}): TimelineEntry[] {
  const known: Record<string, unknown> = {};
  const ordered = [...lines].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
  return ordered.map((line, at) => {
    // In the order of the declaration, the database keeps none; what the program filled in says nothing to a reader (ids).
    const always = officersOf(actions[line.action]);
    const changes = Object.keys(fields)
      .filter((name) => !fields[name]?.computed && name in line.data && (always.includes(name) || !isSame(known[name], line.data[name])))
      .map((name) => ({ name, before: isSame(known[name], line.data[name]) ? null : (known[name] ?? null), after: line.data[name] }));
    Object.assign(known, line.data);
    return { line, opens: at === 0, changes };
  });
}
