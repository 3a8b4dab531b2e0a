import type { Text } from '#kernel/language/text.ts';
import type { Condition } from './condition.ts';

// Gates: what must be true before an action may be done. Each says its law, where there is one.

interface GateBase {
  clause?: string;
  /** The gate counts only when this holds. */
  when?: Condition;
}

export type Gate = GateBase &
  (
    | /** The actor must not be whoever did that action last (four eyes). */ { kind: 'differentPersonFrom'; action: string }
    | /** One of these actions was done before; with `since`, after the last of those. */ {
        kind: 'done';
        action: string | readonly string[];
        since?: string | readonly string[];
      }
    | /** None of these actions was done before; with `since`, after the last of those. */ {
        kind: 'notDone';
        action: string | readonly string[];
        since?: string | readonly string[];
      }
    | /** Whoever did `action` was answered by one of `by` (a hearing that was asked for was held). */ {
        kind: 'answered';
        action: string;
        by: readonly string[];
      }
    | /** An official document of that kind was made; with `since`, after the last of those actions. */ {
        kind: 'document';
        document: string;
        since?: string | readonly string[];
      }
    | /** Two officers with certificates act: the actor and another whom the input names. The three are input fields. */ {
        kind: 'twoOfficers';
        certificate: string;
        second: string;
        secondCertificate: string;
      }
    | /** Only while that clock has time left. */ { kind: 'within'; clock: string }
    | /** Only when that clock's time is over. */ { kind: 'afterClock'; clock: string }
    | /** Only once the time of a rule, counted from an action, is over. */ { kind: 'afterAction'; action: string; clock: string }
    | /** A date of the case may not lie further back than the time of a rule (limitation). */ {
        kind: 'notOlder';
        field: string;
        clock: string;
      }
    | /** The case says so; `text` tells what is missing. */ { kind: 'holds'; condition: Condition; text: Text }
    | /** Every child case of that kind is finished. */ { kind: 'subcasesClosed'; subcase: string }
  );

export const listed = (one: string | readonly string[] | undefined): readonly string[] =>
  one === undefined ? [] : typeof one === 'string' ? [one] : one;
