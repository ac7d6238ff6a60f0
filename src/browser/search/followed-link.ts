/** The address of a link that is followed in this window; none where a click does something else. */
export function linkFollowed(event: MouseEvent): string | undefined {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (isElsewhere || event.defaultPrevented || event.button !== 0) return undefined;
  return link?.getAttribute('href') ?? undefined;
}
