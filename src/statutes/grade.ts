import type { Text } from '#kernel/language/text.ts';

// Grades (等级): a figure or a fact in one of several dimensions reaches a level, and the highest level reached counts.
// "以上" includes the number, "以下" does not: a row holds from `ge` up to, not including, `lt`.

export interface GradeRow {
  dimension: string;
  ge?: number;
  lt?: number;
  /** For facts that are no numbers: the value that reaches the level. */
  is?: string;
  level: string;
}

export interface GradeVersion {
  /** First local date on which it applies. */
  from: string;
  rows: readonly GradeRow[];
  /** Level of an event that reaches no row, where the standard leaves none ungraded. */
  floor?: string;
  standard: string;
  clause: string;
  jurisdiction: string;
  source: string;
  verified: boolean;
}

export interface GradeRule {
  id: string;
  label: Text;
  /** Highest first. */
  levels: Readonly<Record<string, Text>>;
  dimensions: Readonly<Record<string, { label: Text; unit: string }>>;
  versions: readonly GradeVersion[];
}

export interface Grade {
  level: string;
  /** Dimensions that reach the level; none when it is the floor. */
  by: readonly string[];
  version: GradeVersion;
}

export function defineGradeRule(rule: GradeRule): GradeRule {
  return rule;
}

/**
 * The grade of an event.
 * @param values figures by dimension, in the unit of the dimension; what is not known is left out or null
 * @param on local date whose version applies
 * @returns null when nothing reaches a level, or no version was in force
 */
export function gradeOf(
  rule: GradeRule,
  values: Readonly<Record<string, number | string | boolean | null | undefined>>,
  on: string,
): Grade | null {
  const version = rule.versions.findLast((each) => each.from <= on);
  if (!version) return null;
  const reached = version.rows.filter((row) => reaches(row, values[row.dimension]));
  const level = Object.keys(rule.levels).find((each) => reached.some((row) => row.level === each));
  if (level !== undefined)
    return { level, by: [...new Set(reached.filter((row) => row.level === level).map((row) => row.dimension))], version };
  return version.floor === undefined ? null : { level: version.floor, by: [], version };
}

function reaches({ ge, lt, is }: GradeRow, value: number | string | boolean | null | undefined): boolean {
  if (value === null || value === undefined) return false;
  if (is !== undefined) return String(value) === is;
  return typeof value === 'number' && (ge === undefined || value >= ge) && (lt === undefined || value < lt);
}
