import { hasAnyRole } from '#web/api/permission.ts';
import { defineWords } from '#kernel/language/text.ts';
import { registers } from '#rooms/rooms.ts';
import { useRecords, useSession } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { PageLink } from '#web/page/links.tsx';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import './registers.css';

const words = defineWords({
  title: { zh: '台账', en: 'Registers' },
  summary: { zh: '县区存档的各类对象', en: 'What the county keeps on file' },
  records: { zh: '{n} 条', en: '{n} records' },
  none: {
    zh: '您的角色没有可查看的台账。请联系系统管理员。',
    en: 'Your role may see no register. Ask the administrator.',
  },
});

/** Every register the person may read, with its number of records. */
export function RegistersPage() {
  const say = useText();
  const session = useSession();
  const readable = registers.filter((register) => hasAnyRole(session.data, register.access.read));
  return (
    <PageFrame
      title={words.title}
      summary={say(words.summary)}
      waitFor={[session]}
      empty={{ when: readable.length === 0, text: words.none }}
    >
      <ul className="register-cards">
        {readable.map((register) => (
          <RegisterCard key={register.id} register={register} />
        ))}
      </ul>
    </PageFrame>
  );
}

function RegisterCard({ register }: { register: RegisterDeclaration }) {
  const say = useText();
  const { data } = useRecords(register.id, { limit: 1 });
  return (
    <li className="panel register-card">
      <PageLink to={`/registers/${register.id}`}>{say(register.label)}</PageLink>
      <span className="register-count">{data ? say(words.records, { n: data.total.toLocaleString('en-US') }) : ' '}</span>
    </li>
  );
}
