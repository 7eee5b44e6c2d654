// Many editors at once, on the embedded engine.
import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { describeConcurrentEditors } from './concurrent-editors.contract.js';

describeConcurrentEditors(openMemoryStore);
