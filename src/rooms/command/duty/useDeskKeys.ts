import { useEffect, useEffectEvent } from 'react';

export interface DeskKeys {
  move: (steps: number) => void;
  open: () => void;
  acknowledge: () => void;
  mute: () => void;
  close: () => void;
  help: () => void;
}

/** Keys of the desk: j k ↓ ↑ move, Enter opens, a acknowledges, m mutes, Esc closes, ? helps. Not while somebody writes. */
export function useDeskKeys(keys: DeskKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
    const run = actionOf(event, keys);
    if (!run) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function actionOf(event: KeyboardEvent, keys: DeskKeys): (() => void) | null {
  const onControl = event.target instanceof Element && event.target.closest('button, a, summary, label, [role="tab"]') !== null;
  switch (event.key) {
    case 'j':
    case 'ArrowDown':
      return () => keys.move(1);
    case 'k':
    case 'ArrowUp':
      return () => keys.move(-1);
    case 'Enter':
      // Enter on a button presses that button.
      return onControl ? null : keys.open;
    case 'a':
      return keys.acknowledge;
    case 'm':
      return keys.mute;
    case 'Escape':
      return keys.close;
    case '?':
    case '？':
      return keys.help;
    default:
      return null;
  }
}

/** Writing, choosing in a list, moving the map, or working in a dialog. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"], [role="radiogroup"], .maplibregl-map',
    ) !== null
  );
}
