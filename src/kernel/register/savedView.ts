import type { Role } from '#kernel/access/access.ts';

// A list as somebody likes to see it, kept under a name and possibly shared. What it shows still follows the rights of
// whoever opens it.

export interface ViewState {
  q: string;
  /** Field name, `-` in front for descending. */
  sort: string;
  filters: Record<string, string>;
  columns: string[];
  density: 'wide' | 'tight';
}

export interface SavedView {
  id: string;
  register: string;
  name: string;
  /** Name of who made it. */
  owner: string;
  mine: boolean;
  /** Everybody of the division (and role) sees it; null: only its owner. */
  sharedWith: { areaCode: string; role: Role | null } | null;
  state: ViewState;
  savedAt: string;
}
