import { Component, type ReactNode } from 'react';
import { shell } from '../../shared/messages/ui.en.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState, Page } from '../ui/page.tsx';

interface FaultBoundaryProps {
  /** A new key is a new start: another screen is not held up by this one's fault. */
  readonly children: ReactNode;
}

/** Keeps a fault of one screen from taking the window down. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly hasFault: boolean }> {
  override state = { hasFault: false };

  static getDerivedStateFromError(): { readonly hasFault: boolean } {
    return { hasFault: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFault) return this.props.children;
    return (
      <Page title={shell.product}>
        <EmptyState title={shell.crashed} text={shell.crashedNext}>
          <Button onPress={() => this.setState({ hasFault: false })}>{shell.retry}</Button>
        </EmptyState>
      </Page>
    );
  }
}
