import { type ReactNode, useEffect, useRef, useState } from 'react';

/** A button that opens a small panel; Escape, a click elsewhere, or leaving it by keyboard closes it. */
export function Popup({
  button,
  label,
  className = '',
  children,
}: {
  button: ReactNode;
  label: string;
  className?: string;
  children: (close: () => void) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const onPointer = (event: PointerEvent) => {
      if (!holder.current?.contains(event.target as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      opener.current?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOpen]);

  return (
    <div
      className={`popup ${className}`}
      ref={holder}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !holder.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button ref={opener} type="button" className="plain" aria-expanded={isOpen} aria-label={label} onClick={() => setOpen(!isOpen)}>
        {button}
      </button>
      {isOpen && <div className="popup-panel">{children(() => setOpen(false))}</div>}
    </div>
  );
}
