/** What the doctor found of one thing: how it is and, where it is not well, what to do. */
export interface Finding {
  readonly of: 'ledger' | 'facts' | 'disk' | 'clock' | 'versions';
  readonly is: string;
  /** What to do about it; undefined where all is well. */
  readonly remedy?: string;
}
