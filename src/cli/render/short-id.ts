/** The record's id in its stream, from its address. */
export function shortId(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}
