import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import './cases.css';

const words = defineWords({
  mark: { zh: '未核实', en: 'Unverified' },
  hint: { zh: '时长尚未与正式文本核对', en: 'The period was not yet compared with the official text' },
});

/** Marks a figure of a rule that nobody has compared with its official text. */
export function Unverified() {
  const say = useText();
  return (
    <span className="unverified" title={say(words.hint)}>
      {say(words.mark)}
    </span>
  );
}
