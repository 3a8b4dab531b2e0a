import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { roles as roleNames } from '#kernel/access/access.ts';
import { defineWords } from '#kernel/language/text.ts';
import type { Me } from '#web/api/answers.ts';
import { api } from '#web/api/client.ts';
import { leaveSession } from '#web/api/sessionEnd.ts';
import { useLanguage, useText } from '#web/language/language.tsx';
import { useConnection, useNow } from '#web/live/live.tsx';
import { OutboxSign } from '#web/offline/OutboxSign.tsx';
import { dayAndTime, spanWords, timeOf } from '#web/page/moments.ts';
import { useMood } from '#web/theme/theme.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Popup } from './Popup.tsx';

const words = defineWords({
  name: { zh: '安澜', en: 'Anlan' },
  live: { zh: '实时', en: 'Live' },
  liveHint: { zh: '页面随事件即时更新', en: 'The page follows events as they happen' },
  reconnecting: { zh: '正在重连', en: 'Reconnecting' },
  offline: { zh: '连接已断开', en: 'Disconnected' },
  since: { zh: '自 {time} 起（{span}）', en: 'since {time} ({span})' },
  account: { zh: '账号与设置', en: 'Account and settings' },
  mood: { zh: '外观', en: 'Appearance' },
  moodPage: { zh: '随页面', en: 'By page' },
  office: { zh: '浅色', en: 'Light' },
  desk: { zh: '深色', en: 'Dark' },
  own: { zh: '我的账号', en: 'My account' },
  logout: { zh: '退出登录', en: 'Log out' },
  demo: { zh: '含演示数据', en: 'Holds demo data' },
});

/** Name of the county, state of the live connection, time of the server, language and account. */
export function Header({ me }: { me: Me }) {
  const say = useText();
  return (
    <header className="header">
      <span className="brand">
        <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
          <path d="M4 11c4-4 8-4 12 0s8 4 12 0M4 17c4-4 8-4 12 0s8 4 12 0M6 23h20" />
        </svg>
        <b>{say(words.name)}</b>
      </span>
      <span className="county">{say(me.county.name)}</span>
      {me.demo && <span className="demo-tag">{say(words.demo)}</span>}
      <span className="header-space" />
      <OutboxSign />
      <ConnectionSign />
      <ServerClock />
      <LanguageSwitch />
      <UserMenu me={me} />
    </header>
  );
}

function ConnectionSign() {
  const say = useText();
  const { language } = useLanguage();
  const { state, sinceMs } = useConnection();
  const nowMs = useNow(10_000);
  const since = say(words.since, { time: timeOf(sinceMs), span: spanWords(nowMs - sinceMs, language) });
  const hint = state === 'live' ? say(words.liveHint) : since;
  return (
    <span className={`link link-${state}`} role="status" title={hint}>
      <i aria-hidden="true" />
      {say(words[state])}
      {state !== 'live' && <span className="link-since">{since}</span>}
    </span>
  );
}

function ServerClock() {
  const nowMs = useNow(1000);
  return (
    <time className="clock" dateTime={new Date(nowMs).toISOString()}>
      <span className="clock-day">{dayAndTime(nowMs).slice(0, 10)}</span> {timeOf(nowMs, true)}
    </time>
  );
}

function UserMenu({ me }: { me: Me }) {
  const say = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { fixed, setFixed } = useMood();
  const leave = async () => {
    await api.remove('/session');
    await navigate({ to: '/login' });
    leaveSession(client);
  };
  const moods = [
    { value: null, label: words.moodPage },
    { value: 'office', label: words.office },
    { value: 'desk', label: words.desk },
  ] as const;

  return (
    <Popup label={`${say(words.account)}: ${me.name}`} button={<span className="user">{me.name}</span>}>
      {(close) => (
        <>
          <p className="popup-who">
            <b>{me.name}</b>
            <span>{me.account}</span>
            <span>{me.roles.map((role) => say(roleNames[role])).join(' · ')}</span>
          </p>
          <div className="popup-choice" role="group" aria-label={say(words.mood)}>
            <span aria-hidden="true">{say(words.mood)}</span>
            {moods.map(({ value, label }) => (
              <button key={label.en} type="button" aria-pressed={fixed === value} onClick={() => setFixed(value)}>
                {say(label)}
              </button>
            ))}
          </div>
          <button
            type="button"
            className="popup-item"
            onClick={() => {
              close();
              void navigate({ to: '/me' });
            }}
          >
            {say(words.own)}
          </button>
          <button
            type="button"
            className="popup-item"
            onClick={() => {
              close();
              void leave();
            }}
          >
            {say(words.logout)}
          </button>
        </>
      )}
    </Popup>
  );
}
