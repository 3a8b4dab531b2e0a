import { AutoComplete, Input } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import { useRecords } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import type { CountyContent } from '#web/map/countyContent.ts';
import type { Picked } from '#web/map/CountyMap.tsx';

const words = defineWords({
  search: { zh: '搜索站点、事件、乡镇', en: 'Search stations, incidents, townships' },
  nothing: { zh: '没有找到有位置的记录', en: 'Nothing with a place was found' },
  station: { zh: '站点', en: 'Station' },
  incident: { zh: '事件', en: 'Incident' },
  area: { zh: '乡镇', en: 'Township' },
});

const most = 8;

/** Finds stations (asking the server), open incidents and townships by name, and goes there. */
export function MapSearch({ content, onFound }: { content: CountyContent; onFound: (found: Picked) => void }) {
  const t = useText();
  const [text, setText] = useState('');
  const q = useSettled(text.trim(), 250);
  const stations = useRecords('stations', { q, limit: most }, q !== '');

  const found = useMemo<Picked[]>(() => {
    if (q === '') return [];
    const has = (name: string) => name.toLowerCase().includes(q.toLowerCase());
    const areas = content.divisions
      .filter((division) => has(t(division.name)))
      .map((division): Picked => ({
        kind: 'area',
        id: division.code,
        name: t(division.name),
        lon: division.place[0],
        lat: division.place[1],
      }));
    const incidents = content.incidents.flatMap((incident): Picked[] =>
      incident.place && has(incident.title)
        ? [{ kind: 'incident', id: incident.id, name: incident.title, lon: incident.place[0], lat: incident.place[1] }]
        : [],
    );
    const records = (stations.data?.items ?? []).flatMap((station): Picked[] => {
      const [lon, lat] = (station['place'] as [number, number] | null) ?? [];
      return lon === undefined || lat === undefined ? [] : [{ kind: 'device', id: station.id, name: String(station['name']), lon, lat }];
    });
    return [...incidents, ...records, ...areas].slice(0, most * 2);
  }, [q, content.divisions, content.incidents, stations.data, t]);

  const kindOf = (kind: Picked['kind']) => t(kind === 'device' ? words.station : kind === 'incident' ? words.incident : words.area);
  return (
    <AutoComplete
      className="one-map-search"
      value={text}
      filterOption={false}
      options={found.map((each) => ({
        value: `${each.kind} ${each.id}`,
        label: (
          <span className="one-map-found">
            {each.name} <small>{kindOf(each.kind)}</small>
          </span>
        ),
      }))}
      notFoundContent={q !== '' && !stations.isFetching ? t(words.nothing) : null}
      onChange={setText}
      onSelect={(value: string) => {
        const chosen = found.find((each) => `${each.kind} ${each.id}` === value);
        if (!chosen) return;
        setText(chosen.name);
        onFound(chosen);
      }}
    >
      <Input allowClear placeholder={t(words.search)} aria-label={t(words.search)} />
    </AutoComplete>
  );
}

/** A value that has not changed for a while, so that typing does not ask the server at every key. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
