import { openMemoryStore } from '../../src/engines/embedded/embedded-store.js';
import { describeFreshAnswers } from './fresh-answers.contract.js';

describeFreshAnswers('the embedded engine', openMemoryStore);
