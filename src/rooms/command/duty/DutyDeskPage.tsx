import { lazy, Suspense, useMemo, useState } from 'react';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import { useAlarm, useAlarms, useAreas, useDeadlines } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { IngestTrouble } from '#web/live/IngestTrouble.tsx';
import { useNow } from '#web/live/live.tsx';
import { useCountyContent } from '#web/map/countyContent.ts';
import { CountyMap, type LonLat, type Picked } from '#web/map/CountyMap.tsx';
import { isAnswered } from '#web/map/drawn.ts';
import { PickedCard } from '#web/map/PickedCard.tsx';
import { useGo } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { useMood } from '#web/theme/theme.tsx';
import { ActProblem } from './ActProblem.tsx';
import { AlarmList } from './AlarmList.tsx';
import { AllQuiet } from './AllQuiet.tsx';
import { DeadlineList } from './DeadlineList.tsx';
import { byDue, inDeskOrder, step } from './deskOrder.ts';
import { deskWords } from './deskWords.ts';
import { DeskSummary } from './DeskSummary.tsx';
import { DutyCard } from './DutyCard.tsx';
import { useDeskAct } from './useDeskAct.ts';
import { useDeskKeys } from './useDeskKeys.ts';
import { useWatch } from './useWatch.ts';
import { WatchStrip } from './WatchStrip.tsx';
import { warningAddress } from '#web/map/receivedWarnings.ts';
import './desk.css';

// What nobody needs before the first look at the desk is fetched when it is first opened.
const AlarmPanel = lazy(() => import('./AlarmPanel.tsx').then((module) => ({ default: module.AlarmPanel })));
const KeyHelp = lazy(() => import('./KeyHelp.tsx').then((module) => ({ default: module.KeyHelp })));
const OpenIncident = lazy(() => import('./OpenIncident.tsx').then((module) => ({ default: module.OpenIncident })));

const views = ['alarms', 'map', 'deadlines', 'duty'] as const;
type View = (typeof views)[number];
/** Zoom at which the roads around a station can be told apart. */
const near = 11.5;

/** The duty desk (值班台): what happens, who must do what by when, and where. Watched around the clock. */
export default function DutyDeskPage() {
  const t = useText();
  const go = useGo();
  const { mood } = useMood();
  const nowMs = useNow(10_000);
  const list = useAlarms({ state: 'open' });
  const running = useDeadlines();
  const content = useCountyContent();
  const placeName = usePlaceName();
  const alarms = useMemo(() => inDeskOrder(list.data?.items ?? []), [list.data]);
  const deadlines = useMemo(() => byDue(running.data ?? []), [running.data]);
  const open = alarms.filter((alarm) => !isAnswered(alarm)).length;

  const [view, setView] = useState<View>('alarms');
  const [selected, setSelected] = useState<string | null>(null);
  const [focus, setFocus] = useState<{ center: LonLat; zoom?: number } | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [isHelping, setHelping] = useState(false);
  const [opening, setOpening] = useState<Alarm | null>(null);
  const held = alarms.find((alarm) => alarm.id === selected);
  // An answered alarm leaves the list, but its details stay until the officer turns away.
  const detail = useAlarm(selected);
  const alarm = newer(held, detail.data);

  const watch = useWatch(list.data?.items, (raised) => {
    if ('Notification' in window && Notification.permission === 'granted') {
      void new Notification(t(deskWords.newAlarm), { body: `${raised.stationName} ${t(raised.text)}`, tag: raised.id });
    }
  });
  const act = useDeskAct();

  /** Stepping through the list only keeps the place in view; opening an alarm goes near. */
  function select(next: Alarm | null, zoom?: number): void {
    setSelected(next?.id ?? null);
    setPicked(null);
    if (next && next.lon !== null && next.lat !== null) setFocus({ center: [next.lon, next.lat], ...(zoom ? { zoom } : {}) });
  }

  function pick(next: Picked): void {
    const known = next.kind === 'alarm' ? alarms.find((each) => each.id === next.id) : null;
    if (known) setSelected(known.id);
    else if (next.kind === 'incident') go(`/incidents/${next.id}`);
    else if (next.kind === 'warning') go(warningAddress(next.id));
    else setPicked(next);
  }

  useDeskKeys({
    move: (steps) => select(step(alarms, selected, steps)),
    open: () => select(held ?? alarms[0] ?? null, near),
    acknowledge: () => {
      if (alarm && !isAnswered(alarm)) act.run(alarm, 'acknowledge', null);
    },
    mute: watch.toggleMute,
    close: () => select(null),
    help: () => setHelping(true),
  });

  const counts: Record<View, number> = { alarms: open, map: 0, deadlines: deadlines.length, duty: 0 };
  return (
    <PageFrame title={open > 0 ? t(deskWords.titleWithAlarms, { n: open }) : deskWords.title} layout="full" waitFor={[list]}>
      <IngestTrouble />
      <div className="desk" data-view={view} data-detail={alarm ? 'open' : 'closed'}>
        <section className="desk-panel desk-left" data-part="alarms" aria-label={t(deskWords.alarms)}>
          <header className="desk-head">
            <h2>{t(deskWords.alarms)}</h2>
            <span className="desk-count">{alarms.length}</span>
            {open > 0 && <span className="desk-open">{t(deskWords.openCount, { open })}</span>}
          </header>
          <div className="desk-scroll">
            {alarms.length === 0 ? (
              <AllQuiet stations={content.isWatchKnown ? content.stations.length : null} />
            ) : (
              <AlarmList
                alarms={alarms}
                selected={selected}
                fresh={watch.fresh}
                placeName={placeName}
                nowMs={nowMs}
                onSelect={(next) => select(next, near)}
              />
            )}
          </div>
        </section>
        <section className="desk-panel desk-clocks" data-part="deadlines" aria-label={t(deskWords.deadlines)}>
          <header className="desk-head">
            <h2>{t(deskWords.deadlines)}</h2>
            <span className="desk-count">{deadlines.length}</span>
          </header>
          <div className="desk-scroll">
            <DeadlineList deadlines={deadlines} nowMs={nowMs} />
          </div>
        </section>
        <section className="desk-panel desk-map" data-part="map" aria-label={t(deskWords.map)}>
          <CountyMap
            mood={mood}
            {...content}
            selected={alarm && alarm.lon !== null && alarm.lat !== null ? [alarm.lon, alarm.lat] : picked ? [picked.lon, picked.lat] : null}
            focus={focus}
            onPick={pick}
          >
            {picked && <PickedCard picked={picked} alarms={alarms} onAlarm={(next) => select(next)} onClose={() => setPicked(null)} />}
          </CountyMap>
        </section>
        <div className="desk-right" data-part="duty">
          <WatchStrip watch={watch} onHelp={() => setHelping(true)} />
          <DutyCard nowMs={nowMs} />
        </div>
        <section className="desk-panel desk-detail-slot">
          {act.error && act.about === selected && <ActProblem error={act.error} />}
          {alarm ? (
            <Suspense fallback={null}>
              <AlarmPanel
                alarm={alarm}
                place={placeName(alarm.areaCode)}
                nowMs={nowMs}
                onClose={() => select(null)}
                onOpenIncident={() => setOpening(alarm)}
              />
            </Suspense>
          ) : (
            <DeskSummary content={content} />
          )}
        </section>
        <nav className="desk-tabs" aria-label={t(deskWords.views)}>
          {views.map((each) => (
            <button key={each} type="button" aria-current={view === each ? 'true' : undefined} onClick={() => setView(each)}>
              {t(deskWords[each])}
              {counts[each] > 0 && <span className="desk-tab-count">{counts[each]}</span>}
            </button>
          ))}
        </nav>
      </div>
      <Suspense fallback={null}>
        {isHelping && <KeyHelp isOpen onClose={() => setHelping(false)} />}
        {opening && <OpenIncident alarm={opening} onClose={() => setOpening(null)} onOpened={() => setOpening(null)} />}
      </Suspense>
    </PageFrame>
  );
}

/** Of the two answers that hold an alarm, the one with the later version. */
function newer(a: Alarm | undefined, b: Alarm | undefined): Alarm | null {
  if (!a || !b) return a ?? b ?? null;
  return b.version > a.version ? b : a;
}

function usePlaceName(): (areaCode: string) => string {
  const t = useText();
  const { data: areas } = useAreas();
  const names = useMemo(() => new Map((areas ?? []).map((area) => [area.code, area.name])), [areas]);
  return (areaCode) => {
    const name = names.get(areaCode);
    return name ? t(name) : areaCode;
  };
}
