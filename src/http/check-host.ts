/** Refuses a Host header that is no host: the address of the request is made with it. */
import type { FastifyInstance } from 'fastify';
import { validationFailed } from '../errors.js';

export function checkHosts(scope: FastifyInstance): void {
  scope.addHook('onRequest', async ({ protocol, hostname }) => {
    if (!URL.canParse(`${protocol}://${hostname}/`)) {
      throw validationFailed('The Host header does not name a host, such as example.com.');
    }
  });
}
