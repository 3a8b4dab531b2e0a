import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { Text } from '#kernel/language/text.ts';
import { registerById } from '#web/registers/declared.ts';
import { FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { layerIdOf, layerIdPattern, type BasePreview, type StoredLayer, isDivisionCode } from './baseImport.ts';
import { baseWords as words } from './baseWords.ts';

export type Target = { target: 'divisions' } | { target: 'layer'; layer: { id: string; label: Text } };

interface ImportTargetProps {
  preview: BasePreview;
  layers: readonly StoredLayer[];
  isStoring: boolean;
  onStore: (target: Target) => void;
}

/** What the file becomes: a new layer, a layer in place of an old one, or outlines of divisions. */
export function ImportTarget({ preview, layers, isStoring, onStore }: ImportTargetProps) {
  const say = useText();
  const [target, setTarget] = useState<Target['target']>('layer');
  const [zh, setZh] = useState(() => preview.file.replace(/\.[^.]+$/, ''));
  const [en, setEn] = useState('');
  const [ownId, setOwnId] = useState<string | null>(null);
  const [isSent, setSent] = useState(false);
  const id = ownId ?? layerIdOf(en);
  const replaced = layers.find((layer) => layer.id === id);
  const canBeDivisions = preview.kind === 'polygon' && preview.columns.some(isDivisionCode);
  const faults = {
    zh: zh.trim() === '' ? words.needed : null,
    en: en.trim() === '' ? words.needed : null,
    id: registerById(id) ? words.idTaken : layerIdPattern.test(id) ? null : words.idInvalid,
  };

  function store(): void {
    setSent(true);
    if (target === 'divisions') onStore({ target });
    else if (!faults.zh && !faults.en && !faults.id) onStore({ target, layer: { id, label: { zh: zh.trim(), en: en.trim() } } });
  }

  function replace(layer: StoredLayer | undefined): void {
    setOwnId(layer?.id ?? null);
    if (!layer) return;
    setZh(layer.label.zh);
    setEn(layer.label.en);
  }

  return (
    <form
      noValidate
      className="base-target"
      onSubmit={(event) => {
        event.preventDefault();
        store();
      }}
    >
      <fieldset>
        <legend className="base-label">{say(words.target)}</legend>
        <Radio.Group
          vertical
          value={target}
          onChange={(event) => setTarget(event.target.value as Target['target'])}
          options={[
            { value: 'layer', label: say(words.asLayer) },
            { value: 'divisions', label: say(words.asDivisions), disabled: !canBeDivisions },
          ]}
        />
        {!canBeDivisions && <p className="form-hint">{say(words.divisionsNeed)}</p>}
      </fieldset>
      {target === 'layer' && (
        <div className="form-fields case-form">
          {layers.length > 0 && (
            <FormRow label={words.replaces} error={null} isRequired={false} isWide>
              {({ id: inputId }) => (
                <Select<string>
                  id={inputId}
                  value={replaced?.id ?? ''}
                  options={[
                    { value: '', label: say(words.newLayer) },
                    ...layers.map((layer) => ({ value: layer.id, label: `${say(layer.label)} (${layer.id})` })),
                  ]}
                  onChange={(chosen) => replace(layers.find((layer) => layer.id === chosen))}
                />
              )}
            </FormRow>
          )}
          <FormRow label={words.nameZh} error={isSent ? faults.zh : null} isRequired>
            {(about) => (
              <Input
                id={about.id}
                aria-describedby={about.describedBy}
                status={about.isInvalid ? 'error' : ''}
                maxLength={60}
                value={zh}
                onChange={(event) => setZh(event.target.value)}
              />
            )}
          </FormRow>
          <FormRow label={words.nameEn} error={isSent ? faults.en : null} isRequired>
            {(about) => (
              <Input
                id={about.id}
                aria-describedby={about.describedBy}
                status={about.isInvalid ? 'error' : ''}
                maxLength={60}
                value={en}
                onChange={(event) => setEn(event.target.value)}
              />
            )}
          </FormRow>
          <FormRow label={words.id} hint={words.idHint} error={isSent ? faults.id : null} isRequired isWide>
            {(about) => (
              <Input
                id={about.id}
                aria-describedby={about.describedBy}
                status={about.isInvalid ? 'error' : ''}
                autoCapitalize="none"
                maxLength={41}
                value={id}
                onChange={(event) => setOwnId(event.target.value)}
              />
            )}
          </FormRow>
        </div>
      )}
      {target === 'layer' && replaced && <p className="banner">{say(words.replaceWarns, { id })}</p>}
      <p className="base-buttons">
        <Button type="primary" size="large" htmlType="submit" loading={isStoring}>
          {say(words.import, { n: preview.features.toLocaleString('en-US') })}
        </Button>
      </p>
    </form>
  );
}
