// A pane that lists the ready questions in plain words, so that they stay at hand after their tabs are closed.

import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';
import { type Example, examples } from './examples.ts';

export const QUESTIONS_PLUGIN: GraphiQLPlugin = {
  title: 'Questions',
  icon: QuestionIcon,
  content: Questions,
};

function Questions() {
  const { addTab, changeTab } = useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  const activeTabIndex = useGraphiQL((state) => state.activeTabIndex);
  const queryEditor = useGraphiQL((state) => state.queryEditor);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the active tab is read from the page
  useEffect(() => {
    document.querySelector('.graphiql-tab-active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeTabIndex]);

  function open({ query }: Example) {
    const openTab = tabs.findIndex((tab) => tab.query === query);
    if (openTab === activeTabIndex) return;
    if (openTab >= 0) return changeTab(openTab);
    addTab();
    queryEditor?.setValue(query);
  }

  return (
    <section aria-label="Questions">
      <div className="questions-title">Questions</div>
      <p>Each opens as a query that you can run and change.</p>
      <ul className="questions">
        {examples.map((example) => (
          <li key={example.question}>
            <button type="button" onClick={() => open(example)}>
              {example.question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function QuestionIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="12" cy="12" r="9.25" />
      <path strokeLinecap="round" d="M9.2 9.4a2.8 2.8 0 1 1 4.2 2.4c-.9.5-1.4 1.1-1.4 2.1" />
      <circle cx="12" cy="16.8" r=".6" fill="currentColor" />
    </svg>
  );
}
