import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { describeKeys } from './keys.contract.js';

describeKeys('the embedded engine', openMemoryStore);
