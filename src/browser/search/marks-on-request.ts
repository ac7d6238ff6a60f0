// Loads what marks the words of a search only where the address asks for it: most readers come without.
if (new URLSearchParams(location.search).has('mark')) void import('./article-marks.ts');
