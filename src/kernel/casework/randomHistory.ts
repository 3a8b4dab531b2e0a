import type { Actor, Role } from '#kernel/access/access.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import { localDate, addDays } from '#kernel/clock/localDate.ts';
import type { NewClock } from '#kernel/clock/runningClock.ts';
import type { Field } from '#kernel/register/field.ts';
import type { AnyCase, CaseAction, CaseDeclaration, CaseLine } from './case.ts';
import type { ClockMove } from './clockMoves.ts';
import { decide, whyNot } from './decide.ts';
import type { Law, Subcase } from './situation.ts';

// For tests only: lives of cases made of random actors, actions, input and times. Everything goes through the engine; what
// it accepts is applied as storage would. A test states what the law forbids and looks at every step.

/** A case at one moment of its life. */
export interface Life {
  found: AnyCase;
  lines: CaseLine[];
  deadlines: Deadline[];
  at: Date;
}

export interface Refused {
  action: string;
  code: string;
  zh: string;
  en: string;
}

export interface Journey {
  declaration: CaseDeclaration;
  law: Law;
  seed: number;
  /** Attempts after the opening. */
  attempts: number;
  /** Values that a field takes with some care; undefined leaves it to chance. */
  values?: (name: string, random: Random, at: Date, found: AnyCase | null) => unknown;
  /** Called after every accepted action with the case before and after it. */
  onStep: (life: Life, line: CaseLine) => void;
  onRefusal: (refused: Refused) => void;
}

/** Random numbers that a seed repeats (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 ≤ x < 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** Whole number from 0 up to, not including, n. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}

const names = ['赵一', '钱二', '孙三', '李四'];
const hourMs = 3_600_000;

/** Lives one case; the same seed gives the same life. */
export function randomHistory(journey: Journey): Life {
  const { declaration, law } = journey;
  const random = new Random(journey.seed);
  const life: Life = { found: null as unknown as AnyCase, lines: [], deadlines: [], at: new Date('2026-02-03T09:00:00+08:00') };
  const openings = Object.keys(declaration.actions).filter((id) => declaration.actions[id]?.from.length === 0);
  for (let tries = 0; life.lines.length === 0 && tries < 50; tries += 1) attempt(journey, life, random, random.pick(openings), law);
  for (let n = 0, after = 0; n < journey.attempts && life.lines.length > 0 && after < 4; n += 1) {
    // Mostly hours or days go by, sometimes months.
    life.at = new Date(life.at.getTime() + hourMs * random.next() * (random.chance(0.75) ? 30 : random.chance(0.8) ? 400 : 5000));
    attempt(journey, life, random, chooseAction(declaration, life, random), law);
    if (life.found.closedAt !== null) after += 1;
  }
  return life;
}

/** Mostly something the state allows, rather what was done seldom; ends are put off, or every life would be short. */
function chooseAction(declaration: CaseDeclaration, { found, lines }: Life, random: Random): string {
  const { actions, states } = declaration;
  const ids = Object.keys(actions);
  const fitting = ids.filter((id) => actions[id]?.from.includes(found.state) && actions[id].by.length > 0);
  if (random.chance(0.05) || fitting.length === 0) return random.pick(ids);
  const ends = (id: string) => typeof actions[id]?.to === 'string' && (states[actions[id].to]?.final ?? false);
  const going = fitting.filter((id) => !ends(id));
  if (going.length === 0 || random.chance(lines.length > 25 ? 0.2 : 0.02)) return random.pick(fitting);
  const weights = going.map((id) => 1 / (1 + lines.filter((line) => line.action === id).length) ** 2);
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  return going.find((_, index) => (left -= weights[index] as number) <= 0) ?? (going[0] as string);
}

function attempt(journey: Journey, life: Life, random: Random, actionId: string, law: Law): void {
  const { declaration } = journey;
  const action = declaration.actions[actionId] as CaseAction;
  const current = life.lines.length > 0 ? life.found : null;
  const base = {
    declaration,
    current,
    areaCode: '341322',
    at: life.at,
    history: life.lines,
    deadlines: life.deadlines,
    subcases: someSubcases(declaration, random),
    documents: [],
    law,
  };
  const actor = someActor(declaration, action, random);
  // People look at the buttons: what is barred is tried seldom.
  if (random.chance(0.8) && action.from.includes(current?.state ?? '') && whyNot({ ...base, actor }, actionId)) return;
  const input = someInput(journey, action, random, life.at, current, actor);
  const note = action.note === undefined ? '' : random.chance(0.95) ? '说明' : ' ';
  const decided = decide({ ...base, actor, action: actionId, input, note });
  if (!decided.ok) {
    journey.onRefusal({ action: actionId, code: decided.code, zh: decided.text.zh, en: decided.text.en });
    return;
  }
  const step = decided.value;
  const line: CaseLine = {
    id: String(life.lines.length).padStart(6, '0'),
    caseType: declaration.id,
    caseId: 'case',
    at: life.at.toISOString(),
    actorId: actor.accountId,
    actor: actor.name,
    action: step.action,
    note: step.note,
    data: step.changes,
    state: step.state,
  };
  const fresh = current ?? { id: 'case', areaCode: '341322', caseVersion: declaration.version, openedAt: line.at };
  life.found = { ...fresh, ...step.changes, state: step.state, closedAt: step.final ? line.at : null } as AnyCase;
  life.lines.push(line);
  life.deadlines = applyMoves(life.deadlines, step.clocks);
  journey.onStep(life, line);
}

function someActor(declaration: CaseDeclaration, action: CaseAction, random: Random): Actor {
  const others = random.pick(Object.values(declaration.actions)).by;
  const role: Role = random.chance(0.96) || others.length === 0 ? (random.pick(action.by) ?? 'viewer') : random.pick(others);
  const name = random.pick(names);
  return { kind: 'person', accountId: name, name, roles: [role], posts: [], areaCode: '341322', from: '' };
}

/** Child cases are open now and then. */
function someSubcases(declaration: CaseDeclaration, random: Random): Subcase[] {
  return Object.entries(declaration.subcases ?? {}).flatMap(([subcase, { type }]) =>
    random.chance(0.3) ? [{ subcase, type, id: 'child', title: '', state: 'x', final: random.chance(0.5) }] : [],
  );
}

function someInput(
  { declaration, values }: Journey,
  action: CaseAction,
  random: Random,
  at: Date,
  found: AnyCase | null,
  actor: Actor,
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of action.input ?? []) {
    const isRequired = action.requires?.includes(name) || (isOfTwo(name) && action.gates?.some(({ kind }) => kind === 'twoOfficers'));
    if (random.chance(isRequired ? 0.04 : 0.25)) continue;
    const chosen = values?.(name, random, at, found);
    const field = declaration.fields[name] as Field;
    input[name] = chosen === undefined ? someValue(name, field, random, at, actor) : chosen;
  }
  return input;
}

const isOfTwo = (name: string) => /(officer|certificate)$/i.test(name);

function someValue(name: string, field: Field, random: Random, at: Date, actor: Actor): unknown {
  switch (field.kind) {
    case 'text':
      // Names of second officers meet the actor's own now and then, certificates each other.
      return /officer$/i.test(name) ? random.pick([...names, ...names, actor.name]) : isOfTwo(name) ? `皖${random.below(12)}` : '文字';
    case 'longText':
      return '说明文字';
    case 'flag':
      return random.chance(0.4);
    case 'count':
      return random.below(200_000);
    case 'measure':
      return random.below(50);
    case 'choice':
      return random.pick(Object.keys(field.options));
    case 'list':
      return Object.keys(field.options).filter(() => random.chance(0.35));
    case 'date':
      return addDays(localDate(at), random.below(60) - 3);
    case 'instant':
      return at.toISOString();
    case 'point':
      return [116.9, 34.2];
    case 'reference':
      return '01890000-0000-7000-8000-000000000001';
    default:
      return null;
  }
}

/** What storage does with clock moves, in memory. */
export function applyMoves(deadlines: readonly Deadline[], moves: readonly ClockMove[]): Deadline[] {
  const after = [...deadlines];
  for (const move of moves) {
    if (move.kind === 'started') after.push(newDeadline(move.clock, String(after.length)));
    else after[after.findIndex(({ id }) => id === move.deadline.id)] = move.deadline;
  }
  return after;
}

export function newDeadline({ rule, version, startedAt, dueAt, calendarVerified }: NewClock, id: string): Deadline {
  return {
    id,
    ruleId: rule.id,
    label: rule.label,
    duty: rule.duty,
    clause: version.clause,
    verified: version.verified,
    waits: rule.waits ?? false,
    within: version.within,
    extension: version.extension ?? null,
    subject: { kind: 'case', id: 'case', title: '' },
    areaCode: '341322',
    startedAt: startedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    firstDueAt: dueAt.toISOString(),
    doneAt: null,
    state: 'running',
    pausedAt: null,
    pausedMs: 0,
    extendedTo: null,
    extensions: 0,
    calendarVerified,
    escalation: 0,
    demo: false,
  };
}
