/** What an option may be, where that is one of a few words. */
import { exportFormat } from '../facts/export-formats.js';
import { role } from '../model/actor.js';
import { kinds, sections } from '../model/registry.js';

export const optionValues: Readonly<Record<string, readonly string[]>> = {
  '--role': role.values,
  '--format': exportFormat.values,
  '--kind': sections,
  '--section': sections,
  '--kinds': kinds.map(({ code }) => code),
};
