import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { job as words, warnings } from '../../../shared/messages/ui.en.ts';
import type { Requirement } from '../../../shared/model/job.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import type { JobEditEvent } from './job-draft.ts';

interface KeptMeasuresProps {
  readonly requirements: readonly Requirement[];
  readonly step: (event: JobEditEvent) => void;
  /** Takes the focus where the last of them was forgotten. */
  readonly onNoneLeft: () => void;
}

/**
 * Years and levels that the ad states beside what it asks. They are kept with the requirement for the interview, and
 * no score is made of them: years stand in for a skill, and a stated level is none that credentials are compared by.
 */
export function KeptMeasures({ requirements, step, onNoneLeft }: KeptMeasuresProps) {
  const list = useRef<HTMLUListElement>(null);
  /** Where the focus goes once an entry is gone: to the one that took its place. */
  const next = useRef<number | null>(null);
  const measured = requirements.filter(({ years, statedLevel }) => isStated(years) || isStated(statedLevel));
  useEffect(() => {
    if (next.current === null) return;
    const buttons = list.current?.querySelectorAll<HTMLElement>('button') ?? [];
    const button = buttons[Math.min(next.current, buttons.length - 1)];
    if (button === undefined) onNoneLeft();
    else button.focus();
    next.current = null;
  }, [measured.length, onNoneLeft]);
  if (measured.length === 0) return null;
  return (
    <section className="suggestions" aria-label={words.measuresTitle}>
      <p>
        <strong>{words.measuresTitle}</strong> <span className="muted">{words.measuresText}</span>
      </p>
      <ul ref={list}>
        {measured.map((requirement, index) => (
          <li key={requirement.id} className="suggestion">
            <div className="suggestion-words">
              <p className="suggestion-text">
                <bdi>{requirement.text}</bdi>: {measureOf(requirement)}
              </p>
              {isStated(requirement.years) && <p className="muted small">{warnings['years-as-proxy']}</p>}
            </div>
            <Button
              size="small"
              look="plain"
              aria-label={words.forgetMeasureOf(requirement.text)}
              onPress={() => {
                next.current = index;
                step({ type: 'changed', requirement: { ...requirement, years: null, statedLevel: null } });
                announce(words.announceForgotten(requirement.text));
              }}
            >
              <X className="icon" size={14} aria-hidden="true" />
              {words.forgetMeasure}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function measureOf({ years, statedLevel }: Requirement): string {
  return [
    ...(isStated(years) ? [words.yearsOf(years)] : []),
    ...(isStated(statedLevel) ? [words.statedLevelOf(statedLevel)] : []),
  ].join(' · ');
}

function isStated<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
