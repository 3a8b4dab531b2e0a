import { Input } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import { checkValue } from '#kernel/register/check.ts';
import { useText } from '#web/language/language.tsx';
import type { InputProps } from './inputs.tsx';

const words = defineWords({
  paste: { zh: '粘贴 GeoJSON 几何（WGS-84，度）', en: 'Paste a GeoJSON geometry (WGS-84, degrees)' },
  noJson: { zh: '不是有效的 JSON', en: 'This is no valid JSON' },
});

/** A geometry as GeoJSON text. Cases that draw on the map use the map's own drawing instead. */
export function GeometryInput({ id, describedBy, field, value, onChange }: InputProps<'geometry'>) {
  const say = useText();
  const [text, setText] = useState(() => (value ? JSON.stringify(value) : ''));
  const read = readGeometry(text);
  const broken = read === undefined ? words.noJson : read === null ? null : (checkValue(field, read)?.text ?? null);
  return (
    <>
      <Input.TextArea
        id={id}
        aria-describedby={describedBy}
        status={broken ? 'error' : ''}
        autoSize={{ minRows: 3, maxRows: 10 }}
        placeholder={say(words.paste)}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          const next = readGeometry(event.target.value);
          if (next !== undefined) onChange(next);
        }}
      />
      {broken && <p className="form-error">{say(broken)}</p>}
    </>
  );
}

/** The geometry in a text; null when the text is empty, undefined when it is no JSON. */
function readGeometry(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
