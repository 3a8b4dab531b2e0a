import { meetsArea } from '#geo/crossing.ts';
import type { AreaGeometry } from '#geo/position.ts';
import { hasRole, type Actor } from '#kernel/access/access.ts';
import { insideRegisters } from '#rooms/monitoring/warningsInForce/inside.table.ts';
import type { InsideSum } from '#rooms/monitoring/warningsInForce/inside.ts';
import { registerById } from '#rooms/rooms.ts';
import { areaOutlines } from '../storage/areas.ts';
import type { Database } from '../storage/database.ts';
import { recordsTouching, type InsideRecord } from '../storage/insideAreas.ts';

// Who and what lies inside the divisions a warning names: by division code, and by place for records that are filed under a
// division around them (a plant filed under the county, a warning for one township).

const mostListed = 500;

/** @param divisions codes of this county without zeros at their end */
export function insideDivisions(database: Database, actor: Actor, divisions: readonly string[]): Promise<InsideSum[]> {
  return database.transaction(actor, async (tx) => {
    const outlines = (await areaOutlines(tx)).filter(({ area }) => divisions.includes(area.code)).map(({ geometry }) => geometry);
    const sums: InsideSum[] = [];
    for (const inside of insideRegisters) {
      const declaration = registerById(inside.register);
      if (!declaration) throw new Error(`the register ${inside.register} is not declared`);
      if (!hasRole(actor, declaration.access.read)) continue;
      const records = (await recordsTouching(tx, declaration, inside, divisions)).filter((record) => isInside(record, divisions, outlines));
      if (records.length === 0) continue;
      const counted = records.filter(({ people }) => people !== null);
      sums.push({
        register: inside.register,
        count: records.length,
        people: counted.length > 0 ? counted.reduce((sum, { people }) => sum + (people ?? 0), 0) : null,
        items: records
          .slice(0, mostListed)
          .map(({ id, name, areaCode, people, contact, demo }) => ({ id, name, areaCode, people, contact, demo })),
      });
    }
    return sums;
  });
}

function isInside(record: InsideRecord, divisions: readonly string[], outlines: readonly AreaGeometry[]): boolean {
  if (divisions.some((code) => record.areaCode.startsWith(code))) return true;
  const { geometry } = record;
  return geometry !== null && outlines.some((outline) => meetsArea(geometry, outline));
}
