import type { Difference } from '../difference.js';

/** What later editions answer otherwise, and why. */
export const differences: readonly Difference[] = [];
