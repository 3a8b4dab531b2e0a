import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { Me, SetupState } from '#web/api/answers.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { beginSession } from '#web/api/sessionEnd.ts';
import { useSetupState } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { PageLink, useAddress, useGo } from '#web/page/links.tsx';
import { ErrorState, PageLoading } from '#web/page/states.tsx';
import { EntryField, EntryFrame, EntryProblem } from './EntryFrame.tsx';
import { NewPassword, type PasswordPair } from './NewPassword.tsx';
import { accountPattern, isStrong } from './password.ts';

const words = defineWords({
  title: { zh: '首次设置', en: 'First setup' },
  lead: {
    zh: '创建第一个管理员账号，选定县区。此链接只能使用一次。',
    en: 'Create the first administrator and choose the county. This link works once.',
  },
  done: { zh: '设置已经完成', en: 'Setup is done' },
  doneHow: { zh: '管理员账号已存在，请直接登录。', en: 'The administrator exists; log in.' },
  noToken: { zh: '需要设置链接', en: 'The setup link is needed' },
  noTokenHow: {
    zh: '请在服务器的启动窗口找到一行以 /setup?token= 结尾部分的地址，用浏览器打开完整链接。',
    en: 'Find the address with /setup?token= in the window where the server was started, and open the whole link.',
  },
  county: { zh: '县区', en: 'County' },
  name: { zh: '您的姓名', en: 'Your name' },
  account: { zh: '管理员账号', en: "Administrator's account" },
  accountHint: { zh: '字母、数字、点或横线，2 至 40 个字符', en: 'Letters, digits, dot or dash, 2 to 40 characters' },
  demo: { zh: '装入演示数据', en: 'Load the demo story' },
  demoHint: {
    zh: '演示站点、企业与学校均带“演示”标记，可随时一键全部删除。',
    en: 'Demo stations, enterprises and schools are marked “Demo” and can be removed at once at any time.',
  },
  submit: { zh: '完成设置并登录', en: 'Finish and log in' },
  login: { zh: '去登录', en: 'Log in' },
});

export function SetupPage() {
  const say = useText();
  const setup = useSetupState();
  const [{ token }] = useAddress();
  if (setup.isPending) return <PageLoading />;
  if (setup.error) return <ErrorState error={setup.error} retry={() => void setup.refetch()} />;
  if (!setup.data.needed) {
    return (
      <EntryFrame title={words.done} lead={say(words.doneHow)}>
        <PageLink to="/login">{say(words.login)}</PageLink>
      </EntryFrame>
    );
  }
  if (!token) return <EntryFrame title={words.noToken} lead={say(words.noTokenHow)} />;
  return <SetupForm token={token} setup={setup.data} />;
}

function SetupForm({ token, setup }: { token: string; setup: SetupState }) {
  const say = useText();
  const client = useQueryClient();
  const go = useGo();
  const [county, setCounty] = useState(setup.counties[0]?.code ?? '');
  const [name, setName] = useState('');
  const [account, setAccount] = useState('admin');
  const [pair, setPair] = useState<PasswordPair>({ password: '', again: '' });
  const [demo, setDemo] = useState(true);
  const finish = useMutation({
    mutationFn: () =>
      api.post<{ me: Me }>('/setup', { token, account: account.trim(), password: pair.password, name: name.trim(), county, demo }),
    onSuccess: ({ me }) => {
      client.setQueryData(keys.setup(), { ...setup, needed: false });
      beginSession(client, me);
      go('/');
    },
  });
  const isComplete =
    county !== '' && name.trim() !== '' && accountPattern.test(account.trim()) && isStrong(pair.password) && pair.password === pair.again;

  return (
    <EntryFrame title={words.title} lead={say(words.lead)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          finish.mutate();
        }}
      >
        <EntryProblem error={finish.error} />
        <EntryField label={words.county}>
          {({ id }) => (
            <Radio.Group
              id={id}
              aria-label={say(words.county)}
              value={county}
              onChange={(event) => setCounty(String(event.target.value))}
              options={setup.counties.map((each) => ({ value: each.code, label: `${say(each.name)} ${each.code}` }))}
            />
          )}
        </EntryField>
        <EntryField label={words.name}>
          {(props) => <Input {...props} autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />}
        </EntryField>
        <EntryField label={words.account} hint={<p className="entry-hint">{say(words.accountHint)}</p>}>
          {(props) => (
            <Input
              {...props}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={account}
              onChange={(event) => setAccount(event.target.value)}
            />
          )}
        </EntryField>
        <NewPassword value={pair} onChange={setPair} />
        <div className="entry-field">
          <Checkbox checked={demo} onChange={(event) => setDemo(event.target.checked)}>
            {say(words.demo)}
          </Checkbox>
          <p className="entry-hint">{say(words.demoHint)}</p>
        </div>
        <Button block type="primary" size="large" htmlType="submit" loading={finish.isPending} disabled={!isComplete}>
          {say(words.submit)}
        </Button>
      </form>
    </EntryFrame>
  );
}
