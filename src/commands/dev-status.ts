/** With this status a session of `npm run dev` asks to be begun again (`EX_TEMPFAIL` of sysexits.h). */
export const beginsAgain = 75;
