import './disclosure.css';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components';

interface DisclosureProps {
  readonly title: string;
  readonly level?: 3 | 4;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** What only some people want to read, under a title that opens it. */
export function Disclosure({ title, level = 4, isOpen, onOpenChange, children }: DisclosureProps) {
  return (
    <AriaDisclosure
      className="disclosure"
      {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
      {...(onOpenChange === undefined ? {} : { onExpandedChange: onOpenChange })}
    >
      <Heading level={level} className="disclosure-heading">
        <AriaButton slot="trigger" className="disclosure-trigger">
          <ChevronRight className="icon disclosure-arrow" size={15} aria-hidden="true" />
          {title}
        </AriaButton>
      </Heading>
      <DisclosurePanel className="disclosure-panel">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
