/** How many results are shown at first, and how many more at a time. */
export const firstPage = 10;
export const nextPages = 20;
