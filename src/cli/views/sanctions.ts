import type { Page } from '../render/page.js';
import { rows, text, type Row } from '../render/row.js';
import { shortId } from '../render/short-id.js';
import { tables } from '../render/table.js';
import { spoken } from '../render/words.js';

/** Which sanctions stand, by whom they are imposed on, and what would lift them. */
export function sanctions(answer: Row, page: Page): string {
  const sections = rows(answer, 'rows').map(
    (row) =>
      [`On ${text(row, 'target') ?? '–'}`, rows(row, 'regimes').map((regime) => line(regime, page))] as const,
  );
  if (sections.length === 0) return 'No sanctions are on record.';
  return tables(['Imposed by', 'Status', 'To be lifted if', 'According to', 'Record'], sections, page);
}

function line(regime: Row, { ink }: Page): readonly string[] {
  const condition = text(regime, 'releaseCondition');
  const contested = regime['contested'] === true ? ink.magenta(' ≠ contested') : '';
  return [
    text(regime, 'imposer') ?? '–',
    spoken(text(regime, 'status') ?? '–') + contested,
    text(regime, 'releaseTerms') ?? (condition === undefined ? '–' : `see ${condition}`),
    text(regime, 'accordingTo') ?? '–',
    ink.dim(shortId(text(regime, 'record') ?? '')),
  ];
}
