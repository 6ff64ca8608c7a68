import './button.css';
import { useEffect, useRef, type ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** `primary` once a screen at most; `plain` has no border; `danger` for what cannot be undone. */
  readonly look?: 'primary' | 'secondary' | 'plain' | 'danger';
  readonly size?: 'regular' | 'small';
  /**
   * True where it takes the focus as it appears, because it carries on from a step that has gone. (`autoFocus` would,
   * with a screen reader, wait for a focus that stays where it was, which that of a removed step never does.)
   */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}

export function Button({ look = 'secondary', size = 'regular', takesFocus = false, ...props }: ButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return <AriaButton {...props} ref={button} className={`button button-${look} button-${size}`} />;
}

/** A link that looks like a button, because it leads somewhere that a person would press for. */
export function ButtonLink(props: {
  readonly href: string;
  readonly look?: 'primary' | 'secondary' | 'plain';
  readonly children: ReactNode;
}) {
  return (
    <a className={`button button-${props.look ?? 'secondary'} button-regular`} href={props.href}>
      {props.children}
    </a>
  );
}
