import { useEffect, useRef, useState } from 'react';
import { search as words } from '../../../shared/messages/ui.en.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { isTyping } from '../../ui/row-keys.ts';

interface SearchBoxProps {
  /** What was searched last; null before the first search. */
  readonly text: string | null;
  readonly onSearch: (text: string) => void;
}

/** One box for a skill or a text; `/` leads to it from anywhere on the screen. */
export function SearchBox({ text, onSearch }: SearchBoxProps) {
  const [edit, setEdit] = useState({ of: text, typed: text ?? '' });
  // Back and forward search something else without a key being typed.
  if (edit.of !== text) setEdit({ of: text, typed: text ?? '' });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const start = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      form.current?.querySelector('textarea')?.focus();
    };
    window.addEventListener('keydown', start);
    return () => window.removeEventListener('keydown', start);
  }, []);
  const typed = edit.typed.trim();
  return (
    <form
      ref={form}
      role="search"
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') onSearch(typed);
      }}
      onKeyDown={(event) => {
        const isTyped = event.target instanceof HTMLTextAreaElement && !event.nativeEvent.isComposing;
        if (event.key !== 'Enter' || event.shiftKey || !isTyped) return;
        event.preventDefault();
        form.current?.requestSubmit();
      }}
    >
      <TextField
        label={words.box}
        hint={words.boxHint}
        rows={2}
        maxLength={10_000}
        value={edit.typed}
        onChange={(next) => setEdit({ of: text, typed: next })}
      />
      <Button type="submit" look="primary" isDisabled={typed === ''}>
        {words.act}
      </Button>
    </form>
  );
}
