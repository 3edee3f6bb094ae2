import { applied, type Changes } from '../../views/diff/changes.js';
import { inner, text, type Row } from '../render/row.js';

/** The answer of a view after the next frame of its replay, under the moment that the frame is about. */
export function answerAfter(answer: Row, frame: Row, axis: string): Row {
  const point = text(frame, 'point');
  const moment = point === 'now' ? {} : { [axis]: point };
  return { ...modelAfter(answer, frame), moment };
}

function modelAfter(answer: Row, frame: Row): Row {
  if (text(frame, 'kind') === 'snapshot') return inner(frame, 'answer');
  return isChange(frame) ? applied(answer, frame) : answer;
}

function isChange(frame: Row): frame is Row & Changes {
  return [frame['added'], frame['removed'], frame['changed']].every(Array.isArray);
}
