import type { AnyCase } from '#kernel/casework/case.ts';
import type { PublicFeed, Reader } from '#kernel/casework/followUp.ts';
import type { CapAlert } from '#protocols/cap/alert.ts';
import { capMimeType, writeAtomFeed } from '#protocols/cap/atom.ts';
import { writeCap } from '#protocols/cap/write.ts';
import { alertOf, cancelOf, type Issuer, type Warning } from './warningCap.ts';

// What the public reads: a feed of warnings and one CAP file a message. Warnings of the demo story and of exercises have a
// feed of their own, so nobody who follows the public one is ever alarmed by them.

const publicStates = 'published,superseded,cancelled';
/** The feed keeps a message this long after it was sent, and for as long as the warning is in force. */
const keptMs = 7 * 24 * 3_600_000;

interface Entry {
  id: string;
  alert: CapAlert;
  expiresMs: number;
}

async function entriesOf(read: Reader, demo: boolean): Promise<Entry[]> {
  const issuer: Issuer = { county: read.county, areas: await read.areas() };
  const warnings = (await read.cases('warning', { state: publicStates, demo: String(demo) })) as unknown as Warning[];
  const byId = new Map(warnings.map((found) => [found.id, found]));
  return warnings.flatMap((found) => {
    const expiresMs = Date.parse(found.expires ?? found.updatedAt);
    const published = { id: found.id, alert: alertOf(found, issuer, byId.get(found.supersedes ?? '') ?? null), expiresMs };
    return found.cancelledAt ? [published, { id: `${found.id}-cancel`, alert: cancelOf(found, issuer, ''), expiresMs }] : [published];
  });
}

function feed(path: string, demo: boolean): PublicFeed {
  return {
    path,
    contentType: 'application/atom+xml; charset=utf-8',
    async read(_, read) {
      const entries = await entriesOf(read, demo);
      const newest = Math.max(0, ...entries.map(({ alert }) => Date.parse(alert.sent)));
      const county = (await read.areas()).find((area) => area.code === read.county)?.name.zh ?? read.county;
      const title = `${county}预警信息${demo ? '（演练）' : ''}`;
      return writeAtomFeed({
        id: `${read.publicUrl}${path}`,
        title,
        author: `${county}应急管理局`,
        selfUrl: `${read.publicUrl}${path}`,
        language: 'zh-CN',
        emptySince: '2026-01-01T00:00:00+08:00',
        entries: entries
          .filter(({ alert, expiresMs }) => expiresMs > newest || Date.parse(alert.sent) > newest - keptMs)
          .map(({ id, alert }) => ({ alert, url: `${read.publicUrl}/feeds/cap/${id}.xml` })),
      });
    },
  };
}

export const warningFeed = feed('/feeds/cap.atom', false);
export const exerciseFeed = feed('/feeds/cap-exercise.atom', true);

/** `/feeds/cap/{id}.xml` for the publication, `/feeds/cap/{id}-cancel.xml` for the lifting. */
export const warningFile: PublicFeed = {
  path: '/feeds/cap/:file',
  contentType: `${capMimeType}; charset=utf-8`,
  async read({ file = '' }, read) {
    const parts = /^([0-9a-f-]{36})(-cancel)?\.xml$/.exec(file);
    const found = parts ? ((await read.case('warning', parts[1] as string)) as (AnyCase & Warning) | null) : null;
    if (!found?.publishedAt) return null;
    const issuer: Issuer = { county: read.county, areas: await read.areas() };
    if (parts?.[2]) return found.cancelledAt ? writeCap(cancelOf(found, issuer, '')) : null;
    const replaced = found.supersedes ? ((await read.case('warning', found.supersedes)) as unknown as Warning | null) : null;
    return writeCap(alertOf(found, issuer, replaced));
  },
};
