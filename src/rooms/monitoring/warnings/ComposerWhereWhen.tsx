import { Button, Input } from 'antd';
import { systemClock } from '#kernel/clock/clock.ts';
import { FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { AreaDrawer } from '#web/map/AreaDrawer.tsx';
import { instantToWall, wallToInstant } from '#web/page/moments.ts';
import { useIsPhone } from '#web/page/useIsPhone.ts';
import { hoursAfter } from './composerDraft.ts';
import type { SectionProps } from './Composer.tsx';
import { composerWords as words } from './composerWords.ts';

const quickHours = [6, 12, 24] as const;

/** The area: divisions by name or on the map, a polygon, a circle (all in the drawer). */
export function ComposerWhere({ draft, set, errorOf }: SectionProps) {
  const say = useText();
  const isPhone = useIsPhone();
  const error = errorOf('areas') ?? errorOf('shape') ?? errorOf('circleCenter') ?? errorOf('circleRadiusKm');
  return (
    <section className="panel case-panel composer-section">
      <h2>{say(words.where)}</h2>
      {error && (
        <p className="form-error" role="alert">
          {say(error)}
        </p>
      )}
      <AreaDrawer value={draft.area} level={draft.color} height={isPhone ? 320 : 440} onChange={(area) => set({ area })} />
    </section>
  );
}

/** From when to when; the end has to lie after the beginning. */
export function ComposerWhen({ draft, set, errorOf }: SectionProps) {
  const say = useText();
  const moment = (instant: string | null) => (instant === null || instant === '' ? '' : instantToWall(instant));
  return (
    <section className="panel case-panel composer-section">
      <h2>{say(words.when)}</h2>
      <div className="composer-when">
        <FormRow label={words.effective} error={errorOf('effective')} isRequired>
          {({ id, describedBy, isInvalid }) => (
            <div className="composer-moment">
              <Input
                id={id}
                type="datetime-local"
                max="2099-12-31T23:59"
                aria-describedby={describedBy}
                status={isInvalid ? 'error' : ''}
                value={moment(draft.effective)}
                onChange={(event) => event.target.value !== '' && set({ effective: wallToInstant(event.target.value) })}
              />
              <Button onClick={() => set({ effective: new Date(systemClock.nowMs()).toISOString() })}>{say(words.now)}</Button>
            </div>
          )}
        </FormRow>
        <FormRow label={words.expires} error={errorOf('expires')} isRequired>
          {({ id, describedBy, isInvalid }) => (
            <div className="composer-moment">
              <Input
                id={id}
                type="datetime-local"
                max="2099-12-31T23:59"
                aria-describedby={describedBy}
                aria-invalid={isInvalid}
                status={isInvalid ? 'error' : ''}
                value={moment(draft.expires)}
                onChange={(event) => set({ expires: event.target.value === '' ? null : wallToInstant(event.target.value) })}
              />
              <span className="composer-quick">
                {say(words.after)}
                {quickHours.map((hours) => (
                  <Button key={hours} onClick={() => set({ expires: hoursAfter(draft.effective, hours) })}>
                    {say(words.hours, { n: hours })}
                  </Button>
                ))}
              </span>
            </div>
          )}
        </FormRow>
      </div>
    </section>
  );
}
