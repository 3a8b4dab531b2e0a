import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '#kernel/access/access.ts';
import { matrixRoles, matrixRows, mayDoCell, type MatrixRow } from '#server/access/matrix.ts';

// Prints the access matrix as docs/access-matrix.md, from the declarations alone. `node docs/accessMatrix.ts` writes the
// page; house/accessMatrix.test.ts fails when page and declarations differ.

const file = 'access-matrix.md';
const letters: Record<string, string> = { list: '列', read: '看', create: '建', change: '改', remove: '删' };

/** The page, Markdown. */
export function drawMatrix(): string {
  const groups = [...Map.groupBy(matrixRows(), ({ id }) => id).values()];
  const registers = groups.filter(([first]) => first?.kind === 'register');
  const cases = groups.filter(([first]) => first?.kind === 'case');
  const names = matrixRoles.map((role) => `${roles[role].zh} ${roles[role].en}`);
  return [
    '# 权限矩阵 Access matrix',
    '',
    '本页由 `node docs/accessMatrix.ts` 按声明生成，请勿手改。每一格都由 `src/server/access/matrix.pg.test.ts` 向运行中的接口和数据库逐一验证。',
    'Written by `node docs/accessMatrix.ts` from the declarations; do not edit. `src/server/access/matrix.pg.test.ts` asks the running API and the database every cell.',
    '',
    '角色总是授给一个行政区，在该行政区及其下级生效，在辖区外一律无效；标 * 的台账全县共用，可在辖区外查看。',
    'A role is given for a division and counts there and inside it, never outside; registers marked * are shared by the whole county and may be read outside.',
    '',
    '数据库只认行政区：应用角色 `anlan_app` 在辖区外查不到、写不进、改不动、删不掉任何一行，未设范围时什么也看不到。',
    'The database knows divisions only: outside its range the role `anlan_app` finds, inserts, changes and deletes no row, and without a range nothing at all.',
    '',
    '## 台账 Registers',
    '',
    '列 = 列表 list，看 = 查看 read，建 = 新建 create，改 = 修改 change，删 = 删除 remove',
    '',
    `| 台账 Register | ${names.join(' | ')} |`,
    `|---|${names.map(() => '---').join('|')}|`,
    ...registers.map(registerLine),
    ...cases.flatMap((rows) => caseTable(rows, names)),
    '',
  ].join('\n');
}

function nameOf(rows: readonly MatrixRow[]): string {
  const [first] = rows;
  return first ? `${first.label.zh} ${first.label.en} \`${first.id}\`${first.everywhere ? ' *' : ''}` : '';
}

function registerLine(rows: readonly MatrixRow[]): string {
  const cells = matrixRoles.map((role) => {
    const may = rows.filter((row) => mayDoCell(row, role, 'own')).map(({ verb }) => letters[verb] ?? verb);
    return may.length === 0 ? '—' : may.join('');
  });
  return `| ${nameOf(rows)} | ${cells.join(' | ')} |`;
}

function caseTable(rows: readonly MatrixRow[], names: readonly string[]): string[] {
  return [
    '',
    `## ${nameOf(rows)}`,
    '',
    `| 操作 Action | ${names.join(' | ')} |`,
    `|---|${names.map(() => '---').join('|')}|`,
    ...rows.map((row) => {
      const cells = matrixRoles.map((role) => (mayDoCell(row, role, 'own') ? '●' : '—'));
      return `| ${row.verbLabel.zh} ${row.verbLabel.en} | ${cells.join(' | ')} |`;
    }),
  ];
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(import.meta.dirname, file), drawMatrix());
  process.stdout.write(`wrote docs/${file}\n`);
}
