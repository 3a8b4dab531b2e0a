import type { Area } from '#kernel/area/area.ts';
import type { Text } from '#kernel/language/text.ts';

export interface AreaNode {
  value: string;
  title: string;
  children: AreaNode[];
}

/**
 * Divisions as a tree, each under its parent; one whose parent is not in the list is a root.
 * @param say turns a name into words
 */
export function areaTree(areas: readonly Area[], say: (text: Text) => string): AreaNode[] {
  const nodes = new Map<string, AreaNode>(areas.map((area) => [area.code, { value: area.code, title: say(area.name), children: [] }]));
  const roots: AreaNode[] = [];
  for (const area of areas) {
    const node = nodes.get(area.code);
    if (!node) continue;
    const parent = area.parentCode === null ? undefined : nodes.get(area.parentCode);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}
