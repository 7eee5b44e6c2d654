// All that is promised of writes, on the embedded engine.
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { describeWrites } from './writes.contract.js';

describeWrites('the embedded engine', openMemoryStore);
