import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { type Role, roles as roleNames } from '#kernel/access/access.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useAccessPolicy, type AccessPolicy } from '#web/api/accountQueries.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';

const words = defineWords({
  title: { zh: '必须使用第二验证方式的角色', en: 'Roles that need a second factor' },
  lead: {
    zh: '勾选的角色下次登录时须设置手机验证器或通行密钥（等级保护三级要求两种以上鉴别方式）。',
    en: 'Whoever holds one of these sets up an app or a passkey at the next sign-in (level 3 protection asks for two factors).',
  },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
});

/** Which roles must have a second factor. */
export function SecondFactorRule() {
  const asked = useAccessPolicy();
  return asked.data ? <Rule policy={asked.data} /> : <FormProblem error={asked.error} />;
}

function Rule({ policy }: { policy: AccessPolicy }) {
  const say = useText();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Role[]>(policy.secondFactorRoles);
  const save = useMutation({
    mutationFn: () => api.patch<AccessPolicy>('/access-policy', { secondFactorRoles: chosen }),
    onSuccess: (saved) => client.setQueryData(keys.accessPolicy(), saved),
  });
  return (
    <section className="panel account-rule" aria-labelledby="second-factor-rule">
      <h2 id="second-factor-rule">{say(words.title)}</h2>
      <p className="organisation-note">{say(words.lead)}</p>
      <div role="group" aria-labelledby="second-factor-rule">
        <Checkbox.Group
          value={chosen}
          onChange={setChosen}
          options={(Object.keys(roleNames) as Role[]).map((role) => ({ value: role, label: say(roleNames[role]) }))}
        />
      </div>
      <p>
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {say(words.save)}
        </Button>{' '}
        {save.isSuccess && <span role="status">{say(words.saved)}</span>}
      </p>
      <FormProblem error={save.error} />
    </section>
  );
}
