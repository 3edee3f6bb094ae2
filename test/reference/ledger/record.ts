import type { CommandName, Type } from '../language/language.js';
import type { Time } from './time.js';

export type Data = Readonly<Record<string, unknown>>;

export interface Evidence {
  readonly sourceId: string;
  readonly locator?: string;
}

/** What a command brings (§2.2), once its times are filled in. */
export interface Body {
  readonly recordId?: string;
  readonly occurredAt?: Time;
  readonly disclosedAt?: Time;
  readonly embargoUntil?: string | null;
  readonly accordingTo?: string;
  readonly certainty?: string;
  readonly sources?: readonly Evidence[];
  readonly onContradiction?: string;
  readonly data: Data;
}

/** A command as a client sends it. */
export interface Command {
  readonly name: CommandName;
  readonly body: Data;
  readonly key?: string;
  /** The revision that the client expects the stream to be at. */
  readonly expected?: number;
}

/** One record in the plain list of everything that was recorded. */
export interface Rec extends Body {
  /** Its place in the list, which is the ledger's position. */
  readonly n: number;
  readonly address: string;
  readonly stream: string;
  readonly type: Type;
  readonly recordedAt: number;
}

/** A refusal: the code and, where the page says so, the records in the way. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly records: readonly string[] = [],
  ) {
    super(code);
  }
}

/** A field that the shape has shown to be a text. */
export const str = (data: Data, name: string) => data[name] as string;
export const maybe = (data: Data, name: string) => data[name] as string | undefined;
/** A field that the shape has shown to be an object, or nothing. */
export const part = (data: Data, name: string) => data[name] as Data | undefined;
/** A patch, which every correction has. */
export const patchOf = ({ data }: { readonly data: Data }) => part(data, 'patch') ?? {};
/** A field that the shape has shown to be a list, or nothing. */
export const list = <T = string>(data: Data, name: string) => (data[name] ?? []) as readonly T[];

export function streamOf(type: Type, data: Data): string {
  const id = (name: string) => str(data, name);
  const address = (name: string) => id(name).slice(0, id(name).indexOf('/'));
  switch (type) {
    case 'SourceRegistered':
      return `source-${id('sourceId')}`;
    case 'ActorRegistered':
      return `actor-${id('actorId')}`;
    case 'StatementIssued':
      return `statement-${id('statementId')}`;
    case 'PositionTaken':
      return `position-${id('summitId')}:${id('party')}`;
    case 'CommitmentMade':
    case 'CommitmentAssessed':
      return `commitment-${id('commitmentId')}`;
    case 'PredictionMade':
    case 'PredictionResolved':
      return `prediction-${id('predictionId')}`;
    case 'SanctionsReported':
      return `sanctions-${id('regimeId')}`;
    case 'RecordsMerged':
      return address('survivor');
    case 'RecordCorroborated':
    case 'RecordDisputed':
    case 'RecordCorrected':
    case 'RecordRetracted':
      return address('target');
    default:
      return `summit-${id('summitId')}`;
  }
}

export const keepingTypes: readonly Type[] = [
  'RecordCorroborated',
  'RecordDisputed',
  'RecordCorrected',
  'RecordRetracted',
  'RecordsMerged',
];
export const isKeeping = ({ type }: { readonly type: Type }) => keepingTypes.includes(type);
