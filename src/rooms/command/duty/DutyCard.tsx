import type { DutyPerson } from '#web/api/answers.ts';
import { useDutyNow, useQuarantine } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { shortMoment } from '#web/page/moments.ts';
import { deskWords } from './deskWords.ts';

/** Who is on duty now, each one call away; and how many devices wait for registration. */
export function DutyCard({ nowMs }: { nowMs: number }) {
  const t = useText();
  const { data: shift } = useDutyNow();
  const unknown = useQuarantine().data?.length ?? 0;
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
      {unknown > 0 && (
        <PageLink to="/quarantine" className="desk-unknown">
          {t(deskWords.unknownDevices, { n: unknown })}
        </PageLink>
      )}
    </section>
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
