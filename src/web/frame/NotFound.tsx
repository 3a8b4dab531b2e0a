import { Link, useLocation } from '@tanstack/react-router';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { useTitle } from '#web/page/PageFrame.tsx';

const words = defineWords({
  title: { zh: '没有这个页面', en: 'No such page' },
  text: {
    zh: '地址 {address} 不存在，可能已改名，或链接不完整。',
    en: 'The address {address} does not exist; it may have been renamed, or the link is cut.',
  },
  back: { zh: '回到首页', en: 'Go to the start page' },
});

export function NotFound() {
  const say = useText();
  const { pathname } = useLocation();
  useTitle(say(words.title));
  return (
    <div className="state">
      <h1>{say(words.title)}</h1>
      <p className="state-text">{say(words.text, { address: pathname })}</p>
      <p className="state-action">
        <Link to="/">{say(words.back)}</Link>
      </p>
    </div>
  );
}
