import { parentPort, workerData } from 'node:worker_threads';
import { Follower, type FollowerOptions } from './follower.js';
import type { FollowerMessage, FollowerRequest } from './follower-thread.js';

// `followInThread` starts this file and hands over these options.
const options = workerData as FollowerOptions;
const send = (message: FollowerMessage) => parentPort?.postMessage(message);

const follower = new Follower(options, {
  opened: (generation) => send({ generation }),
  forgotten: () => send({ forgotten: true }),
  reached: (position) => send({ position }),
  log: (log) => send({ log }),
});
const acts: Readonly<Record<FollowerRequest, () => void>> = {
  wake: () => follower.wake(),
  stop: () => follower.stop(),
  rebuild: () => follower.rebuild('a reader has found it'),
};
parentPort?.on('message', (request: FollowerRequest) => acts[request]());
// What it throws ends the thread, and is told to the one that started it.
await follower.run();
// An open port would keep the thread alive.
parentPort?.close();
