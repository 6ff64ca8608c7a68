import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CandidateRow } from '../../../shared/api/contract.ts';
import { ranking as rankingWords, search as words, shell } from '../../../shared/messages/ui.en.ts';
import type { SearchResult } from '../../../shared/model/search.ts';
import { problemOf } from '../../api/engine.ts';
import { useTaskProgress } from '../../api/task-progress.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState, Section } from '../../ui/page.tsx';
import { usePages } from '../../ui/pager.tsx';
import { Note, ProblemNote } from '../../ui/problem-note.tsx';
import { TaskProgress } from '../../ui/progress.tsx';
import { useRowKeys } from '../../ui/row-keys.ts';
import { Term } from '../../ui/term.tsx';
import { nameOf } from '../candidates/candidate-name.ts';
import { Person } from './found-person.tsx';
import { foundPeople, isSwitchedOff } from './found-people.ts';
import { useSearch, type Searched } from './search-queries.ts';

interface SearchResultsProps {
  readonly searched: Searched;
  readonly people: readonly CandidateRow[];
}

const PAGE = 25;
/** People who are listed at first, and the most that an answer lists. */
const LISTED = { first: 100, most: 1000 };

/** The answer to a search in each of its states; how many people it found is always said. */
export function SearchResults({ searched, people }: SearchResultsProps) {
  const [limit, setLimit] = useState(LISTED.first);
  const query = useSearch(searched, limit);
  const result = query.data;
  const [alike, of] = [result?.alike, result?.of];
  useEffect(() => {
    if (alike !== undefined && of !== undefined) announce(words.announce(alike, of));
  }, [alike, of]);
  if (query.isError) return <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  const isLike = 'like' in searched;
  if (result === undefined) return <Busy operation={isLike ? 'search.like' : 'search.people'} />;
  if (result.searched.length === 0) return <NothingAsked isLike={isLike} leftOut={result.leftOut} />;
  return (
    <Section
      title={titleOf(result, isLike)}
      {...noteOf(result)}
      actions={<Term name="text similarity">{rankingWords.whatIsSimilarity}</Term>}
    >
      {isLike && <Compared result={result} />}
      <FoundList result={result} people={people} isBusy={query.isPlaceholderData} isLike={isLike} />
      {result.found.length < result.people && (
        <div className="table-foot">
          <span>{words.listed(result.found.length)}</span>
          {limit < LISTED.most && (
            <Button size="small" isDisabled={query.isFetching} onPress={() => setLimit(LISTED.most)}>
              {words.listMore}
            </Button>
          )}
        </div>
      )}
    </Section>
  );
}

function titleOf({ searched, alike, of }: SearchResult, isLike: boolean): string {
  if (isLike) return words.foundLike(alike, of);
  return searched.length === 1 ? words.found(alike, of) : words.foundSome(alike, of);
}

function NothingAsked({ isLike, leftOut }: { readonly isLike: boolean; readonly leftOut: SearchResult['leftOut'] }) {
  if (isLike) return <EmptyState title={words.nothingToCompare} text={words.nothingToCompareText} />;
  return (
    <EmptyState title={words.nothingAsked} text={words.nothingAskedText}>
      {leftOut.length > 0 && <p className="muted">{words.leftOut(leftOut)}</p>}
    </EmptyState>
  );
}

/** Progress of less is over before it is read. */
const WORTH_A_BAR = 20;

/** The first search after an import waits until the new wordings are embedded, as a ranking does. */
function Busy({ operation }: { readonly operation: 'search.people' | 'search.like' }) {
  const task = useTaskProgress(operation);
  if (task !== null && task.total > WORTH_A_BAR) return <TaskProgress task={task} label={words.busy} />;
  return (
    <p className="muted" role="status">
      {words.busy} …
    </p>
  );
}

/** What was left out of the search, and in which order people stand where that is another than best first. */
function noteOf({ model, leftOut }: SearchResult): { readonly note?: ReactNode } {
  const sentences = [
    ...(leftOut.length === 0 ? [] : [words.leftOut(leftOut)]),
    ...(isSwitchedOff(model) ? [words.importOrder] : []),
  ];
  return sentences.length === 0 ? {} : { note: <bdi>{sentences.join(' ')}</bdi> };
}

/** What a person is compared by, word for word. */
function Compared({ result }: { readonly result: SearchResult }) {
  return (
    <Disclosure title={words.compared(result.searched.length)} level={3}>
      <p className="muted">{words.comparedNote}</p>
      <ul className="search-compared">
        {result.searched.map(({ id, text }) => (
          <li key={id}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

interface FoundListProps {
  readonly result: SearchResult;
  readonly people: readonly CandidateRow[];
  /** More people are on their way. */
  readonly isBusy: boolean;
  readonly isLike: boolean;
}

function FoundList({ result, people, isBusy, isLike }: FoundListProps) {
  const [withDistant, setWithDistant] = useState(false);
  const names = useMemo(() => new Map(people.map(({ candidate }) => [candidate.id, nameOf(candidate)])), [people]);
  const { showing, distant } = useMemo(() => foundPeople(result, people), [result, people]);
  const { rows, pager } = usePages(withDistant ? [...showing, ...distant] : showing, PAGE);
  const list = useRef<HTMLOListElement>(null);
  const { rowProps, onKeyDown } = useRowKeys(list, rows.length);
  const { model } = result;
  return (
    <>
      {model.state === 'absent' && (
        <Note look="quiet">
          <p>{words.wordsOnly(shell.modelBecause[model.code])}</p>
        </Note>
      )}
      {result.alike === 0 && <NobodyShows isLike={isLike} />}
      {rows.length > 0 && (
        <>
          <ol
            ref={list}
            className="search-people"
            aria-label={words.list}
            aria-describedby="search-keys"
            aria-busy={isBusy}
            onKeyDown={onKeyDown}
          >
            {rows.map((person, index) => (
              <Person
                key={person.candidate}
                person={person}
                name={names.get(person.candidate) ?? person.candidate}
                searched={result.searched.length}
                withNotShown={!isLike}
                linkProps={rowProps(index)}
              />
            ))}
          </ol>
          <div className="table-foot">
            <span id="search-keys">{words.keys}</span>
            {pager}
          </div>
        </>
      )}
      <Distant count={result.people - result.alike} isShown={withDistant} onChange={setWithDistant} />
    </>
  );
}

function NobodyShows({ isLike }: { readonly isLike: boolean }) {
  return (
    <div className="search-nobody">
      <h3>{isLike ? words.nobodyLike : words.nobody}</h3>
      <p className="muted">{isLike ? words.nobodyLikeText : words.nobodyText}</p>
    </div>
  );
}

/** Nobody is left out without a word. */
function Distant(props: {
  readonly count: number;
  readonly isShown: boolean;
  readonly onChange: (isShown: boolean) => void;
}) {
  if (props.count === 0) return null;
  return (
    <p className="search-distant muted">
      {words.distant(props.count)}{' '}
      <Button size="small" aria-expanded={props.isShown} onPress={() => props.onChange(!props.isShown)}>
        {props.isShown ? words.hideDistant : words.showDistant}
      </Button>
    </p>
  );
}
