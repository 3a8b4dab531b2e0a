import { Button, Checkbox, InputNumber } from 'antd';
import { useState } from 'react';
import { channels as channelNames } from '#kernel/message/message.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useMakeCallList } from '#web/api/callingQueries.ts';
import { newId } from '#web/api/newId.ts';
import { hasAnyRole } from '#web/api/permission.ts';
import { useSession } from '#web/api/queries.ts';
import { Told } from '#web/cases/Told.tsx';
import { useText } from '#web/language/language.tsx';
import { useGo } from '#web/page/links.tsx';

const words = defineWords({
  make: { zh: '生成叫应名单', en: 'Make a call list' },
  what: {
    zh: '叫应所涉乡镇、村的 A 岗和灾害信息员；叫不通依次转 B 岗、乡镇、县。',
    en: 'Calls holders A and disaster reporters of the divisions; unreached, it climbs to holder B, the township, the county.',
  },
  minutes: { zh: '分钟未叫通即重叫', en: 'minutes, then again' },
  tries: { zh: '次未叫通转上级', en: 'tries, then the superior' },
  also: { zh: '由系统发送', en: 'Sent by the program' },
});

const makers = ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'] as const;

interface MakeCallListProps {
  about: { kind: string; id: string };
  divisions: readonly string[];
  title: string;
  message: string;
  demo?: boolean;
}

/** One click makes the list of those responsible in the divisions and opens it. */
export function MakeCallList({ about, demo = false, divisions, message, title }: MakeCallListProps) {
  const say = useText();
  const go = useGo();
  const { data: me } = useSession();
  const make = useMakeCallList();
  const [minutes, setMinutes] = useState(10);
  const [tries, setTries] = useState(2);
  const [channels, setChannels] = useState<string[]>([]);
  // The same id again when the answer was lost: the list is made once.
  const [id] = useState(newId);
  if (!hasAnyRole(me, makers)) return null;

  function send(): void {
    const short = { title: title.slice(0, 200), message: message.slice(0, 2000) };
    make.mutate({ id, ...short, about, divisions, minutes, tries, channels, demo }, { onSuccess: () => go(`/call-lists/${id}`) });
  }

  return (
    <div className="make-calls">
      <p className="case-quiet">{say(words.what)}</p>
      <p>
        <InputNumber min={1} max={240} value={minutes} onChange={(value) => setMinutes(value ?? 10)} aria-label={say(words.minutes)} />{' '}
        {say(words.minutes)}
      </p>
      <p>
        <InputNumber min={1} max={10} value={tries} onChange={(value) => setTries(value ?? 2)} aria-label={say(words.tries)} />{' '}
        {say(words.tries)}
      </p>
      <p>
        {say(words.also)}{' '}
        <Checkbox.Group
          value={channels}
          onChange={setChannels}
          options={(['sms', 'voice'] as const).map((value) => ({ value, label: say(channelNames[value]) }))}
        />
      </p>
      <Told error={make.error} />
      <Button type="primary" size="large" loading={make.isPending} disabled={divisions.length === 0} onClick={send}>
        {say(words.make)}
      </Button>
    </div>
  );
}
