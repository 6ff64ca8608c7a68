import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { taxonomies as words } from '../../../shared/messages/ui.en.ts';
import type { ConceptView } from '../../../shared/model/taxonomy.ts';
import { ask } from '../../api/engine.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/query-state.tsx';

/** What the taxonomies say of one name: so that a person can see on what a match would rest. */
export function LookUp() {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const query = useQuery({
    queryKey: ['taxonomies', 'look-up', asked],
    queryFn: () => ask('taxonomies.lookUp', { text: asked }),
    enabled: asked !== '',
  });
  return (
    <form
      className="taxonomy-look-up"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(text.trim());
      }}
    >
      <div className="taxonomy-look-up-field">
        <TextField label={words.lookUp} value={text} onChange={setText} />
        <Button type="submit" isDisabled={text.trim() === ''}>
          {words.lookUpAct}
        </Button>
      </div>
      <div role="status">
        {asked !== '' && (
          <Loaded query={query}>
            {(found) =>
              found.length === 0 ? <p className="muted">{words.notFound(asked)}</p> : <Found found={found} />
            }
          </Loaded>
        )}
      </div>
    </form>
  );
}

function Found({ found }: { readonly found: readonly ConceptView[] }) {
  return (
    <ul className="taxonomy-found">
      {found.map(({ taxonomy, concept, broader, identifies }) => (
        <li key={`${taxonomy.id} ${concept.uri}`}>
          <strong>
            <bdi>{concept.label}</bdi>
          </strong>{' '}
          <span className="muted">
            <bdi>{taxonomy.name}</bdi> · {words.kinds[concept.kind]}
          </span>
          <p className="small muted taxonomy-uri">
            <bdi>{concept.uri}</bdi>
          </p>
          {concept.alternatives.length > 0 && <p className="small">{words.alsoCalled(concept.alternatives)}</p>}
          {broader.length > 0 && <p className="small">{words.narrowerThan(broader.map(({ label }) => label))}</p>}
          {!identifies && <p className="small">{words.ambiguous}</p>}
        </li>
      ))}
    </ul>
  );
}
