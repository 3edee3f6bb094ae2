/** The three axes of time. */
export const axes = ['asOf', 'at', 'publicAt'] as const;
export type Axis = (typeof axes)[number];
