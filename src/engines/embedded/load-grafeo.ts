/** The engine is a CommonJS package with a native binary; this is the one place that knows where it is. */
import { createRequire } from 'node:module';
import grafeo from '@grafeo-db/js';

export const { GrafeoDB } = grafeo;
export type Database = InstanceType<typeof GrafeoDB>;
export type Transaction = ReturnType<Database['beginTransaction']>;

/** For a thread that loads it for itself. */
export const grafeoPath = createRequire(import.meta.url).resolve('@grafeo-db/js');
