import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { defineWords } from '#kernel/language/text.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';

const words = defineWords({
  remove: { zh: '移除', en: 'Remove' },
  sure: { zh: '从名录中移除？过去的任职和操作记录保留。', en: 'Take it off the list? What was held and done stays on record.' },
  cancel: { zh: '取消', en: 'Cancel' },
});

/** A button that takes an organisation, post or person off the list, after a question. */
export function RemoveThing({ path, onRemoved }: { path: string; onRemoved?: () => void }) {
  const say = useText();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.remove(path),
    onSuccess: async () => {
      onRemoved?.();
      await client.invalidateQueries({ queryKey: keys.organisations() });
    },
  });
  return (
    <>
      <Popconfirm title={say(words.sure)} okText={say(words.remove)} cancelText={say(words.cancel)} onConfirm={() => remove.mutate()}>
        <Button size="small" type="text" danger loading={remove.isPending}>
          {say(words.remove)}
        </Button>
      </Popconfirm>
      <FormProblem error={remove.error} />
    </>
  );
}
