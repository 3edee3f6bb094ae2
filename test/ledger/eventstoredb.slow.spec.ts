import { describe, it } from '@jest/globals';
import { openLedger } from '../../src/ledger/open-ledger.js';
import { EventStoreDbDouble } from '../eventstoredb-double/double.js';
import { ledgerContract } from './contract.js';
import type { Engine } from './engine.js';

async function engineAt(url: string, stopServer: () => void): Promise<Engine> {
  let ledger = await openLedger(url);
  return {
    get ledger() {
      return ledger;
    },
    async reopen() {
      await ledger.close();
      ledger = await openLedger(url);
      return ledger;
    },
    async stop() {
      await ledger.close();
      stopServer();
    },
  };
}

ledgerContract('a double of EventStoreDB', async () => {
  const double = await EventStoreDbDouble.start();
  return engineAt(double.url, () => double.kill());
});

const realServer = process.env['EVENTSTOREDB_URL'];
if (realServer) ledgerContract('EventStoreDB', () => engineAt(realServer, () => undefined));
else {
  describe('the ledger on EventStoreDB', () => {
    it.skip('keeps the contract on a real server, whose connection string EVENTSTOREDB_URL is to name', () =>
      undefined);
  });
}
