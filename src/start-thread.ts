/** Starts a module of ours in a thread of its own. */
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** What is run from its sources is TypeScript, which a thread does not load by itself. */
const isSource = import.meta.url.endsWith('.ts');

const loadSource = (module: URL): string => {
  const source = module.href.replace(/\.js$/, '.ts');
  return `import('tsx/esm/api').then(({ tsImport }) => tsImport('${source}', '${import.meta.url}'))`;
};

/** `module` is named as it is when it was built: it ends in .js. */
export const startThread = (module: URL, options?: WorkerOptions): Worker =>
  isSource ? new Worker(loadSource(module), { ...options, eval: true }) : new Worker(module, options);
