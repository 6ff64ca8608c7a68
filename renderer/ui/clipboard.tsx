import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { shell } from '../../shared/messages/ui.en.ts';
import { announce } from './announcer.tsx';
import { Button } from './button.tsx';

const CONFIRMATION_MILLISECONDS = 2000;

/** Copies plain text. The page may hold no clipboard permission, so it copies as a person would: by selection. */
export function CopyButton({ label = shell.copy, text }: { readonly label?: string; readonly text: () => string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = window.setTimeout(() => setCopied(false), CONFIRMATION_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    if (!copyText(text())) return;
    setCopied(true);
    announce(shell.copied);
  };
  return (
    <Button size="small" onPress={copy}>
      {copied ? <Check className="icon" size={14} aria-hidden /> : <Copy className="icon" size={14} aria-hidden />}
      {copied ? shell.copied : label}
    </Button>
  );
}

function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put);
  return done;
}
