import type { Span } from '#kernel/clock/deadline.ts';
import type { Text } from '#kernel/language/text.ts';
import type { CaseDeclaration } from './case.ts';
import type { Condition } from './condition.ts';
import { listed, type Gate } from './gate.ts';

// Gates and conditions in words: for refusals and for the drawings of the documentation.

export const actionLabel = ({ actions }: Pick<CaseDeclaration, 'actions'>, id: string): Text => actions[id]?.label ?? { zh: id, en: id };

const quoted = (declaration: CaseDeclaration, ids: readonly string[]): Text => ({
  zh: ids.map((id) => `“${actionLabel(declaration, id).zh}”`).join('或'),
  en: ids.map((id) => `"${actionLabel(declaration, id).en}"`).join(' or '),
});

/** What a gate demands, in words that also tell what to do. `clock` and `document` name things declared elsewhere. */
export function gateWords(
  declaration: CaseDeclaration,
  gate: Gate,
  named: { clock: (id: string) => Text; document: (id: string) => Text },
): Text {
  switch (gate.kind) {
    case 'differentPersonFrom': {
      const other = quoted(declaration, [gate.action]);
      return { zh: `须由${other.zh}以外的另一人办理`, en: `must be done by somebody other than whoever did ${other.en}` };
    }
    case 'done': {
      const before = quoted(declaration, listed(gate.action));
      return sinceWords(declaration, gate.since, { zh: `须先${before.zh}`, en: `${before.en} must be done first` });
    }
    case 'notDone': {
      const before = quoted(declaration, listed(gate.action));
      return sinceWords(declaration, gate.since, { zh: `已${before.zh}，不能再办`, en: `not possible after ${before.en}` });
    }
    case 'answered': {
      const asked = quoted(declaration, [gate.action]);
      const by = quoted(declaration, gate.by);
      return { zh: `已${asked.zh}，须先${by.zh}`, en: `after ${asked.en}, ${by.en} must be done first` };
    }
    case 'document': {
      const paper = named.document(gate.document);
      return { zh: `须先有《${paper.zh}》`, en: `the document "${paper.en}" must be made first` };
    }
    case 'twoOfficers':
      return { zh: '须有两名持证执法人员，且不是同一人', en: 'two different officers with certificates must act' };
    case 'within': {
      const clock = named.clock(gate.clock);
      return { zh: `须在“${clock.zh}”期限内办理`, en: `only within the time of "${clock.en}"` };
    }
    case 'afterClock': {
      const clock = named.clock(gate.clock);
      return { zh: `须待“${clock.zh}”期限届满后办理`, en: `only once the time of "${clock.en}" is over` };
    }
    case 'afterAction': {
      const after = quoted(declaration, [gate.action]);
      const clock = named.clock(gate.clock);
      return { zh: `须在${after.zh}后满“${clock.zh}”期间方可办理`, en: `only once the time of "${clock.en}" after ${after.en} is over` };
    }
    case 'notOlder': {
      const field = declaration.fields[gate.field]?.label ?? { zh: gate.field, en: gate.field };
      const clock = named.clock(gate.clock);
      return { zh: `“${field.zh}”已超过“${clock.zh}”`, en: `"${field.en}" lies further back than "${clock.en}" allows` };
    }
    case 'holds':
      return gate.text;
    case 'subcasesClosed': {
      const label = declaration.subcases?.[gate.subcase]?.label ?? { zh: gate.subcase, en: gate.subcase };
      return { zh: `关联的${label.zh}尚未办结`, en: `a related case is still open: ${label.en.toLowerCase()}` };
    }
  }
}

function sinceWords(declaration: CaseDeclaration, since: string | readonly string[] | undefined, text: Text): Text {
  if (since === undefined) return text;
  const from = quoted(declaration, listed(since));
  return { zh: `${text.zh}（${from.zh}之后）`, en: `${text.en} (counted from ${from.en})` };
}

const units: Record<string, Text> = {
  minutes: { zh: '分钟', en: 'minutes' },
  hours: { zh: '小时', en: 'hours' },
  days: { zh: '日', en: 'days' },
  workingDays: { zh: '个工作日', en: 'working days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
};

/** `7 个工作日`, `7 working days`. */
export function spanText(span: Span): Text {
  const [unit, amount] = Object.entries(span)[0] as [string, number];
  const words = units[unit] ?? { zh: unit, en: unit };
  return { zh: `${amount} ${words.zh}`, en: `${amount} ${words.en}` };
}

/** A condition in words. */
export function conditionWords(declaration: CaseDeclaration, condition: Condition): Text {
  const fieldOf = (name: string): Text => declaration.fields[name]?.label ?? { zh: name, en: name };
  const join = (parts: readonly Condition[], zh: string, en: string): Text => {
    const words = parts.map((part) => conditionWords(declaration, part));
    return { zh: words.map((each) => each.zh).join(zh), en: words.map((each) => each.en).join(en) };
  };
  if ('allOf' in condition) return join(condition.allOf, '且', ' and ');
  if ('anyOf' in condition) return join(condition.anyOf, '或', ' or ');
  if ('not' in condition) {
    const inner = conditionWords(declaration, condition.not);
    return { zh: `非（${inner.zh}）`, en: `not (${inner.en})` };
  }
  if ('done' in condition) {
    const done = quoted(declaration, condition.done);
    return { zh: `已${done.zh}`, en: `${done.en} was done` };
  }
  const field = fieldOf(condition.field);
  if ('filled' in condition)
    return condition.filled
      ? { zh: `已填“${field.zh}”`, en: `"${field.en}" is filled` }
      : { zh: `未填“${field.zh}”`, en: `"${field.en}" is empty` };
  if ('atLeast' in condition) return { zh: `“${field.zh}”≥${condition.atLeast}`, en: `"${field.en}" ≥ ${condition.atLeast}` };
  if ('atLeastField' in condition) {
    const other = fieldOf(condition.atLeastField);
    return { zh: `“${field.zh}”≥“${other.zh}”`, en: `"${field.en}" ≥ "${other.en}"` };
  }
  const values = condition.is.map((value) => valueWords(declaration, condition.field, value));
  return {
    zh: `“${field.zh}”为${values.map((each) => each.zh).join('、')}`,
    en: `"${field.en}" is ${values.map((each) => each.en).join(' or ')}`,
  };
}

function valueWords(declaration: CaseDeclaration, name: string, value: string | boolean): Text {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  const field = declaration.fields[name];
  const options = field && 'options' in field ? field.options : {};
  return options[value] ?? { zh: value, en: value };
}
