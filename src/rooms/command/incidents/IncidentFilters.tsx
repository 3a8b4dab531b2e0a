import { Input, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import { eventCodes } from '#statutes/eventCodes.table.ts';
import type { Query } from '#web/api/client.ts';
import { AreaPicker } from '#web/forms/AreaPicker.tsx';
import { useText } from '#web/language/language.tsx';
import type { Search } from '#web/page/links.tsx';
import { incident } from './incident.case.ts';
import { incidentWords as words } from './incidentWords.ts';

// Filters live in the address, so a list can be shared by it.

/** Families of the event table (11A00 …): a filter over single kinds would be too fine. */
const families = eventCodes.filter(({ code }) => code.endsWith('00') && code !== '10000');

/** Codes of a family, or of a whole category (11000), as the server's filter takes them. */
function codesOf(family: string): string {
  const prefix = family.replace(/0+$/, '');
  return eventCodes
    .filter(({ code }) => code.startsWith(prefix))
    .map(({ code }) => code)
    .join(',');
}

/** The query of the server for an address, the open ones first. */
export function readFilters(address: Search): { query: Query; isFiltered: boolean } {
  const { q, state, kind, grade, areaCode } = address;
  const query: Query = { sort: '-state', q, state, grade, areaCode, eventCode: kind && codesOf(kind) };
  return { query, isFiltered: [q, state, kind, grade, areaCode].some((value) => value !== undefined && value !== '') };
}

const typingPauseMs = 300;

export function IncidentFilters({ address, change }: { address: Search; change: (change: Search) => void }) {
  const say = useText();
  const [typed, setTyped] = useState(address.q ?? '');
  useEffect(() => {
    if (typed === (address.q ?? '')) return undefined;
    const timer = setTimeout(() => change({ q: typed }), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, address.q, change]);

  return (
    <div className="case-filters not-printed" role="search">
      <Segmented
        aria-label={say(words.state)}
        value={address.state ?? ''}
        onChange={(state) => change({ state })}
        options={[
          { value: '', label: say(words.anyState) },
          ...Object.entries(incident.states).map(([value, { label }]) => ({ value, label: say(label) })),
        ]}
      />
      <Input
        type="search"
        className="case-filter-wide"
        allowClear
        aria-label={say(words.keyword)}
        placeholder={say(words.keyword)}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Select<string | null>
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        aria-label={say(words.kind)}
        placeholder={say(words.kind)}
        value={address.kind ?? null}
        options={families.map(({ code, name }) => ({ value: code, label: say(name) }))}
        onChange={(kind) => change({ kind: kind ?? undefined })}
      />
      <Select<string | null>
        allowClear
        popupMatchSelectWidth={false}
        aria-label={say(words.grade)}
        placeholder={say(words.grade)}
        value={address.grade ?? null}
        options={Object.entries(incident.fields.grade.options).map(([value, label]) => ({ value, label: say(label) }))}
        onChange={(grade) => change({ grade: grade ?? undefined })}
      />
      <AreaPicker
        aria-label={say(words.area)}
        placeholder={say(words.area)}
        value={address.areaCode ?? null}
        onChange={(code) => change({ areaCode: code ?? undefined })}
      />
    </div>
  );
}
