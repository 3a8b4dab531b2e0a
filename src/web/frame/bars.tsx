import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import { useText } from '#web/language/language.tsx';
import { Icon } from './icons.tsx';
import { isCurrent, type MenuEntry } from './menu.ts';

// The menu: a rail at the left of a screen, a bar at the bottom of a phone.

const words = defineWords({
  menu: { zh: '主菜单', en: 'Main menu' },
  more: { zh: '更多', en: 'More' },
  close: { zh: '关闭', en: 'Close' },
  allPages: { zh: '全部功能', en: 'All pages' },
});

/** Entries shown in the bottom bar; the rest is behind "more". */
const barEntries = 4;

interface BarProps {
  menu: readonly MenuEntry[];
  address: string;
}

export function Rail({ menu, address }: BarProps) {
  const say = useText();
  return (
    <nav className="rail" aria-label={say(words.menu)}>
      {menu.map((entry) => (
        <Entry key={entry.path} entry={entry} address={address} />
      ))}
    </nav>
  );
}

export function BottomBar({ menu, address }: BarProps) {
  const say = useText();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.close(), [address]);
  const first = menu.slice(0, menu.length > barEntries + 1 ? barEntries : barEntries + 1);
  const isBehind = !first.some((entry) => isCurrent(entry, address));

  return (
    <nav className="bottom-bar" aria-label={say(words.menu)}>
      {first.map((entry) => (
        <Entry key={entry.path} entry={entry} address={address} />
      ))}
      {first.length < menu.length && (
        <>
          <button
            type="button"
            className={isBehind ? 'entry entry-current' : 'entry'}
            aria-haspopup="dialog"
            onClick={() => sheet.current?.showModal()}
          >
            <Icon name="more" />
            <span>{say(words.more)}</span>
          </button>
          <dialog ref={sheet} className="sheet" aria-label={say(words.allPages)} closedby="any">
            <header>
              <h2>{say(words.allPages)}</h2>
              <button type="button" className="plain" onClick={() => sheet.current?.close()}>
                {say(words.close)}
              </button>
            </header>
            <div className="sheet-entries">
              {menu.map((entry) => (
                <Entry key={entry.path} entry={entry} address={address} />
              ))}
            </div>
          </dialog>
        </>
      )}
    </nav>
  );
}

function Entry({ entry, address }: { entry: MenuEntry; address: string }) {
  const say = useText();
  const isHere = isCurrent(entry, address);
  return (
    <Link
      to={entry.path}
      className={isHere ? 'entry entry-current' : 'entry'}
      aria-current={isHere ? 'page' : undefined}
      onPointerEnter={() => void entry.load?.()}
    >
      <Icon name={entry.icon} />
      <span>{say(entry.label)}</span>
    </Link>
  );
}
