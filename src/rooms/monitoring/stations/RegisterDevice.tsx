import { Button, Drawer, Form, Input, Select } from 'antd';
import { defineWords, type Text } from '#kernel/language/text.ts';
import { useAreas } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { townshipAt } from '#web/map/divisions.ts';
import { PlacePicker } from '#web/map/PlacePicker.tsx';
import { useDivisions } from '#web/map/useDivisions.ts';
import { explain } from '#web/page/explain.ts';
import { stations } from './stations.register.ts';
import type { Registration } from './quarantineActs.ts';

const words = defineWords({
  title: { zh: '登记设备', en: 'Register the device' },
  area: { zh: '所属区划', en: 'Division' },
  required: { zh: '必填', en: 'Required' },
  register: { zh: '登记', en: 'Register' },
  cancel: { zh: '取消', en: 'Cancel' },
});

interface RegisterDeviceProps {
  defaults: Registration;
  isBusy: boolean;
  error: Error | null;
  onSend: (registration: Registration) => void;
  onClose: () => void;
}

/** Name, kind and place of the station an unknown device becomes. */
export function RegisterDevice({ defaults, isBusy, error, onSend, onClose }: RegisterDeviceProps) {
  const t = useText();
  const [form] = Form.useForm<Registration>();
  const areas = useAreas();
  const divisions = useDivisions();
  const must = [{ required: true, message: t(words.required) }];
  const { name, kind, place } = stations.fields;

  function changed(change: Partial<Registration>): void {
    const found = change.place && townshipAt(change.place, divisions);
    if (found) form.setFieldValue('areaCode', found.division.code);
  }

  return (
    <Drawer open title={`${t(words.title)} ${defaults.deviceKey}`} onClose={onClose} size="min(520px, 100vw)" destroyOnHidden>
      <Form<Registration>
        form={form}
        layout="vertical"
        initialValues={defaults}
        onValuesChange={changed}
        onFinish={(values) => onSend({ ...values, deviceKey: defaults.deviceKey })}
      >
        <Form.Item name="stationName" label={t(name.label)} rules={must}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="stationKind" label={t(kind.label)} rules={must}>
          <Select options={Object.entries<Text>(kind.options).map(([value, label]) => ({ value, label: t(label) }))} />
        </Form.Item>
        <Form.Item name="place" label={t(place.label)} rules={must}>
          <PlacePicker height={300} />
        </Form.Item>
        <Form.Item name="areaCode" label={t(words.area)} rules={must}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(areas.data ?? [])
              .filter((area) => area.level !== 'village')
              .map((area) => ({ value: area.code, label: t(area.name) }))}
          />
        </Form.Item>
        {error && (
          <p className="banner" role="alert">
            {t(explain(error).happened)} · {t(explain(error).next)}
          </p>
        )}
        <div className="quarantine-buttons">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {t(words.register)}
          </Button>
          <Button onClick={onClose}>{t(words.cancel)}</Button>
        </div>
      </Form>
    </Drawer>
  );
}
