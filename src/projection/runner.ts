import { Worker } from 'node:worker_threads';
import { Follower, type FollowerOptions, type FollowerListener } from './follower.js';

/** Something that follows the ledger, in this thread or in another. */
export interface Runner {
  /** Resolves when it was stopped, rejects when it failed. */
  readonly ended: Promise<void>;
  wake(): void;
  stop(): void;
}

/** What the worker is told. */
export type WorkerRequest = 'wake' | 'stop';
/** What the worker tells. */
export type WorkerMessage = { readonly position: string } | { readonly trouble: string };

const PATIENCE_MS = 5_000;

export function runInProcess(options: FollowerOptions, listener: FollowerListener): Runner {
  const follower = new Follower(options, listener);
  return { ended: follower.run(), wake: () => follower.wake(), stop: () => follower.stop() };
}

/** In the compiled service only: a worker thread loads JavaScript. */
export function runInWorker(options: FollowerOptions, listener: FollowerListener): Runner {
  const worker = new Worker(new URL('./projection.worker.js', import.meta.url), {
    workerData: { file: options.file, ledgerUrl: options.ledgerUrl },
  });
  worker.on('message', (news: WorkerMessage) => {
    if ('position' in news) listener.reached(news.position);
    else listener.trouble(news.trouble);
  });
  const order = (what: WorkerRequest) => worker.postMessage(what);
  const stop = () => {
    order('stop');
    // What it has not committed by then is projected again at the next start.
    setTimeout(() => void worker.terminate(), PATIENCE_MS).unref();
  };
  return { ended: endOf(worker), wake: once(() => order('wake')), stop };
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
