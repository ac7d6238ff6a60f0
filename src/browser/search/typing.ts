/** How long the reader pauses before each of these happens to what is typed, in milliseconds. */
const pausesMs = { search: 300, relax: 1500, rest: 4500 } as const;

type Step = keyof typeof pausesMs;

/** What happens while the reader pauses: it is searched, then read with other spellings, then it was a search. */
export class Typing {
  private readonly steps: Record<Step, () => void>;
  private timers: ReturnType<typeof setTimeout>[] = [];

  constructor(steps: Record<Step, () => void>) {
    this.steps = steps;
  }

  /** The reader has typed something. */
  goOn(): void {
    this.end();
    for (const step of ['search', 'relax', 'rest'] as const) {
      this.timers.push(setTimeout(this.steps[step], pausesMs[step]));
    }
  }

  /** What was typed is searched by other means, or left. */
  end(): void {
    for (const timer of this.timers.splice(0)) clearTimeout(timer);
  }
}
