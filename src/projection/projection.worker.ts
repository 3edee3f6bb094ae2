import { parentPort, workerData } from 'node:worker_threads';
import { Follower, type FollowerOptions } from './follower.js';
import type { FollowerMessage, FollowerRequest } from './follower-thread.js';

// `followInThread` starts this file and hands over these options.
const options = workerData as FollowerOptions;
const send = (message: FollowerMessage) => parentPort?.postMessage(message);

const follower = new Follower(options, {
  reached: (position) => send({ position }),
  log: (log) => send({ log }),
});
parentPort?.on('message', (request: FollowerRequest) =>
  request === 'wake' ? follower.wake() : follower.stop(),
);
// What it throws ends the thread, and is told to the one that started it.
await follower.run();
// An open port would keep the thread alive.
parentPort?.close();
