// Records what the service makes of one article. It is a witness only while it is not recorded again: do so for an
// intended change of answers, and read what changed. `node --import ./test/run-typescript.js test/witness/record.ts`
import { ANSWERS, EVENTS, witness } from './hanoi.js';
import { writeLines } from './lines.js';
import { changeQuestions, eventQuestions, parameterQuestions, viewQuestions, viewsOf } from './questions.js';

/** After the registrations; amid the story; at the cancellation; amid the aftermath; at the end. */
const POSITIONS = ['31', '52', '66', '87', '108'];
const HEAD = { asOf: '108' };
const AXES = [
  { axis: 'asOf', from: '52', to: '87' },
  { axis: 'at', from: '2019-02-27T00:00:00+07:00', to: '2019-02-28T12:00:00+07:00', ...HEAD },
  { axis: 'publicAt', from: '2019-02-27T00:00:00+07:00', to: '2019-03-02T00:00:00+07:00', ...HEAD },
];
const MOMENTS = [
  ...POSITIONS.map((asOf) => ({ asOf })),
  { at: '2019-02-28T00:00:00+07:00', ...HEAD },
  { publicAt: '2019-02-28T00:00:00+07:00', ...HEAD },
];

const { events, answers } = await witness(async (service, contents) => {
  const views = await viewsOf(service);
  const { summits } = contents;
  return [
    ...viewQuestions(views, contents, { all: MOMENTS, few: MOMENTS }),
    ...parameterQuestions(['hanoi-2019'], HEAD),
    ...changeQuestions(views, summits, { change: 'diff', spans: AXES }),
    ...changeQuestions(views, summits, { change: 'replay', spans: AXES }),
    ...eventQuestions(contents),
  ];
});
writeLines(EVENTS, events);
writeLines(ANSWERS, answers);
console.log(`${events.length} events, ${answers.length} answers`);
