import type { Text } from '#kernel/language/text.ts';

// Organisations (单位) and the people in them. An organisation lies in a division and under another organisation; who does
// what in it is said by its posts (post.ts), so duty survives when people move.

export const organisationKinds = {
  bureau: { zh: '应急管理局', en: 'Emergency bureau' },
  department: { zh: '县直部门', en: 'County department' },
  section: { zh: '内设机构', en: 'Section' },
  township: { zh: '乡镇（街道）', en: 'Township' },
  village: { zh: '村（社区）', en: 'Village' },
  team: { zh: '救援队伍', en: 'Rescue team' },
  enterprise: { zh: '企事业单位', en: 'Enterprise' },
  other: { zh: '其他', en: 'Other' },
} satisfies Record<string, Text>;

export type OrganisationKind = keyof typeof organisationKinds;

export interface Organisation {
  id: string;
  parentId: string | null;
  areaCode: string;
  name: string;
  kind: OrganisationKind;
  /** Of the office, not of a person. */
  phone: string;
  version: number;
}

export interface Person {
  id: string;
  organisationId: string;
  areaCode: string;
  name: string;
  /** Personal: shown in full to those who must call. */
  phone: string;
  /** With which the person signs in, if at all. */
  accountId: string | null;
  version: number;
}

export interface Branch {
  organisation: Organisation;
  below: Branch[];
}

/** Organisations as a tree, each level by division code, then name. One whose parent is not among them stands at the top. */
export function treeOf(organisations: readonly Organisation[]): Branch[] {
  const known = new Set(organisations.map(({ id }) => id));
  const childrenOf = (parent: string | null): Branch[] =>
    organisations
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .sort((a, b) => a.areaCode.localeCompare(b.areaCode, 'en') || a.name.localeCompare(b.name, 'zh'))
      .map((organisation) => ({ organisation, below: childrenOf(organisation.id) }));
  return childrenOf(null);
}

/** Whether putting an organisation under another would make a circle. */
export function wouldCircle(organisations: readonly Organisation[], id: string, parentId: string | null): boolean {
  const seen = new Set([id]);
  for (let above = parentId; above !== null; above = organisations.find((each) => each.id === above)?.parentId ?? null) {
    if (seen.has(above)) return true;
    seen.add(above);
  }
  return false;
}
