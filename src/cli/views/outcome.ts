import type { Page } from '../render/page.js';
import { inner, rows, text, texts, type Row } from '../render/row.js';
import { shortId } from '../render/short-id.js';
import { table } from '../render/table.js';
import { spoken } from '../render/words.js';
import { outcomeInWords } from './outcome-words.js';

/** Whether anything was signed or adopted, why or why not according to whom, and what is to follow. */
export function outcome(answer: Row, page: Page): string {
  const lines = [
    ...ending(answer),
    ...rows(answer, 'signings').map((signing) => signingLine(signing, page)),
    ...reasons(answer, page),
    ...followUps(answer, page),
    ...assessments(answer),
  ];
  return table(['', '', 'According to', 'Record'], lines, page);
}

type Line = readonly string[];

function ending(answer: Row): readonly Line[] {
  const contested = answer['contested'] === true ? ' (contested)' : '';
  const endedBy = text(answer, 'endedBy');
  const manner = spoken(text(answer, 'manner') ?? 'not concluded, as far as is on record');
  const concluded = texts(answer, 'agreementsConcluded');
  const agreed = concluded.length === 0 ? '' : ` (${concluded.join(', ')})`;
  return [
    ['The summit', `${manner}${endedBy === undefined ? '' : ` by ${endedBy}`}${contested}`, '', ''],
    ['Agreement', `${spoken(text(answer, 'agreement') ?? 'nothing on record')}${agreed}`, '', ''],
  ];
}

function signingLine(signing: Row, page: Page): Line {
  const papers = inner(signing, 'papersReady');
  const ready =
    papers['value'] === true ? '; papers ready' : papers['value'] === false ? '; papers not ready' : '';
  const records = texts(signing, 'records').map(shortId).join(' ');
  return [
    text(signing, 'title') ?? 'Signing',
    outcomeInWords(signing, page) + ready,
    text(papers, 'accordingTo') ?? '',
    page.ink.dim(records),
  ];
}

function reasons(answer: Row, page: Page): readonly Line[] {
  return rows(answer, 'reasons').map((reason, i) => [
    i === 0 ? 'Because' : '',
    text(reason, 'text') ?? '–',
    text(reason, 'accordingTo') ?? '–',
    page.ink.dim(shortId(text(reason, 'record') ?? '')),
  ]);
}

function followUps(answer: Row, page: Page): readonly Line[] {
  return rows(answer, 'followUp').map((next, i) => [
    i === 0 ? 'To follow' : '',
    `${text(next, 'level') ?? '–'}: ${spoken(text(next, 'status') ?? '–')}; ${text(next, 'content') ?? ''}`,
    text(next, 'accordingTo') ?? '–',
    page.ink.dim(shortId(text(next, 'record') ?? '')),
  ]);
}

function assessments(answer: Row): readonly Line[] {
  const said = texts(answer, 'assessments');
  if (said.length === 0) return [];
  return [['Assessed in', `${said.length} of what was said: ${said.map(shortId).join(' ')}`, '', '']];
}
