// Keeps the end of what a process prints, and never more than a fixed amount of it.
import type { Readable } from 'node:stream';

const keptCharacters = 16_000;

export class OutputTail {
  #text = '';

  follow(stream: Readable): void {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      this.#text = (this.#text + chunk).slice(-keptCharacters);
    });
  }

  toString(): string {
    return this.#text.trim() || '(it printed nothing)';
  }
}
