// micromark notes changes of its events in a map, and applies them where a list ends, a line goes on lazily or a
// paragraph turns out to be a heading. Its own way copies all events of the text each time, so that a long text of many
// lists took minutes. Here those before the first change stay where they are. This may go when micromark does so.

import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';

/** Lets every map of changes leave alone what stands before its first change. */
export function applyEditsInPlace(): void {
  EditMap.prototype.consume = consume;
}

function consume(this: EditMap, events: Event[]): undefined {
  this.map.sort(([a], [b]) => a - b);
  const start = this.map[0]?.[0];
  if (start === undefined) return;
  const changed = events.splice(start);
  let from = 0;
  for (const [index, remove, add] of this.map) {
    append(events, changed, from, index - start);
    append(events, add, 0, add.length);
    from = index - start + remove;
  }
  append(events, changed, from, changed.length);
  this.map.length = 0;
  this.index.clear();
}

function append(events: Event[], more: readonly Event[], from: number, to: number): void {
  for (let i = from; i < to; i++) events.push(more[i] as Event);
}
