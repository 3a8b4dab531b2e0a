import { createHash } from 'node:crypto';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// The browser half: sources in src/web, built into dist/web, which the server hands out. `#kernel/…` and so on are the
// subpath imports of package.json.

const server = 'http://127.0.0.1:8080';

/** Files of src/web/public that a page needs. */
const publicFiles = ['/favicon.svg', '/manifest.webmanifest'];

/** Writes the list of everything the page consists of before the service worker, which keeps it on the device. */
function keepOffline(): Plugin {
  return {
    name: 'keep-offline',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const parts = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !name.endsWith('.map'));
        const files = ['/index.html', ...publicFiles, ...parts.sort().map((name) => `/${name}`)];
        const revision = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
        worker.code = `self.anlanFiles=${JSON.stringify({ revision, files })};\n${worker.code}`;
      },
    },
  };
}

const web = join(import.meta.dirname, 'src/web');

export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react(), keepOffline()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // No inlined files: the content security policy allows only what the server hands out.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { index: join(web, 'index.html'), sw: join(web, 'offline/worker/serviceWorker.ts') },
      // The worker stands at the root: it answers only for addresses below its own.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { port: 5173, proxy: { '/api/v1': { target: server, changeOrigin: false }, '/feeds': { target: server, changeOrigin: false } } },
});
