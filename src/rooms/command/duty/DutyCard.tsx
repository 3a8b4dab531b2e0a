import type { Role } from '#kernel/access/access.ts';
import type { DutyPerson } from '#web/api/answers.ts';
import { useDutyNow, useQuarantine, useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { shortMoment } from '#web/page/moments.ts';
import { deskWords } from './deskWords.ts';

/** Roles that may see and register unknown devices. */
const keepers: readonly Role[] = ['administrator', 'dutyLeader', 'dutyOfficer'];

/** Who is on duty now, each one call away; and how many devices wait for registration. */
export function DutyCard({ nowMs }: { nowMs: number }) {
  const t = useText();
  const { data: shift } = useDutyNow();
  const { data: me } = useSession();
  return (
    <section className="desk-panel desk-duty" aria-label={t(deskWords.duty)}>
      {shift === null && (
        <p className="desk-quiet">
          {t(deskWords.noShift)} <PageLink to="/registers/dutyShifts">{t(deskWords.enterShift)}</PageLink>
        </p>
      )}
      {shift && (
        <>
          <Person role={t(deskWords.leader)} person={shift.leader} />
          {shift.officers.map((person) => (
            <Person key={person.name} role={t(deskWords.officer)} person={person} />
          ))}
          <p className="desk-shift">{t(deskWords.shiftUntil, { time: shortMoment(shift.to, nowMs) })}</p>
        </>
      )}
      {me?.roles.some((role) => keepers.includes(role)) && <UnknownDevices />}
    </section>
  );
}

function UnknownDevices() {
  const t = useText();
  const count = useQuarantine().data?.length ?? 0;
  if (count === 0) return null;
  return (
    <PageLink to="/quarantine" className="desk-unknown">
      {t(deskWords.unknownDevices, { n: count })}
    </PageLink>
  );
}

function Person({ role, person }: { role: string; person: DutyPerson }) {
  return (
    <p className="desk-person">
      <span>{role}</span>
      <strong>{person.name}</strong>
      {person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>}
    </p>
  );
}
