import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { describeHostileInput } from './hostile-input.contract.js';

describeHostileInput('the embedded engine', openMemoryStore);
