import type { AnyCase, CaseOf } from '#kernel/casework/case.ts';
import type { FieldError } from '#kernel/problem/refusal.ts';
import { checkFields } from '#kernel/register/check.ts';
import type { Fields } from '#kernel/register/register.ts';
import { noArea, type AreaValue } from '#web/map/areaDraft.ts';
import type { Level } from '#web/theme/tokens.ts';
import { warning } from './warning.case.ts';

// A warning while it is written: what the form holds, and its way to and from the fields of the case.

export type Warning = CaseOf<typeof warning>;

export interface ComposerDraft {
  eventCode: string | null;
  color: Level | null;
  headlineZh: string;
  /** The headline was written by a person: suggestions leave it alone. */
  ownHeadline: boolean;
  descriptionZh: string;
  instructionZh: string;
  headlineEn: string;
  descriptionEn: string;
  instructionEn: string;
  area: AreaValue;
  /** Instants. */
  effective: string;
  expires: string | null;
  incident: string | null;
  supersedes: string | null;
}

const hourMs = 3_600_000;

/** The instant so many hours after another one. */
export function hoursAfter(instant: string, hours: number): string {
  return new Date(new Date(instant).getTime() + hours * hourMs).toISOString();
}

/** An empty draft, in force from `now` on. */
export function emptyDraft(now: string): ComposerDraft {
  return {
    eventCode: null,
    color: null,
    headlineZh: '',
    ownHeadline: false,
    descriptionZh: '',
    instructionZh: '',
    headlineEn: '',
    descriptionEn: '',
    instructionEn: '',
    area: noArea,
    effective: now,
    expires: null,
    incident: null,
    supersedes: null,
  };
}

/** A draft about an incident: its kind, and the township it lies in. */
export function draftFromIncident(incident: AnyCase, now: string): ComposerDraft {
  const township = incident.areaCode.length > 6 ? [incident.areaCode.slice(0, 9)] : [];
  const code = incident['eventCode'];
  return {
    ...emptyDraft(now),
    eventCode: typeof code === 'string' ? code : null,
    area: { ...noArea, areas: township },
    incident: incident.id,
  };
}

/** A draft for the widest zone that a scenario found; what it found stands in the description, for a person to put into words. */
export function draftFromScenario(outline: GeoJSON.Polygon | null, about: string, incident: string | null, now: string): ComposerDraft {
  return { ...emptyDraft(now), area: { ...noArea, shape: outline }, descriptionZh: about, incident };
}

/** The content of a warning as a draft. */
export function draftFromWarning(found: Warning): ComposerDraft {
  const center = found.circleCenter;
  const radiusKm = found.circleRadiusKm;
  return {
    eventCode: found.eventCode,
    color: found.color as Level | null,
    headlineZh: found.headlineZh ?? '',
    ownHeadline: true,
    descriptionZh: found.descriptionZh ?? '',
    instructionZh: found.instructionZh ?? '',
    headlineEn: found.headlineEn ?? '',
    descriptionEn: found.descriptionEn ?? '',
    instructionEn: found.instructionEn ?? '',
    area: {
      areas: found.areas ?? [],
      shape: found.shape?.type === 'Polygon' ? found.shape : null,
      circle: center && radiusKm !== null ? { center, radiusKm } : null,
    },
    effective: found.effective ?? found.openedAt,
    expires: found.expires,
    incident: found.incident,
    supersedes: found.supersedes,
  };
}

/** A draft that takes the place of a published warning, in force from `now` on. */
export function draftThatUpdates(found: Warning, now: string): ComposerDraft {
  const expires = found.expires !== null && found.expires > now ? found.expires : null;
  return { ...draftFromWarning(found), effective: now, expires, supersedes: found.id };
}

/** Field values of a draft. Empty texts are null; `forNew` adds what only the first save may set. */
export function valuesOf(draft: ComposerDraft, forNew: boolean): Record<string, unknown> {
  const { area, ownHeadline: _, incident, supersedes, ...content } = draft;
  const texts = Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, typeof value === 'string' && value.trim() === '' ? null : value]),
  );
  return {
    ...texts,
    areas: area.areas.length > 0 ? area.areas : null,
    shape: area.shape,
    circleCenter: area.circle?.center ?? null,
    circleRadiusKm: area.circle?.radiusKm ?? null,
    ...(forNew && { incident, supersedes }),
  };
}

const english = ['headlineEn', 'descriptionEn', 'instructionEn'] as const;

/** English is all or nothing: the empty ones, when only some are written. */
export function missingEnglish(draft: ComposerDraft): (typeof english)[number][] {
  const empty = english.filter((name) => draft[name].trim() === '');
  return empty.length === english.length ? [] : empty;
}

/**
 * What keeps a draft from being saved, or submitted.
 * @param complete true for submitting: everything the law demands must be there
 */
export function faultsOf(draft: ComposerDraft, complete: boolean): FieldError[] {
  const values = Object.fromEntries(Object.entries(valuesOf(draft, true)).filter(([, value]) => value !== null));
  const fields = warning.fields as Fields;
  const checked = checkFields(complete ? fields : optional(fields), values, { partial: false });
  const faults = checked.ok ? [] : (checked.fields ?? []).filter(({ field }) => !fields[field]?.computed);
  if (draft.expires !== null && draft.expires <= draft.effective) {
    faults.push({
      field: 'expires',
      value: draft.expires,
      rule: 'min',
      text: { zh: '失效时间须晚于生效时间', en: 'It must expire after it takes effect' },
    });
  }
  if (complete && !hasArea(draft)) {
    faults.push({ field: 'areas', value: null, rule: 'required', text: { zh: '请选择或绘制影响区域', en: 'Choose or draw the area' } });
  }
  for (const field of complete ? missingEnglish(draft) : []) {
    faults.push({ field, value: null, rule: 'required', text: { zh: '英文须三项齐全，或全部留空', en: 'English: all three, or none' } });
  }
  return faults;
}

/** Whether any area was chosen or drawn. */
export function hasArea({ area }: Pick<ComposerDraft, 'area'>): boolean {
  return area.areas.length > 0 || area.shape !== null || area.circle !== null;
}

function optional(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, required: false }]));
}
