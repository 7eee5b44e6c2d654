import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { describeAgreement } from './agreement.contract.js';

describeAgreement('the embedded engine', openMemoryStore, 500);
