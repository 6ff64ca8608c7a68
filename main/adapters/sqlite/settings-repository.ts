import type { Database } from './connection.ts';
import { readRecord, writeRecord } from './records.ts';

/** What a person has set for the workspace, with the values that hold until then. */
export interface WorkspaceSettings {
  readonly blind: boolean;
  readonly theme: 'system' | 'light' | 'dark';
  readonly useModel: boolean;
}

export const DEFAULT_SETTINGS: WorkspaceSettings = { blind: true, theme: 'system', useModel: true };

export interface SettingsRepository {
  read(): WorkspaceSettings;
  write(settings: WorkspaceSettings): void;
}

export function createSettingsRepository(database: Database): SettingsRepository {
  const select = database.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?');
  const put = database.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    read() {
      const row = select.get('workspace');
      return row === undefined
        ? DEFAULT_SETTINGS
        : { ...DEFAULT_SETTINGS, ...readRecord<Partial<WorkspaceSettings>>(row.value) };
    },
    write: (settings) => void put.run('workspace', writeRecord(settings)),
  };
}
