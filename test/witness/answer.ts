import type { Service } from '../service.js';

/** What is asked: an address with its query, and what is accepted where that is not JSON. */
export interface Question {
  readonly path: string;
  readonly accept?: string;
}

export interface Answer extends Question {
  readonly status: number;
  /** The body as it was sent where that is JSON, else its text. */
  readonly body: unknown;
}

/** More would only wait for each other: the service answers reads one after another. */
const AT_ONCE = 4;

/** All answers, in the order of the questions. */
export async function ask(service: Service, questions: readonly Question[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  const left = [...questions.entries()].values();
  const oneAfterAnother = async () => {
    // The lines share one iterator, so that each question is taken by one of them.
    for (const [index, question] of left) answers[index] = await answerTo(service, question);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneAfterAnother));
  return answers;
}

async function answerTo(service: Service, question: Question): Promise<Answer> {
  const { path, accept } = question;
  const { status, text } = await service.get(path, accept === undefined ? {} : { accept });
  return { ...question, status, body: bodyOf(text) };
}

/** JSON is kept as JSON, to be read in a diff, but only where no byte is lost by that. */
function bodyOf(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return JSON.stringify(body) === text ? body : text;
  } catch {
    return text;
  }
}
