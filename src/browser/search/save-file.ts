import type { SearchClient } from './client.ts';
import type { ExportContext, ExportFormat } from './export.ts';

export interface ExportFile {
  name: string;
  type: string;
  text: string;
}

/** Hands a file to the reader. */
export function saveFile({ name, type, text }: ExportFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(link.href);
}

/** A list of results keeps to this many articles. */
const mostSaved = 1000;

/** Saves what has been found. Tells whether that was possible. */
export async function saveResults(
  client: SearchClient | undefined,
  format: ExportFormat,
  context: ExportContext,
): Promise<boolean> {
  try {
    const { exportAs } = await import('./export.ts');
    saveFile(exportAs(format, (await client?.list(mostSaved)) ?? [], context));
    return true;
  } catch {
    return false;
  }
}
