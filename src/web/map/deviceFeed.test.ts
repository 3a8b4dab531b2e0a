import { expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import { startFeed, type FeedTarget } from './deviceFeed.ts';
import type { PointFeature } from './drawn.ts';

function aPoint(id: string, state = 'normal'): PointFeature {
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [117, 34] }, properties: { id, state } };
}

function aTarget() {
  const calls: string[] = [];
  const target: FeedTarget = {
    replace: (features) => calls.push(`replace ${features.length}`),
    change: ({ add, update, remove }) => calls.push(`+${add.length} ~${update.length} -${remove.length}`),
  };
  return { calls, target };
}

test('the first set of points replaces what the map had', () => {
  const { calls, target } = aTarget();
  startFeed(target, new TestClock()).show([aPoint('a'), aPoint('b')]);
  expect(calls).toEqual(['replace 2']);
});

test('fifty changes within a second reach the map twice, with the latest state', () => {
  const clock = new TestClock();
  const { calls, target } = aTarget();
  const feed = startFeed(target, clock);
  const rest = ['b', 'c', 'd', 'e'].map((id) => aPoint(id));
  feed.show([aPoint('a'), ...rest]);
  for (let step = 0; step < 50; step += 1) {
    clock.advance(20);
    feed.show([aPoint('a', `state ${step}`), ...rest]);
  }
  expect(calls).toEqual(['replace 5', '+0 ~1 -0', '+0 ~1 -0']);
});

test('a set in which nothing changed sends nothing', () => {
  const clock = new TestClock();
  const { calls, target } = aTarget();
  const feed = startFeed(target, clock);
  feed.show([aPoint('a')]);
  clock.advance(1000);
  feed.show([aPoint('a')]);
  expect(calls).toEqual(['replace 1']);
});

test('added and removed points are sent as such', () => {
  const clock = new TestClock();
  const { calls, target } = aTarget();
  const feed = startFeed(target, clock);
  const many = Array.from({ length: 10 }, (_, index) => aPoint(`p${index}`));
  feed.show(many);
  clock.advance(600);
  feed.show([...many.slice(1), aPoint('new')]);
  expect(calls).toEqual(['replace 10', '+1 ~0 -1']);
});
