import { useState } from 'react';
import { systemClock } from '#kernel/clock/clock.ts';
import type { Scenario } from '#kernel/scenario/scenario.ts';
import { modelOf } from '#models/models.ts';
import { outlineOf, shapesOf } from '#models/resultShapes.ts';
import { newId } from '#web/api/newId.ts';
import { useCase, useSession } from '#web/api/queries.ts';
import { useScenario } from '#web/api/scenarioQueries.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink, useAddress, useParam } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { EmptyState } from '#web/page/states.tsx';
import { Composer, type ComposerStart } from './Composer.tsx';
import {
  draftFromIncident,
  draftFromScenario,
  draftFromWarning,
  draftThatUpdates,
  emptyDraft,
  valuesOf,
  type Warning,
} from './composerDraft.ts';
import { composerWords as words } from './composerWords.ts';
import { warning } from './warning.case.ts';
import '#web/cases/cases.css';
import './composer.css';

/**
 * Writes a warning: a new one (`?incident=`, `?scenario=` and `?supersedes=` fill it in), or a draft that exists. What is typed is kept in
 * this browser until it is saved.
 */
export default function WarningComposerPage() {
  const say = useText();
  const id = useParam('id');
  const [address] = useAddress();
  const { data: me } = useSession();
  const edited = useCase('warning', id || null);
  const superseded = useCase('warning', address.supersedes ?? null);
  const cause = useCase('incident', address.incident ?? null);
  const scenario = useScenario(address.scenario ?? null);
  // One id for all attempts to save, one start for the life of the page.
  const [fresh] = useState(() => ({ id: newId(), now: new Date(systemClock.nowMs()).toISOString() }));
  const asked =
    id !== ''
      ? edited
      : address.supersedes !== undefined
        ? superseded
        : address.incident !== undefined
          ? cause
          : address.scenario !== undefined
            ? scenario
            : null;

  const found = edited.data?.case as Warning | undefined;
  const old = superseded.data?.case as Warning | undefined;
  const incident = cause.data?.case;
  let start: ComposerStart | null = null;
  if (id !== '')
    start = found ? { id, version: found.version, draft: draftFromWarning(found), saved: valuesOf(draftFromWarning(found), false) } : null;
  else if (address.supersedes !== undefined)
    start = old ? { id: fresh.id, version: null, draft: draftThatUpdates(old, fresh.now), saved: {} } : null;
  else if (address.incident !== undefined)
    start = incident ? { id: fresh.id, version: null, draft: draftFromIncident(incident, fresh.now), saved: {} } : null;
  else if (address.scenario !== undefined)
    start = scenario.data ? { id: fresh.id, version: null, draft: draftOf(scenario.data, fresh.now), saved: {} } : null;
  else start = { id: fresh.id, version: null, draft: emptyDraft(fresh.now), saved: {} };

  const about = id || address.supersedes || address.incident || address.scenario || 'new';
  const title = id !== '' ? say(words.edit) : old ? say(words.updateTitle, { title: old.headlineZh ?? '' }) : say(words.write);
  const isLocked = found !== undefined && found.state !== 'draft';
  const state = found && warning.states[found.state];
  return (
    <PageFrame
      title={title}
      roles={warning.actions['draft']?.by ?? []}
      waitFor={asked ? [asked] : []}
      summary={
        incident
          ? say(words.fromIncident, { title: typeof incident['title'] === 'string' ? incident['title'] : '' })
          : scenario.data && say(words.fromScenario, { title: scenario.data.title })
      }
    >
      {isLocked && state ? (
        <EmptyState
          text={{ zh: words.notDraft.zh.replace('{state}', state.label.zh), en: words.notDraft.en.replace('{state}', state.label.en) }}
          action={<PageLink to={`/warnings/${id}`}>{say(words.open)}</PageLink>}
        />
      ) : (
        start && me && <Composer key={about} name={`warning.${me.accountId}.${about}`} start={start} latest={found ?? null} />
      )}
    </PageFrame>
  );
}

/** A scenario's widest zone and title as a draft. */
function draftOf({ answer, model, title, subject }: Scenario, now: string) {
  const outputs = answer?.['outputs'] as Record<string, unknown> | undefined;
  const declared = modelOf(model);
  const outline = outputs && declared ? outlineOf(shapesOf(declared.outputs, outputs)) : null;
  return draftFromScenario(outline, title, subject?.kind === 'incident' ? subject.id : null, now);
}
