import { readFile } from 'node:fs/promises';
import { Service, type Body } from '../service.js';
import { SummitPostings } from './postings.js';

export const hanoi = new SummitPostings('hanoi-2019');

/** What a list-shaped view answers. */
export interface Model extends Body {
  readonly rows: readonly Body[];
}

/** The service with the example imported, asked for the golden answers of domain.md §1.3. */
export class GoldenService {
  private constructor(readonly service: Service) {}

  static async start(): Promise<GoldenService> {
    const service = await Service.start();
    const outcomes = await service.import(await readFile('examples/hanoi-2019.ndjson', 'utf8'));
    const refused = outcomes.filter(({ status }) => status !== 201);
    if (outcomes.length !== 108 || refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
    return new GoldenService(service);
  }

  async asked<T = Model>(path: string): Promise<T> {
    const { status, body, text } = await this.service.get<T>(path);
    if (status !== 200) throw new Error(text);
    return body;
  }

  view<T = Model>(name: string, query = ''): Promise<T> {
    return this.asked<T>(`/v1/summits/hanoi-2019/${name}${query}`);
  }
}

export const pick = (row: Body | undefined, ...fields: readonly string[]) =>
  fields.map((field) => row?.[field]);

/** The rows that have a text in a field, by that text. */
export function byField(rows: readonly Body[], field: string): ReadonlyMap<unknown, Body> {
  return new Map(rows.filter((row) => typeof row[field] === 'string').map((row) => [row[field], row]));
}
