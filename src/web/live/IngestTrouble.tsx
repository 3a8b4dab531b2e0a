import { useQuery } from '@tanstack/react-query';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { api } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { useText } from '../language/language.tsx';
import { dayAndTime } from '../page/moments.ts';

const words = defineWords({
  told: {
    zh: '设备数据未能保存（{why}），自 {since} 起已拒收 {n} 条。设备会重发，但其存储有限：请立即通知运维。恢复后自动继续，无需重启。',
    en: 'What devices send is not being kept ({why}): {n} refused since {since}. Devices send again, but hold little: tell whoever runs the server now. It goes on by itself, without a restart.',
  },
});

const reasons: Readonly<Record<string, Text>> = {
  'log-full': { zh: '磁盘已满', en: 'disk full' },
  'log-failed': { zh: '磁盘写入失败', en: 'writing to disk failed' },
  'log-busy': { zh: '磁盘来不及写入', en: 'the disk cannot keep up' },
};

interface Answer {
  trouble: { code: string; since: string; refused: number } | null;
}

const askMs = 10_000;

/** A line that shows when devices are being refused because their data cannot be kept; nothing otherwise. */
export function IngestTrouble() {
  const say = useText();
  const { data } = useQuery({
    queryKey: keys.ingestTrouble(),
    refetchInterval: askMs,
    queryFn: ({ signal }) => api.get<Answer>('/ingest/trouble', { signal }),
  });
  if (!data?.trouble) return null;
  const { code, since, refused } = data.trouble;
  const why = say(reasons[code] ?? { zh: code, en: code });
  return (
    <p className="banner" role="alert">
      ⚠ {say(words.told, { why, since: dayAndTime(since, true), n: refused })}
    </p>
  );
}
