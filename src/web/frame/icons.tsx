// Signs of the menu: 24 × 24, drawn with lines, in the colour of the text.

const lines: Record<string, string> = {
  alarm: 'M6 17V11a6 6 0 0 1 12 0v6M4 17h16M10 20.5h4M12 2.5V5',
  base: 'M4 7c0-2 16-2 16 0v10c0 2-16 2-16 0ZM4 7c0 2 16 2 16 0M4 12c0 2 16 2 16 0',
  counters: 'M4 20V10M10 20V4M16 20v-8M21 20H3',
  desk: 'M3 4h18v12H3ZM9 20h6M12 16v4M7 12l3-3 2 2 4-4',
  device:
    'M12 13v8M8 21h8M12 13a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3M8 15.5a5.5 5.5 0 0 1 0-8M16 15.5a5.5 5.5 0 0 0 0-8M5.5 18a9 9 0 0 1 0-13M18.5 18a9 9 0 0 0 0-13',
  duty: 'M5 4h14v17H5ZM8 2v4M16 2v4M5 9h14M9 14l2 2 4-4',
  hazard: 'M12 3 21 8v8l-9 5-9-5V8ZM12 8v5M12 16.5h.01',
  incident: 'M12 3 22 20H2ZM12 10v4M12 17h.01',
  journal: 'M6 3h12v18H6ZM9 8h6M9 12h6M9 16h4',
  map: 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2ZM9 4v14M15 6v14',
  more: 'M4 12a1.2 1.2 0 1 0 2.4 0 1.2 1.2 0 1 0-2.4 0M10.8 12a1.2 1.2 0 1 0 2.4 0 1.2 1.2 0 1 0-2.4 0M17.6 12a1.2 1.2 0 1 0 2.4 0 1.2 1.2 0 1 0-2.4 0',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.2.700 3.5 2.5 3.5 5.5',
  organisation: 'M9 3h6v5H9ZM3 16h6v5H3ZM15 16h6v5h-6ZM12 8v4M6 16v-4h12v4',
  penalty: 'M12 3v18M7 21h10M5 7h14M5 7 2.5 13h5ZM19 7l-2.5 6h5Z',
  plan: 'M6 3h9l4 4v14H6ZM15 3v4h4M9 12h7M9 16h7',
  outbox: 'M4 13v6h16v-6M12 16V4M7.5 8.5 12 4l4.5 4.5',
  register: 'M4 4h16v16H4ZM4 9h16M4 14.5h16M9.5 9v11',
  scenario:
    'M12 12m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M7 12a5 5 0 0 1 5-5M3.5 12A8.5 8.5 0 0 1 12 3.5M17 12a5 5 0 0 1-5 5M20.5 12a8.5 8.5 0 0 1-8.5 8.5',
  task: 'M4 6h2M4 12h2M4 18h2M9 6h11M9 12h11M9 18h11',
  unknownDevice: 'M5 5h14v14H5ZM9.5 10a2.5 2.5 0 1 1 3.5 2.3c-.700.4-1 .800-1 1.7M12 16.5h.01M9 2v3M15 2v3M9 19v3M15 19v3',
  warning: 'M4 10v4h3l7 5V5L7 10ZM17.5 9a4 4 0 0 1 0 6M20 6.5a8 8 0 0 1 0 11',
};

export function Icon({ name, size = 22 }: { name: string; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={lines[name] ?? lines.register} />
    </svg>
  );
}
