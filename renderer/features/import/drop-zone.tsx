import { FilePlus2, FolderPlus, Layers } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { importing } from '../../../shared/messages/ui.en.ts';
import { filesOfDrop, filesOfInput } from './chosen-files.ts';
import { useImport } from './import-provider.tsx';

/** Takes files, folders and archives, by dropping or by choosing; the two ways do the same. */
export function DropZone() {
  const { add } = useImport();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void filesOfDrop(event.dataTransfer).then(add);
  };
  return (
    <section
      aria-label={importing.choosing}
      className={isOver ? 'drop drop-over' : 'drop'}
      data-testid="drop-zone"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null))
          setOver(false);
      }}
      onDrop={drop}
    >
      <Layers className="icon drop-icon" size={28} strokeWidth={1.5} aria-hidden="true" />
      <p className="drop-title">{isOver ? importing.dropActive : importing.drop}</p>
      <div className="drop-choices">
        <FileChoice label={importing.chooseFiles} />
        <FileChoice label={importing.chooseFolder} isFolder />
      </div>
      <p className="muted drop-reads">{importing.reads}</p>
    </section>
  );
}

function FileChoice({ label, isFolder = false }: { readonly label: string; readonly isFolder?: boolean }) {
  const { add } = useImport();
  const Icon = isFolder ? FolderPlus : FilePlus2;
  return (
    <label className="button button-secondary button-regular file-choice">
      <Icon className="icon" size={16} aria-hidden="true" />
      {label}
      <input
        type="file"
        multiple
        ref={(input) => {
          // React's types do not know the attribute.
          if (input !== null) input.webkitdirectory = isFolder;
        }}
        onChange={(event) => {
          const { files } = event.target;
          if (files !== null) add(filesOfInput(files));
          // The same choice a second time is a choice as well.
          event.target.value = '';
        }}
      />
    </label>
  );
}
