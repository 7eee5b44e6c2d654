// Neo4j keeps every promise that the embedded engine keeps, and those that only a server can make. All in one file, for a
// server takes longer to start than most of these take to run.
import { openStore } from '../../src/engines/open-store.js';
import { describeKeys } from '../auth/keys.contract.js';
import { describeWhoMayWrite } from '../auth/writing.contract.js';
import { describeFreshAnswers } from '../graphql/fresh-answers.contract.js';
import { describeHostileInput } from '../limits/hostile-input.contract.js';
import { describeSubscriptions } from '../live/subscriptions.contract.js';
import { describeAgreement } from '../questions/agreement.contract.js';
import { describeSnapshots } from '../snapshot/snapshots.contract.js';
import { describeGraphStore } from '../store/graph-store.contract.js';
import { describeRecords } from '../store/records.contract.js';
import { describeThreads } from '../threads/threads.contract.js';
import { describeConcurrentEditors } from '../writes/concurrent-editors.contract.js';
import { describeTwoProcesses } from '../writes/two-processes.contract.js';
import { describeWrites } from '../writes/writes.contract.js';
import { describeAdministration } from './administration.contract.js';
import { describeSearch } from './search.contract.js';
import { describeServerPromises } from './server-promises.contract.js';
import { describeOnServers } from './servers.js';

describeOnServers((name, server) => {
  describeGraphStore(name, server.openEmpty, server.openFresh);
  describeRecords(name, server.openEmpty, { runs: 25, orders: 1 });
  describeAgreement(name, server.openEmpty, 15);
  describeSnapshots(name, server.openEmpty, 6);
  describeFreshAnswers(name, server.openEmpty);
  describeThreads(name, server.openEmpty);
  describeWrites(name, server.openEmpty);
  describeKeys(name, server.openEmpty);
  describeWhoMayWrite(name, server.openEmpty);
  describeHostileInput(name, server.openEmpty);
  describeConcurrentEditors(server.openEmpty);
  describeTwoProcesses(async () => [await server.openEmpty(), await openStore(server.config())]);
  describeSubscriptions(name, async () => [await server.openEmpty(), await openStore(server.config())]);
  describeSearch(name, server);
  describeAdministration(server.openEmpty);
  describeServerPromises(server);
});
