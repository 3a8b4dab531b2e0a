import type { ReactNode } from 'react';
import { defineWords, type Text } from '#kernel/language/text.ts';
import type { FieldKind } from '#kernel/register/field.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { useText } from '#web/language/language.tsx';
import { PlainLink } from '#web/page/links.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { AreaName, FieldCell } from '#web/tables/cells.tsx';
import { DemoTag } from '#web/theme/theme.tsx';
import { titleOf } from './titles.ts';

const words = defineWords({
  area: { zh: '行政区', en: 'Division' },
  updated: { zh: '更新时间', en: 'Updated' },
  untitled: { zh: '（未命名）', en: '(no name)' },
});

/** A column of a register's list. */
export interface RecordColumn {
  /** Field by which the server sorts. */
  key: string;
  label: Text;
  /** Least width, px. */
  width: number;
  isSortable: boolean;
  isFigure: boolean;
  cell: (record: AnyRecord) => ReactNode;
}

const widths: Partial<Record<FieldKind, number>> = {
  longText: 280,
  text: 180,
  reference: 180,
  areas: 200,
  instant: 150,
  point: 180,
  flag: 90,
  date: 120,
};
const usualWidth = 130;
const titleWidth = 240;
const unsortable: readonly FieldKind[] = ['point', 'geometry', 'areas', 'list'];

/** The title, the chosen fields in their order, the division and the time of the last change. */
export function recordColumns(declaration: RegisterDeclaration, chosen: readonly string[]): RecordColumn[] {
  const names = [declaration.title, ...chosen.filter((name) => name !== declaration.title)];
  const fields = names.flatMap((name): RecordColumn[] => {
    const field = declaration.fields[name];
    if (!field) return [];
    const isTitle = name === declaration.title;
    return [
      {
        key: name,
        label: field.label,
        width: isTitle ? titleWidth : (widths[field.kind] ?? usualWidth),
        isSortable: !unsortable.includes(field.kind) && !field.sensitive,
        isFigure: field.kind === 'count' || field.kind === 'measure',
        cell: (record) =>
          isTitle ? <TitleCell declaration={declaration} record={record} /> : <FieldCell field={field} value={record[name]} />,
      },
    ];
  });
  const usual = { isFigure: false, isSortable: false };
  return [
    ...fields,
    { ...usual, key: 'areaCode', label: words.area, width: 130, cell: ({ areaCode }) => <AreaName code={areaCode} /> },
    { ...usual, key: 'updatedAt', label: words.updated, width: 150, isSortable: true, cell: ({ updatedAt }) => dayAndTime(updatedAt) },
  ];
}

function TitleCell({ declaration, record }: { declaration: RegisterDeclaration; record: AnyRecord }) {
  const say = useText();
  return (
    <span className="title-cell">
      <PlainLink to={`/registers/${declaration.id}/${record.id}`}>{titleOf(declaration, record) || say(words.untitled)}</PlainLink>
      {record.demo && <DemoTag shown />}
    </span>
  );
}
