// What all tests have in common.

import fc from 'fast-check';
import { someOf } from './thorough.ts';

fc.configureGlobal({ numRuns: someOf(100) });
