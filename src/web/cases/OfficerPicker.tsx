import { Select } from 'antd';
import { defineWords } from '#kernel/language/text.ts';
import { useRecords } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { useNow } from '#web/live/live.tsx';
import { dayOf } from '#web/page/moments.ts';

// Officers are chosen from the register of those who hold a certificate, not typed: the certificate then is that officer's.

const words = defineWords({
  choose: { zh: '选择执法人员', en: 'Choose an officer' },
  valid: { zh: '{name}　{number}　有效期至 {until}', en: '{name}  {number}  valid until {until}' },
  expired: { zh: '{name}　{number}　{until} 已到期', en: '{name}  {number}  expired {until}' },
});

/** More than a county has. */
const mostOfficers = 500;
const hourMs = 3_600_000;

export interface Officer {
  id: string;
  name: string;
  certificateNo: string;
  /** Last day of validity, YYYY-MM-DD. */
  certificateUntil: string;
}

/** Officers in service; empty while none is on file, and then their certificates are typed. */
export function useOfficers(isNeeded: boolean): readonly Officer[] {
  const { data } = useRecords<Officer>('enforcementOfficers', { status: 'active', sort: 'name', limit: mostOfficers }, isNeeded);
  return data?.items ?? [];
}

interface OfficerPickerProps {
  officers: readonly Officer[];
  /** Certificate of the chosen one. */
  value: string | null;
  /** Certificate of an officer who cannot be chosen here, because that one acts already. */
  except: string | null;
  onChange: (officer: Officer | null) => void;
  id: string;
  describedBy: string;
  isInvalid: boolean;
}

/** Chooses an officer by name or certificate; one whose certificate has run out is shown and cannot be chosen. */
export function OfficerPicker({ officers, value, except, onChange, id, describedBy, isInvalid }: OfficerPickerProps) {
  const say = useText();
  const today = dayOf(useNow(hourMs));
  return (
    <Select<string>
      id={id}
      aria-describedby={describedBy}
      status={isInvalid ? 'error' : ''}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={say(words.choose)}
      value={officers.some(({ certificateNo }) => certificateNo === value) ? value : null}
      options={officers.map(({ name, certificateNo, certificateUntil }) => {
        const isExpired = certificateUntil < today;
        const label = say(isExpired ? words.expired : words.valid, { name, number: certificateNo, until: certificateUntil });
        return { value: certificateNo, label, disabled: isExpired || certificateNo === except };
      })}
      onChange={(number: string | undefined) => onChange(officers.find(({ certificateNo }) => certificateNo === number) ?? null)}
    />
  );
}
