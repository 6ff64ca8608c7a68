import '../../ui/menu.css';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { ranking as words } from '../../../shared/messages/ui.en.ts';
import type { JobId } from '../../../shared/model/ids.ts';
import type { MatchSettings } from '../../../shared/model/match.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { blobOf, download } from '../../ui/download.ts';
import { Toggle } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

interface ExportMenuProps {
  readonly job: JobId;
  readonly settings: MatchSettings;
  readonly blind: boolean;
}

const FORMATS = ['csv', 'json', 'html'] as const;

/** Saves the ranking as it stands; in blind mode without names, whatever was chosen before. */
export function ExportMenu({ job, settings, blind }: ExportMenuProps) {
  const [named, setNamed] = useState(false);
  const begin = useCommand('export.ranking');
  const goOn = useCommand('export.more');
  const [isWriting, setWriting] = useState(false);
  const write = async (format: (typeof FORMATS)[number]) => {
    goOn.reset();
    const file = await begin.mutateAsync({ job, settings, format, named: named && !blind });
    const pieces = [blobOf(file.bytes)];
    for (let { more } = file; more !== null;) {
      const next = await goOn.mutateAsync({ export: more });
      pieces.push(blobOf(next.bytes));
      more = next.more;
    }
    download({ ...file, bytes: new Blob(pieces) });
    announce(words.exported(file.fileName));
  };
  const save = (format: (typeof FORMATS)[number]) => {
    setWriting(true);
    // What went wrong stands in the commands.
    void write(format)
      .catch(() => undefined)
      .finally(() => setWriting(false));
  };
  const failed = [begin, goOn].find((step) => step.isError);
  return (
    <>
      {!blind && <Toggle label={words.exportNamed} isOn={named} onChange={setNamed} />}
      <MenuTrigger>
        <Button isDisabled={isWriting}>
          <FileDown className="icon" size={16} aria-hidden="true" />
          {words.export}
        </Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu className="menu" aria-label={words.export}>
            {FORMATS.map((format) => (
              <MenuItem key={format} id={format} className="menu-item" onAction={() => save(format)}>
                {words.exportAs[format]}
              </MenuItem>
            ))}
          </Menu>
          {blind && <p className="menu-note muted small">{words.exportedNames}</p>}
        </Popover>
      </MenuTrigger>
      <span role="status" className="muted small">
        {isWriting && words.exporting}
      </span>
      {failed !== undefined && <ProblemNote problem={problemOf(failed.error)} />}
    </>
  );
}
