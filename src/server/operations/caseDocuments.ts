import { atVersion, type AnyCase, type CaseDeclaration, type CaseLine } from '#kernel/casework/case.ts';
import type { Text } from '#kernel/language/text.ts';
import { lawInForce } from '#statutes/statutes.ts';

/** An official document of a case, as far as the timeline tells: which action made it, when, by whom. */
export interface CaseDocument {
  document: string;
  label: Text;
  at: string;
  by: string;
  action: string;
  lineId: string;
}

/** Documents the actions of a case made, oldest first. The files themselves belong to the document store. */
export function documentsOf(declaration: CaseDeclaration, found: AnyCase, lines: readonly CaseLine[]): CaseDocument[] {
  const { actions } = atVersion(declaration, found.caseVersion) ?? declaration;
  return lines.flatMap((line) =>
    (actions[line.action]?.makes ?? []).map((document) => ({
      document,
      label: lawInForce.document(document) ?? { zh: document, en: document },
      at: line.at,
      by: line.actor,
      action: line.action,
      lineId: line.id,
    })),
  );
}
