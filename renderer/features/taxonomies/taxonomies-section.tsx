import './taxonomies.css';
import { useQuery } from '@tanstack/react-query';
import { FilePlus2 } from 'lucide-react';
import { useRef, type RefObject } from 'react';
import { taxonomies as words } from '../../../shared/messages/ui.en.ts';
import { ask } from '../../api/engine.ts';
import { Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { addChosen, useAdding } from './adding.ts';
import { AddingOutcome } from './adding-outcome.tsx';
import { LookUp } from './look-up.tsx';
import { TaxonomyTable, useRemoval } from './taxonomy-table.tsx';

/** The workspace's taxonomies: what they are for, which there are, adding, removing and looking into them. */
export function TaxonomiesSection() {
  const query = useQuery({ queryKey: ['taxonomies', 'list'], queryFn: () => ask('taxonomies.list', {}) });
  const choice = useRef<HTMLInputElement>(null);
  // What was pressed goes with its row: the keyboard goes on at adding, once the dialog has let go of it.
  const removal = useRemoval(() => window.requestAnimationFrame(() => choice.current?.focus()));
  return (
    <Section title={words.title} note={words.note} actions={<ChooseFiles input={choice} />}>
      <div className="taxonomies">
        <h3>{words.usesLabel}</h3>
        <ul className="taxonomy-uses">
          {words.uses.map((use) => (
            <li key={use}>{use}</li>
          ))}
        </ul>
        <p className="muted">{words.addHint}</p>
        <AddingOutcome />
        <Loaded query={query}>
          {(all) =>
            all.length === 0 ? (
              <p className="muted">{words.none}</p>
            ) : (
              <>
                <TaxonomyTable taxonomies={all} onRemove={removal.ask} />
                <LookUp />
              </>
            )
          }
        </Loaded>
        {removal.dialog}
      </div>
    </Section>
  );
}

function ChooseFiles({ input }: { readonly input: RefObject<HTMLInputElement | null> }) {
  const { isRunning } = useAdding();
  return (
    <label className="button button-secondary button-regular file-choice">
      <FilePlus2 className="icon" size={16} aria-hidden="true" />
      {words.add}
      <input
        ref={input}
        type="file"
        multiple
        disabled={isRunning}
        accept=".csv,.tsv,.txt,.json,.jsonld,.zip"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same files a second time are a choice as well.
          event.target.value = '';
          void addChosen(files);
        }}
      />
    </label>
  );
}
