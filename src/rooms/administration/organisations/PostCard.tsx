import { Button } from 'antd';
import { useState } from 'react';
import { holderAt, seats, type PostHolder, type Seat } from '#kernel/organisation/post.ts';
import { defineWords } from '#kernel/language/text.ts';
import { GrantList } from '#web/access/GrantList.tsx';
import type { Organisations, PostWithHolders } from '#web/api/accountQueries.ts';
import { useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { dayOf } from '#web/page/moments.ts';
import { HandOverForm } from './HandOverForm.tsx';
import { RemoveThing } from './RemoveThing.tsx';

const words = defineWords({
  vacant: { zh: '空缺', en: 'Vacant' },
  since: { zh: '{day} 起', en: 'since {day}' },
  next: { zh: '{name} 将于 {day} 接任', en: '{name} takes over on {day}' },
  handOver: { zh: '交接', en: 'Hand over' },
  appoint: { zh: '任命', en: 'Appoint' },
  edit: { zh: '编辑', en: 'Edit' },
  rights: { zh: '岗位权限', en: 'Rights' },
  past: { zh: '历任', en: 'Held before' },
  span: { zh: '{seat} {name} {from} 至 {to}', en: '{name}, {seat}, {from} to {to}' },
  above: { zh: '上级岗位 {name}', en: 'Under {name}' },
});

/** A post: its duties, who holds the seats now, who held them before. */
export function PostCard({
  post,
  all,
  isKeeper,
  edit,
}: {
  post: PostWithHolders;
  all: Organisations;
  isKeeper: boolean;
  edit: () => void;
}) {
  const say = useText();
  const nowMs = useNow(1000);
  const [handing, setHanding] = useState<Seat | null>(null);
  const superior = all.posts.find(({ id }) => id === post.superiorId);
  const past = post.holders.filter(({ to }) => to !== null && Date.parse(to) <= nowMs);
  return (
    <article className="post" aria-labelledby={`post-${post.id}`}>
      <header className="organisation-head">
        <h3 id={`post-${post.id}`}>{post.name}</h3>
        {isKeeper && (
          <span className="organisation-acts">
            <Button size="small" type="text" onClick={edit}>
              {say(words.edit)}
            </Button>
            <RemoveThing path={`/posts/${post.id}`} />
          </span>
        )}
      </header>
      <dl className="post-seats">
        {(Object.keys(seats) as Seat[]).map((seat) => (
          <SeatLine
            key={seat}
            seat={seat}
            present={holderAt(post.holders, seat, nowMs)}
            coming={post.holders.find((holder) => holder.seat === seat && Date.parse(holder.from) > nowMs)}
            handOver={isKeeper ? () => setHanding(seat) : undefined}
          />
        ))}
      </dl>
      {post.duties !== '' && <p className="post-duties">{post.duties}</p>}
      <p className="organisation-note">
        {post.grants.length > 0 && (
          <>
            {say(words.rights)}: <GrantList grants={post.grants} />{' '}
          </>
        )}
        {superior && say(words.above, { name: superior.name })}
      </p>
      {past.length > 0 && (
        <details className="post-past">
          <summary>{say(words.past)}</summary>
          <ul>
            {past.map((holder) => (
              <li key={holder.id}>
                {say(words.span, {
                  seat: say(seats[holder.seat]),
                  name: holder.personName,
                  from: dayOf(holder.from),
                  to: dayOf(holder.to ?? holder.from),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {handing && <HandOverForm post={post} seat={handing} all={all} close={() => setHanding(null)} />}
    </article>
  );
}

interface SeatLineProps {
  seat: Seat;
  present: PostHolder | null;
  coming: PostHolder | undefined;
  handOver: (() => void) | undefined;
}

function SeatLine({ seat, present, coming, handOver }: SeatLineProps) {
  const say = useText();
  return (
    <div>
      <dt>{say(seats[seat])}</dt>
      <dd>
        {present ? (
          <>
            <b>{present.personName}</b> <span className="post-since">{say(words.since, { day: dayOf(present.from) })}</span>
          </>
        ) : (
          <span className={seat === 'A' ? 'post-vacant' : 'post-since'}>{say(words.vacant)}</span>
        )}
        {coming && <span className="post-since">{say(words.next, { name: coming.personName, day: dayOf(coming.from) })}</span>}
      </dd>
      {handOver && (
        <Button size="small" onClick={handOver}>
          {say(present ? words.handOver : words.appoint)}
        </Button>
      )}
    </div>
  );
}
