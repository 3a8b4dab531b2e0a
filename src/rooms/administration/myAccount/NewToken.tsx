import { useMutation } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { namedScopes } from '#kernel/access/scope.ts';
import { defineWords } from '#kernel/language/text.ts';
import { declaredScopes, scopeWords } from '#web/access/scopeWords.ts';
import type { ApiToken } from '#web/api/accountQueries.ts';
import { api } from '#web/api/client.ts';
import { AreaPicker } from '#web/forms/AreaPicker.tsx';
import { FormProblem, FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { dayOf, wallToInstant } from '#web/page/moments.ts';

const words = defineWords({
  title: { zh: '新建令牌', en: 'New token' },
  name: { zh: '用途', en: 'What for' },
  nameHint: { zh: '如“水位站上报”“市局对接”', en: 'Such as “river gauge” or “link to the city”' },
  scopes: { zh: '权限范围', en: 'Scopes' },
  scopesHint: { zh: '只选需要的；设备只需“仅上报监测读数”', en: 'Only what is needed; a device needs “hands in readings only”' },
  area: { zh: '行政区', en: 'Division' },
  expires: { zh: '有效期至', en: 'Valid until' },
  expiresHint: { zh: '最长一年', en: 'One year at most' },
  make: { zh: '生成令牌', en: 'Make the token' },
  cancel: { zh: '取消', en: 'Cancel' },
});

const quarterMs = 90 * 86_400_000;

export function NewToken({
  homeArea,
  close,
  onMade,
}: {
  homeArea: string;
  close: () => void;
  onMade: (token: ApiToken & { token: string }) => void;
}) {
  const say = useText();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [areaCode, setAreaCode] = useState<string | null>(homeArea);
  const [day, setDay] = useState(() => dayOf(Date.now() + quarterMs));
  const make = useMutation({
    mutationFn: () =>
      api.post<ApiToken & { token: string }>('/me/tokens', {
        name: name.trim(),
        scopes,
        areaCode,
        expiresAt: wallToInstant(`${day}T23:59`),
      }),
    onSuccess: onMade,
  });
  const options = [
    ...Object.entries(namedScopes).map(([value, label]) => ({ value, label: say(label) })),
    ...declaredScopes().map((value) => ({ value, label: say(scopeWords(value)) })),
  ];
  return (
    <Modal
      open
      title={say(words.title)}
      okText={say(words.make)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: name.trim() === '' || scopes.length === 0 || areaCode === null || day === '' }}
      confirmLoading={make.isPending}
      onOk={() => make.mutate()}
      onCancel={close}
    >
      <div className="form-fields form-fields-bare account-form">
        <FormRow label={words.name} hint={words.nameHint} error={null} isRequired isWide>
          {({ id, describedBy }) => (
            <Input id={id} aria-describedby={describedBy} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </FormRow>
        <FormRow label={words.scopes} hint={words.scopesHint} error={null} isRequired isWide>
          {({ id, describedBy }) => (
            <Select
              id={id}
              aria-describedby={describedBy}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              value={scopes}
              options={options}
              onChange={setScopes}
            />
          )}
        </FormRow>
        <FormRow label={words.area} error={null} isRequired>
          {({ id }) => <AreaPicker id={id} allowClear={false} value={areaCode} onChange={setAreaCode} />}
        </FormRow>
        <FormRow label={words.expires} hint={words.expiresHint} error={null} isRequired>
          {({ id, describedBy }) => (
            <Input id={id} aria-describedby={describedBy} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          )}
        </FormRow>
      </div>
      <FormProblem error={make.error} />
    </Modal>
  );
}
