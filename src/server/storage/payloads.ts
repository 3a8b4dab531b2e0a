import type { LayoutRow, MappingRow } from '#rooms/monitoring/payloads/payloadDeclarations.ts';
import type { Transaction } from './database.ts';

/** Rows of `payloadMappings` and `payloadLayouts` that are active, in the order of their names. */
export async function storedPayloads(tx: Transaction): Promise<{ mappings: MappingRow[]; layouts: LayoutRow[] }> {
  const live = 'active and removed_at is null and archived_at is null order by name, id';
  const mappings = await tx.query<MappingRow>(`select name, topics, mapping, source from payload_mappings where ${live}`);
  const layouts = await tx.query<LayoutRow>(`select name, topics, devices, known, layout, source from payload_layouts where ${live}`);
  return { mappings: mappings.rows, layouts: layouts.rows };
}
