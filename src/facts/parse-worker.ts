/** The thread that parses one document. */
import { parentPort, workerData } from 'node:worker_threads';
import type { TextToParse } from './parse-aside.js';
import { parseFacts } from './parse-document.js';

const { name, text } = workerData as TextToParse;
parentPort?.postMessage(parseFacts(name, text));
