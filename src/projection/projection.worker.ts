import { parentPort, workerData } from 'node:worker_threads';
import { Follower, type FollowerOptions } from './follower.js';
import type { WorkerMessage, WorkerRequest } from './runner.js';

// `runInWorker` starts this file and hands over these options.
const options = workerData as FollowerOptions;
const tell = (news: WorkerMessage) => parentPort?.postMessage(news);

const follower = new Follower(options, {
  reached: (position) => tell({ position }),
  trouble: (trouble) => tell({ trouble }),
});
parentPort?.on('message', (order: WorkerRequest) => (order === 'wake' ? follower.wake() : follower.stop()));
// What it throws ends the thread, and is told to the one that started it.
await follower.run();
// An open port would keep the thread alive.
parentPort?.close();
