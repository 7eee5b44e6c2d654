/** Saves a graph into one file on a thread of its own: the engine does it in one go, and nobody who reads is to wait. */
import { Worker } from 'node:worker_threads';
import { grafeoPath } from './load-grafeo.js';

export interface Counts {
  readonly nodes: number;
  readonly edges: number;
}

// As text, so that it runs from the sources as it does when built. The saved file is counted once it is opened again.
const work = `
const { parentPort, workerData } = require('node:worker_threads');
const { GrafeoDB } = require(workerData.grafeoPath);
const graph = GrafeoDB.open(workerData.from);
graph.save(workerData.to);
graph.close();
const saved = GrafeoDB.openReadOnly(workerData.to);
parentPort.postMessage({ nodes: saved.nodeCount(), edges: saved.edgeCount() });
saved.close();`;

/** Saves the graph at `from`, which nobody may have open, into the new file `to`; gives what that file holds. */
export function saveApart(from: string, to: string): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(work, { eval: true, workerData: { grafeoPath, from, to } });
    let counts: Counts | undefined;
    worker.once('message', (counted: Counts) => {
      counts = counted;
    });
    worker.once('error', reject);
    // Only now it has closed what it opened.
    worker.once('exit', (code) => {
      if (counts === undefined) reject(new Error(`the thread that saves it ended with ${code}`));
      else resolve(counts);
    });
  });
}
