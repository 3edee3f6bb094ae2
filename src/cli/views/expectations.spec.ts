import { describe, expect, it } from '@jest/globals';
import { createColors } from 'picocolors';
import { agreements } from './agreements.js';
import { commitments } from './commitments.js';
import { positions } from './positions.js';
import { predictions } from './predictions.js';
import { statements } from './statements.js';

const page = { width: 100, ink: createColors(false) };

describe('the predictions of a summit', () => {
  it('read as a score of each predictor with its claims, hedged as they were', () => {
    const claims = [
      {
        id: 'P08',
        claim: 'some sort of peace declaration',
        outcome: 'defied',
        flags: [],
        record: 'prediction-P08/H28',
      },
      {
        id: 'P11',
        claim: 'a new pledge',
        hedge: 'maybe',
        outcome: 'open',
        flags: [],
        record: 'prediction-P11/H32',
      },
    ];
    const tally = { made: 2, defied: 1, open: 1, fulfilled: 0, brier: null };
    expect(predictions({ rows: [{ by: 'okun', ...tally, claims }], totals: tally }, page))
      .toMatchInlineSnapshot(`
     "Claim                                Outcome  Record
     ───────────────────────────────────  ───────  ──────
     okun: 2 made, 1 defied, 1 open
     P08  some sort of peace declaration  defied   H28
     P11  a new pledge (“maybe”)          open     H32

     All: 2 made, 1 defied, 1 open"
    `);
  });
});

describe('the positions of a summit', () => {
  it('say by whose account they are known', () => {
    const cells = [
      {
        phase: 'at_table',
        kind: 'demand',
        content: 'all sanctions lifted',
        accordingTo: 'us.trump',
        ownAccount: false,
      },
      {
        phase: 'at_table',
        kind: 'demand',
        content: 'some of them',
        accordingTo: 'dprk.ri',
        ownAccount: true,
      },
    ];
    const text = positions({ rows: [{ party: 'dprk', issue: 'sanctions', cells, contested: true }] }, page);
    expect(text).toMatch(/sanctions ≠ contested {2}at table {2}demand: all sanctions lifted {2}us\.trump/);
    expect(text).toContain('dprk.ri (own account)');
  });
});

describe('the promises of a summit', () => {
  it('are never shown as the promisor’s own words when only the receiver tells of them', () => {
    const row = {
      content: 'no testing',
      form: 'verbal',
      promisor: 'dprk.kim',
      promisee: 'us.trump',
      madeAt: '2019-02-27',
      accordingTo: 'us.trump',
      confirmedByPromisor: false,
      status: 'unassessed',
      record: 'commitment-no-testing/H20',
    };
    const text = commitments({ rows: [row] }, { ...page, width: 200 });
    expect(text).toContain('according to us.trump, not confirmed by the promisor  unassessed');
  });
});

describe('the agreements of a summit', () => {
  it('say what came of each, and list its terms', () => {
    const terms = [
      { n: 4, issue: 'production', content: 'a halt', obligor: 'dprk', inExchangeFor: 'relief' },
    ];
    const row = {
      agreementId: 'outline',
      status: 'tentative',
      reportedBy: 'vox',
      terms,
      records: ['summit-x/H16'],
    };
    const text = agreements({ rows: [{ ...row, adopted: false, signed: false, withdrawals: [] }] }, page);
    expect(text).toContain('outline, tentative according to vox · neither adopted nor signed H16');
    expect(text).toMatch(/4 {2}production {2}a halt {2}dprk {5}relief/);
  });
});

describe('what was said', () => {
  it('keeps every quote as printed, and says who declined to answer', () => {
    const quoted = {
      speaker: 'us.trump',
      role: 'President',
      quotes: ['no rush', 'right deal'],
      when: 'Thursday',
    };
    const declined = { speaker: 'us.trump', quotes: [], question: 'All of them?', when: 'Thursday' };
    const text = statements({ rows: [quoted, declined], total: 9 }, page);
    expect(text).toContain('us.trump, President  “no rush” … “right deal”');
    expect(text).toContain('declined to answer: All of them?');
    expect(text).toMatch(/\n2 of 9$/);
  });
});
