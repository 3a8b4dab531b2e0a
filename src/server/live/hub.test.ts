import { expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { DomainEvent } from '#kernel/event/event.ts';
import { LiveHub, parseCursor, type LiveClient } from './hub.ts';

const start = { outbox: 10, logPosition: 5 };

function anEvent(id: string, areaCode = '341322101'): DomainEvent {
  return {
    id,
    type: 'incident.opened',
    areaCode,
    subject: { kind: 'incident', id },
    at: '2026-07-01T00:00:00Z',
    actor: '甲',
    demo: false,
    data: {},
  };
}

function aClient(...areas: string[]) {
  const blocks: string[] = [];
  const client: LiveClient & { blocks: string[]; dropped: boolean; full: boolean } = {
    areas: areas.length > 0 ? areas : ['341322'],
    blocks,
    dropped: false,
    full: false,
    write: (block) => (client.full ? false : blocks.push(block) > 0),
    drop: () => void (client.dropped = true),
  };
  return client;
}

const ids = (blocks: string[]) =>
  blocks
    .filter((block) => block.startsWith('event: change'))
    .flatMap((block) => (JSON.parse(/data: (.*)/.exec(block)?.[1] ?? '[]') as DomainEvent[]).map(({ id }) => id));
const lastId = (blocks: string[]) => /id: (.*)/.exec(blocks.at(-1) ?? '')?.[1] ?? '';

test('an open desk hears events of its area within one tick, in one block', () => {
  const clock = new TestClock();
  const hub = new LiveHub(clock, start);
  const county = aClient();
  const town = aClient('341322102');
  hub.join(county, null);
  hub.join(town, null);
  hub.publishOutbox([{ seq: 11, event: anEvent('a') }]);
  hub.publishAlarms(6, [anEvent('b', '341322102')]);
  clock.advance(50);
  expect(ids(county.blocks)).toEqual(['a', 'b']);
  expect(ids(town.blocks)).toEqual(['b']);
});

test('a browser that was away gets what it missed of both streams, once', () => {
  const clock = new TestClock();
  const hub = new LiveHub(clock, start);
  const before = aClient();
  hub.join(before, null);
  hub.publishOutbox([{ seq: 11, event: anEvent('seen') }]);
  clock.advance(50);
  const since = parseCursor(lastId(before.blocks));
  hub.leave(before);
  hub.publishAlarms(7, [anEvent('alarm')]);
  hub.publishOutbox([{ seq: 12, event: anEvent('new') }]);
  clock.advance(50);
  const back = aClient();
  hub.join(back, since);
  expect(ids(back.blocks)).toEqual(['alarm', 'new']);
});

test('a place from before the server started asks the browser to reload', () => {
  const hub = new LiveHub(new TestClock(), start);
  const client = aClient();
  hub.join(client, { outbox: 1, logPosition: 5 });
  expect(client.blocks.some((block) => block.startsWith('event: reset'))).toBe(true);
});

test('a client that cannot keep up is dropped and the others go on', () => {
  const clock = new TestClock();
  const hub = new LiveHub(clock, start);
  const slow = aClient();
  const good = aClient();
  hub.join(slow, null);
  hub.join(good, null);
  slow.full = true;
  hub.publishAlarms(6, [anEvent('a')]);
  clock.advance(50);
  expect(slow.dropped).toBe(true);
  expect(ids(good.blocks)).toEqual(['a']);
});

test('a desk with two townships hears of both and not of what lies between', () => {
  const clock = new TestClock();
  const hub = new LiveHub(clock, start);
  const desk = aClient('341322101', '341322110');
  hub.join(desk, null);
  hub.publishOutbox(['341322101', '341322105', '341322110002'].map((area, at) => ({ seq: 11 + at, event: anEvent(area, area) })));
  clock.advance(50);
  expect(ids(desk.blocks)).toEqual(['341322101', '341322110002']);
});
