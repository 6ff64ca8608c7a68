import './suggest-skill.css';
import { useQueries, useQuery } from '@tanstack/react-query';
import { BookOpen, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { suggestSkill as words } from '../../../shared/messages/ui.en.ts';
import type { Requirement } from '../../../shared/model/job.ts';
import type { SkillSuggestions, SuggestedSkill } from '../../../shared/model/taxonomy.ts';
import { ask, problemOf, work } from '../../api/engine.ts';
import { useTaskProgress } from '../../api/task-progress.ts';
import { announce } from '../../ui/announcer.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note, ProblemNote } from '../../ui/problem-note.tsx';
import { TaskProgress } from '../../ui/progress.tsx';

interface SkillMeaningProps {
  readonly requirement: Requirement;
  readonly onChange: (frameworkIds: readonly string[]) => void;
}

/** Which entries of taxonomies a requirement means, as a person has said, and the way to look one up. */
export function SkillMeaning({ requirement, onChange }: SkillMeaningProps) {
  const { text, kind, frameworkIds } = requirement;
  const [isOpen, setOpen] = useState(false);
  const taxonomies = useQuery({ queryKey: ['taxonomies', 'list'], queryFn: () => ask('taxonomies.list', {}) });
  // Licences, credentials and characteristics are no skills of a taxonomy.
  const mayMean = kind === 'skill' || kind === 'competency' || kind === 'language';
  const canLookUp = mayMean && text.trim() !== '' && (taxonomies.data?.length ?? 0) > 0;
  const close = () => setOpen(false);
  return (
    <>
      {frameworkIds.length > 0 && <Entries uris={frameworkIds} onChange={onChange} />}
      {canLookUp && (
        <div>
          <Button size="small" aria-label={words.openFor(text)} onPress={() => setOpen(true)}>
            <BookOpen className="icon" size={14} aria-hidden="true" />
            {words.open}
          </Button>
        </div>
      )}
      <Dialog title={words.title(text)} isOpen={isOpen} onClose={close} width="wide">
        <Suggestions
          text={text.trim()}
          chosen={frameworkIds}
          onAccept={({ uri, label }) => {
            onChange([...frameworkIds, uri]);
            announce(words.announceAccepted(label));
            close();
          }}
          onRefuse={() => {
            announce(words.announceRefused);
            close();
          }}
          onClose={close}
        />
      </Dialog>
    </>
  );
}

/** What was said already: by its name where a taxonomy of the workspace has it, else by its URI alone. */
function Entries({
  uris,
  onChange,
}: {
  readonly uris: readonly string[];
  readonly onChange: SkillMeaningProps['onChange'];
}) {
  const found = useQueries({
    queries: uris.map((uri) => ({
      queryKey: ['taxonomies', 'look-up', uri],
      queryFn: () => ask('taxonomies.lookUp', { text: uri }),
    })),
  });
  return (
    <>
      <p className="small muted" aria-hidden="true">
        {words.entries}
      </p>
      <ul className="skill-entries" aria-label={words.entries}>
        {uris.map((uri, index) => {
          const label = found[index]?.data?.[0]?.concept.label ?? uri;
          return (
            <li key={uri}>
              <span>
                <bdi>{label}</bdi>{' '}
                {label !== uri && (
                  <span className="small muted skill-uri">
                    <bdi>{uri}</bdi>
                  </span>
                )}
              </span>
              <Button
                look="plain"
                size="small"
                aria-label={words.remove(label)}
                onPress={() => {
                  onChange(uris.filter((one) => one !== uri));
                  announce(words.announceRemoved(label));
                }}
              >
                <X className="icon" size={14} aria-hidden="true" />
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface SuggestionsProps {
  readonly text: string;
  readonly chosen: readonly string[];
  readonly onAccept: (skill: SuggestedSkill) => void;
  readonly onRefuse: () => void;
  readonly onClose: () => void;
}

/** Skills that a person chooses from; leaving the dialog stops the search. */
function Suggestions({ text, chosen, onAccept, onRefuse, onClose }: SuggestionsProps) {
  const query = useQuery({
    queryKey: ['taxonomies', 'suggest', text],
    queryFn: ({ signal }) => work('taxonomies.suggest', { text, useModel: true, limit: MOST_SUGGESTIONS }, { signal }),
    // With another state of the engine the same words may have other neighbours.
    gcTime: 0,
  });
  const task = useTaskProgress('taxonomies.suggest');
  const count = query.data?.suggestions.length;
  useEffect(() => {
    if (count !== undefined) announce(words.announceFound(count));
  }, [count]);
  if (query.isError) {
    return (
      <div className="dialog-form">
        <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (query.data === undefined) {
    return (
      <div className="dialog-form">
        <div className="skill-search">
          <TaskProgress task={task} label={words.searching} />
          <Button onPress={onClose} autoFocus>
            {words.stop}
          </Button>
        </div>
        {task?.phase === 'embedding' && <p className="muted small">{words.firstTime}</p>}
      </div>
    );
  }
  return (
    <div className="dialog-form">
      <p>{words.note}</p>
      <HowCompared found={query.data} />
      <ul className="skill-suggestions">
        {query.data.suggestions.map((skill) => (
          <Suggestion
            key={`${skill.taxonomy.id} ${skill.uri}`}
            skill={skill}
            isChosen={chosen.includes(skill.uri)}
            onAccept={() => onAccept(skill)}
          />
        ))}
      </ul>
      <div className="dialog-actions">
        <Button onPress={onRefuse} takesFocus>
          {words.refuse}
        </Button>
      </div>
    </div>
  );
}

/** More than a person compares at a glance are not shown. */
const MOST_SUGGESTIONS = 8;

function HowCompared({ found: { model, suggestions } }: { readonly found: SkillSuggestions }) {
  return (
    <>
      {model.state === 'absent' && <Note look="quiet">{words.byLetters}</Note>}
      {suggestions.length === 0 && <p className="muted">{words.none}</p>}
      {suggestions[0]?.band === null && <p className="muted small">{words.ofSentence}</p>}
    </>
  );
}

interface SuggestionProps {
  readonly skill: SuggestedSkill;
  readonly isChosen: boolean;
  readonly onAccept: () => void;
}

function Suggestion({ skill: { taxonomy, uri, label, otherNames, band }, isChosen, onAccept }: SuggestionProps) {
  return (
    <li>
      <div>
        <strong>
          <bdi>{label}</bdi>
        </strong>{' '}
        <span className="muted">
          <bdi>{taxonomy.name}</bdi>
          {band !== null && ` · ${words.likelihood[band]}`}
        </span>
        {otherNames.length > 0 && (
          <p className="small">
            <bdi>{words.alsoCalled(otherNames)}</bdi>
          </p>
        )}
        <p className="small muted skill-uri">
          <bdi>{uri}</bdi>
        </p>
      </div>
      {isChosen ? (
        <Badge tone="accent">{words.chosen}</Badge>
      ) : (
        <Button size="small" aria-label={words.acceptNamed(label, taxonomy.name)} onPress={onAccept}>
          {words.accept}
        </Button>
      )}
    </li>
  );
}
