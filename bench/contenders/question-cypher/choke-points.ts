/** What the expert works out of the suppliers that the statement gives: shares, HHI, sole suppliers, dominators. */

/** One for each customer; the same place of the lists is about the same supplier in one category. */
export interface SuppliersRow {
  readonly customer: string;
  readonly suppliers: readonly string[];
  readonly categories: readonly string[];
}

export interface PlainCategory {
  readonly category: string;
  readonly hhi: number;
  readonly suppliers: readonly { group: string; share: number; soleSupplierOf: readonly string[] }[];
  readonly unavoidable: readonly string[];
}

type Graph = ReadonlyMap<string, readonly string[]>;

/** The way from the target to each company, breadth first, as the step before it. */
function walk(target: string, suppliersOf: Graph, without?: string): Map<string, string> {
  const cameFrom = new Map([[target, '']]);
  for (const [customer] of cameFrom) {
    for (const supplier of suppliersOf.get(customer) ?? []) {
      if (supplier !== without && !cameFrom.has(supplier)) cameFrom.set(supplier, customer);
    }
  }
  return cameFrom;
}

/** Only what is on a shortest path can be on all: what cuts the suppliers off when it is taken away is. */
function unavoidableFor(
  target: string,
  suppliers: readonly string[],
  suppliersOf: Graph,
  ways: Graph,
): string[] {
  const [first] = suppliers;
  return (ways.get(first ?? target) ?? []).filter((company) => {
    if (suppliers.length === 1 && company === first) return true;
    const reached = walk(target, suppliersOf, company);
    return suppliers.every((supplier) => supplier === company || !reached.has(supplier));
  });
}

function waysOf(target: string, suppliersOf: Graph): Graph {
  const ways = new Map<string, readonly string[]>();
  for (const [company, before] of walk(target, suppliersOf)) {
    ways.set(company, company === target ? [] : [...(ways.get(before) ?? []), company]);
  }
  return ways;
}

export function findChokePoints(target: string, rows: readonly SuppliersRow[]): PlainCategory[] {
  const near = new Set([target, ...rows.map(({ customer }) => customer)]);
  for (const { suppliers } of rows) for (const supplier of suppliers) near.add(supplier);
  const suppliersOf = new Map(rows.map(({ customer, suppliers }) => [customer, suppliers]));
  const ways = waysOf(target, suppliersOf);
  const categories = new Map<string, Map<string, { customers: number; soleOf: string[] }>>();
  for (const { customer, suppliers, categories: names } of rows) {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const [at, supplier] of suppliers.entries()) {
      const name = names[at] ?? '';
      const ofCategory = categories.get(name) ?? new Map<string, { customers: number; soleOf: string[] }>();
      categories.set(name, ofCategory);
      const found = ofCategory.get(supplier) ?? { customers: 0, soleOf: [] };
      ofCategory.set(supplier, found);
      found.customers += 1;
      if (counts.get(name) === 1) found.soleOf.push(customer);
    }
  }
  return [...categories].map(([category, bySupplier]) => {
    const total = [...bySupplier.values()].reduce((sum, { customers }) => sum + customers, 0);
    const suppliers = [...bySupplier].map(([group, { customers, soleOf }]) => ({
      group,
      share: customers / total,
      soleSupplierOf: soleOf.sort(),
    }));
    return {
      category,
      hhi: suppliers.reduce((sum, { share }) => sum + share * share, 0) * 10_000,
      suppliers,
      unavoidable: unavoidableFor(target, [...bySupplier.keys()], suppliersOf, ways).sort(),
    };
  });
}
