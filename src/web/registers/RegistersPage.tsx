import { Input } from 'antd';
import { useState } from 'react';
import { defineWords, type Text } from '#kernel/language/text.ts';
import type { RegisterDeclaration, RoomName } from '#kernel/register/register.ts';
import { registers } from '#rooms/rooms.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useSession } from '#web/api/queries.ts';
import { useRegisterCounts } from '#web/api/registerQueries.ts';
import { useText } from '#web/language/language.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { PageLink } from '#web/page/links.tsx';
import './registers.css';

const words = defineWords({
  title: { zh: '台账', en: 'Registers' },
  summary: { zh: '县区存档的各类对象', en: 'What the county keeps on file' },
  records: { zh: '{n} 条', en: '{n} records' },
  many: { zh: '1 万条以上', en: 'over 10,000' },
  find: { zh: '查找台账', en: 'Find a register' },
  noneFits: { zh: '没有名称含“{q}”的台账。', en: 'No register is called “{q}”.' },
  none: {
    zh: '您的角色没有可查看的台账。请联系系统管理员。',
    en: 'Your role may see no register. Ask the administrator.',
  },
});

/** Rooms in the order of the work: prevent, watch, act, decide, keep house. */
const rooms: readonly [RoomName | undefined, Text][] = [
  ['supervision', { zh: '监管执法', en: 'Supervision' }],
  ['monitoring', { zh: '监测预警', en: 'Monitoring' }],
  ['command', { zh: '指挥救援', en: 'Command' }],
  ['decision', { zh: '决策支持', en: 'Decision support' }],
  ['administration', { zh: '综合管理', en: 'Administration' }],
  [undefined, { zh: '其他', en: 'Other' }],
];
const mostCounted = 10_000;

/** Every register the person may read, by room, with its number of records. */
export function RegistersPage() {
  const say = useText();
  const session = useSession();
  const { data: counts } = useRegisterCounts();
  const [q, setQ] = useState('');
  const readable = registers.filter((register) => hasAnyRole(session.data, register.access.read));
  const wanted = q.trim().toLowerCase();
  const fitting = readable.filter(({ label }) => label.zh.includes(wanted) || label.en.toLowerCase().includes(wanted));
  return (
    <PageFrame
      title={words.title}
      summary={say(words.summary)}
      waitFor={[session]}
      empty={{ when: readable.length === 0, text: words.none }}
    >
      <Input
        type="search"
        className="register-find"
        allowClear
        aria-label={say(words.find)}
        placeholder={say(words.find)}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      {fitting.length === 0 && <p role="status">{say(words.noneFits, { q })}</p>}
      {rooms.map(([room, label]) => {
        const inRoom = fitting.filter((register) => register.room === room);
        return (
          inRoom.length > 0 && (
            <section key={label.en} className="register-room">
              <h2>{say(label)}</h2>
              <ul className="register-cards">
                {inRoom.map((register) => (
                  <RegisterCard key={register.id} register={register} count={counts?.[register.id]} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </PageFrame>
  );
}

function RegisterCard({ register, count }: { register: RegisterDeclaration; count: number | undefined }) {
  const say = useText();
  const shown =
    count === undefined ? ' ' : count > mostCounted ? say(words.many) : say(words.records, { n: count.toLocaleString('en-US') });
  return (
    <li className="panel register-card">
      <PageLink to={`/registers/${register.id}`}>{say(register.label)}</PageLink>
      <span className="register-count">{shown}</span>
    </li>
  );
}
