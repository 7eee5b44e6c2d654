import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { describeSubscriptions } from './subscriptions.contract.js';

describeSubscriptions('embedded', async () => {
  const store = await openMemoryStore();
  return [store, store];
});
