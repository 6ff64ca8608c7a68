import { useEffect, useState } from 'react';
import { followChanges } from '../api/query-client.ts';
import { useStatus } from '../api/queries.ts';
import { followTasks } from '../api/task-progress.ts';
import { ImportProvider } from '../features/import/import-provider.tsx';
import { CommandPalette } from './command-palette.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { ModelBanner } from './model-banner.tsx';
import { useRoute } from './navigation.ts';
import { ScreenFor } from './screen-for.tsx';
import { Shell } from './shell.tsx';

export function App() {
  const route = useRoute();
  const status = useStatus().data;
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  useEngineEvents();
  useTheme(status?.theme ?? 'system');
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setPaletteOpen(true);
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
  return (
    <ImportProvider>
      <Shell
        route={route}
        status={status}
        onSearch={() => setPaletteOpen(true)}
        banner={status !== undefined && <ModelBanner model={status.model} />}
      >
        <FaultBoundary key={route.screen}>
          <ScreenFor route={route} />
        </FaultBoundary>
      </Shell>
      <CommandPalette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
    </ImportProvider>
  );
}

function useEngineEvents(): void {
  useEffect(() => {
    const stops = [followChanges(), followTasks()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}

function useTheme(theme: 'system' | 'light' | 'dark'): void {
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
