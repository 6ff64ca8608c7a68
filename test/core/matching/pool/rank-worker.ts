import { parentPort, workerData } from 'node:worker_threads';
import { rankSamples } from './rank-samples.ts';

/** Ranks generated pools in a thread of its own. */
parentPort?.postMessage(rankSamples(Number(workerData)));
