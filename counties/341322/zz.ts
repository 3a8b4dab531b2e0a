import { loadPack } from './pack.ts';
const pack = await loadPack();
for (const seed of [341322, 1,2,3]) { const t=performance.now(); pack.makeDemo!(seed, 1782869400000); console.log(seed, performance.now()-t); }
