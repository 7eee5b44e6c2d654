import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { describeSnapshots } from './snapshots.contract.js';

describeSnapshots('the embedded engine', () => openMemoryStore(), 60);
