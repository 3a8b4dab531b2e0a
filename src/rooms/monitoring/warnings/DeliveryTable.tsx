import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { channels, type Delivery, type DeliveryState } from '#kernel/message/message.ts';
import type { Text } from '#kernel/language/text.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useSession } from '#web/api/queries.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { PageLink } from '#web/page/links.tsx';
import { dayAndTime, timeOf } from '#web/page/moments.ts';
import type { Warning } from './composerDraft.ts';
import { warning as declaration } from './warning.case.ts';
import { warningWords as words } from './warningWords.ts';

const stateNames: Record<DeliveryState, Text> = {
  queued: words.queued,
  delivered: words.delivered,
  retrying: words.retrying,
  failed: words.failed,
  withdrawn: words.withdrawn,
};
/** What needs somebody comes first. */
const stateOrder: readonly DeliveryState[] = ['failed', 'retrying', 'queued', 'delivered', 'withdrawn'];

/** Receipts: to whom a warning was sent, by which channel, and how every attempt went. */
export function DeliveryTable({ warning, deliveries }: { warning: Warning; deliveries: readonly Delivery[] }) {
  const say = useText();
  const client = useQueryClient();
  const { data: me } = useSession();
  const retry = useMutation({
    mutationFn: (id: string) => api.post(`/deliveries/${id}/retry`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.case('warning', warning.id) }),
  });
  const mayRetry = hasAnyRole(me, declaration.actions['publish']?.by ?? []);
  const ordered = [...deliveries].sort(
    (a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) || a.recipientName.localeCompare(b.recipientName),
  );
  const done = deliveries.filter(({ state }) => state === 'delivered').length;

  return (
    <section className="panel case-panel">
      <div className="case-panel-head">
        <h2>{say(words.receipts)}</h2>
        {deliveries.length > 0 && <span className="case-quiet">{say(words.deliveredCount, { done, all: deliveries.length })}</span>}
      </div>
      {deliveries.length === 0 && (
        <p className="case-quiet">
          {say(warning.publishedAt === null ? words.noReceipts : words.noRecipients)}{' '}
          <PageLink to="/registers/warningRecipients">{say(words.recipients)}</PageLink>
        </p>
      )}
      <Told error={retry.error} />
      {deliveries.length > 0 && (
        <div className="delivery-scroll">
          <table className="delivery-table">
            <thead>
              <tr>
                <th scope="col">{say(words.recipient)}</th>
                <th scope="col">{say(words.channel)}</th>
                <th scope="col">{say(words.state)}</th>
                <th scope="col">{say(words.attempts)}</th>
                <th scope="col">
                  <span className="unseen">{say(words.retry)}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {ordered.map((each) => (
                <tr key={each.id}>
                  <td>
                    <b>{each.recipientName}</b>
                    <span className="delivery-address">{each.address}</span>
                  </td>
                  <td>{say(channels[each.channel])}</td>
                  <td className={`delivery-state delivery-${each.state}`}>
                    {say(stateNames[each.state])}
                    {each.state === 'retrying' && each.nextAttemptAt !== null && (
                      <span className="delivery-address">{say(words.nextAt, { at: timeOf(each.nextAttemptAt, true) })}</span>
                    )}
                  </td>
                  <td>
                    <Attempts delivery={each} />
                  </td>
                  <td className="delivery-act">
                    {mayRetry && (each.state === 'failed' || each.state === 'retrying') && (
                      <Button
                        loading={retry.isPending && retry.variables === each.id}
                        aria-label={`${say(words.retry)} ${each.recipientName}`}
                        onClick={() => retry.mutate(each.id)}
                      >
                        {say(words.retry)}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Attempts({ delivery }: { delivery: Delivery }) {
  const say = useText();
  const [latest, ...earlier] = delivery.attempts.toReversed();
  if (!latest) return <span className="nothing">{say(words.noAttempt)}</span>;
  return (
    <>
      <Attempt attempt={latest} />
      {earlier.length > 0 && (
        <details className="delivery-earlier">
          <summary>{say(words.earlier, { n: earlier.length })}</summary>
          {earlier.map((attempt) => (
            <Attempt key={attempt.at} attempt={attempt} />
          ))}
        </details>
      )}
    </>
  );
}

function Attempt({ attempt: { at, ok, detail } }: { attempt: Delivery['attempts'][number] }) {
  const say = useText();
  return (
    <p className="delivery-attempt">
      <time dateTime={at}>{dayAndTime(at, true)}</time> {ok ? '✓' : '✗'} {say(ok ? words.ok : words.notOk)}
      {detail !== '' && <span className="delivery-detail">{detail}</span>}
    </p>
  );
}
