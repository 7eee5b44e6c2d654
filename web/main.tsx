import 'graphiql/setup-workers/vite';
// In parts, because graphiql/style.css carries a second copy of monaco's styles and half a megabyte of fonts.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import '@graphiql/plugin-explorer/style.css';
import './playground.css';
import { createRoot } from 'react-dom/client';
import { Playground } from './playground.tsx';

const root = document.getElementById('playground');
if (!root) throw new Error('index.html has lost its #playground element');
createRoot(root).render(<Playground />);
