// Neo4j keeps every promise that the embedded engine keeps, and those that only a server can make.
import { openStore } from '../../src/engines/open-store.js';
import { describeSubscriptions } from '../live/subscriptions.contract.js';
import { describeGraphStore } from '../store/graph-store.contract.js';
import { describeRecords } from '../store/records.contract.js';
import { describeServerPromises } from './server-promises.contract.js';
import { describeOnServers } from './servers.js';

describeOnServers((name, server) => {
  describeGraphStore(name, server.openEmpty);
  describeRecords(name, server.openEmpty, { runs: 25, orders: 1, worlds: 40 });
  describeServerPromises(server);
  describeSubscriptions(name, async () => [await server.openEmpty(), await openStore(server.config())]);
});
