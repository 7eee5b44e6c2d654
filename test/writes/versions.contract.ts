/** `ifVersion` keeps two people from undoing each other's work unseen. */
import { describe, expect, it } from 'vitest';
import type { OpenStore } from '../store/use-store.js';
import { useEditor } from './use-editor.js';
import { newContract, WRITE_FACTS, writeFacts } from './write-facts.js';
import { newestSequence, restore, retract, upsert, type WriteAnswer } from './write-requests.js';

const conflictOf = ({ record, change, userErrors }: WriteAnswer): unknown => ({
  record,
  change,
  userErrors: userErrors.map(({ code, path, message, currentVersion }) => ({
    code,
    path,
    message,
    currentVersion,
  })),
});

const conflict = (message: string, currentVersion: number): unknown => ({
  record: null,
  change: null,
  userErrors: [{ code: 'VERSION_CONFLICT', path: ['ifVersion'], message, currentVersion }],
});

export function describeVersions(openStore: OpenStore): void {
  describe('ifVersion', () => {
    const editor = useEditor(openStore, writeFacts);
    const write = (summary: string, ifVersion: number) =>
      upsert(editor(), 'CloudContract', { ...newContract, summary }, { ifVersion });

    it('lets the writer through who knows the newest version', async () => {
      expect((await write('One.', 0)).record).toEqual({ id: 'anthropic-aws', version: 1 });
      expect((await write('Two.', 1)).record).toEqual({ id: 'anthropic-aws', version: 2 });
      expect((await write('Three.', 2)).record).toEqual({ id: 'anthropic-aws', version: 3 });
    });

    it('refuses who knows an older one, and names the newest', async () => {
      await write('One.', 0);
      await write('Two.', 1);
      expect(conflictOf(await write('Other.', 1))).toEqual(
        conflict('"anthropic-aws" is at version 2, but was to be at version 1; read it again', 2),
      );
      expect(await newestSequence(editor())).toBe(WRITE_FACTS + 2);
    });

    it('refuses an older version even where the same would be written', async () => {
      await write('One.', 0);
      await write('Two.', 1);
      expect(conflictOf(await write('Two.', 1))).toEqual(
        conflict('"anthropic-aws" is at version 2, but was to be at version 1; read it again', 2),
      );
    });

    it('0 writes only what is not there yet', async () => {
      await write('One.', 0);
      expect(conflictOf(await write('Other.', 0))).toEqual(
        conflict('"anthropic-aws" is at version 1, but was not to be there; read it again', 1),
      );
    });

    it('above 0 writes only what is there', async () => {
      expect(conflictOf(await write('One.', 1))).toEqual(
        conflict('"anthropic-aws" is not there, but was to be at version 1; read it again', 0),
      );
    });

    it('below 0 is no version', async () => {
      expect((await write('One.', -1)).userErrors.map(({ message }) => message)).toEqual([
        'ifVersion is -1; it is a whole number from 0',
      ]);
    });

    it('guards retracting and restoring, which count as versions too', async () => {
      expect(conflictOf(await retract(editor(), 'openai-aws', { ifVersion: 2 }))).toEqual(
        conflict('"openai-aws" is at version 1, but was to be at version 2; read it again', 1),
      );
      expect((await retract(editor(), 'openai-aws', { ifVersion: 1 })).change?.version).toBe(2);
      expect(conflictOf(await restore(editor(), 'openai-aws', { ifVersion: 1 }))).toEqual(
        conflict('"openai-aws" is at version 2, but was to be at version 1; read it again', 2),
      );
      expect((await restore(editor(), 'openai-aws', { ifVersion: 2 })).change?.version).toBe(3);
    });
  });
}
