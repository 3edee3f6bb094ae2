import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Ledger } from '../../src/ledger/ledger.js';
import { appendContract } from './contract-append.js';
import { orderContract } from './contract-order.js';
import { readContract } from './contract-read.js';
import { subscribeContract } from './contract-subscribe.js';
import type { Engine, StartEngine } from './engine.js';

/**
 * What every engine of the ledger promises, told through the port alone. Every test writes to categories of
 * its own, so that the suite may run against a server that others use.
 */
export function ledgerContract(name: string, start: StartEngine): void {
  describe(`the ledger on ${name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await start();
    }, 30_000);
    afterAll(() => engine.stop());

    const ledger = (): Ledger => engine.ledger;
    describe('append', () => appendContract(ledger));
    describe('read', () => readContract(ledger, () => engine.reopen()));
    describe('subscribe', () => subscribeContract(ledger));
    describe('order', () => orderContract(ledger));
  });
}
