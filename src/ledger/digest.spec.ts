import { describe, expect, it } from '@jest/globals';
import { canonical } from './canonical.js';
import { chained, DamagedEvent, dataDigest, NO_EVENTS, verifiedDigest, withDigest } from './digest.js';
import type { LedgerEvent } from './ledger.js';

const content = {
  id: '00000000-0000-4000-8000-000000000001',
  type: 'ActorRegistered',
  stream: 'actor-vn.host',
  revision: 0,
  data: { recordId: '0', data: { actorId: 'vn.host', kind: 'state', names: ['Việt Nam', '越南'] } },
};
const recordedAt = '2019-02-28T09:35:00.000Z';
const metadata = withDigest(
  { ...content, metadata: { recordedBy: 'test' }, data: dataDigest(content.data) },
  recordedAt,
);
const event: LedgerEvent = { ...content, position: '1', recordedAt, metadata };
const { sha256: written = '', ...unsigned } = metadata;

describe('the digest of an event', () => {
  it('is made as docs/integrity.md says', () => {
    expect(canonical({ b: [1, 'ß', null], a: { z: true, y: undefined } })).toBe(
      '{"a":{"z":true},"b":[1,"ß",null]}',
    );
    expect(dataDigest(content.data)).toBe('ca9f192b39fe13e5d12dd367a57a01e8e9925a62c0542a7317707e05432b2d27');
    expect(written).toBe('611fa6e7400fb3cc01ae4e587cd0ddf760090e116087d20360ff056d6abd465b');
    expect(chained(NO_EVENTS, written)).toBe(
      'c4fd2a4c3bd6fd1249cce6b4d3d571ff1a0b49ae09788d999cd10f0e686dd322',
    );
    expect(chained(chained(NO_EVENTS, written), written)).toBe(
      '8a87f7dff75120d4f3da076bb5b09873b341f89e4286dde502075bc200f938eb',
    );
  });

  it('does not rest on the order of fields, nor on the position', () => {
    const { recordId, data } = content.data;
    const other = { ...event, position: '99', data: { data: { ...data }, recordId } };
    expect(verifiedDigest(other)).toBe(written);
  });

  it('of an event that carries none is that of what stands there', () => {
    expect(verifiedDigest({ ...event, metadata: unsigned })).toBe(written);
  });

  it.each([
    ['its data', { data: { ...content.data, recordId: '1' } }],
    ['its type', { type: 'SourceRegistered' }],
    ['its stream', { stream: 'actor-other' }],
    ['its revision', { revision: 1 }],
    ['its id', { id: '00000000-0000-4000-8000-000000000002' }],
    ['its metadata', { metadata: { ...metadata, recordedBy: 'somebody else' } }],
    ['its time', { metadata: { ...metadata, recordedAt: '2019-02-28T09:36:00.000Z' } }],
    ['its digest', { metadata: { ...metadata, sha256: written.replace(/^./, '_') } }],
  ])('tells that %s changed', (_, change) => {
    const read = () => verifiedDigest({ ...event, ...change });
    expect(read).toThrow(DamagedEvent);
    expect(read).toThrow('position 1 of the ledger');
  });

  it('is not given to what is copied, lest damage be certified', () => {
    const copied = { ...content, metadata: unsigned, data: dataDigest(content.data) };
    expect(withDigest(copied, '2030-01-01T00:00:00.000Z')).toEqual(unsigned);
  });
});
