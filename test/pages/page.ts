/** What a page shows of the answer to a command. */
export interface Shown {
  readonly form: 'json' | 'text';
  readonly text: string;
}

/** A command that a page asks its reader to run. */
export interface Step {
  /** Of the page, counted from 1. */
  readonly line: number;
  readonly command: string;
  readonly shown?: Shown;
}

interface Block {
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** How a page says, where its reader sees it, that nobody but a reader runs a block, and why. */
const NOT_RUN = /^# not run by the tests: \S/;

/**
 * The commands of a page, in order: each `sh` block, and the `json` or `text` block after it as its answer.
 * @throws Error for a block that is neither, so that nothing in a page goes unchecked by oversight
 */
export function stepsOf(page: string): readonly Step[] {
  const steps: Step[] = [];
  let last: Block | undefined;
  for (const block of blocksIn(page)) {
    if (block.language === 'sh') steps.push({ line: block.line, command: block.text });
    else steps.push(answered(steps.pop(), last, block));
    last = block;
  }
  return steps.filter(({ command }) => !NOT_RUN.test(command));
}

function answered(step: Step | undefined, last: Block | undefined, block: Block): Step {
  const { language: form, text, line } = block;
  if (form !== 'json' && form !== 'text')
    throw new Error(`line ${line} begins a block of "${form}", which nobody checks`);
  if (!step || last?.language !== 'sh') throw new Error(`line ${line} shows an answer to no command`);
  return { ...step, shown: { form, text } };
}

function blocksIn(page: string): readonly Block[] {
  const fences = page.matchAll(/^```(\w*)\n(.*?)^```$/gms);
  return [...fences].map(({ 1: language = '', 2: text = '', index }) => ({
    line: page.slice(0, index).split('\n').length,
    language,
    text: text.trimEnd(),
  }));
}
