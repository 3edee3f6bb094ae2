import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Semaphore } from './semaphore.js';

describe('slots', () => {
  const never = new AbortController().signal;

  function work() {
    const gates: PromiseWithResolvers<undefined>[] = [];
    const action = (): Promise<undefined> => {
      const gate = Promise.withResolvers<undefined>();
      gates.push(gate);
      return gate.promise;
    };
    return { gates, action };
  }

  it('lets the next one go on when one has done, be it with an error', async () => {
    const semaphore = new Semaphore(2);
    const { gates, action } = work();
    const uses = [1, 2, 3, 4].map(() => semaphore.use(action, never));
    await setImmediate();
    expect(gates).toHaveLength(2);
    gates[0]?.reject(new Error('this one fails'));
    await expect(uses[0]).rejects.toThrow('this one fails');
    await setImmediate();
    expect(gates).toHaveLength(3);
    gates[1]?.resolve(undefined);
    await setImmediate();
    expect(gates).toHaveLength(4);
    for (const gate of gates) gate.resolve(undefined);
    await Promise.all(uses.slice(1));
  });

  it('keeps nobody waiting who has been aborted, and loses no slot by it', async () => {
    const semaphore = new Semaphore(1);
    const { gates, action } = work();
    const controller = new AbortController();
    const first = semaphore.use(action, never);
    const aborted = semaphore.use(() => Promise.resolve('over'), controller.signal);
    const last = semaphore.use(() => Promise.resolve('in turn'), never);
    controller.abort();
    expect(await aborted).toBe('over');
    gates[0]?.resolve(undefined);
    await first;
    expect(await last).toBe('in turn');
    expect(await semaphore.use(() => Promise.resolve('again'), never)).toBe('again');
  });
});
