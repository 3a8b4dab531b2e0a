import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { registerWorker } from './offline/worker/registerWorker.ts';
import './theme/base.css';
import './theme/signs.css';
import './page/page.css';
import './page/print.css';
import './frame/frame.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
registerWorker();
