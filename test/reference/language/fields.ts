/**
 * The fields of §2.3, one word each: what a value is, `[]` for a list, `[2]` for a list of at least two, `?` when
 * it may be absent, `!code` for the refusal that is told when it is missing.
 */
export type Field = string | { readonly fields: Fields; readonly list?: boolean; readonly rest?: string };
export interface Fields {
  readonly [name: string]: Field;
}

export const many = (fields: Fields, rest = ''): Field => ({ fields, list: true, rest });
export const one = (fields: Fields, rest = ''): Field => ({ fields, rest });
