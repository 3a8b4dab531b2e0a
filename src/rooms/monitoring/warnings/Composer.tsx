import { Button } from 'antd';
import { useState } from 'react';
import type { AnyCase } from '#kernel/casework/case.ts';
import type { FieldError } from '#kernel/problem/refusal.ts';
import { ApiProblem } from '#web/api/client.ts';
import { useAreas, useCaseAction, useSession } from '#web/api/queries.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { useGo } from '#web/page/links.tsx';
import { useKeptDraft } from '#web/page/keptDraft.ts';
import { dayAndTime, timeOf } from '#web/page/moments.ts';
import { changedValues } from '#web/registers/changes.ts';
import { Article64 } from './Article64.tsx';
import { draftFromWarning, faultsOf, valuesOf, type ComposerDraft, type Warning } from './composerDraft.ts';
import { ComposerContent } from './ComposerContent.tsx';
import { ComposerKind } from './ComposerKind.tsx';
import { ComposerWhen, ComposerWhere } from './ComposerWhereWhen.tsx';
import { composerWords as words } from './composerWords.ts';
import { suggestHeadline } from './headline.ts';
import { WarningPreview } from './WarningPreview.tsx';

export interface ComposerStart {
  id: string;
  /** Version the draft was read with; null for a new one. */
  version: number | null;
  draft: ComposerDraft;
  /** Field values the server holds. */
  saved: Record<string, unknown>;
}

export interface SectionProps {
  draft: ComposerDraft;
  set: (change: Partial<ComposerDraft>) => void;
  errorOf: (field: string) => FieldError['text'] | null;
}

/** The form with its preview and checklist. */
export function Composer({ name, start, latest }: { name: string; start: ComposerStart; latest: Warning | null }) {
  const say = useText();
  const go = useGo();
  const { data: me } = useSession();
  const areas = useAreas();
  const kept = useKeptDraft<ComposerStart>(name, start);
  const { id, version, draft, saved } = kept.value;
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const act = useCaseAction('warning');
  const hasConflict = latest !== null && version !== null && latest.version > version && !act.isPending;

  const suggestion = suggestHeadline(draft, me?.county.name.zh ?? '', (code) => areas.data?.find((area) => area.code === code)?.name);
  const headlineZh = draft.ownHeadline ? draft.headlineZh : (suggestion ?? '');
  const shown = { ...draft, headlineZh };

  function set(change: Partial<ComposerDraft>): void {
    kept.change((before) => ({ ...before, draft: { ...before.draft, ...change } }));
    const touched = new Set([
      ...Object.keys(change),
      ...('area' in change ? ['areas', 'shape', 'circleCenter', 'circleRadiusKm'] : []),
      ...('effective' in change ? ['expires'] : []),
    ]);
    setErrors((before) => before.filter(({ field }) => !touched.has(field)));
  }

  /** Saves what differs; answers with the version to go on from. */
  async function save(): Promise<number> {
    const values = valuesOf(shown, version === null);
    const input = changedValues(saved, values, Object.keys(values));
    if (version !== null && Object.keys(input).length === 0) return version;
    const done: AnyCase = await act.mutateAsync({ id, action: version === null ? 'draft' : 'revise', version, input });
    kept.change((before) => ({
      ...before,
      version: done.version,
      saved: { ...before.saved, ...input },
      draft: { ...before.draft, headlineZh },
    }));
    return done.version;
  }

  async function send(isSubmitting: boolean): Promise<void> {
    const faults = faultsOf(shown, isSubmitting);
    setErrors(faults);
    if (faults.length > 0) return;
    try {
      const current = await save();
      if (isSubmitting) await act.mutateAsync({ id, action: 'submit', version: current });
      kept.forget();
      go(`/warnings/${id}`);
    } catch (error) {
      // `act.error` is told below the form; fields are marked where they stand.
      if (error instanceof ApiProblem) setErrors(error.fields);
    }
  }

  const section: SectionProps = { draft: shown, set, errorOf: (field) => errors.find((error) => error.field === field)?.text ?? null };
  return (
    <form
      className="composer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(true);
      }}
    >
      <div className="composer-main">
        {kept.restoredAtMs !== null && !hasConflict && (
          <p className="banner composer-banner" role="status">
            {say(words.restored, { at: dayAndTime(kept.restoredAtMs) })}
            <Button size="small" onClick={() => kept.forget(start)}>
              {say(words.drop)}
            </Button>
          </p>
        )}
        {hasConflict && (
          <p className="banner composer-banner" role="alert">
            {say(words.conflict, { who: latest.updatedBy })}
            <Button
              size="small"
              onClick={() =>
                kept.forget({
                  id,
                  version: latest.version,
                  draft: draftFromWarning(latest),
                  saved: valuesOf(draftFromWarning(latest), false),
                })
              }
            >
              {say(words.takeTheirs)}
            </Button>
            <Button
              size="small"
              onClick={() =>
                kept.change((before) => ({ ...before, version: latest.version, saved: valuesOf(draftFromWarning(latest), false) }))
              }
            >
              {say(words.keepMine)}
            </Button>
          </p>
        )}
        <ComposerKind {...section} />
        <ComposerContent {...section} suggestion={suggestion} />
        <ComposerWhere {...section} />
        <ComposerWhen {...section} />
      </div>
      <aside className="composer-side">
        <WarningPreview draft={shown} />
        <Article64 draft={shown} />
      </aside>
      <footer className="composer-foot panel">
        <span className="composer-told" role="status">
          {errors.length > 0 && <span className="form-error">{say(words.correct, { n: errors.length })}</span>}
          {errors.length === 0 && !act.error && kept.keptAtMs !== null && say(words.kept, { at: timeOf(kept.keptAtMs, true) })}
          {kept.cannotKeep && say(words.cannotKeep)}
        </span>
        {errors.length === 0 && <Told error={act.error} />}
        <Button size="large" onClick={() => go(version === null ? '/warnings' : `/warnings/${id}`)}>
          {say(words.cancel)}
        </Button>
        <Button size="large" disabled={act.isPending || hasConflict} onClick={() => void send(false)}>
          {say(words.save)}
        </Button>
        <Button size="large" type="primary" htmlType="submit" loading={act.isPending} disabled={hasConflict}>
          {say(words.submit)}
        </Button>
      </footer>
    </form>
  );
}
