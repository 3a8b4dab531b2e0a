import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { cases, caseById } from '#web/registers/declared.ts';
import { clockRules } from '#statutes/statutes.ts';
import { useAreas, useDeadlines } from '#web/api/queries.ts';
import { AreaPicker } from '#web/forms/AreaPicker.tsx';
import { useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { saveFile } from '#web/page/csv.ts';
import { useAddress } from '#web/page/links.tsx';
import { dayAndTime, dayOf } from '#web/page/moments.ts';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { EmptyState } from '#web/page/states.tsx';
import { DeadlineRow } from './DeadlineRow.tsx';
import { deadlinesFile, isOverdue, shownDeadlines } from './deadlineRows.ts';
import '#web/cases/cases.css';
import './deadlines.css';

const words = defineWords({
  title: { zh: '时限', en: 'Deadlines' },
  summary: { zh: '{overdue} 项超时，共 {n} 项', en: '{overdue} overdue, {n} in all' },
  empty: {
    zh: '没有正在计时的时限。事件接报后，报送时限会出现在这里。',
    en: 'No clock is running. Once an incident is on record, its reporting clocks appear here.',
  },
  nothing: { zh: '没有符合条件的时限。', en: 'No deadline fits.' },
  clear: { zh: '清除筛选', en: 'Clear the filters' },
  kind: { zh: '业务', en: 'Case type' },
  rule: { zh: '时限规则', en: 'Rule' },
  area: { zh: '行政区', en: 'Division' },
  export: { zh: '导出 CSV（{n} 行）', en: 'Export CSV ({n} rows)' },
  file: { zh: '时限', en: 'deadlines' },
  full: { zh: '只显示最先到期的 {n} 项；办结后其余会出现。', en: 'Only the {n} due first are shown; the rest follows as these are done.' },
  overdue: { zh: '超时', en: 'Overdue' },
  paused: { zh: '已暂停', en: 'Paused' },
  running: { zh: '进行中', en: 'Running' },
  unverified: { zh: '未核实', en: 'Unverified' },
  demo: { zh: '演示', en: 'Demo' },
});

const columns: readonly Text[] = [
  { zh: '状态', en: 'State' },
  { zh: '到期', en: 'Due' },
  { zh: '时限', en: 'Deadline' },
  { zh: '要做的事', en: 'Duty' },
  { zh: '案件', en: 'Case' },
  { zh: '业务', en: 'Case type' },
  { zh: '行政区', en: 'Division' },
  { zh: '开始', en: 'Started' },
  { zh: '依据', en: 'Basis' },
  { zh: '核实', en: 'Verified' },
  { zh: '演示', en: 'Demo' },
];

/** The server sends at most so many, those due first. */
const most = 500;

/** Everything that is due, over all rooms: overdue on top. */
export default function DeadlinesPage() {
  const say = useText();
  const nowMs = useNow(1000);
  const deadlines = useDeadlines();
  const areas = useAreas();
  const [address, change] = useAddress();
  const { kind, rule, areaCode } = address;
  const all = useMemo(() => deadlines.data ?? [], [deadlines.data]);
  const rows = useMemo(() => shownDeadlines(all, { areaCode, kind, ruleId: rule }), [all, areaCode, kind, rule]);
  const overdue = rows.filter((each) => isOverdue(each, nowMs)).length;

  const exportShown = () => {
    const csv = deadlinesFile(rows, nowMs, {
      columns: columns.map((column) => say(column)),
      areaName: (code) => {
        const area = areas.data?.find((each) => each.code === code);
        return area ? say(area.name) : code;
      },
      kindName: (id) => say(caseById(id)?.label ?? { zh: id, en: id }),
      label: (each) => say(each.label),
      duty: (each) => say(each.duty),
      moment: (instant) => dayAndTime(instant, true),
      state: (isLate, isPaused) => say(isPaused ? words.paused : isLate ? words.overdue : words.running),
      verified: (isVerified) => (isVerified ? '' : say(words.unverified)),
      demo: (isDemo) => (isDemo ? say(words.demo) : ''),
    });
    saveFile(`${say(words.file)}-${dayOf(nowMs)}.csv`, 'text/csv;charset=utf-8', csv);
  };

  return (
    <PageFrame
      title={words.title}
      waitFor={[deadlines]}
      summary={deadlines.data && say(words.summary, { overdue, n: rows.length })}
      actions={rows.length > 0 && <Button onClick={exportShown}>{say(words.export, { n: rows.length })}</Button>}
      empty={{ when: all.length === 0, text: words.empty }}
    >
      <div className="case-filters not-printed" role="search">
        <Filter
          label={say(words.kind)}
          value={kind}
          options={cases.map(({ id, label }) => ({ value: id, label: say(label) }))}
          onChange={(next) => change({ kind: next })}
        />
        <Filter
          label={say(words.rule)}
          value={rule}
          options={clockRules.map(({ id, label }) => ({ value: id, label: say(label) }))}
          onChange={(next) => change({ rule: next })}
        />
        <AreaPicker
          aria-label={say(words.area)}
          placeholder={say(words.area)}
          value={areaCode ?? null}
          onChange={(code) => change({ areaCode: code ?? undefined })}
        />
      </div>
      {all.length >= most && <p className="banner">{say(words.full, { n: most })}</p>}
      {rows.length === 0 ? (
        <EmptyState
          text={words.nothing}
          action={<Button onClick={() => change({ kind: undefined, rule: undefined, areaCode: undefined })}>{say(words.clear)}</Button>}
        />
      ) : (
        <ol className="panel deadlines">
          {rows.map((each) => (
            <DeadlineRow key={each.id} deadline={each} nowMs={nowMs} />
          ))}
        </ol>
      )}
    </PageFrame>
  );
}

interface FilterProps {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

function Filter({ label, value, options, onChange }: FilterProps) {
  return (
    <Select<string | null>
      allowClear
      aria-label={label}
      placeholder={label}
      popupMatchSelectWidth={false}
      value={value ?? null}
      options={options}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
