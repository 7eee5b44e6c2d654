/** The engine is a CommonJS package with a native binary; this is the one place that loads it. */
import grafeo from '@grafeo-db/js';

export const { GrafeoDB } = grafeo;
export type Database = InstanceType<typeof GrafeoDB>;
export type Transaction = ReturnType<Database['beginTransaction']>;
