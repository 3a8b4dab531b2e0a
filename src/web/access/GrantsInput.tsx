import { Button, Select } from 'antd';
import { type Grant, type Role, roles as roleNames } from '#kernel/access/access.ts';
import { defineWords } from '#kernel/language/text.ts';
import { AreaPicker } from '#web/forms/AreaPicker.tsx';
import { useText } from '#web/language/language.tsx';
import './grants.css';

const words = defineWords({
  role: { zh: '角色', en: 'Role' },
  area: { zh: '生效范围', en: 'Where' },
  add: { zh: '添加一项权限', en: 'Add a right' },
  remove: { zh: '移除', en: 'Remove' },
  empty: { zh: '没有权限', en: 'No rights' },
});

interface GrantsInputProps {
  value: readonly Grant[];
  onChange: (grants: Grant[]) => void;
  /** What a new line begins with. */
  first: Grant;
  /** Roles that may be chosen; absent: all. */
  roles?: readonly Role[];
  labelledBy: string;
}

/** Rights, one line each: which role counts where. */
export function GrantsInput({ value, onChange, first, roles, labelledBy }: GrantsInputProps) {
  const say = useText();
  const offered = roles ?? (Object.keys(roleNames) as Role[]);
  const change = (at: number, part: Partial<Grant>) =>
    onChange(value.map((grant, place) => (place === at ? { ...grant, ...part } : grant)));
  return (
    <div role="group" aria-labelledby={labelledBy} className="grants">
      {value.length === 0 && <p className="form-hint">{say(words.empty)}</p>}
      {value.map((grant, at) => (
        // The same line may stand twice while it is being edited, so its place is its key.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="grant">
          <Select<Role>
            aria-label={say(words.role)}
            value={grant.role}
            options={offered.map((role) => ({ value: role, label: say(roleNames[role]) }))}
            onChange={(role) => change(at, { role })}
          />
          <AreaPicker
            aria-label={say(words.area)}
            allowClear={false}
            value={grant.areaCode}
            onChange={(areaCode) => areaCode && change(at, { areaCode })}
          />
          <Button type="text" onClick={() => onChange(value.filter((_, place) => place !== at))}>
            {say(words.remove)}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...value, first])}>
        {say(words.add)}
      </Button>
    </div>
  );
}
