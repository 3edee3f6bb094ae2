import { IsIn, Matches, ValidateBy } from 'class-validator';
import type { StatementIssued } from '../../../events/index.js';
import { Id, Optional, Slug, Words } from '../../../events/index.js';
import { parseInstant } from '../../time/moment.js';
import type { StatementsQuestion } from './statement-filter.js';

/** A plus sign that was not escaped comes out of a query string as a space. */
const withPlus = (text: string) => text.replaceAll(' ', '+');

function Instant(): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isInstant',
      validator: {
        validate: (value) => typeof value === 'string' && parseInstant(withPlus(value)) !== undefined,
      },
    },
    { message: '$property must be an RFC 3339 timestamp with offset, of a day that the calendar has' },
  );
}

export class StatementParameters {
  /** Bare words must all occur; quoted text is a phrase. */
  @Optional()
  @Words({ max: 500 })
  q?: string;

  /** An actor, by id or by name. */
  @Optional()
  @Words({ max: 200 })
  speaker?: string;

  @Optional()
  @Id()
  affiliation?: string;

  /** An actor: what it said, and what those said who belong to it. */
  @Optional()
  @Id()
  party?: string;

  @Optional()
  @Words({ max: 200 })
  role?: string;

  @Optional()
  @IsIn(['statement', 'assessment', 'background'])
  genre?: StatementIssued['genre'];

  @Optional()
  @IsIn(['quote', 'paraphrase', 'declined_to_answer'])
  form?: StatementIssued['form'];

  @Optional()
  @Slug()
  topic?: string;

  /** The id of a meeting, or words. */
  @Optional()
  @Words({ max: 200 })
  occasion?: string;

  @Optional()
  @Id()
  summit?: string;

  /** Nothing that was over by then. */
  @Optional()
  @Instant()
  from?: string;

  /** Nothing that began then or later. */
  @Optional()
  @Instant()
  to?: string;

  /** Address of the last record of the page before. */
  @Optional()
  @Words({ max: 300 })
  after?: string;

  @Optional()
  @Matches(/^([1-9]\d{0,2}|1000)$/, { message: '$property must be a whole number from 1 to 1000' })
  limit?: string;
}

export function statementsQuestion(asked: StatementParameters): StatementsQuestion {
  const { from, to, limit, ...rest } = asked;
  const interval = { from: instantOrNull(from), to: instantOrNull(to) };
  return {
    ...rest,
    ...((from !== undefined || to !== undefined) && { interval }),
    ...(limit !== undefined && { limit: Number(limit) }),
  };
}

function instantOrNull(text: string | undefined): number | null {
  return text === undefined ? null : (parseInstant(withPlus(text)) ?? null);
}
