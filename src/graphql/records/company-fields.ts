/** What a company has beside its record: its group, and its direct suppliers and customers. */
import type { AnyRecord } from '../../model/kind.js';
import { type ScopeInput, scopeOf } from '../../questions/scope.js';
import type { RequestContext } from '../context.js';
import { optional } from '../types/arguments.js';
import type { ResolvedField } from '../types/decorate.js';
import { DayScalar } from '../types/scalars.js';
import { counterpartyFields } from './counterparty-fields.js';
import { typeNamed } from './record-types.js';

type CompanyField = ResolvedField<RequestContext>;

const groupField: CompanyField = {
  name: 'group',
  description: 'The company that its group is named after: its ultimate majority owner on a day, or itself.',
  isNullable: false,
  type: () => typeNamed('Company'),
  args: [optional('on', () => DayScalar, 'The day; today if left out.')],
  resolve: async (root: AnyRecord, { graph, loaders, signal }, args) => {
    const { day } = scopeOf(args as ScopeInput);
    const groupOf = loaders.batched<string, string>(JSON.stringify(['group', day]), async (ids) => {
      const groups = (await graph.snapshots.current(signal)).groupsOn(day);
      return new Map(ids.map((id) => [id, groups.groupOf(id)]));
    });
    return loaders.record(await groupOf(root.id));
  },
};

/** The fields of Company that follow from flows rather than from its record. */
export const companyFields: readonly CompanyField[] = [groupField, ...counterpartyFields];
