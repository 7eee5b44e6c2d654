import { type Identified, ids } from './cells.js';
import { defineQuestion } from './question.js';

interface Hop {
  readonly from: Identified;
  readonly to: Identified;
  readonly flow: string;
  readonly deals: readonly Identified[];
  readonly ownerships: readonly Identified[];
}

export const paths = defineQuestion<{ readonly paths: readonly { readonly hops: readonly Hop[] }[] }>({
  field: 'paths',
  selection: `{
    paths {
      companies { id name }
      hops { flow from { id } to { id } deals { id } ownerships { id } }
    }
    explored truncated
  }`,
  example: '--from mistral-ai --to asml --limit 3',
  toTable: (answer) => ({
    columns: ['PATH', 'FROM', 'TO', 'FLOW', 'EVIDENCE'],
    rows: answer.paths.flatMap(({ hops }, at) =>
      hops.map(({ from, to, flow, deals, ownerships }) => [
        String(at + 1),
        from.id,
        to.id,
        flow,
        ids([...deals, ...ownerships]),
      ]),
    ),
  }),
});
