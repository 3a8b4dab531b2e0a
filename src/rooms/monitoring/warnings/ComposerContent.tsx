import { Button, Input } from 'antd';
import type { Text } from '#kernel/language/text.ts';
import { FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { missingEnglish } from './composerDraft.ts';
import type { SectionProps } from './Composer.tsx';
import { composerWords as words } from './composerWords.ts';
import { warning } from './warning.case.ts';

type TextField = 'headlineZh' | 'descriptionZh' | 'instructionZh' | 'headlineEn' | 'descriptionEn' | 'instructionEn';

/** Headline, description and instruction in Chinese; the same in English when wanted. */
export function ComposerContent({ draft, set, errorOf, suggestion }: SectionProps & { suggestion: string | null }) {
  const say = useText();
  const hasEnglish = [draft.headlineEn, draft.descriptionEn, draft.instructionEn].some((text) => text !== '');
  const lacking = missingEnglish(draft);

  const row = (name: TextField, label: Text, isRequired: boolean, hint?: Text, lines = 0) => (
    <FormRow label={label} hint={hint} error={errorOf(name)} isRequired={isRequired}>
      {({ id, describedBy, isInvalid }) => {
        const about = {
          id,
          'aria-describedby': describedBy,
          'aria-invalid': isInvalid,
          status: isInvalid ? ('error' as const) : ('' as const),
        };
        const { maxLength } = warning.fields[name];
        const common = { ...about, lang: name.endsWith('En') ? 'en' : 'zh-CN', value: draft[name], maxLength, showCount: true };
        return lines === 0 ? (
          <Input
            {...common}
            onChange={(event) => set({ [name]: event.target.value, ...(name === 'headlineZh' && { ownHeadline: true }) })}
          />
        ) : (
          <Input.TextArea
            {...common}
            autoSize={{ minRows: lines, maxRows: 16 }}
            onChange={(event) => set({ [name]: event.target.value })}
          />
        );
      }}
    </FormRow>
  );

  return (
    <section className="panel case-panel composer-section">
      <h2>{say(words.words)}</h2>
      <p className="case-quiet">{say(words.chineseNote)}</p>
      {row('headlineZh', words.headline, true)}
      {draft.ownHeadline && suggestion !== null && suggestion !== draft.headlineZh && (
        <Button size="small" className="composer-suggest" onClick={() => set({ ownHeadline: false, headlineZh: suggestion })}>
          {say(words.suggest, { title: suggestion })}
        </Button>
      )}
      {row('descriptionZh', words.description, true, words.descriptionHint, 4)}
      {row('instructionZh', words.instruction, true, words.instructionHint, 4)}
      <details className="composer-english" open={hasEnglish || undefined}>
        <summary>{say(words.english)}</summary>
        <p className={lacking.length > 0 ? 'form-error' : 'case-quiet'} role={lacking.length > 0 ? 'status' : undefined}>
          {say(words.englishHint)}
        </p>
        {row('headlineEn', words.headlineEn, lacking.length > 0)}
        {row('descriptionEn', words.descriptionEn, lacking.length > 0, undefined, 3)}
        {row('instructionEn', words.instructionEn, lacking.length > 0, undefined, 3)}
      </details>
    </section>
  );
}
