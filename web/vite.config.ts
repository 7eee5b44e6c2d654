import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // The page is served at /graphql, its files below /playground/.
  base: '/playground/',
  build: {
    outDir: '../dist/playground',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // Files, not data: addresses, so that the content security policy can stay narrow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 3000,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
