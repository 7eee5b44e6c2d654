import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { describeWhoMayWrite } from './writing.contract.js';

describeWhoMayWrite('the embedded engine', openMemoryStore);
