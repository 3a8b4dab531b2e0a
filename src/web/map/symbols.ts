import type { AlarmPriority } from '#kernel/alarm/alarm.ts';
import type { Text } from '#kernel/language/text.ts';
import { levels } from '#web/theme/signs.tsx';
import { levelColours, onLevel, type Level, type Mood } from '#web/theme/tokens.ts';
import { mapPalettes, priorityFills } from './mapPalette.ts';

// Map symbols drawn on a canvas, so that state is a shape as well as a colour and no sprite file is needed. The legend
// shows the very same drawings.

export type DeviceState = 'normal' | 'alarm' | 'noData' | 'unknown';
export const symbolScale = 2;

/** Puts a text into the language of the page. */
export type Say = (text: Text) => string;

export interface MapSymbol {
  id: string;
  /** Edge length in CSS pixels. */
  size: number;
  draw: (pen: CanvasRenderingContext2D, size: number) => void;
}

export const symbolOf = {
  device: (state: Exclude<DeviceState, 'alarm'>) => `device-${state}`,
  alarm: (priority: AlarmPriority, acknowledged: boolean) => `alarm-${priority}${acknowledged ? '-acknowledged' : ''}`,
  incident: 'incident',
  warning: (color: Level) => `warning-${color}`,
  hatch: (color: Level) => `hatch-${color}`,
  place: (layerId: string) => `place-${layerId}`,
};

function polygon(pen: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
  pen.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.closePath();
}

function character(pen: CanvasRenderingContext2D, text: string, x: number, y: number, size: number, ink: string): void {
  pen.fillStyle = ink;
  pen.font = `600 ${size}px "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, x, y);
}

function deviceSymbols(mood: Mood): MapSymbol[] {
  const palette = mapPalettes[mood];
  return [
    {
      id: symbolOf.device('normal'),
      size: 14,
      draw(pen, size) {
        pen.beginPath();
        pen.arc(size / 2, size / 2, size / 2 - 2, 0, Math.PI * 2);
        pen.fillStyle = palette.normal;
        pen.fill();
        pen.lineWidth = 1.5;
        pen.strokeStyle = palette.symbolEdge;
        pen.stroke();
      },
    },
    {
      id: symbolOf.device('noData'),
      size: 14,
      draw(pen, size) {
        pen.fillStyle = palette.noData;
        pen.fillRect(2.5, 2.5, size - 5, size - 5);
        pen.lineWidth = 1.5;
        pen.strokeStyle = palette.symbolEdge;
        pen.strokeRect(2, 2, size - 4, size - 4);
        pen.beginPath();
        pen.moveTo(4.5, size - 4.5);
        pen.lineTo(size - 4.5, 4.5);
        pen.stroke();
      },
    },
    {
      id: symbolOf.device('unknown'),
      size: 14,
      draw(pen, size) {
        pen.beginPath();
        pen.arc(size / 2, size / 2, size / 2 - 3, 0, Math.PI * 2);
        pen.fillStyle = palette.land;
        pen.fill();
        pen.lineWidth = 2;
        pen.strokeStyle = palette.unknown;
        pen.stroke();
      },
    },
  ];
}

function alarmSymbols(mood: Mood): MapSymbol[] {
  const palette = mapPalettes[mood];
  return (Object.keys(priorityFills) as AlarmPriority[]).flatMap((priority) =>
    [false, true].map((acknowledged): MapSymbol => ({
      id: symbolOf.alarm(priority, acknowledged),
      size: 24,
      draw(pen, size) {
        polygon(pen, [
          [size / 2, 2],
          [size - 2, size - 3],
          [2, size - 3],
        ]);
        pen.lineJoin = 'round';
        pen.lineWidth = 4;
        pen.strokeStyle = palette.symbolEdge;
        pen.stroke();
        pen.lineWidth = 2.5;
        pen.strokeStyle = mood === 'office' ? onLevel : priorityFills[priority];
        pen.fillStyle = acknowledged && mood === 'desk' ? palette.land : priorityFills[priority];
        if (mood === 'office') pen.lineWidth = 1.2;
        pen.fill();
        pen.stroke();
        // Answered alarms carry a tick, open ones an exclamation mark.
        character(pen, acknowledged ? '✓' : '!', size / 2, size - 9, 11, acknowledged && mood === 'desk' ? palette.text : onLevel);
      },
    })),
  );
}

function warningSymbols(say: Say): MapSymbol[] {
  const hatches: Record<Level, { gap: number; cross: boolean; width: number }> = {
    red: { gap: 8, cross: true, width: 1 },
    orange: { gap: 8, cross: false, width: 1.6 },
    yellow: { gap: 16, cross: false, width: 1.6 },
    blue: { gap: 16, cross: false, width: 1.2 },
  };
  return (Object.keys(levelColours) as Level[]).flatMap((color) => [
    {
      id: symbolOf.hatch(color),
      size: 16,
      draw(pen: CanvasRenderingContext2D, size: number) {
        const { gap, cross, width } = hatches[color];
        pen.strokeStyle = levelColours[color];
        pen.lineWidth = width;
        for (let offset = -size; offset <= size * 2; offset += gap) {
          pen.beginPath();
          pen.moveTo(offset, size);
          pen.lineTo(offset + size, 0);
          if (cross) {
            pen.moveTo(offset, 0);
            pen.lineTo(offset + size, size);
          }
          pen.stroke();
        }
      },
    },
    {
      id: symbolOf.warning(color),
      size: 24,
      draw(pen: CanvasRenderingContext2D, size: number) {
        pen.fillStyle = levelColours[color];
        pen.fillRect(1, 1, size - 2, size - 2);
        pen.strokeStyle = onLevel;
        pen.lineWidth = 1.5;
        pen.strokeRect(1, 1, size - 2, size - 2);
        character(pen, say(levels[color].sign), size / 2, size / 2 + 1, 15, onLevel);
      },
    },
  ]);
}

const incidentSign: Text = { zh: '事', en: 'i' };

function incidentSymbol(mood: Mood, say: Say): MapSymbol {
  const palette = mapPalettes[mood];
  return {
    id: symbolOf.incident,
    size: 26,
    draw(pen, size) {
      const middle = size / 2;
      polygon(pen, [
        [middle, 1],
        [size - 1, middle],
        [middle, size - 1],
        [1, middle],
      ]);
      pen.fillStyle = palette.incident;
      pen.fill();
      pen.lineWidth = 2;
      pen.strokeStyle = palette.symbolEdge;
      pen.stroke();
      character(pen, say(incidentSign), middle, middle + 0.5, 11, palette.incidentInk);
    },
  };
}

/** A small square with one character for a place of the base map: 学 school, 避 shelter, 企 enterprise. */
export function placeSymbol(mood: Mood, layerId: string, sign: string): MapSymbol {
  const palette = mapPalettes[mood];
  return {
    id: symbolOf.place(layerId),
    size: 16,
    draw(pen, size) {
      pen.fillStyle = palette.land;
      pen.fillRect(0.5, 0.5, size - 1, size - 1);
      pen.lineWidth = 1;
      pen.strokeStyle = palette.place;
      pen.strokeRect(0.5, 0.5, size - 1, size - 1);
      character(pen, sign, size / 2, size / 2 + 0.5, 10, palette.textQuiet);
    },
  };
}

/** Every symbol of a mood but the places of the base layers. */
export function liveSymbols(mood: Mood, say: Say): MapSymbol[] {
  return [...deviceSymbols(mood), ...alarmSymbols(mood), ...warningSymbols(say), incidentSymbol(mood, say)];
}

/** Draws a symbol at twice its size. @throws Error when the browser offers no canvas */
export function paint(symbol: MapSymbol): ImageData {
  const canvas = paintCanvas(symbol);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2d canvas');
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

export function paintCanvas(symbol: MapSymbol): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = symbol.size * symbolScale;
  canvas.height = symbol.size * symbolScale;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('no 2d canvas');
  pen.scale(symbolScale, symbolScale);
  symbol.draw(pen, symbol.size);
  return canvas;
}
