import type { CaseAction, CaseDeclaration, CaseRules } from './case.ts';
import { actionsOf, fieldsOf } from './condition.ts';
import { listed, type Gate } from './gate.ts';

// What is wrong with a declaration: names that lead nowhere, states nobody reaches, versions that are missing. A test asks
// this of every case type, so a misspelt clock is found before a case meets it.

export interface Known {
  clocks: ReadonlySet<string>;
  documents: ReadonlySet<string>;
  /** Other case types, for child cases. */
  cases: readonly CaseDeclaration[];
}

/** Faults of all versions of a declaration, each as one line; none when it is sound. */
export function declarationFaults(declaration: CaseDeclaration, known: Known): string[] {
  const { earlier = [], ...today } = declaration;
  const versions = [...earlier, today];
  const wrongOrder = versions.some((each, index) => index > 0 && each.version <= (versions[index - 1]?.version ?? 0));
  return [
    ...(wrongOrder ? [`${declaration.id}: versions do not stand oldest first`] : []),
    ...versions.flatMap((rules) => rulesFaults(declaration, rules, known).map((fault) => `${declaration.id} v${rules.version}: ${fault}`)),
  ];
}

function rulesFaults(declaration: CaseDeclaration, rules: CaseRules, known: Known): string[] {
  const { states, actions } = rules;
  const targets = new Set(Object.values(actions).flatMap(({ to }) => (typeof to === 'string' ? [to] : [])));
  return [
    ...Object.keys(states).flatMap((state) => (targets.has(state) ? [] : [`no action leads to state ${state}`])),
    ...Object.entries(states).flatMap(([id, { final }]) =>
      final || Object.values(actions).some(({ from }) => from.includes(id)) ? [] : [`nothing leads out of state ${id}`],
    ),
    ...Object.entries(actions).flatMap(([id, action]) => actionFaults(declaration, rules, action, known).map((fault) => `${id}: ${fault}`)),
    ...Object.entries(rules.subcases ?? {}).flatMap(([name, { type, by }]) => {
      const child = known.cases.find((each) => each.id === type);
      const field = child?.fields[by];
      return field?.kind === 'reference' && field.register === declaration.id
        ? []
        : [`subcase ${name}: ${type}.${by} does not refer to it`];
    }),
  ];
}

function actionFaults(declaration: CaseDeclaration, rules: CaseRules, action: CaseAction, known: Known): string[] {
  const unknown = (kind: string, names: readonly string[], has: (name: string) => boolean) =>
    names.filter((name) => !has(name)).map((name) => `unknown ${kind} ${name}`);
  const isField = (name: string) => name in declaration.fields;
  const starts = (action.starts ?? []).map((start) => (typeof start === 'string' ? { clock: start } : start));
  const dates = [...starts, ...(action.extends ?? [])].flatMap((each) => ('until' in each && each.until !== undefined ? [each.until] : []));
  const clocks = [...starts, ...(action.extends ?? [])].map(({ clock }) => clock);
  const begins = starts.flatMap((each) => ('from' in each ? (each.from ?? []) : []));
  const whens = starts.flatMap((each) => ('when' in each && each.when !== undefined ? [each.when] : []));
  const { opens } = action;
  const child = opens && known.cases.find(({ id }) => id === rules.subcases?.[opens.subcase]?.type);
  return [
    ...unknown(
      'state',
      [...action.from, ...(typeof action.to === 'string' ? [action.to] : action.to ? [action.to.stateBefore] : [])],
      (name) => name in rules.states,
    ),
    ...unknown(
      'field',
      [...(action.input ?? []), ...(action.requires ?? []), ...dates, ...Object.values(opens?.carry ?? {}), ...whens.flatMap(fieldsOf)],
      isField,
    ),
    ...unknown('action', whens.flatMap(actionsOf), (name) => name in rules.actions),
    ...unknown(
      'clock',
      [...clocks, ...begins, ...(action.stops ?? []), ...(action.cancels ?? []), ...(action.pauses ?? []), ...(action.resumes ?? [])],
      (name) => known.clocks.has(name),
    ),
    ...unknown('document', action.makes ?? [], (name) => known.documents.has(name)),
    ...dates.filter((name) => declaration.fields[name] && declaration.fields[name].kind !== 'date').map((name) => `${name} is no date`),
    ...dates.filter((name) => !action.requires?.includes(name)).map((name) => `date ${name} is not required`),
    ...(opens
      ? unknown('field of the subcase', Object.keys(opens.carry), (name) => child?.actions[opens.action]?.input?.includes(name) ?? false)
      : []),
    ...(action.gates ?? []).flatMap((gate) => gateFaults(declaration, rules, action, gate, known)),
  ];
}

function gateFaults(declaration: CaseDeclaration, rules: CaseRules, action: CaseAction, gate: Gate, known: Known): string[] {
  const conditions = [...(gate.when ? [gate.when] : []), ...(gate.kind === 'holds' ? [gate.condition] : [])];
  const actions = [
    ...('action' in gate ? listed(gate.action) : []),
    ...('since' in gate ? listed(gate.since) : []),
    ...(gate.kind === 'answered' ? gate.by : []),
    ...conditions.flatMap(actionsOf),
  ];
  const officers = gate.kind === 'twoOfficers' ? [gate.certificate, gate.second, gate.secondCertificate] : [];
  return [
    ...actions.filter((id) => !(id in rules.actions)).map((id) => `gate names unknown action ${id}`),
    ...[...conditions.flatMap(fieldsOf), ...('field' in gate ? [gate.field] : [])]
      .filter((name) => !(name in declaration.fields))
      .map((name) => `gate names unknown field ${name}`),
    ...officers.filter((name) => !action.input?.includes(name)).map((name) => `two officers: ${name} is no input`),
    ...('clock' in gate && !known.clocks.has(gate.clock) ? [`gate names unknown clock ${gate.clock}`] : []),
    ...(gate.kind === 'document' && !known.documents.has(gate.document) ? [`gate names unknown document ${gate.document}`] : []),
    ...(gate.kind === 'subcasesClosed' && !(gate.subcase in (rules.subcases ?? {})) ? [`gate names unknown subcase ${gate.subcase}`] : []),
  ];
}
