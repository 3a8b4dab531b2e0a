import { useCallback, useMemo, useState } from 'react';
import type { Origin } from '#models/runModel.ts';
import { withValue } from './FieldInput.tsx';

export type Inputs = Record<string, unknown>;
export type Origins = Record<string, Origin>;

interface Entered {
  subject: string;
  inputs: Inputs;
  origins: Origins;
}

export interface ScenarioInputs {
  /** What stands in the form: entered, over what instruments say. */
  inputs: Inputs;
  origins: Origins;
  set: (name: string, value: unknown, origin?: Origin) => void;
  /** Many at once, in place of what was there; `computed` are those that a model found, `next` the model they are for. */
  fill: (values: Inputs, computed?: readonly string[], next?: string) => void;
}

const nothing: Entered = { subject: '', inputs: {}, origins: {} };

/**
 * The inputs of the scenario on screen. What a person enters goes before what an instrument says, and an input that is
 * emptied follows the instrument again. What was entered belongs to the subject (scenario or model) it was entered for.
 * @param kept inputs and origins of the kept scenario that is open; a kept one does not follow instruments
 * @param live readings by name of input
 * @param begun what a new scenario starts with, by name of input
 */
export function useScenarioInputs(
  subject: string,
  kept: { inputs: Readonly<Inputs>; origins: Readonly<Record<string, string>> } | undefined,
  live: Readonly<Inputs>,
  begun: Readonly<Inputs>,
): ScenarioInputs {
  const [entered, setEntered] = useState<Entered>(nothing);
  const start = useCallback(
    (before: Entered): Entered =>
      before.subject === subject
        ? before
        : { subject, inputs: { ...(kept ? kept.inputs : begun) }, origins: { ...kept?.origins } as Origins },
    [subject, kept, begun],
  );
  const base = useMemo(() => start(entered), [start, entered]);
  const set = useCallback(
    (name: string, value: unknown, origin: Origin = 'operator') =>
      setEntered((before) => {
        const { inputs, origins } = start(before);
        return {
          subject,
          inputs: withValue(inputs, name, value),
          origins: withValue(origins, name, value === undefined ? undefined : origin) as Origins,
        };
      }),
    [start, subject],
  );
  const fill = useCallback(
    (values: Inputs, computed: readonly string[] = [], next: string = subject) => {
      const origins = Object.fromEntries(
        Object.keys(values).map((name): [string, Origin] => [name, computed.includes(name) ? 'model' : 'operator']),
      );
      setEntered({ subject: next, inputs: values, origins });
    },
    [subject],
  );
  return useMemo(() => {
    const follows = kept === undefined ? live : {};
    const sensed = Object.keys(follows).filter((name) => base.inputs[name] === undefined);
    return {
      inputs: { ...Object.fromEntries(sensed.map((name) => [name, follows[name]])), ...base.inputs },
      origins: { ...Object.fromEntries(sensed.map((name): [string, Origin] => [name, 'sensor'])), ...base.origins },
      set,
      fill,
    };
  }, [base, live, kept, set, fill]);
}
