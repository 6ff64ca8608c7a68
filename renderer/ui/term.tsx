import './term.css';
import { useState, type ReactNode } from 'react';
import { Button, OverlayArrow, Tooltip, TooltipTrigger } from 'react-aria-components';
import { terms, type TermName } from '../../shared/messages/ui.en.ts';

/** A word of the field with its meaning in place: on hover, on focus and on press. */
export function Term({ name, children }: { readonly name: TermName; readonly children?: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <TooltipTrigger delay={400} closeDelay={100} isOpen={isOpen} onOpenChange={setOpen} shouldCloseOnPress={false}>
      <Button className="term" onPress={() => setOpen(true)}>
        {children ?? terms[name].name}
      </Button>
      <Tooltip className="term-text" offset={8}>
        <OverlayArrow className="term-arrow">
          <svg width={10} height={5} viewBox="0 0 10 5" aria-hidden="true">
            <path d="M0 0 L5 5 L10 0" />
          </svg>
        </OverlayArrow>
        {terms[name].text}
      </Tooltip>
    </TooltipTrigger>
  );
}
