import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { askServer } from './ask-server.ts';
import { examples } from './examples.ts';
import favicon from './favicon.svg';
import { QUESTIONS_PLUGIN } from './questions-plugin.tsx';

const plugins = [QUESTIONS_PLUGIN, explorerPlugin({ showAttribution: false }), HISTORY_PLUGIN];
const tabs = examples.map(({ query }) => ({ query }));

export function Playground() {
  return (
    <GraphiQL fetcher={askServer} plugins={plugins} defaultTabs={tabs}>
      <GraphiQL.Logo>
        <span className="logo">
          <img src={favicon} alt="" />
          AI infrastructure graph
        </span>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
