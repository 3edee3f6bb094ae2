import type { Page } from './page.js';

/** What to ask of a running demo: requests to paste. */
export function tryNext(url: string, summit: string, { ink }: Page): string {
  const at = `${url}/v1/summits/${summit}/schedule-vs-actual`;
  const requests = [
    ['the same, as the ledger stood before it learned of the cancellation', `curl '${at}?asOf=64'`],
    ['who spoke of the right deal', `curl '${url}/v1/statements?q=%22right%20deal%22'`],
    ['every event, then live', `curl -N -H 'Accept: text/event-stream' '${url}/v1/events'`],
  ];
  return [
    '',
    `The service listens on ${url}. Ask it in another terminal:`,
    ...requests.map(([what, request]) => `\n  ${ink.dim(`# ${what}`)}\n  ${request}`),
    '\nCtrl-C stops it.',
  ].join('\n');
}
