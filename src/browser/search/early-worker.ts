// Starts the worker of the search while the page's own script and what it imports are still under way. The script takes it over.

/** The worker, and whether it has failed before anyone listened. */
export interface EarlyWorker {
  worker: Worker;
  failed: boolean;
}

/** The name under which the page's script finds it: an import would have to be waited for. */
type Scope = typeof globalThis & { searchWorker?: EarlyWorker | undefined };

try {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const early: EarlyWorker = { worker, failed: false };
  worker.addEventListener('error', () => (early.failed = true));
  (globalThis as Scope).searchWorker = early;
} catch {
  // Where there are no workers, the search runs beside the page.
}
