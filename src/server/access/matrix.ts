import { everyRole, type Role } from '#kernel/access/access.ts';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import type { Text } from '#kernel/language/text.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { cases, registers } from '#rooms/rooms.ts';

// The access matrix: who may do what where, read from the declarations alone. docs/accessMatrix.ts prints it, and
// matrix.pg.test.ts asks the running API and the database every cell of it.

/** Where a record lies, seen from the division a role was given for. */
export const relations = {
  own: { zh: '本级', en: 'own' },
  inside: { zh: '下级', en: 'inside' },
  outside: { zh: '辖区外', en: 'outside' },
} satisfies Record<string, Text>;

export type Relation = keyof typeof relations;

/** What is asked of a register or case type; `act:` is followed by a declared action, which for a new case opens it. */
export type MatrixVerb = 'list' | 'read' | 'create' | 'change' | 'remove' | `act:${string}`;

export interface MatrixRow {
  kind: 'register' | 'case';
  id: string;
  label: Text;
  verb: MatrixVerb;
  verbLabel: Text;
  roles: readonly Role[];
  /** A list of the whole county: who may read it reads all of it. */
  everywhere: boolean;
}

const verbLabels = {
  list: { zh: '列表', en: 'list' },
  read: { zh: '查看', en: 'read' },
  create: { zh: '新建', en: 'create' },
  change: { zh: '修改', en: 'change' },
  remove: { zh: '删除', en: 'remove' },
} satisfies Record<string, Text>;

function rowsOf(declaration: RegisterDeclaration | CaseDeclaration): MatrixRow[] {
  const isCase = 'actions' in declaration;
  const row = (verb: MatrixVerb, verbLabel: Text, roles: readonly Role[], everywhere = false): MatrixRow => ({
    kind: isCase ? 'case' : 'register',
    id: declaration.id,
    label: declaration.label,
    verb,
    verbLabel,
    roles,
    everywhere,
  });
  const { read, write } = declaration.access;
  const isShared = declaration.shared === true;
  const reading = [row('list', verbLabels.list, read, isShared), row('read', verbLabels.read, read, isShared)];
  if (isCase) return [...reading, ...Object.entries(declaration.actions).map(([id, { label, by }]) => row(`act:${id}`, label, by))];
  return [...reading, ...(['create', 'change', 'remove'] as const).map((verb) => row(verb, verbLabels[verb], write))];
}

/** Every row of the matrix: registers, then case types, in the order of their lists. */
export function matrixRows(): MatrixRow[] {
  return [...registers, ...cases].flatMap(rowsOf);
}

/** One cell: whether a role given for a division may do this with a record that lies there, inside it, or outside. */
export function mayDoCell(row: MatrixRow, role: Role, relation: Relation): boolean {
  return row.roles.includes(role) && (relation !== 'outside' || row.everywhere);
}

export const matrixRoles = everyRole;
