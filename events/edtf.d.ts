/** The part of the package `edtf` that is used here; it brings no types of its own. */
declare module 'edtf' {
  export interface Extended {
    readonly type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'List' | 'Set';
    /** First and last millisecond, read as UTC. */
    readonly min: number;
    readonly max: number;
    /** 0 date and time, 1 year, 2 month, 3 day. */
    readonly precision?: number;
  }
  /** Throws for a text that is no EDTF of that level. */
  export default function edtf(text: string, options: { level: 0 | 1 | 2 }): Extended;
}
