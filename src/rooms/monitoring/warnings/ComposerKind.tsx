import { Radio } from 'antd';
import { EventCodePicker } from '#web/forms/EventCodePicker.tsx';
import { FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { LevelBadge } from '#web/theme/theme.tsx';
import { levelColours, type Level } from '#web/theme/tokens.ts';
import type { SectionProps } from './Composer.tsx';
import { composerWords as words } from './composerWords.ts';

/** Hazard and level. */
export function ComposerKind({ draft, set, errorOf }: SectionProps) {
  const say = useText();
  return (
    <section className="panel case-panel composer-section">
      <h2>{say(words.kind)}</h2>
      <FormRow label={words.hazard} error={errorOf('eventCode')} isRequired>
        {({ id, describedBy, isInvalid }) => (
          <EventCodePicker
            id={id}
            aria-describedby={describedBy}
            isInvalid={isInvalid}
            value={draft.eventCode}
            onChange={(eventCode) => set({ eventCode })}
          />
        )}
      </FormRow>
      <FormRow label={words.level} error={errorOf('color')} isRequired>
        {({ id, describedBy }) => (
          <Radio.Group
            id={id}
            aria-label={say(words.level)}
            aria-describedby={describedBy}
            className="composer-levels"
            value={draft.color}
            onChange={(event) => set({ color: event.target.value as Level })}
            options={(Object.keys(levelColours) as Level[]).map((level) => ({ value: level, label: <LevelBadge level={level} named /> }))}
          />
        )}
      </FormRow>
    </section>
  );
}
