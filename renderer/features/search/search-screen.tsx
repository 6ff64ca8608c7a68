import './search.css';
import { ChevronLeft } from 'lucide-react';
import { candidate as personWords, search as words, shell } from '../../../shared/messages/ui.en.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import { useCandidates } from '../../api/queries.ts';
import { navigate } from '../../app/navigation.ts';
import { hrefOf, type Route } from '../../app/route.ts';
import { EmptyState, Page } from '../../ui/page.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { nameOf } from '../candidates/candidate-name.ts';
import { NoCandidates } from '../candidates/no-candidates.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchResults } from './search-results.tsx';

type SearchRoute = Extract<Route, { screen: 'search' }>;

/** People by what they show, or by whom they are like. */
export function SearchScreen({ route }: { readonly route: SearchRoute }) {
  return route.like === null ? <ByText text={route.text} /> : <LikePerson candidate={route.like} />;
}

function ByText({ text }: { readonly text: string | null }) {
  const people = useCandidates();
  return (
    <Page title={shell.screens.search} lead={words.lead}>
      <Loaded query={people}>
        {(rows) =>
          rows.length === 0 ? (
            <NoCandidates />
          ) : (
            <>
              <SearchBox text={text} onSearch={(typed) => navigate({ screen: 'search', text: typed, like: null })} />
              {text === null ? (
                <EmptyState title={words.start} text={words.startText} />
              ) : (
                <SearchResults key={text} searched={{ text }} people={rows} />
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function LikePerson({ candidate: id }: { readonly candidate: CandidateId }) {
  const people = useCandidates();
  const person = people.data?.find(({ candidate }) => candidate.id === id)?.candidate;
  return (
    <Page
      title={person === undefined ? words.likeOpen : words.likeTitle(nameOf(person))}
      windowTitle={person === undefined ? words.likeOpen : words.likeTitle(person.pseudonym)}
      above={
        <a className="back" href={hrefOf({ screen: 'candidate', candidate: id, job: null, credential: null })}>
          <ChevronLeft className="icon" size={14} aria-hidden="true" />
          {person === undefined ? personWords.back : nameOf(person)}
        </a>
      }
      lead={words.likeLead}
    >
      <Loaded query={people}>{(rows) => <SearchResults searched={{ like: id }} people={rows} />}</Loaded>
    </Page>
  );
}
