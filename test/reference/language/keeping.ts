import { one } from './fields.js';

/** Record-keeping. */
export const keeping = {
  RecordCorroborated: { target: 'record', rendering: 'words?' },
  RecordDisputed: {
    target: 'record',
    field: 'words?',
    by: 'actor!account_required',
    counterRecord: 'record?',
  },
  RecordCorrected: {
    target: 'record',
    patch: one({
      data: 'patch?',
      occurredAt: 'whenPatch?',
      disclosedAt: 'whenPatch?',
      embargoUntil: 'timestamp?',
      accordingTo: 'actor?',
      certainty: '=explicit|implied?',
    }),
    reason: 'words!reason_required',
    cause: '=error|new_information|source_corrected',
  },
  RecordRetracted: { target: 'record', reason: 'words', by: '=ledger|publisher', replacedBy: 'record?' },
  RecordsMerged: { survivor: 'record', duplicates: 'record[1]', reason: 'words' },
} as const;
