import { X } from 'lucide-react';
import { useRef } from 'react';
import { compare as words } from '../../../shared/messages/ui.en.ts';
import type { CandidateId, JobId } from '../../../shared/model/ids.ts';
import type { RankedCandidate } from '../../../shared/model/match.ts';
import { letterOf } from '../../../shared/reports/profile-picture/compare-layout.ts';
import { hrefOf } from '../../app/route.ts';
import { BandMark } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatPoints } from '../../ui/format.ts';

/** A person of the comparison as they may be called here, and how they stand in the ranking. */
export interface ComparedPerson {
  readonly id: CandidateId;
  readonly name: string;
  readonly ranked: RankedCandidate | null;
}

interface ComparePeopleProps {
  readonly people: readonly ComparedPerson[];
  readonly job: JobId;
  readonly onRemove: (person: CandidateId) => void;
}

/** Who is A, who is B …, each with band and must-haves. */
export function ComparePeople({ people, job, onRemove }: ComparePeopleProps) {
  const list = useRef<HTMLOListElement>(null);
  return (
    <ol ref={list} className="compare-people" aria-label={words.people} tabIndex={-1}>
      {people.map(({ id, name, ranked }, index) => (
        <li key={id}>
          <span className="compare-letter" aria-hidden="true">
            {letterOf(index)}
          </span>
          <div className="compare-person">
            <a href={hrefOf({ screen: 'candidate', candidate: id, job, credential: null })}>
              <bdi>{name}</bdi>
            </a>
            {ranked !== null && (
              <span className="compare-standing">
                <BandMark band={ranked.band} />
                <span className="muted small">
                  {words.mustHaves(ranked.mustHaves.evidenced, ranked.mustHaves.total)}
                </span>
                <span className="muted small numeric">{words.points(formatPoints(ranked.score))}</span>
              </span>
            )}
          </div>
          <Button
            look="plain"
            size="small"
            aria-label={words.remove(name)}
            onPress={() => {
              onRemove(id);
              // The button goes, and the focus with it.
              list.current?.focus();
            }}
          >
            <X className="icon" size={15} aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ol>
  );
}
