import { defineWords } from '#kernel/language/text.ts';
import { useOwnAccount } from '#web/api/accountQueries.ts';
import { useText } from '#web/language/language.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { Delegations } from './Delegations.tsx';
import { OwnPassword } from './OwnPassword.tsx';
import { Rights } from './Rights.tsx';
import { SecondFactors } from './SecondFactors.tsx';
import { Sessions } from './Sessions.tsx';
import { Tokens } from './Tokens.tsx';
import './myAccount.css';

const words = defineWords({
  title: { zh: '我的账号', en: 'My account' },
  summary: { zh: '{name} · {account}', en: '{name} · {account}' },
});

/** One's own account: what it may, how one signs in, where it is signed in, what was handed on. */
export default function MyAccountPage() {
  const say = useText();
  const own = useOwnAccount();
  const { data } = own;
  return (
    <PageFrame title={words.title} waitFor={[own]} summary={data && say(words.summary, { name: data.name, account: data.account })}>
      {data && (
        <div className="my-account">
          <Rights own={data} />
          <OwnPassword own={data} />
          <SecondFactors own={data} />
          <Sessions sessions={data.sessions} />
          <Delegations own={data} />
          <Tokens own={data} />
        </div>
      )}
    </PageFrame>
  );
}
