/** The part of the package `edtf` that is used here; it brings no types of its own. */
declare module 'edtf' {
  interface Bound {
    readonly min: number;
    readonly max: number;
    readonly precision: number | undefined;
  }
  export interface Extended {
    readonly type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'List' | 'Set';
    /** First and last millisecond, read as UTC; infinite where open. */
    readonly min: number;
    readonly max: number;
    /** 0 date and time, 1 year, 2 month, 3 day. */
    readonly precision?: number;
    readonly lower?: Bound | number | null;
    readonly upper?: Bound | number | null;
  }
  export default function edtf(text: string, options: { level: 0 | 1 | 2 }): Extended;
}
