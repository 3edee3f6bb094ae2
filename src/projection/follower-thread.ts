import { Worker } from 'node:worker_threads';
import { Follower, type FollowerOptions, type FollowerListener } from './follower.js';

/** A follower that runs, in this thread or in another. */
export interface RunningFollower {
  /** Resolves when it was stopped, rejects when it failed. */
  readonly ended: Promise<void>;
  wake(): void;
  /** Fails, so that the next one makes a new file. */
  rebuild(): void;
  stop(): void;
}

/** What is sent to the thread. */
export type FollowerRequest = 'wake' | 'stop' | 'rebuild';
/** What the thread sends. */
export type FollowerMessage =
  | { readonly generation: string }
  | { readonly forgotten: true }
  | { readonly position: string }
  | { readonly log: string };

const STOP_TIMEOUT_MS = 5_000;

export function followInProcess(options: FollowerOptions, listener: FollowerListener): RunningFollower {
  const follower = new Follower(options, listener);
  return {
    ended: follower.run(),
    wake: () => follower.wake(),
    rebuild: () => follower.rebuild('a reader has found it'),
    stop: () => follower.stop(),
  };
}

/** In the compiled service only: a worker thread loads JavaScript. */
export function followInThread(options: FollowerOptions, listener: FollowerListener): RunningFollower {
  const { file, ledgerUrl, acceptsLedgerChange = false } = options;
  const worker = new Worker(new URL('./projection.worker.js', import.meta.url), {
    workerData: { file, ledgerUrl, acceptsLedgerChange } satisfies FollowerOptions,
  });
  worker.on('message', (message: FollowerMessage) => {
    if ('position' in message) listener.reached(message.position);
    else if ('forgotten' in message) listener.forgotten();
    else if ('generation' in message) listener.opened(message.generation);
    else listener.log(message.log);
  });
  const send = (request: FollowerRequest) => worker.postMessage(request);
  const stop = () => {
    send('stop');
    // What it has not committed by then is projected again at the next start.
    setTimeout(() => void worker.terminate(), STOP_TIMEOUT_MS).unref();
  };
  return { ended: endOf(worker), wake: once(() => send('wake')), rebuild: () => send('rebuild'), stop };
}

/** Does a thing once for all that ask for it in the same turn of the event loop. */
function once(act: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      act();
    });
  };
}

function endOf(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the projection's thread ended with code ${code}`)),
    );
  });
}
