import { Button } from 'antd';
import { useState } from 'react';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { useCountyContent } from '#web/map/countyContent.ts';
import { CountyMap, type LonLat, type Picked } from '#web/map/CountyMap.tsx';
import { PickedCard } from '#web/map/PickedCard.tsx';
import { useGo } from '#web/page/links.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { useMood } from '#web/theme/theme.tsx';
import { MapContents } from './MapContents.tsx';
import { MapSearch } from './MapSearch.tsx';
import './commonMap.css';

const words = defineWords({
  title: { zh: '一张图', en: 'The one map' },
  list: { zh: '图上内容', en: 'On the map' },
  hideList: { zh: '收起列表', en: 'Hide the list' },
});

/** The one map (一张图): everything of the county that has a place, on one page. */
export default function CommonMapPage() {
  const t = useText();
  const go = useGo();
  const { mood } = useMood();
  const content = useCountyContent();
  const [picked, setPicked] = useState<Picked | null>(null);
  const [focus, setFocus] = useState<{ center: LonLat; zoom?: number } | null>(null);
  const [hasList, setHasList] = useState(false);

  /** Found by search or in the list: fly there and open it. */
  function show(found: Picked): void {
    setFocus({ center: [found.lon, found.lat], zoom: found.kind === 'area' ? 11.5 : 14 });
    setPicked(found.kind === 'area' ? null : asStation(found, content.alarms));
  }

  return (
    <PageFrame title={words.title} layout="full">
      <div className="one-map" data-list={hasList ? 'open' : 'closed'}>
        <div className="one-map-tools">
          <MapSearch content={content} onFound={show} />
          <Button aria-expanded={hasList} onClick={() => setHasList(!hasList)}>
            {t(hasList ? words.hideList : words.list)}
          </Button>
        </div>
        {hasList && <MapContents content={content} onPick={show} />}
        <div className="one-map-view">
          <CountyMap
            mood={mood}
            {...content}
            selected={picked ? [picked.lon, picked.lat] : null}
            focus={focus}
            onPick={(next) => setPicked(asStation(next, content.alarms))}
          >
            {picked && <PickedCard picked={picked} alarms={content.alarms} onAlarm={() => go('/desk')} onClose={() => setPicked(null)} />}
          </CountyMap>
        </div>
      </div>
    </PageFrame>
  );
}

/** An alarm stands for its station: the card shows the station with its alarms. */
function asStation(picked: Picked, alarms: readonly Alarm[]): Picked {
  const alarm = picked.kind === 'alarm' ? alarms.find((each) => each.id === picked.id) : undefined;
  return alarm ? { ...picked, kind: 'device', id: alarm.stationId, name: alarm.stationName } : picked;
}
