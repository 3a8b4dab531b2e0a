import { Button } from 'antd';
import { useText } from '#web/language/language.tsx';
import { useConnection, useNow } from '#web/live/live.tsx';
import { dayOf, timeOf } from '#web/page/moments.ts';
import { deskWords } from './deskWords.ts';
import type { Watch } from './useWatch.ts';

/** Server time, state of the connection, and the sound: what the officer must be able to trust at one look. */
export function WatchStrip({ watch, onHelp }: { watch: Watch; onHelp: () => void }) {
  const t = useText();
  const { state } = useConnection();
  return (
    <section className="desk-panel desk-watch" aria-label={t(deskWords.watch)}>
      <ServerTime />
      <span className={`desk-link desk-link-${state}`} role="status">
        <i aria-hidden="true" />
        {t(deskWords[state])}
      </span>
      <div className="desk-watch-acts">
        {watch.isOn ? (
          <Button className="desk-sound" aria-pressed={watch.isMuted} onClick={watch.toggleMute}>
            <SpeakerSign isMuted={watch.isMuted} />
            {t(watch.isMuted ? deskWords.soundOff : deskWords.soundOn)}
          </Button>
        ) : (
          <Button type="primary" onClick={watch.start} title={t(deskWords.startWatchHint)}>
            {t(deskWords.startWatch)}
          </Button>
        )}
        <Button type="text" onClick={onHelp} aria-label={t(deskWords.help)} title={t(deskWords.help)}>
          ?
        </Button>
      </div>
      {!watch.isOn && <p className="desk-watch-hint">{watch.failure ? watch.failure.message : t(deskWords.startWatchHint)}</p>}
      {watch.isOn && watch.isMuted && <p className="desk-watch-hint desk-watch-warning">{t(deskWords.mutedWarning)}</p>}
    </section>
  );
}

function ServerTime() {
  const nowMs = useNow(1000);
  return (
    <time className="desk-clock" dateTime={new Date(nowMs).toISOString()}>
      {timeOf(nowMs, true)}
      <span>{dayOf(nowMs)}</span>
    </time>
  );
}

function SpeakerSign({ isMuted }: { isMuted: boolean }) {
  return (
    <svg viewBox="0 0 24 24" width="18" height="18" className="icon" aria-hidden="true">
      <path
        d={isMuted ? 'M4 10v4h3l5 4V6L7 10ZM16 9l5 6M21 9l-5 6' : 'M4 10v4h3l5 4V6L7 10ZM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11'}
      />
    </svg>
  );
}
