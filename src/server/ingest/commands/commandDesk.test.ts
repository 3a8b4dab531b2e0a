import { expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { Peer } from '../endpoints/wire.ts';
import { createCommandDesk, type CommandStep, type Encode } from './commandDesk.ts';

const deviceKey = 'hj212:A1';

function aDesk() {
  const clock = new TestClock();
  const steps: CommandStep[] = [];
  const desk = createCommandDesk({ clock, onStep: (step) => steps.push(step) });
  let serial = 0;
  const encode: Encode = (command) => (command === 'dance' ? null : { bytes: Buffer.from(command), reference: `${command}-${++serial}` });
  const sent: string[] = [];
  const aPeer = (): Peer => ({
    remote: 'a:1',
    fingerprint: null,
    isGone: false,
    send: (bytes) => void sent.push(Buffer.from(bytes).toString()),
  });
  return {
    clock,
    desk,
    sent,
    aPeer,
    online: (peer: Peer) => desk.online(deviceKey, peer, encode),
    take: (id: string, command: string, minutes = 10) =>
      desk.take({ id, deviceKey, command, parameters: {}, expiresAtMs: clock.nowMs() + minutes * 60_000, attempts: 0 }),
    states: (id: string) => steps.filter((step) => step.id === id).map(({ state }) => state),
  };
}

test('a command waits until its device is on the line', () => {
  const { desk, sent, take, online, aPeer, states } = aDesk();
  take('c1', 'setTime');
  expect([sent, states('c1'), desk.isOnline(deviceKey)]).toEqual([[], [], false]);
  online(aPeer());
  expect([sent, states('c1'), desk.isOnline(deviceKey)]).toEqual([['setTime'], ['sent'], true]);
});

test('a device that says nothing is told three times, and three times more when it has connected again', () => {
  const { clock, sent, take, online, aPeer, states } = aDesk();
  const peer = aPeer();
  online(peer);
  take('c1', 'setTime', 5);
  clock.advance(120_000);
  expect([sent.length, states('c1')]).toEqual([3, ['sent', 'sent', 'sent', 'waiting']]);
  online(peer);
  expect(sent.length).toBe(3);
  online(aPeer());
  clock.advance(300_000);
  expect([sent.length, states('c1').at(-1)]).toEqual([6, 'expired']);
});

test('what the device says ends the command, and only under the reference it was asked by', () => {
  const { desk, take, online, aPeer, states, clock } = aDesk();
  online(aPeer());
  take('c1', 'queryNow');
  expect(desk.answered(deviceKey, { reference: 'other', state: 'done', answer: {} })).toBe(false);
  expect(desk.answered('hj212:B', { reference: 'queryNow-1', state: 'done', answer: {} })).toBe(false);
  desk.answered(deviceKey, { reference: 'queryNow-1', state: 'received', answer: { QnRtn: '1' } });
  clock.advance(60_000);
  desk.answered(deviceKey, { reference: 'queryNow-1', state: 'done', answer: { ExeRtn: '1' } });
  clock.advance(3_600_000);
  expect(states('c1')).toEqual(['sent', 'received', 'done']);
});

test('commands of one device go one after the other, those of an earlier one that ended make room', () => {
  const { desk, sent, take, online, aPeer } = aDesk();
  online(aPeer());
  take('c1', 'setTime');
  take('c2', 'queryNow');
  expect(sent).toEqual(['setTime']);
  desk.answered(deviceKey, { reference: 'setTime-1', state: 'refused', answer: {} });
  expect(sent).toEqual(['setTime', 'queryNow']);
});

test('a command the protocol has no frame for is refused at once, one whose time has passed expires', () => {
  const { clock, take, online, aPeer, states } = aDesk();
  take('c1', 'setTime', 1);
  clock.advance(60_000);
  online(aPeer());
  take('c2', 'dance');
  expect([states('c1'), states('c2')]).toEqual([['expired'], ['refused']]);
});

test('after its connection has ended a device is not on the line', () => {
  const { desk, online, aPeer, take, sent } = aDesk();
  const peer = aPeer();
  online(peer);
  desk.gone(peer);
  take('c1', 'setTime');
  expect([desk.isOnline(deviceKey), sent]).toEqual([false, []]);
});
