import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { frames, untilCaughtUp } from '../http/frames.js';
import { actor, note } from '../http/postings.js';
import { Service } from '../service.js';
import { metric } from './figures.js';

let service: Service;

beforeAll(async () => {
  service = await Service.start();
});

afterAll(() => service.remove());

describe('metrics', () => {
  it('count commands by name and by what came of them', async () => {
    await service.given(actor('us'), actor('vn'));
    await service.post(actor('us'));
    await service.post(note('RegisterActor', {}));
    await service.post(note('Invented', {}));
    const count = (command: string, outcome: string) =>
      metric(service, `summit_ledger_commands_total{command="${command}",outcome="${outcome}"}`);
    expect(await count('RegisterActor', 'recorded')).toBe(2);
    expect(await count('RegisterActor', 'already_registered')).toBe(1);
    expect(await count('RegisterActor', 'invalid')).toBe(1);
    expect(await count('unknown', 'unknown_command')).toBe(1);
    const timed = 'summit_ledger_command_duration_seconds_count{command="RegisterActor"}';
    expect(await metric(service, timed)).toBe(4);
  });

  it('say how many streams are open, and how many events went out', async () => {
    const before = await metric(service, 'summit_ledger_events_delivered_total');
    const stream = frames(service, '/v1/events');
    const seen = await untilCaughtUp(stream);
    expect(await metric(service, 'summit_ledger_open_streams')).toBe(1);
    expect(await metric(service, 'summit_ledger_events_delivered_total')).toBe(before + seen.length);
    await stream.return();
  });

  it('say how far the facts are behind, and what the process takes', async () => {
    await service.get('/v1/summits');
    expect(await metric(service, 'summit_ledger_facts_lag_positions')).toBe(0);
    expect(await metric(service, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
  });
});
