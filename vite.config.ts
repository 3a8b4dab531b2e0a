import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The browser half: sources in src/web, built into dist/web, which the server hands out. `#kernel/…` and so on are the
// subpath imports of package.json.

const server = 'http://127.0.0.1:8080';

export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // No inlined files: the content security policy allows only what the server hands out.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
  server: { port: 5173, proxy: { '/api': server, '/feeds': server } },
});
