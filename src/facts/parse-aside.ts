/** Parses a document without holding up everybody else who is served by this process. */
import { startThread } from '../start-thread.js';
import { documentFile, type FactFile } from './fact-file.js';
import { type ParsedDocument, parseFacts } from './parse-document.js';

/** A shorter text is parsed in a tenth of a second, and a thread takes longer to start. */
const LONG_TEXT = 32 * 1024;

const parser = new URL('./parse-worker.js', import.meta.url);

export interface TextToParse {
  readonly name: string;
  readonly text: string;
}

function parseInThread(given: TextToParse, signal: AbortSignal): Promise<ParsedDocument> {
  return new Promise((resolve, reject) => {
    const worker = startThread(parser, { workerData: given });
    const stop = (): void => {
      reject(signal.reason);
      void worker.terminate();
    };
    signal.addEventListener('abort', stop);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      // Of no effect where it has answered.
      reject(new Error('the parser ended without an answer'));
    });
  });
}

let last: Promise<unknown> = Promise.resolve();

/** Reads YAML or JSON, a long text in a thread of its own, one at a time; rejects with the signal's reason if it aborts. */
export async function readFactFileAside(name: string, text: string, signal: AbortSignal): Promise<FactFile> {
  if (text.length < LONG_TEXT) return documentFile(name, parseFacts(name, text));
  const parsed = last.then(() => {
    signal.throwIfAborted();
    return parseInThread({ name, text }, signal);
  });
  // A failed one must not fail those behind it; its own caller gets the fault.
  last = parsed.catch(() => undefined);
  return documentFile(name, await parsed);
}
