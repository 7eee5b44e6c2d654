import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { describeRecords } from './records.contract.js';

describeRecords('the embedded engine', openMemoryStore, { runs: 400, orders: 100 });
