import type { MultiPolygon, Polygon } from 'geojson';
import type { Area } from '#kernel/area/area.ts';
import type { CaseOf } from '#kernel/casework/case.ts';
import { capTime, type CapAlert, type CapArea, type CapInfo, type CapReference } from '#protocols/cap/alert.ts';
import { eventCode } from '#statutes/eventCodes.table.ts';
import { capCategory } from './capCategory.table.ts';
import type { warning } from './warning.case.ts';

// A warning as messages of CAP 1.2. One warning gives one Alert (or Update, when it replaces another) and, once it is
// lifted, one Cancel that refers to it.

export type Warning = CaseOf<typeof warning>;

/** Colour ↔ severity as Chinese practice has it. */
const severities = { red: 'Extreme', orange: 'Severe', yellow: 'Moderate', blue: 'Minor' } as const;
const hourMs = 3_600_000;

export interface Issuer {
  /** County code, six digits. */
  county: string;
  areas: readonly Area[];
}

/** `identifier` of the message that published a warning. */
export function identifierOf(found: Warning): string {
  return `cn.${found.areaCode.slice(0, 6)}.${found.id}`;
}

function senderOf({ county }: Issuer): string {
  return `yjglj@${county}.anlan`;
}

function referenceTo(found: Warning, issuer: Issuer): CapReference {
  return { sender: senderOf(issuer), identifier: identifierOf(found), sent: capTime(Date.parse(found.publishedAt ?? found.updatedAt)) };
}

/**
 * The message that published a warning.
 * @param replaced the warning it updates, if any
 */
export function alertOf(found: Warning, issuer: Issuer, replaced: Warning | null): CapAlert {
  return {
    ...envelope(found, issuer, identifierOf(found), found.publishedAt ?? found.updatedAt),
    msgType: replaced ? 'Update' : 'Alert',
    references: replaced ? [referenceTo(replaced, issuer)] : [],
    info: infoOf(found, issuer, false),
  };
}

/** The message that lifted a warning. */
export function cancelOf(found: Warning, issuer: Issuer, why: string): CapAlert {
  return {
    ...envelope(found, issuer, `${identifierOf(found)}.cancel`, found.cancelledAt ?? found.updatedAt),
    msgType: 'Cancel',
    note: why || null,
    references: [referenceTo(found, issuer)],
    info: infoOf(found, issuer, true),
  };
}

function envelope(found: Warning, issuer: Issuer, identifier: string, sentAt: string): Omit<CapAlert, 'msgType' | 'references' | 'info'> {
  return {
    version: '1.2',
    identifier,
    sender: senderOf(issuer),
    sent: capTime(Date.parse(sentAt)),
    status: found.demo ? 'Exercise' : 'Actual',
    source: null,
    scope: 'Public',
    restriction: null,
    addresses: [],
    codes: [],
    note: null,
    incidents: found.incident ? [found.incident] : [],
  };
}

function infoOf(found: Warning, issuer: Issuer, lifted: boolean): CapInfo[] {
  const chinese = info(found, issuer, lifted, 'zh-CN', {
    headline: found.headlineZh,
    description: found.descriptionZh,
    instruction: found.instructionZh,
  });
  if (!found.headlineEn) return [chinese];
  return [
    chinese,
    info(found, issuer, lifted, 'en-US', {
      headline: found.headlineEn,
      description: found.descriptionEn,
      instruction: found.instructionEn,
    }),
  ];
}

function info(
  found: Warning,
  issuer: Issuer,
  lifted: boolean,
  language: 'zh-CN' | 'en-US',
  words: { headline: string | null; description: string | null; instruction: string | null },
): CapInfo {
  const tongue = language === 'zh-CN' ? 'zh' : 'en';
  const code = found.eventCode ?? '';
  const color = (found.color ?? 'blue') as keyof typeof severities;
  const effectiveMs = Date.parse(found.effective ?? found.updatedAt);
  const sentMs = Date.parse(found.publishedAt ?? found.updatedAt);
  const county = issuer.areas.find((area) => area.code === issuer.county)?.name ?? { zh: issuer.county, en: issuer.county };
  return {
    language,
    category: [capCategory(code)],
    event: eventCode(code)?.name[tongue] ?? code,
    responseType: lifted ? ['AllClear'] : [],
    urgency: lifted ? 'Past' : effectiveMs <= sentMs ? 'Immediate' : effectiveMs <= sentMs + hourMs ? 'Expected' : 'Future',
    severity: severities[color],
    certainty: 'Unknown',
    audience: null,
    eventCodes: [{ valueName: 'eventType', value: code }],
    effective: capTime(effectiveMs),
    onset: null,
    expires: capTime(Date.parse(found.expires ?? found.updatedAt)),
    senderName: tongue === 'zh' ? `${county.zh}应急管理局` : `Emergency Management Bureau of ${county.en}`,
    headline: words.headline,
    description: words.description,
    instruction: words.instruction,
    web: null,
    contact: null,
    parameters: [{ valueName: 'warningLevel', value: color }],
    resources: [],
    areas: areasOf(found, issuer, tongue),
  };
}

function areasOf(found: Warning, issuer: Issuer, tongue: 'zh' | 'en'): CapArea[] {
  const area = (areaDesc: string, part: Partial<CapArea>): CapArea => ({
    areaDesc,
    polygons: [],
    circles: [],
    geocodes: [],
    altitudeFeet: null,
    ceilingFeet: null,
    ...part,
  });
  const areas: CapArea[] = (found.areas ?? []).map((code) => {
    const name = issuer.areas.find((candidate) => candidate.code === code)?.name[tongue] ?? code;
    return area(name, { geocodes: [{ valueName: 'CPEAS Geographic Code', value: code.padEnd(12, '0') }] });
  });
  if (found.shape)
    areas.push(
      area(tongue === 'zh' ? '图上划定区域' : 'Area drawn on the map', { polygons: outerRings(found.shape as Polygon | MultiPolygon) }),
    );
  if (found.circleCenter && found.circleRadiusKm) {
    const [lon, lat] = found.circleCenter;
    const km = found.circleRadiusKm;
    areas.push(
      area(
        tongue === 'zh'
          ? `以东经${lon.toFixed(4)}°、北纬${lat.toFixed(4)}°为中心，半径${km}公里`
          : `Within ${km} km of ${lat.toFixed(4)}, ${lon.toFixed(4)}`,
        { circles: [{ lat, lon, radiusKm: km }] },
      ),
    );
  }
  return areas;
}

/** CAP polygons have no holes: the outer rings alone, which can only warn too many, never too few. */
function outerRings(shape: Polygon | MultiPolygon): CapArea['polygons'] {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return polygons.map(([ring = []]) => ring.map(([lon = 0, lat = 0]) => ({ lat, lon })));
}
