import { Button, Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { Area } from '#kernel/area/area.ts';
import type { RecordOf } from '#kernel/register/register.ts';
import type { stations } from '#rooms/monitoring/stations/stations.register.ts';
import { eventCodes } from '#statutes/eventCodes.table.ts';
import { newId } from '#web/api/newId.ts';
import { useAlarmAction, useAreas, useRecord } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { townshipAt } from '#web/map/divisions.ts';
import type { LonLat } from '#web/map/drawn.ts';
import { PlacePicker } from '#web/map/PlacePicker.tsx';
import { useDivisions } from '#web/map/useDivisions.ts';
import { dayAndTime } from '#web/page/moments.ts';
import { ActProblem } from './ActProblem.tsx';
import { factsOf, firstEventCode } from './alarmWords.ts';
import { deskWords } from './deskWords.ts';

interface OpenIncidentProps {
  alarm: Alarm;
  onClose: () => void;
  onOpened: (incidentId: string) => void;
}

interface IncidentForm {
  kind: string;
  title: string;
  place: LonLat | null;
  areaCode: string;
  facts: string;
}

/** Turns an alarm into an incident; everything the alarm knows is filled in already. */
export function OpenIncident({ alarm, onClose, onOpened }: OpenIncidentProps) {
  const t = useText();
  const station = useRecord<RecordOf<typeof stations>>('stations', alarm.stationId);
  const kind = firstEventCode[station.data?.kind ?? ''] ?? '';
  return (
    <Drawer open title={t(deskWords.openIncident)} onClose={onClose} size="min(560px, 100vw)" destroyOnHidden>
      <p className="desk-drawer-hint">{t(deskWords.incidentHint)}</p>
      {!station.isPending && <IncidentForm alarm={alarm} kind={kind} onClose={onClose} onOpened={onOpened} />}
    </Drawer>
  );
}

function IncidentForm({ alarm, kind, onClose, onOpened }: OpenIncidentProps & { kind: string }) {
  const t = useText();
  const [form] = Form.useForm<IncidentForm>();
  const act = useAlarmAction();
  const areas = useAreas();
  const divisions = useDivisions();
  // One id for one opening: sending again after a broken connection opens no second incident.
  const [incidentId] = useState(() => newId());
  const must = [{ required: true, message: t(deskWords.required) }];

  function changed(change: Partial<IncidentForm>): void {
    const found = change.place && townshipAt(change.place, divisions);
    if (found) form.setFieldValue('areaCode', found.division.code);
  }

  function send(values: IncidentForm): void {
    act.mutate(
      { id: alarm.id, version: alarm.version, action: 'openIncident', incident: { ...values, incidentId } },
      { onSuccess: () => onOpened(incidentId) },
    );
  }

  return (
    <Form<IncidentForm>
      form={form}
      layout="vertical"
      requiredMark
      scrollToFirstError
      initialValues={{
        kind: kind || undefined,
        title: `${alarm.stationName}${t(alarm.text)}`,
        place: alarm.lon !== null && alarm.lat !== null ? [alarm.lon, alarm.lat] : null,
        areaCode: alarm.areaCode,
        facts: factsOf(alarm, dayAndTime(alarm.raisedAt), t),
      }}
      onValuesChange={changed}
      onFinish={send}
    >
      <Form.Item name="kind" label={t(deskWords.incidentKind)} rules={must}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={eventCodes.map(({ code, name }) => ({ value: code, label: `${code} ${t(name)}` }))}
        />
      </Form.Item>
      <Form.Item name="title" label={t(deskWords.incidentTitle)} rules={must}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="place" label={t(deskWords.incidentPlace)} rules={must}>
        <PlacePicker height={220} />
      </Form.Item>
      <Form.Item name="areaCode" label={t(deskWords.incidentArea)} rules={must}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(areas.data ?? []).filter(isChoosable).map((area) => ({ value: area.code, label: t(area.name) }))}
        />
      </Form.Item>
      <Form.Item name="facts" label={t(deskWords.incidentFacts)} rules={must}>
        <Input.TextArea rows={4} maxLength={4000} showCount />
      </Form.Item>
      {act.error && <ActProblem error={act.error} />}
      <div className="desk-buttons">
        <Button type="primary" size="large" htmlType="submit" loading={act.isPending}>
          {t(deskWords.openIncident)}
        </Button>
        <Button size="large" onClick={onClose}>
          {t(deskWords.cancel)}
        </Button>
      </div>
    </Form>
  );
}

/** Villages are too many to choose from here; the township is enough to begin with. */
function isChoosable(area: Area): boolean {
  return area.level !== 'village';
}
