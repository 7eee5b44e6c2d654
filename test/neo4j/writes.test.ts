// Neo4j keeps every promise to those who write that the embedded engine keeps.
import { describeConcurrentEditors } from '../writes/concurrent-editors.contract.js';
import { describeWrites } from '../writes/writes.contract.js';
import { describeOnServers } from './servers.js';

describeOnServers((name, server) => {
  describeWrites(name, server.openEmpty);
  describeConcurrentEditors(server.openEmpty);
});
