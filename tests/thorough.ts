// How long tests look for what is rare. Each run tries other cases, so that few of them find much in time; the workflow
// of the tests sets `DATELINE_THOROUGH=1`, which tries many.

/** Whether tests take all the time they may need. */
export const isThorough = Boolean(process.env['DATELINE_THOROUGH']);

/** How many of as many cases are tried: a sixth, where nobody asks for all. */
export const someOf = (all: number): number => (isThorough ? all : Math.ceil(all / 6));
