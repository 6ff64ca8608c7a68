import { job as words } from '../../../shared/messages/ui.en.ts';
import type { LeftOutSentence } from '../../../shared/model/job.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { JobEditEvent } from './job-draft.ts';

interface LeftOutProps {
  readonly sentences: readonly LeftOutSentence[];
  readonly step: (event: JobEditEvent) => void;
}

/** What no line was made of, with the reason: nothing of an ad is dropped unseen. */
export function LeftOut({ sentences, step }: LeftOutProps) {
  return (
    <Disclosure title={words.leftOut(sentences.length)} level={3}>
      <p className="muted small">{words.leftOutText}</p>
      <ul className="left-out">
        {sentences.map(({ text, reason }, index) => (
          <li key={`${index} ${text}`} className="suggestion">
            <div className="suggestion-words">
              <p>
                <bdi>{text}</bdi>
              </p>
              <p className="muted small">{words.leftOutReasons[reason]}</p>
            </div>
            <Button
              size="small"
              aria-label={words.takeLine(text)}
              onPress={() => {
                step({ type: 'taken', text });
                announce(words.announceTaken(text));
              }}
            >
              {words.take}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
